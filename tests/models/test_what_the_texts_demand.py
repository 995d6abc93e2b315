"""What each text demands of the checks, written from the texts alone, and not from what the checks happened to say.

A demand names the paragraphs that make it; the row has to rest on them, whatever else it rests on.
"""

from typing import Any

import pytest

from orgmodel.use_cases import open_model
from tests.models.golden import read_report

pytestmark = pytest.mark.embedded

HOME_OFFICE = [
    # Nobody has the immigration system (13), and nobody knows who has (80, 81): both, and each as what it is.
    ("fail", "ownerless-responsibility", "resp-immigration-system", (13,)),
    ("fail", "unclear-accountability", "resp-immigration-system", (80, 81)),
    # Who delivers particular policies is often unknown to the people there (80); so is who had Manston (105).
    ("fail", "unclear-accountability", "resp-immigration-policies-and-projects", (80,)),
    ("fail", "unclear-accountability", "resp-manston", (105,)),
    # No end-to-end system outside passports and visas (90), none for asylum (13).
    ("fail", "no-end-to-end-owner", "asylum", (13, 90)),
    ("pass", "no-end-to-end-owner", "passports", (90,)),
    ("pass", "no-end-to-end-owner", "visas", (90,)),
    # Organised crime sits in one group, fraud and cyber-crime in another (68); half of crime is not with crime (46).
    ("fail", "split-subject", "organised-crime", (68,)),
    ("fail", "split-subject", "crime", (13, 46)),
    # It has an owner, for whom it is one thing of several (69): not ownerless, and not exclusively owned (22).
    ("pass", "ownerless-responsibility", "resp-organised-crime", (69,)),
    ("fail", "no-dedicated-owner", "organised-crime", (22, 69)),
    ("info", "overloaded-post", "psg-organised-crime-director", (69,)),
    # Disagreements about immigration surface only at the top (81, 86).
    ("fail", "lowest-common-manager-too-high", "immigration-system", (81,)),
    # The mission is with one post and frontline operations are with another, with nobody over both but the top (81).
    ("fail", "policy-operations-split", "immigration-system", (81,)),
    # There is a policy on the Channel crossings (105) and work on them (106); who has them the text does not say.
    ("unknown", "policy-operations-split", "illegal-immigration", (105, 106)),
    # Chief constables are independent in operations (47), which is another chain and no fault of the department's.
    ("pass", "policy-operations-split", "policing", (47,)),
    # A sentence about ministers breaks off (68): what is withheld is not known, and neither nobody nor an overlap.
    ("unknown", "multiple-accountable", "resp-drugs-and-gun-crime", (68,)),
    ("unknown", "unclear-accountability", "resp-organised-crime-ministers", (68,)),
    ("info", "unknown-ownership", "resp-organised-crime-ministers", (68,)),
    # Several bodies with a named lead, and no problem met (116).
    ("pass", "ownerless-responsibility", "resp-state-threats-strategy", (116,)),
    # The post has been empty for more than a year (24); nobody calls it critical, so we cannot say.
    ("unknown", "vacant-critical-post", "principal-private-secretary", (24,)),
]

