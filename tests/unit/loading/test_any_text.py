"""Whatever is done to a text, loading gives a model or says what is wrong: no other exception ever."""

import json
import re
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.errors import DefinitionError, Problem
from orgmodel.loading import load_model
from orgmodel.model import Model
from tests.unit.loading.building import FULL, MODEL, write

SLOW_MACHINE = [HealthCheck.too_slow]
KEYS = sorted(set(re.findall(r"([a-z_]+):", FULL)))
VALUES = [
    "null",
    "[]",
    "{}",
    "true",
    "7",
    "-1",
    "1e999",
    "x",
    "'",
    '"',
    "&a *a",
    "!!x y",
    "2023-02-30",
    "[[[]]]",
    "<<",
    "{after: 9999-12-31}",
    "{before: 0001-01-01}",
    "0000",
    "9999",
    "{claims: x}",
    "{claims: [x]}",
    "[x]",
    "\t",
]
POSITION = st.integers(0, len(FULL.encode()) - 1)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The text of a whole model, with a few things done to it."""
    raw = FULL.encode()
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4)):
        raw = change(draw, raw)
    return raw


def flip_byte(draw: st.DrawFn, raw: bytes) -> bytes:
    at = draw(POSITION)
    return raw[:at] + bytes([draw(st.integers(0, 255))]) + raw[at + 1 :]


def cut(draw: st.DrawFn, raw: bytes) -> bytes:
    at = draw(POSITION)
    return raw[:at] + raw[at + draw(st.integers(1, 40)) :]


def drop_line(draw: st.DrawFn, raw: bytes) -> bytes:
    rows = raw.splitlines(keepends=True)
    at = draw(st.integers(0, len(rows)))
    return b"".join(rows[:at] + rows[at + 1 :])


def repeat_line(draw: st.DrawFn, raw: bytes) -> bytes:
    rows = raw.splitlines(keepends=True)
    at, to = draw(st.integers(0, len(rows))), draw(st.integers(0, len(rows)))
    return b"".join(rows[:to] + rows[at : at + 1] + rows[to:])


def rename_key(draw: st.DrawFn, raw: bytes) -> bytes:
    old, new = draw(st.sampled_from(KEYS)), draw(st.sampled_from(KEYS))
    return raw.replace(f"{old}:".encode(), f"{new}:".encode(), draw(st.integers(1, 3)))


def replace_value(draw: st.DrawFn, raw: bytes) -> bytes:
    found = list(re.finditer(rb": ?([^,\]}\n]+)", raw))
    if not found:
        return raw
    value = draw(st.sampled_from(found))
    return raw[: value.start(1)] + draw(st.sampled_from(VALUES)).encode() + raw[value.end(1) :]


CHANGES = [flip_byte, cut, drop_line, repeat_line, rename_key, replace_value]


def load_or_say_why(files: dict[str, str | bytes], model: str = MODEL) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tiny = write(Path(folder), files, model)
        said: list[Problem] = []
        try:
            loaded = load_model(tiny)
        except DefinitionError as error:
            said.extend(error.problems)
    assert said or isinstance(loaded, Model)
    assert all(problem.what and problem.place.file.startswith("tiny") for problem in said)


@settings(max_examples=300, deadline=None, suppress_health_check=SLOW_MACHINE)
@given(mutated())
def test_a_mutated_model(raw: bytes) -> None:
    load_or_say_why({"all.yaml": raw})


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW_MACHINE)
@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    load_or_say_why({"all.yaml": FULL, "more.yaml": raw, "posts.csv": raw, "figures.csv": b"id,title\n" + raw})


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(KEYS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None, suppress_health_check=SLOW_MACHINE)
@given(st.dictionaries(st.sampled_from(KEYS), PLAIN, max_size=5), st.dictionaries(st.sampled_from(KEYS), PLAIN))
def test_any_data(lists: dict[str, object], about: dict[str, object]) -> None:
    load_or_say_why({"all.yaml": FULL, "more.yaml": json.dumps(lists)}, json.dumps(about))
