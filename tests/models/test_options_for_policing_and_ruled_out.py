"""What the review says of its options for policing and security, and of what its author rules out."""

import pytest

from orgmodel.model import Model, Unit
from orgmodel.options import Plan, plan
from tests.models.test_shipped_options import carried_out, holds, shipped

REVIEW = "home-office-2023"


def after(option: str) -> Model:
    return carried_out(REVIEW, option)[2]


def told(option: str) -> Plan:
    base, changeset, _ = carried_out(REVIEW, option)
    return plan(base, changeset)


def lost(option: str) -> dict[str, str]:
    """What has no known destination, and what the option says of it."""
    return {loss.thing: loss.outcome for loss in told(option).losses}


def outside(model: Model) -> set[str]:
    return {unit.id for unit in model.units if unit.outside}


# -- what is withheld stays withheld -----------------------------------------------------------------------------------


def test_where_the_specialist_commands_go_is_withheld_and_the_force_keeps_one_principal() -> None:
    model = after("met-specialist-commands")
    (place,) = model.by_id["specialist-operations"].part_of.claims  # type: ignore[attr-defined]
    assert (place.who, place.state) == (None, "redacted")
    assert lost("met-specialist-commands") == {
        "specialist-operations": "redacted",
        "resp-counter-terrorism-policing": "redacted",
        "metropolitan-police": "given_up",
    }
    assert holds(model, "metropolitan-police", "answers_to") == {"mayor-of-london"}
    (kept,) = model.by_id["metropolitan-police"].answers_to.claims  # type: ignore[attr-defined]
    assert kept.scope == "Policing the capital"


def test_to_whom_the_regional_units_answer_is_still_not_clear_and_in_part_withheld() -> None:
    claims = after("regional-units-governance").by_id["regional-organised-crime-units"].answers_to.claims  # type: ignore[attr-defined]
    assert {claim.state for claim in claims} == {"unclear", "redacted"}


def test_the_chief_secretary_reports_to_the_home_secretary_and_takes_both_tables() -> None:
    model = after("chief-secretary-for-security")
    assert holds(model, "chief-secretary-for-security", "answers_to") == {"home-secretary"}
    assert model.by_id["security-minister"].mode == "past"
    for table in ("cabinet", "national-security-council"):
        assert "chief-secretary-for-security" in holds(model, table, "members")
        assert "security-minister" not in holds(model, table, "members")


# -- what is left open stays open --------------------------------------------------------------------------------------


def test_what_the_council_does_has_no_known_destination_and_its_adviser_has() -> None:
    model = after("chief-officers-council")
    assert holds(model, "council-scientific-adviser", "in_unit") == {"college-of-policing"}
    assert holds(model, "resp-police-coordination", "responsible") == set()
    assert holds(model, "resp-national-police-approaches", "responsible") == {"college-of-policing"}
    losses = lost("chief-officers-council")
    assert losses["resp-police-coordination"] == losses["resp-national-police-approaches"] == "unknown"
    assert [(phase.id, phase.requires) for phase in shipped(REVIEW)[1]["chief-officers-council"].phases] == [
        ("review", ()),
        ("ending", ("review",)),
    ]


def test_the_two_forms_of_the_policing_board_exclude_each_other() -> None:
    kept, gone = "policing-board-more-useful", "policing-board-abolished"
    board = after(kept).by_id["national-policing-board"]
    assert holds(after(kept), board.id, "chair") == {"home-secretary", "minister-crime-policing-fire"}
    assert (board.meetings_per_year.at_least, board.meetings_per_year.at_most) == (6, None)  # type: ignore[attr-defined]
    assert lost(gone) == {"policing": "unknown", "home-secretary": "unknown"}
    options = shipped(REVIEW)[1]
    assert (options[kept].excludes, options[gone].excludes) == ((gone,), (kept,))


