"""Findings of one's own: the files to begin with, and trying them with their cases."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from orgmodel.errors import UsageError
from orgmodel.findings.own import Tried, find_own, try_finding, write_new
from orgmodel.graph import Engine
from orgmodel.model import Slug
from orgmodel.use_cases.opening import find_model, open_catalogue


def begin_finding(folder: Path, ident: str) -> list[Path]:
    """Write a finding and its cases into a model's folder, and return the files; raises UsageError where it cannot."""
    try:
        TypeAdapter(Slug).validate_python(ident)
    except ValidationError:
        raise UsageError(f"'{ident}' is no id", "Use words of small letters and digits, joined by hyphens.") from None
    entry = find_model(str(folder))
    return write_new(entry.folder, ident, [finding.id for finding in open_catalogue(entry.folder)])


def try_own_findings(folder: Path, ident: str | None, engine: Engine) -> list[Tried]:
    """Try each finding of a model's folder, or one; raises UsageError where there is none."""
    found = find_own(folder)
    chosen = [finding for finding in found if ident in (None, finding.id)]
    if not chosen:
        known = ", ".join(finding.id for finding in found) or "none"
        what = f"'{folder}' has no finding '{ident}' of its own" if ident else f"'{folder}' has no findings of its own"
        raise UsageError(what, f"It has: {known}. To begin one: orgmodel finding new ID --in {folder}")
    return [try_finding(finding, folder, engine) for finding in chosen]
