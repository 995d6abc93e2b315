"""Parts of pages: escaping, tables as files, and how the server is set up."""

import pytest

pytest.importorskip("streamlit")

from orgmodel_app import serve, settings
from orgmodel_app.components.download import to_csv
from orgmodel_app.components.markup import Html, address, link, plain, table, tag, text
from orgmodel_app.headers import server_script


def test_text_is_escaped_and_html_is_not_escaped_twice():
    assert text("<b>") == "&lt;b&gt;"
    assert text(Html("<b>")) == "<b>"
    assert tag("p", "<i>", tag("b", "x"), title='"') == '<p title="&quot;">&lt;i&gt;<b>x</b></p>'


def test_markdown_in_a_label_is_only_text():
    label = plain("![a](http://b) **c** `d` :red[e] <f> $g$ # h\n- i")
    for sign in "![*`:<$#":
        assert f"\\{sign}" in label
    assert "\n" not in label
    assert "\\:\\/\\/" not in label


def test_addresses_are_relative_and_encoded():
    assert address("thing", thing='a"b&c') == "thing?thing=a%22b%26c"
    assert address("") == "."
    assert 'href="findings?word=Not+clear"' in link("x", "findings", word="Not clear")


def test_a_table_names_its_columns_on_every_cell():
    html = table([{"A": "<x>", "B": 2}], "Caption", numbers=["B"])
    assert "<caption>Caption</caption>" in html
    assert '<td data-label="A">&lt;x&gt;</td>' in html
    assert '<td data-label="B" class="om-number">2</td>' in html


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(start):
    assert f"'{start}1" in to_csv([{"A": f"{start}1"}])


def test_an_empty_table_is_an_empty_file():
    assert to_csv([]).strip("\ufeff") == ""


def test_the_server_keeps_to_itself():
    flags = settings.flags(8501, "127.0.0.1")
    for flag in (
        "--server.address=127.0.0.1",
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
        "--server.fileWatcherType=none",
        "--client.showErrorDetails=none",
    ):
        assert flag in flags
    for part in ("default-src 'self'", "object-src 'none'", "connect-src 'self'", "frame-ancestors 'self'"):
        assert part in settings.CONTENT_SECURITY_POLICY


def test_on_the_loopback_only_its_own_names_are_answered():
    assert serve._own_names("127.0.0.1") == ["localhost", "127.0.0.1"]
    assert serve._own_names("0.0.0.0") == []
    assert serve._own_names("example.org") == []


def test_the_page_is_told_where_its_server_is():
    assert "(overview|findings)?/*$" in server_script(["overview", "findings"])
