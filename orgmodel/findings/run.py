"""Runs the catalogue over one version of a model in an engine, and makes findings of the rows that come back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from orgmodel.errors import CatalogueError, EngineError, Place, Problem
from orgmodel.findings.catalogue import FindingQuery, parameters
from orgmodel.findings.computing import COMPUTATIONS
from orgmodel.findings.finding import Evidence, Finding, Outcome, VerdictBasis
from orgmodel.findings.waivers import find_waiver
from orgmodel.graph import Answering, Engine, Rows, Table
from orgmodel.model import Model

WEAKEST_LAST: tuple[VerdictBasis, ...] = ("stated", "computed", "attributed", "inferred")
EvidenceIndex = Mapping[str, Evidence]


def index_evidence(rows: Rows) -> EvidenceIndex:
    """The basis and citations of every node, relationship and slot, by plain key (without the version)."""
    index: dict[str, Evidence] = {}
    for group in (*rows.nodes.values(), *rows.relationships.values()):
        for row in group:
            key = plain(row["key"], rows.model)
            index[key] = Evidence(key, row["basis"], tuple(row["cites"]), bool(row["contested"]))
    return index


def plain(key: str, model: str) -> str:
    """A key of the graph without the model and version before it."""
    return key.removeprefix(f"{model}/")


def run_catalogue(
    engine: Engine, model: Model, rows: Rows, catalogue: Iterable[FindingQuery], passes: bool = False
) -> list[Outcome]:
    """The outcome of each finding. The version must be loaded; it is resolved once, by the caller, as `rows.model`."""
    index = index_evidence(rows)
    return [run_finding(engine, model, rows.model, finding, index, passes) for finding in catalogue]


def run_finding(
    engine: Engine, model: Model, key: str, finding: FindingQuery, index: EvidenceIndex, passes: bool = False
) -> Outcome:
    """Run one finding over the version `key` (`id@version`), and count what it was asked of."""
    found = run_rows(engine, model, key, finding, index, passes)
    population = _query(engine, finding, finding.about.population, {"model": key})
    return Outcome(
        finding.id,
        finding.about.title,
        finding.about.severity,
        found,
        int(population.rows[0][0]) if population.rows else 0,
    )


def run_rows(
    engine: Answering, model: Model, key: str, finding: FindingQuery, index: EvidenceIndex, passes: bool = False
) -> tuple[Finding, ...]:
    """The rows of one finding over the version `key`, without counting what it was asked of."""
    values = parameters(finding, model, key, passes)
    table = _query(engine, finding, finding.query, values)
    rows = table.dicts()
    returned: set[str] | None = set(table.columns)
    if finding.about.compute is not None:
        rows = COMPUTATIONS[finding.about.compute](rows, values)
        rows = [row for row in rows if passes or row["verdict"] != "pass"]
        returned = set(rows[0]) if rows else None
    _check_columns(finding, returned)
    return tuple(_in_order(finding, [_finding(finding, model, key, row, index) for row in rows]))


def _query(engine: Answering, finding: FindingQuery, cypher: str, values: Mapping[str, Any]) -> Table:
    try:
        return engine.query(cypher, values)
    except EngineError as error:
        raise EngineError(f"finding '{finding.id}': {error}", error.problem.hint) from error


def _check_columns(finding: FindingQuery, returned: set[str] | None) -> None:
    """That what came back is what the finding declares. Of rows that are computed there may be none to look at."""
    expected = {*finding.about.columns, "verdict", "evidence"}
    if returned is not None and returned != expected:
        difference = ", ".join(sorted(expected ^ returned))
        problem = Problem(
            Place(finding.file),
            f"columns returned and declared differ: {difference}",
            "Declare every returned column under 'columns', and return every declared one.",
        )
        raise CatalogueError([problem])


def _finding(query: FindingQuery, model: Model, key: str, row: Mapping[str, Any], index: EvidenceIndex) -> Finding:
    values = {name: _value(column.type, row[name], key) for name, column in query.about.columns.items()}
    evidence = tuple(
        index[name] for name in sorted({plain(item, key) for item in row["evidence"] if item}) if name in index
    )
    identity = tuple((name, str(values[name])) for name in query.identity)
    verdict = row["verdict"]
    return Finding(
        finding=query.id,
        verdict=verdict,
        severity=query.about.severity if verdict == "fail" else "info",
        identity=identity,
        values=values,
        title=query.about.title,
        word=query.word(verdict),
        sentence=_sentence(query, model, verdict, values),
        basis=weakest_basis(query, evidence),
        evidence=evidence,
        waived=find_waiver(model, query.id, identity),
        belongs_to=_ids(values, query.about.belongs),
    )


def _ids(values: Mapping[str, Any], columns: Iterable[str]) -> tuple[str, ...]:
    """The ids that some columns of type key or keys hold."""
    held = [values[name] if isinstance(values[name], list) else [values[name]] for name in columns]
    return tuple(sorted({ident for each in held for ident in each if ident}))


def _value(type_: str, value: Any, key: str) -> Any:
    """A returned value in a settled form: plain ids, lists sorted and without repeats."""
    if value is None:
        return [] if type_ in ("keys", "texts") else None
    if type_ == "key":
        return plain(value, key)
    if type_ == "keys":
        return sorted({plain(item, key) for item in value if item})
    if type_ == "texts":
        return sorted({item for item in value if item})
    return int(value) if type_ == "integer" else value


def _sentence(query: FindingQuery, model: Model, verdict: str, values: Mapping[str, Any]) -> str:
    template = query.about.says.get(verdict)  # type: ignore[call-overload]
    if template is None:
        return ""
    return str(template).format(
        **{name: _in_words(model, query.about.columns[name].type, value) for name, value in values.items()}
    )


def _in_words(model: Model, type_: str, value: Any) -> str:
    if type_ == "key":
        return model.title_of(value or "")
    if type_ in ("keys", "texts"):
        names = [model.title_of(item) if type_ == "keys" else str(item) for item in value]
        return _joined(names) if names else "none named"
    if type_ == "yes_no":
        return "yes" if value else "no"
    return "not known" if value is None else str(value).replace("_", " ")


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def weakest_basis(query: FindingQuery, evidence: Sequence[Evidence]) -> VerdictBasis:
    """The weakest of what a verdict rests on; a verdict that only repeats a stated fact is itself stated."""
    start: VerdictBasis = "stated" if query.about.restates else "computed"
    found = [start, *(piece.basis for piece in evidence)]
    return max(found, key=WEAKEST_LAST.index)  # type: ignore[arg-type]


def _in_order(query: FindingQuery, rows: list[Finding]) -> list[Finding]:
    """Worst verdict first, then by the order that the finding asks for, then by identity."""
    rows = sorted(rows, key=lambda row: row.identity)
    for name in reversed(query.about.order):
        column = name.lstrip("-")
        rows.sort(
            key=lambda row, column=column: (row.values[column] is None, row.values[column] or 0),  # type: ignore[misc]
            reverse=name.startswith("-"),
        )
    verdicts = ("fail", "unknown", "info", "pass")
    return sorted(rows, key=lambda row: verdicts.index(row.verdict))
