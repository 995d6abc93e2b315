"""Findings over models that are tried and thrown away: each as the few rows in which it differs from one that is there.

A trial gives verdicts by row and no evidence; whoever wants that checks the model that the trial was of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from orgmodel.findings.catalogue import FindingQuery
from orgmodel.findings.finding import Finding, Identity
from orgmodel.findings.run import run_rows
from orgmodel.graph import Answering, Changes, Engine, Rebuilding, Rows, Suppose, build_rows
from orgmodel.model import Model

LOT = 25
"""How many trials at the most pass between two looks at whether the model's own verdicts still come out."""
MOST_CHANGES = 20
"""How many rows may differ. An answer changes a few; the embedded engine has ended the process where some hundred rows
were changed and undone several times over, so that more are loaded whole."""

Verdicts = Mapping[tuple[str, Identity], Finding]


@dataclass(frozen=True)
class Trial:
    """A model to be tried, and the findings to ask of it."""

    model: Model
    ask: tuple[FindingQuery, ...]


def run_trials(
    engine: Engine,
    base: Verdicts,
    model: Model,
    rows: Rows,
    trials: Sequence[Trial],
    step: Callable[[int, int], None],
) -> list[Verdicts]:
    """The rows of each trial, passes too, in the order given. `rows` are those of `model` and loaded, `base` what was
    found in it; `step` hears how many trials are done, of how many.

    After each lot the model itself has to give what was found in it before: nothing of what was supposed has stayed.
    Where it does not, and for a model that differs in more than a few rows, the trial is loaded whole.
    """
    found: dict[int, Verdicts] = {}
    if not trials:
        return []
    step(0, len(trials))
    rebuilding = Rebuilding(model)
    with engine.supposing(rows) as suppose:
        for lot in _lots(trials):
            tried: dict[int, Verdicts | None] = {}
            for number in lot:
                tried[number] = _try(suppose, rebuilding, rows, trials[number])
                step(len(found) + len(tried), len(trials))
            asked = {query.id: query for number in lot for query in trials[number].ask}
            proof = Trial(model, tuple(asked.values()))
            sound = _same(base, _suppose(suppose, Changes(), rows, proof), asked)
            for number, verdicts in tried.items():
                found[number] = verdicts if sound and verdicts is not None else _load_whole(engine, trials[number])
    return [found[number] for number in range(len(trials))]


def _lots(trials: Sequence[Trial]) -> Iterator[Sequence[int]]:
    """The trials by number, those that ask the same together: an engine is quicker where it was asked before."""
    order = sorted(range(len(trials)), key=lambda number: [query.id for query in trials[number].ask])
    return (order[start : start + LOT] for start in range(0, len(order), LOT))


def _try(suppose: Suppose, rebuilding: Rebuilding, rows: Rows, trial: Trial) -> Verdicts | None:
    changes = rebuilding.diff(trial.model)
    return None if changes is None or changes.count > MOST_CHANGES else _suppose(suppose, changes, rows, trial)


def _suppose(suppose: Suppose, changes: Changes, rows: Rows, trial: Trial) -> Verdicts:
    return suppose(changes, lambda answering: _ask(answering, rows.model, trial))


def _load_whole(engine: Engine, trial: Trial) -> Verdicts:
    """The rows of a trial that is loaded as a model of its own, in place of the one before it."""
    about = trial.model.about
    rows = build_rows(trial.model.model_copy(update={"about": about.model_copy(update={"id": f"{about.id}+tried"})}))
    engine.load_many([rows])
    return _ask(engine, rows.model, trial)


def _ask(answering: Answering, key: str, trial: Trial) -> Verdicts:
    return {row.key: row for query in trial.ask for row in run_rows(answering, trial.model, key, query, {}, True)}


def _same(base: Verdicts, found: Verdicts, asked: Mapping[str, FindingQuery]) -> bool:
    before = {key: row.verdict for key, row in base.items() if key[0] in asked and row.verdict != "pass"}
    return {key: row.verdict for key, row in found.items() if row.verdict != "pass"} == before
