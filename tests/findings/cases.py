"""The cases of the shipped findings, which lie beside this file."""

from __future__ import annotations

from pathlib import Path

from orgmodel.findings.cases import VERDICTS, Case, check_case, check_population, read_cases, short

FOLDERS = (Path(__file__).parent, Path(__file__).parents[1] / "principles")


def read_all_cases(*folders: Path) -> list[Case]:
    """Every case of every finding and of what only principles ask, in the order of the files; or those of folders."""
    return [
        case for folder in folders or FOLDERS for file in sorted(folder.glob("*.yaml")) for case in read_cases(file)
    ]


__all__ = ["VERDICTS", "Case", "check_case", "check_population", "read_all_cases", "read_cases", "short"]
