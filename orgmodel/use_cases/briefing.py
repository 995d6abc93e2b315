"""Everything that a decision paper tells, gathered once: it knows nothing of pages, nor of what is left out of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from orgmodel.answers import RecommendationLine
from orgmodel.graph import Engine
from orgmodel.model import Assessment, Model, Passage
from orgmodel.options import Changeset, Comparison, Handover, Plan
from orgmodel.options.beside import Beside
from orgmodel.options.check_phases import named_in
from orgmodel.options.criteria import Criteria
from orgmodel.use_cases.changing import check_options
from orgmodel.use_cases.checking import Report
from orgmodel.use_cases.comparing import lay_beside
from orgmodel.use_cases.drawing import Drawn, draw_states
from orgmodel.use_cases.knowing import read_recommendations
from orgmodel.use_cases.opening import Opened


@dataclass(frozen=True)
class Brief:
    """A checked model beside some options, with all that those who decide are told.

    `options` and the sides of `beside`, which doing nothing leads, are in the same order. `withheld` are the passages
    that are not open and that the options cite or touch; `withheld_elsewhere` counts the others.
    """

    model: Model
    report: Report
    options: tuple[Changeset, ...]
    beside: Beside
    drawn: Drawn
    recommendations: tuple[RecommendationLine, ...]
    assessments: tuple[Assessment, ...]
    withheld: tuple[Passage, ...]
    withheld_elsewhere: int

    @property
    def comparison(self) -> Comparison:
        """What each option does to the findings."""
        return self.beside.comparison

    @property
    def models(self) -> tuple[Model, ...]:
        """The model of each option."""
        return tuple(side.model for side in self.beside.sides[1:])

    @property
    def handovers(self) -> tuple[Handover, ...]:
        """The handover sheet of each option."""
        return tuple(side.handover for side in self.beside.sides[1:] if side.handover)


def gather_brief(
    opened: Opened,
    names: Sequence[str],
    engine: Engine,
    step: Callable[[str], None] = lambda name: None,
    criteria: Criteria | None = None,
) -> Brief:
    """Check a model and the options named, and gather what a paper tells of them, under `criteria` if there are any.

    Raises UsageError for an option that is not there, and OptionError for one that cannot be carried out.
    """
    checked = check_options(opened, names, engine, step, principles=True)
    options = tuple(result.option for result in checked.results)
    beside = lay_beside(opened, checked).weighed_by(criteria)
    touching = frozenset(ident for option in beside.comparison.options for ident in _touched(option.plan, opened))
    withheld = [passage for passage in opened.model.passages if passage.state != "open"]
    bearing = tuple(passage for passage in withheld if _bears(passage, options, touching))
    return Brief(
        model=opened.model,
        report=checked.base,
        options=options,
        beside=beside,
        drawn=draw_states([side.model for side in beside.sides], [side.title for side in beside.sides]),
        recommendations=tuple(_recommended(opened, options)),
        assessments=tuple(
            each for each in opened.model.assessments if each.option in {option.id for option in options}
        ),
        withheld=bearing,
        withheld_elsewhere=len(withheld) - len(bearing),
    )


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
