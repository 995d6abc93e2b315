"""Random small models for property tests: valid, connected here and there, with every kind of silence in their slots.

Ids say what a thing is (unit-0, post-3), so that a failing example can be read.
"""

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from orgmodel.model import Model

STATES = ("none", "unclear", "not_stated", "redacted", "open")
CHAINS = ("ministerial", "accounting_officer", "line", "sro", "statutory", "operational")
BASES = ("stated", "attributed", "inferred")
MODES = ("actual", "actual", "actual", "actual", "past", "proposed")
SHARINGS = ("sole", "shared", "divided")
ABOUT = {
    "id": "random",
    "title": "A random organisation",
    "account_of": "a test",
    "as_of": dt.date(2024, 1, 1),
    "marking": "invented",
    "organisation": "unit-0",
}
SOURCE = {"id": "report", "title": "A report", "author": "A test", "paragraphs": 9}
CITES = st.lists(st.integers(1, 9).map(lambda number: f"report#{number}"), max_size=2, unique=True)


@st.composite
def claims(draw: st.DrawFn, names: Sequence[str], *, most: int = 2, **extra: st.SearchStrategy[Any]) -> Any:
    """A slot: up to `most` names, perhaps a silence beside them, each with its evidence; `extra` for more fields."""
    who = draw(st.lists(st.sampled_from(names), max_size=most, unique=True)) if names else []
    made: list[dict[str, Any]] = [{"who": name} for name in who]
    if draw(st.booleans()):
        made.append({"state": draw(st.sampled_from(STATES))})
    for claim in made:
        claim |= {"cites": draw(CITES), "basis": draw(st.sampled_from(BASES)), "mode": draw(st.sampled_from(MODES))}
        claim |= {name: draw(values) for name, values in extra.items()}
    return {"claims": made, "complete": draw(st.booleans())}


def accountable(names: Sequence[str]) -> st.SearchStrategy[Any]:
    """A slot of accountabilities in any chain."""
    return claims(
        names,
        chain=st.sampled_from(CHAINS),
        sharing=st.sampled_from(SHARINGS),
        scope=st.sampled_from([None, "north", "south"]),
        axis=st.sampled_from(["vertical", "horizontal"]),
    )


@st.composite
def models(draw: st.DrawFn, most: int = 4) -> Model:
    """A valid model of up to `most` units, posts, responsibilities, subjects and so on; at least one unit."""
    sizes = {name: draw(st.integers(0, most)) for name in ("post", "responsibility", "subject", "process", "board")}
    ids = {name: [f"{name}-{number}" for number in range(size)] for name, size in sizes.items()}
    ids["unit"] = [f"unit-{number}" for number in range(draw(st.integers(1, most)))]
    ids |= {"system": ["system-0"], "lever": ["lever-0"], "objective": ["objective-0"], "person": ["person-0"]}
    ids["body"] = ids["unit"] + ids["post"] + ids["board"]
    return Model.model_validate(
        {
            "about": ABOUT,
            "sources": [SOURCE],
            "grades": [{"id": "grade-0", "title": "High"}, {"id": "grade-1", "title": "Low"}],
            "unit_kinds": [{"id": "kind-0", "title": "Group"}, {"id": "kind-1", "title": "Team"}],
            "units": [draw(_unit(ids, number)) for number in range(len(ids["unit"]))],
            "posts": [draw(_post(ids, number)) for number in range(sizes["post"])],
            "people": [{"id": "person-0", "title": "Person 0", "invented": True}],
            "holdings": [{"person": "person-0", "post": post} for post in ids["post"][: draw(st.integers(0, 2))]],
            "responsibilities": [draw(_responsibility(ids, ident)) for ident in ids["responsibility"]],
            "subjects": [draw(_subject(ids, number)) for number in range(sizes["subject"])],
            "processes": [draw(_process(ids, ident)) for ident in ids["process"]],
            "boards": [draw(_board(ids, ident)) for ident in ids["board"]],
            "data_systems": [{"id": "system-0", "title": "System 0", "owner": draw(claims(ids["body"], most=1))}],
            "levers": [{"id": "lever-0", "title": "Lever 0", "kind": "other", "acts_on": draw(claims(ids["unit"]))}],
            "objectives": [{"id": "objective-0", "title": "Objective 0", "owner": draw(claims(ids["body"], most=1))}],
        }
    )


@st.composite
def _unit(draw: st.DrawFn, ids: dict[str, list[str]], number: int) -> dict[str, Any]:
    return {
        "id": f"unit-{number}",
        "title": f"Unit {number}",
        "kind": draw(st.sampled_from(["kind-0", "kind-1"])),
        "mode": "actual" if number == 0 else draw(st.sampled_from(MODES)),
        "part_of": draw(claims(ids["unit"][:number], most=1)),
        "head": draw(claims(ids["post"], most=1)),
        "pursues": draw(claims(ids["objective"])),
        "can_use": draw(claims(ids["lever"])),
    }


@st.composite
def _post(draw: st.DrawFn, ids: dict[str, list[str]], number: int) -> dict[str, Any]:
    return {
        "id": f"post-{number}",
        "title": f"Post {number}",
        "grade": draw(st.sampled_from([None, "grade-0", "grade-1"])),
        "mode": draw(st.sampled_from(MODES)),
        "in_unit": draw(claims(ids["unit"], most=1)),
        "reports_to": draw(claims(ids["post"][:number], kind=st.sampled_from(["line", "dotted"]))),
        "can_use": draw(claims(ids["lever"])),
    }


@st.composite
def _responsibility(draw: st.DrawFn, ids: dict[str, list[str]], ident: str) -> dict[str, Any]:
    return {
        "id": ident,
        "title": ident.capitalize(),
        "concerns": draw(claims(ids["subject"], extent=st.sampled_from(["whole", "part"]))),
        "accountable": draw(accountable(ids["body"])),
        "responsible": draw(accountable(ids["body"])),
        "informed": draw(claims(ids["body"])),
    }


@st.composite
def _subject(draw: st.DrawFn, ids: dict[str, list[str]], number: int) -> dict[str, Any]:
    return {
        "id": f"subject-{number}",
        "title": f"Subject {number}",
        "priority": draw(st.sampled_from([None, {"value": True, "designated_by": "a test"}])),
        "part_of": draw(claims(ids["subject"][:number])),
        "forums": draw(claims(ids["board"])),
    }


@st.composite
def _process(draw: st.DrawFn, ids: dict[str, list[str]], ident: str) -> dict[str, Any]:
    stages = [f"{ident}-stage-{number}" for number in range(draw(st.integers(0, 3)))]
    return {
        "id": ident,
        "title": ident.capitalize(),
        "concerns": draw(claims(ids["subject"], extent=st.sampled_from(["whole", "part"]))),
        "owner": draw(accountable(ids["body"])),
        "stages": [
            {
                "id": stage,
                "title": stage,
                "performed_by": draw(claims(ids["body"])),
                "uses": draw(claims(ids["system"])),
            }
            for stage in stages
        ],
        "handoffs": [{"before": one, "after": other} for one, other in itertools.pairwise(stages)],
    }


@st.composite
def _board(draw: st.DrawFn, ids: dict[str, list[str]], ident: str) -> dict[str, Any]:
    return {
        "id": ident,
        "title": ident.capitalize(),
        "decides": draw(st.sampled_from([None, True, False])),
        "chair": draw(claims(ids["post"], most=1)),
        "members": draw(claims(ids["post"])),
    }
