from pathlib import Path
from typing import Any, get_args

import pytest

from orgmodel.loading.lists import CLASSES, LABEL_NOUNS
from orgmodel.loading.references import PLAIN
from orgmodel.model import LABELS, LINKS, OTHER_NAMED, Link, Stage
from tests.unit.loading.building import BASE, MODEL, lines, problems, write

BODIES = "a unit, a post or a board"
CLASS_OF = {label: CLASSES[name] for name, label in LABELS.items()} | {"Stage": Stage}


def record(label: str, field: str, value: str) -> str:
    """A file with one record of a label, on its second line, that has one field more than it must."""
    must = {"Unit": "kind: team, ", "Lever": "kind: other, ", "Assessment": "holder: Ann, "}.get(label, "")
    if label == "Stage":
        return f"processes:\n- {{id: flow, title: F, stages: [{{id: new, title: New, {field}: {value}}}]}}\n"
    name = next(name for name, found in LABELS.items() if found == label)
    return f"{name}:\n- {{id: new, title: New, {must}{field}: {value}}}\n"


def claim(link: Link, ident: str) -> str:
    """A list of one claim, with whatever a claim of that slot must have beside `who`."""
    slot: Any = CLASS_OF[link.label].model_fields[link.field].annotation
    claims = get_args(slot.model_fields["claims"].annotation)[0]
    must = [f", {name}: ann" for name, field in claims.model_fields.items() if field.is_required()]
    return f"[{{who: {ident}{''.join(must)}}}]"


@pytest.mark.parametrize("link", LINKS, ids=lambda link: f"{link.label}.{link.field}")
def test_every_slot_refuses_an_id_that_nothing_has(tmp_path: Path, link: Link) -> None:
    found = problems(tmp_path, record(link.label, link.field, claim(link, "zzzzzzzz")))

    assert [line.split(": ", 1)[1].split(" names |")[0] for line in found] == [
        f"nothing has the id 'zzzzzzzz', which '{link.field}' of {_noun(link.label)} 'new'",
    ]


@pytest.mark.parametrize("link", LINKS, ids=lambda link: f"{link.label}.{link.field}")
def test_every_slot_refuses_a_thing_of_another_kind(tmp_path: Path, link: Link) -> None:
    found = problems(tmp_path, record(link.label, link.field, claim(link, "high")))

    assert [line.split(": ", 1)[1].split(", not ")[0] for line in found] == [
        f"'high' in '{link.field}' of {_noun(link.label)} 'new' is a grade",
    ]


def _noun(label: str) -> str:
    return LABEL_NOUNS[label].split(" ", 1)[1]


def test_every_slot_of_a_class_has_a_link() -> None:
    slots = {
        (label, name)
        for label, cls in CLASS_OF.items()
        for name, field in cls.model_fields.items()
        if "Slot[" in str(field.annotation)
    }

    assert slots == {(link.label, link.field) for link in LINKS}


def test_every_kind_of_record_with_an_id_has_a_noun() -> None:
    with_ids = {LABELS.get(name, name) for name, cls in CLASSES.items() if "id" in cls.model_fields}

    assert set(LABEL_NOUNS) == with_ids | {"Stage"}
    assert set(OTHER_NAMED) | {"sources"} == with_ids - set(LABELS.values())


