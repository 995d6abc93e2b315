"""Draws random options over random models, with any of the verbs: most can be carried out, and some cannot.

Both are made from a seed, so that a failing one can be had again by its number.
"""

from __future__ import annotations

from random import Random
from typing import Any, get_args

from orgmodel.model import Model
from orgmodel.options import Changeset
from orgmodel.options.changes import AnyChange
from tests.properties.drawing_changes import Choosing, Drawer, Made, NothingToChooseError
from tests.properties.drawing_duties import DUTIES
from tests.properties.drawing_endings import ENDINGS
from tests.properties.drawing_moves import MOVES
from tests.properties.drawing_new_things import NEW_THINGS
from tests.properties.drawing_ties import TIES
from tests.properties.findings_strategy import model_of

VERBS: dict[str, Drawer] = NEW_THINGS | MOVES | DUTIES | TIES | ENDINGS
CHANGES_NOTHING = ("keep", "ask")
"""Verbs that say something and leave the model as it is."""


def all_verbs() -> set[str]:
    """Every verb that an option may have, from the classes of the changes."""
    classes = get_args(get_args(AnyChange)[0])
    return {get_args(each.model_fields["do"].annotation)[0] for each in classes}


def organisation_of(seed: int) -> Model:
    """The random model of a seed, with staff groups, figures, judgements and rules about some of its things."""
    model = model_of(seed)
    choosing = Choosing(Random(seed + 1), model, "more")
    units, posts = choosing.ids("units") or ["department"], [post.id for post in model.posts]
    crew = {"in_unit": [{"who": choosing.one(units)}], "reports_to": [{"who": choosing.one(posts)}], "fte": 3}
    values: dict[str, Any] = model.model_dump(by_alias=True)
    values |= {
        "staff_groups": [{"id": f"crew-{number}", "title": "Crew", **crew} for number in range(2)],
        "figures": [{"id": "figure-0", "title": "Staff", "about": choosing.one(units), "value": 3, "unit": "posts"}],
        "assessments": [{"id": "view-0", "title": "View", "holder": "X", "about": [{"who": choosing.one(posts)}]}],
        "principles": [{"id": "rule-0", "title": "Rule", "about": [choosing.one(units)], "untested": "A test"}],
    }
    return Model.model_validate(values)


def change_of(choosing: Choosing, verb: str | None = None) -> Made | None:
    """A change with a verb, or with any; None where the model has nothing that it could be about."""
    chosen = verb or choosing.one(sorted(VERBS))
    try:
        return {"do": chosen, "because": "a test", **VERBS[chosen](choosing)}
    except NothingToChooseError:
        return None


def option_over(model: Model, seed: int, ident: str = "option", most: int = 4, verb: str | None = None) -> Changeset:
    """An option of one to `most` changes; the first has the verb given, where the model has something for it."""
    random = Random(seed)
    choosing = Choosing(random, model, ident)
    made = [change_of(choosing, verb)]
    made += [change_of(choosing) for _ in range(random.randint(0, most - 1))]
    return option_of([change for change in made if change], ident)


def option_of(made: list[Made], ident: str = "option") -> Changeset:
    """An option over the random model with the changes given."""
    return Changeset.model_validate(
        {"id": ident, "title": ident, "model": "random", "because": "a test", "changes": made}
    )
