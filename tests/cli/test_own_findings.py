"""`finding new` and `finding test`: two files that run as they are, and what is said of those that do not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer

Run = Callable[..., Answer]
IDENT = "reports-to-nobody"

pytestmark = pytest.mark.embedded


def files(folder: Path) -> tuple[Path, Path]:
    return folder / "queries/findings" / f"{IDENT}.cypher", folder / "tests/findings" / f"{IDENT}.yaml"


def test_what_is_written_runs_and_what_is_broken_in_it_is_said(run: Run, folder: Path) -> None:
    query, cases = files(folder)
    begun = run("finding", "new", IDENT, "--in", folder)
    assert begun.out.split() == [str(query), str(cases)]
    tried = run("finding", "test", folder)
    assert (tried.code, tried.out.strip()) == (0, f"{IDENT}: 3 cases, as expected"), tried.out
    checked = run("check", folder, "--fail-on", "never")
    assert (checked.code, checked.err) == (0, "")
    text = query.read_text()
    query.write_text(text.replace("says_none", "says_unclear").replace("reports_to'", "reports_to', nonsense: 1"))
    cases.write_text(cases.read_text().replace("expect: {}", "expect: {fail: [chief]}"))
    broken = run("finding", "test", folder, IDENT)
    assert broken.code == 3
    assert f"{IDENT}.cypher: the graph has no property 'nonsense'" in broken.out
    assert "no case must stay silent" in broken.out
    query.write_text(text.replace("head: false}) RETURN", "head: true}) RETURN"))
    counted = run("finding", "test", folder)
    assert f"{IDENT}.yaml:4:3: the case 'reports to nobody, the source says': 'population' counts 1" in counted.out
    assert (
        f"{IDENT}.yaml:15:3: the case 'everybody reports to somebody': fail: expected ['chief'], found []"
        in counted.out
    )


def test_nothing_is_overwritten_and_no_id_is_taken_twice(run: Run, folder: Path) -> None:
    assert run("finding", "new", IDENT, "--in", folder).code == 0
    again = run("finding", "new", IDENT, "--in", folder)
    assert (again.code, "there is a finding" in again.err) == (2, True)
    files(folder)[0].unlink()
    assert "is there already" in run("finding", "new", IDENT, "--in", folder).err
    assert not files(folder)[0].exists()
    assert "there is a finding" in run("finding", "new", "split-subject", "--in", folder).err
    assert "is no id" in run("finding", "new", "../x", "--in", folder).err


def test_a_model_without_findings_and_a_finding_without_cases_say_so(run: Run, folder: Path) -> None:
    assert "has no findings of its own" in run("finding", "test", folder).err
    run("finding", "new", IDENT, "--in", folder)
    files(folder)[1].unlink()
    assert "the finding has no cases" in run("finding", "test", folder).out
    files(folder)[1].write_text("- {nme: x, expect: {}}\n")
    told = run("finding", "test", folder).out
    assert f"{IDENT}.yaml:1:3: 'nme' is not a key that a case has" in told
    assert "a case has no 'name'" in told
