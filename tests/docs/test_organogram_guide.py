"""What the guide to organograms shows as typed can be typed, and what it shows as printed is printed."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from orgmodel.cli import main

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guides" / "importing-an-organogram.md"
pytestmark = pytest.mark.embedded


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def words_of(text: str) -> str:
    return " ".join(text.split())


def test_every_command_runs_and_prints_what_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = [line.removeprefix("$ orgmodel ").split() for block in blocks("console") for line in block.splitlines()]
    assert [words[0] for words in commands] == ["import", "check", "diff"]
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        codes = [main(words) for words in commands]
    assert codes == [0, 1, 0]
    for block in blocks("text"):
        assert words_of(block) in words_of(printed.getvalue())
