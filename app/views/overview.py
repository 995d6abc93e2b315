"""The first page: what this is, how much was found in which word, what stands out, and what the text does not say."""

from __future__ import annotations

from orgmodel_app.components.markup import Html, details, items, join, link, show, table, tag
from orgmodel_app.components.page import empty, heading, page
from orgmodel_app.components.rows import row_lines
from orgmodel_app.components.words import HEADLINES, MEANING, in_order, of_word, taken_in_turn, word_order, word_tag
from orgmodel_app.state import Desk, Finding

MOST_LINES = 10


def body(desk: Desk) -> None:
    """The page of a model."""
    about = desk.model.about
    if about.description:
        show(tag("p", about.description, class_="om-lead"))
    rows = [row for row in desk.report.rows if row.waived is None]
    show(tag("div", *(_tile(word, rows) for word in HEADLINES), class_="om-tiles"), _sum(desk, rows))
    _stands_out(rows)
    _questions(desk)
    _not_in_the_text(desk)
    _basis(desk)


def _tile(word: str, rows: list[Finding]) -> Html:
    number = len(of_word(word, rows))
    name = tag("span", word, class_="om-tile-word")
    counted = tag("span", str(number), class_="om-tile-number")
    css = word.lower().replace(" ", "-")
    inner = link(join([counted, name]), "findings", word=word) if number else join([counted, name])
    return tag("div", inner, tag("p", MEANING[word]), class_=f"om-tile om-tile-{css}")


def _sum(desk: Desk, rows: list[Finding]) -> Html:
    population = sum(outcome.population for outcome in desk.report.outcomes)
    others = len([row for row in rows if row.verdict == "fail" and row.word not in HEADLINES])
    passes = sum(outcome.count("pass") for outcome in desk.report.outcomes)
    waived = sum(row.waived is not None for row in desk.report.rows)
    words = [f"{passes:,} of {population:,} checks found nothing."]
    words += [f"{others} other {'finding' if others == 1 else 'findings'}."] if others else []
    words += [f"{waived} accepted by somebody, with a reason, and not counted here."] if waived else []
    return tag("p", " ".join(words), class_="om-sum")


def _stands_out(rows: list[Finding]) -> None:
    heading("What stands out", "Each sentence leads to what it rests on.")
    failing = taken_in_turn(rows)
    if not failing:
        empty("No question found anything. What could not be told is counted above.")
        return
    show(row_lines(failing[:MOST_LINES]))
    if len(failing) > MOST_LINES:
        show(tag("p", link(f"All {len(failing)} findings", "findings")))


def _questions(desk: Desk) -> None:
    heading(
        "What was asked",
        "Every question is asked of everything that it can be asked of; the last column says of how much.",
    )
    records: list[dict[str, object]] = []
    for outcome in in_order(list(desk.report.outcomes)):
        failing, unknown = outcome.count("fail"), outcome.count("unknown")
        words = sorted({row.word for row in outcome.rows if row.verdict == "fail"}, key=word_order)
        records.append(
            {
                "Question": link(outcome.title, "findings", finding=outcome.finding),
                "Found": join([f"{failing} ", *map(word_tag, words)]) if failing else "0",
                "We do not know": unknown,
                "For information": outcome.count("info"),
                "Nothing found": outcome.count("pass"),
                "Asked of": outcome.population,
            }
        )
    numbers = ("We do not know", "For information", "Nothing found", "Asked of")
    show(table(records, "Questions and how often each found something", numbers=numbers))


def _not_in_the_text(desk: Desk) -> None:
    heading("What is not in the text")
    absent = desk.model.about.absent
    if absent:
        show(
            tag("p", "Readers may look for the following. Nothing is said of them here."),
            items(join([tag("strong", " / ".join(entry.names)), f": {entry.note}"]) for entry in absent),
        )
    withheld = [passage for passage in desk.model.passages if passage.state != "open"]
    if withheld:
        whole = [passage for passage in withheld if passage.state in ("redacted", "blank")]
        named = ", ".join(passage.paragraph for passage in withheld)
        show(
            tag(
                "p",
                f"{len(withheld)} paragraphs are withheld, {len(whole)} of them wholly. Nothing is guessed of them.",
            ),
            details("Which paragraphs", tag("p", named)),
        )
    if not absent and not withheld:
        empty("Nothing is recorded as missing from the text.")


def _basis(desk: Desk) -> None:
    heading("What this rests on")
    show(
        items(
            join(
                [
                    tag("strong", source.title),
                    f", {source.author}",
                    f", {source.paragraphs} paragraphs" if source.paragraphs else "",
                ]
            )
            for source in desk.model.sources
        )
        if desk.model.sources
        else tag("p", "No source is given.", class_="om-empty"),
        tag(
            "p",
            "Facts are in our own words, each with its paragraph. What a source states, what it reports others to say "
            "(attributed) and what is inferred are kept apart, and a finding is only as firm as the weakest of them.",
        ),
    )


page("Who answers for what", body)