EXAMPLE = [
    ("fail", "ownerless-responsibility", "resp-wrecks", (13,)),
    ("unknown", "ownerless-responsibility", "resp-night-noise", (14,)),
    ("unknown", "ownerless-responsibility", "resp-gull-quay", (15,)),
    ("pass", "ownerless-responsibility", "resp-pilotage", (6,)),
    ("pass", "ownerless-responsibility", "resp-lights-and-buoys", (12,)),
    ("fail", "unclear-accountability", "resp-wrecks", (13,)),
    ("fail", "unclear-accountability", "resp-lights-and-buoys", (12,)),
    ("unknown", "unclear-accountability", "resp-gull-quay", (15,)),
    ("pass", "unclear-accountability", "resp-pilotage", (6,)),
    ("info", "unknown-ownership", "resp-gull-quay", (15,)),
    ("info", "unknown-ownership", "resp-yacht-moorings", (9,)),
    ("info", "unknown-ownership", "resp-shellfish-licences", (29,)),
    ("pass", "unknown-ownership", "resp-wrecks", (13,)),
    ("fail", "multiple-accountable", "resp-harbour-mouth", (10,)),
    ("unknown", "multiple-accountable", "resp-yacht-moorings", (9,)),
    ("pass", "multiple-accountable", "resp-spoil-permit", (11,)),
    ("pass", "multiple-accountable", "resp-quays", (8,)),
    ("pass", "multiple-accountable", "resp-ship-movement", (5,)),
    ("fail", "split-subject", "flooding", (23,)),
    ("unknown", "split-subject", "erosion", (28,)),
    ("info", "split-subject", "pollution", (27,)),
    ("pass", "split-subject", "navigation", (5, 6, 7)),
    ("fail", "lowest-common-manager-too-high", "flooding", (3,)),
    ("unknown", "lowest-common-manager-too-high", "quays", (14, 15)),
    ("pass", "lowest-common-manager-too-high", "navigation", (4,)),
    ("fail", "no-end-to-end-owner", "ship-call", (17,)),
    ("unknown", "no-end-to-end-owner", "noise-complaint", (14,)),
    ("pass", "no-end-to-end-owner", "warning-to-gates", (24,)),
    ("pass", "no-end-to-end-owner", "beach-permits", (26,)),
    ("fail", "no-dedicated-owner", "flooding", (23,)),
    ("unknown", "no-dedicated-owner", "erosion", (28,)),
    ("pass", "no-dedicated-owner", "beach-safety", (25,)),
    ("info", "overloaded-post", "emergency-planning-manager", (10, 21)),
    ("pass", "overloaded-post", "chief-pilot", (6,)),
    ("fail", "vacant-critical-post", "chief-pilot", (6,)),
    ("unknown", "vacant-critical-post", "principal-surveyor", (7,)),
    ("info", "vacant-critical-post", "head-of-sea-defences", (20,)),
    ("pass", "vacant-critical-post", "harbour-master", (5,)),
]

EXAMPLE_FURTHER = [
    # A board answers for its rules (56), and a body outside does work with a hold on it (54) and without (36, 46).
    ("pass", "ownerless-responsibility", "resp-safety-rules", (56,)),
    ("pass", "answerable-without-a-lever", "resp-ferry-trial", (54,)),
    ("fail", "answerable-without-a-lever", "resp-low-town-drains", (36, 46)),
    # Fourteen attend, which is too many, and which the members accept (56); five may attend what decides nothing (57).
    ("fail", "board-too-big", "harbour-safety-committee", (56,)),
    ("pass", "board-too-big", "audit-board", (57,)),
    ("unknown", "board-too-big", "harbour-users-board", (32,)),
    # One flow shares a register, a date and an owner (58); the other has an owner, and no system is shared (59).
    ("pass", "no-end-to-end-owner", "new-starter", (58,)),
    ("pass", "handoff-gap", "new-starter", (58,)),
    ("pass", "no-end-to-end-owner", "market-stall", (59,)),
    ("fail", "handoff-gap", "market-stall", (59,)),
    # Birds are under two subjects (47), in one directorate.
    ("pass", "split-subject", "dune-birds", (47,)),
    # One recommendation is in somebody's hands (64), one was answered (65).
    ("pass", "recommendation-without-owner", "rec-one-book", (64,)),
    ("pass", "recommendation-without-owner", "rec-ferry-end", (65,)),
    # Leading on pollution is policy, spills are operations (67), in two directorates (16, 27); bathing water is in one.
    ("fail", "policy-operations-split", "pollution", (16, 27, 67)),
    ("pass", "policy-operations-split", "bathing-water", (27, 67)),
    # A post that was closed is not an empty one (51).
    ("pass", "vacant-critical-post", "lighthouse-keeper", (51,)),
    # The Chair, to whom the Authority answers (2), answers to the Assembly (53).
    ("pass", "no-path-to-principal", "authority", (53,)),
]

