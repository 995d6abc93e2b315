"""Every link of the model from both its ends: when the thing at one end ends, nothing is left or lost without a word.

What is asked comes from the catalogue of links, so that a link that is added later is asked of too.
"""

import itertools
from typing import Any

import pytest

from orgmodel.errors import OptionError
from orgmodel.model import LABELS, LINKS, Link, Model, Slot
from orgmodel.options import apply, conservation, plan
from tests.unit.options.small import ABOUT, do, option, who

LIST_OF = {label: name for name, label in LABELS.items()}
REQUIRED: dict[str, dict[str, Any]] = {
    "Unit": {"kind": "office"},
    "Lever": {"kind": "other"},
    "Assessment": {"holder": "A clerk"},
}
IN_CLAIMS: dict[tuple[str, str], dict[str, Any]] = {
    ("Unit", "roles"): {"role": "secretary"},
    ("Objective", "conflicts_with"): {"designated_by": "A clerk"},
}
CLOSABLE = ("Board", "Process", "DataSystem", "Objective", "Lever", "Subject", "Responsibility", "Location")
ENDS = ("Unit", "Post", "Stage", *CLOSABLE, "StaffGroup")
"""What can end: a stage does so with its process."""

HISTORY = {"succeeds": "what a thing comes after is past in any case"}
STATEMENTS = {("Decision", "concerns"), ("Recommendation", "concerns"), ("Assessment", "about")}
"""Links that only say something of what they name: what they say stands, and the plan tells that it does."""

ENDS_WITH_ITS_OWNER = {
    ("Unit", "part_of"): "where it was",
    ("Unit", "head"): "the post is still there and has one unit less to head",
    ("Unit", "answers_to"): "to whom it answered",
    ("Unit", "end_date"): "what was to end it",
    ("Unit", "succeeds"): HISTORY["succeeds"],
    ("Post", "in_unit"): "where it was",
    ("Post", "reports_to"): "to whom it reported",
    ("Post", "answers_to"): "to whom it answered",
    ("Post", "succeeds"): HISTORY["succeeds"],
    ("Board", "in_unit"): "where it was",
    ("Board", "chair"): "who sat on it",
    ("Board", "members"): "who sat on it",
    ("Board", "answers_to"): "to whom it answered",
    ("Board", "sponsors"): "who kept it",
    ("Board", "succeeds"): HISTORY["succeeds"],
}
"""What a unit, post or board says of itself, and why nothing is lost when that ends with it."""


def record_of(label: str, ident: str, **slots: Any) -> tuple[str, dict[str, Any]]:
    """The list and the record of a thing of a kind; a stage comes in a process of its own."""
    record = {"id": ident, "title": ident.title(), **REQUIRED.get(label, {}), **slots}
    if label == "Stage":
        return "processes", {"id": f"{ident}-process", "title": f"Process of {ident}", "stages": [record]}
    return LIST_OF[label], record


def model_with(link: Link, target: str) -> Model:
    """A model in which `owner` has `end` in one of its slots, and an `other` and a `third` of the kind of `end`."""
    named = who("end", **IN_CLAIMS.get((link.label, link.field), {}))
    lists: dict[str, Any] = {}
    records = [record_of(target, ident) for ident in ("end", "other", "third")]
    for name, record in [*records, record_of(link.label, "owner", **{link.field: named})]:
        lists.setdefault(name, []).append(record)
    lists.setdefault("units", []).append({"id": "top", "title": "Top", "kind": "office"})
    sources = [{"id": "report", "title": "A report", "author": "A clerk", "paragraphs": 40}]
    kinds = [{"id": "office", "title": "Office"}]
    return Model.model_validate({"about": ABOUT, "sources": sources, "unit_kinds": kinds, **lists})


