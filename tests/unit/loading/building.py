"""Small folders of definitions for the tests of loading, and the problems found in them as lines to compare."""

from pathlib import Path

from orgmodel.errors import DefinitionError, Problem
from orgmodel.loading import DiskFiles, load_model
from orgmodel.model import Model

MODEL = """\
id: tiny
title: A tiny office
account_of: its clerk
as_of: 2023-03-03
marking: invented
organisation: office
"""

BASE = """\
sources:
- {id: report, title: A report, author: A clerk, date: 2023-03-03, paragraphs: 9, parts: [annex-a]}
grades: [{id: high, title: High}, {id: low, title: Low}]
unit_kinds: [{id: whole, title: Whole}, {id: team, title: Team}]
units:
- {id: office, title: The office, kind: whole}
posts:
- {id: chief, title: Chief, grade: high}
people:
- {id: ann, title: Ann, invented: true}
subjects:
- {id: light, title: Light}
"""

FULL = (
    BASE
    + """\
passages:
- {source: report, paragraph: 4, state: redacted, touches: [chief]}
holdings:
- {person: ann, post: chief, from: "2022-03"}
responsibilities:
- id: lamps
  title: The lamps are lit
  cites: [report#3]
  concerns: [{who: light, extent: whole}]
  accountable: [{who: chief, cites: [report#3]}]
processes:
- id: lighting
  title: Lighting
  stages: [{id: fill, title: Fill}, {id: kindle, title: Kindle, performed_by: [{who: office}]}]
  handoffs: [{before: fill, after: kindle, shared_system: none}]
figures:
- {id: lamps-lit, title: Lamps lit, about: lamps, value: 12, unit: lamps, kind: target}
- {id: oil, title: Oil, about: lighting, value: {low: 1, high: 2.5}, unit: litres}
thresholds:
- {finding: overloaded-post, name: most, value: 3, reason: It is a small office}
waivers:
- {finding: no-head, identity: {unit: office}, reason: Known, accepted_by: Ann, review: 2024-01-01}
"""
)


def write(folder: Path, files: dict[str, str | bytes], model: str | None = MODEL) -> Path:
    """A folder named `tiny` with `model.yaml` and the files given."""
    tiny = folder / "tiny"
    for name, content in {**({"model.yaml": model} if model is not None else {}), **files}.items():
        path = tiny / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tiny


def load(folder: Path, files: dict[str, str | bytes], model: str | None = MODEL) -> Model:
    """The model of a folder with `model.yaml`, `base.yaml` and the files given."""
    return load_model(write(folder, {"base.yaml": BASE, **files}, model))


def show(problem: Problem) -> str:
    """A problem on one line: place: what | hint."""
    return f"{problem.place}: {problem.what} | {problem.hint}"


def lines(folder: Path, disk: DiskFiles | None = None) -> list[str]:
    """The problems of a folder, each on one line; none where it loads."""
    try:
        load_model(folder, disk)
    except DefinitionError as error:
        return [show(problem) for problem in error.problems]
    return []


def problems(folder: Path, text: str | bytes, file: str = "more.yaml") -> list[str]:
    """The problems of a small whole model to which one more file is added."""
    return lines(write(folder, {"base.yaml": BASE, file: text}))
