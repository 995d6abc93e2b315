"""The matrix of who answers for what, in words and as lines: one line for each cell that anything is said of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from orgmodel.answers import CoverageCell, CoverageRow
from orgmodel.model.statements import CHAINS, SILENCE
from orgmodel.render.lines import Lines
from orgmodel.render.wording import BASIS, join_words, say_cites

COLUMNS = (
    "subject", "title", "depth", "aspect", "level", "word", "states", "owners", "above", "work", "within", "basis",
    "cites",
)  # fmt: skip
NOBODY = "nobody: the source says so"
Named = Callable[[str], str]


def word_of(cell: CoverageCell) -> str:
    """What a cell says in short: one owner, several, or every silence that is said, none of them left out."""
    owners = {0: [], 1: ["one owner"]}.get(len(cell.owners), [f"{len(cell.owners)} owners"])
    return join_words([*owners, *(say_silence(state) for state in cell.states if state != "known")])


def say_silence(state: str) -> str:
    """A silence in a few words."""
    short = {"none": NOBODY, "unclear": "not clear: the source says so", "open": "and others not named"}
    return short.get(state, SILENCE[state])


def is_said(cell: CoverageCell) -> bool:
    """Whether the model says anything for the cell itself; `not stated` of a responsibility is something said."""
    return bool(cell.answers or cell.work)


def render_lines(rows: Sequence[CoverageRow], chain: str, title_of: Named, standing: str) -> Lines:
    """Every cell as a row; as sentences those of which something is said, then what nothing is said of."""
    cells = [(row, cell) for row in rows for cell in row.cells]
    return Lines(
        "coverage",
        f"Who answers for what, in the {CHAINS[chain]}: subjects by aspect by level. What is above fills no gap below",
        standing,
        COLUMNS,
        tuple(_columns(row, cell) for row, cell in cells),
        tuple(sentence for row in rows for sentence in _sentences(row, title_of)),
        "The model has no subject.",
    )


def _columns(row: CoverageRow, cell: CoverageCell) -> tuple[object, ...]:
    above = list(dict.fromkeys(answer.who for answer in cell.above))
    return (
        row.subject, row.title, row.depth, cell.aspect, cell.level, word_of(cell), list(cell.states),
        list(cell.owners), above, list(cell.work), cell.within, cell.basis, list(cell.cites),
    )  # fmt: skip


def _sentences(row: CoverageRow, title_of: Named) -> Iterator[tuple[str, str]]:
    said = [cell for cell in row.cells if is_said(cell)]
    for cell in said:
        above = join_words(list(dict.fromkeys(answer.who_title for answer in cell.above)))
        work = join_words([title_of(who) for who in cell.work])
        parts = [word_of(cell), *(f"{say_answer(answer)}" for answer in cell.answers if answer.who)]
        parts += [f"work done by {work}"] if work else []
        parts += [f"above it: {above}"] if above else []
        known = f"{BASIS[cell.basis]}; {say_cites(cell.cites)}" if cell.basis else ""
        yield f"{row.title}, {cell.aspect}, {place_words(cell.level)}: {'; '.join(parts)}", known
    silent = [aspect for aspect in dict.fromkeys(cell.aspect for cell in row.cells) if not _any(said, aspect)]
    wider = {answer.who_title for cell in row.cells for answer in cell.above if not is_said(cell)}
    notes = [f"above it: {join_words(sorted(wider))}"] if wider else []
    notes += [f"{len(row.parts)} parts, told apart"] if row.parts else []
    yield f"{row.title}, not stated at any level: {join_words(silent)}", "; ".join(notes)


def _any(cells: Sequence[CoverageCell], aspect: str) -> bool:
    return any(cell.aspect == aspect for cell in cells)


def say_answer(answer: object) -> str:
    """An owner with what it answers for, and that its head is inferred to answer."""
    part = "" if getattr(answer, "reach", "") == "all of it" else f" ({getattr(answer, 'title', '')})"
    return f"{getattr(answer, 'who_title', '')}{part}"


def place_words(level: str) -> str:
    """A level as people read it."""
    return "at no level that the model gives" if level == "not placed" else f"level of {level}"