def test_the_small_board_has_its_size_and_rhythm_and_nobody_is_put_on_it() -> None:
    board = after("performance-and-delivery-board").by_id["performance-and-delivery-board"]
    assert (board.mode, board.attendance.at_most) == ("actual", 10)  # type: ignore[attr-defined]
    assert (board.meetings_per_year.at_least, board.meetings_per_year.at_most) == (12, 12)  # type: ignore[attr-defined]
    assert board.members.claims == ()  # type: ignore[attr-defined]
    assert [claim.state for claim in board.chair.claims] == ["not_stated"]  # type: ignore[attr-defined]
    assert after("performance-and-delivery-board").by_id["departmental-board"].mode == "actual"


def test_the_home_secretary_looks_at_prosecutors_and_forces_and_is_no_second_principal_of_forces() -> None:
    model = after("criminal-justice-board")
    assert holds(model, "criminal-justice-system-board", "chair") == {"home-secretary"}
    assert {"crown-prosecution-service", "police-forces"} <= holds(
        model, "criminal-justice-system-board", "scrutinises"
    )
    assert holds(model, "police-forces", "answers_to") == {"police-and-crime-commissioners"}
    assert (
        holds(model, "courts", "answers_to")
        == holds(model, "prisons-and-probation", "answers_to")
        == {"justice-secretary"}
    )


# -- what is ruled out ------------------------------------------------------------------------------------------------

RULED_OUT = {
    "break-up": "ruled-out-break-up",
    "distance-from-ministers": "ruled-out-distance",
    "merge-border-and-enforcement": "ruled-out-merging-border-and-enforcement",
    "regional-forces": "ruled-out-merging-forces",
    "immigration-department-within": "ruled-out-department-within",
    "micromanaged-forces": "ruled-out-micromanagement",
    "many-small-funds": "ruled-out-many-small-funds",
}


def test_every_option_that_is_ruled_out_is_one_that_the_review_rules_out() -> None:
    options = shipped(REVIEW)[1].values()
    assert {option.id for option in options if option.standing == "ruled_out"} == RULED_OUT.keys()


@pytest.mark.parametrize(("option", "entry"), sorted(RULED_OUT.items()))
def test_an_option_that_is_ruled_out_is_carried_out_and_names_whose_reason_it_meets(option: str, entry: str) -> None:
    found = {each.id: each for each in told(option).ruled_out}
    assert found[entry].by == "The author"
    assert found[entry].why


def test_breaking_up_takes_the_immigration_commands_out_and_brings_prisons_in() -> None:
    before, model = shipped(REVIEW)[0], after("break-up")
    went = {"migration-and-borders-group", "border-force", "immigration-enforcement", "customer-services"}
    went |= {"asylum-and-protection-group", "immigration-and-border-department"}
    went |= {"asylum-dispersal-operation", "asylum-accommodation-operation", "afghan-resettlement-operation"}
    assert outside(model) - outside(before) == went
    assert outside(before) - outside(model) == {"prisons-and-probation"}
    assert holds(model, "resp-prisons-sentencing-probation", "accountable") == {"home-office"}


def test_commands_at_a_distance_answer_to_nobody_that_is_known() -> None:
    model = after("distance-from-ministers")
    body = model.by_id["immigration-commands-at-a-distance"]
    assert isinstance(body, Unit)
    assert [claim.state for claim in body.answers_to.claims] == ["not_stated"]
    assert {"border-force", "immigration-enforcement", "customer-services"} <= outside(model)
    assert "migration-and-borders-group" not in outside(model)


def test_regional_forces_are_funded_inspected_and_moved_as_local_ones_were_and_answer_to_nobody_that_is_known() -> None:
    model = after("regional-forces")
    assert "regional-police-forces" in holds(model, "home-office", "funds")
    assert "regional-police-forces" in holds(model, "hmicfrs", "inspects")
    for lever in ("lever-police-grant-conditions", "lever-strategic-policing-requirement", "lever-national-targets"):
        assert "regional-police-forces" in holds(model, lever, "acts_on")
        assert "police-forces" not in holds(model, lever, "acts_on")
    assert holds(model, "regional-police-forces", "answers_to") == set()