def test_plain_fields_are_fields() -> None:
    for label, fields in PLAIN.items():
        cls = CLASS_OF.get(label) or CLASSES[label]
        assert {name for name, _ in fields} <= set(cls.model_fields)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "units:\n- {id: a, title: A, kind: taem}\n",
            "2:27: nothing has the id 'taem', which 'kind' of unit 'a' names | Did you mean 'team'?",
        ),
        (
            "units:\n- {id: a, title: A, kind: high}\n",
            (
                "2:27: 'high' in 'kind' of unit 'a' is a grade, not a kind of "
                "unit | "
                "Name a kind of unit; 'high' is defined at tiny/base.yaml:3:15."
            ),
        ),
        (
            "posts:\n- {id: a, title: A, grade: hihg}\n",
            "2:28: nothing has the id 'hihg', which 'grade' of post 'a' names | Did you mean 'high'?",
        ),
        (
            "posts:\n- {id: a, title: A, in_unit: {claims: [{who: offise}], complete: true}}\n",
            "2:46: nothing has the id 'offise', which 'in_unit' of post 'a' names | Did you mean 'office'?",
        ),
        (
            "posts:\n- {id: a, title: A, in_unit: [{who: chief}]}\n",
            (
                "2:37: 'chief' in 'in_unit' of post 'a' is a post, "
                "not a unit | Name a unit; 'chief' is defined at tiny/base.yaml:8:8."
            ),
        ),
        (
            "units:\n- {id: a, title: A, kind: team, answers_to: [{who: ann}]}\n",
            (
                f"2:52: 'ann' in 'answers_to' of unit 'a' is a person, not {BODIES} | "
                f"Name {BODIES}; 'ann' is defined at tiny/base.yaml:10:8."
            ),
        ),
        (
            "holdings:\n- {person: bob, post: chief}\n",
            (
                "2:12: nothing has the id 'bob', which 'person' of this holding "
                "names | Define a person with that id, or correct it."
            ),
        ),
        (
            "holdings:\n- {person: ann, post: ann}\n",
            (
                "2:23: 'ann' in 'post' of this holding is a person, not a post | "
                "Name a post; 'ann' is defined at tiny/base.yaml:10:8."
            ),
        ),
        (
            "figures:\n- {id: f, title: F, about: nobody, value: 1, unit: u}\n",
            (
                "2:28: nothing has the id 'nobody', which "
                "'about' of figure 'f' names | Define something with that id, or correct "
                "it."
            ),
        ),
        (
            "decisions:\n- {id: d, title: D, concerns: [{who: nobody}]}\n",
            (
                "2:38: nothing has the id 'nobody', which "
                "'concerns' of decision 'd' names | Define something with that id, or correct it."
            ),
        ),
        (
            "passages:\n- {source: report, paragraph: 1, touches: [chief, cheif]}\n",
            ("2:51: nothing has the id 'cheif', which 'touches' of this passage names | Did you mean 'chief'?"),
        ),
        (
            "passages:\n- {source: reprot, paragraph: 1}\n",
            ("2:12: nothing has the id 'reprot', which 'source' of this passage names | Did you mean 'report'?"),
        ),
        (
            "required_roles:\n- {id: r, title: R, role: clerk, unit_kind: office}\n",
            (
                "2:45: 'office' in 'unit_kind' of "
                ""
                "required role 'r' is a unit, not a kind of unit | Name a kind of unit; 'office' is defined at "
                "tiny/base.yaml:6:8."
            ),
        ),
        (
            "required_roles:\n- {id: r, title: R, role: clerk, unit: ofice}\n",
            ("2:40: nothing has the id 'ofice', which 'unit' of required role 'r' names | Did you mean 'office'?"),
        ),
        (
            "thresholds:\n- {finding: f, name: lowest, value: hihg, reason: R}\n",
            ("2:37: nothing has the id 'hihg', which 'value' of this threshold names | Did you mean 'high'?"),
        ),
        (
            "processes:\n- {id: p, title: P, stages: [{id: fill, title: F}], handoffs: [{before: fill, after: fil}]}\n",
            "2:86: 'fil' in 'after' of a handoff is not a stage of process 'p' | Did you mean 'fill'?",
        ),
    ],
)
def test_references_with_a_mistake(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(tmp_path, text) == [f"tiny/more.yaml:{expected}"]


def test_a_handoff_stays_in_its_process(tmp_path: Path) -> None:
    text = (
        "processes:\n- {id: p, title: P, stages: [{id: a, title: A}]}\n"
        "- {id: q, title: Q, stages: [{id: b, title: B}], handoffs: [{before: a, after: b}]}\n"
    )

    assert problems(tmp_path, text) == [
        (
            "tiny/more.yaml:3:70: 'a' in 'before' of a handoff is not a stage of process 'q' | "
            "Name two stages of the same process."
        ),
    ]


@pytest.mark.parametrize(
    ("ident", "expected"),
    [
        ("ofice", "nothing has the id 'ofice', which 'organisation' of the model names | Did you mean 'office'?"),
        (
            "chief",
            (
                "'chief' in 'organisation' of the model is a post, not a unit | "
                "Name a unit; 'chief' is defined at tiny/base.yaml:8:8."
            ),
        ),
    ],
)
def test_the_organisation_is_a_unit(tmp_path: Path, ident: str, expected: str) -> None:
    tiny = write(tmp_path, {"base.yaml": BASE}, model=MODEL.replace("organisation: office", f"organisation: {ident}"))

    assert lines(tiny) == [f"tiny/model.yaml:6:15: {expected}"]
