"""The findings of several versions of one model, whole and with evidence: the first is loaded, and each of the others
is asked as the rows in which it differs from it, instead of being loaded anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from orgmodel.errors import EngineError
from orgmodel.findings.catalogue import FindingQuery
from orgmodel.findings.finding import Outcome
from orgmodel.findings.run import EvidenceIndex, index_evidence, run_catalogue, run_finding
from orgmodel.graph import Changes, Engine, Rows, Suppose, diff_versions
from orgmodel.model import Model

LOT = 14
"""How many findings are asked of every version before the next ones are: an engine is quicker where it was asked
before, and keeps memory for each question until it is done with supposing."""
MOST_CHANGES = 400
"""How many rows may differ: each is carried out by itself for each lot, so that loading is soon quicker than more."""


@dataclass(frozen=True)
class Version:
    """A model to be asked, its rows, and what people call it while they wait."""

    model: Model
    rows: Rows
    title: str


def run_versions(
    engine: Engine, versions: Sequence[Version], catalogue: Sequence[FindingQuery], step: Callable[[str], None]
) -> list[list[Outcome]]:
    """The outcomes of each version, passes too, in the order given. `step` is told each title once, as work goes on.

    After each lot of findings the first version has to give what it gave before: nothing of what was supposed has
    stayed. Where it does not, where an engine cannot, and for a version that differs in too much, each is loaded whole.
    """
    telling = _Telling(versions, step)
    changes = {0: Changes()}
    for number, version in enumerate(versions[1:], 1):
        differing = diff_versions(versions[0].rows, version.rows)
        if differing.count <= MOST_CHANGES:
            changes[number] = differing
    found = _suppose_all(engine, versions, changes, catalogue, telling) if len(changes) > 1 else {}
    numbers = range(len(versions))
    return [found.get(number) or _load_whole(engine, versions, number, catalogue, telling) for number in numbers]


class _Telling:
    """Tells the title of each version once."""

    def __init__(self, versions: Sequence[Version], step: Callable[[str], None]) -> None:
        self._untold, self._step = {number: version.title for number, version in enumerate(versions)}, step

    def tell(self, number: int) -> None:
        if number in self._untold:
            self._step(self._untold.pop(number))


def _suppose_all(
    engine: Engine,
    versions: Sequence[Version],
    changes: Mapping[int, Changes],
    catalogue: Sequence[FindingQuery],
    telling: _Telling,
) -> dict[int, list[Outcome]]:
    """The outcomes of the versions of which changes are given, by number; none at all where any is in doubt."""
    base = versions[0].rows
    engine.load_alone(base)
    indexes = {number: index_evidence(versions[number].rows) for number in changes}
    found: dict[int, list[Outcome]] = {number: [] for number in changes}
    titles = _spread(list(changes), len(_lots(catalogue)))
    try:
        for lot in _lots(catalogue):
            with engine.supposing(base) as suppose:
                for number, differing in changes.items():
                    telling.tell(next(titles))
                    model, index = versions[number].model, indexes[number]
                    found[number] += _suppose(suppose, differing, model, base.model, lot, index)
                again = _suppose(suppose, Changes(), versions[0].model, base.model, lot, indexes[0])
                if again != found[0][-len(lot) :]:
                    return {}
    except EngineError:  # what stands in the way of loading whole too is said by that
        return {}
    return found


def _lots(catalogue: Sequence[FindingQuery]) -> list[Sequence[FindingQuery]]:
    return [catalogue[start : start + LOT] for start in range(0, len(catalogue), LOT)]


def _spread(numbers: Sequence[int], lots: int) -> Iterator[int]:
    """Each number as often as there are lots, one after the other: all are asked in every lot, so that any of them may
    be told at any time, and people see how far it is."""
    return (number for number in numbers for _ in range(lots))


def _suppose(
    suppose: Suppose,
    changes: Changes,
    model: Model,
    key: str,
    lot: Sequence[FindingQuery],
    index: EvidenceIndex,
) -> list[Outcome]:
    return suppose(
        changes, lambda answering: [run_finding(answering, model, key, finding, index, passes=True) for finding in lot]
    )


def _load_whole(
    engine: Engine, versions: Sequence[Version], number: int, catalogue: Sequence[FindingQuery], telling: _Telling
) -> list[Outcome]:
    telling.tell(number)
    version = versions[number]
    engine.load_alone(version.rows)
    return run_catalogue(engine, version.model, version.rows, catalogue, passes=True)
