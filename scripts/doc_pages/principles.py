"""docs/principles.md: the questions that only principles ask, one section each, from the front matter of its file."""

from orgmodel.findings import FindingQuery
from orgmodel.use_cases.opening import open_principles
from scripts.doc_pages.findings import section
from scripts.doc_pages.markdown import page, table

OPENING = """\
A [principle](definitions.md#principles) of a model names under `query` the question that tests it: one of these, or a
[finding](findings.md). These are asked by `orgmodel principles MODEL` and `orgmodel compare`, and only where a
principle names them; they are no findings, and `orgmodel check` does not ask them. A principle says under `about` of
which things it is asked. Each question is one file in `queries/principles/`; a model may have its own in its folder
`queries/principles`.

Where any row fails, the principle is *not kept*; else, where any row is unknown, whether it is kept *cannot be told*;
else it is *kept*. Where a part of its paragraph is not published, it is *withheld in part*. A principle without a
question is judged by nobody, and says why. None is a rule unless somebody requires it."""


def render() -> str:
    """The page."""
    questions = open_principles()
    return page(
        "# What principles ask",
        OPENING,
        table(["asked", "question"], [(f"[{each.id}](#{each.id})", each.about.title) for each in questions]),
        *(block for each in questions for block in (*section(each), _belongs(each))),
    )


def _belongs(question: FindingQuery) -> str:
    columns = ", ".join(f"`{name}`" for name in question.about.belongs)
    return f"A principle is about a row by: {columns}."
