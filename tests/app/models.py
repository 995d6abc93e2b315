"""Model folders on disk for the tests of the app: a plain, a hostile, an empty and a broken one."""

from __future__ import annotations

import json
from pathlib import Path

ABOUT = """
id: {id}
title: {title}
account_of: the tests
as_of: 2024-01-01
marking: Invented for tests
organisation: top
"""
FILES = {
    "units": """
unit_kinds: [{{id: team-kind, title: Team}}]
units:
  - {{id: top, title: {a}, kind: team-kind, description: {b}, cites: [text#1], note: {d}}}
  - {{id: low, title: {b}, kind: team-kind, part_of: [{{who: top, note: {c}}}], head: [{{who: boss}}], cites: [text#1]}}
posts:
  - {{id: boss, title: {c}, in_unit: [{{who: low}}], cites: [text#2]}}
  - {{id: clerk, title: {d}, in_unit: [{{who: top}}], reports_to: [{{who: boss}}]}}
subjects: [{{id: matter, title: {e}, cites: [text#1]}}]
responsibilities:
  - {{id: duty, title: {a}, concerns: [{{who: matter}}], accountable: [{{state: none, cites: [text#1], note: {b}}}]}}
  - {{id: task, title: {c}, concerns: [{{who: matter}}], accountable: [{{who: boss, scope: {d}, cites: [text#2]}}]}}
sources: [{{id: text, title: {e}, author: {c}, paragraphs: 2}}]
""",
    "options/one": """
id: one
title: {c}
model: {id}
because: {a}
changes:
  - {{do: assign, responsibility: duty, to: boss, because: {b}}}
  - {{do: ask, question: {e}, because: {d}}}
""",
}
PLAIN = ("Top", "Lower team", "The boss", "The clerk", "The matter")
HOSTILE = (
    "</script><script>window.ran=1</script><img src=https://evil.example/a.png onerror=window.ran=1>",
    '<a href="https://evil.example/">x</a> [link](https://evil.example/b)',
    "![pixel](https://evil.example/c.png) :material/home: $x^2$ <svg onload=window.ran=1>",
    "\"'><iframe src=https://evil.example></iframe> {{own}} `code` **bold**",
    'javascript:alert(1) =HYPERLINK("https://evil.example") href',
)


def write_model(folder: Path, names: tuple[str, ...] = PLAIN, ident: str = "tiny") -> Path:
    """A small model with one gap and one option, its things named as given."""
    values = dict(zip("abcde", map(json.dumps, names), strict=True), id=ident)
    (folder / "options").mkdir(parents=True)
    about = ABOUT.format(id=ident, title=json.dumps(names[0]))
    (folder / "model.yaml").write_text(about, encoding="utf-8")
    for name, text in FILES.items():
        (folder / f"{name}.yaml").write_text(text.format(**values), encoding="utf-8")
    return folder


def write_empty_model(folder: Path) -> Path:
    """A model with nothing in it but its organisation."""
    folder.mkdir(parents=True)
    (folder / "model.yaml").write_text(ABOUT.format(id="empty", title="Empty"), encoding="utf-8")
    unit = "unit_kinds: [{id: team-kind, title: Team}]\nunits: [{id: top, title: Top, kind: team-kind}]\n"
    (folder / "units.yaml").write_text(unit, encoding="utf-8")
    return folder


def write_broken_model(folder: Path) -> Path:
    """A model with two mistakes."""
    write_model(folder, ident="broken")
    text = (folder / "units.yaml").read_text(encoding="utf-8")
    (folder / "units.yaml").write_text(text.replace("who: top", "who: topp").replace("kind:", "kinds:", 1), "utf-8")
    return folder
