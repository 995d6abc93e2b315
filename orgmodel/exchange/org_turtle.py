"""Turtle after the W3C's ORG ontology: units, posts and lines in its words, and in a few of our own what it has no
words for: who answers for what, how that is known, and what the source does not say."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from orgmodel.errors import UsageError
from orgmodel.exchange.exported import Exported
from orgmodel.exchange.left_out import count_other_days
from orgmodel.exchange.optional import load_library
from orgmodel.exchange.org_terms import (
    CLASS_MEANINGS,
    ORG_CLASSES,
    ORG_PROPERTIES,
    PROPERTY_MEANINGS,
    STATE_MEANINGS,
    TERMS,
    camel,
    own_classes,
    own_properties,
)
from orgmodel.exchange.people import Hidden, find_hidden
from orgmodel.exchange.text import clean, one_line
from orgmodel.graph import Rows, build_rows
from orgmodel.model import Model

Row = Mapping[str, Any]

IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
LINES = {"line": None, "dotted": "dottedLineTo", "statutory": "statutoryLineTo"}
DETAILS = ("chain", "scope", "sharing", "axis", "extent", "role", "kind", "cover", "by", "reason", "holding", "fte")
"""What a relationship says beside its two ends, which its statement carries."""

NOT_SAID_OF_THINGS = ("key", "model", "id", "title", "basis", "mode", "contested", "cites")


def render_turtle(model: Model, standing: str, with_people: bool = False, base: str | None = None) -> Exported:
    """A model as Turtle. `base` is what the names of its things begin with; a urn of its own where none is given."""
    graph = build_turtle_graph(model, standing, with_people, base)
    head = f"# {one_line(standing)}\n"
    return Exported(head + _serialise(graph), count_other_days(model))


def _serialise(graph: Any) -> str:
    """The graph as Turtle with the few prefixes that are bound. The library's own way tries, for each name, every
    beginning that it has met, which takes minutes for a few thousand posts."""
    rdf = load_library("rdflib", "Turtle")
    writer = load_library("rdflib.plugins.serializers.turtle", "Turtle").TurtleSerializer(graph)
    spaces = [(prefix, rdf.URIRef(str(space))) for prefix, space in graph.namespaces()]

    @functools.cache
    def find_name(uri: Any, gen_prefix: bool = True) -> str | None:
        """A name with the prefix that fits; None, so that it is written in full, where none does."""
        if isinstance(uri, rdf.URIRef):
            for prefix, space in spaces:
                if uri.startswith(space) and LOCAL.fullmatch(uri, len(space)):
                    return f"{writer.addNamespace(prefix, space)}:{uri[len(space) :]}"
        return None

    writer.get_pname = find_name
    written = io.BytesIO()
    writer.serialize(written, encoding="utf-8")
    return written.getvalue().decode("utf-8")


def build_turtle_graph(model: Model, standing: str, with_people: bool = False, base: str | None = None) -> Any:
    """The graph as rdflib holds it. Raises UsageError where `base` cannot begin a name."""
    return _Writer(model, _checked(base, model.id), find_hidden(model, with_people)).write(standing)


def _checked(base: str | None, ident: str) -> str:
    if base is None:
        return f"urn:orgmodel:{ident}:"
    if not IRI.fullmatch(base):
        hint = "Give one with a scheme and without blanks, such as urn:example: or one on a host of your own."
        raise UsageError(f"'{base}' cannot be what names begin with", hint)
    return base if base.endswith(("/", "#", ":")) else f"{base}/"


class _Writer:
    """Turns rows into triples."""

    def __init__(self, model: Model, base: str, hidden: Hidden) -> None:
        rdf = load_library("rdflib", "Turtle")
        self.rdf, self.model, self.base, self.hidden = rdf, model, base, hidden
        self.rows: Rows = build_rows(model)
        self.graph = rdf.Graph(bind_namespaces="none")
        self.om, self.org = rdf.Namespace(TERMS), rdf.ORG
        self.terms: dict[str, Any] = {}
        self.unseen: dict[str, int] = {}
        self.names: dict[tuple[str, ...], Any] = {}
        standard = {"org": rdf.ORG, "skos": rdf.SKOS, "dct": rdf.DCTERMS, "dc": rdf.DC, "dcat": rdf.DCAT}
        standard |= {"foaf": rdf.FOAF, "rdf": rdf.RDF, "rdfs": rdf.RDFS, "xsd": rdf.XSD}
        for prefix, space in {"om": TERMS, **standard, "": base}.items():
            self.graph.bind(prefix, str(space))

    def write(self, standing: str) -> Any:
        self.add_model(standing)
        self.add_terms()
        self.add_evidence()
        for (type_, start, end), rows in self.rows.relationships.items():
            if type_ not in ("HAS_SLOT", "TOUCHES", "FROM_SOURCE"):
                for row in rows:
                    self.add_relationship(type_, start, end, row)
        for label, rows in self.rows.nodes.items():
            for row in rows:
                if label == "Slot":
                    self.add_slot(row)
                elif label not in ("Source", "Passage") and row["id"] not in self.hidden.people:
                    self.add_thing(label, row)
        self.declare_rest()
        return self.graph

    def name(self, *parts: str) -> Any:
        """The name of a thing; parts after the first lie below it."""
        if parts not in self.names:
            self.names[parts] = self.rdf.URIRef(self.base + "/".join(quote(part, safe="") for part in parts))
        return self.names[parts]

    def own(self, name: str) -> Any:
        if name not in self.terms:
            self.terms[name] = self.om[name]
        return self.terms[name]

    def say(self, subject: Any, predicate: Any, value: Any) -> None:
        """One triple; nothing where there is no value, and one for each member of a list."""
        for one in value if isinstance(value, (list, tuple)) else (value,):
            if one is not None:
                self.graph.add((subject, predicate, one if isinstance(one, self.rdf.term.Node) else self.literal(one)))

    def literal(self, value: Any) -> Any:
        return self.rdf.Literal(clean(value) if isinstance(value, str) else value)

    def add_model(self, standing: str) -> None:
        about, dct, subject = self.model.about, self.rdf.DCTERMS, self.name("model", self.model.id)
        self.say(subject, self.rdf.RDF.type, self.rdf.DCAT.Dataset)
        self.say(subject, dct.title, about.title)
        self.say(subject, self.rdf.RDFS.comment, standing)
        self.say(subject, self.rdf.DC.creator, about.account_of)
        self.say(subject, dct.temporal, about.as_of)
        self.say(subject, dct.description, about.description)
        self.say(subject, dct.identifier, self.rows.model)
        self.say(subject, dct.subject, self.name(about.organisation))
        self.say(subject, self.own("marking"), about.marking)
        for line in self.hidden.lines():
            self.say(subject, self.rdf.SKOS.note, line)

    def add_terms(self) -> None:
        rdf, rdfs = self.rdf.RDF, self.rdf.RDFS
        self.say(self.own("Statement"), rdfs.subClassOf, rdf.Statement)
        for name in (*CLASS_MEANINGS, *own_classes()):
            self.say(self.own(name), rdf.type, rdfs.Class)
            self.say(self.own(name), rdfs.comment, CLASS_MEANINGS.get(name))
        for name in (*PROPERTY_MEANINGS, *own_properties()):
            self.say(self.own(name), rdf.type, rdf.Property)
            self.say(self.own(name), rdfs.comment, PROPERTY_MEANINGS.get(name))
        for state, meaning in STATE_MEANINGS.items():
            self.say(self.own(state), rdf.type, self.own("State"))
            self.say(self.own(state), self.rdf.SKOS.prefLabel, state.replace("_", " "))
            self.say(self.own(state), self.rdf.SKOS.definition, meaning)
        for place, kind, records in (
            ("grade", "rank", self.model.grades),
            ("unit-kind", "rank", self.model.unit_kinds),
        ):
            for rank, record in enumerate(records, start=1):
                self.say(self.name(place, record.id), rdf.type, self.rdf.SKOS.Concept)
                self.say(self.name(place, record.id), self.rdf.SKOS.prefLabel, record.title)
                self.say(self.name(place, record.id), self.own(kind), rank)

    def declare_rest(self) -> None:
        """Whatever words of our own have been used beside those with a meaning are properties."""
        for term in list(self.terms.values()):
            if (term, self.rdf.RDF.type, None) not in self.graph:
                self.say(term, self.rdf.RDF.type, self.rdf.RDF.Property)

    def add_evidence(self) -> None:
        dct = self.rdf.DCTERMS
        for source in self.model.sources:
            subject = self.name("source", source.id)
            self.say(subject, self.rdf.RDF.type, dct.BibliographicResource)
            self.say(subject, dct.title, source.title)
            self.say(subject, self.rdf.DC.creator, source.author)
            self.say(subject, dct.date, source.date.on if source.date else None)
        for passage in self.model.passages:
            subject = self.paragraph(f"{passage.source}#{passage.paragraph}")
            self.say(subject, self.own("passageState"), passage.state)

    def paragraph(self, cite: str) -> Any:
        source, _, number = cite.partition("#")
        subject = self.name("source", source, number)
        if (subject, None, None) not in self.graph:
            self.say(subject, self.rdf.RDF.type, self.own("Paragraph"))
            self.say(subject, self.rdf.DCTERMS.isPartOf, self.name("source", source))
            self.say(subject, self.rdf.SKOS.notation, number)
        return subject

    def add_thing(self, label: str, row: Row) -> None:
        subject, skos = self.name(row["id"]), self.rdf.SKOS
        self.say(subject, self.rdf.RDF.type, list(self.classes(label, row)))
        self.say(subject, skos.prefLabel, row["title"])
        self.say(subject, self.rdf.DCTERMS.identifier, row["id"])
        self.add_known(subject, row)
        record = self.model.by_id[row["id"]]
        self.say(subject, skos.altLabel, list(record.aliases))
        self.say(subject, self.rdf.DCTERMS.description, record.description)
        self.say(subject, skos.note, record.note)
        for name, value in row.items():
            if name not in NOT_SAID_OF_THINGS:
                self.add_property(subject, label, name, value)
        self.say(subject, self.own("hidden"), self.unseen.get(row["id"]))

    def classes(self, label: str, row: Row) -> Iterator[Any]:
        if label == "Unit":
            inside = not (row["outside"] or row["organisation"])
            yield self.org.OrganizationalUnit if inside else self.org.Organization
        elif label == "Person":
            yield self.rdf.FOAF.Person
        else:
            yield self.org[ORG_CLASSES[label]] if label in ORG_CLASSES else self.own(label)

    def add_property(self, subject: Any, label: str, name: str, value: Any) -> None:
        if label == "Post" and name == "grade" and value:
            self.say(subject, self.own("grade"), self.name("grade", value))
        elif label == "Unit" and name == "kind":
            self.say(subject, self.own("unitKind"), self.name("unit-kind", value))
        elif label == "Post" and name == "roles":
            for role in value or ():
                self.say(subject, self.org.role, self.name("role", role))
                self.say(self.name("role", role), self.rdf.RDF.type, self.org.Role)
                self.say(self.name("role", role), self.rdf.SKOS.prefLabel, role.replace("-", " "))
        elif value not in (False, "", []):
            self.say(subject, self.own(camel(name)), value)

    def add_known(self, subject: Any, row: Row) -> None:
        """How something is known, and where it is said."""
        self.say(subject, self.own("basis"), row["basis"])
        self.say(subject, self.own("contested"), row["contested"] or None)
        self.say(subject, self.rdf.DCTERMS.source, [self.paragraph(cite) for cite in row["cites"]])

    def short(self, key: str) -> str:
        return key.removeprefix(f"{self.rows.model}/")

    def add_relationship(self, type_: str, start_label: str, end_label: str, row: Row) -> None:
        start, end, key = (self.short(row[name]) for name in ("start", "end", "key"))
        if self.hidden.people.intersection((start, end)):
            self.count_unseen(end if start in self.hidden.people else start, key)
            return
        first, last = self.name(start), self.name(end)
        predicate = self.predicate(type_, start_label, end_label, row)
        self.graph.add((first, predicate, last))
        if type_ == "HOLDS":
            self.graph.add((last, self.org.heldBy, first))
        if type_ == "PART_OF" and start_label == "Unit" and not self.is_outside(start):
            self.graph.add((first, self.org.unitOf, last))
        subject = self.name("statement", *key.split(">"))
        self.say(subject, self.rdf.RDF.type, self.own("Statement"))
        self.say(subject, self.rdf.RDF.subject, first)
        self.say(subject, self.rdf.RDF.predicate, predicate)
        self.say(subject, self.rdf.RDF.object, last)
        self.add_known(subject, row)
        for name in DETAILS:
            self.say(subject, self.own("inChain" if name == "chain" else camel(name)), row.get(name))

    def predicate(self, type_: str, start_label: str, end_label: str, row: Row) -> Any:
        name = ORG_PROPERTIES.get((type_, end_label))
        if (type_, start_label) == ("IN_UNIT", "Board"):
            name = None
        if type_ == "REPORTS_TO" and LINES[row["kind"]]:
            return self.own(str(LINES[row["kind"]]))
        return self.org[name] if name else self.own(camel(type_))

    def is_outside(self, ident: str) -> bool:
        record = self.model.by_id[ident]
        return ident == self.model.about.organisation or bool(getattr(record, "outside", False))

    def count_unseen(self, owner: str, key: str) -> None:
        """Count what is hidden at the slot that it fills, or at the post that is held."""
        field = key.rpartition(">")[2].split(".")[1]
        for ident in (owner, f"{owner}.{field}"):
            self.unseen[ident] = self.unseen.get(ident, 0) + 1

    def add_slot(self, row: Row) -> None:
        """The state of an answer. Where nothing at all is said and nobody is expected, one triple says so; where all is
        said, the statements do."""
        owner, asks = self.name(row["owner"]), self.own(camel(row["name"]))
        unseen = self.unseen.get(row["id"])
        plain = not (row["expected"] or row["by_unit"] or row["complete"] or unseen)
        if row["state"] == "not_stated" and plain and not row["cites"]:
            self.graph.add((owner, self.own("saysNothingOf"), asks))
            return
        if row["state"] == "known" and plain and 0 < row["known"] == row["at_least"]:
            return
        subject = self.name("slot", row["id"])
        self.say(subject, self.rdf.RDF.type, self.own("Slot"))
        self.say(subject, self.own("slotOf"), owner)
        self.say(subject, self.own("asks"), asks)
        self.say(subject, self.own("state"), self.own(row["state"]))
        self.say(subject, self.own("inChain"), row["chain"] or None)
        self.say(subject, self.own("role"), row["role"] or None)
        for name in ("says_none", "says_unclear", "says_redacted", "expected", "by_unit", "complete"):
            self.say(subject, self.own(camel(name)), row[name] or None)
        for name in ("known", "at_least", "gone"):
            self.say(subject, self.own(camel(f"number_{name}")), row[name] or None)
        self.say(subject, self.own("hidden"), unseen)
        self.add_known(subject, row)
