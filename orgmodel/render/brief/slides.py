"""What three slides say, as values: the decision and why, the options side by side, what is not known and what next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from orgmodel.pictures.tree import count
from orgmodel.render.brief.background import say_finding
from orgmodel.render.brief.beside import BESIDE, count_table, differing, headings
from orgmodel.render.brief.blocks import Items, Section, Table, Text
from orgmodel.render.brief.choosing import bearing_rows, compare_command, first
from orgmodel.render.brief.decisions import Decision, list_choices, list_exclusions, list_questions
from orgmodel.render.brief.paper import people_of, title_of
from orgmodel.render.brief.unknowns import build_withheld, list_unknowns
from orgmodel.render.brief.view import BriefView
from orgmodel.render.html.people import People
from orgmodel.render.wording import join_words

MOST_LINES, MOST_WHY, MOST_ROWS, MOST_OPTIONS = 5, 3, 6, 4
"""How much a slide holds: lines in a list, findings under why now and in the table, options beside doing nothing."""

MOST_TALL, LETTERS, GAP = 27.0, 132, 0.35
"""The room of a table: lines on a slide, letters across it, and what stands between two rows, in lines."""

COUNTED = (
    "Findings, those accepted included", "of these, of high severity", "Cases in which we do not know",
    "Left without a known holder", "Questions left open", "Cost",
)  # fmt: skip
"""The counts of the paper's table that the slide shows; the paper has the others."""


@dataclass(frozen=True)
class Slide:
    """A title, what stands under it, and notes for whoever speaks: every paragraph behind what is shown."""

    title: str
    left: Items | None
    right: Items | None
    table: Table | None
    notes: tuple[Text, ...]


def build_slides(view: BriefView) -> tuple[Slide, Slide, Slide]:
    """The three slides; what names people is left out of them."""
    people = people_of(view)
    return _decision(view, people), _beside(view, people), _unknown(view, people)


def _decision(view: BriefView, people: People) -> Slide:
    choices = [*(_say(each) for each in list_choices(view)), *list_exclusions(view)]
    told, left = first(choices, MOST_LINES, "in the notes")
    rows = [say_finding(row) for row in bearing_rows(view, people)]
    why, more = first(rows, MOST_WHY, f"in the notes, and {compare_command(view)}")
    none = Text("The options bear on nothing that is a finding today.")
    return Slide(
        title=title_of(view, people),
        left=_clean(Items("To be decided", tuple(told), left), people),
        right=_clean(Items("Why now", tuple(why) or (none,), more), people),
        table=None,
        notes=tuple(_safe([*choices, *rows], people)),
    )


def _beside(view: BriefView, people: People) -> Slide:
    numbers = range(min(MOST_OPTIONS, BESIDE, len(view.options)))
    counted = count_table(view, numbers)
    rows = [row for row in counted.rows if row[0] in COUNTED]
    differences = differing(view, range(len(view.options)), people)
    told = [
        (f"{shift.title} {join_words(shift.names)}", *states[: len(numbers) + 1]) for shift, states, _ in differences
    ]
    titles = tuple(f"{heading}: {option.title}" for heading, option in zip(
        headings(numbers)[2:], view.comparison.options, strict=False))  # fmt: skip
    columns = ("", "Doing nothing", *titles)
    widths = (34, *(66 // (len(numbers) + 1) for _ in range(len(numbers) + 1)))
    room = count_fitting([columns, *rows], told, widths)
    shown, left = first(told, min(MOST_ROWS, room), compare_command(view))
    rows += shown
    beyond = len(view.options) - len(numbers)
    left = ". ".join(filter(None, [left, f"{count(beyond, 'option')} more in the paper" if beyond else ""]))
    notes = [Text(_states(shift.title, shift.names, states), cites) for shift, states, cites in differences]
    table = Table("The options side by side with doing nothing", columns, tuple(rows), widths, left=left)
    return Slide("The options side by side: none is ranked", None, None, table, tuple(_safe(notes, people)))


def count_fitting(rows: Sequence[Sequence[str]], more: Sequence[Sequence[str]], widths: Sequence[int]) -> int:
    """How many more rows a slide has room for below the first ones, as cells with much in them take several lines."""
    left = MOST_TALL - sum(_height(row, widths) for row in rows)
    for number, row in enumerate(more):
        left -= _height(row, widths)
        if left < 0:
            return number
    return len(more)


def _height(row: Sequence[str], widths: Sequence[int]) -> float:
    """About how tall a row is in lines, with the room between rows; rather too tall than not enough."""
    letters = [LETTERS * width / sum(widths) for width in widths]
    return GAP + max(ceil(len(cell) / wide) or 1 for cell, wide in zip(row, letters, strict=True))


def _unknown(view: BriefView, people: People) -> Slide:
    unknowns = list_unknowns(view)
    withheld: Section = build_withheld(view)
    apart = [block for block in withheld.blocks if isinstance(block, Text)]
    shown, left = first(unknowns, MOST_LINES, "in the notes")
    questions = [_say(each) for each in list_questions(view)]
    gaps = [
        Text(f"{sheet.gaps} of {count(len(sheet.lines), 'line')} of the handover of option {number} have a gap.")
        for number, sheet in enumerate(view.handovers, start=1)
        if sheet.gaps
    ]
    todo, more = first(questions, MOST_LINES, "in the notes")
    return Slide(
        title="What we do not know, and what comes next",
        left=_clean(Items("Not known", (*shown, *_of_withheld(apart)), left), people),
        right=_clean(Items("To be answered next", (*todo, *gaps), more), people),
        table=None,
        notes=tuple(_safe([*unknowns, *apart, *questions, *gaps], people)),
    )


def _of_withheld(apart: Sequence[Text]) -> Iterator[Text]:
    """What is withheld, apart from what is only not known."""
    yield from (text for text in apart if text.lead)


def _states(title: str, names: Sequence[str], states: Sequence[str]) -> str:
    columns = headings(range(len(states) - 1))[1:]
    said = [f"{column.lower()} {state}" for column, state in zip(columns, states, strict=True)]
    return f"{title} {join_words(list(names))}: {', '.join(said)}."


def _say(decision: Decision) -> Text:
    end = "" if decision.question.endswith("?") else "."
    return Text(f"{decision.question}{end} Decided by: {decision.decided_by}.", decision.cites)


def _safe(texts: Sequence[Text], people: People) -> list[Text]:
    return [text for text in texts if not people.says(f"{text.lead} {text.words}")]


def _clean(items: Items, people: People) -> Items:
    return Items(items.lead, tuple(_safe(items.items, people)), items.left)
