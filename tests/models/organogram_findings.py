"""What the question about the tree of posts answers in a model that was imported: what is wrong, by reference."""

from pathlib import Path

from orgmodel.use_cases import check_model, open_engine, open_model


def find_broken_lines(folder: Path) -> list[tuple[str, str]]:
    """The reference of each post that fails, and what is wrong with it."""
    with open_engine("embedded") as engine:
        report = check_model(open_model(str(folder)), engine)
    (outcome,) = (each for each in report.outcomes if each.finding == "reporting-integrity")
    rows = [dict(row.values) for row in outcome.rows if row.verdict == "fail"]
    return sorted((row["reference"], "; ".join(filter(None, row["problems"]))) for row in rows)
