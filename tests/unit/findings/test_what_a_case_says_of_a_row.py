"""What a case may say of the evidence of a row: that some of it is there, or that it is all there is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from orgmodel.findings.cases import check_case, read_cases
from orgmodel.findings.finding import Evidence, Finding, Outcome

CASE = "- name: a row\n  expect: {{fail: [clerk]}}\n  {key}: {{clerk: {keys}}}\n"


def row_resting_on(*keys: str) -> Outcome:
    evidence = tuple(Evidence(key, "stated", ()) for key in keys)
    values: dict[str, Any] = {"post": "clerk"}
    identity = (("post", "clerk"),)
    return Outcome(
        "q", "Q?", "low", (Finding("q", "fail", "low", identity, values, "Q?", "Gap", "", "computed", evidence),), 1
    )


@pytest.mark.parametrize(
    ("key", "expected", "there", "wrong"),
    [
        ("evidence", "[a]", ("a", "b"), []),
        ("evidence", "[a, c]", ("a", "b"), ["evidence of 'clerk': expected ['a', 'c'], found ['a']"]),
        ("rests_on", "[b, a]", ("a", "b"), []),
        ("rests_on", "[a]", ("a", "b"), ["rests_on of 'clerk': expected ['a'], found ['a', 'b']"]),
        ("rests_on", "[a, b, c]", ("a", "b"), ["rests_on of 'clerk': expected ['a', 'b', 'c'], found ['a', 'b']"]),
        ("rests_on", "[]", (), []),
    ],
)
def test_evidence_is_there_or_is_all(
    key: str, expected: str, there: tuple[str, ...], wrong: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "q.yaml"
    file.write_text(CASE.format(key=key, keys=expected), encoding="utf-8")
    assert check_case(read_cases(file)[0], row_resting_on(*there)) == wrong
