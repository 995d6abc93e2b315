"""The cases of the shipped findings, which lie beside this file."""

from __future__ import annotations

from pathlib import Path

from orgmodel.findings.cases import VERDICTS, Case, check_case, check_population, read_cases, short

FOLDER = Path(__file__).parent


def read_all_cases(folder: Path = FOLDER) -> list[Case]:
    """Every case of every finding, in the order of the files."""
    return [case for file in sorted(folder.glob("*.yaml")) for case in read_cases(file)]


__all__ = ["VERDICTS", "Case", "check_case", "check_population", "read_all_cases", "read_cases", "short"]
