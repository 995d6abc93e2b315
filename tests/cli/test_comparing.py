"""`compare`, as it is typed: what stands side by side, criteria that somebody sets, principles that are required."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer

Run = Callable[..., Answer]
pytestmark = pytest.mark.embedded

PRINCIPLES = """\
principles:
  - {id: owned, title: Somebody answers for everything, held_by: The board, query: ownerless-responsibility}
ruled_out:
  - id: no-closing
    title: Closing the pilots
    by: The harbour users
    why: Ships would wait.
    things: [chief-pilot]
    verbs: [close-post]
"""
FIRST = """\
id: close-pilots
title: Close the pilots' group
model: harbour
because: It is said to cost too much.
costs:
  - {what: Moving desks, amount: {at_least: 100, at_most: 150}}
  - {what: Leaving pay}
benefits:
  - {measure: Hours that a ship waits, baseline: Six, owner: chief}
changes:
  - do: close-post
    post: chief-pilot
    because: The post is said not to be needed.
    moves: [{what: pilotage, to: chief}, {what: pilots, to: unknown}]
  - {do: ask, question: Who heads the pilots then?, decided_by: chief, about: [pilots], because: It is open.}
"""
SECOND = """\
id: dredge
title: The pilots dredge
model: harbour
because: Somebody has to.
changes:
  - {do: assign, responsibility: dredging, to: chief-pilot, because: They are out there anyway.}
"""
CRITERIA = """\
set_by: The clerk
criteria:
  - {count: findings, finding: ownerless-responsibility, better: less, weight: 3}
  - {count: disruption, kind: posts_closed, better: less, weight: 2}
"""


@pytest.fixture
def options(folder: Path) -> Path:
    (folder / "principles.yaml").write_text(PRINCIPLES)
    (folder / "options" / "close-pilots.yaml").write_text(FIRST)
    (folder / "options" / "dredge.yaml").write_text(SECOND)
    (folder.parent / "criteria.yaml").write_text(CRITERIA)
    return folder


def test_everything_stands_side_by_side_and_no_sum_is_made_unasked(run: Run, options: Path) -> None:
    found = run("compare", options, "--options", "close-pilots,dredge", "--require", "owned")
    assert found.code == 1, found.err
    said = " ".join(found.out.split())
    assert "CRITERIA" not in found.out
    assert "Weighted sum" not in found.out
    for words in (
        "close-pilots: not kept: breaks what you require",
        "dredge: kept",
        "Somebody answers for everything (held by: The board) (required)",
        "Posts closed 0 1 0",
        "Once, in pounds 0 at least 100 not known",
        "Closing the pilots is ruled out by The harbour users: Ships would wait. Here: change 1",
        "Chief: gains Pilotage (answers for it, line chain; from Chief Pilot;",
        "Chief Pilot: gains Dredging (answers for it, line chain; nobody was named before;",
        "Hours that a ship waits; today: Six; answered for by Chief",
        "Who heads the pilots then? Decided by: Chief.",
        "No option is ranked here",
    ):
        assert words in said


def test_json_csv_and_markdown_hold_the_same_result_of_criteria(run: Run, options: Path) -> None:
    words = ("compare", options, "--options", "close-pilots,dredge", "--criteria", options.parent / "criteria.yaml")
    told = json.loads(run(*words, "--format", "json").out)
    assert [side["option"] for side in told["sides"]] == ["", "close-pilots", "dredge"]
    assert [(each["low"], each["high"]) for each in told["weighed"]["sums"]] == [(-3, -3), (-5, -5), (0, 0)]
    costs = {(c["kind"], c["unit"]): (c["low"], c["high"]) for c in told["sides"][1]["costs"]}
    assert costs == {("one_off", "pounds"): (100, None), ("recurring", "pounds"): (None, None)}
    assert [line["verdict"] for side in told["sides"] for line in side["principles"]] == [
        "not kept",
        "not kept",
        "kept",
    ]
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv").out)))
    sums = [row["becomes"] or row["was"] for row in rows if row["about"].startswith("Weighted sum")]
    assert [number.lstrip("'") for number in sums] == ["-3", "-5", "0"]
    said = " ".join(run(*words, "--format", "markdown").out.split())
    assert "Set by The clerk." in said
    assert "Findings, ownerless-responsibility (less is better, weight 3) 1 1 0" in said
    assert "Weighted sum (more is better) -3 -5 0" in said
    outdone = (
        "Close the pilots' group is no better on any criterion, and worse on one, than Doing nothing and The pilots"
    )
    assert outdone in said


def test_a_required_principle_that_is_kept_or_is_not_there(run: Run, options: Path) -> None:
    assert run("compare", options, "--options", "dredge", "--require", "owned").code == 0
    wrong = run("compare", options, "--options", "dredge", "--require", "owed")
    assert wrong.code == 2
    assert "has no principle 'owed'" in wrong.err


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("criteria: [{count: findings, better: less, weight: much}]", 3, "weight"),
        ("criteria: [{count: principle, principle: owed, better: more, weight: 1}]", 3, "Did you mean 'owned'?"),
        ("criteria: [{count: metric, metric: no-such, better: more, weight: 1}]", 3, "there is no metric 'no-such'"),
        (None, 2, "cannot be read"),
    ],
)
def test_criteria_that_make_no_sense_are_refused_before_anything_is_checked(
    run: Run, options: Path, text: str | None, code: int, words: str
) -> None:
    file = options.parent / "ours.yaml"
    if text:
        file.write_text(text)
    found = run("compare", options, "--options", "dredge", "--criteria", file)
    assert (found.code, found.out) == (code, "")
    assert words in found.err


def test_an_option_is_compared_with_what_it_requires_and_includes(run: Run, options: Path) -> None:
    after = SECOND.replace("id: dredge", "id: after").replace("to: chief-pilot", "to: chief")
    (options / "options" / "after.yaml").write_text(
        after.replace("because: Somebody", "requires: [close-pilots]\nbecause: Somebody")
    )
    told = json.loads(run("compare", options, "--options", "after", "--format", "json").out)["sides"][1]
    assert {shift["holder"] for shift in told["duties"]} == {"chief", "chief-pilot", "pilots"}
    assert "after does not state what it costs once" in {part["what"] for part in told["costs"][0]["unknown"]}
