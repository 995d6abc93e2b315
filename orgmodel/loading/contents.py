"""What the files of a model hold: `model.yaml` what it is about, every file any of the lists, each of its records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgmodel.errors import Place, Problem
from orgmodel.loading.document import Document
from orgmodel.loading.lists import CLASSES, noun_of
from orgmodel.loading.messages import show
from orgmodel.loading.spelling import MOST_SUGGESTIONS, did_you_mean
from orgmodel.loading.validation import validate
from orgmodel.model import About, Record

IN_ONE_FILE = ("grades", "unit_kinds")
MOST_PROBLEMS = 10_000


def check_contents(documents: list[Document], header: Document | None, problems: list[Problem]) -> bool:
    """Whether every file is a mapping of known lists. `header` is `model.yaml`, which says what the model is about."""
    before = len(problems)
    for document in documents:
        known = [*CLASSES, *About.model_fields] if document is header else list(CLASSES)
        problems.extend(_contents_problems(document, known))
    whole = len(problems) == before
    for name in IN_ONE_FILE:
        _check_in_one_file(name, documents, problems)
    return whole


def read_header(header: Document, problems: list[Problem]) -> About | None:
    """What `model.yaml` says about the model; the lists in it are left to `read_records`."""
    if not isinstance(header.data, dict):
        return None
    own = {key: value for key, value in header.data.items() if key in About.model_fields}
    return validate(Document(header.file, own, header.spot), About, problems, noun="model")


def read_records(documents: list[Document], problems: list[Problem]) -> Mapping[str, list[Record]]:
    """The records of each list, in the order of the files and of the entries in them; those with problems left out.

    With very many problems it stops: nobody reads them, and finding them all could take minutes.
    """
    records: dict[str, list[Record]] = {}
    for name, cls in CLASSES.items():
        for document in documents:
            for index in range(len(_list_in(document, name))):
                if len(problems) > MOST_PROBLEMS:
                    what = f"there are more than {MOST_PROBLEMS:,} problems; the other records were not looked at"
                    problems.append(Problem(Place(), what, "Mend these first."))
                    return records
                record = validate(document, cls, problems, noun=noun_of(name), path=(name, index))
                if record is not None:
                    records.setdefault(name, []).append(record)
    return records


def _contents_problems(document: Document, known: list[str]) -> list[Problem]:
    if not isinstance(document.data, dict):
        what = f"the file must be a mapping of lists, but is {show(document.data)}"
        return [document.problem((), what, "Start it with the name of a list, for example 'units:'.")]
    problems: list[Problem] = []
    for key, value in document.data.items():
        if key not in known:
            hint = did_you_mean(key, known) if len(problems) < MOST_SUGGESTIONS else ""
            hint = hint or f"Known keys: {', '.join(known)}."
            problems.append(Problem(document.key_place((key,)), f"unknown key '{key}' in the file", hint))
        elif key in CLASSES and not isinstance(value, list):
            what = f"'{key}' must be a list, but is {show(value)}"
            hint = f"Start each {noun_of(key)} on a line of its own with '- '; without any, write '{key}: []'."
            problems.append(document.problem((key,), what, hint))
    return problems


def _check_in_one_file(name: str, documents: list[Document], problems: list[Problem]) -> None:
    holding = [document for document in documents if _list_in(document, name)]
    for other in holding[1:]:
        what = f"'{name}' are given here and at {holding[0].key_place((name,))}, but their order is their rank"
        problems.append(Problem(other.key_place((name,)), what, "Put all of them into one file."))


def _list_in(document: Document, name: str) -> list[Any]:
    found = document.data.get(name) if isinstance(document.data, dict) else None
    return found if isinstance(found, list) else []
