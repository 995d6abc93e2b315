"""What stands beside what in a comparison, as grids and lists of words that every format and the app show alike.

A grid has one cell for each side, doing nothing first; lists have one list for each. Nothing is ranked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from orgmodel.options.beside import Beside, MetricRow
from orgmodel.options.disruption import Disturbance
from orgmodel.options.quantity import Quantity
from orgmodel.options.sides import Kept, Measured, Side
from orgmodel.render import beside_facts as facts
from orgmodel.render.beside_facts import tell_shift_of_duties
from orgmodel.render.beside_open import open_lists
from orgmodel.render.beside_weighed import outdone_cells, say_counted, say_criterion, weighed_notes
from orgmodel.render.metrics import say_number
from orgmodel.render.quantities import say_quantity, says_nothing

SAME_MEASURES = "{count} more are the same on every side; orgmodel metrics tells them."


@dataclass(frozen=True)
class GridRow:
    """One row of a grid: what it is, and one cell of words for each side."""

    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A table beside all sides, with what has to be said under it."""

    key: str
    title: str
    lead: str
    rows: tuple[GridRow, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lists:
    """A list of sentences for each side, in their order; `empty` is said where a side has none."""

    key: str
    title: str
    lead: str
    sides: tuple[tuple[str, ...], ...]
    empty: str


def names_of(beside: Beside) -> tuple[str, ...]:
    """The ids of the options, with doing nothing first."""
    return tuple(side.option or "doing nothing" for side in beside.sides)


def titles_of(beside: Beside) -> tuple[str, ...]:
    """The titles of the sides."""
    return tuple(side.title for side in beside.sides)


def grids(beside: Beside) -> tuple[Grid, ...]:
    """Every grid that has a row; that of the criteria first, where somebody set any."""
    found = (_weighed(beside), _principles(beside), _metrics(beside), _disruption(beside), _costs(beside))
    return tuple(grid for grid in found if grid and grid.rows)


def lists(beside: Beside) -> tuple[Lists, ...]:
    """Every list, also those in which no side has anything: that too is said."""

    def each(say: Callable[[Side], Iterator[str]]) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(say(side)) for side in beside.sides)

    return (
        Lists("ruled_out", "What is ruled out or asked for in the model, and by whom", "", each(facts.say_ruled_out),
              "The model rules out nothing that it does."),
        Lists("duties", "Who gains and loses which responsibilities", "Before and then, with the paragraphs.",
              each(facts.say_duties), "Nobody gains or loses a responsibility."),
        Lists("disturbed", "Who and what is disturbed, by name", "", each(facts.say_disturbed), "Nothing."),
        Lists("costs", "Costs, line by line", "", each(facts.say_costs), "No cost is stated, so none is known."),
        Lists("benefits", "Benefits, with where they stand today and who answers for them", "",
              each(facts.say_benefits), "No benefit is stated."),
        Lists("open", "What is open, and what it could turn", "What could be, by intervals; nothing is answered here.",
              open_lists(beside), "It leaves nothing open that a finding or a criterion rests on."),
    )  # fmt: skip


def _principles(beside: Beside) -> Grid:
    rows = tuple(
        GridRow(
            f"{row.title.rstrip('.')}{f' (held by: {row.held_by})' if row.held_by else ''}"
            f"{' (required)' if row.id in beside.required else ''}",
            tuple(say_kept(line, row.id in beside.required) for line in row.lines),
        )
        for row in beside.principles
    )
    lead = "Each is a test that somebody asks of a structure, and a rule only where you require it."
    return Grid("principles", "Principles", lead, rows)


def say_kept(line: Kept | None, required: bool = False) -> str:
    """Kept, not kept, cannot be told, or withheld, and whether that breaks what is required."""
    if line is None:
        return "not in this model"
    plain = {"we do not know": "cannot be told", "not computed": "judged by nobody"}
    words = plain.get(line.verdict, line.verdict)
    if line.withheld:
        kept = line.verdict == "kept"
        words = "withheld in part; kept as far as it is published" if kept else f"{words}; withheld in part"
    return f"{words}: breaks what you require" if required and line.verdict == "not kept" else words


