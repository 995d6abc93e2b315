"""Definitions hold facts in our own words: no run of eight words is shared with a source."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
TEXTS = (".yaml", ".yml", ".csv", ".md", ".json", ".txt", ".cypher")
LONGEST = 7


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def runs_of(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + LONGEST + 1]) for start in range(len(words) - LONGEST))


@pytest.fixture(scope="module")
def source_runs() -> set[tuple[str, ...]]:
    if not SOURCES.is_dir():
        pytest.skip(f"the texts of the sources are not here ({SOURCES}); put them there to run this test")
    return {run for path in sorted(SOURCES.glob("*.txt")) for run in runs_of(words_of(path.read_text("utf-8")))}


def test_no_eight_words_in_a_row_are_taken_from_a_source(source_runs: set[tuple[str, ...]]) -> None:
    shared = [
        f"{path.relative_to(ROOT)}: {' '.join(run)}"
        for path in sorted((ROOT / "definitions").rglob("*"))
        if path.suffix in TEXTS and path.is_file()
        for run in runs_of(words_of(path.read_text("utf-8")))
        if run in source_runs
    ]
    assert shared == [], "say it in other words:\n" + "\n".join(shared)


def test_a_copied_sentence_would_be_found() -> None:
    words = words_of("One, two - three: four (five) six; seven 'eight' nine.")
    assert next(iter(runs_of(words))) == ("one", "two", "three", "four", "five", "six", "seven", "eight")
