"""Turtle: read back by rdflib and asked with SPARQL, it holds what the model and its findings hold."""

import time
from dataclasses import replace
from typing import Any

import pytest
from rdflib import Graph

from orgmodel.errors import UsageError
from orgmodel.exchange.org_turtle import build_turtle_graph, render_turtle
from orgmodel.graph import build_rows
from orgmodel.model import Model
from orgmodel.use_cases import apply_options, check_model, list_models, open_engine, standing_line
from tests.unit.exchange.taking_away import HOSTILE, empty_model, hostile_model, large_model, shipped, small_model

STANDING = "Harbour Board: the account of an invented review."
PREFIXES = """
PREFIX om: <urn:orgmodel:terms:> PREFIX org: <http://www.w3.org/ns/org#> PREFIX dct: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX : <urn:orgmodel:harbour:>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""
NOBODY = """
SELECT ?id ?chain { ?slot om:slotOf ?thing; om:asks om:accountable; om:expected true; om:saysNone true;
                    om:inChain ?chain . ?thing dct:identifier ?id }
"""


def read_back(model: Model, with_people: bool = False) -> Graph:
    content = render_turtle(model, STANDING, with_people).content
    return Graph().parse(data=content, format="turtle")


def ask(graph: Graph, query: str) -> list[tuple[Any, ...]]:
    """The rows of a query, as Python values."""
    return sorted(tuple(value.toPython() for value in row) for row in graph.query(PREFIXES + query))  # type: ignore[union-attr]


def count(graph: Graph, pattern: str) -> int:
    return int(ask(graph, f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")[0][0])


@pytest.fixture(scope="module")
def small() -> Graph:
    return read_back(small_model())


@pytest.mark.parametrize("name", [entry.id for entry in list_models()])
def test_units_posts_and_lines_of_a_shipped_model_are_all_there(name: str) -> None:
    model = shipped(name).model
    graph, rows = read_back(model), build_rows(model)
    units = count(graph, "{ ?u a org:OrganizationalUnit } UNION { ?u a org:Organization }")
    assert units == len(rows.nodes["Unit"])
    assert count(graph, "?p a org:Post") == len(rows.nodes["Post"])
    lines = {kind: set[tuple[str, str]]() for kind in ("line", "dotted", "statutory")}
    for (type_, *_), found in rows.relationships.items():
        for row in found:
            if type_ == "REPORTS_TO":
                lines[row["kind"]].add((row["start"], row["end"]))
    for kind, predicate in (
        ("line", "org:reportsTo"),
        ("dotted", "om:dottedLineTo"),
        ("statutory", "om:statutoryLineTo"),
    ):
        assert count(graph, f"?p {predicate} ?q") == len(lines[kind])


@pytest.mark.embedded
@pytest.mark.parametrize("name", [entry.id for entry in list_models()])
def test_what_nobody_answers_for_is_what_the_finding_says(name: str) -> None:
    opened = shipped(name)
    asked = tuple(finding for finding in opened.catalogue if finding.id == "ownerless-responsibility")
    with open_engine() as engine:
        report = check_model(replace(opened, catalogue=asked), engine)
    failed = [dict(row.identity) for row in report.rows if row.verdict == "fail"]
    found = ask(read_back(opened.model), NOBODY)
    assert found or name in ("home-office-2007", "home-office-2012")
    assert found == sorted((each["responsibility"], each["chain"]) for each in failed)


def test_each_kind_of_silence_is_told_from_the_others(small: Graph) -> None:
    states = """SELECT ?id ?state { ?slot om:slotOf ?thing; om:asks om:%s; om:state ?s .
                ?thing dct:identifier ?id . ?s skos:prefLabel ?state }"""
    assert ask(small, states % "reportsTo") == [("clerk", "unclear"), ("porter", "redacted")]
    silent = "SELECT ?id { ?p om:saysNothingOf om:reportsTo; dct:identifier ?id }"
    assert ask(small, silent) == [("chief",)]
    assert ask(small, states % "accountable") == [
        ("buoys", "not stated"),
        ("dredging", "none"),
        ("pilotage", "known"),
        ("wrecks", "unclear"),
    ]


def test_structure_is_in_the_words_of_org(small: Graph) -> None:
    assert ask(
        small, "SELECT ?n { :pilots org:unitOf :board . :pilots org:subOrganizationOf :board; skos:prefLabel ?n }"
    ) == [("Pilots",)]
    assert count(small, ":ministry a org:Organization") == 1
    assert count(small, ":board a org:Organization") == 1
    assert count(small, ":chief-pilot org:postIn :pilots; org:reportsTo :chief; om:dottedLineTo :clerk") == 1
    assert count(small, ":chief-pilot org:reportsTo :clerk") == 0


def test_a_statement_says_how_it_is_known_and_in_which_paragraph(small: Graph) -> None:
    known = """SELECT ?who ?basis { ?s a om:Statement; rdf:subject ?u; rdf:predicate org:subOrganizationOf .
               ?s om:basis ?basis . ?u dct:identifier ?who }"""
    assert ask(small, known) == [("berths", "inferred"), ("pilots", "stated")]
    cited = """SELECT ?number ?title { ?s rdf:subject :chief-pilot; rdf:object :chief; dct:source ?p .
               ?p skos:notation ?number; dct:isPartOf ?source . ?source dct:title ?title }"""
    assert ask(small, cited) == [("3", "A review")]


def test_people_are_left_out_and_counted_unless_asked_for(small: Graph) -> None:
    text = str(render_turtle(small_model(), STANDING).content)
    assert not any(name in text for name in ("Ada Quill", ":ada ", "/ada/"))
    assert ask(small, "SELECT ?n { :clerk om:hidden ?n }") == [(1,)]
    assert ask(small, "SELECT ?n { ?s om:slotOf :chief-pilot; om:asks om:candidates; om:hidden ?n }") == [(1,)]
    asked = read_back(small_model(), with_people=True)
    assert ask(asked, "SELECT ?n { ?p a foaf:Person; org:holds :clerk; skos:prefLabel ?n . :clerk org:heldBy ?p }") == [
        ("Ada Quill",)
    ]
    assert count(asked, "?thing om:hidden ?n") == 0


def test_the_account_says_whose_it_is_in_the_file_and_in_the_graph(small: Graph) -> None:
    assert str(render_turtle(small_model(), STANDING).content).startswith(f"# {STANDING}\n")
    assert ask(small, "SELECT ?said ?marking { ?m rdfs:comment ?said; om:marking ?marking }") == [
        (STANDING, "Invented")
    ]


def test_every_word_of_our_own_is_declared_in_the_file() -> None:
    graph = read_back(shipped("example").model, with_people=True)
    used = {str(p) for p in graph.predicates() if str(p).startswith("urn:orgmodel:terms:")}
    declared = {str(row[0]) for row in graph.query(PREFIXES + "SELECT ?p { ?p a rdf:Property }")}  # type: ignore[index]
    assert used - declared == set()


def test_names_begin_as_one_says_and_a_beginning_that_cannot_be_is_refused() -> None:
    graph = build_turtle_graph(small_model(), STANDING, base="https://example.org/harbour")
    assert "https://example.org/harbour/chief" in {str(subject) for subject in graph.subjects()}
    for wrong in ("harbour", "https://example.org/a b", "urn:<x>", "https://example.org/\n"):
        with pytest.raises(UsageError, match="cannot be what names begin with"):
            build_turtle_graph(small_model(), STANDING, base=wrong)


def test_only_standard_words_and_names_of_our_own_are_used() -> None:
    spaces = ("urn:orgmodel:", "http://www.w3.org/", "http://purl.org/dc/", "http://xmlns.com/foaf/")
    names = {str(node) for triple in build_turtle_graph(small_model(), STANDING, True) for node in triple}
    assert [name for name in names if name.startswith(("http", "urn")) and not name.startswith(spaces)] == []


def test_hostile_names_come_back_as_they_were() -> None:
    labels = {row[0] for row in ask(read_back(hostile_model()), "SELECT ?n { ?p a org:Post; skos:prefLabel ?n }")}
    # What no file of text can hold becomes the mark of a lost character.
    assert labels == {name.strip().replace("\x0b", "\ufffd").replace("\x07", "\ufffd") for name in HOSTILE}


def test_the_empty_model_is_only_its_account() -> None:
    assert count(read_back(empty_model()), "?slot a om:Slot") == 0


def test_the_model_of_an_option_is_written_like_any_other() -> None:
    opened = apply_options(shipped("example"), ["flood-lead"])
    graph = read_back(opened.model)
    assert count(graph, "?p a org:Post") == len(build_rows(opened.model).nodes["Post"])
    assert standing_line(opened.model)


def test_a_thousand_posts_are_quick() -> None:
    begun = time.monotonic()
    text = str(render_turtle(large_model(1_000), STANDING).content)
    assert text.count(" a org:Post ;") == 1_000
    assert time.monotonic() - begun < 30
