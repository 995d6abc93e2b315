"""Options on the page: doing nothing and each option side by side, and the structure under each, in one layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.options import OptionComparison, Shift
from orgmodel.pictures import StructurePicture, draw_union
from orgmodel.pictures.inline import inline_svg
from orgmodel.pictures.svg import Links
from orgmodel.render.comparison_text import HEADINGS
from orgmodel.render.html.people import People
from orgmodel.render.html.view import PageView
from orgmodel.render.verdicts import HEADLINES, of_word

DOING_NOTHING = "Doing nothing"
ALWAYS_TOLD = ("closed", "opened", "changed", "settled", "become_unknown")


@dataclass(frozen=True)
class Shifts:
    """What an option does to the findings in one way, and how many of these are left out as they name people."""

    kind: str
    heading: str
    shown: tuple[Shift, ...]
    hidden: int


@dataclass(frozen=True)
class State:
    """The structure in one state: its title, the chart as SVG, and what is in it that is new or gone, as rows."""

    title: str
    picture: StructurePicture
    svg: str
    rows: tuple[tuple[str, str, str], ...]


def count_beside(view: PageView) -> list[tuple[str, list[str]]]:
    """A line for each count: its name, then its number for doing nothing and for each option."""
    options = view.comparison.options
    after = [[shift.after for shift in option.shifts if shift.after] for option in options]
    lines = []
    for word in HEADLINES:
        numbers = [of_word(word, rows) for rows in (view.comparison.base, *after)]  # type: ignore[arg-type]
        lines.append((word, [str(len(found)) for found in numbers]))
    for kind, heading in HEADINGS.items():
        lines.append((heading, ["", *(str(dict(option.counts)[kind]) for option in options)]))  # type: ignore[index]
    lines.append(("Left without a known destination", ["", *(str(len(option.losses)) for option in options)]))
    lines.append(("Questions left open", ["", *(str(len(option.questions)) for option in options)]))
    return lines


def shifts_of(option: OptionComparison, people: People) -> list[Shifts]:
    """Every kind of shift of an option, those without any too where a reader would look for them."""
    told = []
    for kind, heading in HEADINGS.items():
        every = option.of(kind)  # type: ignore[arg-type]
        shown = tuple(s for s in every if not people.in_row(s.before) and not people.in_row(s.after))  # type: ignore[arg-type]
        if every or kind in ALWAYS_TOLD:
            told.append(Shifts(kind, heading, shown, len(every) - len(shown)))
    return told


def draw_states(view: PageView) -> list[State]:
    """Doing nothing and each option in one layout, or nothing where no option is compared."""
    options = view.comparison.options
    if not options:
        return []
    titles = [DOING_NOTHING, *(option.title for option in options)]
    pictures = draw_union([view.model, *view.models], titles, Links())
    return [
        State(title, picture, inline_svg(picture.svg, f"state-{number}"), _rows(picture))
        for number, (title, picture) in enumerate(zip(titles, pictures, strict=True))
    ]


def _rows(picture: StructurePicture) -> tuple[tuple[str, str, str], ...]:
    """The picture as rows: the unit, what is in it, and what the state does to it."""
    rows = []
    for box in (box for root in picture.boxes for box in root.walk()):
        rows.append((box.title, "the unit itself", _presence(box.presence, box.words)))
        rows += [(box.title, line.text, _presence(line.presence, line.words)) for line in box.lines]
    return tuple(rows)


def _presence(presence: str, words: Sequence[str]) -> str:
    return ", ".join(words) if words else {"here": "as it is today", "new": "new here"}.get(presence, "not here")
