"""What the question about the tree of posts answers in a model that was imported: what is wrong, by reference."""

from dataclasses import replace
from pathlib import Path

from orgmodel.use_cases import check_model, open_engine, open_model


def find_broken_lines(folder: Path) -> list[tuple[str, str]]:
    """The reference of each post that fails, and what is wrong with it."""
    opened = open_model(str(folder))
    only = replace(opened, catalogue=tuple(each for each in opened.catalogue if each.id == "reporting-integrity"))
    with open_engine("embedded") as engine:
        (outcome,) = check_model(only, engine).outcomes
    rows = [dict(row.values) for row in outcome.rows if row.verdict == "fail"]
    return sorted((row["reference"], "; ".join(filter(None, row["problems"]))) for row in rows)
