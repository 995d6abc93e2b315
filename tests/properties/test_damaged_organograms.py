"""Two hundred damaged copies of an organogram: none ends in a traceback, none leaves half a model."""

from pathlib import Path

import pytest

from tests.properties.damaged_organograms import damage
from tests.properties.importing_damaged import import_damaged

FILE = Path(__file__).resolve().parents[2] / "docs" / "guides" / "invented-organogram.csv"
NOISE = 100_000


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_damaged_copies_are_imported_or_refused_with_a_reason(first: int, tmp_path: Path) -> None:
    data = FILE.read_bytes()
    for seed in range(first, first + 20):
        what, copy = damage(data, seed, NOISE)
        folder = tmp_path / str(seed)
        folder.mkdir()
        try:
            assert import_damaged(copy, folder)
        except Exception as error:
            error.add_note(f"seed {seed}: {what}")
            raise


def test_the_copies_are_of_many_kinds_and_the_same_each_time() -> None:
    data = FILE.read_bytes()
    copies = [damage(data, seed, NOISE) for seed in range(200)]
    words = {word for what, _ in copies for word in what.replace("'", "").split()}
    assert {"rename", "drop_columns", "shuffle_columns", "cut_rows", "double_rows", "loop_lines", "workbook"} <= words
    assert {"utf-16", "cp1252", "only_noise", "quote", "cut"} <= words
    assert damage(data, 7, NOISE) == copies[7]
