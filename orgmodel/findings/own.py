"""Findings that people write for their own model: the two files to begin with, and everything that is wrong with them.

The same checks hold for the shipped catalogue. It asks an engine only what a case asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from orgmodel.errors import CatalogueError, EngineError, Place, Problem, UsageError
from orgmodel.findings import reading
from orgmodel.findings.cases import Case, check_case, check_population, read_cases
from orgmodel.findings.catalogue import FindingQuery, load_catalogue
from orgmodel.findings.run import index_evidence, run_finding
from orgmodel.graph import LABELS, RELATIONSHIPS, Engine

QUERIES, CASES = Path("queries") / "findings", Path("tests") / "findings"
PROPERTIES = {name for properties in LABELS.values() for name in properties} | {
    name for relationship in RELATIONSHIPS.values() for name in relationship.properties
}
TEMPLATES = Path(__file__).parent / "new"


@dataclass(frozen=True)
class Tried:
    """One finding that was tried: how many of its cases ran, and everything that is wrong."""

    finding: str
    cases: int
    problems: tuple[Problem, ...]


def write_new(folder: Path, ident: str, taken: Sequence[str]) -> list[Path]:
    """Write a finding that runs and its three cases into a model's folder; raises UsageError where it cannot be."""
    if ident in taken:
        raise UsageError(f"there is a finding '{ident}' already", "Give another id.")
    texts = {
        folder / QUERIES / f"{ident}.cypher": (TEMPLATES / "finding.cypher").read_text(encoding="utf-8"),
        folder / CASES / f"{ident}.yaml": (TEMPLATES / "cases.yaml").read_text(encoding="utf-8"),
    }
    for path in texts:
        if path.exists():
            raise UsageError(f"{path} is there already, and is left as it is", "Give another id, or remove the file.")
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(texts)


def find_own(folder: Path) -> list[FindingQuery]:
    """The findings in a model's own folder, by id."""
    return load_catalogue([folder / QUERIES])


def try_finding(finding: FindingQuery, folder: Path, engine: Engine) -> Tried:
    """Every check of one finding, and its cases on an engine, side by side in one load."""
    problems = list(check_text(finding))
    file = folder / CASES / f"{finding.id}.yaml"
    if not file.exists():
        hint = "Write three cases: one that is found, one that stays silent, one that cannot be known."
        return Tried(finding.id, 0, (*problems, Problem(Place(str(file)), "the finding has no cases", hint)))
    try:
        cases = read_cases(file)
        problems += check_kinds(finding, cases)
        engine.load_many([case.rows for case in cases])
        for case in cases:
            problems += _try_case(finding, case, engine)
    except CatalogueError as error:
        return Tried(finding.id, 0, (*problems, *error.problems))
    return Tried(finding.id, len(cases), tuple(problems))


def check_text(finding: FindingQuery) -> Iterator[Problem]:
    """What a query names that the graph does not have, and what its front matter and it do not agree on."""
    place = Place(finding.file)
    for query in (finding.query, finding.about.population):
        for what, named, known in (
            ("label", reading.labels(query), set(LABELS)),
            ("relationship", reading.relationships(query), set(RELATIONSHIPS)),
            ("property", reading.properties(query) | reading.matched_properties(query), PROPERTIES),
        ):
            for name in sorted(named - known):
                yield Problem(place, f"the graph has no {what} '{name}'", "See docs/graph.md for what it has.")
    taken, given = reading.parameters(finding.query), {"model", "passes", *finding.about.thresholds}
    for name in sorted(taken - given):
        yield Problem(place, f"the query takes '${name}', which nobody gives", "Declare it under 'thresholds'.")
    for name in sorted(given - taken - ({"passes"} if finding.about.compute else set())):
        yield Problem(place, f"the query does not use '${name}'", "Use it, or remove the threshold.")


def check_kinds(finding: FindingQuery, cases: Sequence[Case]) -> Iterator[Problem]:
    """That there is a case for each verdict that the finding can say, and one that must stay silent."""
    place = Place(f"{finding.id}.yaml")
    for verdict in finding.about.says:
        if not any(case.expect[verdict] for case in cases):
            yield Problem(place, f"no case expects '{verdict}', which the finding can say", "Write one.")
    if all(any(case.expect.values()) for case in cases):
        yield Problem(place, "no case must stay silent", "Write one with: expect: {}")


def _try_case(finding: FindingQuery, case: Case, engine: Engine) -> Iterator[Problem]:
    index = index_evidence(case.rows)
    hint = "Correct the query, its population, or what the case expects."
    try:
        outcome = run_finding(engine, case.model, case.rows.model, finding, index, passes=True)
    except EngineError as error:
        yield Problem(case.place, f"the case '{case.name}': the query does not run: {error}", hint)
        return
    for wrong in (*check_case(case, outcome), *check_population(outcome)):
        yield Problem(case.place, f"the case '{case.name}': {wrong}", hint)
