"""What is asked of a model beyond its findings, each answer kept for the model's files as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from orgmodel import use_cases
from orgmodel.answers.assessments import AssessmentLine
from orgmodel.errors import OrgmodelError, Problem
from orgmodel.findings import FindingQuery
from orgmodel.findings.thresholds import ThresholdEffect
from orgmodel.options.beside import Beside
from orgmodel.options.criteria import Criteria
from orgmodel.use_cases import Asked, OptionEffect
from orgmodel_app.state.desk import Desk, Fingerprint
from orgmodel_app.state.opening import MOST_KEPT, model_name, try_it


@st.cache_resource(max_entries=MOST_KEPT * 8, show_spinner="Asking with other values …")
def _thresholds(name: str, fingerprint: Fingerprint, finding: str, _desk: Desk) -> list[ThresholdEffect]:
    with use_cases.open_engine() as engine:
        return use_cases.try_thresholds(_desk.opened, _desk.questions[finding], engine)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner="Asking what the model leaves open …")
def _questions(name: str, fingerprint: Fingerprint, _desk: Desk) -> use_cases.Questions:
    with use_cases.open_engine() as engine:
        return use_cases.find_questions(_desk.opened, engine, quick=True)


def questions_of(desk: Desk) -> use_cases.Questions:
    """What to ask next, by what rests on it; no answer is tried."""
    return _questions(model_name(), desk.fingerprint, desk)


@st.cache_resource(max_entries=MOST_KEPT)
def _tried(name: str, fingerprint: Fingerprint) -> list[use_cases.Questions]:
    """What to ask next with the answers tried, once somebody has had them tried."""
    return []


def known_questions(desk: Desk) -> use_cases.Questions | None:
    """What to ask next with the answers tried, None where nobody has had them tried yet."""
    return next(iter(_tried(model_name(), desk.fingerprint)), None)


def try_questions(desk: Desk, step: Callable[[int, int], None]) -> use_cases.Questions | list[Problem]:
    """Try the answers to what is left open; `step` is told how many of how many. It is kept for everybody."""

    def find() -> use_cases.Questions:
        with use_cases.open_engine() as engine:
            return use_cases.find_questions(desk.opened, engine, step=step)

    found = try_it(find)
    if not isinstance(found, list):
        _tried(model_name(), desk.fingerprint).append(found)
    return found


@st.cache_resource(max_entries=MOST_KEPT, show_spinner="Holding what people think against what is computed …")
def _assessments(name: str, fingerprint: Fingerprint, _desk: Desk) -> list[AssessmentLine]:
    with use_cases.open_engine() as engine:
        return use_cases.compare_assessments(_desk.opened, engine)


def assessments_of(desk: Desk) -> list[AssessmentLine]:
    """What people think of each thing, beside what is computed of it."""
    return _assessments(model_name(), desk.fingerprint, desk) if desk.model.assessments else []


def thresholds_of(desk: Desk, query: FindingQuery) -> list[ThresholdEffect]:
    """What other values of a question's thresholds would change; none where it has no threshold."""
    return _thresholds(model_name(), desk.fingerprint, query.id, desk) if query.about.thresholds else []


@st.cache_resource(max_entries=MOST_KEPT * 4, show_spinner="Carrying out the options and asking the questions again …")
def _set_beside(name: str, fingerprint: Fingerprint, options: tuple[str, ...], _desk: Desk) -> Beside:
    with use_cases.open_engine() as engine:
        return use_cases.set_beside(_desk.opened, options, engine)


@st.cache_resource(max_entries=MOST_KEPT)
def _effects(name: str, fingerprint: Fingerprint) -> dict[str, list[OptionEffect]]:
    """What the options do to each question that somebody has had tried; filled as they ask."""
    return {}


def known_effects(desk: Desk, finding: str) -> list[OptionEffect] | None:
    """What every option of the model does to a question, None where nobody has had it tried yet."""
    return _effects(model_name(), desk.fingerprint).get(finding)


def try_effects(desk: Desk, finding: str, step: Callable[[str], None]) -> list[OptionEffect] | list[Problem]:
    """Carry out every option and ask one question of each; `step` is told which. It is kept for everybody."""

    def find() -> list[OptionEffect]:
        with use_cases.open_engine() as engine:
            return use_cases.find_option_effects(desk.opened, finding, engine, step)

    found = try_it(find)
    if not any(isinstance(each, Problem) for each in found):
        _effects(model_name(), desk.fingerprint)[finding] = found
    return found


def try_compare(desk: Desk, options: Sequence[str]) -> Beside | list[Problem]:
    """Doing nothing beside some options, or everything that is wrong with the options."""
    return try_it(_set_beside, model_name(), desk.fingerprint, tuple(options), desk)


def try_criteria(desk: Desk, short: str) -> Criteria | list[Problem] | None:
    """The criteria of an address, None where it has none, or what is wrong with them."""
    return try_it(use_cases.read_address, desk.opened, short)


@st.cache_resource(max_entries=2, show_spinner="Writing the graph down to be asked …")
def _asking(name: str, fingerprint: Fingerprint, _desk: Desk) -> use_cases.AskingDesk:
    """A copy of the graph without people, for whoever types a query; it goes away with the object."""
    return use_cases.open_asking(_desk.opened)


def try_ask(desk: Desk, query: str, parameters: Sequence[str], seconds: float) -> Asked | list[Problem]:
    """The answer to a typed query, or why there is none. It never runs in this process."""
    try:
        given = use_cases.read_parameters(parameters)
        use_cases.check_query(query, given)
        asking = _asking(model_name(), desk.fingerprint, desk)
        return asking.ask(query, given, use_cases.Limits(seconds=seconds))
    except OrgmodelError as error:
        return list(error.problems)
