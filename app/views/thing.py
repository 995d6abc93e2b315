"""Anything in the model: what it is, who answers for it in each chain, everything said of it, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import Html, details, items, join, show, table, tag
from orgmodel_app.components.page import empty, heading, page
from orgmodel_app.components.picker import label_words, pick_thing
from orgmodel_app.components.pictures import show_network
from orgmodel_app.components.rows import paragraphs, row_lines, thing_link
from orgmodel_app.state import (
    CHAINS,
    SILENCE,
    ChainPath,
    Desk,
    Statement,
    chain_lines,
    cite_order,
    network_around,
    say_cites,
)

ANSWERS = ("accountable", "accountable from end to end")


def body(desk: Desk) -> None:
    """The thing that the address names, or a choice of all."""
    labels = desk.model.label_of
    if not labels:
        empty("The model has nothing in it yet.")
        return
    asked = st.query_params.get("thing")
    chosen = pick_thing(desk, labels, "Unit, post, responsibility, subject or anything else", "thing")
    if asked and asked not in labels and not chosen:
        empty(f"There is nothing in the model with the id '{asked}'.")
    if chosen:
        _thing(desk, chosen)


def _thing(desk: Desk, ident: str) -> None:
    thing = desk.thing(ident)
    record = thing.record
    facts = [label_words(thing.label), *_about_record(desk, record)]
    show(
        tag("h2", record.title, class_="om-question"),
        tag("p", " · ".join(facts), class_="om-sum"),
        tag("p", record.description) if record.description else "",
        tag("p", tag("strong", "Note: "), record.note, class_="om-inset") if record.note else "",
    )
    _who_answers(desk, thing.label, thing.statements)
    _chains(desk, ident)
    heading("The findings that rest on it", level=3)
    show(row_lines(thing.findings) if thing.findings else tag("p", "No finding rests on it.", class_="om-empty"))
    heading("What stands around it", level=3)
    show_network(network_around(desk.model, ident), f"thing-{ident}")
    _statements(desk, ident, thing.statements)
    heading("Every paragraph that is cited", "What the model takes from each, in our words.", 3)
    show(
        paragraphs(desk, sorted(thing.cites, key=cite_order), [ident])
        if thing.cites
        else tag("p", "No paragraph is cited.", class_="om-empty")
    )


def _about_record(desk: Desk, record: object) -> Iterable[str]:
    """What a record says of itself in a word or two."""
    for name in ("kind", "grade"):
        if value := getattr(record, name, None):
            yield desk.title_of(value)
    occupancy = getattr(record, "occupancy", None)
    if occupancy and occupancy.state != "not_stated":
        yield occupancy.state.replace("_", " ")
    if getattr(record, "outside", False):
        yield "outside the organisation"
    for name in ("priority", "critical"):
        designation = getattr(record, name, None)
        if designation and designation.value:
            yield f"{name}, designated by {designation.designated_by}"
    if aliases := getattr(record, "aliases", ()):
        yield f"also called {', '.join(aliases)}"
    if getattr(record, "not_in_source", False):
        yield "not in the source: made so that references to it hold"
    if (mode := getattr(record, "mode", "actual")) != "actual":
        yield f"{mode}, and so no ground for a finding"


def _who_answers(desk: Desk, label: str, statements: Iterable[Statement]) -> None:
    if label not in ("Responsibility", "Process"):
        return
    heading("Who answers for it", level=3)
    told: list[dict[str, object]] = []
    claimed = [statement for statement in statements if statement.phrase in ANSWERS]
    for statement in claimed:
        chain = getattr(statement.fact, "chain", "line")
        told.append(
            {
                "Chain": CHAINS[chain],
                "Who": thing_link(desk, statement.other) if statement.other else tag("em", statement.text),
                "Details": ", ".join(word for word in statement.details if word != CHAINS[chain]),
                "Basis": _basis(statement),
                "Paragraphs": say_cites(statement.fact.cites),
            }
        )
    silent = [chain for chain in desk.model.about.expects if CHAINS[chain] not in {str(row["Chain"]) for row in told}]
    told += [{"Chain": CHAINS[chain], "Who": tag("em", SILENCE["not_stated"])} for chain in silent]
    columns = ("Chain", "Who", "Details", "Basis", "Paragraphs")
    show(table(told, "Who answers, in each chain", columns) if told else tag("p", SILENCE["not_stated"]))


def _chains(desk: Desk, ident: str) -> None:
    """Each chain above it, where it ends, and where two part."""
    found = desk.chains(ident)
    if found is None:
        return
    heading("The chains above it", "Kept apart. That they lead to different posts is no fault.", 3)
    told = [path for path in found.paths if path.steps or path.ends != "not_stated"]
    silent = [CHAINS[chain] for chain in dict.fromkeys(path.chain for path in found.paths if path not in told)]
    if told:
        show(table([_path(desk, path) for path in told], "Each chain to where it ends"))
    if silent:
        show(tag("p", f"Not stated: {', '.join(silent)}.", class_="om-small"))
    said = [chain_lines.say_parting(parting, desk.title_of) for parting in found.partings]
    said += [chain_lines.say_unequal(unequal, desk.title_of) for unequal in found.unequal]
    said += [f"There are more ways up in the {CHAINS[chain]} than are told here" for chain in found.cut]
    show(items(f"{words}." for words in said) if said else "")


def _path(desk: Desk, path: ChainPath) -> dict[str, object]:
    way = join((thing_link(desk, who) for who in path.reached), " → ")
    return {
        "Chain": CHAINS[path.chain],
        "Up to": way if path.steps else tag("em", "nobody is named"),
        "Where it ends": chain_lines.say_end(path),
        "Basis": chain_lines.weakest(path),
        "Paragraphs": say_cites(chain_lines.cites_of(path)),
    }


def _basis(statement: Statement) -> str:
    fact = statement.fact
    words = [fact.basis, *([f"by {fact.held_by}"] if fact.held_by else [])]
    words += [f"contested by {', '.join(fact.contested_by)}"] if fact.contested_by else []
    return ", ".join(words)


def _statements(desk: Desk, ident: str, statements: Iterable[Statement]) -> None:
    heading("Everything that is said of it", level=3)
    rows: list[dict[str, object]] = []
    plain_rows: list[dict[str, object]] = []
    for statement in statements:
        common = {
            "Details": ", ".join(statement.details),
            "Basis": _basis(statement),
            "Paragraphs": say_cites(statement.fact.cites),
            "Note": statement.fact.note or "",
        }
        rows.append({"Relation": statement.phrase, "To": _other(desk, statement), **common})
        plain_rows.append({"Relation": statement.phrase, "To": statement.text, **common})
    if not rows:
        empty("Nothing more is said of it.")
        return
    shown = table(rows, f"Statements about {desk.title_of(ident)}")
    show(shown if len(rows) <= 12 else details(f"All {len(rows)} statements", shown))
    download_table(plain_rows, ident, f"statements-{ident}")


def _other(desk: Desk, statement: Statement) -> Html:
    return thing_link(desk, statement.other, statement.text) if statement.other else tag("em", statement.text)


page("Look something up", body, "Anything in the model: what it is, who answers for it, and every paragraph.")
