"""Which post a reference stands for: one reference on several rows told apart, and superiors looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from orgmodel.exchange.organogram.idents import Idents
from orgmodel.exchange.organogram.problems import Noted
from orgmodel.exchange.organogram.reading import Row
from orgmodel.exchange.organogram.values import TOPS, read_holder, read_number


@dataclass(frozen=True)
class PostRows:
    """A post and the rows that describe it: several where people share it."""

    id: str
    reference: str
    rows: tuple[Row, ...]

    @property
    def closed(self) -> bool:
        """Whether the list says that the post is gone."""
        return all(read_holder(row["holder"]) == "closed" for row in self.rows)


def tell_posts(rows: Sequence[Row], idents: Idents, noted: Noted) -> list[PostRows]:
    """The posts that senior rows describe, in the order of the rows. A reference's own id goes to its live post."""
    by_reference: dict[str, list[Row]] = {}
    posts: dict[int, PostRows] = {}
    nameless: list[Row] = []
    for row in _without_copies(rows, noted):
        if row["reference"]:
            by_reference.setdefault(row["reference"], []).append(row)
        else:
            nameless.append(row)
    for reference, sharing in by_reference.items():
        for number, same in enumerate(_tell_apart(reference, sharing, noted)):
            ident = idents.make("post", reference, *([same[0]["title"]] if number else []))
            posts[id(same[0])] = PostRows(ident, reference, tuple(same))
    for row in nameless:
        what = "the post has no reference, so that nothing can report to it and it may not be found again"
        noted.add("reference-missing", row.place("reference"), what, "Give it a reference of its own.")
        posts[id(row)] = PostRows(idents.make("post", "no-reference", row["title"], row["unit"]), "", (row,))
    return [posts[id(row)] for row in rows if id(row) in posts]


def _without_copies(rows: Sequence[Row], noted: Noted) -> Iterable[Row]:
    """Rows that do not repeat another, cell by cell; what two posts of one reference differ in may be a single cell."""
    seen: dict[tuple[tuple[str, str], ...], Row] = {}
    for row in rows:
        content = tuple(sorted(row.cells.items()))
        if content not in seen:
            seen[content] = row
            yield row
        elif not _may_be_shared(row):
            what = f"the row is the same, cell by cell, as {seen[content].seen_from(row)}, and was read once"
            noted.add("row-twice", row.place(), what, "Delete one; or say in the notes that it is a job share.")
        else:
            yield row


def _tell_apart(reference: str, rows: list[Row], noted: Noted) -> list[list[Row]]:
    """The rows of one reference, put together by post: the live ones first."""
    live = [row for row in rows if read_holder(row["holder"]) != "closed"]
    gone = [row for row in rows if read_holder(row["holder"]) == "closed"]
    posts: list[list[Row]] = []
    for row in live:
        sharing = next((post for post in posts if _is_share(post[0], row)), None)
        if sharing is None:
            posts.append([row])
        else:
            sharing.append(row)
            what = f"'{reference}' stands here again for the same post; it was read as one post that people share"
            noted.add("job-share", row.place("reference"), what, "Nothing, if the post is shared.")
    for post in posts[1:]:
        first, line = posts[0][0]["title"], posts[0][0].seen_from(post[0])
        what = (
            f"'{reference}' is also the reference of another post, '{first}' on {line}; "
            "what reports to it was read as reporting to that one"
        )
        noted.add("reference-shared", post[0].place("reference"), what, "Give each post a reference of its own.")
    for row in gone if posts else gone[1:]:
        other = posts[0][0] if posts else gone[0]
        what = f"'{reference}' was the reference of this closed post and is used again on {other.seen_from(row)}"
        noted.add("reference-reused", row.place("reference"), what, "Give the new post a reference of its own.")
    return posts + [[row] for row in gone]


def _is_share(one: Row, other: Row) -> bool:
    same = all(one[field].lower() == other[field].lower() for field in ("title", "unit", "superior", "grade"))
    return same and _may_be_shared(one) and _may_be_shared(other)


def _may_be_shared(row: Row) -> bool:
    """Whether its notes speak of a job share, or it is less than one full-time post."""
    words = f"{row['notes']} {row['title']}".lower()
    if "job share" in words or "job-share" in words or "jobshare" in words:
        return True
    try:
        fte = read_number(row["fte"])
    except ValueError:
        return False
    return fte is not None and 0 < fte < 1


class Superiors:
    """Looks up whom a row reports to; posts that the list does not have become stubs, each once."""

    def __init__(self, posts: Sequence[PostRows], idents: Idents, noted: Noted) -> None:
        self.stubs: dict[str, str] = {}
        self._idents, self._noted = idents, noted
        self._posts: dict[str, PostRows] = {}
        self._near: dict[str, list[str]] = {}
        for post in posts:
            if post.reference and post.reference not in self._posts:
                self._posts[post.reference] = post
                self._near.setdefault(post.reference.lower(), []).append(post.reference)
        for post in posts:
            first = self._posts.get(post.reference)
            if first and first.closed and not post.closed:
                self._posts[post.reference] = post

    def is_top(self, row: Row) -> bool:
        """Whether a row says that it reports to nobody."""
        return row["superior"].lower() in TOPS and row["superior"] not in self._posts

    def find(self, row: Row) -> str:
        """The id of the post that a row reports to, perhaps a stub's; empty where it names none."""
        written = row["superior"]
        if not written or self.is_top(row):
            return ""
        post = self._posts.get(written)
        if post is None:
            return self._stub(row, written)
        if post.closed and read_holder(row["holder"]) != "closed":
            kind, who = (
                ("superior-closed", "the post reports") if row.senior else ("staff-under-closed-post", "staff work")
            )
            what = f"{who} to '{written}', which the list itself says is closed ({post.rows[0].seen_from(row)})"
            what = what if row.senior else what.replace("work to", "work under")
            self._noted.add(kind, row.place("superior"), what, "Say to whom it reports now.")
        return post.id

    def _stub(self, row: Row, written: str) -> str:
        near = [ref for ref in self._near.get(written.lower(), ()) if ref != written]
        kind = "superior-unknown" if row.senior else "staff-without-post"
        what = f"no senior post of this snapshot has the reference '{written[:60]}'"
        hint = f"Did you mean '{near[0]}'?" if near else "Correct it, or add the post."
        self._noted.add(kind, row.place("superior"), what, hint)
        if written not in self.stubs:
            self.stubs[written] = self._idents.make("post", written)
        return self.stubs[written]


def find_loops(lines: Mapping[str, str]) -> list[list[str]]:
    """Every circle among lines from a post to the one above it, each once, in the order of the line."""
    done: set[str] = set()
    loops: list[list[str]] = []
    for start in lines:
        path: dict[str, None] = {}
        here = start
        while here in lines and here not in done and here not in path:
            path[here] = None
            here = lines[here]
        if here in path:
            walked = list(path)
            loops.append(walked[walked.index(here) :])
        done |= path.keys()
    return loops
