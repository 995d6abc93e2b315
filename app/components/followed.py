"""What became of an option in another account, and what carrying it over to there meets; nothing is picked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import Html, details, items, join, show, table, tag
from orgmodel_app.components.page import empty, heading, tell_problems
from orgmodel_app.components.rows import thing_link
from orgmodel_app.state import (
    Conflict,
    Desk,
    Drift,
    DriftedChange,
    DriftFact,
    Followed,
    Rebase,
    following,
    join_words,
    say_titles,
)

BECAME = {
    "done": ("Followed", "The other account has it as the option wanted it."),
    "done_in_part": ("Followed in part", "Some of what the change was to bring is there, some is not."),
    "done_otherwise": ("Otherwise", "It was changed, and to something else than the option wanted."),
    "not_done": ("Not followed", "It is as it was."),
    "not_stated": ("Not told", "The other account does not say what became of it."),
}
ASKED = ("Questions that the option asks", "A question changes nothing that an account could show.")
MOST_LINES, MOST_ROWS = 10, 200


def show_drift(desk: Desk, found: Followed) -> None:
    """Whether the other account followed the option, change by change."""
    heading("Did reality follow?", "Each change of the option, held against what the other account says.")
    drift = found.drift
    if isinstance(drift, list):
        for problem in drift:
            empty(f"{problem.what[:1].upper()}{problem.what[1:]}. {problem.hint}")
        return
    asked = {number: each.question for number, each in enumerate(_changes(desk, drift), 1) if each.do == "ask"}
    asking = [change for change in drift.changes if change.number in asked]
    told = {kind: [each for each in drift.changes if each.became == kind and each not in asking] for kind in BECAME}
    counts = [f"{len(told[kind])} {title.lower()}" for kind, (title, _) in BECAME.items() if told[kind]]
    show(
        tag(
            "p",
            f"Between {drift.from_day} and {drift.later_day}: ",
            join_words(counts) or "no change",
            ".",
            class_="om-sum",
        )
    )
    for kind, (title, meaning) in BECAME.items():
        _group(desk, found, title, meaning, told[kind])
    if asking:
        show(tag("h3", f"{ASKED[0]} ({len(asking)})", class_="om-h3"), tag("p", ASKED[1], class_="om-under"))
        show(items(join([tag("strong", asked[each.number]), f" {each.because}"]) for each in asking))
    download_table(_drifted(drift), f"followed-{drift.option}", "download-drift")


def _changes(desk: Desk, drift: Drift) -> Sequence[Any]:
    return desk.opened.options[drift.option].changes


def _group(desk: Desk, found: Followed, title: str, meaning: str, changes: Sequence[DriftedChange]) -> None:
    if not changes:
        return
    said = [_change(desk, found, change) for change in changes]
    show(tag("h3", f"{title} ({len(changes)})", class_="om-h3"), tag("p", meaning, class_="om-under"))
    show(items(said[:MOST_LINES], "om-rows"))
    if rest := said[MOST_LINES:]:
        show(details(f"{len(rest)} more", items(rest, "om-rows")))


def _change(desk: Desk, found: Followed, change: DriftedChange) -> Html:
    name = tag("span", f"Change {change.number}, {change.do.replace('-', ' ')}", class_="om-names")
    facts = items(_fact(desk, found, fact) for fact in change.facts) if change.facts else ""
    return join([name, change.because, facts])


def _fact(desk: Desk, found: Followed, fact: DriftFact) -> Html:
    if not fact.field:
        return join([thing_link(desk, fact.thing, fact.title), " is there." if fact.later else " is not there."])
    field = f", {fact.field.replace('_', ' ')}"
    was, wanted, later = (say_titles(told, found.ids) for told in (fact.before, fact.wanted, fact.later))
    return join([thing_link(desk, fact.thing, fact.title), f"{field}: was {was}; wanted: {wanted}; is {later}."])


def _drifted(drift: Drift) -> list[dict[str, object]]:
    lines = following.drifted(drift, "")
    return [dict(zip(lines.columns, row, strict=True)) for row in lines.rows]


def show_rebase(desk: Desk, found: Followed) -> None:
    """What an option meets in another account, and its file for there where it meets nothing."""
    heading(
        "Carry it over to the other account",
        "Where both have changed the same thing, all three states are shown and nothing is picked: people decide.",
    )
    rebased = found.rebase
    if isinstance(rebased, list):
        show(tell_problems(rebased))
        return
    _met(desk, found, "Conflicts", rebased.conflicts, "Nothing that it changes was changed there.")
    if rebased.done:
        _met(desk, found, "There already, as the option wants it", rebased.done, "")
    _taken(found, rebased)


def _met(desk: Desk, found: Followed, title: str, conflicts: Sequence[Conflict], none: str) -> None:
    show(tag("h3", f"{title} ({len(conflicts)})", class_="om-h3"))
    if not conflicts:
        empty(none)
        return
    rows = [_three(desk, found, each) for each in conflicts]
    show(table(rows[:MOST_ROWS], title, numbers=["Change"]))
    if len(rows) > MOST_ROWS:
        show(tag("p", f"The first {MOST_ROWS} are shown; the download has all {len(rows)}.", class_="om-small"))
    plain = [{**row, "Thing": each.title} for row, each in zip(rows, conflicts, strict=True)]
    download_table(plain, title.split(",")[0].lower().replace(" ", "-"), f"download-{title}")


def _three(desk: Desk, found: Followed, each: Conflict) -> dict[str, object]:
    how = {"gone": "gone there", "exists": "there already, and the option creates it", "differs": ""}[each.how]
    words = ", ".join(filter(None, (each.field.replace("_", " "), how)))
    return {
        "Thing": thing_link(desk, each.thing, each.title),
        "What of it": words or "the thing itself",
        "It was (base)": say_titles(each.base, found.ids),
        "It is there (theirs)": say_titles(each.theirs, found.ids),
        "The option wants (ours)": say_titles(each.ours, found.ids),
        "Change": each.number or "several",
    }


def _taken(found: Followed, rebased: Rebase) -> None:
    """The option's file for the other account, or what has to be decided before there can be one."""
    if isinstance(found.carried, str):
        left_out = " What is done there already is left out." if rebased.done else ""
        show(tag("p", f"Nothing conflicts, and it can be carried out there.{left_out}", class_="om-inset"))
        name = f"{rebased.option}.yaml"
        st.download_button(
            f"Download the option for the other account ({name})", found.carried, name, "application/yaml",
            key="download-carried", on_click="ignore",
        )  # fmt: skip
        show(tag("p", "Put it into the folder 'options' of that account.", class_="om-small"))
        return
    if rebased.conflicts:
        words = "There is no file to take while anything conflicts: decide each, and put it into the option."
        show(tag("p", words, class_="om-inset"))
        if rebased.problems:
            said = [join([each.what, tag("span", f" {each.hint}", class_="om-note")]) for each in rebased.problems]
            show(details(f"What else is in the way there ({len(said)})", items(said)))
        return
    show(tag("p", tag("strong", "It cannot be carried out there as it stands:")), tell_problems(found.carried))
