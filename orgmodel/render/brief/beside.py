"""The options side by side with doing nothing: counts, and the findings on which they differ. Nothing is ranked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgmodel.findings import Finding
from orgmodel.options import OptionComparison, Shift
from orgmodel.options.beside import PrincipleRow
from orgmodel.render.beside import grids, say_kept
from orgmodel.render.brief.blocks import Block, Section, Table, Text
from orgmodel.render.brief.choosing import COMPARE, Room, first, rank
from orgmodel.render.brief.costs import say_costs
from orgmodel.render.brief.options import say_dates
from orgmodel.render.brief.view import BriefView
from orgmodel.render.brief.weighed import build_weighed
from orgmodel.render.comparison_text import HEADINGS, VERDICTS
from orgmodel.render.html.people import People
from orgmodel.render.wording import join_words

BESIDE = 4
"""How many options stand in one table: more cannot be read at the width of a page."""

KINDS = ("closed", "opened", "changed", "settled", "become_unknown")
NO_RANKING = (
    "Counts say how many, and not how much each matters. No option is ranked here: what weighs more is for those who "
    "decide."
)
NO_CRITERIA = " Nobody set criteria for this paper, so nothing is weighed and no option is said to be outdone."
ALIKE = "Every principle of the model is kept, or not, alike in all of them."


def build_beside(view: BriefView, people: People, room: Room) -> Section:
    """Tables of at most four options each, doing nothing in every one of them, where they differ, and what criteria
    make of them where somebody set any."""
    blocks: list[Block] = []
    for start in range(0, len(view.options), BESIDE):
        numbers = range(start, min(start + BESIDE, len(view.options)))
        blocks.append(count_table(view, numbers, room))
        blocks += filter(None, (differences_table(view, numbers, people, room), principles_table(view, numbers, room)))
        blocks += build_weighed(view, numbers, room)
    if view.beside.principles and not differing_principles(view, range(len(view.options))):
        blocks.append(Text(ALIKE))
    said = NO_RANKING if view.beside.weighed else NO_RANKING + NO_CRITERIA
    return Section("The options side by side", (*blocks, Text(said)))


def count_table(view: BriefView, numbers: Sequence[int], room: Room) -> Table:
    """What can be counted of doing nothing and of some options, and what each costs and when, as far as stated."""
    options = [view.comparison.options[number] for number in numbers]
    base = view.comparison.base
    after = [[shift.after for shift in option.shifts if shift.after] for option in options]
    rows: list[tuple[str, ...]] = [
        ("Findings, those accepted included", *(str(_count(rows, "fail")) for rows in (base, *after))),
        ("of these, of high severity", *(str(_count(rows, "fail", "high")) for rows in (base, *after))),
        ("Cases in which we do not know", *(str(_count(rows, "unknown")) for rows in (base, *after))),
    ]
    rows += [(f"{HEADINGS[kind]}*", "none", *(str(len(matters(option, kind))) for option in options)) for kind in KINDS]
    rows += [
        ("What ends, moves or is new", "none", *(_things(option) for option in options)),
        ("Left without a known holder", "none", *(str(len(option.losses)) for option in options)),
        ("Parts of it that are not known", "none", *(str(len(option.unknowns)) for option in options)),
        ("Questions left open", "none", *(str(len(option.questions)) for option in options)),
        *_disruption(view, numbers)[: room.disturbed],
        ("Cost", "not stated", *(say_costs(view.beside.sides[number + 1].bill) for number in numbers)),
        ("When", "no change", *(say_dates(option.plan) for option in options)),
    ]
    left = "* Findings and cases in which we do not know; what is only for information is not counted."
    return Table("What can be counted", headings(numbers), tuple(rows), _widths(len(options), 30), left=left)


def _disruption(view: BriefView, numbers: Sequence[int]) -> list[tuple[str, ...]]:
    """Each kind of disruption that some option brings, or could: for certain, as a range, or not known."""
    found = next((grid.rows for grid in grids(view.beside) if grid.key == "disruption"), ())
    rows = [(row.label, "none", *(row.cells[number + 1] for number in numbers)) for row in found]
    return [row for row in rows if set(row[2:]) != {"0"}]


def differences_table(view: BriefView, numbers: Sequence[int], people: People, room: Room) -> Table | None:
    """The findings that do not stand alike in all of the states: what each of them is, by name."""
    rows = differing(view, numbers, people)
    kept, left = first(rows, room.differences, COMPARE)
    if not kept:
        return None
    return Table(
        "Where they differ",
        headings(numbers, "Question, and what it is asked of"),
        tuple((f"{shift.title} {join_words(shift.names)}", *states) for shift, states, _ in kept),
        _widths_with_cites(len(numbers)),
        tuple(cites for _, _, cites in kept),
        left,
    )


def principles_table(view: BriefView, numbers: Sequence[int], room: Room) -> Table | None:
    """The principles that are not kept alike in all of the states, with who holds them."""
    rows, left = first(differing_principles(view, numbers), room.principles, COMPARE)
    if not rows:
        return None
    told = []
    for row in rows:
        held = f" (held by: {row.held_by})" if row.held_by else ""
        states = [say_kept(line) for place, line in enumerate(row.lines) if not place or place - 1 in numbers]
        told.append((f"{row.title.rstrip('.')}{held}", *states))
    return Table(
        "Principles on which they differ",
        headings(numbers, "Principle"),
        tuple(told),
        _widths_with_cites(len(numbers)),
        tuple(tuple(dict.fromkeys(cite for line in row.lines if line for cite in line.cites)) for row in rows),
        left,
    )


def differing_principles(view: BriefView, numbers: Sequence[int]) -> list[PrincipleRow]:
    """The principles that are not kept alike by doing nothing and by some options."""
    places = (0, *(number + 1 for number in numbers))
    return [row for row in view.beside.principles if len({say_kept(row.lines[place]) for place in places}) > 1]


def differing(
    view: BriefView, numbers: Sequence[int], people: People
) -> list[tuple[Shift, tuple[str, ...], tuple[str, ...]]]:
    """Each question whose answer is not the same in all states, with the answers in words and its paragraphs."""
    options = [view.comparison.options[number] for number in numbers]
    by_key: dict[tuple[object, ...], list[Shift | None]] = {}
    for place, option in enumerate(options):
        for shift in option.shifts:
            by_key.setdefault((shift.finding, shift.identity), [None] * len(options))[place] = shift
    found = []
    for shifts in by_key.values():
        some = next(shift for shift in shifts if shift)
        before = some.before
        states = [_verdict(before), *(_verdict(shift.after if shift else before) for shift in shifts)]
        sides = [side for shift in shifts if shift for side in (shift.before, shift.after) if isinstance(side, Finding)]
        if len(set(states)) > 1 and {"fail", "unknown"} & set(states) and not any(map(people.in_row, sides)):
            cites = tuple(dict.fromkeys(cite for side in sides for cite in side.cites))
            found.append((some, tuple(VERDICTS[state] for state in states), cites, min(map(rank, sides))))
    return [(shift, states, cites) for shift, states, cites, _ in sorted(found, key=lambda each: each[3])]


def matters(option: OptionComparison, kind: str) -> list[Shift]:
    """The shifts of one kind that have a finding, or something not known, on either side."""
    return [shift for shift in option.of(kind) if {_verdict(shift.before), _verdict(shift.after)} & {"fail", "unknown"}]  # type: ignore[arg-type]


def headings(numbers: Iterable[int], corner: str = "") -> tuple[str, ...]:
    """The corner, doing nothing, and the options by their numbers."""
    return (corner, "Doing nothing", *(f"Option {number + 1}" for number in numbers))


def _verdict(row: object) -> str:
    return getattr(row, "verdict", "pass")


def _count(rows: Iterable[object], verdict: str, severity: str = "") -> int:
    return sum(_verdict(row) == verdict and severity in ("", getattr(row, "severity", "")) for row in rows)


def _things(option: OptionComparison) -> str:
    counts = dict(option.plan.headline)
    return f"{counts['closed']} end, {counts['moved']} move, {counts['new']} new"


def _widths_with_cites(options: int) -> tuple[int, ...]:
    """The same with a column for the paragraphs: the more options, the less of the width for what is beside them."""
    more = max(options - 2, 0)
    last = 24 - 4 * more
    return (*_widths(options, 34 - 5 * more, last), last)


def _widths(options: int, corner: int, last: int = 0) -> tuple[int, ...]:
    """Shares of the width: the corner, then doing nothing and each option alike, with room for a last column."""
    return (corner, *((100 - corner - last) // (options + 1) for _ in range(options + 1)))
