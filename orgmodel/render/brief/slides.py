"""What three slides say, as values: the decision and why, the options side by side, what is not known and what next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from orgmodel.pictures.tree import count
from orgmodel.render.brief.after import say_sheet
from orgmodel.render.brief.background import say_finding
from orgmodel.render.brief.beside import BESIDE, count_table, differing, headings
from orgmodel.render.brief.blocks import Block, Items, Picture, Section, Table, Text
from orgmodel.render.brief.choosing import COMPARE, ROOMS, SERVE, bearing_rows, first
from orgmodel.render.brief.decisions import Decision, list_choices, list_exclusions, list_questions
from orgmodel.render.brief.options import draw_block
from orgmodel.render.brief.paper import MOST_TITLES, people_of, title_of
from orgmodel.render.brief.phrases import say_options
from orgmodel.render.brief.unknowns import build_withheld, list_unknowns, say_none_unknown
from orgmodel.render.brief.view import BriefView
from orgmodel.render.brief.weighed import weighed_grid
from orgmodel.render.html.people import People
from orgmodel.render.wording import join_words

MOST_LINES, MOST_WHY, MOST_ROWS, MOST_OPTIONS = 5, 3, 6, 4
"""How much a slide holds: lines in a list, findings under why now and in the table, options beside doing nothing."""

MOST_LEGEND = 300
"""How many letters stand below the picture in two lines."""

MOST_BELOW = 3
"""How many lines a list holds that stands below a table."""

MOST_TALL, LETTERS, GAP = 26.0, 150, 0.35
"""The room below a title in lines, the letters across it, and what stands between two rows, in lines."""

AROUND = 3.5
"""What a list needs beside its lines: its heading, what it leaves out, and the room above."""

COUNTED = (
    "Findings, those accepted included", "of these, of high severity", "Cases in which we do not know",
    "Left without a known holder", "Questions left open", "Cost",
)  # fmt: skip
"""The counts of the paper's table that the slide shows; the paper has the others."""

NO_PICTURE = (
    "No picture of the structure: what the options touch is too much to be read on a slide, or is nothing that a chart "
    f"shows. The paper and {SERVE} tell it."
)
BESIDE_TITLE, UNKNOWN_TITLE = "The options side by side: none is ranked", "What we do not know, and what comes next"
PICTURE_TITLE = "The structure: today, and what each option changes"


@dataclass(frozen=True)
class Slide:
    """A title, what stands under it (lists below the table where there are both), and notes for whoever speaks: every
    paragraph behind what is shown."""

    title: str
    lists: tuple[Items, ...] = ()
    table: Table | None = None
    picture: Picture | None = None
    notes: tuple[Text, ...] = ()


def build_slides(view: BriefView) -> tuple[Slide, Slide, Slide]:
    """The three slides; what names people is left out of them. Where the structure can be drawn so that a room can
    read it, it has a slide, and what is not known stands under the options side by side."""
    people = people_of(view)
    drawn = _picture(view, people)
    decision = _decision(view, people, "" if drawn else NO_PICTURE)
    if drawn is None:
        return decision, _beside(view, people, MOST_TALL), _unknown(view, people, MOST_LINES)
    unknown = _unknown(view, people, MOST_BELOW)
    beside = _beside(view, people, MOST_TALL - max(map(_list_height, unknown.lists)))
    title = "The options side by side, none ranked, and what we do not know"
    return decision, drawn, replace(beside, title=title, lists=unknown.lists, notes=(*beside.notes, *unknown.notes))


def _decision(view: BriefView, people: People, note: str) -> Slide:
    choices = [*(_say(each) for each in list_choices(view)), *list_exclusions(view)]
    asked = [*choices, *(_say(each) for each in list_questions(view))]
    told, left = first(asked, max(MOST_LINES, len(choices)), "in the notes")
    rows = [say_finding(row) for row in bearing_rows(view, people)]
    why, more = first(rows, MOST_WHY, f"in the notes, and {COMPARE}")
    none = Text("The options bear on nothing that is a finding today.")
    lists = (
        _clean(Items("To be decided", tuple(told), left), people),
        _clean(Items("Why now", tuple(why) or (none,), ". ".join(filter(None, (more, note)))), people),
    )
    return Slide(title_of(view, people), lists, notes=tuple(_safe([*asked, *rows], people)))


def _picture(view: BriefView, people: People) -> Slide | None:
    """The structure with what every option changes in it; None where it could not be read, or names somebody."""
    if view.drawn.slide is None:
        return None
    picture = draw_block(view.drawn.slide, PICTURE_TITLE)
    if people.says(picture.spoken):
        return None
    options = [Text(f"{option.title}.", option.cites, f"Option {n}:") for n, option in enumerate(view.options, start=1)]
    told = tuple(_safe(options, people))
    legend = view.drawn.slide.description
    letters = len(legend) + sum(len(each.words) + len(each.lead) for each in told)
    shown = told if letters <= MOST_LEGEND else (Text("Options go by their numbers on the first slide."),)
    return Slide(PICTURE_TITLE, (Items(legend, shown),), picture=picture, notes=told)


