"""An answer that is said to settle a verdict does settle it: the slow reading of the model with the answer in it says
the same, over random models. What is withheld is never asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from orgmodel import use_cases
from orgmodel.graph import build_rows
from orgmodel.graph.embedded import EmbeddedEngine
from tests.findings.cases import short
from tests.findings.running import shipped_catalogue
from tests.properties.findings_strategy import model_of, seeds
from tests.properties.slow_reading import READINGS, Reading

CATALOGUE = tuple(finding for ident, finding in shipped_catalogue().items() if ident in READINGS)

pytestmark = [pytest.mark.embedded, pytest.mark.slow]


def questions_of(seed: int) -> tuple[use_cases.Opened, use_cases.Questions]:
    model = model_of(seed)
    opened = use_cases.Opened(use_cases.ModelEntry("random", "Random", Path()), model, CATALOGUE, {})
    engine = EmbeddedEngine()
    try:
        return opened, use_cases.find_questions(opened, engine, most=2)
    finally:
        engine.close()


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
@given(seed=seeds())
def test_an_answer_does_what_is_said_of_it(seed: int) -> None:
    opened, found = questions_of(seed)
    redacted = {row["id"] for row in build_rows(opened.model).nodes["Slot"] if row["says_redacted"]}
    for question in (*found.questions, *found.idle):
        assert question.point.key not in redacted
        for answer in question.answers or ():
            said = {settled.row.key: settled.becomes for settled in answer.settles}
            for row in question.rests:
                read = READINGS[row.finding](Reading(answer.model)).get(short(row.identity), "gone")
                assert (seed, question.question, answer.words, row.key, said.get(row.key, "unknown")) == (
                    seed,
                    question.question,
                    answer.words,
                    row.key,
                    read,
                )


def test_there_is_a_model_in_which_answers_settle_verdicts() -> None:
    """So that the test above has something to look at: a model that leaves something open that matters."""
    settled = [answer.settles for question in questions_of(0)[1].questions for answer in question.answers or ()]
    assert any(settled), settled