def _metrics(beside: Beside) -> Grid:
    every = beside.metrics
    shown = sorted((row for row in every if row.touched or row.differs), key=lambda row: not row.touched)
    rows = tuple(GridRow(_metric_label(row), tuple(_measured(line) for line in row.lines)) for row in shown)
    said = dict.fromkeys(
        f"{_metric_label(row)}: {line.note}" for row in shown for line in row.lines if line and line.low is None
    )
    left = len(every) - len(shown)
    notes = [*said, *([SAME_MEASURES.format(count=left)] if left else [])]
    lead = "Of what the options touch, and all others that differ. They carry no verdict."
    return Grid("metrics", "Measures", lead, rows, tuple(notes))


def _metric_label(row: MetricRow) -> str:
    unit = next(line.unit for line in row.lines if line)
    return f"{row.name.capitalize()}{f', {row.title}' if row.title else ''} ({unit})"


def _measured(line: Measured | None) -> str:
    return "not taken" if line is None else say_number(line)


def _disruption(beside: Beside) -> Grid:
    rows, notes = [], dict[str, None]()
    for kind, label in facts.DISTURBED.items():
        found = [[each for each in side.disruption if each.kind == kind] for side in beside.sides]
        rows.append(GridRow(label, tuple(_disturbed(each) for each in found)))
        notes |= dict.fromkeys(
            f"{label}: {part.what}." for some in found for each in some for part in each.quantity.parts
        )
        notes |= dict.fromkeys(
            f"{label}: {each.quantity.note}" for some in found for each in some if each.quantity.note
        )
    lead = "Counts for certain, or from what is certain to what it could come to."
    return Grid("disruption", "Disruption", lead, tuple(rows), tuple(notes))


def _disturbed(found: Sequence[Disturbance]) -> str:
    words = [say_quantity(each.quantity, _measure(each)) for each in found]
    known = list(dict.fromkeys(word for word in words if word != "not known"))
    return " and ".join([*known, *(["not known of the rest"] if known and len(known) < len(words) else [])]) or words[0]


def _measure(found: Disturbance) -> str:
    return found.unit if found.kind == "staff_moved" and not says_nothing(found.quantity) else ""


def _costs(beside: Beside) -> Grid:
    keys = dict.fromkeys((each.kind, each.unit) for side in beside.sides[1:] for each in side.bill.sums)
    rows, notes = [], dict[str, None]()
    for kind, unit in sorted(keys, key=lambda key: (key[0] != "one_off", key[1] != "pounds", key[1])):
        sums = [side.bill.sum_of(kind, unit).quantity for side in beside.sides]
        label = f"{'Once' if kind == 'one_off' else 'Again and again'}, in {unit}"
        rows.append(GridRow(label, tuple(say_quantity(each) for each in sums)))
        for side, each in zip(beside.sides, sums, strict=True):
            notes |= dict.fromkeys(f"{label}, {side.title}: {word}" for word in _why(each) if side.option)
    lead = "Beside what is spent today. What is not stated is not known: it is never nought."
    return Grid("costs", "Costs", lead, tuple(rows), tuple(notes))


def _why(quantity: Quantity) -> Iterator[str]:
    """What a sum rests on that is not known; of what is not stated at all the list of costs tells."""
    if quantity.given:
        yield from (f"{part.what}." for part in quantity.parts)
    if quantity.note:
        yield quantity.note


def _weighed(beside: Beside) -> Grid | None:
    weighed = beside.weighed
    if weighed is None:
        return None
    rows = [
        GridRow(say_criterion(each.criterion, beside), tuple(say_quantity(value) for value in each.values))
        for each in weighed.values
    ]
    rows.append(GridRow("Weighted sum (more is better)", tuple(say_quantity(each) for each in weighed.sums)))
    rows.append(GridRow("No better on any criterion than another, and worse on one", outdone_cells(beside)))
    by = weighed.criteria.set_by
    lead = f"Set by {by}." if by else "Set by whoever asked; the model has none."
    lead += " The weight is what one of it counts. The sides stand in the order asked for, and none is said to win."
    return Grid("criteria", "Criteria and weights", lead, tuple(rows), tuple(weighed_notes(beside)))


__all__ = [
    "Grid",
    "GridRow",
    "Lists",
    "grids",
    "lists",
    "names_of",
    "say_counted",
    "say_kept",
    "tell_shift_of_duties",
    "titles_of",
]
