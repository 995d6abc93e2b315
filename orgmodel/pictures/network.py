"""What is accountable for what around some things: the nodes and edges of the picture, and the same as a table.

A silence (nobody, not clear, not stated, redacted) is a node of its own with a word. It knows nothing of pyvis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from orgmodel.graph import holds_on
from orgmodel.graph.slots import expected_chains
from orgmodel.model import LINKS, AccountabilityClaim, Claim, Link, Model, Named, Post, Slot, Unit
from orgmodel.model.statements import CHAINS, PHRASES

DEFAULT_NODES, MOST_NODES = 60, 300
WORDS = {"DataSystem": "Data system", "StaffGroup": "Staff group"}
SILENCE_WORDS = {
    "none": "Nobody: the source says so",
    "unclear": "Not clear: the source says so",
    "not_stated": "Not stated",
    "redacted": "Redacted",
    "open": "Others, not named",
}
ANSWERS = (("Responsibility", "accountable"), ("Process", "owner"))
NOT_DRAWN = frozenset({"SUCCEEDS", "CONSULTED_ON", "INFORMED_OF", "STAFF_OF", "WORKS_UNDER"})
OPINIONS = frozenset({"Assessment", "Decision", "Recommendation"})
"""What is said about the structure, and is no part of it; drawn only around itself."""

DRAWN = frozenset(link.relationship for link in LINKS) - NOT_DRAWN
NEIGHBOURS = DRAWN - {"SUPPORTS", "SERVES"}
FRAME = frozenset({"ACCOUNTABLE_FOR", "SILENCE", "IN_UNIT", "HEADS", "REPORTS_TO", "PART_OF", "CONCERNS"})
"""Relations that are drawn also between two things around the one that the picture is about."""


@dataclass(frozen=True)
class Node:
    """A thing, or a silence, in the picture. `label` is the graph's label, or Silence."""

    key: str
    title: str
    label: str
    kind: str
    words: tuple[str, ...] = ()
    focus: bool = False
    thing: str | None = None


