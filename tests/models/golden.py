"""What was found in the shipped models, reduced to what matters, one blessed file a finding.

`python scripts/bless_models.py` writes them anew. Read the difference line by line before committing it.
"""

import contextlib
import functools
import io
import json
from pathlib import Path
from typing import Any

from orgmodel.cli import main

BLESSED = Path(__file__).parent / "blessed"
MODELS = ("example", "home-office-2007", "home-office-2012", "home-office-2023")
KEPT = ("finding", "verdict", "identity", "basis", "cites")


@functools.cache
def read_report(model: str) -> dict[str, Any]:
    """The JSON that `orgmodel check MODEL --format json` prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = main(["check", model, "--format", "json", "--fail-on", "never"])
    assert code == 0, printed.getvalue()
    report: dict[str, Any] = json.loads(printed.getvalue())
    return report


def render_findings(model: str) -> dict[str, str]:
    """The text of each blessed file of a model, by finding: one row a line, and no totals."""
    return {outcome["id"]: render_rows(outcome["rows"]) for outcome in read_report(model)["findings"]}


def render_rows(rows: list[dict[str, Any]]) -> str:
    """Rows of a finding as JSON, one a line, so that a difference reads as one."""
    lines = sorted(json.dumps({name: row[name] for name in KEPT}, ensure_ascii=False) for row in rows)
    return "[\n" + ",\n".join(f"  {line}" for line in lines) + ("\n" if lines else "") + "]\n"


def blessed_file(model: str, finding: str) -> Path:
    """Where the blessed rows of a finding over a model are kept."""
    return BLESSED / model / f"{finding}.json"


def bless() -> list[Path]:
    """Write every blessed file, delete those of findings that are gone, and return what changed."""
    changed = []
    for model in MODELS:
        wanted = {blessed_file(model, finding): text for finding, text in render_findings(model).items()}
        folder = BLESSED / model
        folder.mkdir(parents=True, exist_ok=True)
        for gone in sorted(set(folder.glob("*.json")) - set(wanted)):
            gone.unlink()
            changed.append(gone)
        for path, text in wanted.items():
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
                changed.append(path)
    return changed
