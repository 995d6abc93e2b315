"""Every option of every shipped model: carried out, resting on what is there, losing nothing unsaid, undone."""

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from orgmodel.errors import OptionError
from orgmodel.loading import load_model
from orgmodel.model import Model
from orgmodel.options import (
    Changeset,
    apply,
    apply_all,
    conservation,
    diff,
    load_options,
    plan,
    required_model,
    reverse,
)

DEFINITIONS = Path(__file__).resolve().parents[2] / "definitions"
WRITTEN = sorted((path.parent.parent.name, path.stem) for path in DEFINITIONS.glob("*/options/*.yaml"))


@functools.cache
def shipped(model: str) -> tuple[Model, dict[str, Changeset]]:
    loaded = load_model(DEFINITIONS / model)
    return loaded, load_options(DEFINITIONS / model, loaded)


@functools.cache
def carried_out(model: str, option: str) -> tuple[Model, Changeset, Model]:
    """The model that an option builds on, the option, and its own model."""
    loaded, options = shipped(model)
    base = required_model(loaded, options[option], options)
    return base, options[option], apply(base, options[option])


def test_there_are_options_and_each_file_is_one_of_its_model() -> None:
    for model in {model for model, _ in WRITTEN}:
        assert sorted(shipped(model)[1]) == [option for other, option in WRITTEN if other == model]
    assert len(WRITTEN) > 10


@pytest.mark.parametrize(("model", "option"), WRITTEN)
def test_an_option_changes_something_and_gives_a_model_that_is_valid(model: str, option: str) -> None:
    base, changeset, after = carried_out(model, option)
    assert diff(base, after) or all(change.passive for change in changeset.changes)
    values = after.model_dump(mode="json", by_alias=True)
    values["about"]["id"] = model
    assert Model.model_validate(values).by_id.keys() == after.by_id.keys()


@pytest.mark.parametrize(("model", "option"), WRITTEN)
def test_an_option_loses_nothing_of_which_it_does_not_speak(model: str, option: str) -> None:
    base, changeset, after = carried_out(model, option)
    assert [loss for loss in conservation(base, after, changeset) if loss.outcome == "lost"] == []


@pytest.mark.parametrize(("model", "option"), WRITTEN)
def test_every_change_of_an_option_rests_on_a_paragraph_that_its_source_has(model: str, option: str) -> None:
    base, changeset, _ = carried_out(model, option)
    paragraphs = {source.id: source.paragraphs for source in base.sources}
    for cite in (cite for change in changeset.changes for cite in change.cites or changeset.cites or ("none#0",)):
        source, _, paragraph = cite.partition("#")
        assert source in paragraphs, cite
        assert not paragraph.isdigit() or 1 <= int(paragraph) <= (paragraphs[source] or int(paragraph)), cite


@pytest.mark.parametrize(("model", "option"), WRITTEN)
def test_undoing_an_option_gives_the_model_that_was(model: str, option: str) -> None:
    base, changeset, after = carried_out(model, option)
    undone = apply(after, reverse(base, changeset))
    assert not diff(base, undone.model_copy(update={"about": base.about}))


@pytest.mark.parametrize("model", sorted({model for model, _ in WRITTEN}))
def test_recommendations_name_options_that_are_there(model: str) -> None:
    loaded, options = shipped(model)
    assert {option for each in loaded.recommendations for option in each.options} <= options.keys()


def test_each_recommended_option_of_the_review_is_named_by_a_recommendation() -> None:
    loaded, options = shipped("home-office-2023")
    named = {option for each in loaded.recommendations for option in each.options}
    wanted = {option.id for option in options.values() if option.standing in ("recommended", "preferred")}
    assert wanted - named == set()


# -- what the review says of its own options ---------------------------------------------------------------------------


def told(option: str) -> Iterator[tuple[str, set[str]]]:
    base, changeset, _ = carried_out("home-office-2023", option)
    return ((question.text, {name.id for name in question.about}) for question in plan(base, changeset).questions)


