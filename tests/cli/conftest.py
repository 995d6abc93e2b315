"""A small model in a folder, and a way to run a command as a person would."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from orgmodel.cli import main

MODEL = """\
id: harbour
title: Harbour Board
account_of: an invented review
as_of: 2024-05-01
marking: Invented
organisation: harbour-board
"""
LISTS = """\
unit_kinds: [{id: body, title: Body}, {id: group, title: Group}]
units:
  - {id: harbour-board, title: Harbour Board, kind: body, head: [{who: chief}]}
  - {id: pilots, title: Pilots, kind: group, part_of: [{who: harbour-board}], head: [{who: chief-pilot}]}
posts:
  - {id: chief, title: Chief}
  - {id: chief-pilot, title: Chief Pilot, in_unit: [{who: pilots}], reports_to: [{who: chief}]}
responsibilities:
  - {id: pilotage, title: Pilotage, accountable: [{who: chief-pilot}]}
  - {id: dredging, title: Dredging, accountable: [{state: none}]}
"""
OPTION = """\
id: close-pilots
title: Close the pilots' group
model: harbour
because: It is said to cost too much.
changes:
  - do: close-post
    post: chief-pilot
    because: The post is said not to be needed.
"""


@dataclass(frozen=True)
class Answer:
    """What a command printed, and the code that it ended with."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A whole small model with one option."""
    model = tmp_path / "harbour"
    (model / "options").mkdir(parents=True)
    (model / "model.yaml").write_text(MODEL)
    (model / "lists.yaml").write_text(LISTS)
    return model


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Runs `orgmodel` with some words in this process."""

    def run_words(*words: str | Path) -> Answer:
        capfd.readouterr()
        code = main([str(word) for word in words])
        printed = capfd.readouterr()
        return Answer(code, printed.out, printed.err)

    return run_words


def run_apart(*words: str, cwd: Path | None = None, timeout: float = 60) -> subprocess.CompletedProcess[str]:
    """Runs `orgmodel` in a process of its own, from any folder."""
    return subprocess.run(
        [sys.executable, "-m", "orgmodel.cli", *words],
        cwd=cwd,
        text=True,
        capture_output=True,
        timeout=timeout,
        check=False,
    )
