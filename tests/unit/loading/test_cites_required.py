"""A model that wants a source for each fact, and what it says of one that has none."""

from pathlib import Path

import pytest

from orgmodel.errors import DefinitionError
from orgmodel.loading import load_model

ABOUT = "id: m\ntitle: M\naccount_of: x\nas_of: 2024-05-01\nmarking: m\norganisation: port\n"
LISTS = """\
sources: [{id: s, title: S, author: A, paragraphs: 3}]
unit_kinds: [{id: body, title: Body}]
units: [{id: port, title: Port, kind: body, cites: [s#1]}]
posts:
  - id: chief
    title: Chief
    cites: [s#1]
    in_unit: [{who: port}]
    critical: {value: true, designated_by: x}
  - {id: deputy, title: Deputy}
"""


def write(folder: Path, about: str) -> Path:
    (folder / "model.yaml").write_text(about)
    (folder / "lists.yaml").write_text(LISTS)
    return folder


def test_each_record_claim_and_designation_without_a_source_is_named_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as caught:
        load_model(write(tmp_path, f"{ABOUT}cites_required: true\n"))
    said = {(problem.place.line, problem.what) for problem in caught.value.problems}
    assert said == {
        (8, "'in_unit' of post 'chief' cites nothing"),
        (9, "'critical' of post 'chief' cites nothing"),
        (10, "post 'deputy' cites nothing"),
    }


def test_a_model_that_does_not_ask_for_sources_loads_without(tmp_path: Path) -> None:
    assert load_model(write(tmp_path, ABOUT)).id == "m"


def test_an_aspect_with_evidence_of_its_own_cites_and_one_by_name_alone_need_not(tmp_path: Path) -> None:
    duty = "responsibilities:\n- id: pilotage\n  title: P\n  cites: [s#1]\n  aspects: [policy, {aspect: data}]\n"
    write(tmp_path, f"{ABOUT}cites_required: true\n")
    (tmp_path / "lists.yaml").write_text(LISTS.partition("posts:")[0] + duty)
    with pytest.raises(DefinitionError) as caught:
        load_model(tmp_path)
    said = [(problem.place.line, problem.place.column, problem.what) for problem in caught.value.problems]
    assert said == [(8, 21, "'aspects' of responsibility 'pilotage' cites nothing")]
