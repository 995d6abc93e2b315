"""The working copy that an option is carried out on. It never leaves this package, and is a model only when whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from orgmodel.errors import Place, Problem
from orgmodel.model import LABELS, OTHER_NAMED, Claim, Holding, Model, Named, Process, Slot, Stage
from orgmodel.options.changes import Change
from orgmodel.options.changeset import Changeset
from orgmodel.options.claims import Evidence, current, replace

LIST_OF = {label: field for field, label in LABELS.items()}
NAMED_LISTS = (*LABELS, *OTHER_NAMED)
LABEL_OF_LIST = {**LABELS, "grades": "Grade"}


class Draft:
    """A model being changed by one option: look up, put back, and complain. Nothing raises until the end."""

    def __init__(self, model: Model, option: Changeset) -> None:
        self.model, self.option, self.day = model, option, model.about.as_of
        self.lists: dict[str, dict[str, Named]] = {
            field: {record.id: record for record in getattr(model, field)} for field in NAMED_LISTS
        }
        self.list_of = {ident: field for field, records in self.lists.items() for ident in records}
        self.process_of = {ident: process.id for ident, process in model.stage_process.items()}
        self.holdings: tuple[Holding, ...] = model.holdings
        self.problems: list[Problem] = []
        self.touched: dict[str, int] = {}
        self.said: dict[tuple[str, ...], int] = {}
        self.number = -1
        self.edits = 0

    @property
    def change(self) -> Change:
        """The change that is being carried out."""
        return self.option.changes[self.number]

    @property
    def evidence(self) -> Evidence:
        """What the facts of this change rest on: its own citations and basis, else the option's."""
        change = self.change
        return Evidence(change.cites or self.option.cites, change.basis or self.option.basis, change.note)

    def complain(self, what: str, hint: str = "", *path: str | int) -> None:
        """Note a problem at a part of the change being carried out."""
        self.problems.append(Problem(self.place(*path), what, hint))

    def place(self, *path: str | int) -> Place:
        """Where the change being carried out was written, or a part of it."""
        return self.option.place("changes", self.number, *path) if self.number >= 0 else self.option.place()

    def says(self, *key: str) -> bool:
        """Whether this change may decide something: False, with a complaint, when another change has done so."""
        first = self.said.setdefault(key, self.number)
        if first != self.number:
            where = self.option.place("changes", first)
            what = f"two changes of one option decide the same: {' of '.join(reversed(key))}"
            self.complain(what, f"keep one of them; the other is at {where} (change {first + 1})")
        return first == self.number

    def find(self, ident: str) -> Named | None:
        """The record with an id as it now stands, stages included."""
        if ident in self.process_of:
            stages = self._process(ident).stages
            return next(stage for stage in stages if stage.id == ident)
        field = self.list_of.get(ident)
        return self.lists[field][ident] if field else None

    def get(self, ident: str) -> Named:
        """The record with an id that is known to be there."""
        record = self.find(ident)
        if record is None:
            raise KeyError(ident)
        return record

    def label(self, ident: str) -> str | None:
        """The label of a thing, created ones included."""
        if ident in self.process_of:
            return "Stage"
        return LABEL_OF_LIST.get(self.list_of.get(ident, ""))

    def labelled(self) -> Iterator[tuple[str, Named]]:
        """Every record that is a node of the graph, with its label, as the draft now stands."""
        for field, label in LABELS.items():
            for record in self.lists[field].values():
                yield label, record
                if isinstance(record, Process):
                    yield from (("Stage", stage) for stage in record.stages)

    def title(self, ident: str) -> str:
        """What to call a thing in a message."""
        record = self.find(ident)
        return f"'{record.title}' ({ident})" if record else f"'{ident}'"

    def add(self, record: Named) -> None:
        """A new record."""
        field = LIST_OF[type(record).__name__]
        self.list_of[record.id] = field
        self.lists[field][record.id] = record
        if isinstance(record, Process):
            self.process_of |= {stage.id: record.id for stage in record.stages}
        self.touched[record.id] = self.number
        self.edits += 1

    def remove(self, ident: str) -> None:
        """Take out a record, as if it had never been."""
        record = self.lists[self.list_of[ident]].pop(ident)
        if isinstance(record, Process):
            self.process_of = {stage: process for stage, process in self.process_of.items() if process != ident}
        del self.list_of[ident]
        self.touched[ident] = self.number
        self.edits += 1

    def hold(self, holdings: Sequence[Holding]) -> None:
        """Who holds which post, in its new state."""
        if tuple(holdings) != self.holdings:
            self.holdings = tuple(holdings)
            self.edits += 1

    def put(self, record: Named) -> None:
        """A record in its new state."""
        if record == self.get(record.id):
            return
        self.touched[record.id] = self.number
        self.edits += 1
        if isinstance(record, Stage):
            process = self._process(record.id)
            stages = tuple(record if stage.id == record.id else stage for stage in process.stages)
            self.lists["processes"][process.id] = process.model_copy(update={"stages": stages})
        else:
            self.lists[self.list_of[record.id]][record.id] = record
        if isinstance(record, Process):
            others = {stage: process for stage, process in self.process_of.items() if process != record.id}
            self.process_of = others | {stage.id: record.id for stage in record.stages}

    def current(self, ident: str, field: str) -> tuple[Claim, ...]:
        """The claims in a slot that are so today."""
        slot: Slot[Claim] = getattr(self.get(ident), field)
        return current(slot, self.day)

    def swap(self, ident: str, field: str, drop: Callable[[Claim], bool], add: Sequence[Claim] = ()) -> None:
        """Replace current claims in one slot of a record; the same claims in another order are no change."""
        record = self.get(ident)
        slot: Slot[Claim] = getattr(record, field)
        new = replace(slot, self.day, drop, add)
        if Counter(new.claims) != Counter(slot.claims):
            self.put(record.model_copy(update={field: new}))

    def finished(self) -> Model:
        """The model of the option. Created things follow those that were there, in the order of their ids."""
        there = {field: {record.id for record in getattr(self.model, field)} for field in NAMED_LISTS}
        values = {name: getattr(self.model, name) for name in Model.model_fields}
        for field, records in self.lists.items():
            old = [record for ident, record in records.items() if ident in there[field]]
            new = sorted((records[ident] for ident in records if ident not in there[field]), key=lambda new: new.id)
            values[field] = (*old, *new)
        about = self.model.about.model_copy(update={"id": f"{self.model.id}+{self.option.id}"})
        return Model.model_construct(**values | {"holdings": self.holdings, "about": about})

    def _process(self, stage: str) -> Process:
        process = self.lists["processes"][self.process_of[stage]]
        assert isinstance(process, Process)
        return process
