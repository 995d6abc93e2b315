"""The forms of a decision paper, read back as those would who open them: Word, slides, a page, Markdown."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import sys
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pptx
import pytest
from docx.oxml.ns import qn

from orgmodel.errors import UsageError
from orgmodel.render.brief import FORMATS, build_paper, find_format, image
from orgmodel.render.brief.blocks import Paper, Picture, Table
from orgmodel.render.brief.slides import count_fitting
from orgmodel.use_cases import Brief
from tests.app.models import HOSTILE, write_model
from tests.unit.render import brief_model
from tests.unit.render.brief_model import ALL
from tests.unit.render.reading import Read, read_page

pytestmark = pytest.mark.embedded
PNG = b"\x89PNG\r\n"
FETCHES = {"src", "srcset", "data", "action", "formaction", "poster", "background", "xlink:href", "ping", "manifest"}


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return brief_model.gather(brief_model.write_quays(tmp_path_factory.mktemp("forms") / "quays"), *ALL)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return brief_model.gather(write_model(tmp_path_factory.mktemp("forms") / "hostile", HOSTILE, "hostile"), "one")


@pytest.fixture(scope="module")
def document(gathered: Brief) -> Any:
    return docx.Document(io.BytesIO(render(gathered, "docx")))


@pytest.fixture(scope="module")
def slides(gathered: Brief) -> Any:
    return pptx.Presentation(io.BytesIO(render(gathered, "pptx")))


@pytest.fixture(scope="module")
def paper(gathered: Brief) -> Paper:
    return build_paper(gathered)


def render(gathered: Brief, form: str) -> bytes:
    content = find_format(form).render(gathered)
    return content if isinstance(content, bytes) else content.encode("utf-8")


def test_a_document_has_real_headings_in_order(document: Any, paper: Paper) -> None:
    read = [
        (each.style.name, each.text) for each in document.paragraphs if each.style.name.startswith(("Heading", "Title"))
    ]
    wanted = [("Title", paper.title)]
    for section in paper.sections:
        wanted += [("Heading 1", section.title), *(("Heading 2", part.title) for part in section.parts)]
    assert read == wanted
    assert all(document.styles[f"Heading {level}"].paragraph_format.keep_with_next for level in (1, 2, 3))


def test_tables_of_a_document_repeat_their_headings_and_tear_no_row(document: Any, paper: Paper) -> None:
    tables = [block for block in paper.walk() if isinstance(block, Table)]
    assert len(document.tables) == len(tables)
    for read, wanted in zip(document.tables, tables, strict=True):
        assert [cell.text for cell in read.rows[0].cells] == list(wanted.headings)
        assert [tuple(cell.text for cell in row.cells) for row in read.rows][1:] == list(wanted.cells)
        assert read.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in read.rows)
        width = sum(column.width for column in read.columns)
        assert width <= document.sections[0].page_width - 2 * document.sections[0].left_margin


def test_pictures_of_a_document_say_what_they_show(document: Any, paper: Paper) -> None:
    pictures = [block for block in paper.walk() if isinstance(block, Picture)]
    shapes = document.inline_shapes
    assert len(shapes) == len(pictures)
    section = document.sections[0]
    for shape, picture in zip(shapes, pictures, strict=True):
        about = shape._inline.docPr
        assert about.get("title") == picture.title
        assert picture.spoken[:60] in about.get("descr")
        assert shape.width <= section.page_width - section.left_margin - section.right_margin
        assert shape.height <= section.page_height - section.top_margin - section.bottom_margin
        assert shape.width.pt / picture.width * 13 >= 6.9, "small type of at least 7 points"


def test_every_page_of_a_document_has_marking_standing_line_and_number(document: Any, paper: Paper) -> None:
    section = document.sections[0]
    assert section.header.paragraphs[0].text == paper.marking
    footer = section.footer.paragraphs[0]
    assert footer.text.startswith(paper.standing)
    assert [part.text for part in footer._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_a_document_is_in_british_english_and_has_its_properties(document: Any, paper: Paper) -> None:
    about = document.core_properties
    assert (about.title, about.language, about.category) == (paper.title, "en-GB", paper.marking)
    for name in ("Normal", "Heading 1", "List Bullet", "Cell"):
        assert document.styles[name].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "en-GB"


def test_there_are_three_slides_each_with_marking_standing_line_and_notes(slides: Any, paper: Paper) -> None:
    assert len(slides.slides) == 3
    assert round(slides.slide_width / slides.slide_height, 2) == round(16 / 9, 2)
    for slide in slides.slides:
        named = {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
        assert named["Marking"] == paper.marking
        assert named["Standing"].startswith(paper.standing)
        assert slide.shapes.title.text_frame.text
        assert "review paragraph" in slide.notes_slide.notes_text_frame.text


def test_everything_on_a_slide_lies_within_it_and_nothing_on_anything_else(slides: Any) -> None:
    for slide in slides.slides:
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.shapes]
        assert all(a >= 0 and b >= 0 and c <= slides.slide_width and d <= slides.slide_height for a, b, c, d in boxes)
        for one in boxes:
            for other in boxes:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert one is other or apart


def test_the_second_slide_shows_the_structure_so_that_a_room_can_read_it(slides: Any, gathered: Brief) -> None:
    [shape] = [shape for shape in slides.slides[1].shapes if shape.shape_type == 13]
    assert gathered.drawn.slide is not None
    # Small type is 13 pixels in a picture.
    assert shape.width.pt / gathered.drawn.slide.width * 13 >= 10
    told = shape._element.nvPicPr.cNvPr.get("descr")
    assert "Berths (new in option 1)" in told
    assert "Lamps (new in option 5)" in told
    assert "Option" in next(each.text_frame.text for each in slides.slides[1].shapes if each.name == "Legend")
    assert not [each for n in (0, 2) for each in slides.slides[n].shapes if each.shape_type == 13], (
        "no pictures of text"
    )


def test_without_a_picture_that_can_be_read_there_are_three_slides_all_the_same(gathered: Brief) -> None:
    bare = replace(gathered, drawn=replace(gathered.drawn, slide=None))
    read = pptx.Presentation(io.BytesIO(render(bare, "pptx")))
    titles = [slide.shapes.title.text_frame.text for slide in read.slides]
    assert titles[1:] == ["The options side by side: none is ranked", "What we do not know, and what comes next"]
    said = " ".join(shape.text_frame.text for shape in read.slides[0].shapes if shape.has_text_frame)
    assert "No picture of the structure" in said


def test_the_table_on_a_slide_is_a_table_with_a_text_for_those_who_cannot_see_it(slides: Any) -> None:
    [shape] = [shape for shape in slides.slides[2].shapes if shape.has_table]
    headings = [cell.text for cell in shape.table.rows[0].cells]
    assert headings[:3] == ["", "Doing nothing", "Option 1"], "four titles would leave no room for rows"
    assert shape.table.first_row
    cells = {row.cells[0].text: [cell.text for cell in row.cells][1:] for row in shape.table.rows}
    assert cells["Findings, those accepted included"][:2] == ["3", "1"]
    assert cells["Cost"][0] == "not stated"
    assert "1,000 to 2,500" in cells["Cost"][1]
    assert "Findings, those accepted included: 3, 1" in shape._element.nvGraphicFramePr.cNvPr.get("descr")
    assert "1 option more in the paper" in "".join(
        s.text_frame.text for s in slides.slides[2].shapes if s.has_text_frame
    )


def test_a_slide_takes_as_many_rows_as_it_has_room_for() -> None:
    short, long = ("a", "b"), ("word " * 80, "b")
    assert count_fitting([short], [short] * 6, (50, 50)) == 6
    # Some 400 letters in half a slide are seven lines and a gap; three of them leave no room for a fourth.
    assert count_fitting([short], [long] * 6, (50, 50)) == 3
    assert count_fitting([long] * 5, [short], (50, 50)) == 0


def test_slides_name_nobody_and_put_no_option_first(slides: Any) -> None:
    said = " ".join(
        [shape.text_frame.text for slide in slides.slides for shape in slide.shapes if shape.has_text_frame]
        + [slide.notes_slide.notes_text_frame.text for slide in slides.slides]
    )
    assert "Zelda" not in said
    assert not re.search(r"\b(best|better|wins?|we recommend)\b", said, re.IGNORECASE)
    assert "Withheld whole: review paragraph 7" in said


def test_a_page_fetches_nothing_runs_nothing_and_holds_every_table(gathered: Brief, paper: Paper) -> None:
    text = render(gathered, "html").decode("utf-8")
    read = read_page(text)
    check_is_closed(read)
    tables = [block for block in paper.walk() if isinstance(block, Table)]
    assert [each.text.strip() for each in read.all("caption")] == [found.title for found in tables]
    assert len(read.all("svg")) == len([block for block in paper.walk() if isinstance(block, Picture)])
    assert len(read.all("h1")) == 1
    assert read.all("html")[0].attributes["lang"] == "en-GB"
    idents = [each.attributes["id"] for each in read.elements if "id" in each.attributes]
    assert len(idents) == len(set(idents))
    assert text.count(paper.standing.replace("'", "&#39;")) == 2


def check_is_closed(read: Read) -> None:
    """No script, nothing that fetches, and a policy that allows just the style that is there."""
    assert not read.all("script")
    for element in read.elements:
        assert not FETCHES & element.attributes.keys(), element
        assert element.attributes.get("href", "#").startswith("#"), element
        assert not [name for name in element.attributes if name.startswith("on") or name == "style"], element
    [policy] = [e.attributes["content"] for e in read.all("meta") if "http-equiv" in e.attributes]
    style = read.all("style")[0].text
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "url(" not in style
    assert "@import" not in style


def test_hostile_names_are_text_on_a_page(hostile: Brief) -> None:
    read = read_page(render(hostile, "html").decode("utf-8"))
    check_is_closed(read)
    assert not read.all("img")
    assert not read.all("iframe")
    assert HOSTILE[0] in read.all("main")[0].text


def test_hostile_names_are_text_in_markdown(hostile: Brief) -> None:
    said = render(hostile, "md").decode("utf-8")
    assert not re.search(r"(?<!\\)<", said), "no tag"
    assert not re.search(r"(?<!\\)!\[|(?<!\\)\]\(", said), "no picture and no link"
    for line in (line for line in said.splitlines() if line.startswith("|")):
        assert len(re.findall(r"(?<!\\)\|", line)) in (4, 5), line


def test_hostile_names_are_text_in_documents_and_slides(hostile: Brief) -> None:
    read = docx.Document(io.BytesIO(render(hostile, "docx")))
    assert HOSTILE[2] in read.paragraphs[0].text
    told = pptx.Presentation(io.BytesIO(render(hostile, "pptx")))
    assert HOSTILE[2] in told.slides[0].shapes.title.text_frame.text
    for form in ("docx", "pptx"):
        with zipfile.ZipFile(io.BytesIO(render(hostile, form))) as parts:
            links = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".rels"))
        assert b"evil" not in links, "no link is made of a name"


def test_words_appear_in_a_picture(gathered: Brief) -> None:
    """What is drawn with its words differs from the same drawn without them; else a font is missing."""
    assert image.find_font(), "this machine draws letters"
    svg = gathered.drawn.options[0].svg  # type: ignore[union-attr]
    drawn, bare = image.render_png(svg), image.render_png(re.sub(r"(<text[^>]*>)[^<]*", r"\1", svg))
    assert drawn is not None
    assert bare is not None
    assert drawn.startswith(PNG)
    assert len(drawn) > 1.5 * len(bare)


def test_without_a_font_the_picture_is_left_out_and_said_to_be(
    gathered: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(image, "find_font", lambda: None)
    read = docx.Document(io.BytesIO(render(gathered, "docx")))
    assert not read.inline_shapes
    assert any("no font to draw its words with" in each.text for each in read.paragraphs)


@pytest.mark.parametrize(
    ("form", "library"), [("docx", "docx"), ("docx", "resvg_py"), ("html", "jinja2"), ("pptx", "pptx")]
)
def test_a_library_that_is_absent_is_asked_for_by_name(
    gathered: Brief, form: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    image.find_font.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_Absent(library), *sys.meta_path])
    with pytest.raises(UsageError) as told:
        find_format(form).render(gathered)
    assert f"needs {library}, which is not installed" in str(told.value)
    assert "pip install 'orgmodel[" in told.value.problems[0].hint


class _Absent:
    """Finds no library of one name, as where it is not installed."""

    def __init__(self, name: str) -> None:
        self.name = name

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.partition(".")[0] == self.name:
            raise ModuleNotFoundError(f"No module named '{name}'", name=self.name)


def test_markdown_needs_no_library_beside_those_of_the_command_line(gathered: Brief) -> None:
    assert render(gathered, "md").decode("utf-8").startswith("**Invented for tests**")


def test_another_form_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="cannot be written as 'odt'") as told:
        find_format("odt")
    assert ", ".join(form.name for form in FORMATS) in told.value.problems[0].hint


def test_only_what_is_not_text_needs_a_file(gathered: Brief) -> None:
    assert {form.name for form in FORMATS if form.binary} == {"docx", "pptx"}
    assert all(isinstance(form.render(gathered), bytes) is form.binary for form in FORMATS)
