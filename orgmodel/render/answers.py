"""Answers to who, sources, recommendations and diff, put into lines that every format can write."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.answers import Answer, FactLine, PassageLine, RecommendationLine
from orgmodel.findings import cite_order
from orgmodel.model.statements import CHAINS, SILENCE
from orgmodel.options import Changes, Shift
from orgmodel.render.lines import Lines, columns_of
from orgmodel.render.wording import BASIS, join_words, say_cites

ANSWER = (
    "responsibility", "title", "reach", "aspects", "chain", "state", "who", "who_title", "head", "basis", "held_by",
    "contested_by", "cites", "note", "dated",
)  # fmt: skip
FACT = ("thing", "title", "label", "field", "says", "basis", "mode", "cites")
RECOMMENDATION = ("id", "title", "addressed_to", "owners", "owner_state", "response", "response_text", "due", "overdue",
                  "changes_structure", "options", "cites")  # fmt: skip


def who(answers: Sequence[Answer], subject: str, day: str, as_of: str, standing: str) -> Lines:
    """Who answered for a subject on a day."""
    sentences = []
    for answer in answers:
        named = answer.who_title or SILENCE[answer.state]
        head = f"; its head is inferred to answer for it [{answer.head}]" if answer.head else ""
        undated = "" if answer.dated else f"not stated for that day; on the day of the account, {as_of}: "
        sentence = f"{answer.title} ({answer.reach}), {CHAINS[answer.chain]}: {undated}{named}{head}"
        sentences.append((sentence, _known(answer.basis, answer.held_by, answer.cites)))
    empty = "Nothing in the model concerns it on that day. That is silence of the text, and does not mean nobody."
    return Lines(
        "who",
        f"Who answers for {subject} on {day}",
        standing,
        ANSWER,
        columns_of(answers, ANSWER),
        tuple(sentences),
        empty,
    )


def _known(basis: str, held_by: str | None, cites: Sequence[str]) -> str:
    held = f", by {held_by}" if held_by else ""
    return f"{BASIS.get(basis, basis)}{held}; {say_cites(cites)}"


def sources(passages: Sequence[PassageLine], standing: str) -> Lines:
    """Each paragraph with the facts on it."""
    columns = ("source", "paragraph", "state", "marked", "structural", "outcome", "facts")
    rows = tuple(
        (
            line.source,
            line.paragraph,
            line.state,
            line.marked,
            line.structural,
            line.outcome,
            [_fact(fact) for fact in line.facts],
        )
        for line in passages
    )
    sentences = []
    for line in passages:
        withheld = (
            ""
            if line.state == "open"
            else f" ({line.state.replace('_', ' ')}{'' if line.marked else ', without a mark'})"
        )
        things = list(dict.fromkeys(fact.title for fact in line.facts))
        more = f"{join_words(things[:6])}{f' and {len(things) - 6} more things' if len(things) > 6 else ''}"
        sentences.append((f"{line.source} paragraph {line.paragraph}{withheld}: {line.outcome}", more))
    return Lines("sources", "What rests on each paragraph", standing, columns, rows, tuple(sentences), "No source.")


def facts(lines: Sequence[FactLine], standing: str) -> Lines:
    """Each fact with its paragraphs."""
    sentences = tuple((_fact(line), _known(line.basis, None, line.cites)) for line in lines)
    return Lines(
        "facts", "Every fact and its paragraphs", standing, FACT, columns_of(lines, FACT), sentences, "No fact."
    )


def _fact(line: FactLine) -> str:
    field = f", {line.field.replace('_', ' ')}: {line.says}" if line.field else ""
    mode = "" if line.mode == "actual" else f" ({line.mode})"
    return f"{line.title} [{line.thing}]{field}{mode}"


def recommendations(lines: Sequence[RecommendationLine], standing: str) -> Lines:
    """Each recommendation with owner, response and the options that do it."""
    sentences = []
    for line in lines:
        owner = join_words(line.owners) if line.owners else SILENCE[line.owner_state]
        to = f" To: {join_words(line.addressed_to)}." if line.addressed_to else ""
        response = line.response_text or SILENCE.get(line.response, "given")
        options = f" Options: {join_words(line.options)}." if line.options else ""
        late = " Overdue." if line.overdue else ""
        sentences.append(
            (f"{line.title}.{to} Owner: {owner}. Response: {response}.{late}{options}", say_cites(line.cites))
        )
    return Lines(
        "recommendations",
        "Recommendations and what became of them",
        standing,
        RECOMMENDATION,
        columns_of(lines, RECOMMENDATION),
        tuple(sentences),
        "The model has no recommendation.",
    )


def differences(changes: Changes, before: str, after: str, standing: str) -> Lines:
    """What differs between two models, what is gone first."""
    rows: list[tuple[str, str, str, str, list[str]]] = []
    rows += [("only before", item.label, item.id, item.title, []) for item in changes.removed]
    rows += [("only after", item.label, item.id, item.title, []) for item in changes.added]
    rows += [
        ("in both, told differently", item.label, item.id, item.title, [field.name for field in item.fields])
        for item in changes.changed
    ]
    sentences = tuple(
        (f"{kind}: {title} [{ident}], {label.lower()}{f': {join_words(fields)}' if fields else ''}", "")
        for kind, label, ident, title, fields in rows
    )
    title = (
        f"From {before} to {after}. Things are the same where their ids are. Only in one means that the other text "
        "does not speak of it; what became of it is said only where a text says so"
    )
    return Lines(
        "diff",
        title,
        standing,
        ("kind", "label", "id", "title", "fields"),
        tuple(rows),
        sentences,
        "The two are the same.",
    )


def what_stands(shifts: Sequence[Shift], taken_out: Sequence[str], standing: str) -> Lines:
    """Which findings stand once something is taken out, and which do not."""
    columns = ("stands", "finding", "title", "about", "was", "becomes", "paragraphs")
    rows, sentences = [], []
    for shift in sorted(shifts, key=lambda shift: shift.kind not in ("still", "changed")):
        if not shift.before or shift.before.verdict != "fail":
            continue
        stands = bool(shift.after and shift.after.verdict == "fail")
        becomes = shift.after.verdict if shift.after else "pass"
        cites = [cite for piece in shift.before.evidence for cite in piece.cites]
        cites = sorted(set(cites), key=cite_order)
        rows.append((stands, shift.finding, shift.title, list(shift.names), "fail", becomes, cites))
        word = "Stands" if stands else "Falls: we would not know" if becomes == "unknown" else "Falls"
        sentences.append((f"{word}. {join_words(shift.names)}: {shift.title}", say_cites(cites)))
    title = f"Which findings stand without {join_words(list(taken_out))}"
    return Lines(
        "what stands", title, standing, columns, tuple(rows), tuple(sentences), "There was no finding to begin with."
    )
