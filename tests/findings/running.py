"""Says what a finding answers about one of many models that lie side by side in an engine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from orgmodel.findings import FindingQuery, Outcome, index_evidence, load_catalogue, run_finding
from orgmodel.graph.port import Engine
from orgmodel.graph.rows import Rows
from orgmodel.model import Model

QUERIES = Path(__file__).parents[2] / "queries" / "findings"
PRINCIPLES = QUERIES.with_name("principles")


def shipped_catalogue() -> dict[str, FindingQuery]:
    """Every shipped finding, by id."""
    return {finding.id: finding for finding in load_catalogue([QUERIES])}


def shipped_questions() -> dict[str, FindingQuery]:
    """Every shipped finding, and every question that only principles ask, by id."""
    return {query.id: query for query in load_catalogue([QUERIES, PRINCIPLES])}


def load_together(engine: Engine, every: Iterable[Rows]) -> None:
    """Load the rows of many models in one go, each under its own version, since a server is slow to begin a load."""
    together = Rows("side-by-side", "1")
    for rows in every:
        for label, group in rows.nodes.items():
            together.nodes.setdefault(label, []).extend(group)
        for ends, group in rows.relationships.items():
            together.relationships.setdefault(ends, []).extend(group)
    engine.load(together)


def without_unread_slots(rows: Rows, finding: FindingQuery) -> Rows:
    """The rows of a model less the slots that a finding's query does not name, which are most of them."""
    text = finding.query + finding.about.population
    unread = {slot["key"] for slot in rows.nodes["Slot"] if not slot["chain"] and f"'{slot['name']}'" not in text}
    less = Rows(rows.id, rows.version, dict(rows.nodes), dict(rows.relationships))
    less.nodes["Slot"] = [slot for slot in rows.nodes["Slot"] if slot["key"] not in unread]
    for ends, group in rows.relationships.items():
        if ends[0] == "HAS_SLOT":
            less.relationships[ends] = [row for row in group if row["end"] not in unread]
    return less


def ask(engine: Engine, finding: FindingQuery, model: Model, rows: Rows, passes: bool = False) -> Outcome:
    """The outcome of one finding over one of the models that are loaded."""
    return run_finding(engine, model, rows.model, finding, index_evidence(rows), passes)
