"""Findings over models that are tried and thrown away: many side by side, and only what the questions read of them.

A trial gives verdicts by row and no evidence; whoever wants that checks the model that the trial was of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from orgmodel.findings.catalogue import FindingQuery
from orgmodel.findings.finding import Finding, Identity
from orgmodel.findings.run import run_finding
from orgmodel.graph import Engine, Rows, build_rows
from orgmodel.model import Model

SIDE_BY_SIDE = 24
"""How many models lie in the graph at once: loading has a cost however few there are, asking grows with them."""

Verdicts = Mapping[tuple[str, Identity], Finding]


@dataclass(frozen=True)
class Trial:
    """A model to be tried, and the findings to ask of it. Its id has to differ from that of every other."""

    model: Model
    ask: tuple[FindingQuery, ...]


def run_trials(
    engine: Engine, base: Verdicts, model: Model, trials: Sequence[Trial], step: Callable[[int, int], None]
) -> list[Verdicts]:
    """The rows of each trial, passes too, in the order given. `base` are those of `model`, which lies beside each lot
    of trials to prove that leaving out what no query reads changes nothing; `step` hears how many are done, of how
    many."""
    order = sorted(range(len(trials)), key=lambda number: [query.id for query in trials[number].ask])
    found: dict[int, Verdicts] = {}
    proof = model.model_copy(update={"about": model.about.model_copy(update={"id": f"{model.id}+as-it-is"})})
    for start in range(0, len(order), SIDE_BY_SIDE):
        lot = order[start : start + SIDE_BY_SIDE]
        asked = tuple({query.id: query for number in lot for query in trials[number].ask}.values())
        every = [build_rows(proof), *(build_rows(trials[number].model) for number in lot)]
        lean = [read_by(rows, asked) for rows in every]
        engine.load_many(lean)
        if not _same(base, _ask(engine, proof, lean[0], asked), asked):
            engine.load_many(every)
            lean = every
        for number, rows in zip(lot, lean[1:], strict=True):
            found[number] = _ask(engine, trials[number].model, rows, trials[number].ask)
            step(len(found), len(trials))
    return [found[number] for number in range(len(trials))]


def _ask(engine: Engine, model: Model, rows: Rows, ask: Sequence[FindingQuery]) -> dict[tuple[str, Identity], Finding]:
    outcomes = (run_finding(engine, model, rows.model, query, {}, True) for query in ask)
    return {row.key: row for outcome in outcomes for row in outcome.rows}


def _same(base: Verdicts, found: Verdicts, asked: Sequence[FindingQuery]) -> bool:
    ids = {query.id for query in asked}
    before = {key: row.verdict for key, row in base.items() if key[0] in ids and row.verdict != "pass"}
    return {key: row.verdict for key, row in found.items() if row.verdict != "pass"} == before


def read_by(rows: Rows, asked: Sequence[FindingQuery]) -> Rows:
    """The rows less the relationships and the slots that no query names, and the nodes that nothing then leads to."""
    text = "".join(query.query + query.about.population for query in asked)
    slots = rows.nodes.get("Slot", ())
    read = {name for name in {row["name"] for row in slots} if f"'{name}'" in text}
    unread = {row["key"] for row in slots if row["name"] not in read}
    less = Rows(rows.id, rows.version)
    for ends, group in rows.relationships.items():
        if ends[0] == "HAS_SLOT":
            group = [row for row in group if row["end"] not in unread]
        if ends[0] in text:
            less.relationships[ends] = group
    kept = {label for _, *labels in less.relationships for label in labels}
    for label, nodes in rows.nodes.items():
        if label in text or label in kept:
            less.nodes[label] = [row for row in nodes if row["key"] not in unread] if label == "Slot" else nodes
    return less
