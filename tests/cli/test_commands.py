"""Each command as it is typed: what it prints, in each format, and the code that it ends with."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import OPTION, Answer, run_apart

Run = Callable[..., Answer]


def test_check_ends_with_1_only_from_the_severity_asked_for(run: Run, folder: Path) -> None:
    assert run("check", folder).code == 1
    assert run("check", folder, "--fail-on", "never").code == 0
    lists = (folder / "lists.yaml").read_text()
    (folder / "lists.yaml").write_text(lists.replace("{state: none}", "{state: not_stated}"))
    assert run("check", folder).code == 0
    assert run("check", folder, "--fail-on-unknown").code == 1


def test_check_says_whose_account_it_is_in_every_format(run: Run, folder: Path) -> None:
    for format_ in ("text", "json", "csv", "markdown"):
        out = run("check", folder, "--format", format_).out.replace("\\", "").replace("\n", " ")
        assert "an invented review" in out, format_
        assert "structure, not individuals" in out, format_


def test_json_has_a_version_and_the_row_with_its_identity(run: Run, folder: Path) -> None:
    report = json.loads(run("check", folder, "--format", "json").out)
    assert (report["format"], report["format_version"]) == ("orgmodel report", 1)
    found = next(item for item in report["findings"] if item["id"] == "ownerless-responsibility")
    assert [row["identity"] for row in found["rows"]] == [{"responsibility": "dredging", "chain": "line"}]
    assert found["population"] == 2


def test_csv_makes_no_formula_of_a_name(run: Run, folder: Path) -> None:
    lists = (folder / "lists.yaml").read_text()
    (folder / "lists.yaml").write_text(lists.replace("title: Dredging", "title: '=1+1'"))
    rows = list(csv.DictReader(io.StringIO(run("explain", folder, "dredging", "--format", "csv").out)))
    assert rows
    report = run("check", folder, "--format", "csv").out
    for row in csv.reader(io.StringIO(report)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_explain_a_finding_and_a_thing(run: Run, folder: Path) -> None:
    finding = run("explain", folder, "ownerless-responsibility")
    assert finding.code == 0
    assert "What usually mends it" in finding.out
    assert "Nobody answers for Dredging" in finding.out
    thing = run("explain", folder, "Chief Pilot")
    assert thing.code == 0
    assert "reports to: Chief [chief]" in thing.out
    assert "answers for: Pilotage [pilotage]" in thing.out


def test_plan_and_compare_with_a_destination(run: Run, folder: Path) -> None:
    moves = "    moves: [{what: pilotage, to: chief}, {what: pilots, to: chief}]\n"
    (folder / "options" / "close-pilots.yaml").write_text(OPTION + moves)
    plan = run("plan", folder, "close-pilots")
    assert plan.code == 0, plan.err
    assert plan.out.index("Disappears") < plan.out.index("Moves")
    assert json.loads(run("plan", folder, "close-pilots", "--format", "json").out)["standing"].startswith(
        "Harbour Board"
    )
    for format_ in ("text", "json", "csv", "markdown"):
        compared = run("compare", folder, "--options", "close-pilots", "--format", format_)
        assert compared.code == 0, compared.err
        assert "Dredging" in compared.out or "dredging" in compared.out


def test_schema_writes_the_three_schemas(run: Run, tmp_path: Path) -> None:
    assert run("schema", tmp_path).code == 0
    names = sorted(path.name for path in tmp_path.glob("*.json"))
    assert names == ["model.schema.json", "options.schema.json", "schema.json"]
    for name in names:
        assert json.loads((tmp_path / name).read_text())["$schema"]


def test_doctor_says_what_is_missing_and_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = run("doctor")
    assert answer.code == 0, answer.out
    assert "home-office-2023" in answer.out
    down = run("doctor", "--engine", "neo4j://127.0.0.1:9", "--user", "neo4j")
    assert down.code == 4
    assert "NO" in down.out
    assert "127.0.0.1:9" in down.out


def test_the_command_works_from_any_folder_and_into_a_closed_pipe(tmp_path: Path) -> None:
    done = run_apart("check", "home-office-2023", "--format", "json", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["model"] == "home-office-2023"
    command = f"{sys.executable} -m orgmodel.cli check home-office-2023 | head -1"
    piped = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Traceback" not in piped.stderr
    assert piped.stdout


def test_our_own_fault_ends_with_70_and_no_traceback(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("orgmodel.use_cases.open_model", break_down)
    answer = run("check", folder)
    assert answer.code == 70
    assert "--debug" in answer.err
    assert "Traceback" not in answer.err
    with pytest.raises(ZeroDivisionError):
        run("check", folder, "--debug")


def test_an_interrupt_ends_with_130(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("orgmodel.use_cases.open_model", interrupt)
    assert run("check", folder).code == 130


def test_a_threshold_that_cannot_be_meant_is_said_and_counts(run: Run, folder: Path) -> None:
    wrong = "thresholds: [{finding: vacant-critical-post, name: limits, value: 3, reason: A slip, authority: Nobody}]"
    lists = (folder / "lists.yaml").read_text()
    (folder / "lists.yaml").write_text(lists.replace("{state: none}", "{state: not_stated}"))
    assert run("check", folder).code == 0
    (folder / "thresholds.yaml").write_text(wrong)
    answer = run("check", folder)
    said = " ".join(answer.out.split())
    assert "the threshold 'limits' of 'vacant-critical-post': the finding has none of that name" in said
    assert "It has: limit, warn." in said
    assert answer.code == 1