def ending(label: str, ident: str, moves: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """The closing of a thing, by the verb that its kind has."""
    verb, field = {"Unit": ("close-unit", "unit"), "Post": ("close-post", "post")}.get(label, ("close", "thing"))
    return do(verb, moves=moves or [], **{field: f"{ident}-process" if label == "Stage" else ident})


def every(ends: tuple[str, ...] = ENDS, **fields: bool) -> list[Any]:
    """Every link with every kind of thing that it may name and that can end; `depends=True` leaves statements out."""
    found = [(link, target) for link in LINKS for target in link.targets if target in ends]
    said = [each for each in found if each[0].field in HISTORY or (each[0].label, each[0].field) in STATEMENTS]
    chosen = [each for each in found if not fields.get("depends") or each not in said]
    return [pytest.param(*each, id=f"{each[0].label}.{each[0].field}-{each[1]}") for each in chosen]


def named(model: Model, change: dict[str, Any]) -> dict[str, str]:
    """What is named as lost, left or still said, and how; what stands in the way of the change is `refused`."""
    changeset = option(change)
    try:
        apply(model, changeset)
    except OptionError as error:
        said = "\n".join(map(str, error.problems))
        return {ident: "refused" for ident in model.by_id if f"({ident})" in said and "would lose" in said}
    told = plan(model, changeset)
    assert all(loss.number == 1 and loss.where and loss.because for loss in told.losses)
    assert all(each.number == 1 and each.where for each in told.still_said)
    return {loss.thing: loss.outcome for loss in told.losses} | {each.thing.id: "said" for each in told.still_said}


def filled(model: Model, link: Link) -> list[str | None]:
    slot: Slot[Any] = getattr(model.by_id["owner"], link.field)
    return [claim.who for claim in slot.claims]


@pytest.mark.parametrize(("link", "target"), every())
def test_whoever_has_something_on_a_thing_that_ends_is_named(link: Link, target: str) -> None:
    found = named(model_with(link, target), ending(target, "end"))
    if link.field in HISTORY:
        assert "owner" not in found
    elif (link.label, link.field) in STATEMENTS:
        assert found["owner"] == "said"
    else:
        assert found["owner"] in ("refused", "not_said")


@pytest.mark.parametrize(("link", "target"), every(depends=True))
@pytest.mark.parametrize("to", ["other", "unknown"])
def test_what_is_on_a_thing_that_ends_goes_where_it_is_said(link: Link, target: str, to: str) -> None:
    model = model_with(link, target)
    change = option(ending(target, "end", [{"what": "owner", "to": to}]))
    after = apply(model, change)
    assert filled(after, link) == ["other" if to == "other" else None]
    losses = [(loss.thing, loss.outcome) for loss in conservation(model, after, change)]
    assert losses == ([] if to == "other" else [("owner", "unknown")])


@pytest.mark.parametrize(("link", "target"), every(("Unit",), depends=True))
def test_a_merger_leaves_nothing_on_the_unit_that_ends(link: Link, target: str) -> None:
    model = model_with(link, target)
    assert filled(apply(model, option(do("merge", unit="end", into="other"))), link) == ["other"]


@pytest.mark.parametrize(("label", "field"), sorted(STATEMENTS))
def test_a_merger_names_what_is_still_said_of_the_unit_that_ends(label: str, field: str) -> None:
    link = next(each for each in LINKS if (each.label, each.field) == (label, field))
    assert named(model_with(link, "Unit"), do("merge", unit="end", into="other")) == {"owner": "said"}


@pytest.mark.parametrize(("link", "target"), every(("Unit",), depends=True))
@pytest.mark.parametrize("rest", [None, "third", "unknown"])
def test_a_split_shares_out_or_names_what_others_have_on_the_unit(link: Link, target: str, rest: str | None) -> None:
    lists = model_with(link, target).model_dump(by_alias=True)
    lists["responsibilities"] = [*lists["responsibilities"], {"id": "duty", "title": "D", "accountable": who("end")}]
    model = Model.model_validate(lists)
    cut = do("split", unit="end", into=[{"to": "other", "takes": ["duty"]}], **({"rest": rest} if rest else {}))
    found = named(model, cut) if rest else named_in_split(model, cut)
    must = named(model, ending(target, "end", [{"what": "duty", "to": "other"}]))["owner"]
    if rest == "third":
        assert filled(apply(model, option(cut)), link) == ["third"]
    else:
        assert found["owner"] == ("unknown" if rest else must)


def named_in_split(model: Model, cut: dict[str, Any]) -> dict[str, str]:
    """The same for a split without a rest, which says in other words what it would leave over."""
    try:
        apply(model, option(cut))
    except OptionError as error:
        said = "\n".join(map(str, error.problems))
        return {ident: "refused" for ident in model.by_id if f"({ident}) over" in said}
    return named(model, cut)


OWNERS = [
    pytest.param(link, target, id=f"{link.label}.{link.field}-{target}")
    for link in LINKS
    if link.label in ("Unit", "Post", "Board")
    for target in link.targets
]


@pytest.mark.parametrize(("link", "target"), OWNERS)
def test_whatever_a_body_has_is_named_when_it_ends_or_ends_with_it(link: Link, target: str) -> None:
    found = named(model_with(link, target), ending(link.label, "owner")).get("end")
    if (link.label, link.field) in ENDS_WITH_ITS_OWNER:
        assert found is None
    else:
        assert found in ("refused", "not_said")


def test_the_tables_above_name_only_links_that_are_there() -> None:
    there = {(link.label, link.field) for link in LINKS}
    assert there >= {*ENDS_WITH_ITS_OWNER, *IN_CLAIMS, *STATEMENTS}
    assert HISTORY.keys() <= {field for _, field in there}
    assert set(ENDS) <= {*LABELS.values(), "Stage"}


def test_two_that_end_together_come_out_alike_in_either_order() -> None:
    funds = next(link for link in LINKS if (link.label, link.field) == ("Unit", "funds"))
    model = model_with(funds, "Unit")
    changes = [do("merge", unit="end", into="other"), do("merge", unit="owner", into="third")]
    outcomes = [apply(model, option(*order)) for order in itertools.permutations(changes)]
    assert outcomes[0] == outcomes[1]
