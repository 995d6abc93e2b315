"""What findings compute beside the graph, where Cypher cannot: from the rows of a query to rows with verdicts.

A finding names a computation under `compute` in its front matter. Its query then returns the facts that the computation
takes, of every member of its population; the computation returns the declared columns, `verdict` and `evidence`.
It knows nothing of engines and of files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
Slates = Mapping[str, frozenset[str]]
"""Who could take each post, by the post's key."""


@dataclass(frozen=True)
class Coverage:
    """How many posts can be taken at once when each person takes one, and the sets of posts that come short.

    Each set is the least that shows the shortage (a Hall violator): its posts have fewer people between them than there
    are posts, and every post in it may be the one left over. Sets have nobody in common.
    """

    covered: int
    short: tuple[frozenset[str], ...]

    def find_set(self, post: str) -> frozenset[str]:
        """The set that a post is in, or the empty one."""
        return next((posts for posts in self.short if post in posts), frozenset())


def match_bench(rows: Sequence[Row], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Whether there is somebody ready for each critical post when each person is counted once.

    Takes `post`, `ready` and `maybe` (who certainly and who perhaps is), `unlisted` (there may be candidates beside
    those named), `candidates`, `soon` and `evidence`; the threshold `coverage` is the share of posts to be covered.

    At best everybody who may be ready is, and a post with unlisted candidates has one of them. A set that comes short
    even so does in every case; one that comes short only at worst is not known to.
    """
    slates = {row["post"]: frozenset(row["ready"]) for row in rows}
    at_best = {row["post"]: slates[row["post"]] | frozenset(row["maybe"]) for row in rows}
    unlisted = {row["post"] for row in rows if row["unlisted"]}
    worst = find_coverage(slates)
    best = find_coverage({post: slate for post, slate in at_best.items() if post not in unlisted})
    worst_is_enough = worst.covered >= values["coverage"] * len(rows)
    best_is_enough = best.covered + len(unlisted) >= values["coverage"] * len(rows)
    evidence = {row["post"]: row["evidence"] for row in rows}
    found = []
    for row in rows:
        post = row["post"]
        certain, perhaps = best.find_set(post), worst.find_set(post)
        together = certain or perhaps or frozenset({post})
        if certain:
            verdict = "info" if worst_is_enough else "unknown" if best_is_enough else "fail"
        else:
            verdict = "unknown" if perhaps and not worst_is_enough else "pass"
        found.append(
            {
                "post": post,
                "together": sorted(together),
                "number": len(together),
                "at_least": len(_joint(slates, together)),
                "at_most": None if together & unlisted else len(_joint(at_best, together)),
                "candidates": row["candidates"],
                "soon": row["soon"],
                "verdict": verdict,
                "evidence": [key for member in sorted(together) for key in evidence[member]],
            }
        )
    return found


def find_coverage(slates: Slates) -> Coverage:
    """A maximum matching of posts with people, and the sets of posts that come short; both are the same for any order
    of the slates, though not which of several people is matched with which post."""
    import networkx as nx  # type: ignore[import-untyped]

    graph = nx.Graph()
    graph.add_nodes_from(("post", post) for post in slates)
    graph.add_edges_from((("post", post), ("person", person)) for post, slate in slates.items() for person in slate)
    posts = [("post", post) for post in slates]
    matching = nx.bipartite.hopcroft_karp_matching(graph, posts)
    # A post that an alternating path joins to one left over could be left over in its place.
    steps = nx.DiGraph()
    steps.add_nodes_from(posts)
    for post in posts:
        for person in graph[post]:
            steps.add_edge(*((person, post) if matching.get(post) == person else (post, person)))
    left = [post for post in posts if post not in matching]
    reached = set(left).union(*(nx.descendants(steps, post) for post in left))
    sets = nx.connected_components(graph.subgraph(reached))
    named = (frozenset(name for kind, name in members if kind == "post") for members in sets)
    return Coverage(len(posts) - len(left), tuple(sorted(named, key=sorted)))


def _joint(slates: Slates, posts: Iterable[str]) -> frozenset[str]:
    """Everybody who could take any of the posts."""
    return frozenset[str]().union(*(slates[post] for post in posts))


COMPUTATIONS: Mapping[str, Callable[[Sequence[Row], Mapping[str, Any]], list[dict[str, Any]]]] = {
    "bench-matching": match_bench,
}
"""The computations that a finding may name."""
