"""ArchiMate's exchange file: the model's elements and relationships as other modelling tools read them, with a folder
for each kind and a picture of the structure and of who answers for what."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from orgmodel.exchange.archimate_terms import ELEMENTS, edge_for
from orgmodel.exchange.archimate_views import Placed, place_owners, place_units
from orgmodel.exchange.exported import Exported
from orgmodel.exchange.left_out import count_other_days
from orgmodel.exchange.people import find_hidden
from orgmodel.exchange.text import clean
from orgmodel.graph import build_rows
from orgmodel.model import Model

SPACE = "http://www.opengroup.org/xsd/archimate/3.0/"
DUBLIN = "http://purl.org/dc/elements/1.1/"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
PLACE = f"{SPACE} http://www.opengroup.org/xsd/archimate/3.1/archimate3_Diagram.xsd"

SAID = ("chain", "scope", "sharing", "axis", "extent", "role", "kind", "cover", "by", "reason", "holding", "basis")
"""What a relationship says beside its ends, which its properties carry."""

Row = Mapping[str, Any]


def render_archimate(model: Model, standing: str, with_people: bool = False) -> Exported:
    """The exchange file (3.1) as text."""
    writer = _Writer(model, with_people)
    root = writer.write(standing)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode", xml_declaration=False)
    left_out = (*writer.left_out(), *count_other_days(model))
    return Exported(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n', left_out)


class _Writer:
    """Builds the file's tree. Its parts come in the one order that the format allows."""

    def __init__(self, model: Model, with_people: bool) -> None:
        self.model, self.rows = model, build_rows(model)
        self.people = find_hidden(model, with_people).people
        self.names: dict[str, str] = {}
        self.links: dict[tuple[str, str, str], str] = {}
        self.definitions: dict[str, str] = {}
        self.missing: Counter[str] = Counter()
        self.nodes = {row["id"]: row for label, rows in self.rows.nodes.items() if label in ELEMENTS for row in rows}
        self.hidden = self.count_hidden()
        self.slots: dict[str, list[Row]] = {}
        for slot in self.rows.nodes.get("Slot", ()):
            self.slots.setdefault(slot["owner"], []).append(slot)

    def short(self, key: str) -> str:
        return key.removeprefix(f"{self.rows.model}/")

    def count_hidden(self) -> Counter[str]:
        """How many statements about people are left out, by the thing that they are about."""
        pairs = (
            (self.short(row["start"]), self.short(row["end"]))
            for rows in self.rows.relationships.values()
            for row in rows
        )
        return Counter(
            end if start in self.people else start for start, end in pairs if not self.people.isdisjoint((start, end))
        )

    def write(self, standing: str) -> ET.Element:
        ET.register_namespace("dc", DUBLIN)
        root = ET.Element("model", {"xmlns": SPACE, "xmlns:xsi": INSTANCE, "xsi:schemaLocation": PLACE})
        root.set("identifier", "model")
        _text(root, "name", self.model.about.title)
        _text(root, "documentation", standing)
        self.add_metadata(root, standing)
        elements, kinds = ET.Element("elements"), dict[str, list[str]]()
        for label, rows in self.rows.nodes.items():
            for row in rows:
                self.add_element(elements, kinds, label, row)
        relationships = ET.Element("relationships")
        for (type_, start, end), rows in self.rows.relationships.items():
            for row in rows:
                self.add_relationship(relationships, (type_, start, end), row)
        root.extend(part for part in (elements, relationships) if len(part))
        self.add_folders(root, kinds)
        self.add_definitions(root)
        self.add_views(root)
        return root

    def add_metadata(self, root: ET.Element, standing: str) -> None:
        about, metadata = self.model.about, ET.SubElement(root, "metadata")
        ET.SubElement(metadata, "schema").text = DUBLIN
        ET.SubElement(metadata, "schemaversion").text = "1.1"
        said = {"title": about.title, "creator": about.account_of, "date": about.as_of.isoformat()}
        for name, text in (said | {"rights": about.marking, "description": standing}).items():
            ET.SubElement(metadata, f"{{{DUBLIN}}}{name}").text = clean(text)

    def add_element(self, elements: ET.Element, kinds: dict[str, list[str]], label: str, row: Row) -> None:
        if label not in ELEMENTS:
            self.missing[label] += label not in ("Slot", "RequiredRole")
            return
        if row["id"] in self.people:
            return
        ident = self.names[row["id"]] = f"id-{row['id']}"
        kinds.setdefault(label, []).append(ident)
        element = ET.SubElement(elements, "element", {"identifier": ident, "xsi:type": ELEMENTS[label]})
        _text(element, "name", row["title"])
        record = self.model.by_id[row["id"]]
        if said := "\n".join(text for text in (record.description, record.note) if text):
            _text(element, "documentation", said)
        self.add_properties(element, dict(self.said_of(label, row)))

    def said_of(self, label: str, row: Row) -> Iterator[tuple[str, str]]:
        """What is said of a thing: its kind, how it is known, where it is said, and answers that are not known."""
        yield "kind of thing", label
        yield "basis", row["basis"]
        yield "paragraphs", ", ".join(row["cites"])
        if row["id"] in self.hidden:
            yield "statements about people that are hidden", str(self.hidden[row["id"]])
        for name in ("grade", "occupancy", "reference", "outside"):
            if row.get(name) not in (None, False, "not_stated"):
                yield name, str(row[name])
        for slot in self.slots.get(row["id"], ()):
            if slot["state"] not in ("known", "not_stated") or (slot["expected"] and slot["state"] != "known"):
                about = (
                    f"{slot['name']} ({slot['chain'] or slot['role']})"
                    if slot["chain"] or slot["role"]
                    else slot["name"]
                )
                yield f"state of {about}".replace("_", " "), slot["state"].replace("_", " ")

    def add_properties(self, owner: ET.Element, said: Mapping[str, str]) -> None:
        written = {name: text for name, text in said.items() if text}
        if written:
            properties = ET.SubElement(owner, "properties")
            for name, text in written.items():
                ref = self.definitions.setdefault(name, "property-" + "-".join(re.findall("[a-z0-9]+", name)))
                _text(ET.SubElement(properties, "property", {"propertyDefinitionRef": ref}), "value", text)

    def add_relationship(self, whole: ET.Element, ends: tuple[str, str, str], row: Row) -> None:
        type_ = ends[0]
        start, end, key = (self.short(row[name]) for name in ("start", "end", "key"))
        if start not in self.names or end not in self.names:
            return
        edge = edge_for(*ends)
        first, last = (end, start) if edge.turned else (start, end)
        ident = f"rel-{key.replace('>', '_')}"
        named = {"identifier": ident, "source": self.names[first], "target": self.names[last], "xsi:type": edge.type}
        element = ET.SubElement(whole, "relationship", named)
        if edge.named:
            _text(element, "name", type_.lower().replace("_", " "))
        self.links.setdefault((type_, start, end), ident)
        said = {name: str(row[name]).replace("_", " ") for name in SAID if row.get(name)}
        self.add_properties(element, said | {"paragraphs": ", ".join(row["cites"])})

    def add_folders(self, root: ET.Element, kinds: Mapping[str, list[str]]) -> None:
        if kinds:
            folders = ET.SubElement(root, "organizations")
            for label, idents in kinds.items():
                folder = ET.SubElement(folders, "item")
                _text(folder, "label", label)
                for ident in idents:
                    ET.SubElement(folder, "item", {"identifierRef": ident})

    def add_definitions(self, root: ET.Element) -> None:
        if self.definitions:
            definitions = ET.SubElement(root, "propertyDefinitions")
            for name, ident in self.definitions.items():
                named = {"identifier": ident, "type": "string"}
                _text(ET.SubElement(definitions, "propertyDefinition", named), "name", name)

    def add_views(self, root: ET.Element) -> None:
        views = (
            ("structure", "Structure", place_units(self.nodes, self.links)),
            ("accountability", "Who answers for what", place_owners(self.nodes, self.links)),
        )
        drawn = [view for view in views if view[2]]
        if drawn:
            diagrams = ET.SubElement(ET.SubElement(root, "views"), "diagrams")
            for ident, title, placed in drawn:
                view = ET.SubElement(diagrams, "view", {"identifier": f"view-{ident}", "xsi:type": "Diagram"})
                _text(view, "name", title)
                self.add_boxes(view, ident, placed)

    def add_boxes(self, view: ET.Element, name: str, placed: Mapping[str, Placed]) -> None:
        boxes = {ident: f"{name}-{self.names[ident]}" for ident in placed}
        for ident, place in placed.items():
            box = {"identifier": boxes[ident], "elementRef": self.names[ident], "xsi:type": "Element"}
            size = {key: str(value) for key, value in vars(place).items()}
            ET.SubElement(view, "node", box | size)
        wanted = ("PART_OF",) if name == "structure" else ("ACCOUNTABLE_FOR",)
        for (type_, start, end), ident in self.links.items():
            if type_ in wanted and start in boxes and end in boxes:
                first, last = (end, start) if type_ == "PART_OF" else (start, end)
                line = {"identifier": f"{name}-{ident}", "relationshipRef": ident, "xsi:type": "Relationship"}
                ET.SubElement(view, "connection", line | {"source": boxes[first], "target": boxes[last]})

    def left_out(self) -> Iterator[str]:
        """What has no word in ArchiMate, by label."""
        said = ", ".join(f"{number} {label}" for label, number in sorted(self.missing.items()) if number)
        if said:
            yield f"Left out, since ArchiMate has no word for it: {said}."


def _text(parent: ET.Element, name: str, text: str) -> None:
    element = ET.SubElement(parent, name, {"xml:lang": "en"})
    element.text = clean(text)
