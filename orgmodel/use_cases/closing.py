"""Which options of a model close a finding, open it elsewhere, or leave it as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from orgmodel.errors import UsageError
from orgmodel.graph import Engine
from orgmodel.options import Shift
from orgmodel.use_cases.changing import compare_options
from orgmodel.use_cases.opening import Opened


@dataclass(frozen=True)
class OptionEffect:
    """What one option does to each row of a finding."""

    option: str
    title: str
    shifts: tuple[Shift, ...]


def find_option_effects(
    opened: Opened, finding: str, engine: Engine, step: Callable[[str], None] = lambda name: None
) -> list[OptionEffect]:
    """What every option of the model does to a finding; raises UsageError where there is no such finding."""
    query = next((query for query in opened.catalogue if query.id == finding), None)
    if query is None:
        hint = "Options close findings. Give the id of one, as orgmodel check prints it."
        raise UsageError(f"'{finding}' is not a finding", hint)
    only = replace(opened, catalogue=(query,))
    compared = compare_options(only, sorted(opened.options), engine, step)
    return [OptionEffect(option.option, option.title, option.shifts) for option in compared.options]
