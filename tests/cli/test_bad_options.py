"""Each kind of option that cannot be carried out, on the command line: the line and field that are wrong, what is wrong
and what to do, the documented exit code, and nothing of it carried out.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer

Run = Callable[..., Answer]
HEADER = "id: bad\ntitle: Bad\nmodel: harbour\nbecause: It shows what is said.\n"
FIRST = "id: first\ntitle: First\nmodel: harbour\nbecause: It is said to help.\nchanges:\n"
BOATS = "  - {do: create-unit, because: x, unit: {id: boats, title: Boats, kind: group}}\n"
LINES = "posts: [{id: mate, title: Mate, in_unit: [{who: pilots}], reports_to: [{who: chief-pilot}]}]\n"
"""One more post, in a file of its own."""

BAD = {
    "a missing id": (
        """\
changes:
  - do: set-line
    because: x
    post: @chief-pylot
    to: chief
""",
        "no Post has the id 'chief-pylot'",
        "did you mean 'chief-pilot'?",
    ),
    "a change of the same option twice": (
        """\
changes:
  - {do: set-line, because: x, post: mate, to: chief}
  - @{do: set-line, because: x, post: mate, to: chief}
""",
        "two changes of one option decide the same: line of reports_to of mate",
        "keep one of them; the other is at harbour/options/bad.yaml:6:5 (change 1)",
    ),
    "a change that another option has made": (
        """\
requires: [first]
changes:
  - {do: create-unit, because: x, unit: {id: @boats, title: Boats, kind: group}}
""",
        "'boats' already exists: 'Boats' (boats)",
        "leave the change out if the option has been applied already",
    ),
    "a change in conflict with another": (
        """\
changes:
  - {do: close-unit, because: x, unit: pilots, moves: [
      {what: chief-pilot, to: unknown}, {what: mate, to: unknown}]}
  - {do: move-post, because: x, post: chief, in_unit: @pilots}
""",
        "'Pilots' (pilots) is closed by the same option, so nothing can go to it",
        "name a destination that will be there",
    ),
    "a change of what is kept": (
        """\
changes:
  - {do: set-line, because: x, post: mate, to: chief}
  - {do: keep, because: x, things: @[mate]}
""",
        "'Mate' (mate) is to be kept as it is, and is changed by change 1",
        "leave one of the two out",
    ),
    "a cycle made by a move": (
        """\
changes:
  - do: move-unit
    because: x
    unit: harbour-board
    part_of: @pilots
""",
        "units would be part of each other in a circle: harbour-board > pilots > harbour-board",
        "change one of these steps",
    ),
    "a cycle in the line": (
        """\
changes:
  - {do: set-line, because: x, post: chief, to: @mate}
""",
        "posts would report to each other in a circle",
        "change one of these steps",
    ),
    "a merger with itself": (
        """\
changes:
  - do: merge
    because: x
    unit: pilots
    into: @pilots
""",
        "'Pilots' (pilots) cannot be merged with itself",
        "name another unit",
    ),
    "a split that leaves something over": (
        """\
changes:
  - @do: split
    because: x
    unit: pilots
    into: [{to: harbour-board, takes: [chief-pilot]}]
""",
        "splitting 'Pilots' (pilots) leaves 'Mate' (mate) over",
        "let one of the parts take it, or say in 'rest' where all else goes",
    ),
    "a closing with reports still there": (
        """\
changes:
  - @{do: close-post, because: x, post: chief-pilot, moves: [
      {what: pilots, to: chief}, {what: pilotage, to: chief}]}
""",
        "closing 'Chief Pilot' (chief-pilot) would lose 'Mate' (mate), held as report",
        "add to 'moves': {what: mate, to: ...}, or 'to: unknown' if it is not known",
    ),
    "a destination for what ends as well": (
        """\
changes:
  - {do: close-post, because: x, post: mate}
  - do: close-unit
    because: x
    unit: pilots
    moves:
      - {what: chief-pilot, to: harbour-board}
      - {what: @mate, to: harbour-board}
""",
        "'Mate' (mate) is to go on from 'Pilots' (pilots), and ends with the same option",
        "leave it out: it needs no destination",
    ),
    "a share without a reason": (
        """\
changes:
  - @{do: share, because: x, responsibility: pilotage, to: chief}
""",
        "responsibility 'Pilotage' (pilotage) would be shared without a reason",
        "say in 'reason' why more than one should answer for it",
    ),
    "a phase whose dates are out of order": (
        """\
