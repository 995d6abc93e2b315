"""The two options of the review for organised crime: what each makes of who answers, and what the text leaves open."""

import itertools
from functools import cache
from pathlib import Path

from orgmodel.loading import load_model
from orgmodel.model import AccountabilityClaim, Model, Responsibility
from orgmodel.options import Changeset, apply, load_options, plan

FOLDER = Path(__file__).parents[3] / "definitions" / "home-office-2023"


@cache
def shipped() -> tuple[Model, dict[str, Changeset]]:
    """The model, and its options for organised crime. Those for other things have tests of their own."""
    model = load_model(FOLDER)
    options = load_options(FOLDER, model)
    return model, {ident: option for ident, option in options.items() if ident.startswith("organised-crime-")}


def after(option: str) -> Model:
    model, options = shipped()
    return apply(model, options[option])


def accountable(model: Model, ident: str) -> list[AccountabilityClaim]:
    record = model.by_id[ident]
    assert isinstance(record, Responsibility)
    return [claim for claim in record.accountable.claims if claim.chain == "line"]


def held_by(model: Model, post: str) -> set[str]:
    return {each.id for each in model.responsibilities if post in {claim.who for claim in each.accountable.known}}


def test_the_matrix_has_a_horizontal_lead_for_the_whole_whose_superior_is_not_picked() -> None:
    model = after("organised-crime-matrix")
    (lead,) = accountable(model, "resp-organised-crime-all-forms")
    assert (lead.who, lead.axis) == ("senior-director-organised-crime", "horizontal")
    whole = model.by_id["resp-organised-crime-all-forms"].concerns.claims  # type: ignore[attr-defined]
    assert [(claim.who, claim.extent) for claim in whole] == [("organised-crime", "whole")]
    post = model.by_id["senior-director-organised-crime"]
    assert post.reports_to.state == "not_stated"  # type: ignore[attr-defined]
    candidates = {name.id for unknown in plan(*_pair("organised-crime-matrix")).unknowns for name in unknown.candidates}
    assert {"dg-homeland-security", "dg-public-safety"} <= candidates


def test_the_matrix_leaves_every_other_accountability_where_it_is() -> None:
    before, model = shipped()[0], after("organised-crime-matrix")
    for responsibility in before.responsibilities:
        assert model.by_id[responsibility.id] == responsibility


def test_the_command_takes_the_three_responsibilities_and_the_whole() -> None:
    model = after("organised-crime-command")
    for ident in (
        "fraud-and-cyber-crime",
        "serious-and-organised-crime",
        "organised-crime",
        "organised-crime-all-forms",
    ):
        assert [claim.who for claim in accountable(model, f"resp-{ident}")] == ["dg-organised-crime"]


def test_the_command_states_only_what_the_text_states() -> None:
    model = after("organised-crime-command")
    bases = {ident: accountable(model, f"resp-{ident}")[0].basis for ident in
             ("fraud-and-cyber-crime", "serious-and-organised-crime", "organised-crime")}  # fmt: skip
    assert bases == {
        "fraud-and-cyber-crime": "stated",
        "serious-and-organised-crime": "inferred",
        "organised-crime": "inferred",
    }
    (line,) = model.by_id["dg-organised-crime"].reports_to.claims  # type: ignore[attr-defined]
    assert (line.who, line.basis) == ("permanent-secretary", "inferred")


def test_the_director_in_the_public_safety_group_keeps_everything_else() -> None:
    before, model = shipped()[0], after("organised-crime-command")
    held, kept = (held_by(some, "psg-organised-crime-director") for some in (before, model))
    assert held - kept == {"resp-organised-crime"}


def test_nobody_is_said_to_decide_and_neither_is_preferred() -> None:
    for option in shipped()[1].values():
        assert (option.standing, option.decided_by.state) == ("offered", "not_stated")


def test_both_ask_how_many_staff_and_what_was_withheld() -> None:
    for option in shipped()[1]:
        told = plan(*_pair(option))
        assert any("How many officials" in question.text for question in told.questions)
        withheld = next(question for question in told.questions if "withheld" in question.text)
        assert {f"timothy-2023#{number}" for number in range(72, 77)} == set(withheld.cites)
        assert [staffing.amount.known for staffing in told.staffing] == [False]


def test_every_change_cites_the_paragraphs_of_the_options() -> None:
    for option, change in itertools.chain.from_iterable(
        ((option, change) for change in option.changes) for option in shipped()[1].values()
    ):
        assert set(change.cites or option.cites) <= {f"timothy-2023#{number}" for number in (*range(68, 77), 87)}


def _pair(option: str) -> tuple[Model, Changeset]:
    model, options = shipped()
    return model, options[option]
