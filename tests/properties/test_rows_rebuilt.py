"""Building only the rows of what was changed gives the same as building all of them, over random models."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from orgmodel.graph import Changes, Rebuilding, build_rows
from orgmodel.graph.rebuilding import find_replaced
from orgmodel.model import Model
from tests.properties.findings_strategy import model_of, seeds
from tests.properties.replacing import Plain, plain_rows, replaced_pair

MANY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)


def applied(before: Plain, changes: Changes) -> Plain:
    """The rows after the changes; each has to say truly what was there before."""
    after = dict(before)
    for group, (old, new) in (*changes.nodes, *changes.relationships):
        key = group, (old or new or {})["key"]
        said = None if old is None else {name: value for name, value in old.items() if name != "model"}
        assert after.pop(key, None) == said
        assert old != new
        if new is not None:
            after[key] = {name: value for name, value in new.items() if name != "model"}
    return after


def there(model: Model) -> set[tuple[str, str]]:
    """The things that are in the graph of a model, slots apart."""
    return {key for key in plain_rows(build_rows(model)) if isinstance(key[0], str) and key[0] != "Slot"}


@MANY
@given(seed=seeds())
def test_rows_built_again_in_part_are_those_of_the_changed_model(seed: int) -> None:
    model, changed = replaced_pair(seed)
    changes = Rebuilding(model).diff(changed)
    if changes is None:
        # Only where something came, went or lost a stage may it be left to whoever asked to build all of it.
        assert there(model) != there(changed) or find_replaced(model, changed) is None
    else:
        assert applied(plain_rows(build_rows(model)), changes) == plain_rows(build_rows(changed))


@MANY
@given(seed=seeds())
def test_a_model_differs_from_itself_in_nothing_whatever_its_id(seed: int) -> None:
    model = model_of(seed)
    other = model.model_copy(update={"about": model.about.model_copy(update={"id": "another"})})
    assert Rebuilding(model).diff(other) == Changes()


def test_most_of_what_is_replaced_can_be_built_in_part() -> None:
    """So that the property above has something to look at."""
    found = [Rebuilding(model).diff(changed) for model, changed in map(replaced_pair, range(30))]
    assert sum(changes is not None and changes != Changes() for changes in found) > len(found) / 2
