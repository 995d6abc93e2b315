"""The page that opens without Python: whole, safe whatever the names are, and true to the report it shows."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from orgmodel import use_cases
from orgmodel.errors import UsageError
from orgmodel.model import About, Claim, Model, Slot, Unit, UnitKind
from orgmodel.options import Changeset, OptionResult, apply, compare
from orgmodel.render.html import render_page
from orgmodel.render.html.anchors import Anchors
from orgmodel.render.html.evidence import say_evidence
from orgmodel.render.html.page import escape_css
from orgmodel.use_cases.page import PageContents
from tests.app.models import HOSTILE, write_empty_model, write_model
from tests.unit.render.gathering import gather, gather_few
from tests.unit.render.reading import Read, read_page

pytestmark = pytest.mark.embedded

FETCHES = {"src", "srcset", "data", "action", "formaction", "poster", "background", "xlink:href", "ping", "manifest"}
CLOSING = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
Gathered = Callable[[str], PageContents]


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Gathered:
    """What is gathered of a model, once for each."""
    made = tmp_path_factory.mktemp("pages")
    opened = {
        "hostile": lambda: gather_few(open_folder(write_model(made / "hostile", HOSTILE, "hostile"))),
        "empty": lambda: gather_few(open_folder(write_empty_model(made / "empty"))),
        "example": lambda: gather(use_cases.open_model("example")),
    }
    kept: dict[str, PageContents] = {}

    def once(name: str) -> PageContents:
        if name not in kept:
            kept[name] = opened[name]()
        return kept[name]

    return once


def open_folder(folder: Path) -> use_cases.Opened:
    return use_cases.open_model(str(folder))


def pages_of(gathered: Gathered, name: str) -> tuple[PageContents, str, Read]:
    contents = gathered(name)
    text = render_page(contents)
    return contents, text, read_page(text)


@pytest.mark.parametrize("name", ["example", "hostile", "empty"])
def test_a_page_is_one_whole_document(name: str, gathered: Gathered):
    _, text, page = pages_of(gathered, name)
    assert text.startswith("<!DOCTYPE html>")
    idents = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(idents) == len(set(idents))
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", ident) for ident in idents)
    for attribute in ("aria-labelledby", "aria-describedby", "for", "data-filters"):
        named = {element.attributes[attribute] for element in page.elements if attribute in element.attributes}
        assert named <= set(idents), attribute
    links = [element.attributes["href"] for element in page.elements if "href" in element.attributes]
    assert links
    assert {link for link in links if not link.startswith("#")} == set()
    assert {link[1:] for link in links} <= set(idents)
    levels = [CLOSING[element.tag] for element in page.elements if element.tag in CLOSING]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.all(landmark)) == 1
    tables = page.all("table")
    assert tables or name == "empty"
    assert len(page.all("caption")) == len(tables)
    assert all(element.attributes.get("scope") in ("col", "row") for element in page.all("th"))


@pytest.mark.parametrize("name", ["example", "hostile", "empty"])
def test_a_page_can_fetch_nothing_and_runs_only_its_own_script(name: str, gathered: Gathered):
    _, text, page = pages_of(gathered, name)
    named = {attribute for element in page.elements for attribute in element.attributes}
    assert named & FETCHES == set()
    assert {attribute for attribute in named if attribute.startswith("on") or attribute == "style"} == set()
    assert {e.tag for e in page.elements} & {
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "base",
        "image",
        "use",
    } == set()
    (policy,) = page.all("meta", http_equiv="Content-Security-Policy")
    (script,), (style,) = page.all("script"), page.all("style")
    said = policy.attributes["content"]
    assert said.startswith("default-src 'none'; ")
    assert "unsafe-inline" not in said
    for kind, element in (("script", script), ("style", style)):
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}';" in said
    assert re.search(r"url\(|@import|expression\(", style.text) is None
    assert re.search(r"fetch|XMLHttp|import\(|innerHTML|eval|Worker|localStorage", script.text) is None
    assert text.index("Content-Security-Policy") < text.index("<style>")


def test_hostile_names_stay_text(gathered: Gathered):
    contents, _, page = pages_of(gathered, "hostile")
    (title,) = page.all("h1")
    assert title.text == HOSTILE[0]
    rows = page.all("li", data_entry="")
    gap = next(row for row in rows if row.attributes["data-word"] == "Gap")
    assert f"Nobody answers for {HOSTILE[0]}" in " ".join(gap.text.split())
    assert any(HOSTILE[2].split(" ")[0] in element.text for element in page.all("svg"))
    assert any(HOSTILE[4] in " ".join(element.text.split()) for element in page.all("section", id="options"))
    assert contents.report.standing in page.all("aside")[0].text


def test_the_line_on_paper_cannot_leave_its_string():
    hostile = '"; } body { background: url(https://evil.example) } \\ </style>\n<script>'
    escaped = escape_css(hostile)
    assert re.fullmatch(r"(?:[A-Za-z0-9]|\\[0-9a-f]{6})+", escaped)
    back = re.sub(r"\\([0-9a-f]{6})", lambda found: chr(int(found[1], 16)), escaped)
    assert back == " ".join(hostile.split())


def test_every_row_and_paragraph_is_there_once_and_counts_are_the_reports(gathered: Gathered):
    contents, _, page = pages_of(gathered, "example")
    rows = [row for row in contents.report.rows if row.verdict != "pass"]
    shown = page.all("li", data_entry="")
    people = {person.id for person in contents.model.people}
    names = [person.title for person in contents.model.people]
    about_people = [
        row
        for row in rows
        if people & set(re.split(r"[.>~ ]", " ".join((*(e.key for e in row.evidence), *(v for _, v in row.identity)))))
        or any(name in row.sentence for name in names)
    ]
    assert people
    assert about_people
    assert len(shown) == len(rows) - len(about_people)
    told = [" ".join(each.text.split()) for each in shown]
    for row in rows:
        assert row in about_people or sum(" ".join(row.sentence.split()) in each for each in told) >= 1
    tiles = {
        page.all("span", class_="om-word")[n].text: int(page.all("span", class_="om-number")[n].text) for n in range(5)
    }
    assert tiles == {
        "Gap": sum(row.word == "Gap" and row.verdict == "fail" for row in rows),
        "Overlap": sum(row.word == "Overlap" and row.verdict == "fail" for row in rows),
        "Split": sum(row.word == "Split" and row.verdict == "fail" for row in rows),
        "Not clear": sum(row.word == "Not clear" and row.verdict == "fail" for row in rows),
        "We do not know": sum(row.word == "We do not know" for row in rows),
    }
    assert tiles["Gap"] > 0
    assert tiles["Overlap"] > 0
    for line in contents.passages:
        place = page.with_id(f"paragraph-{line.source}-{line.paragraph}")
        assert f"Paragraph {line.paragraph}" in place.text
    withheld = [line for line in contents.passages if line.state != "open"]
    assert f"Paragraphs withheld in whole or in part ({len(withheld)})" in page.all("section", id="sources")[0].text


def test_each_shift_of_each_option_is_told(gathered: Gathered):
    contents, _, page = pages_of(gathered, "example")
    (section,) = page.all("section", id="options")
    told = " ".join(section.text.split())
    assert contents.comparison.options
    for option in contents.comparison.options:
        assert option.title in told
        closed = [shift for shift in option.shifts if shift.kind in ("closed", "opened")]
        assert closed
        for shift in closed:
            side = shift.before if shift.kind == "closed" else shift.after
            assert side is not None
            assert " ".join(side.sentence.split()) in told
        for question in option.questions:
            assert " ".join(question.text.split()) in told
    pictures = [e for e in page.all("div", class_="om-picture") if "structure," in e.attributes["aria-label"]]
    assert len(pictures) == 1 + len(contents.comparison.options)


def test_people_are_left_out_and_counted_unless_asked_for(gathered: Gathered):
    contents = gathered("example")
    names = [person.title for person in contents.model.people]
    assert len(names) == 8
    text = render_page(contents)
    assert [name for name in names if name in text] == []
    assert "8 people, 9 holdings of posts" in " ".join(read_page(text).with_id("overview").text.split())
    with_people = render_page(contents, with_people=True)
    assert [name for name in names if name not in with_people] == []
    assert "Left out, since it is about people" not in with_people


def test_an_empty_model_says_so_in_each_section(gathered: Gathered):
    _, _, page = pages_of(gathered, "empty")
    said = {section.attributes["id"]: section.text for section in page.all("section")}
    assert list(said) == [
        "overview", "findings", "questions", "structure", "options", "who", "recommendations", "sources",
    ]  # fmt: skip
    assert "No option is compared" in said["options"]
    assert "no responsibility and no process" in said["who"]
    assert "no recommendation" in said["recommendations"]
    assert "names no source" in said["sources"]
    assert "Nothing is recorded as missing" in said["overview"]


def test_an_option_that_cannot_be_carried_out_is_named_with_what_is_in_the_way(tmp_path: Path):
    folder = write_model(tmp_path / "m")
    opened = use_cases.open_model(str(folder))
    change = opened.options["one"].changes[0]
    other = opened.options["one"].model_copy(update={"id": "two", "title": "Twice", "changes": (change, change)})
    contents = gather_few(replace(opened, options={**opened.options, "two": other}))
    page = read_page(render_page(contents))
    assert [option.option for option in contents.comparison.options] == ["one"]
    told = " ".join(page.with_id("options").text.split())
    assert "Twice cannot be carried out on this model" in told
    assert " ".join(contents.not_applied[0][1][0].what.split()) in told


def test_of_many_options_those_that_somebody_wants_are_compared_and_the_others_named(tmp_path: Path):
    opened = use_cases.open_model(str(write_model(tmp_path / "m")))
    standings = ["ruled_out", "offered", "offered", "recommended", "offered", "preferred"]
    made = {
        f"o-{number}": opened.options["one"].model_copy(
            update={"id": f"o-{number}", "title": f"Title {number}", "standing": standing}
        )
        for number, standing in enumerate(standings)
    }
    contents = gather_few(replace(opened, options=made))
    assert [option.option for option in contents.comparison.options] == ["o-5", "o-3", "o-1", "o-2"]
    assert contents.not_compared == ("Title 4", "Title 0")
    told = read_page(render_page(contents)).with_id("options").text
    assert "".join(told.partition("nobody asked for by name:")[2].split())[:12] == "Title4Title0"


def test_more_units_than_can_be_read_are_drawn_closed_with_a_word_and_stand_in_the_table():
    contents = wide_model(600)
    text = render_page(contents)
    page = read_page(text)
    (picture,) = page.all("svg")
    assert sum(e.tag == "rect" and "svg" in e.parents for e in page.elements) <= 300
    said = " ".join(page.with_id("structure").text.split())
    assert re.search(r"More than 300 boxes cannot be read in one picture\. \d+ units? (is|are) drawn closed", said)
    for number in (1, 299, 600):
        assert page.with_id(f"thing-unit-{number}").tag == "tr"
    assert picture.attributes["aria-labelledby"] == "structure-chart-title"


def wide_model(units: int) -> PageContents:
    """A model of so many units, ten below each, and nothing else; no engine is asked."""
    about = About.model_validate(
        {"id": "wide", "title": "Wide", "account_of": "the tests", "as_of": "2024-01-01", "marking": "Invented",
         "organisation": "unit-0"}
    )  # fmt: skip
    kind = UnitKind(id="team-kind", title="Team")
    made = [Unit(id="unit-0", title="Top", kind=kind.id)]
    for n in range(1, units + 1):
        above = Slot[Claim](claims=(Claim(who=f"unit-{(n - 1) // 10}"),))
        made.append(Unit(id=f"unit-{n}", title=f"Unit {n}", kind=kind.id, part_of=above))
    model = Model(about=about, unit_kinds=(kind,), units=tuple(made))
    report = use_cases.Report(model, "wide@1", "none", ())
    return PageContents(model, report, (), compare(model, (), ()), (), (), (), (), (), ())


def test_two_things_that_look_alike_have_two_places():
    anchors = Anchors()
    first, second = anchors.place("paragraph", "a-b#1"), anchors.place("paragraph", "a#b-1")
    assert first != second
    assert anchors.place("paragraph", "a-b#1") == first
    assert anchors.find("paragraph", "nowhere") is None


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("low", "Lower team"),
        ("duty.accountable.line", "Top: accountable, line chain"),
        ("low>PART_OF>top.part_of.0", "Lower team: part of: Top"),
        ("boss>ACCOUNTABLE_FOR>task.accountable.0", "The boss: accountable: The boss"),
        ("boss>HEADS>low.head.0", "Lower team: headed by: The boss"),
        ("text#1>TOUCHES>duty.touches", "text paragraph 1: touches: Top"),
    ],
)
def test_evidence_is_said_with_names(key: str, words: str, tmp_path: Path):
    assert say_evidence(use_cases.open_model(str(write_model(tmp_path / "m"))).model, key) == words


def test_without_the_template_engine_it_says_what_to_install(gathered: Gathered, monkeypatch: pytest.MonkeyPatch):
    contents = gathered("empty")
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(UsageError, match="jinja2") as caught:
        render_page(contents)
    assert "orgmodel[exchange]" in caught.value.problems[0].hint


def test_what_is_still_said_of_a_thing_that_disappears_is_listed_as_text(tmp_path: Path):
    model = use_cases.open_model(str(write_model(tmp_path / "m"))).model
    judged = [{"id": "view", "title": "<b>Too small</b>", "holder": "X", "about": [{"who": "low"}]}]
    model = Model.model_validate(model.model_dump(by_alias=True) | {"assessments": judged})
    merge = {"do": "merge", "because": "x", "unit": "low", "into": "top"}
    whole = {"id": "end", "title": "End", "model": model.id, "because": "x", "changes": [merge]}
    option = Changeset.model_validate(whole)
    after = apply(model, option)
    compared = compare(model, (), (OptionResult(option, after, ()),))
    page = render_page(replace(wide_model(1), model=model, comparison=compared, models=(after,)))
    told = " ".join(read_page(page).with_id("options").text.split())
    assert "Still said of what disappears (1)" in told
    assert "Lower team: <b>Too small</b> (assessment)." in told
    assert "&lt;b&gt;Too small&lt;/b&gt;" in page
