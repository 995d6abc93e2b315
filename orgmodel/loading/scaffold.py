"""A model of one's own to begin with: a few small files, and people's data kept out of version control."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from orgmodel.errors import UsageError

GITIGNORE = """\
# Personal data stays out of version control: who holds which post, and who could.
/people/
"""
README = """\
# {title}

An account of {organisation} by {account_of}, as of {as_of}.

- `orgmodel check .` finds what is wrong in the files, then what the organisation's structure leaves open.
- `orgmodel serve .` shows it in a browser on this machine.
- Write units, posts, responsibilities and subjects in any `*.yaml` file here; editors complete them from `schema.json`.
- Who holds which post belongs in `people/`, which version control leaves out.
"""
MODEL = """\
# yaml-language-server: $schema=./model.schema.json
id: {id}
title: {title}
account_of: {account_of}
as_of: {as_of}
marking: {marking}
organisation: {unit}
"""
STRUCTURE = """\
# yaml-language-server: $schema=./schema.json
unit_kinds:
  - {{id: organisation, title: Organisation}}
  - {{id: group, title: Group}}
  - {{id: team, title: Team}}
grades:
  - {{id: head, title: Head}}
  - {{id: director, title: Director}}
units:
  - id: {unit}
    title: {organisation}
    kind: organisation
    head: [{{who: {unit}-head}}]
posts:
  - id: {unit}-head
    title: {head}
    grade: head
    in_unit: [{{who: {unit}}}]
"""
RESPONSIBILITIES = """\
# yaml-language-server: $schema=./schema.json
# Who answers for what. What nobody has said is left out: it counts as not stated, never as nobody.
# Say nobody only where that is known:   accountable: [{{state: none}}]
# Say that people cannot tell:           accountable: [{{state: unclear}}]
subjects: []
responsibilities:
  - id: resp-{unit}
    title: {whole}
    accountable: [{{who: {unit}-head}}]
"""
PEOPLE = """\
# yaml-language-server: $schema=../schema.json
# Personal data: this folder is left out of version control.
people: []
holdings: []
"""


@dataclass(frozen=True)
class Beginning:
    """What one has to say to begin: names as people write them; ids are made of them."""

    title: str
    organisation: str
    account_of: str
    head: str
    as_of: dt.date
    marking: str


def slug_of(text: str) -> str:
    """An id made of a name: small letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def write_scaffold(folder: Path, beginning: Beginning, schemas: dict[str, str]) -> list[Path]:
    """Write the files of a new model; raises UsageError where the folder holds anything or a name gives no id."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"'{folder}' is there already and is not empty", "Name a new folder; nothing was written.")
    unit, ident = slug_of(beginning.organisation), slug_of(folder.absolute().name)
    if not unit or not ident:
        raise UsageError("no id can be made of the name", "Use at least one letter or digit of the Latin alphabet.")
    plain = {name: _quoted(value) for name, value in vars(beginning).items()}
    values = {**plain, "unit": unit, "id": ident, "as_of": beginning.as_of.isoformat()}
    whole = _quoted(f"{beginning.organisation} as a whole")
    files = {
        "model.yaml": MODEL.format(**values),
        "structure.yaml": STRUCTURE.format(**values),
        "responsibilities.yaml": RESPONSIBILITIES.format(**values, whole=whole),
        "people/people.yaml": PEOPLE,
        ".gitignore": GITIGNORE,
        "README.md": README.format(**vars(beginning)),
        **schemas,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def _quoted(value: object) -> str:
    """A value as YAML text that is read as nothing else, whatever is in it."""
    return json.dumps(str(value), ensure_ascii=False)