def _beside(view: BriefView, people: People, tall: float) -> Slide:
    numbers = range(min(MOST_OPTIONS, BESIDE, len(view.options)))
    counted = [row for row in count_table(view, numbers, ROOMS[-1]).rows if row[0] in COUNTED]
    weighed, criteria = _weighed(view, numbers)
    differences = differing(view, range(len(view.options)), people)
    told = [
        (f"{shift.title} {join_words(shift.names)}", *states[: len(numbers) + 1]) for shift, states, _ in differences
    ]
    columns = headings(numbers)
    if len(numbers) <= MOST_TITLES:
        columns = (*columns[:2], *(f"Option {number + 1}: {view.options[number].title}" for number in numbers))
    widths = (34, *(66 // (len(numbers) + 1) for _ in range(len(numbers) + 1)))
    rows = [*counted, *weighed]
    room = count_fitting([columns, *rows], told, widths, tall)
    shown, left = first(told, min(MOST_ROWS, room), COMPARE)
    if told and not shown:
        left = f"They differ on {count(len(told), 'question')}: {COMPARE}"
    beyond = len(view.options) - len(numbers)
    left = ". ".join(filter(None, [left, f"{count(beyond, 'option')} more in the paper" if beyond else ""]))
    notes = [Text(_states(shift.title, shift.names, states), cites) for shift, states, cites in differences]
    safe = [row for row in (*rows, *shown) if not people.says(" ".join(row))]
    table = Table("The options side by side with doing nothing", columns, tuple(safe), widths, left=left)
    return Slide(BESIDE_TITLE, table=table, notes=tuple(_safe([*notes, *criteria], people)))


def _weighed(view: BriefView, numbers: Sequence[int]) -> tuple[list[tuple[str, ...]], list[Text]]:
    """The sums and who is outdone, and for the notes every criterion as it was set; nothing where nobody set any."""
    grid = weighed_grid(view)
    if grid is None:
        return [], []
    rows = [(row.label, row.cells[0], *(row.cells[number + 1] for number in numbers)) for row in grid.rows[-2:]]
    notes = [Text(grid.lead), *(Text(f"{row.label}: {join_words(list(row.cells))}.") for row in grid.rows)]
    return rows, [*notes, *map(Text, grid.notes)]


def count_fitting(
    rows: Sequence[Sequence[str]], more: Sequence[Sequence[str]], widths: Sequence[int], tall: float = MOST_TALL
) -> int:
    """How many more rows a slide has room for below the first ones, as cells with much in them take several lines."""
    left = tall - sum(row_height(row, widths) for row in rows)
    for number, row in enumerate(more):
        left -= row_height(row, widths)
        if left < 0:
            return number
    return len(more)


def row_height(row: Sequence[str], widths: Sequence[int], across: float = LETTERS) -> float:
    """About how tall a row is in lines, with the room between rows; rather too tall than not enough."""
    letters = [across * width / sum(widths) for width in widths]
    return GAP + max(ceil(len(cell) / wide) or 1 for cell, wide in zip(row, letters, strict=True))


def _unknown(view: BriefView, people: People, most: int) -> Slide:
    unknowns = list_unknowns(view)
    withheld: Section = build_withheld(view, ROOMS[-1])
    apart = [text for block in withheld.blocks for text in _texts(block)]
    shown, left = first(unknowns, most, "in the notes")
    none = Text(say_none_unknown(view))
    gaps = [say_sheet(number, sheet) for number, sheet in enumerate(view.handovers, start=1) if sheet.gaps]
    next_, more = first([*(text for text in apart if text.lead), *gaps], most + 1, "in the notes")
    nothing = Text("Nothing that the options cite or touch is withheld, and no handover has a gap.")
    lists = (
        _clean(Items("Not known", tuple(shown) or (none,), left), people),
        _clean(Items("Withheld, and to be handed over", tuple(next_) or (nothing,), more), people),
    )
    return Slide(UNKNOWN_TITLE, lists, notes=tuple(_safe([*unknowns, *apart, *gaps], people)))


def _list_height(items: Items) -> float:
    """About how tall a list is in lines where it has half of the slide."""
    return AROUND + sum(row_height((f"{item.lead} {item.words}",), (1,), LETTERS / 2) for item in items.items)


def _texts(block: Block) -> tuple[Text, ...]:
    """The texts of a block, those of a list included."""
    return (block,) if isinstance(block, Text) else block.items if isinstance(block, Items) else ()


def _states(title: str, names: Sequence[str], states: Sequence[str]) -> str:
    columns = headings(range(len(states) - 1))[1:]
    said = [f"{column.lower()} {state}" for column, state in zip(columns, states, strict=True)]
    return f"{title} {join_words(list(names))}: {', '.join(said)}."


def _say(decision: Decision) -> Text:
    end = "" if decision.question.endswith("?") else "."
    words = f"{decision.question}{end} Decided by: {decision.decided_by}."
    return Text(words, decision.cites, f"{say_options(decision.options)}:")


def _safe(texts: Sequence[Text], people: People) -> list[Text]:
    return [text for text in texts if not people.says(f"{text.lead} {text.words}")]


def _clean(items: Items, people: People) -> Items:
    return Items(items.lead, tuple(_safe(items.items, people)), items.left)
