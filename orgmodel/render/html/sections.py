"""What each section of the page shows, as values for its template. Places come first, so that links find them."""

from __future__ import annotations

from typing import Any

from orgmodel.model import Model
from orgmodel.model.statements import CHAINS, SILENCE
from orgmodel.pictures import Chart, Links, draw_structure, structure_table
from orgmodel.pictures.inline import inline_svg
from orgmodel.render.comparison_text import HEADINGS
from orgmodel.render.html import comparing
from orgmodel.render.html.anchors import Anchors
from orgmodel.render.html.findings import Part, build_parts, row_anchor, rows_by_cite, words_of
from orgmodel.render.html.people import People
from orgmodel.render.html.view import PageView
from orgmodel.render.plan_facts import say_amount
from orgmodel.render.plan_text import OUTCOMES as LOSS_OUTCOMES
from orgmodel.render.plan_text import names as say_names
from orgmodel.render.plan_text import one_of, say_change, say_headline
from orgmodel.render.verdicts import HEADLINES, MEANING, SEVERITIES, how_known, in_order, of_word, taken_in_turn
from orgmodel.render.wording import BASIS, join_words

MOST_FIRST = 10
STANDINGS = {"offered": "Offered", "recommended": "Recommended", "preferred": "Preferred", "ruled_out": "Ruled out"}
WORDS = {
    "BASIS": BASIS, "CHAINS": CHAINS, "MEANING": MEANING, "SEVERITIES": SEVERITIES, "SHIFTS": HEADINGS,
    "SILENCE": SILENCE, "STANDINGS": STANDINGS, "LOSS_OUTCOMES": LOSS_OUTCOMES, "how_known": how_known,
    "join_words": join_words, "one_of": one_of, "say_amount": say_amount, "say_change": say_change,
    "say_headline": say_headline, "say_names": say_names,
}  # fmt: skip
"""What the templates say things with."""


def build_sections(view: PageView, anchors: Anchors, people: People) -> dict[str, Any]:
    """The values of all sections."""
    rows = structure_table(view.model)
    _place(view, anchors, [row["Id"] for row in rows])
    parts = build_parts(view.model, view.report.outcomes, view.catalogue, people, anchors)
    return {
        **WORDS,
        **_overview(view, anchors, people),
        **_findings(view, parts, anchors),
        **_structure(view.model, anchors),
        "structure_rows": [{**row, "cites": [cite for cite in row["Paragraphs"].split(", ") if cite]} for row in rows],
        **_compare(view, people),
        **_sources(view, parts, people),
        "titles": view.model.title_of,
    }


def _place(view: PageView, anchors: Anchors, structure: list[str]) -> None:
    """A place for everything that is linked to."""
    for query in view.catalogue:
        anchors.place("question", query.id)
    for line in view.passages:
        anchors.place("paragraph", f"{line.source}#{line.paragraph}")
    for ident in (*structure, *(asked.about.id for asked in view.asked), *(r.id for r in view.recommendations)):
        anchors.place("thing", ident)
    for option in view.comparison.options:
        anchors.place("option", option.option)


def _overview(view: PageView, anchors: Anchors, people: People) -> dict[str, Any]:
    outcomes = view.report.outcomes
    every = [row for outcome in outcomes for row in outcome.rows if row.verdict != "pass"]
    counted = [row for row in every if row.waived is None]
    first = people.shown(taken_in_turn(counted))[:MOST_FIRST]
    return {
        "tiles": [(word, MEANING[word], len(of_word(word, counted))) for word in HEADLINES],
        "passes": sum(outcome.count("pass") for outcome in outcomes),
        "population": sum(outcome.population for outcome in outcomes),
        "others": sum(row.verdict == "fail" and row.word not in HEADLINES for row in counted),
        "waived": len(every) - len(counted),
        "first": [(row, row_anchor(row, anchors)) for row in first],
        "failing": sum(row.verdict == "fail" for row in counted),
        "asked_questions": in_order(outcomes),
        "row_count": len(every),
        "hidden_rows": len(every) - len(people.shown(every)),
    }


def _findings(view: PageView, parts: list[Part], anchors: Anchors) -> dict[str, Any]:
    first = {group.question.id: group.rows[0].anchor for part in reversed(parts) for group in reversed(part.groups)}
    severities = [SEVERITIES[name] for name in ("high", "medium", "low")] + ["No severity"]
    return {
        "parts": parts,
        "row_words": words_of(parts),
        "row_severities": severities,
        "questions": sorted(view.catalogue, key=lambda query: query.about.title),
        "own_thresholds": {(own.finding, own.name): own for own in view.model.thresholds},
        "first_rows": first,
        "shown_rows": sum(part.count for part in parts),
    }


def _structure(model: Model, anchors: Anchors) -> dict[str, Any]:
    """The chart with as much open as can be read in one picture; its names lead to the table below it."""
    chart = Chart(model)
    links = Links(lambda ident: f"#{place}" if (place := anchors.find("thing", ident)) else None)
    picture = draw_structure(model, chart.openable(), links)
    closed = len(chart.openable()) - len(picture.opened)
    return {"picture": picture, "picture_svg": inline_svg(picture.svg, "structure"), "closed_boxes": closed}


def _compare(view: PageView, people: People) -> dict[str, Any]:
    options = view.comparison.options
    return {
        "beside": comparing.count_beside(view) if options else [],
        "states": comparing.draw_states(view),
        "options": [(option, comparing.shifts_of(option, people)) for option in options],
    }


def _sources(view: PageView, parts: list[Part], people: People) -> dict[str, Any]:
    sources = [(source, [line for line in view.passages if line.source == source.id]) for source in view.model.sources]
    facts = [fact for line in view.passages for fact in line.facts]
    return {
        "sources": sources,
        "withheld": [line for line in view.passages if line.state != "open"],
        "rests_on": rows_by_cite(parts),
        "cited_facts": len(facts),
        "hidden_facts": sum(people.in_fact(fact) for fact in facts),
    }
