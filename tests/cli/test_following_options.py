"""Plans in part and backwards, handover sheets, rebase and drift, as a person types them."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer

Run = Callable[..., Answer]
HEADER = """\
title: A change
model: harbour
because: It is said to help.
"""
STEPS = """\
id: steps
phases:
  - {id: first, title: First, from: 2024-06-01}
  - {id: second, title: Second, requires: [first], needs: [A vote]}
costs: [{what: Moving, amount: {at_least: 1000, at_most: 2500}}, {what: Rent, kind: recurring, amount: unknown}]
benefits: [{measure: Boats met, baseline: Half of them, owner: chief}]
changes:
  - do: create-unit
    because: The boats need a home.
    phase: first
    unit: {id: boats, title: Boats, kind: group, part_of: [{who: harbour-board}]}
  - do: transfer
    because: The chief takes pilotage on.
    phase: first
    responsibilities: [pilotage]
    from: chief-pilot
    to: chief
  - do: move-post
    because: The pilot goes to the boats.
    phase: second
    post: chief-pilot
    in_unit: boats
"""


@pytest.fixture
def steps(folder: Path) -> Path:
    """The small model with an option in two phases."""
    (folder / "options" / "steps.yaml").write_text(STEPS + HEADER)
    return folder


def test_a_plan_tells_phases_costs_and_benefits(run: Run, steps: Path) -> None:
    said = run("plan", steps, "steps").out
    assert "Second [second], no dates, after phase first, needs: A vote" in said
    assert "Moving, once: 1,000 to 2,500 pounds" in said
    assert "Rent, again and again: an amount that is not stated" in said
    assert "Boats met; today: Half of them; answered for by Chief" in said


def test_a_plan_has_three_densities(run: Run, steps: Path) -> None:
    headline, listed, whole = (
        run("plan", steps, "steps", "--detail", word).out for word in ("headline", "list", "all")
    )
    assert "Moves" not in headline
    assert "Moves" in listed
    assert "Chief: changed job" not in listed
    assert "Chief Pilot: moved and changed job" in whole


def test_a_part_of_an_option_is_planned_and_says_what_it_needs(run: Run, steps: Path) -> None:
    assert "Boats [boats]" not in run("plan", steps, "steps", "--only", "2").out
    refused = run("plan", steps, "steps", "--only", "second")
    assert refused.code == 3
    assert "change 3 needs 'boats', which change 1 creates" in refused.err


def test_an_option_that_undoes_is_written_and_can_be_used(run: Run, steps: Path) -> None:
    back = steps / "options" / "undo-steps.yaml"
    planned = run("plan", steps, "steps", "--reverse", "--write", back)
    assert planned.code == 0, planned.err
    assert "Boats [boats]" in planned.out[planned.out.index("Disappears") :]
    again = run("plan", steps, "undo-steps", "--format", "json")
    assert again.code == 0, again.err
    assert json.loads(again.out)["requires"] == ["steps"]
    assert run("plan", steps, "steps", "--reverse", "--write", back).code == 2
    assert (
        "Call the file 'undo-steps.yaml'" in run("plan", steps, "steps", "--reverse", "--write", steps / "x.yaml").err
    )


def test_a_handover_sheet_is_open_while_there_is_a_gap(run: Run, steps: Path) -> None:
    open_ = run("handover", steps, "steps")
    assert open_.code == 1
    assert "not complete: 1 of 1 with a gap" in open_.out
    assert "to Chief, 2024-06-01, not accepted yet" in " ".join(open_.out.split())
    option = steps / "options" / "steps.yaml"
    option.write_text(option.read_text() + "accepted: [{what: pilotage, by: chief}]\n")
    whole = run("handover", steps, "steps", "--post", "chief")
    assert (whole.code, "Handover in 'A change' for Chief [chief]: complete" in whole.out) == (0, True)
    row = json.loads(run("handover", steps, "steps", "--format", "json").out)["rows"][0]
    assert (row["what"], row["from"], row["to"], row["accepted"], row["gaps"]) == (
        "pilotage",
        "chief-pilot",
        ["chief"],
        "accepted",
        [],
    )
    assert run("handover", steps, "steps", "--format", "csv").out.startswith("what,title,as,")
    assert "holds nothing that could be handed over" in run("handover", steps, "steps", "--post", "pilotage").err


def test_an_option_is_held_against_a_newer_account(run: Run, steps: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer"
    shutil.copytree(steps, newer)
    assert run("rebase", "steps", "--from", steps, "--to", newer).code == 0
    lists = (newer / "lists.yaml").read_text()
    (newer / "lists.yaml").write_text(
        lists.replace("title: Pilotage, accountable: [{who: chief-pilot}]", "title: Pilotage")
    )
    found = run("rebase", "steps", "--from", steps, "--to", newer)
    said = " ".join(found.out.split())
    assert found.code == 1
    assert "Pilotage [pilotage], accountable was changed by both, change 2" in said
    assert "It was Chief Pilot [chief-pilot], line; now it is not stated; the option wants Chief [chief], line." in said


def test_an_option_is_written_for_a_newer_account_without_what_is_done_there(
    run: Run, steps: Path, tmp_path: Path
) -> None:
    newer = tmp_path / "newer"
    shutil.copytree(steps, newer)
    for option in (newer / "options").iterdir():
        option.unlink()
    (newer / "model.yaml").write_text((newer / "model.yaml").read_text().replace("id: harbour\n", "id: harbour-2025\n"))
    lists = (newer / "lists.yaml").read_text()
    (newer / "lists.yaml").write_text(lists.replace("accountable: [{who: chief-pilot}]", "accountable: [{who: chief}]"))
    to = newer / "options" / "steps.yaml"
    found = run("rebase", "steps", "--from", steps, "--to", newer, "--write", to)
    assert "is there already as the option wants it, change 2" in " ".join(found.out.split())
    plan = run("plan", newer, "steps", "--format", "json")
    assert plan.code == 0, plan.err
    # The transfer of pilotage is done; the new unit and the move into it are what is left.
    assert "Boats [boats]" in run("plan", newer, "steps").out
    assert "transfer" not in to.read_text()

    (newer / "lists.yaml").write_text(
        lists.replace("accountable: [{who: chief-pilot}]", "accountable: [{state: none}]")
    )
    to.unlink()
    refused = run("rebase", "steps", "--from", steps, "--to", newer, "--write", to)
    assert (refused.code, "'Pilotage', accountable, was changed by both" in refused.err) == (3, True)
    assert not to.exists()


def test_what_came_of_an_option_is_said_change_by_change(run: Run, steps: Path, tmp_path: Path) -> None:
    later = tmp_path / "later"
    shutil.copytree(steps, later)
    lists = (later / "lists.yaml").read_text()
    (later / "lists.yaml").write_text(lists.replace("accountable: [{who: chief-pilot}]", "accountable: [{who: chief}]"))
    (later / "options" / "steps.yaml").unlink()
    found = run("drift", steps, "steps", later)
    assert found.code == 0, found.err
    assert "1 done and 2 not done" in found.out
    assert "Change 2 (transfer): done" in found.out
    rows = json.loads(run("drift", steps, "steps", later, "--format", "json").out)["rows"]
    assert [(row["change"], row["became"]) for row in rows] == [(1, "not_done"), (2, "done"), (3, "not_done")]


def test_commands_of_options_name_what_is_not_there(run: Run, steps: Path) -> None:
    for words in (("handover", steps, "stepz"), ("drift", steps, "stepz", steps)):
        refused = run(*words)
        assert (refused.code, "Did you mean 'steps'?" in refused.err) == (2, True)
    assert run("rebase", "steps", "--from", steps, "--to", "nowhere").code == 2


def test_only_a_later_account_of_the_same_organisation_says_what_came_of_an_option(
    run: Run, steps: Path, tmp_path: Path
) -> None:
    for words in (("drift", steps, "steps", "example"), ("rebase", "steps", "--from", steps, "--to", "example")):
        other = run(*words)
        assert (other.code, "'example' is about 'authority', and the option about 'harbour-board'" in other.err) == (
            2,
            True,
        )
    earlier = tmp_path / "earlier"
    shutil.copytree(steps, earlier)
    header = (earlier / "model.yaml").read_text()
    (earlier / "model.yaml").write_text(header.replace("2024-05-01", "2023-05-01"))
    refused = run("drift", steps, "steps", earlier)
    assert (refused.code, "is no later account: 2023-05-01 is before 2024-05-01" in refused.err) == (2, True)
