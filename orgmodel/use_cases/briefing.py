"""Everything that a decision paper tells, gathered once: it knows nothing of pages, nor of what is left out of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from orgmodel.answers import RecommendationLine
from orgmodel.graph import Engine
from orgmodel.model import Assessment, Model, Passage
from orgmodel.options import Changeset, Comparison, Handover, Plan, find_handover
from orgmodel.options.check_phases import named_in
from orgmodel.pictures import StructurePicture, draw_union
from orgmodel.use_cases.changing import check_options, compare_checked
from orgmodel.use_cases.checking import Report
from orgmodel.use_cases.knowing import read_recommendations
from orgmodel.use_cases.opening import Opened

MOST_WIDE, MOST_HIGH = 950, 1240
"""How large a picture may be, in pixels, for its small type to be 7 points on an A4 page held upright."""

MOST_HIGH_TOGETHER = 560
"""How high pictures in one layout may be: three of them then take a page and a half at the most."""

LAYOUTS = tuple((stack, one_row) for one_row in (True, False) for stack in (1, 2, 3, 5, 9))
"""How many boxes stand in one column, and whether what is outside the organisation stands beside it."""

TODAY = "Doing nothing"


@dataclass(frozen=True)
class Drawn:
    """Pictures of the structure: of today (None where no layout holds all options), and one an option, or None.

    Each shows only what differs, with the units above it, and is small enough to be read on a page.
    """

    today: StructurePicture | None
    options: tuple[StructurePicture | None, ...]


@dataclass(frozen=True)
class Brief:
    """A checked model beside some options, with all that those who decide are told.

    `options`, `comparison.options`, `models` and `handovers` are in the same order. `withheld` are the passages that
    are not open and that the options cite or touch; `withheld_elsewhere` counts the others.
    """

    model: Model
    report: Report
    options: tuple[Changeset, ...]
    comparison: Comparison
    models: tuple[Model, ...]
    handovers: tuple[Handover, ...]
    drawn: Drawn
    recommendations: tuple[RecommendationLine, ...]
    assessments: tuple[Assessment, ...]
    withheld: tuple[Passage, ...]
    withheld_elsewhere: int


def gather_brief(
    opened: Opened, names: Sequence[str], engine: Engine, step: Callable[[str], None] = lambda name: None
) -> Brief:
    """Check a model and the options named, and gather what a paper tells of them.

    Raises UsageError for an option that is not there, and OptionError for one that cannot be carried out.
    """
    checked = check_options(opened, names, engine, step)
    options = tuple(result.option for result in checked.results)
    models = tuple(result.model for result in checked.results)
    comparison = compare_checked(checked)
    touching = frozenset(ident for option in comparison.options for ident in _touched(option.plan, opened))
    withheld = [passage for passage in opened.model.passages if passage.state != "open"]
    bearing = tuple(passage for passage in withheld if _bears(passage, options, touching))
    return Brief(
        model=opened.model,
        report=checked.base,
        options=options,
        comparison=comparison,
        models=models,
        handovers=tuple(find_handover(opened.model, option) for option in options),
        drawn=draw_states(opened.model, models, [option.title for option in options]),
        recommendations=tuple(_recommended(opened, options)),
        assessments=tuple(
            each for each in opened.model.assessments if each.option in {option.id for option in options}
        ),
        withheld=bearing,
        withheld_elsewhere=len(withheld) - len(bearing),
    )


def draw_states(model: Model, options: Sequence[Model], titles: Sequence[str]) -> Drawn:
    """Today and each option in one layout where that can be read on a page; else each option with what it takes."""
    if all_of_them := _draw([model, *options], [TODAY, *titles], MOST_HIGH_TOGETHER):
        return Drawn(all_of_them[0], tuple(all_of_them[1:]))
    alone = [_draw([model, option], [TODAY, title], MOST_HIGH) for option, title in zip(options, titles, strict=True)]
    return Drawn(None, tuple(pictures[1] if pictures else None for pictures in alone))


def _draw(models: Sequence[Model], titles: Sequence[str], most_high: int) -> list[StructurePicture]:
    """The pictures in the lowest layout that a page can hold; none where none is small enough, or nothing differs."""
    drawn = [draw_union(models, titles, stack=stack, one_row=one_row) for stack, one_row in LAYOUTS]
    fitting = [pictures for pictures in drawn if pictures[0].shown and _fits(pictures[0], most_high)]
    return min(fitting, key=lambda pictures: pictures[0].height, default=[])


def _fits(picture: StructurePicture, most_high: int) -> bool:
    return picture.width <= MOST_WIDE and picture.height <= most_high


def _recommended(opened: Opened, options: Sequence[Changeset]) -> Iterator[RecommendationLine]:
    """What was recommended in the paragraphs that an option as a whole rests on, or names the option."""
    for line in read_recommendations(opened):
        named = opened.model.by_id[line.id]
        doing = tuple(
            option.id
            for option in options
            if option.id in getattr(named, "options", ())
            or (line.changes_structure and set(option.cites) & set(line.cites))
        )
        if doing:
            yield replace(line, options=doing)


def _touched(plan: Plan, opened: Opened) -> Iterator[str]:
    """Every thing that an option changes, or names in a change."""
    yield from (step.thing.id for step in plan.steps)
    for change in opened.options[plan.option].changes:
        yield from named_in(change)


def _bears(passage: Passage, options: Sequence[Changeset], touched: frozenset[str]) -> bool:
    cites = {cite for option in options for part in (option, *option.changes) for cite in part.cites}
    return f"{passage.source}#{passage.paragraph}" in cites or bool(touched & set(passage.touches))
