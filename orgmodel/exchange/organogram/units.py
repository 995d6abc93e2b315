"""The organisation, its bodies and their units, as the rows name them: a flat list, since none says what is in what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from orgmodel.exchange.organogram.idents import Idents
from orgmodel.exchange.organogram.problems import Noted
from orgmodel.exchange.organogram.reading import Row
from orgmodel.exchange.organogram.values import NOTHING
from orgmodel.loading.scaffold import slug_of

Key = tuple[str, str]
KINDS = (("organisation", "Organisation"), ("body", "Body"), ("unit", "Unit"))


@dataclass(frozen=True)
class UnitRecord:
    """A unit: its id, title, kind, and what it is part of."""

    id: str
    title: str
    kind: str
    part_of: str = ""


@dataclass
class Units:
    """The units of one snapshot, found by what rows call them."""

    organisation: str
    noted: Noted
    idents: Idents
    clean: Callable[[str], str]
    records: list[UnitRecord] = field(default_factory=list)
    _ids: dict[Key, str] = field(default_factory=dict)
    _titles: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.top = self.idents.make(slug_of(self.organisation) or "organisation")
        self.records.append(UnitRecord(self.top, self.organisation, "organisation"))

    def find(self, row: Row) -> str:
        """The id of the unit that a row is in; the body, or nothing, where it names none."""
        key = row["organisation"], row["unit"]
        if key not in self._ids:
            self._ids[key] = self._make(row)
        return self._ids[key]

    def _make(self, row: Row) -> str:
        body = self._body(row)
        name = self.clean(row["unit"])
        if name.lower() in NOTHING:
            return body if row["organisation"] or row["parent"] else ""
        if _same(name) == _same(self.organisation):
            return self.top
        return self._unit(row, "unit", name, body)

    def _body(self, row: Row) -> str:
        name = self.clean(row["organisation"])
        if name.lower() in NOTHING or _same(name) == _same(self.organisation):
            return self.top
        return self._unit(row, "body", name, self.top)

    def _unit(self, row: Row, kind: str, name: str, above: str) -> str:
        field_ = "organisation" if kind == "body" else "unit"
        known = _same(name) if kind == "body" else f"{above}\n{_same(name)}"
        ident = self._ids.get((kind, known))
        if ident is None:
            inside = above.removeprefix("body-") if above != self.top else ""
            ident = self._ids[kind, known] = self.idents.make(kind, inside, name)
            self._titles[ident] = name
            self.records.append(UnitRecord(ident, name[:4000], kind, above))
        elif self._titles[ident] != name:
            what = f"'{name}' is also written '{self._titles[ident]}'; it was read as the same unit"
            self.noted.add("unit-spelling", row.place(field_), what, "Write it in one way.")
        return ident


def find_organisation(rows: Sequence[Row], given: str | None) -> str:
    """What the whole is called: as given, or the parent department or organisation that most rows name."""
    if given:
        return given[:1000]
    for name in ("parent", "organisation"):
        counted = Counter(row[name] for row in rows if row[name].lower() not in NOTHING)
        if counted:
            return max(counted.items(), key=lambda pair: (pair[1], pair[0]))[0]
    return "The organisation"


def _same(name: str) -> str:
    """A name without what people write now in one way, now in another: capitals, spaces, and the sign for 'and'."""
    return " ".join(name.lower().replace("&", " and ").split())
