"""Every field that a command prints as JSON is described in docs/output.md."""

import contextlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from orgmodel.cli import main

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "output.md").read_text("utf-8")
DESCRIBED = set(re.findall(r"`(\w+)`", PAGE))
COMMANDS = [
    "check example",
    "check no-such-model",
    "explain example split-subject",
    "explain example flooding",
    "plan example flood-lead",
    "compare example --options flood-lead",
    "query --examples",
    "query example --file queries/examples/gaps.cypher",
    "doctor",
]
AS_DEFINED = ("values", "identity", "record", "finding", "thing", "counts", "staffing", "requirements", "benefits")
"""Objects whose fields other pages describe: columns, definitions, the front matter of a finding."""


def fields_of(value: Any) -> set[str]:
    """The names of the fields of an object and of the objects in its lists, to any depth."""
    if isinstance(value, list):
        return set().union(*map(fields_of, value))
    if not isinstance(value, dict):
        return set()
    return set(value).union(*(fields_of(each) for name, each in value.items() if name not in AS_DEFINED))


@pytest.mark.embedded
@pytest.mark.parametrize("command", COMMANDS)
def test_every_field_is_described(command: str) -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        main([*command.split(), "--format", "json"])
    answer = json.loads(printed.getvalue())
    assert (answer["format_version"], answer["format"].split()[0]) == (1, "orgmodel")
    assert fields_of(answer) - DESCRIBED == set()
