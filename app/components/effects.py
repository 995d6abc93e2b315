"""Which options of the model close a row, change it or leave it: dear, so tried only when somebody asks, and kept."""

from __future__ import annotations

import streamlit as st

from orgmodel_app.components.markup import Html, details, items, join, link, plain, show, tag
from orgmodel_app.components.page import empty, heading, tell_problems
from orgmodel_app.components.words import word_tag
from orgmodel_app.state import Desk, Finding, OptionEffect, Problem, known_effects, try_effects

BECOMES = {
    "closed": "Closes it",
    "settled": "Makes it known",
    "changed": "Changes it without closing it",
    "become_unknown": "Makes it unknown",
    "opened": "Makes a finding of it",
    "gone": "Takes away the thing itself",
    "still": "Leaves it as it is",
}
"""What an option does to one row, in the order in which people ask for it."""


def show_effects(desk: Desk, row: Finding) -> None:
    """What each option does to the row: at once where somebody has had it tried, else behind a button."""
    options = len(desk.opened.options)
    if not options:
        return
    heading("What the options do to it", "Each option is carried out and the question asked again. None is ranked.", 3)
    effects = known_effects(desk, row.finding)
    if effects is None:
        words = "the one option" if options == 1 else f"the {options} options"
        if not st.button(f"Try {words} of this model", key=f"try-options-{row.finding}"):
            empty("They have not been tried on this question yet: that takes about a second for each.")
            return
        effects = _try(desk, row.finding, options)
        if effects is None:
            return
    _told(row, effects)


def _try(desk: Desk, finding: str, options: int) -> list[OptionEffect] | None:
    place = st.empty()
    done = iter(range(options + 1))

    def step(title: str) -> None:
        place.progress(next(done) / (options + 1), text=plain(f"Asking again: {title}"))

    found = try_effects(desk, finding, step)
    place.empty()
    problems = [each for each in found if isinstance(each, Problem)]
    if problems:
        show(tell_problems(problems))
        return None
    return found


def _told(row: Finding, effects: list[OptionEffect]) -> None:
    by_kind: dict[str, list[Html]] = {kind: [] for kind in BECOMES}
    for effect in effects:
        for shift in effect.shifts:
            if shift.identity == row.identity:
                by_kind[shift.kind].append(_option(effect, shift.after))
    for kind, words in BECOMES.items():
        told = by_kind[kind]
        if kind == "closed" and not told and row.verdict == "fail":
            show(tag("p", tag("strong", f"{words}: "), "none of them.", class_="om-small"))
        elif kind == "still" and told:
            show(details(f"{words} ({len(told)})", items(told)))
        elif told:
            show(tag("h4", f"{words} ({len(told)})", class_="om-h4"), items(told))


def _option(effect: OptionEffect, after: Finding | None) -> Html:
    """An option by its name, leading to its comparison, and what the row is then."""
    name = link(effect.title, "compare", options=effect.option)
    found = after is not None and after.verdict != "pass"
    return join([name, ": ", word_tag(after.word), " ", after.sentence] if found else [name, ": nothing found."])
