"""docs/findings.md: the catalogue, one section a finding, from the front matter of its file."""

from orgmodel.findings import FindingQuery
from orgmodel.findings.catalogue import Column
from orgmodel.use_cases import open_catalogue
from scripts.doc_pages.markdown import page, table

OPENING = """\
Each question is one file in `queries/findings/`. What follows is made from what those files say of themselves. To see
one over a model, with its rows: `orgmodel explain MODEL FINDING`. How to read the answers:
[Reading findings](guides/reading-findings.md). A model changes a threshold under
[`thresholds`](definitions.md#thresholds), with a reason, and accepts a row under [`waivers`](definitions.md#waivers).

Verdicts are `fail`, `unknown` and `info`; all else passes and is counted. People read the words in brackets."""

TYPES = {
    "key": "an id",
    "keys": "ids",
    "text": "text",
    "texts": "texts",
    "integer": "whole number",
    "number": "number",
    "yes_no": "yes or no",
}


def render() -> str:
    """The page."""
    catalogue = open_catalogue()
    families = dict.fromkeys(finding.about.family for finding in catalogue)
    blocks: list[str | list[str]] = [
        "# The findings",
        OPENING,
        table(
            ["finding", "question", "severity"],
            [(f"[{finding.id}](#{finding.id})", finding.about.title, finding.about.severity) for finding in catalogue],
        ),
    ]
    for family in families:
        blocks.append(f"## {family.capitalize()}")
        for finding in catalogue:
            if finding.about.family == family:
                blocks += section(finding)
    return page(*blocks)


def section(finding: FindingQuery) -> list[str | list[str]]:
    """Everything that the file of a finding says of it."""
    about = finding.about
    words = ", ".join(f"`{verdict}` ({finding.word(verdict)})" for verdict in about.says)
    facts = [f"- **Severity:** {about.severity}", f"- **Verdicts:** {words}", f"- **Asked of:** {about.population_is}"]
    facts += [f"- **Fails when:** {about.fails_when}", f"- **Why it matters:** {about.why}"]
    facts += [f"- **What mends it:** {about.remedy}"]
    facts += [f"- **What settles an unknown:** {about.settles}"] if about.settles else []
    facts += [f"- **Limits:** {about.limits}"] if about.limits else []
    facts += [f"- **Basis:** {_basis(finding)}", f"- **From:** {'; '.join(about.sources)}"]
    facts += [f"- **Version:** {about.version}, {about.maturity}"]
    thresholds = [
        (f"`{name}`", f"{threshold.default} {threshold.unit}".strip(), threshold.authority)
        for name, threshold in about.thresholds.items()
    ]
    return [
        f"### {finding.id}",
        f"**{about.title}**",
        [" ".join(fact.split()) for fact in facts],
        table(["threshold", "default", "authority"], thresholds) if thresholds else "",
        table(["column", "what it holds", ""], [_column(name, column) for name, column in about.columns.items()]),
    ]


def _basis(finding: FindingQuery) -> str:
    if finding.about.restates:
        return "repeats what the source says, so `stated` unless something weaker is under it"
    return "`computed`, unless something weaker is under it"


def _column(name: str, column: Column) -> tuple[str, str, str]:
    return f"`{name}`", f"{column.heading} ({TYPES[column.type]})", "identifies the row" if column.identifies else ""
