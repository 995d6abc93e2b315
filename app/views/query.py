"""A question of one's own in Cypher: it runs in a process apart, can only read, and sees no data about people."""

from __future__ import annotations

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import details, link, show, table, tag
from orgmodel_app.components.page import empty, heading, page
from orgmodel_app.state import Asked, Desk, Problem, list_examples, say_ends, say_value, try_ask

MOST_SHOWN = 200
SECONDS = (5, 10, 30, 60)


def body(desk: Desk) -> None:
    """The query with its examples, then the answer to the one that was last run."""
    examples = {example.id: example for example in list_examples()}
    asked = st.query_params.get("example")
    chosen = st.selectbox(
        "Begin from an example",
        list(examples),
        index=list(examples).index(asked) if asked in examples else 0,
        format_func=lambda ident: examples[ident].title,
        key="query-example",
    )
    with st.form("query-form", border=False):
        query = st.text_area(
            "Query (Cypher); $model is this model's version",
            value=examples[chosen].query,
            height=180,
            key=f"query-text-{chosen}",
        )
        left, right = st.columns(2)
        written = left.text_input("Parameters, such as grade=director; several with a semicolon", key="query-params")
        seconds = right.selectbox("Stop it after (seconds)", SECONDS, index=1, key="query-seconds")
        run = st.form_submit_button("Run the query", type="primary")
    if run:
        with st.spinner("Asking …"):
            st.session_state["query-answer"] = try_ask(desk, query, _split(written), float(seconds))
    answer = st.session_state.get("query-answer")
    if answer is None:
        empty("Nothing has been asked yet. Choose an example or type a query, then run it.")
    elif isinstance(answer, Asked):
        _show(answer)
    else:
        _refuse(answer)
    _show_how()


def _split(written: str) -> list[str]:
    return [part.strip() for part in written.split(";") if part.strip()]


def _show(asked: Asked) -> None:
    heading("The answer")
    rows = [dict(zip(_headings(asked.answer.columns), map(say_value, row), strict=True)) for row in asked.answer.rows]
    show(tag("p", " ".join(say_ends(asked)), class_="om-sum", role="status"))
    if not rows:
        empty("No row fits. That may be silence of the text, or a name that is written otherwise here.")
        return
    if len(rows) > MOST_SHOWN:
        show(tag("p", f"The first {MOST_SHOWN} are shown; the download has all {len(rows)}.", class_="om-small"))
    show(table(rows[:MOST_SHOWN], "Rows of the answer"))
    download_table(rows, "answer", "query-download")


def _headings(columns: tuple[str, ...]) -> list[str]:
    """The names of the columns, each once: a number tells apart those of the same name."""
    return [
        name if columns.count(name) == 1 else f"{name} ({columns[: place + 1].count(name)})"
        for place, name in enumerate(columns)
    ]


def _refuse(problems: list[Problem]) -> None:
    heading("The query was not answered")
    said = [
        tag(
            "div",
            tag("p", tag("strong", f"{problem.what[:1].upper()}{problem.what[1:]}.")),
            tag("p", problem.hint) if problem.hint else "",
            tag("p", f"Line {problem.place.line}, column {problem.place.column}.", class_="om-small")
            if problem.place.line
            else "",
        )
        for problem in problems
    ]
    show(tag("div", *said, class_="om-problems", role="alert"))


def _show_how() -> None:
    show(
        details(
            "What can be asked, and what cannot",
            tag(
                "p",
                "A query begins with MATCH, OPTIONAL MATCH, WITH, UNWIND or RETURN and may only read. It runs in a "
                "process of its own, which is ended at the limit of time, rows or size. Data about people are not in "
                "what it sees; how much is hidden is said with each answer.",
            ),
            tag(
                "p",
                "Begin from things of this model: (p:Post {model: $model}). What is not known is there, too, as a Slot "
                "with its state. Labels, relationships and properties are listed in docs/graph.md; the guide is "
                "docs/guides/asking-your-own-questions.md. In a terminal the same is done by 'orgmodel query'.",
            ),
            tag("p", "For whom answers for what, there is a page: ", link("Who answers", "who"), "."),
        )
    )


page(
    "Ask your own question",
    body,
    "In Cypher, over the same graph that the findings are asked of, without the data about people.",
)
