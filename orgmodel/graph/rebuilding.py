"""The rows of a model in which a few records are other than in one that is known: only those are built again, and what
else depends on them. It knows nothing of what was changed or why.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping

from orgmodel.graph.changes import Changes, diff_rows
from orgmodel.graph.rows import Builder
from orgmodel.model import LABELS, Claim, Model, Named, Process

Replaced = dict[str, tuple[Named, Named]]
"""A record before and after, by its id."""


class Rebuilding:
    """One model, to which others that differ in a few records are held."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._before = _Noting(model)
        self._before.build()

    def diff(self, other: Model) -> Changes | None:
        """What makes the rows of the model those of the other, whatever its id. None where they differ in more than
        what is said of records that are there in both: then all rows have to be built."""
        replaced = find_replaced(self.model, other)
        if replaced is None:
            return None
        after = _Replacing(self._before, {ident: new for ident, (_, new) in replaced.items()})
        if any(self._before.is_present(old) != after.is_present(new) for old, new in replaced.values()):
            return None
        idents = set(replaced) & set(self._before.labels)
        for ident in replaced:
            if self._before.heads_of(ident) != after.heads_of(ident):
                idents |= self._before.readers.get(ident, set())
        return diff_rows(self._before.build_some(idents), after.build_some(idents))


def find_replaced(model: Model, other: Model) -> Replaced | None:
    """The records that are not the same in two models, with the stages of their processes. None where the models
    differ in anything else, their ids apart."""
    replaced: Replaced = {}
    for field in type(model).model_fields:
        old, new = getattr(model, field), getattr(other, field)
        if field == "about":
            new = new.model_copy(update={"id": old.id})
        if old is new or old == new:
            continue
        if field not in LABELS or [record.id for record in old] != [record.id for record in new]:
            return None
        for one, another in zip(old, new, strict=True):
            if one is not another:
                replaced[one.id] = one, another
    for one, another in list(replaced.values()):
        if isinstance(one, Process) and isinstance(another, Process):
            if [stage.id for stage in one.stages] != [stage.id for stage in another.stages]:
                return None
            replaced |= {stage.id: (stage, now) for stage, now in zip(one.stages, another.stages, strict=True)}
    return replaced


class _Noting(Builder):
    """Notes which records were built by looking at who heads a unit: they have to be built again when that changes."""

    def __init__(self, model: Model) -> None:
        super().__init__(model, model.about.as_of, frozenset({"actual"}))
        self.readers: dict[str, set[str]] = {}
        self._reading = ""

    def add_record(self, label: str, record: Named) -> None:
        self._reading = record.id
        super().add_record(label, record)

    def heads_of(self, ident: str | None) -> dict[str, Claim]:
        self.readers.setdefault(ident or "", set()).add(self._reading)
        return super().heads_of(ident)


class _Replacing(Builder):
    """Builds with some records in place of those that another builder has; who is there is the same for both."""

    def __init__(self, other: Builder, records: Mapping[str, Named]) -> None:
        vars(self).update(vars(other))  # looking everything up anew would take longer than all that is built here
        stages = {
            stage.id: record for record in records.values() if isinstance(record, Process) for stage in record.stages
        }
        self.labels = other.labels
        self.by_id = ChainMap(dict(records), other.by_id)  # type: ignore[arg-type]
        self.stage_process = ChainMap(stages, other.stage_process)  # type: ignore[arg-type]
