"""Models that are exported in tests: a small one with every kind of silence, one with hostile names, a large one."""

import datetime as dt
import functools
from typing import Any

from orgmodel.model import Model
from orgmodel.use_cases import Opened, open_model

HOSTILE = (
    '"]; click n0 "javascript:alert(1)"',
    "<script>alert(1)</script>",
    '%%{init: {"theme": "dark"}}%%',
    "end",
    "subgraph x",
    "`**bold** _it_`",
    "1. Home",
    "- dash",
    "#quot; &amp; ]]>",
    "=cmd|' /C calc'!A0",
    "a\u202egnp.exe",
    "x" * 3000,
    "---\ntitle: no\n---",
    "naïve 事務 🦊",
    "\x0bbell\x07",
    "n0 --> n1",
    '); DROP TABLE; "quoted", and\nmore',
    "$$x^2$$ fa:fa-car",
)


@functools.cache
def shipped(name: str) -> Opened:
    """A shipped model, opened once for all tests of a run."""
    return open_model(name)


def about(**changes: Any) -> dict[str, Any]:
    return {
        "id": "harbour",
        "title": "Harbour Board",
        "account_of": "an invented review",
        "as_of": dt.date(2024, 5, 1),
        "marking": "Invented",
        "organisation": "board",
    } | changes


def small_model(**lists: Any) -> Model:
    """A board with two groups, four posts, and responsibilities that are owned, nobody's, unclear and not stated."""
    whole: dict[str, Any] = {
        "about": about(),
        "sources": [{"id": "review", "title": "A review", "author": "An examiner", "paragraphs": 9}],
        "grades": [{"id": "top", "title": "Chief"}, {"id": "middle", "title": "Head"}],
        "unit_kinds": [{"id": "body", "title": "Body"}, {"id": "group", "title": "Group"}],
        "units": [
            {"id": "board", "title": "Harbour Board", "kind": "body", "head": [{"who": "chief"}]},
            {"id": "pilots", "title": "Pilots", "kind": "group", "part_of": [{"who": "board", "cites": ["review#2"]}]},
            {"id": "berths", "title": "Berths", "kind": "group", "part_of": [{"who": "board", "basis": "inferred"}]},
            {"id": "ministry", "title": "Ministry", "kind": "body", "outside": True},
        ],
        "posts": [
            {"id": "chief", "title": "Chief", "grade": "top", "in_unit": [{"who": "board"}]},
            {
                "id": "chief-pilot",
                "title": "Chief Pilot",
                "grade": "middle",
                "in_unit": [{"who": "pilots"}],
                "reports_to": [{"who": "chief", "cites": ["review#3"]}, {"who": "clerk", "kind": "dotted"}],
                "candidates": [{"who": "ada", "months_to_ready_min": 3}],
            },
            {"id": "clerk", "title": "Clerk", "reports_to": [{"state": "unclear", "cites": ["review#4"]}]},
            {"id": "porter", "title": "Porter", "reports_to": [{"state": "redacted"}]},
        ],
        "responsibilities": [
            {"id": "pilotage", "title": "Pilotage", "accountable": [{"who": "chief-pilot"}]},
            {"id": "dredging", "title": "Dredging", "accountable": [{"state": "none", "cites": ["review#5"]}]},
            {"id": "wrecks", "title": "Wrecks", "accountable": [{"state": "unclear"}]},
            {"id": "buoys", "title": "Buoys"},
        ],
        "people": [{"id": "ada", "title": "Ada Quill", "invented": True}],
        "holdings": [{"person": "ada", "post": "clerk", "cites": ["review#6"]}],
    }
    return Model.model_validate(whole | lists)


def empty_model() -> Model:
    """The least that a model can be: nothing but its account."""
    return Model.model_validate({"about": about()})


def hostile_model() -> Model:
    """A unit, a post and a responsibility with each of the hostile names."""
    numbered = list(enumerate(HOSTILE))
    return Model.model_validate(
        {
            "about": about(title=HOSTILE[0], account_of=HOSTILE[1], marking=HOSTILE[2], organisation="unit-0"),
            "unit_kinds": [{"id": "group", "title": HOSTILE[1]}],
            "grades": [{"id": "grade", "title": HOSTILE[0]}],
            "units": [
                {"id": f"unit-{n}", "title": name, "kind": "group", "part_of": [{"who": "unit-0"}] if n else []}
                for n, name in numbered
            ],
            "posts": [
                {
                    "id": f"post-{n}",
                    "title": name,
                    "grade": "grade",
                    "in_unit": [{"who": f"unit-{n}"}],
                    "reports_to": [{"who": "post-0"}] if n else [],
                }
                for n, name in numbered
            ],
            "responsibilities": [
                {"id": f"task-{n}", "title": name, "accountable": [{"who": f"post-{n}", "scope": name}]}
                for n, name in numbered
            ],
        }
    )


def large_model(posts: int) -> Model:
    """So many posts in a line of spans of eight, in one unit for each fifty."""
    units = max(posts // 50, 1)
    return Model.model_validate(
        {
            "about": about(organisation="unit-0"),
            "unit_kinds": [{"id": "group", "title": "Group"}],
            "grades": [{"id": "grade", "title": "Grade"}],
            "units": [
                {"id": f"unit-{n}", "title": f"Unit {n}", "kind": "group", "part_of": [{"who": "unit-0"}] if n else []}
                for n in range(units)
            ],
            "posts": [
                {
                    "id": f"post-{n}",
                    "title": f"Post {n}",
                    "grade": "grade",
                    "in_unit": [{"who": f"unit-{n % units}"}],
                    "reports_to": [{"who": f"post-{(n - 1) // 8}"}] if n else [{"state": "none"}],
                }
                for n in range(posts)
            ],
        }
    )
