"""Whether principles are kept, as things are and as options would leave them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from orgmodel.answers.principles import PrincipleLine, judge_principles
from orgmodel.errors import UsageError
from orgmodel.findings import Finding
from orgmodel.graph import Engine
from orgmodel.use_cases.changing import Checked, check_options
from orgmodel.use_cases.opening import Opened


@dataclass(frozen=True)
class PrinciplesOf:
    """The principles as one option would leave them; `option` is "" for doing nothing."""

    option: str
    title: str
    lines: tuple[PrincipleLine, ...]


def compare_principles(
    opened: Opened, names: Sequence[str], engine: Engine, step: Callable[[str], None] = lambda name: None
) -> list[PrinciplesOf]:
    """Doing nothing, and each option named, by the model's principles. No option is said to win."""
    return judge_checked(check_options(opened, names, engine, step, principles=True))


def judge_checked(checked: Checked) -> list[PrinciplesOf]:
    """Doing nothing and each option that was checked, by the principles of its model."""
    asked = checked.principles or ((),) * (len(checked.results) + 1)
    base = tuple(judge_principles(checked.base.model, [*checked.base.rows, *asked[0]]))
    found = [PrinciplesOf("", "Doing nothing", base)]
    for result, own in zip(checked.results, asked[1:], strict=True):
        rows: Iterable[Finding] = result.rows  # type: ignore[assignment]
        lines = tuple(judge_principles(result.model, [*rows, *own]))
        found.append(PrinciplesOf(result.option.id, result.option.title, lines))
    return found


def find_broken(opened: Opened, found: Sequence[PrinciplesOf], required: Sequence[str]) -> list[PrincipleLine]:
    """The principles that somebody requires and that are not kept, as things are or, where options are named, under
    any of them; raises UsageError where the model has no such principle."""
    known = [principle.id for principle in opened.model.principles]
    for name in required:
        if name not in known:
            hint = f"Its principles: {', '.join(known) or 'none'}."
            raise UsageError(f"'{opened.model.id}' has no principle '{name}'", hint)
    looked = found[1:] or found
    return [line for of in looked for line in of.lines if line.id in required and line.verdict == "not kept"]
