"""Mermaid flowcharts: each line is of the grammar, whatever a thing is called, and what is cut for size is counted."""

import re

import pytest

from orgmodel.errors import UsageError
from orgmodel.exchange.charts import chart_accountability, chart_posts, chart_units
from orgmodel.exchange.mermaid import MOST_CHARACTERS, MOST_LINES, Chart, ChartBox, ChartLine, escape, render_mermaid
from orgmodel.model import Model
from orgmodel.use_cases import list_models
from tests.unit.exchange.taking_away import HOSTILE, empty_model, hostile_model, large_model, shipped, small_model

STANDING = "Harbour Board: the account of an invented review."
CHARTS = [chart_units, chart_posts, chart_accountability]
SAFE = r"(?:[\w ,.():?!/'\-]|[^\x00-\x7f]|#\d+;)"
GRAMMAR = [
    r"flowchart LR",
    rf"acc(Title|Descr): {SAFE}+",
    rf"%% {SAFE}+",
    rf'\w+\["{SAFE}*(<br/>{SAFE}*)*"\]:::(inside|outside|outcome|silent|word)',
    r"standing ~~~ n0",
    rf'n\d+ (-->|-\.->)(\|"{SAFE}+"\|)? n\d+',
    r"classDef \w+ [\w:,#\- ]+",
]


def text_of(chart: Chart, most: int | None = None) -> str:
    return str(render_mermaid(chart, most).content)


def labels(text: str) -> dict[str, str]:
    """What a person reads in each box, by its name in the chart, with escapes undone."""
    found = re.findall(r'^ {4}(\w+)\["(.*)"\]:::', text, re.MULTILINE)
    return {name: re.sub(r"#(\d+);", lambda m: chr(int(m[1])), words).replace("<br/>", " | ") for name, words in found}


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("name", [*(entry.id for entry in list_models()), "hostile", "empty", "large"])
def test_every_line_is_of_the_grammar(chart: object, name: str) -> None:
    made = {"hostile": hostile_model, "empty": empty_model, "large": lambda: large_model(600)}
    model = made[name]() if name in made else shipped(name).model  # type: ignore[no-untyped-call]
    text = text_of(chart(model, STANDING))  # type: ignore[operator]
    odd = [line for line in text.splitlines() if not any(re.fullmatch(rule, line.strip()) for rule in GRAMMAR)]
    assert odd == []
    assert len(text) <= 50_000


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_in_a_name_means_anything(name: str) -> None:
    assert re.fullmatch(f"{SAFE}*", escape(name))
    assert not re.search(r'["`<>{}\[\]|;%]', re.sub(r"#\d+;", "", escape(name)))


@pytest.mark.parametrize("name", ["$$x^2$$", "fa:fa-car", "1. One", "- one"])
def test_what_would_become_a_formula_an_icon_or_a_list_stays_text(name: str) -> None:
    text = text_of(Chart("T", "S", [ChartBox("a", name)], []))
    assert not re.search(r'fa:fa-|#36;#36;|\["(\d+\.|-) ', text)
    assert labels(text)["n0"].replace("\u200b", "") == name


def test_units_hang_from_what_they_are_part_of_with_their_heads() -> None:
    text = text_of(chart_units(small_model(), STANDING))
    read = labels(text)
    assert read["n0"] == "Harbour Board | Head: Chief"
    ids = {words.partition(" | ")[0]: name for name, words in read.items()}
    assert f"{ids['Harbour Board']} --> {ids['Pilots']}\n" in text
    assert f'{ids["Harbour Board"]} -.->|"inferred"| {ids["Berths"]}\n' in text
    assert read[ids["Ministry"]].endswith("Part of: not stated | Outside the organisation")


def test_posts_hang_from_the_posts_that_they_report_to_and_silences_are_told_apart() -> None:
    text = text_of(chart_posts(small_model(), STANDING))
    read = labels(text)
    ids = {words.partition(" | ")[0]: name for name, words in read.items()}
    assert f"{ids['Chief']} --> {ids['Chief Pilot']}\n" in text
    assert f'{ids["Clerk"]} -->|"dotted"| {ids["Chief Pilot"]}\n' in text
    said = {name: read[ids[name]].replace(" | ", " ") for name in ("Chief", "Clerk", "Porter")}
    assert said["Chief"].endswith("Reports to: not stated")
    assert "Reports to: not clear to the people concerned" in said["Clerk"]
    assert said["Porter"].endswith("Reports to: redacted")


def test_who_answers_and_each_kind_of_silence_is_said() -> None:
    text = text_of(chart_accountability(small_model(), STANDING))
    read = {words.replace(" | ", " ") for words in labels(text).values()}
    assert "Dredging Line chain: nobody or nothing: the source says so" in read
    assert "Wrecks Line chain: not clear to the people concerned: the source says so" in read
    assert "Buoys Line chain: not stated" in read
    ids = {words: name for name, words in labels(text).items()}
    assert f"{ids['Chief Pilot']} --> {ids['Pilotage']}\n" in text


def test_no_person_is_drawn() -> None:
    assert not any("Ada" in text_of(chart(small_model(), STANDING)) for chart in CHARTS)


def test_what_is_cut_for_size_lies_furthest_down_and_is_counted_in_the_picture_and_beside_it() -> None:
    exported = render_mermaid(chart_posts(large_model(100), STANDING), 10)
    text = str(exported.content)
    read = labels(text)
    assert read["more"].replace(" | ", " ") == "90 more posts are left out for size."
    assert read["n0"].startswith("Post 0 |")
    names = {words.partition(" | ")[0] for name, words in read.items() if name.startswith("n")}
    assert len(names) == 10
    # Spans are of eight: the top, the eight below it, and one of those further down.
    assert names >= {f"Post {number}" for number in range(9)}
    (said,) = exported.left_out
    assert said.startswith("Left out for size: 90 of 100 posts, and 90 of 99 lines. For more boxes: --most;")


def test_a_chart_never_grows_beyond_what_mermaid_draws() -> None:
    boxes = [ChartBox(f"b{n}", f"{n} " + "name" * 40) for n in range(2_000)]
    lines = [ChartLine(f"b{n % 40}", f"b{n}") for n in range(1, 2_000)]
    text = text_of(Chart("T", "S", boxes, lines), 2_000)
    assert len(text) <= MOST_CHARACTERS
    assert text.count(" --> ") <= MOST_LINES


def test_only_a_part_is_drawn_where_one_asks_for_it() -> None:
    read = labels(text_of(chart_posts(large_model(100), STANDING, "post-1")))
    names = {words.partition(" | ")[0] for name, words in read.items() if name.startswith("n")}
    assert names == {"Post 1", *(f"Post {n}" for n in range(9, 17)), *(f"Post {n}" for n in range(73, 100))}
    with pytest.raises(UsageError, match="there is nothing in 'harbour' called 'nowhere'"):
        chart_posts(small_model(), STANDING, "nowhere")
    with pytest.raises(UsageError, match="'pilots' is not shown in this picture"):
        chart_posts(small_model(), STANDING, "pilots")


def test_posts_that_report_in_a_circle_are_all_drawn() -> None:
    circle = [{"id": a, "title": a, "reports_to": [{"who": b}]} for a, b in ("ab", "bc", "ca")]
    model: Model = small_model(posts=circle, units=[], responsibilities=[], holdings=[])
    text = text_of(chart_posts(model, STANDING))
    assert text.count(" --> ") == 3