phases:
  - {id: early, title: Early, from: 2024-06-01, until: @2024-05-01}
changes: []
""",
        "phase 'early' ends before it begins",
        "change 'from' or 'until'",
    ),
    "a change that is dated outside its phase": (
        """\
phases:
  - {id: early, title: Early, until: 2024-05-01}
changes:
  - {do: set-line, because: x, post: mate, to: chief, phase: early, when: @2024-06-01}
""",
        "the change is dated outside its phase 'early'",
        "change 'when', or the dates of the phase",
    ),
    "a phase before what it requires": (
        """\
phases:
  - {id: early, title: Early, until: 2024-06-01}
  - {id: late, title: Late, from: 2024-04-01, requires: [@early]}
changes: []
""",
        "phase 'late' begins before 'early', which it requires, has ended",
        "change the dates, or leave the requirement out",
    ),
    "a change that needs what a later phase makes": (
        """\
phases:
  - {id: early, title: Early}
  - {id: late, title: Late, requires: [early]}
changes:
  - {do: create-unit, because: x, phase: late, unit: {id: quays, title: Quays, kind: group}}
  - {do: move-post, because: x, phase: @early, post: mate, in_unit: quays}
""",
        "'quays' is used in phase 'early', and created in the later phase 'late'",
        "create the thing earlier",
    ),
}
"""What the option says after its header, with `@` before what is wrong; what is wrong with it; what to do about it."""


@pytest.fixture
def bad(folder: Path) -> Path:
    """The small model with one more post and an option that can be carried out."""
    (folder / "more.yaml").write_text(LINES)
    (folder / "options" / "first.yaml").write_text(FIRST + BOATS)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def write(folder: Path, marked: str) -> str:
    """Write the option without its mark; returns the file, line and column where the mark stood."""
    before, _, after = (HEADER + marked).partition("@")
    (folder / "options" / "bad.yaml").write_text(before + after)
    return f"harbour/options/bad.yaml:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("words", [("plan", "{}", "bad"), ("compare", "{}", "--options", "bad")])
def test_an_option_that_cannot_be_carried_out_is_told_with_its_line(
    run: Run, bad: Path, kind: str, words: tuple[str, ...]
) -> None:
    marked, what, hint = BAD[kind]
    place = write(bad, marked)
    before = contents(bad)
    answer = run(*(word.format(bad) for word in words))
    said = " ".join(answer.err.split())
    assert f"{place}: {what}" in said
    assert hint in said
    assert (answer.code, answer.out) == (3, "")
    assert "Traceback" not in answer.err
    assert contents(bad) == before


def test_the_option_that_is_right_is_carried_out_beside_them(run: Run, bad: Path) -> None:
    answer = run("plan", bad, "first")
    assert (answer.code, "Boats [boats]" in answer.out) == (0, True), answer.err


def test_every_problem_of_an_option_is_told_at_once(run: Run, bad: Path) -> None:
    changes = "changes:\n  - {do: share, because: x, responsibility: pilotage, to: chief}\n"
    place = write(bad, changes + "  - {do: merge, because: x, unit: pilots, into: @pilots}\n")
    said = run("plan", bad, "bad").err
    assert "harbour/options/bad.yaml:6:5: responsibility 'Pilotage'" in said
    assert f"{place}: 'Pilots' (pilots) cannot be merged with itself" in said


def test_what_is_left_on_a_thing_that_ends_is_told_with_the_line_of_the_change(run: Run, bad: Path) -> None:
    (bad / "fees.yaml").write_text(
        "levers: [{id: fees, title: Fees, kind: other, acts_on: [{who: pilots}]}]\n"
        "recommendations: [{id: rec, title: Keep the pilots, concerns: [{who: pilots}]}]\n"
    )
    moves = "[{what: chief-pilot, to: unknown}, {what: mate, to: unknown}]"
    change = f"changes:\n  - {{do: close-unit, because: x, unit: pilots, moves: {moves}}}\n"
    (bad / "options" / "bad.yaml").write_text(HEADER + change)
    answer = run("plan", bad, "bad")
    said = " ".join(answer.out.split())
    assert answer.code == 0, answer.err
    assert "Fees [fees], lever on it of pilots" in said
    assert "(change 1, harbour/options/bad.yaml:6:5)" in said
    assert "Pilots: Keep the pilots [rec], recommendation (change 1, harbour/options/bad.yaml:6:5)" in said
