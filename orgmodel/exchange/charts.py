"""What is drawn as a flowchart: units below units, posts with their lines, and who answers for what; as of the model's
day, with what the source does not say in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from orgmodel.errors import UsageError
from orgmodel.exchange.mermaid import Chart, ChartBox, ChartLine
from orgmodel.graph import Rows, build_rows
from orgmodel.model import Model
from orgmodel.model.statements import CHAINS, SILENCE

Row = Mapping[str, object]
Below = Mapping[str, Sequence[str]]


def chart_units(model: Model, standing: str, within: str | None = None) -> Chart:
    """Units below the units that they are part of, with the post at the head of each; the top of the organisation
    first."""
    drawn = _Drawn(model)
    heads = drawn.ends("HEADS", "start", "end")
    lines = [drawn.line(row, "end", "start") for row in drawn.relations("PART_OF", "Unit")]
    units = [str(row["id"]) for row in drawn.rows.nodes.get("Unit", ())]
    order = _order(model, units, lines, within, model.about.organisation)
    boxes = []
    for ident in order:
        named = ", ".join(model.title_of(head) for head in heads.get(ident, ()))
        words = [f"Head: {named}"] if named else [f"Head: {drawn.silence(ident, 'head')}"]
        words += [f"Part of: {said}" for said in drawn.said(ident, "part_of") if ident != model.about.organisation]
        kind = "outside" if drawn.node[ident]["outside"] else "inside"
        words += ["Outside the organisation"] if kind == "outside" else []
        boxes.append(ChartBox(ident, model.title_of(ident), tuple(words), kind))
    return _chart(f"Structure of {model.about.title}", standing, boxes, lines, "units")


def chart_posts(model: Model, standing: str, within: str | None = None) -> Chart:
    """Posts below the posts that they report to, by each kind of line."""
    drawn = _Drawn(model)
    lines = [drawn.line(row, "end", "start", row["kind"]) for row in drawn.relations("REPORTS_TO", "Post")]
    posts = [str(row["id"]) for row in drawn.rows.nodes.get("Post", ())]
    boxes = []
    grades = {grade.id: grade.title for grade in model.grades}
    for ident in _order(model, posts, lines, within, None):
        node = drawn.node[ident]
        bound = "At least " if node["grade_bound"] == "at_least" else ""
        words = [f"{bound}{grades[str(node['grade'])]}"] if node["grade"] in grades else []
        words += ["Vacant"] if node["occupancy"] == "vacant" else ["Closed"] if node["occupancy"] == "closed" else []
        words += [f"Reports to: {said}" for said in drawn.said(ident, "reports_to")]
        boxes.append(ChartBox(ident, model.title_of(ident), tuple(words)))
    return _chart(f"Posts and lines of {model.about.title}", standing, boxes, lines, "posts")


def chart_accountability(model: Model, standing: str, within: str | None = None) -> Chart:
    """Who answers for each responsibility, in which chain, and where nobody does, it is not clear or is not stated."""
    drawn = _Drawn(model)
    owners: dict[str, list[ChartLine]] = defaultdict(list)
    for row in drawn.relations("ACCOUNTABLE_FOR", "Responsibility"):
        if row["by"] == "stated":
            line = drawn.line(row, "start", "end", *_in_words(row))
            owners[line.end].append(line)
    boxes: dict[str, ChartBox] = {}
    for node in drawn.rows.nodes.get("Responsibility", ()):
        ident = str(node["id"])
        if within and within not in {ident, *(line.start for line in owners[ident])}:
            continue
        words = tuple(drawn.said(ident, "accountable"))
        if not (words or owners[ident]):
            words = ("In no chain is anybody expected to answer",)
        boxes[ident] = ChartBox(ident, model.title_of(ident), words, "silent" if words else "outcome")
        for line in owners[ident]:
            boxes.setdefault(line.start, ChartBox(line.start, model.title_of(line.start)))
    if within and not boxes:
        raise _nothing_within(model, within, "answers for nothing in")
    lines = [line for lines in owners.values() for line in lines]
    return _chart(f"Who answers for what in {model.about.title}", standing, list(boxes.values()), lines, "boxes")


def _in_words(row: Row) -> tuple[object, ...]:
    chain = None if row["chain"] == "line" else CHAINS[str(row["chain"])]
    return chain, None if row["sharing"] == "sole" else row["sharing"]


def _chart(title: str, standing: str, boxes: Sequence[ChartBox], lines: Sequence[ChartLine], noun: str) -> Chart:
    drawn = {box.id for box in boxes}
    return Chart(title, standing, boxes, [line for line in lines if {line.start, line.end} <= drawn], noun)


class _Drawn:
    """The rows of a model, by the ids that the model uses."""

    def __init__(self, model: Model) -> None:
        self.rows: Rows = build_rows(model)
        self.node = {str(row["id"]): row for rows in self.rows.nodes.values() for row in rows}
        self.slots: dict[tuple[object, object], list[Row]] = defaultdict(list)
        for slot in self.rows.nodes.get("Slot", ()):
            self.slots[slot["owner"], slot["name"]].append(slot)

    def relations(self, type_: str, label: str) -> Iterator[Row]:
        """The relationships of a type that end at things with a label."""
        for (name, _, end), rows in self.rows.relationships.items():
            if name == type_ and end == label:
                yield from rows

    def ends(self, type_: str, of: str, by: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.relations(type_, "Unit"):
            found[self.short(row[by])].append(self.short(row[of]))
        return found

    def short(self, key: object) -> str:
        return str(key).removeprefix(f"{self.rows.model}/")

    def line(self, row: Row, start: str, end: str, *words: object) -> ChartLine:
        """A line with its words; inferred and attributed ones are dashed, and say so."""
        basis = row["basis"]
        said = [str(word).replace("_", " ") for word in (*words, basis) if word not in (None, "line", "stated")]
        return ChartLine(self.short(row[start]), self.short(row[end]), ", ".join(said), basis != "stated")

    def silence(self, ident: str, name: str) -> str:
        return ", ".join(SILENCE.get(str(slot["state"]), "") for slot in self.slots[ident, name])

    def said(self, ident: str, name: str) -> Iterator[str]:
        """What is said of an answer that is not simply known, with its chain where that is not the line."""
        for slot in self.slots[ident, name]:
            state = str(slot["state"])
            if state == "known" or (slot["by_unit"] and state == "not_stated"):
                continue
            silences = [word for word in ("none", "unclear") if slot[f"says_{word}"]] or [state]
            said = "; ".join(SILENCE[word] for word in silences)
            yield f"{CHAINS[str(slot['chain'])]}: {said}".capitalize() if slot["chain"] else said


def _order(
    model: Model, idents: Sequence[str], lines: Sequence[ChartLine], within: str | None, top: str | None
) -> list[str]:
    """From the top down, level by level, so that what is cut for size lies furthest down: all, or one and all below."""
    below: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        below[line.start].append(line.end)
    lower = {line.end for line in lines}
    if within is not None:
        if within not in idents:
            raise _nothing_within(model, within, "is not shown in")
        return _walk([within], below, set())
    tops = sorted((ident for ident in idents if ident not in lower), key=lambda ident: (ident != top, not below[ident]))
    seen: set[str] = set()
    return _walk(tops, below, seen) + [ident for ident in idents if ident not in seen]


def _walk(level: list[str], below: Below, seen: set[str]) -> list[str]:
    found: list[str] = []
    while level:
        fresh = [ident for ident in dict.fromkeys(level) if ident not in seen]
        seen.update(fresh)
        found += fresh
        level = [child for ident in fresh for child in below.get(ident, ())]
    return found


def _nothing_within(model: Model, within: str, why: str) -> UsageError:
    known = within in model.by_id
    what = f"'{within}' {why} this picture" if known else f"there is nothing in '{model.id}' called '{within}'"
    return UsageError(what, "Give --within the id of something that the picture shows.")