@dataclass(frozen=True)
class Edge:
    """One statement: who, what of it, to whom, how it is known, and where it is said."""

    start: str
    end: str
    phrase: str
    relationship: str
    words: tuple[str, ...] = ()
    basis: str = "stated"
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Network:
    """A picture's content: nodes and edges, and how many things were left out for want of room."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0

    @property
    def message(self) -> str:
        """What is to be said where the picture does not show everything."""
        if not self.nodes:
            return "Nothing is recorded about who answers for this, so there is nothing to draw."
        return f"{self.left_out} more things are not drawn, so that the rest can be read." if self.left_out else ""

    def as_table(self) -> list[dict[str, str]]:
        """Every edge as a row of text: the same content as the picture."""
        names = {node.key: node.title for node in self.nodes}
        kinds = {node.key: node.kind for node in self.nodes}
        joined = {key for edge in self.edges for key in (edge.start, edge.end)}
        rows = [_row(names[edge.start], kinds[edge.start], edge.phrase, names[edge.end], edge) for edge in self.edges]
        alone = [node for node in self.nodes if node.key not in joined]
        return rows + [_row(node.title, node.kind, "", "", None) for node in alone]


def _row(start: str, kind: str, phrase: str, end: str, edge: Edge | None) -> dict[str, str]:
    return {
        "From": start,
        "Kind": kind,
        "Relation": phrase,
        "To": end,
        "Details": ", ".join(edge.words) if edge else "",
        "Basis": edge.basis if edge else "",
        "Paragraphs": ", ".join(edge.cites) if edge else "",
    }


def network_around(model: Model, ident: str, most: int = DEFAULT_NODES) -> Network:
    """What stands directly around a thing, who answers for what is there, and where those posts are."""
    links = _Links(model)
    near = links.near(ident, NEIGHBOURS)
    things = [ident, *(other for other in near if model.label_of[other] not in OPINIONS)]
    for other in tuple(things):
        label = model.label_of.get(other)
        if label in ("Responsibility", "Process"):
            things += links.near(other, frozenset({"ACCOUNTABLE_FOR"}))
        elif label == "Post" and other != ident:
            things += links.near(other, frozenset({"IN_UNIT"}))
    around = network_of(model, things, [ident], f"Around {model.title_of(ident)}", most)
    edges = tuple(edge for edge in around.edges if ident in (edge.start, edge.end) or edge.relationship in FRAME)
    return replace(around, edges=edges)


def network_of(
    model: Model, things: Iterable[str], focus: Iterable[str] = (), title: str = "", most: int = DEFAULT_NODES
) -> Network:
    """The things given and every relation between two of them, with the silences of those that nobody answers for."""
    links = _Links(model)
    wanted = [ident for ident in dict.fromkeys([*focus, *things]) if links.is_there(ident)]
    kept, focused = wanted[: min(most, MOST_NODES)], set(focus)
    nodes = [links.node(ident, ident in focused) for ident in kept]
    edges = list(links.between(kept))
    for ident in kept:
        for silence, edge in links.silences(ident):
            nodes.append(silence)
            edges.append(edge)
    return Network(title, tuple(nodes), tuple(dict.fromkeys(edges)), len(wanted) - len(kept))


@dataclass
class _Links:
    """The relations of one model that hold on its day, by either end."""

    model: Model
    edges: list[Edge] = field(default_factory=list)

    def __post_init__(self) -> None:
        for label, record in self.model.labelled():
            if holds_on(record, self.model.about.as_of):
                self.edges += self._edges_of(label, record)

    def is_there(self, ident: str) -> bool:
        """Whether a thing of that id can be drawn."""
        return ident in self.model.label_of and holds_on(self.model.by_id[ident], self.model.about.as_of)

    def holding(self, slot: Slot[Claim]) -> list[Claim]:
        """The claims of a slot that hold on the day."""
        return [claim for claim in slot.claims if holds_on(claim, self.model.about.as_of)]

    def near(self, ident: str, relationships: frozenset[str]) -> list[str]:
        """The things that one edge joins to a thing."""
        found = [edge for edge in self.edges if edge.relationship in relationships and ident in (edge.start, edge.end)]
        return [edge.end if edge.start == ident else edge.start for edge in found]

    def between(self, things: Iterable[str]) -> Iterator[Edge]:
        """The edges with both ends among the things."""
        chosen = set(things)
        return (edge for edge in self.edges if edge.start in chosen and edge.end in chosen)

    def _edges_of(self, label: str, record: Named) -> Iterator[Edge]:
        for link in (link for link in LINKS if link.label == label and link.relationship in DRAWN):
            for claim in self.holding(getattr(record, link.field)):
                if claim.who and self.is_there(claim.who):
                    yield _edge(link, record.id, claim.who, claim)
                    yield from self._answers_as_head(link, record.id, claim)
        for stage in getattr(record, "stages", ()):
            if self.is_there(stage.id):
                yield Edge(record.id, stage.id, "has the stage", "HAS_STAGE", cites=stage.cites)

    def _answers_as_head(self, link: Link, ident: str, claim: Claim) -> Iterator[Edge]:
        """What a unit answers for, its head is inferred to answer for."""
        unit = self.model.by_id.get(claim.who or "")
        if link.relationship != "ACCOUNTABLE_FOR" or not isinstance(unit, Unit):
            return
        for head in self.holding(unit.head):
            if head.who and self.is_there(head.who):
                words = (*_claim_words(claim), "as head of the unit")
                cites = tuple(dict.fromkeys((*claim.cites, *head.cites)))
                yield Edge(head.who, ident, "answers for", "ACCOUNTABLE_FOR", words, "inferred", cites)

    def node(self, ident: str, focus: bool) -> Node:
        """A thing as a node."""
        record, label = self.model.by_id[ident], self.model.label_of[ident]
        words: list[str] = []
        if isinstance(record, Post):
            words += ["critical"] if record.critical and record.critical.value else []
            words += ["vacant"] if record.occupancy.state == "vacant" else []
        kind = WORDS.get(label, label)
        if isinstance(record, Unit):
            kind = self.model.title_of(record.kind)
            words += ["outside body"] if record.outside else []
        return Node(ident, record.title, label, kind, tuple(words), focus, ident)

    def silences(self, ident: str) -> Iterator[tuple[Node, Edge]]:
        """The nodes that say who is not known to answer for a thing, one for each chain and kind of silence."""
        record = self.model.by_id[ident]
        field_name = dict(ANSWERS).get(self.model.label_of[ident])
        if field_name is None:
            return
        claims = [c for c in self.holding(getattr(record, field_name)) if isinstance(c, AccountabilityClaim)]
        for claim in claims:
            if claim.who is None:
                yield self._silence(ident, claim.chain, claim.state, claim)
        for chain in expected_chains(self.model, record):
            if not any(claim.chain == chain for claim in claims):
                yield self._silence(ident, chain, "not_stated", Claim(state="not_stated"))

    @staticmethod
    def _silence(ident: str, chain: str, state: str, claim: Claim) -> tuple[Node, Edge]:
        key = f"{ident}.{chain}.{state}"
        words = () if chain == "line" else (CHAINS[chain],)
        node = Node(key, SILENCE_WORDS[state], "Silence", "Who answers for it", words)
        return node, Edge(key, ident, "answers for", "SILENCE", words, claim.basis, claim.cites)


def _edge(link: Link, owner: str, other: str, claim: Claim) -> Edge:
    forward, backward = PHRASES.get((link.label, link.field), (_plain(link.field), _plain(link.relationship)))
    start, end = (other, owner) if link.reverse else (owner, other)
    phrase = backward if link.reverse else forward
    return Edge(start, end, phrase, link.relationship, _claim_words(claim), claim.basis, claim.cites)


def _claim_words(claim: Claim) -> tuple[str, ...]:
    words = [CHAINS[chain]] if (chain := getattr(claim, "chain", "line")) != "line" else []
    words += [f"for {scope}"] if (scope := getattr(claim, "scope", None)) else []
    words += [sharing] if (sharing := getattr(claim, "sharing", "sole")) != "sole" else []
    words += ["as a whole"] if getattr(claim, "extent", "part") == "whole" else []
    words += [f"{claim.basis} by {claim.held_by}"] if claim.held_by else []
    words += ["contested"] if claim.contested_by else []
    return tuple(words)


def _plain(name: str) -> str:
    return name.replace("_", " ").lower()
