"""`check --record`, `check --baseline` and `trend`, as they are typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer

Run = Callable[..., Answer]

pytestmark = pytest.mark.embedded


def test_only_what_is_new_ends_with_code_1(run: Run, folder: Path, tmp_path: Path) -> None:
    last, again = tmp_path / "last.json", tmp_path / "again.json"
    assert run("check", folder, "--record", last).code == 1
    same = run("check", folder, "--baseline", last, "--record", again)
    assert (same.code, last.read_text()) == (0, again.read_text())
    assert "Still there: ownerless-responsibility, dredging" in same.out
    lists = folder / "lists.yaml"
    lists.write_text(lists.read_text() + "  - {id: tides, title: Tides, accountable: [{state: none}]}\n")
    new = run("check", folder, "--baseline", last)
    assert new.code == 1
    assert "New: ownerless-responsibility, tides" in new.out
    assert run("check", folder, "--baseline", last, "--fail-on", "never").code == 0
    lists.write_text(lists.read_text().replace("{state: none}", "{who: chief}"))
    mended = run("check", folder, "--baseline", last)
    assert mended.code == 0
    assert "Closed: ownerless-responsibility, dredging" in mended.out
    told = run("trend", last, folder)
    assert "Gap → nothing found, or not spoken of" in told.out


def test_a_record_of_another_model_is_refused_unless_meant(run: Run, folder: Path, tmp_path: Path) -> None:
    last = tmp_path / "last.json"
    run("check", folder, "--record", last)
    raw = json.loads(last.read_text())
    last.write_text(json.dumps({**raw, "model": "airport"}))
    refused = run("check", folder, "--baseline", last)
    assert refused.code == 2
    assert "is a record of 'airport', and this is 'harbour'" in refused.err
    assert run("check", folder, "--baseline", last, "--other-model").code == 0


def test_what_cannot_be_read_or_written_is_said(run: Run, folder: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "last.json"
    damaged.write_text("{")
    answer = run("check", folder, "--baseline", damaged)
    assert (answer.code, "damaged" in answer.err) == (3, True)
    assert "cannot be written" in run("check", folder, "--record", tmp_path / "no" / "last.json").err
    assert "two or more" in run("trend", folder).err
