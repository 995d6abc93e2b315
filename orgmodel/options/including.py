"""Options that build on others: `includes` brings their changes in, `requires` and `excludes` are conditions."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from orgmodel.errors import OptionError, Place, Problem
from orgmodel.model import Model
from orgmodel.options.apply import apply
from orgmodel.options.changes import AnyChange
from orgmodel.options.changeset import Changeset, Path


def with_included(option: Changeset, options: Mapping[str, Changeset]) -> Changeset:
    """The option with the changes of all that it includes, each once and each with its own citations and place."""
    parts = [options[ident] for ident in _included(option, options)]
    if not parts:
        return option
    places: dict[Path, Place] = {path: place for path, place in option.places.items() if path[:1] != ("changes",)}
    changes: list[AnyChange] = []
    for part in [*parts, option]:
        for number, change in enumerate(part.changes):
            evidence = {"cites": change.cites or part.cites, "basis": change.basis or part.basis}
            for path, place in part.places.items():
                if path[:2] == ("changes", number):
                    places[("changes", len(changes), *path[2:])] = place
            changes.append(change.model_copy(update=evidence))
    phases = {phase.id: phase for part in [*parts, option] for phase in part.phases}
    whole = option.model_copy(update={"changes": tuple(changes), "phases": tuple(phases.values())})
    return whole.located(places)


def check_others(option: Changeset, options: Mapping[str, Changeset]) -> Iterator[Problem]:
    """What is wrong with the options that an option names: not there, itself, or included in a circle."""
    for path, ident in _others(option):
        field, place = str(path[0]), option.place(*path)
        if ident not in options:
            near = difflib.get_close_matches(ident, options, n=1)
            known = f"the options are: {', '.join(sorted(options))}"
            yield Problem(place, f"no option has the id '{ident}'", f"did you mean '{near[0]}'?" if near else known)
        elif ident == option.id:
            says = "is a variant of" if field == "variant_of" else field
            yield Problem(place, f"option '{ident}' {says} itself", "leave it out")
        elif field in ("includes", "requires") and option.id in reached(ident, field, options):
            what = f"'{option.id}' and '{ident}' {field.removesuffix('s')} each other"
            yield Problem(place, what, "leave one of them out")


def _others(option: Changeset) -> Iterator[tuple[Path, str]]:
    """Every option that an option names, with the path to where it does."""
    for field in ("includes", "requires", "excludes"):
        yield from (((field, number), ident) for number, ident in enumerate(getattr(option, field)))
    if option.variant_of:
        yield ("variant_of",), option.variant_of


def required_model(model: Model, option: Changeset, options: Mapping[str, Changeset]) -> Model:
    """The model that an option builds on: the baseline with everything that the option requires."""
    needed = sorted(reached(option.id, "requires", options))
    waiting = [options[ident] for ident in needed]
    while waiting:
        applied = model.id.split("+")
        ready = next((each for each in waiting if set(each.requires) <= set(applied)), None)
        if ready is None:
            names = ", ".join(each.id for each in waiting)
            raise OptionError([Problem(option.place("requires"), f"these require each other: {names}")])
        waiting.remove(ready)
        model = apply(model, ready)
    return model


def _included(option: Changeset, options: Mapping[str, Changeset]) -> list[str]:
    return sorted(reached(option.id, "includes", {**options, option.id: option}) - {option.id})


def reached(ident: str, field: str, options: Mapping[str, Changeset]) -> set[str]:
    """All options that one reaches through a field such as `includes` or `requires`, from one to the next."""
    found: set[str] = set()
    waiting = [ident]
    while waiting:
        option = options.get(waiting.pop())
        new = set(getattr(option, field)) - found if option else set()
        found |= new
        waiting += sorted(new)
    return found
