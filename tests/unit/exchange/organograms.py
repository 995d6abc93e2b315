"""Small organograms for tests: rows by the usual names of columns, as CSV; and what is read from them."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from orgmodel.exchange.organogram import OrganogramImport, OrganogramSettings, read_organogram
from orgmodel.loading import load_model
from orgmodel.model import Model
from orgmodel.use_cases.importing import write_import

ROOT = Path(__file__).resolve().parents[3]
INVENTED = ROOT / "docs" / "guides" / "invented-organogram.csv"
SENIOR = {"Senior/Junior": "Senior", "Snapshot": "Sep-11", "Organisation": "Lights", "FTE": "1", "Grade": "SCS1"}
JUNIOR = {"Senior/Junior": "Junior", "Snapshot": "Sep-11", "Organisation": "Lights", "FTE": "2", "Grade": "HEO"}
TOP = SENIOR | {"Post Unique Reference": "L1", "Name": "N/D", "Job Title": "Chief", "Unit": "Chief's Office"}
TOP = TOP | {"Reports to Senior Post": "XX", "Grade": "SCS3"}


def senior(reference: str, superior: str = "L1", **more: str) -> dict[str, str]:
    """A senior row; names of columns with underscores for spaces."""
    own = {"Post Unique Reference": reference, "Reports to Senior Post": superior, "Name": "N/D"}
    own |= {"Job Title": f"Post {reference}", "Unit": f"Unit {reference}"}
    return SENIOR | own | {name.replace("_", " "): value for name, value in more.items()}


def junior(superior: str, **more: str) -> dict[str, str]:
    """A junior row."""
    own = {"Reports to Senior Post": superior, "Job Title": "Keeper", "Unit": "Towers"}
    return JUNIOR | own | {name.replace("_", " "): value for name, value in more.items()}


def table(rows: Sequence[dict[str, str]], leave_out: Sequence[str] = ()) -> bytes:
    """Rows as CSV, with every column that any of them has."""
    columns = [name for name in dict.fromkeys(name for row in rows for name in row) if name not in leave_out]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def read(*rows: dict[str, str], **settings: Any) -> OrganogramImport:
    """The import of one file of these rows."""
    return read_organogram([("posts.csv", table(rows))], OrganogramSettings(**settings))


def said(found: OrganogramImport) -> list[str]:
    """Each problem as `kind row:column what`."""
    return [f"{each.kind} {each.place.line}:{each.place.column} {each.what}" for each in found.problems]


def write(found: OrganogramImport, folder: Path) -> list[Model]:
    """The models that an import writes, loaded from disk."""
    return [load_model(path) for path in write_import(found, folder)]
