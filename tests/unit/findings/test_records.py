"""Records of runs: the same for the same findings, read back whole, refused where damaged, and held side by side."""

import json
from pathlib import Path

import pytest

from orgmodel.errors import DefinitionError
from orgmodel.findings import (
    RecordedRow,
    RunRecord,
    build_trend,
    compare_records,
    find_news,
    read_record,
    render_record,
)
from orgmodel.findings.record import RecordedQuestion


def row(verdict: str, ident: str = "a", rests_on: str = "x", waived: str | None = None) -> RecordedRow:
    review = "2030-01-01" if waived else None
    return RecordedRow("gap", (("thing", ident),), verdict, verdict, rests_on, waived, review)  # type: ignore[arg-type]


def run(*rows: RecordedRow, version: int = 1, model: str = "m", questions: tuple[str, ...] = ("gap",)) -> RunRecord:
    asked = {name: RecordedQuestion(version, "high", 5) for name in questions}
    return RunRecord(model, "1", "2024-05-01", asked, rows)


def news(before: RunRecord, after: RunRecord, severity: str = "high", unknown: bool = False) -> list[str]:
    return [dict(shift.identity)["thing"] for shift in find_news(compare_records(before, after), severity, unknown)]


def test_a_record_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    record = run(row("fail"), row("unknown", "b", waived="It's known"))
    file = tmp_path / "last.json"
    file.write_text(render_record(record), encoding="utf-8")
    assert read_record(file) == record
    assert "20" not in {line.partition(":")[0] for line in file.read_text().splitlines()}
    assert '"made"' not in file.read_text()
    assert render_record(read_record(file)) == file.read_text()


def test_one_row_is_one_line_of_the_file() -> None:
    first, second = render_record(run(row("fail"))), render_record(run(row("fail"), row("fail", "b")))
    assert len(second.splitlines()) == len(first.splitlines()) + 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "the record is damaged"),
        ("[]", "this is no record of a run"),
        ('{"format": "orgmodel report"}', "this is no record of a run"),
        ('{"format": "orgmodel record", "format_version": 99}', "is of form 99, and this orgmodel reads forms up to 1"),
        ('{"format": "orgmodel record", "format_version": 1, "model": "m"}', "the record is damaged: version"),
        ("\udce9", "it is not UTF-8 text"),
    ],
)
def test_what_is_no_whole_record_is_refused_in_words(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "last.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(DefinitionError) as refused:
        read_record(file)
    assert any(said in problem.what for problem in refused.value.problems)
    assert all(problem.hint for problem in refused.value.problems)


def test_a_record_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as refused:
        read_record(tmp_path / "none.json")
    assert "orgmodel check MODEL --record" in refused.value.problems[0].hint


def test_a_verdict_that_is_none_is_damage(tmp_path: Path) -> None:
    raw = json.loads(render_record(run(row("fail"))))
    raw["rows"][0]["verdict"] = "bad"
    (tmp_path / "last.json").write_text(json.dumps(raw))
    with pytest.raises(DefinitionError):
        read_record(tmp_path / "last.json")


@pytest.mark.parametrize(
    ("before", "after", "kind", "new"),
    [
        ([], [row("fail")], "opened", ["a"]),
        ([row("fail")], [], "closed", []),
        ([row("fail")], [row("fail")], "still", []),
        ([row("fail")], [row("fail", rests_on="y")], "changed", []),
        ([row("fail")], [row("unknown")], "become_unknown", []),
        ([row("unknown")], [row("fail")], "settled", ["a"]),
        ([row("unknown")], [], "settled", []),
        ([], [row("fail", waived="known")], "opened", []),
    ],
)
def test_what_became_of_a_row(before: list[RecordedRow], after: list[RecordedRow], kind: str, new: list[str]) -> None:
    (shift,) = compare_records(run(*before), run(*after))
    assert (shift.kind, news(run(*before), run(*after))) == (kind, new)


def test_what_can_no_longer_be_told_is_news_only_when_asked_for() -> None:
    assert news(run(row("fail")), run(row("unknown"))) == []
    assert news(run(row("fail")), run(row("unknown")), unknown=True) == ["a"]


def test_below_the_severity_nothing_is_news() -> None:
    lower = RunRecord("m", "1", "2024-05-01", {"gap": RecordedQuestion(1, "low", 5)}, (row("fail"),))
    before = RunRecord("m", "1", "2024-05-01", {"gap": RecordedQuestion(1, "low", 5)}, ())
    assert (news(before, lower), news(before, lower, "low")) == ([], ["a"])


@pytest.mark.parametrize(
    ("before", "asked"), [(run(version=0), "asked otherwise"), (run(questions=("other",)), "new question")]
)
def test_what_a_new_or_altered_question_finds_is_no_news(before: RunRecord, asked: str) -> None:
    (shift,) = compare_records(before, run(row("fail")))
    assert (shift.asked, shift.is_news) == (asked, False)


def test_a_question_that_is_no_longer_asked_closes_nothing_in_silence() -> None:
    (shift,) = compare_records(run(row("fail")), run(questions=()))
    assert shift.asked == "no longer asked"


def test_a_trend_tells_nothing_found_from_not_asked() -> None:
    (line,) = build_trend([run(row("fail")), run(), run(questions=())])
    assert [found.verdict if found else None for found in line.rows] == ["fail", None, None]
    assert line.asked == (True, True, False)
