"""What the guide to asking shows is what is printed, and what it says of codes and limits is what the code does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from orgmodel.cli import main
from orgmodel.graph.asking.words import DEEPEST, FIRST, MOST_CHARACTERS
from orgmodel.use_cases import Limits

GUIDE = (Path(__file__).resolve().parents[2] / "docs/guides/asking-your-own-questions.md").read_text("utf-8")
BLOCKS = re.findall(r"^```console\n\$ orgmodel (.*?)\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
pytestmark = pytest.mark.embedded


@pytest.mark.parametrize("command", [command for command, _ in BLOCKS])
def test_what_the_guide_shows_is_printed(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    shown = dict(BLOCKS)[command]
    code = main(shlex.split(command))
    printed = capfd.readouterr()
    assert shown in printed.out or shown in printed.err
    assert code == (2 if "there is no label" in shown else 0)


def test_the_limits_that_the_guide_names_are_those_of_the_code() -> None:
    told = " ".join(GUIDE.split())
    assert f"after {Limits().seconds:g} seconds" in told
    assert f"{Limits().rows:,} rows (`--limit-rows`) or {Limits().size // 2**20} MB" in told
    assert f"{MOST_CHARACTERS:,} characters" in told
    assert f"brackets {DEEPEST} deep" in told
    assert all(f"`{word}" in told for word in FIRST)
