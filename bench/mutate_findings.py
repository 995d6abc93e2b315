"""Breaks every finding's query in small ways and counts how many of the breaks its own cases notice.

    nice python bench/mutate_findings.py [--processes 2] [--sample 100] [FINDING...]

For each finding: how many mutants its cases kill, how many do not run at all, and each survivor with its line; where
only a sample is tried, how many are left out. The sample is the same each time.
`bench/equivalent_mutants.yaml` names, with a reason, those that no case can tell from the query as it is.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

import yaml
from asked_together import Try, find_noticing
from mutants import Mutant, find_mutants

from orgmodel.errors import OrgmodelError
from orgmodel.findings import FindingQuery, index_evidence, load_catalogue
from orgmodel.findings.cases import Case, read_cases
from orgmodel.graph.embedded import EmbeddedEngine

ROOT = Path(__file__).parents[1]
EQUIVALENT = ROOT / "bench" / "equivalent_mutants.yaml"
MEMORY_MIB = 1024
SEED = 37
FAULTS = (OrgmodelError, KeyError, IndexError, TypeError, ValueError)
"""What comes of a query that is refused, or that returns something other than what its columns are declared to be."""
UNCOUNTED = "MATCH (u:Unit {model: $model}) RETURN 0 * count(u) AS population"
"""In the place of a population, which no case asserts and which takes as long as the query itself."""


@dataclass(frozen=True)
class Score:
    """What became of the mutants of one finding."""

    finding: str
    killed: int
    broken: int
    equivalent: int
    left_out: int
    survivors: tuple[Mutant, ...]

    @property
    def total(self) -> int:
        """The mutants that were tried and that run, less those that are known to be equivalent."""
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


def score_finding(ident: str, sample: int | None = None) -> Score:
    """Run the mutants of one finding, or a sample of them, against its cases, whose models lie in one database."""
    finding = read_catalogue()[ident]
    cases = read_cases(ROOT / "tests" / "findings" / f"{ident}.yaml")
    equivalent = read_equivalents().get(ident, set())
    every = find_mutants(finding.query)
    wanted = [mutant for mutant in every if mutant.label not in equivalent]
    chosen = wanted if sample is None or sample >= len(wanted) else Random(SEED).sample(wanted, sample)
    fates: dict[str, list[Mutant]] = {"killed": [], "broken": [], "survived": []}
    engine = EmbeddedEngine(MEMORY_MIB)
    try:
        engine.load_many([case.rows for case in cases])
        tries = [_prepare(engine, finding, case) for case in cases]
        uncounted = finding.model_copy(
            update={"about": finding.about.model_copy(update={"population": UNCOUNTED})},
        )
        together = _told_together(engine, uncounted, tries)
        for mutant in chosen:
            broken = uncounted.model_copy(update={"query": mutant.query})
            believed = "relationship reversed" not in mutant.label
            fates[try_mutant(engine, broken, tries, together, believed)].append(mutant)
    finally:
        engine.close()
    return Score(
        ident,
        len(fates["killed"]),
        len(fates["broken"]),
        len(every) - len(wanted),
        len(wanted) - len(chosen),
        tuple(fates["survived"]),
    )


def _told_together(engine: EmbeddedEngine, finding: FindingQuery, tries: list[Try]) -> list[Try]:
    """The cases that get what they expect where all are asked at once, as those do that do not ask of the whole."""
    wrong = find_noticing(engine, finding, tries)
    return [] if wrong is None else [each for each in tries if each not in wrong]


def _prepare(engine: EmbeddedEngine, finding: FindingQuery, case: Case) -> Try:
    population = engine.query(finding.about.population, {"model": case.rows.model}).rows
    return Try(case, index_evidence(case.rows), int(population[0][0]) if population else 0)


def try_mutant(
    engine: EmbeddedEngine, finding: FindingQuery, tries: list[Try], together: list[Try], believed: bool
) -> str:
    """`killed` by the first case that notices, `survived`, or `broken` where it does not run at all.

    The cases of which that may be done are asked together first, and those that notice then one by one: what is not
    noticed together is believed not to be noticed, but for a pattern that no graph can hold, of which the engine says
    one thing of all models and another of one. A case that notices is put first: it often notices the next break.
    """
    noticing: list[Try] = []
    silent: list[Try] = []
    if together:
        try:
            found = find_noticing(engine, finding, together)
        except FAULTS:
            found = None
        noticing = found or []
        silent = together if found == [] and believed else []
    rest = [each for each in tries if each not in noticing and each not in silent]
    for number, each in enumerate([*noticing, *rest]):
        try:
            noticed = each.notices(engine, finding)
        except OrgmodelError:
            return "killed" if number or silent else "broken"
        except FAULTS:
            noticed = True
        if noticed:
            tries.remove(each)
            tries.insert(0, each)
            return "killed"
    return "survived"


def report(scores: Iterable[Score]) -> float:
    """Print the table and the survivors, and return the share that is killed."""
    killed = total = 0
    print("finding | killed | of | share | do not run | equivalent | not tried", flush=True)
    for score in scores:
        killed, total = killed + score.killed, total + score.total
        share = 100 * score.killed / max(score.total, 1)
        print(
            f"{score.finding} | {score.killed} | {score.total} | {share:.0f} % | {score.broken} | {score.equivalent}"
            f" | {score.left_out}",
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
    parser.add_argument("--sample", type=int, help="how many mutants of a finding at the most; all where not given")
    wanted = parser.parse_args()
    names = wanted.findings or sorted(read_catalogue())
    unknown = sorted(set(names) - set(read_catalogue()))
    if unknown:
        print(f"there is no finding '{unknown[0]}'", file=sys.stderr)
        return 2
    with ProcessPoolExecutor(wanted.processes) as pool:
        scoring = [pool.submit(score_finding, name, wanted.sample) for name in names]
        report(done.result() for done in as_completed(scoring))
    return 0


if __name__ == "__main__":
    sys.exit(main())
