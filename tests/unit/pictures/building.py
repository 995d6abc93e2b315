"""Small models in memory for the tests of pictures, some of them with names that try to be more than names."""

from __future__ import annotations

from typing import Any

from orgmodel.model import Model

HOSTILE = (
    "</script><script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    "![pixel](https://evil.example/p.png)",
    "\"'><img src=x onerror=alert(1)>",
    "{{own}} {{data}} ${x} `y`",
    "line\u2028separator\u202ereversed\x00null",
)

ABOUT = {
    "id": "tiny",
    "title": "Tiny",
    "account_of": "nobody",
    "as_of": "2024-01-01",
    "marking": "Invented",
    "organisation": "top",
}


def make_model(**lists: Any) -> Model:
    """A model of the lists given, with two kinds of unit."""
    kinds = [{"id": "group-kind", "title": "Group"}, {"id": "team-kind", "title": "Team"}]
    return Model.model_validate({"about": ABOUT, "unit_kinds": kinds, **lists})


def unit(ident: str, above: str | None = None, **more: Any) -> dict[str, Any]:
    """A unit, part of another or of nothing."""
    place = {"part_of": [{"who": above}]} if above else {}
    return {"id": ident, "title": ident.title(), "kind": "team-kind", **place, **more}


def post(ident: str, unit_id: str | None = None, **more: Any) -> dict[str, Any]:
    """A post in a unit, or in none that is known."""
    place = {"in_unit": [{"who": unit_id}]} if unit_id else {}
    return {"id": ident, "title": ident.title(), **place, **more}


def hostile_model() -> Model:
    """Every kind of thing, with names that would run, fetch or break out."""
    units = [unit("top", title=HOSTILE[0]), unit("low", "top", title=HOSTILE[1], head=[{"who": "boss"}])]
    posts = [post("boss", "low", title=HOSTILE[3]), post("clerk", "top", title=HOSTILE[5])]
    subjects = [{"id": "matter", "title": HOSTILE[2]}]
    responsibilities = [
        {
            "id": "duty",
            "title": HOSTILE[4],
            "accountable": [{"who": "boss", "scope": HOSTILE[0]}, {"state": "unclear"}],
            "concerns": [{"who": "matter"}],
        }
    ]
    return make_model(units=units, posts=posts, subjects=subjects, responsibilities=responsibilities)


def wide_model(units: int) -> Model:
    """A top with groups of ten, each with a post."""
    made = [unit("top")]
    for number in range(units):
        made.append(unit(f"u{number}", "top" if number < 12 else f"u{(number - 12) // 10}"))
    return make_model(units=made, posts=[post(f"p{number}", f"u{number}") for number in range(units)])
