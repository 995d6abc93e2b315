"""The sources, paragraph by paragraph: what the model takes from each in our words, nothing, or that it is withheld."""

from __future__ import annotations

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import Html, details, items, join, show, table, tag
from orgmodel_app.components.page import empty, heading, page
from orgmodel_app.components.rows import thing_link
from orgmodel_app.state import SILENCE, Desk, FactLine, PassageLine, RecommendationLine, join_words, say_cites

SHOWN = ("Everything", "Withheld", "Nothing structural", "Facts")


def body(desk: Desk) -> None:
    """Each source with its paragraphs, then what the sources recommend."""
    lines = desk.passages
    if not lines:
        empty("The model names no source.")
        return
    withheld = [line for line in lines if line.state in ("redacted", "blank", "part_redacted")]
    facts = sum(len(line.facts) for line in lines)
    show(
        tag(
            "p",
            f"{len(lines)} paragraphs, {facts} facts cited, {len(withheld)} paragraphs withheld in whole or part. "
            "The text itself is not shown here: these are our words for what it says.",
            class_="om-sum",
        )
    )
    chosen = st.segmented_control("Show", SHOWN, default="Everything", key="sources-shown") or "Everything"
    for source in desk.sources.values():
        found = [line for line in lines if line.source == source.id and _is_wanted(line, chosen)]
        heading(source.title, f"{source.author}. {source.licence or ''}")
        show(
            items((_passage(desk, line) for line in found), "om-rows")
            if found
            else tag("p", "None.", class_="om-empty")
        )
    rows = [_plain(fact) for line in lines for fact in line.facts]
    download_table(rows, "facts", "facts-download")
    _recommendations(desk)


def _is_wanted(line: PassageLine, chosen: str) -> bool:
    return {
        "Everything": True,
        "Withheld": line.state != "open",
        "Nothing structural": not line.facts and line.state == "open",
        "Facts": bool(line.facts),
    }[chosen]


def _passage(desk: Desk, line: PassageLine) -> Html:
    state = (
        "" if line.state == "open" else f" ({line.state.replace('_', ' ')}{'' if line.marked else ', without a mark'})"
    )
    head = join([tag("strong", f"Paragraph {line.paragraph}"), f"{state}: {line.outcome}"])
    return details(head, items(_fact(desk, fact) for fact in line.facts)) if line.facts else head


def _fact(desk: Desk, fact: FactLine) -> Html:
    name = thing_link(desk, fact.thing) if desk.knows(fact.thing) else tag("span", fact.title)
    field = f", {fact.field.replace('_', ' ')}: {fact.says}" if fact.field else ""
    mode = "" if fact.mode == "actual" else f", {fact.mode}"
    return join([name, f"{field} ({fact.basis}{mode})"])


def _plain(fact: FactLine) -> dict[str, object]:
    return {
        "Thing": fact.title,
        "Id": fact.thing,
        "Kind": fact.label,
        "Field": fact.field,
        "Says": fact.says,
        "Basis": fact.basis,
        "Mode": fact.mode,
        "Paragraphs": say_cites(fact.cites),
    }


def _recommendations(desk: Desk) -> None:
    heading("What the sources recommend", "And what became of it, as far as a text says so.")
    lines = desk.recommendations
    if not lines:
        empty("The model has no recommendation.")
        return
    shown = table([_recommended(line) for line in lines], "Recommendations")
    show(details(f"All {len(lines)} recommendations", shown))
    download_table([_recommended(line) for line in lines], "recommendations", "recommendations-download")


def _recommended(line: RecommendationLine) -> dict[str, object]:
    return {
        "Recommendation": line.title,
        "To": join_words(line.addressed_to),
        "Owner": join_words(line.owners) or SILENCE[line.owner_state],
        "Response": line.response_text or SILENCE.get(line.response, "given"),
        "Option that does it": join_words(line.options),
        "Paragraphs": say_cites(line.cites),
    }


page("Sources", body, "What rests on each paragraph, what had nothing structural in it, and what is withheld.")
