"""A record of a run: what each question found, small and the same for the same findings, to be kept beside a model.

It holds identities, verdicts and what people accepted, and no sentences: those belong to the run that is looked at.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from orgmodel.errors import DefinitionError, Place, Problem
from orgmodel.findings.catalogue import FindingQuery, Severity
from orgmodel.findings.finding import Finding, Identity, Outcome, Verdict
from orgmodel.findings.waivers import find_review
from orgmodel.model import Model

FORMAT, FORMAT_VERSION = "orgmodel record", 1


@dataclass(frozen=True)
class RecordedRow:
    """One row: who it is, its verdict and word, and a digest of its values, its basis and what it rests on.

    `review` is the day by which its acceptance is to be looked at again, or None where nobody accepted it.
    """

    finding: str
    identity: Identity
    verdict: Verdict
    word: str
    rests_on: str
    waived: str | None = None
    review: str | None = None


@dataclass(frozen=True)
class RecordedQuestion:
    """One question as it was asked: the version of its file, its severity, and how many it was asked of."""

    version: int
    severity: Severity
    population: int


@dataclass(frozen=True)
class RunRecord:
    """What was found in one version of one model. `made` is a day, where somebody asked for it."""

    model: str
    version: str
    as_of: str
    questions: Mapping[str, RecordedQuestion] = field(hash=False)
    rows: tuple[RecordedRow, ...]
    made: str | None = None


def build_record(
    model: Model, key: str, outcomes: Iterable[Outcome], catalogue: Iterable[FindingQuery], made: str | None = None
) -> RunRecord:
    """The record of a run over the version `key` (`id@version`); passes are counted and not listed."""
    versions = {query.id: query.about.version for query in catalogue}
    outcomes = list(outcomes)
    questions = {
        outcome.finding: RecordedQuestion(versions[outcome.finding], outcome.severity, outcome.population)  # type: ignore[arg-type]
        for outcome in outcomes
    }
    rows = (_recorded(model, row) for outcome in outcomes for row in outcome.rows if row.verdict != "pass")
    in_order = tuple(sorted(rows, key=lambda row: (row.finding, row.identity)))
    return RunRecord(model.id, key.partition("@")[2], model.about.as_of.isoformat(), questions, in_order, made)


def _recorded(model: Model, row: Finding) -> RecordedRow:
    told = [dict(row.values), row.basis, sorted(piece.key for piece in row.evidence)]
    digest = hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()[:12]
    review = find_review(model, row.finding, row.identity)
    accepted = review.isoformat() if review else None
    return RecordedRow(row.finding, row.identity, row.verdict, row.word, digest, row.waived, accepted)


def render_record(record: RunRecord) -> str:
    """A record as JSON, one row a line, in a settled order, so that a version control system shows what changed."""
    head = {
        "format": FORMAT, "format_version": FORMAT_VERSION, "model": record.model, "version": record.version,
        "as_of": record.as_of, **({"made": record.made} if record.made else {}),
    }  # fmt: skip
    questions = [{"finding": name, **asdict(question)} for name, question in sorted(record.questions.items())]
    rows = [
        {"finding": row.finding, "identity": dict(row.identity), "verdict": row.verdict, "word": row.word,
         "rests_on": row.rests_on, **({"waived": row.waived, "review": row.review} if row.waived else {})}
        for row in record.rows
    ]  # fmt: skip
    lines = [f"  {_json(name)}: {_json(value)}" for name, value in head.items()]
    lines += [f'  "{name}": {_listed(entries)}' for name, entries in (("questions", questions), ("rows", rows))]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _listed(entries: list[dict[str, Any]]) -> str:
    return "[\n" + ",\n".join(f"    {_json(entry)}" for entry in entries) + "\n  ]" if entries else "[]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Row(_Strict):
    finding: str
    identity: dict[str, str]
    verdict: Verdict
    word: str
    rests_on: str
    waived: str | None = None
    review: str | None = None


class _Question(_Strict):
    finding: str
    version: int
    severity: Severity
    population: int


class _File(_Strict):
    format: str
    format_version: int
    model: str
    version: str
    as_of: str
    made: str | None = None
    questions: list[_Question]
    rows: list[_Row]


def read_record(file: Path) -> RunRecord:
    """The record in a file; raises DefinitionError where it is damaged, something else, or of a later form."""
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _refused(file, "there is no such record", "Make one with: orgmodel check MODEL --record FILE") from None
    except OSError as error:
        raise _refused(file, f"the record cannot be read: {error.strerror}", "Check the path and its rights.") from None
    except UnicodeDecodeError:
        raise _refused(file, "the record is damaged: it is not UTF-8 text", RESTORE) from None
    except json.JSONDecodeError as error:
        what = f"the record is damaged: {error.msg}"
        raise DefinitionError([Problem(Place(str(file), error.lineno, error.colno), what, RESTORE)]) from None
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise _refused(file, "this is no record of a run", "Make one with: orgmodel check MODEL --record FILE")
    later = raw.get("format_version")
    if isinstance(later, int) and later > FORMAT_VERSION:
        what = f"the record is of form {later}, and this orgmodel reads forms up to {FORMAT_VERSION}"
        raise _refused(file, what, "Update orgmodel, or make the record again with this one.")
    try:
        return _as_value(_File.model_validate(raw))
    except ValidationError as error:
        problems = [
            Problem(Place(str(file)), f"the record is damaged: {_where(detail)}: {detail['msg']}", RESTORE)
            for detail in error.errors()
        ]
        raise DefinitionError(problems) from None


RESTORE = "Restore it from where it is kept, or make it again."


def _refused(file: Path, what: str, hint: str) -> DefinitionError:
    return DefinitionError([Problem(Place(str(file)), what, hint)])


def _where(detail: Any) -> str:
    return ".".join(str(part) for part in detail["loc"])


def _as_value(read: _File) -> RunRecord:
    questions = {
        each.finding: RecordedQuestion(each.version, each.severity, each.population) for each in read.questions
    }
    rows = tuple(
        RecordedRow(
            row.finding, tuple(row.identity.items()), row.verdict, row.word, row.rests_on, row.waived, row.review
        )
        for row in read.rows
    )
    return RunRecord(read.model, read.version, read.as_of, questions, rows, read.made)
