"""The guide from a spreadsheet, followed to the letter: what it says to type prints what it shows."""

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest
import xlsxwriter

from orgmodel.cli import main
from orgmodel.exchange.sheets import read_sheets

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guides" / "from-a-spreadsheet.md"
pytestmark = pytest.mark.embedded


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def run(command: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        main(shlex.split(command)[1:])
    return " ".join(printed.getvalue().split())


def fill(template: Path, sheets: dict[str, list[list[str]]]) -> None:
    """The template with rows of the guide below its headings, as somebody would type them under the example."""
    read, _ = read_sheets(template.name, template.read_bytes())
    with xlsxwriter.Workbook(template) as book:
        for sheet in read:
            rows = [list(row) for row in sheet.rows]
            for typed in sheets.get(sheet.name, [])[1:]:
                row = [""] * len(rows[0])
                for heading, cell in zip(sheets[sheet.name][0], typed, strict=True):
                    row[rows[0].index(heading)] = cell
                rows.append(row)
            written = book.add_worksheet(sheet.name)
            for at, row in enumerate(rows):
                written.write_row(at, 0, row)


def test_the_guide_followed_to_the_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    parts = [block.strip().split("\n") for block in blocks("csv")]
    sheets = {name: [line.split(",") for line in lines] for name, *lines in parts}
    shown = [block.split("\n", 1) for block in blocks("console")]
    (take, first, second, check) = [(command.removeprefix("$ "), " ".join(out.split())) for command, out in shown]
    assert run(take[0]) == take[1]
    fill(tmp_path / "harbour.xlsx", sheets)
    assert run(first[0]) == first[1]
    assert not (tmp_path / "my-harbour").exists()
    run(take[0].replace("harbour.xlsx", "again.xlsx"))
    (tmp_path / "harbour.xlsx").write_bytes((tmp_path / "again.xlsx").read_bytes())
    right = [[cell.replace("Exective", "Executive") for cell in row] for row in sheets["Posts"]]
    fill(tmp_path / "harbour.xlsx", sheets | {"Posts": right})
    assert run(second[0]) == second[1]
    assert check[1] in run(check[0])
    assert run(second[0]).startswith("Nothing has changed since the last import.")


def test_the_example_of_the_guide_is_in_the_words_that_the_template_explains() -> None:
    text = GUIDE.read_text("utf-8")
    for word in ("nobody", "not clear", "at least these"):
        assert f"`{word}`" in text
