"""`stories`, and what `explain` says of a subject and of how a finding is reached, as they are typed."""

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Answer

Run = Callable[..., Answer]
pytestmark = pytest.mark.embedded


def test_findings_on_organised_crime_are_told_once_and_each_is_named(run: Run) -> None:
    answer = run("stories", "home-office-2023", "--format", "json")
    assert answer.code == 0, answer.err
    told = {row["subject"]: row for row in json.loads(answer.out)["rows"]}
    findings = {row["finding"] for row in told["organised-crime"]["findings"]}
    assert {"split-subject", "lowest-common-manager-too-high", "no-dedicated-owner"} <= findings
    assert all(finding in told["organised-crime"]["account"] for finding in findings)


def test_explain_says_how_a_row_is_reached_and_a_subject_its_story(run: Run) -> None:
    rows = json.loads(run("explain", "home-office-2023", "split-subject", "--format", "json").out)
    assert len(rows["paths"]) == len(rows["outcome"]["rows"])
    reasons = [path["reason"] for path in rows["paths"]]
    assert any("Director in the Public Safety Group with organised crime answers for" in reason for reason in reasons)
    assert any(path["weakest"] and path["weakest"]["basis"] == "inferred" for path in rows["paths"])
    assert "are one story" in " ".join(run("explain", "home-office-2023", "organised-crime").out.split())


def test_explain_says_what_each_option_does_to_a_finding(run: Run) -> None:
    answer = run("explain", "example", "split-subject", "--options", "--format", "json")
    assert answer.code == 0, answer.err
    # The option gives flooding a lead below the head, which is what its split is for want of.
    rows = {(row["option"], row["identity"]["subject"]): row for row in json.loads(answer.out)["rows"]}
    assert (rows["flood-lead", "flooding"]["before"], rows["flood-lead", "flooding"]["becomes"]) == ("fail", "closed")
    wrong = run("explain", "example", "flooding", "--options")
    assert (wrong.code, "is not a finding" in wrong.err) == (2, True)