Demand = tuple[str, str, str, tuple[int, ...]]
DEMANDS = [
    *(("home-office-2023", "timothy-2023", *demand) for demand in HOME_OFFICE),
    *(("example", "example-review", *demand) for demand in (*EXAMPLE, *EXAMPLE_FURTHER)),
]


def rows_of(model: str, finding: str, thing: str) -> list[dict[str, Any]]:
    """The rows of a finding that are about a thing; a population's other members pass without a row."""
    outcome = next(outcome for outcome in read_report(model)["findings"] if outcome["id"] == finding)
    return [row for row in outcome["rows"] if next(iter(row["identity"].values())) == thing]


@pytest.mark.parametrize(("model", "source", "verdict", "finding", "thing", "paragraphs"), DEMANDS)
def test_the_text_demands_it(
    model: str, source: str, verdict: str, finding: str, thing: str, paragraphs: tuple[int, ...]
) -> None:
    rows = rows_of(model, finding, thing)
    if verdict == "pass":
        assert [row["verdict"] for row in rows] == []
        return
    assert verdict in [row["verdict"] for row in rows]
    cites = {cite for row in rows if row["verdict"] == verdict for cite in row["cites"]}
    assert {f"{source}#{paragraph}" for paragraph in paragraphs} <= cites


def test_what_is_withheld_never_makes_a_finding() -> None:
    withheld = {f"timothy-2023#{paragraph}" for paragraph in (37, 73, 74, 75, 76, 119, 121)}
    rows = [row for outcome in read_report("home-office-2023")["findings"] for row in outcome["rows"]]
    guessed = [row["identity"] for row in rows if row["verdict"] == "fail" and withheld & set(row["cites"])]
    assert guessed == []


def test_nothing_about_state_threats_is_called_a_fault() -> None:
    """Paragraph 116: several bodies share the work under a named lead, and no problem was met."""
    rows = [row for outcome in read_report("home-office-2023")["findings"] for row in outcome["rows"]]
    faults = [row for row in rows if row["verdict"] == "fail" and "state-threats" in str(row["identity"])]
    assert faults == []


def test_nobody_and_not_clear_are_told_apart() -> None:
    """Manston (105) is not clear and so not nobody's; the whole system (13, 80) is said to be both."""
    assert rows_of("home-office-2023", "ownerless-responsibility", "resp-manston") == []
    (row,) = rows_of("home-office-2023", "ownerless-responsibility", "resp-immigration-system")
    assert row["values"]["also_unclear"] is True


def test_a_reporting_line_that_nobody_states_is_called_inferred() -> None:
    """No paragraph of the review states a line of a present official, so what rests on one says so."""
    outcomes = {outcome["id"]: outcome for outcome in read_report("home-office-2023")["findings"]}
    rows = outcomes["lowest-common-manager-too-high"]["rows"]
    assert {row["basis"] for row in rows if row["verdict"] == "fail"} == {"inferred"}


@pytest.mark.parametrize("model", ["home-office-2023", "example"])
def test_every_report_says_whose_account_it_is(model: str) -> None:
    standing = read_report(model)["standing"]
    assert "Not the organisation's own statement" in standing
    assert "not individuals" in standing


def test_the_home_office_model_names_no_holder() -> None:
    """Posts are named and never their holders."""
    model = open_model("home-office-2023").model
    assert (model.people, model.holdings) == ((), ())


def test_everybody_in_the_example_is_invented() -> None:
    people = open_model("example").model.people
    assert people
    assert all(person.invented for person in people)


def test_the_example_has_a_finding_of_every_kind_for_every_first_question() -> None:
    """A reader sees of each question what fails, what passes, and what cannot be told, where that is possible."""
    kinds = {(finding, verdict) for verdict, finding, _, _ in EXAMPLE}
    never_fail = ("unknown-ownership", "overloaded-post")
    for finding in {finding for finding, _ in kinds}:
        wanted = {"info", "pass"} if finding in never_fail else {"fail", "pass", "unknown"}
        assert wanted <= {verdict for name, verdict in kinds if name == finding}, finding