def holds(model: Model, ident: str, field: str) -> set[str]:
    """Who or what is in a slot today."""
    return {claim.who for claim in getattr(model.by_id[ident], field).known if claim.mode == "actual"}


@pytest.mark.parametrize("one", ["organised-crime-matrix-homeland-security", "organised-crime-matrix-public-safety"])
def test_a_form_of_the_matrix_has_one_superior_and_cannot_be_chosen_beside_the_open_one(one: str) -> None:
    loaded, options = shipped("home-office-2023")
    above = "dg-" + one.removeprefix("organised-crime-matrix-")
    assert holds(carried_out("home-office-2023", one)[2], "senior-director-organised-crime", "reports_to") == {above}
    for other in ("organised-crime-matrix", "organised-crime-command"):
        with pytest.raises(OptionError):
            apply_all(loaded, [options[other], options[one]])


def test_the_fuller_centre_is_preferred_and_has_what_the_slimmer_one_leaves_out() -> None:
    fuller, slimmer = (carried_out("home-office-2023", f"centre-{form}") for form in ("full", "slim"))
    assert (fuller[1].standing, slimmer[1].standing) == ("preferred", "offered")
    parts = {"strategy-and-delivery-team", "policy-unit", "private-office", "parliamentary-team", "star", "holab"}
    for ident in parts:
        assert holds(fuller[2], ident, "part_of") == {"stronger-centre"}
    for ident in parts - {"star", "holab"}:
        assert holds(slimmer[2], ident, "part_of") == {"centre"}
    assert holds(slimmer[2], "centre", "head") == {"strategy-director"}
    assert holds(fuller[2], "stronger-centre", "head") == {"dg-strategy-and-delivery"}
    assert not holds(slimmer[2], "star", "part_of") & {"centre", "stronger-centre"}
    assert slimmer[2].by_id["dg-strategy-and-delivery"].mode == "proposed"


def test_one_post_answers_for_immigration_and_what_becomes_of_three_others_is_asked() -> None:
    after = carried_out("home-office-2023", "second-permanent-secretary")[2]
    post = "second-permanent-secretary-immigration"
    claims = after.by_id["resp-immigration-system"].accountable.claims  # type: ignore[attr-defined]
    assert [(claim.who, claim.state, claim.mode) for claim in claims] == [(post, "known", "actual")]
    held = {each.id for each in after.responsibilities if post in holds(after, each.id, "accountable")}
    assert held == {"resp-immigration-system"}
    assert after.by_id[post].other_responsibilities == "none"  # type: ignore[attr-defined]
    asked = set().union(*(about for _, about in told("second-permanent-secretary")))
    left = {f"second-permanent-secretary-{name}" for name in ("operations", "ukraine-accommodation")}
    assert left | {"dg-migration-and-borders"} <= asked


def test_asylum_leaves_the_command_and_visas_and_passports_stay() -> None:
    after = carried_out("home-office-2023", "asylum-own-director-general")[2]
    assert holds(after, "resp-asylum-casework", "accountable") == {"dg-asylum"}
    for ident in ("resp-visas", "resp-passports"):
        assert holds(after, ident, "accountable") == {"dg-customer-services"}
    untouched = {"second-permanent-secretary-ukraine-accommodation"}
    assert holds(after, "resp-asylum-accommodation", "accountable") == untouched
    assert any("accommodation" in text for text, _ in told("asylum-own-director-general"))


def test_immigration_as_a_whole_is_its_three_parts_and_a_line() -> None:
    _, whole, after = carried_out("home-office-2023", "immigration-whole")
    parts = [carried_out("home-office-2023", part)[1].changes for part in whole.includes]
    assert len(parts) == 3
    assert len(whole.changes) == sum(map(len, parts)) + 1
    assert holds(after, "dg-asylum", "reports_to") == {"second-permanent-secretary-immigration"}
