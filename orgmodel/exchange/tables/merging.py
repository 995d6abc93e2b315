"""What becomes of each record of a list: the last import, the folder and the table held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from orgmodel.errors import Place, Problem
from orgmodel.exchange.tables.merge import MISSING, ConflictError, merge_value, same
from orgmodel.exchange.tables.present import Kept, Present
from orgmodel.exchange.tables.rows import Incoming, Row
from orgmodel.loading.lists import noun_of

Keep = Literal["ours", "theirs"]
RANKED = ("grades", "unit_kinds")
SETTLE = "Nothing was picked: make the two agree, or say --keep ours or --keep theirs."


@dataclass(frozen=True)
class Conflict:
    """One thing that both sides changed: what the last import had, what the folder has, and what the table has."""

    list: str
    key: str
    field: str
    base: Any
    ours: Any
    theirs: Any
    place: Place
    where: Place
    settle: str = SETTLE

    @property
    def problem(self) -> Problem:
        """The conflict in words, at the cell."""
        noun = noun_of(self.list)
        if self.ours is MISSING:
            what = f"{noun} '{self.key}' was removed from the folder, and the table has changed it since"
        elif self.theirs is MISSING and not self.field:
            what = f"{noun} '{self.key}' is no longer in the table, and the folder has changed it ({self.where})"
        else:
            thing = f"'{self.field}' of {noun} '{self.key}'" if self.key else f"{self.field} of '{self.list}'"
            what = (
                f"{thing} was changed on both sides: the last import had {_said(self.base)}; "
                f"the folder has {_said(self.ours)} ({self.where}); the table has {_said(self.theirs)}"
            )
        return Problem(self.place, what, self.settle)


@dataclass
class MergedList:
    """The records of one list as they are to be: new data by key (None: removed), what is added, and the order."""

    name: str
    changed: dict[str, dict[str, Any] | None] = field(default_factory=dict)
    added: dict[str, dict[str, Any]] = field(default_factory=dict)
    order: list[str] | None = None
    conflicts: list[Conflict] = field(default_factory=list)


def merge_list(name: str, incoming: Incoming, present: Present, keep: Keep | None) -> MergedList:
    """What becomes of a list that the tables speak of."""
    return _Merging(name, incoming, present, keep).run()


@dataclass
class _Merging:
    name: str
    incoming: Incoming
    present: Present
    keep: Keep | None

    def run(self) -> MergedList:
        self.result = MergedList(self.name)
        self.base, self.ours = self.present.last.get(self.name, {}), self.present.records.get(self.name, {})
        rows = self.incoming.rows[self.name]
        ordered = sort_rows(self.name, rows)
        for key in [*ordered, *(key for key in self.ours if key not in rows)]:
            base, kept, row = self.base.get(key), self.ours.get(key), rows.get(key)
            if row and kept:
                self._both(key, base or {}, kept, row)
            elif row and (base is None or self._restored(key, base, row)):
                self.result.added[key] = row.data
            elif kept and not row and base is not None:
                self._gone_from_table(key, base, kept)
        if self.name in RANKED:
            self._order(ordered)
        return self.result

    def _both(self, key: str, base: dict[str, Any], kept: Kept, row: Row) -> None:
        merged = dict(kept.data)
        for field_name in sorted(self.incoming.covers[self.name] - row.unread - {"rank", "id"}):
            sides = [side.get(field_name, MISSING) for side in (base, kept.data, row.data)]
            value = self._settled(key, field_name, sides, kept, row)
            if value is MISSING:
                merged.pop(field_name, None)
            elif not same(value, merged.get(field_name, MISSING)):
                merged[field_name] = value
        if merged != kept.data:
            self.result.changed[key] = merged

    def _settled(self, key: str, field_name: str, sides: list[Any], kept: Kept, row: Row) -> Any:
        """The value of a field; where there is a conflict, that of the side to keep, or ours until it is settled."""
        base, ours, theirs = sides
        settle = SETTLE
        try:
            value = merge_value(base, ours, theirs)
            if kept.is_ours or same(value, ours):
                return value
            settle = f"'{kept.place.file}' is not written by imports: change it there, or say --keep ours."
        except ConflictError:
            value = theirs if kept.is_ours and self.keep == "theirs" else ours
            if self.keep == "ours" or (self.keep == "theirs" and kept.is_ours):
                return value
        if self.keep != "ours":
            place = row.cells[field_name].place if field_name in row.cells else row.place
            where = kept.document.place((self.name, kept.index, field_name))
            self.result.conflicts.append(Conflict(self.name, key, field_name, base, ours, theirs, place, where, settle))
        return ours

    def _restored(self, key: str, base: Any, row: Row) -> bool:
        """Whether a record that somebody removed by hand comes back: only where the table changed it since."""
        covered = self.incoming.covers[self.name] - row.unread - {"rank", "id"}
        if all(same(base.get(name, MISSING), row.data.get(name, MISSING)) for name in covered):
            return False
        if self.keep is None:
            home = Place()
            self.result.conflicts.append(Conflict(self.name, key, "", base, MISSING, row.data, row.place, home))
        return self.keep == "theirs"

    def _gone_from_table(self, key: str, base: dict[str, Any], kept: Kept) -> None:
        """A record that the table has no more goes, unless something was added or changed by hand."""
        if kept.is_ours and (same(base, kept.data) or self.keep == "theirs"):
            self.result.changed[key] = None
        elif self.keep != "ours":
            settle = SETTLE if kept.is_ours else f"'{kept.place.file}' is not written by imports: delete it there."
            self.result.conflicts.append(
                Conflict(self.name, key, "", base, kept.data, MISSING, Place(), kept.place, settle)
            )

    def _order(self, ordered: list[str]) -> None:
        """The order of a list whose order is its rank."""
        left = [key for key in self.ours if self.result.changed.get(key, key) is not None]
        table = [key for key in ordered if key in left or key in self.result.added]
        base = [key for key in self.base if key in left and key in table]
        mine, theirs = ([key for key in side if key in base] for side in (left, table))
        if mine == theirs or base == mine:
            self.result.order = weave(table, left)
        elif base == theirs or self.keep == "ours":
            self.result.order = weave(left, table)
        elif self.keep == "theirs":
            self.result.order = weave(table, left)
        else:
            place = next(iter(self.incoming.rows[self.name].values())).place
            where = next(iter(self.ours.values())).place
            self.result.conflicts.append(Conflict(self.name, "", "the order", base, mine, theirs, place, where))


def sort_rows(name: str, rows: dict[str, Row]) -> list[str]:
    """The keys of rows: by rank where there is one, else by key, so that the order of rows never matters.

    Grades and kinds without a number keep their order, since it is their rank.
    """
    ranked = {key: row.rank if row.rank is not None else len(rows) + 1 for key, row in rows.items()}
    if name in RANKED:
        return sorted(rows, key=lambda key: ranked[key])
    return sorted(rows, key=lambda key: (ranked[key], key))


def weave(main: Sequence[str], other: Sequence[str]) -> list[str]:
    """One order, with what only the other has put behind what stands before it there."""
    woven = list(main)
    for before, key in zip(["", *other], other, strict=False):
        if key not in woven:
            woven.insert(woven.index(before) + 1 if before in woven else 0, key)
    return woven


def _said(value: Any) -> str:
    """A value as a message shows it."""
    if value is MISSING or value is None:
        return "nothing"
    if isinstance(value, list):
        return ", ".join(_said(part) for part in value) or "nothing"
    if isinstance(value, dict):
        return f"'{' '.join(_words(value))}'"
    return f"'{value}'"


def _words(value: dict[str, Any]) -> Iterator[str]:
    for name, part in value.items():
        said = _said(part).strip("'")
        yield said if name in ("who", "state", "title") else f"{name} {said}"
