"""The question about the tree of posts fires on an imported organogram where its file is wrong, and nowhere else."""

from pathlib import Path

import pytest

from orgmodel.use_cases.importing import read_organogram, write_import
from tests.models.organogram_findings import find_broken_lines

FILE = Path(__file__).resolve().parents[2] / "docs" / "guides" / "invented-organogram.csv"


@pytest.mark.embedded
def test_each_broken_line_of_the_file_is_found_and_no_other(tmp_path: Path) -> None:
    march, september = write_import(read_organogram([(FILE.name, FILE.read_bytes())]), tmp_path / "models")
    assert find_broken_lines(march) == []
    assert find_broken_lines(september) == [  # read off the rows of September
        ("HL13", "shares its reference"),
        ("HL13", "shares its reference"),
        ("HL21", "reports to a closed post"),
        ("HL22", "reports to a post that the list does not have"),
        ("HL23", "reports in a circle"),
        ("HL24", "reports in a circle"),
        ("HL25", "reports to itself"),
    ]
