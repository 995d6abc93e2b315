"""Rows for the graph, built from a model as it stands on one day: nodes by label, relationships by type and ends.

Only facts of the wanted mode (actual) that hold on the day are built. Durations are computed here, in whole months, so
that no query does arithmetic on dates.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from orgmodel.graph.properties import NODE_PROPERTIES
from orgmodel.graph.schema import LABELS, RELATIONSHIPS
from orgmodel.graph.slicing import has_passed, holds_on
from orgmodel.graph.slots import fact_slots, slot_rows
from orgmodel.model import LINKS_BY_LABEL, Claim, Fact, Figure, Holding, Model, Named, Process, Slot, Unit

Row = dict[str, Any]
Ends = tuple[str, str, str]
"""Type of relationship, label it starts from, label it ends at."""

LINE_EXTRA = (
    "kind",
    "chain",
    "scope",
    "sharing",
    "axis",
    "reason",
    "extent",
    "keyed_twice",
    "role",
    "cover",
    "designated_by",
    "months_to_ready_min",
    "months_to_ready_max",
    "interim",
)


@dataclass
class Rows:
    """Everything that goes into a graph for one version of one model.

    `model` is `id@version`, the version being a digest of the rows. Keys are `id@version/thing`.
    """

    id: str
    version: str = ""
    nodes: dict[str, list[Row]] = field(default_factory=dict)
    relationships: dict[Ends, list[Row]] = field(default_factory=dict)

    @property
    def model(self) -> str:
        """The name under which queries find these rows."""
        return f"{self.id}@{self.version}"

    @property
    def count(self) -> int:
        """How many nodes and relationships there are."""
        return sum(len(rows) for rows in (*self.nodes.values(), *self.relationships.values()))


def build_rows(model: Model, as_of: dt.date | None = None, modes: Sequence[str] = ("actual",)) -> Rows:
    """The rows of a model on a day (its own `as_of` by default)."""
    builder = Builder(model, as_of or model.about.as_of, frozenset(modes))
    builder.build()
    return _stamp(builder.rows)


class Builder:
    """Walks a model once and collects its rows, which have no version yet."""

    def __init__(self, model: Model, day: dt.date, modes: frozenset[str]) -> None:
        self.day, self.modes = day, modes
        roles = tuple(role for role in model.required_roles if self.holds(role))
        self.model = model.model_copy(update={"required_roles": roles})
        self.by_id: Mapping[str, Named] = self.model.by_id
        self.stage_process: Mapping[str, Process] = self.model.stage_process
        self.rows = Rows(model.id)
        self.labels: dict[str, str] = {}

    def holds(self, fact: Fact) -> bool:
        return holds_on(fact, self.day, self.modes)

    def is_present(self, record: Named) -> bool:
        """Whether a thing is there on the day; a stage is only there when its process is."""
        process = self.stage_process.get(record.id)
        return self.holds(record) and (process is None or self.holds(process))

    def build(self) -> None:
        present = [(label, record) for label, record in self.model.labelled() if self.is_present(record)]
        present += [("Figure", figure) for figure in self.model.figures if self.holds(figure)]
        present += [("RequiredRole", role) for role in self.model.required_roles]
        self.labels = {record.id: label for label, record in present}
        for label, record in present:
            self.add_record(label, record)
        self.add_sources()
        self.add_holdings()

    def build_some(self, idents: Iterable[str]) -> Rows:
        """The rows of some of the things that are there, apart from all others."""
        self.rows = Rows(self.model.id)
        for ident in idents:
            self.add_record(self.labels[ident], self.by_id[ident])
        return self.rows

    def add_record(self, label: str, record: Named) -> None:
        """Everything that one record gives; besides itself it depends only on who is there and on who heads what."""
        self.add_node(label, record)
        self.add_links(label, record)
        if isinstance(record, Process):
            self.add_process(record)
        elif isinstance(record, Figure) and record.about in self.labels:
            self.relate("ABOUT", record.id, record.about, record, "about")
        elif isinstance(record, Unit):
            self.add_required_roles(record)

    def add_node(self, label: str, record: Named) -> None:
        extra = NODE_PROPERTIES[label](record, self.model, self.day) if label in NODE_PROPERTIES else {}
        if label == "Post":
            extra["head"] = record.id in self.heads_of(self.model.about.organisation)
        self.node(label, record.id, record, title=record.title, **extra)

    def node(self, label: str, ident: str, fact: Fact | None, **values: Any) -> None:
        row = dict.fromkeys(LABELS[label]) | _evidence(fact) | {"key": ident, "id": ident} | values
        self.rows.nodes.setdefault(label, []).append(row)

    def add_links(self, label: str, record: Named) -> None:
        for link in LINKS_BY_LABEL.get(label, ()):
            slot: Slot[Claim] = getattr(record, link.field)
            holding = [claim for claim in slot.claims if self.holds(claim)]
            held = [claim for claim in holding if self.is_here(claim)]
            for number, claim in enumerate(held):
                if claim.who is None:
                    continue
                start, end = (claim.who, record.id) if link.reverse else (record.id, claim.who)
                extra = {name: getattr(claim, name) for name in LINE_EXTRA if hasattr(claim, name)}
                if link.relationship == "ACCOUNTABLE_FOR":
                    extra["by"] = "stated"
                    self.add_head(link.field, record, claim, number)
                if link.relationship == "COVERS":
                    extra["overrun"] = has_passed(getattr(claim, "due_end", None), self.day)
                self.relate(link.relationship, start, end, claim, f"{link.field}.{number}", **extra)
            for row in slot_rows(self.model, label, record, link, slot, holding, self.labels):
                self.add_slot(label, record, row)
        for row in fact_slots(record, label, self.holds):
            self.add_slot(label, record, row)

    def add_slot(self, label: str, record: Named, row: Row) -> None:
        self.node("Slot", row["id"], None, **row)
        self.relate("HAS_SLOT", record.id, row["id"], None, "slot", labels=(label, "Slot"))

    def is_here(self, claim: Claim) -> bool:
        return claim.who is None or claim.who in self.labels

    def add_head(self, name: str, record: Named, claim: Claim, number: int) -> None:
        """What a unit answers for, its head is inferred to answer for."""
        for post, head in self.heads_of(claim.who).items():
            fact = Fact(
                basis="inferred",
                mode=head.mode if claim.mode == "actual" else claim.mode,
                cites=tuple(dict.fromkeys((*claim.cites, *head.cites))),
                contested_by=tuple(dict.fromkeys((*claim.contested_by, *head.contested_by))),
            )
            extra = {field: getattr(claim, field) for field in ("chain", "scope", "sharing", "axis", "reason")}
            self.relate("ACCOUNTABLE_FOR", post, record.id, fact, f"{name}.{number}.head", **extra, by="head")

    def heads_of(self, ident: str | None) -> dict[str, Claim]:
        """The posts that head a unit on the day, each with the first claim that says so."""
        unit = self.by_id.get(ident or "")
        known = unit.head.known if isinstance(unit, Unit) else ()
        return {claim.who: claim for claim in reversed(known) if claim.who in self.labels and self.holds(claim)}

    def relate(
        self,
        type_: str,
        start: str,
        end: str,
        fact: Fact | None,
        tail: str,
        /,
        labels: tuple[str, str] | None = None,
        **values: Any,
    ) -> None:
        ends = labels or (self.labels[start], self.labels[end])
        properties = RELATIONSHIPS[type_].properties
        row = dict.fromkeys(properties) | _evidence(fact)
        row |= {name: value for name, value in values.items() if name in properties}
        row |= {"key": f"{start}>{type_}>{end}.{tail}", "start": start, "end": end}
        self.rows.relationships.setdefault((type_, *ends), []).append(row)

    def add_sources(self) -> None:
        for source in self.model.sources:
            self.node("Source", source.id, None, title=source.title, author=source.author)
        for passage in self.model.passages:
            ident = f"{passage.source}#{passage.paragraph}"
            cites = Fact.model_construct(cites=(ident,))
            self.node(
                "Passage",
                ident,
                cites,
                title=f"Paragraph {passage.paragraph}",
                state=passage.state,
                marked=passage.marked,
                structural=passage.structural,
            )
            self.relate("FROM_SOURCE", ident, passage.source, None, "source", labels=("Passage", "Source"))
            for touched in passage.touches:
                if touched in self.labels:
                    labels = "Passage", self.labels[touched]
                    self.relate("TOUCHES", ident, touched, cites, "touches", labels=labels)

    def add_required_roles(self, unit: Unit) -> None:
        for role in self.model.required_roles:
            if unit.id == role.unit or unit.kind == role.unit_kind:
                self.relate("REQUIRES_ROLE", unit.id, role.id, role, "role")

    def add_holdings(self) -> None:
        """Numbered for each person and post, and sorted, so that keys depend neither on files nor on other holdings."""
        numbers: Counter[tuple[str, str]] = Counter()
        for holding in sorted(self.model.holdings, key=Holding.model_dump_json):
            pair = holding.person, holding.post
            if self.holds(holding) and pair[0] in self.labels and pair[1] in self.labels:
                tail = f"holding.{numbers[pair]}"
                numbers[pair] += 1
                extra: Row = {
                    "holding": holding.holding,
                    "fte": holding.fte,
                    "overrun": has_passed(holding.due_end, self.day),
                }
                self.relate("HOLDS", *pair, holding, tail, **extra)

    def add_process(self, process: Process) -> None:
        for stage in process.stages:
            if stage.id in self.labels:
                self.relate("HAS_STAGE", process.id, stage.id, stage, "stage")
        for number, handoff in enumerate(process.handoffs):
            if self.holds(handoff) and handoff.before in self.labels and handoff.after in self.labels:
                self.relate(
                    "NEXT",
                    handoff.before,
                    handoff.after,
                    handoff,
                    f"handoff.{number}",
                    shared_system=handoff.shared_system,
                    shared_target=handoff.shared_target,
                    common_owner=handoff.common_owner,
                )


def _evidence(fact: Fact | None) -> Row:
    if fact is None:
        return {"basis": "stated", "mode": "actual", "contested": False, "cites": []}
    return {"basis": fact.basis, "mode": fact.mode, "contested": bool(fact.contested_by), "cites": list(fact.cites)}


def _stamp(rows: Rows) -> Rows:
    """Put the version, a digest of the rows themselves, into every key."""
    for group in (*rows.nodes.values(), *rows.relationships.values()):
        group.sort(key=lambda row: str(row["key"]))
    content = json.dumps([sorted(rows.nodes.items()), sorted(rows.relationships.items())], sort_keys=True)
    rows.version = hashlib.sha256(content.encode()).hexdigest()[:12]
    for group in (*rows.nodes.values(), *rows.relationships.values()):
        for row in group:
            for name in ("key", "start", "end"):
                if name in row:
                    row[name] = f"{rows.model}/{row[name]}"
            row["model"] = rows.model
    return rows
