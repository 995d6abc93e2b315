"""`metrics`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Answer

Run = Callable[..., Answer]


def test_measures_have_no_verdict_and_say_why_there_is_none(run: Run, folder: Path) -> None:
    said = run("metrics", folder)
    assert said.code == 0, said.err
    assert "Share of posts, Pilots: 1 of 1 posts" in said.out
    assert "senior rows alone mislead" in " ".join(said.out.split())
    for format_ in ("csv", "markdown"):
        assert run("metrics", folder, "--format", format_).code == 0


def test_an_option_is_measured_as_it_would_leave_the_model(run: Run) -> None:
    plain = json.loads(run("metrics", "example", "--format", "json").out)["rows"]
    changed = json.loads(run("metrics", "example", "--option", "flood-lead", "--format", "json").out)["rows"]
    assert plain != changed
    assert run("metrics", "example", "--option", "nothing").code == 2
