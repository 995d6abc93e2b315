"""docs/options.md: what an option says, and each kind of change that it may make."""

from pathlib import Path
from typing import get_args

from orgmodel.model import Record
from orgmodel.options.changes import AdoptedSlot, AnyChange, Change, PartOfIt, PartTaken
from orgmodel.options.changeset import Acceptance, Benefit, Changeset, Cost, Phase
from orgmodel.options.operands import Amount, Move, Operand, Which
from scripts.doc_pages.markdown import page, paragraphs, table
from scripts.doc_pages.types_in_words import fields_of, say_default, say_type

OPENING = """\
An option is one file in the folder `options` of a model: a list of changes over that model, with who offers it and why.
Nothing is changed by it; `orgmodel plan MODEL OPTION` says what it would do, and
`orgmodel compare MODEL --options A,B` sets options beside doing nothing. How to think about them:
[Comparing options](guides/comparing-options.md).

Each kind of change is shown with an example over the invented model `example`.

The order of the changes does not matter. An option is carried out as a whole or not at all: whatever it would lose,
and whatever it names that is not there, is listed with the line that it stands in. What it leaves open stays open."""


RECORDS = {
    "unit": "units", "post": "posts", "responsibility": "responsibilities", "subject": "subjects",
    "process": "processes",
    "board": "boards", "datasystem": "data_systems", "objective": "objectives", "lever": "levers",
    "location": "locations", "staffgroup": "staff_groups", "person": "people", "holding": "holdings",
}  # fmt: skip
AND_THEN = "# and then\n"
EXAMPLES = Path(__file__).parent / "option_examples.yaml"
PIECES = (Operand, Which, Amount, Move, AdoptedSlot, PartOfIt, PartTaken)


def render() -> str:
    """The page."""
    blocks: list[str | list[str]] = ["# Options", OPENING, "## The file", paragraphs(Changeset.__doc__)]
    blocks += [_fields(Changeset)]
    for cls in (Benefit, Cost, Phase, Acceptance):
        blocks += [f"### {cls.__name__}", paragraphs(cls.__doc__), _fields(cls)]
    blocks += ["## What every change says", paragraphs(Change.__doc__).split("\n\n")[0], _fields(Change, skip=("do",))]
    blocks += ["## The changes"]
    for change in changes():
        blocks += [f"### {verb(change)}", paragraphs(change.__doc__), _fields(change, skip=("do",))]
        blocks += [f"```yaml\n{examples()[verb(change)]}```"]
    blocks += ["## Pieces"]
    for piece in PIECES:
        blocks += [f"### {piece.__name__}", paragraphs(piece.__doc__), _fields(piece)]
    return page(*blocks)


def examples() -> dict[str, str]:
    """An example of each verb over the model `example`, as it is written, without what stands before the first.

    Where a verb needs what another makes first, the two are joined by the line `# and then`.
    """
    text = EXAMPLES.read_text(encoding="utf-8")
    found: dict[str, str] = {}
    before = ""
    for part in text[text.index("- do: ") :].split("- do: ")[1:]:
        whole = f"{before}- do: {part}"
        before = whole if part.endswith(AND_THEN) else ""
        if not before:
            found[part.split("\n", 1)[0]] = whole
    return found


def changes() -> tuple[type[Change], ...]:
    """The class of each kind of change, in the order of the code."""
    return get_args(get_args(AnyChange)[0])


def verb(change: type[Change]) -> str:
    """The word that stands under `do`."""
    return str(get_args(change.model_fields["do"].annotation)[0])


def _fields(cls: type[Record], skip: tuple[str, ...] = ()) -> list[str]:
    rows = []
    for name, type_, field in fields_of(cls):
        said = "list of [changes](#the-changes)" if name == "changes" else _linked(say_type(type_))
        if name not in skip:
            rows.append((f"`{name}`", said, say_default(field)))
    return table(["field", "what may stand there", "otherwise"], rows) if rows else []


def _linked(said: str) -> str:
    """A type in words, with links to records of the model leading to their page."""
    for name, section in RECORDS.items():
        said = said.replace(f"](#{name})", f"](definitions.md#{section})")
    return said
