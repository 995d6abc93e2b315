"""Breaks every finding's query in small ways and counts how many of the breaks its own cases notice.

    nice python bench/mutate_findings.py [--processes 2] [FINDING...]

For each finding: how many mutants its cases kill, how many do not run at all, and each survivor with its line.
`bench/equivalent_mutants.yaml` names, with a reason, those that no case can tell from the query as it is.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml
from mutants import Mutant, find_mutants

from orgmodel.errors import OrgmodelError
from orgmodel.findings import FindingQuery, index_evidence, load_catalogue, run_finding
from orgmodel.findings.cases import Case, check_case, check_population, read_cases
from orgmodel.findings.run import EvidenceIndex
from orgmodel.graph.embedded import EmbeddedEngine

ROOT = Path(__file__).parents[1]
EQUIVALENT = ROOT / "bench" / "equivalent_mutants.yaml"
MEMORY_MIB = 1024
UNCOUNTED = "MATCH (u:Unit {model: $model}) RETURN 0 * count(u) AS population"
"""In the place of a population, which no case asserts and which takes as long as the query itself."""


@dataclass(frozen=True)
class Score:
    """What became of the mutants of one finding."""

    finding: str
    killed: int
    broken: int
    equivalent: int
    survivors: tuple[Mutant, ...]

    @property
    def total(self) -> int:
        """The mutants that run, less those that are known to be equivalent."""
        return self.killed + len(self.survivors)


@lru_cache
def read_catalogue() -> dict[str, FindingQuery]:
    """Every shipped finding by its id."""
    return {finding.id: finding for finding in load_catalogue([ROOT / "queries" / "findings"])}


def read_equivalents() -> dict[str, set[str]]:
    """For each finding the labels of the mutants that somebody has reasoned to be equivalent."""
    if not EQUIVALENT.exists():
        return {}
    listed = yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) or {}
    return {finding: {entry["mutant"] for entry in entries} for finding, entries in listed.items()}


def score_finding(ident: str) -> Score:
    """Run every mutant of one finding against its cases, in one database that holds the models of all of them."""
    finding = read_catalogue()[ident]
    about = finding.about.model_copy(update={"population": UNCOUNTED})
    cases = read_cases(ROOT / "tests" / "findings" / f"{ident}.yaml")
    equivalent = read_equivalents().get(ident, set())
    killed = broken = skipped = 0
    survivors = []
    engine = EmbeddedEngine(MEMORY_MIB)
    try:
        engine.load_many([case.rows for case in cases])
        tries = [_prepare(engine, finding, case) for case in cases]
        for mutant in find_mutants(finding.query):
            if mutant.label in equivalent:
                skipped += 1
                continue
            fate = try_mutant(engine, finding.model_copy(update={"query": mutant.query, "about": about}), tries)
            killed += fate == "killed"
            broken += fate == "broken"
            if fate == "survived":
                survivors.append(mutant)
    finally:
        engine.close()
    return Score(ident, killed, broken, skipped, tuple(survivors))


@dataclass(frozen=True)
class Try:
    """A case with what it needs to be run: the evidence of its model, and how many the question is asked of."""

    case: Case
    index: EvidenceIndex
    population: int


def _prepare(engine: EmbeddedEngine, finding: FindingQuery, case: Case) -> Try:
    index = index_evidence(case.rows)
    return Try(case, index, run_finding(engine, case.model, case.rows.model, finding, index).population)


def try_mutant(engine: EmbeddedEngine, finding: FindingQuery, tries: list[Try]) -> str:
    """`killed` by the first case that notices, `survived`, or `broken` where it does not run at all.

    The case that notices is put first in `tries`, since it often notices the next break as well.
    """
    for number, each in enumerate(tries):
        try:
            outcome = run_finding(engine, each.case.model, each.case.rows.model, finding, each.index, passes=True)
            outcome = replace(outcome, population=each.population)
            noticed = bool(check_case(each.case, outcome) or check_population(outcome))
        except OrgmodelError:
            return "killed" if number else "broken"
        except (KeyError, IndexError, TypeError, ValueError):
            noticed = True
        if noticed:
            tries.insert(0, tries.pop(number))
            return "killed"
    return "survived"


def report(scores: Iterable[Score]) -> float:
    """Print the table and the survivors, and return the share that is killed."""
    killed = total = 0
    print("finding | killed | of | share | do not run | equivalent", flush=True)
    for score in scores:
        killed, total = killed + score.killed, total + score.total
        share = 100 * score.killed / max(score.total, 1)
        print(
            f"{score.finding} | {score.killed} | {score.total} | {share:.0f} % | {score.broken} | {score.equivalent}",
            flush=True,
        )
        for mutant in score.survivors:
            print(f"    {mutant.label}\n        {mutant.line}", flush=True)
    share = 100 * killed / max(total, 1)
    print(f"all | {killed} | {total} | {share:.1f} %")
    return share


def main() -> int:
    """Score the findings named, or all of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("findings", nargs="*", help="ids of findings; all where none is given")
    parser.add_argument("--processes", type=int, choices=(1, 2), default=2)
    wanted = parser.parse_args()
    names = wanted.findings or sorted(read_catalogue())
    unknown = sorted(set(names) - set(read_catalogue()))
    if unknown:
        print(f"there is no finding '{unknown[0]}'", file=sys.stderr)
        return 2
    with ProcessPoolExecutor(wanted.processes) as pool:
        report(done.result() for done in as_completed([pool.submit(score_finding, name) for name in names]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
