"""An aspect with evidence of its own in an option: made with the rest, compared, changed back."""

from orgmodel.model import AspectFact, Model, Responsibility
from orgmodel.options import apply, apply_changes, diff, reverse
from tests.unit.options.small import do, option, small_model

DUTY = {
    "id": "tides",
    "title": "Tide tables",
    "mode": "proposed",
    "cites": ["report#1"],
    "aspects": ["policy", {"aspect": "data", "mode": "proposed"}, {"aspect": "funding", "basis": "inferred"}],
}


def duty_in(model: Model) -> Responsibility:
    return next(duty for duty in model.responsibilities if duty.id == "tides")


def test_an_aspect_that_cites_nothing_rests_on_the_change_that_makes_it_and_is_a_fact_then() -> None:
    made = duty_in(apply(small_model(), option(do("create-responsibility", responsibility=DUTY, cites=["report#9"]))))
    assert [(fact.aspect, fact.mode, fact.basis, fact.cites) for fact in made.aspect_facts] == [
        ("policy", "actual", "stated", ("report#1",)),
        ("data", "actual", "stated", ("report#9",)),
        ("funding", "actual", "inferred", ("report#9",)),
    ]


def test_another_basis_of_an_aspect_is_a_difference_that_can_be_carried_out_and_undone() -> None:
    making = option(do("create-responsibility", responsibility=DUTY))
    model = apply(small_model(), making)
    facts = (AspectFact(aspect="policy", basis="inferred"),)
    later = tuple(
        duty.model_copy(update={"aspects": facts}) if duty.id == "tides" else duty for duty in model.responsibilities
    )
    other = model.model_copy(update={"responsibilities": later})
    (change,) = diff(model, other).changed
    assert [field.name for field in change.fields] == ["aspects"]
    assert apply_changes(model, diff(model, other)) == other
    undone = apply(model, reverse(small_model(), making))
    assert undone.responsibilities == small_model().responsibilities
