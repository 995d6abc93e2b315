"""The random models reach every verdict that a finding can give, so that agreement over them is about something."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.findings.running import shipped_catalogue
from tests.properties.findings_strategy import model_of
from tests.properties.slow_reading import READINGS, Reading

SEEDS = range(250)
CATALOGUE = shipped_catalogue()


@pytest.fixture(scope="module")
def reached() -> dict[str, Counter[str]]:
    """How often each finding gives each verdict, by the slow reading."""
    counted: dict[str, Counter[str]] = {ident: Counter() for ident in READINGS}
    for seed in SEEDS:
        model = model_of(seed)
        for ident, read in READINGS.items():
            counted[ident].update(read(Reading(model)).values())
    return counted


def test_every_finding_has_a_slow_reading() -> None:
    assert sorted(READINGS) == sorted(CATALOGUE)


@pytest.mark.parametrize("ident", READINGS)
def test_each_verdict_of_a_finding_is_reached(ident: str, reached: dict[str, Counter[str]]) -> None:
    """Those that the definition has words for, and passing; and no others."""
    assert set(reached[ident]) == {*CATALOGUE[ident].about.says, "pass"}, reached[ident]
