from pathlib import Path

import pytest

from tests.unit.loading.building import problems

HINT = "Take one of these out of the 'part_of' of the one before it."


def unit(ident: str, *parents: str, more: str = "") -> str:
    claims = ", ".join(f"{{who: {parent}{more}}}" for parent in parents)
    return f"- {{id: {ident}, title: U, kind: team, part_of: [{claims}]}}\n"


def test_a_circle_of_units(tmp_path: Path) -> None:
    text = "units:\n" + unit("a", "b") + unit("b", "office", "c") + unit("c", "a") + unit("d", "a")

    assert problems(tmp_path, text) == [
        f"tiny/more.yaml:4:49: unit 'c' is part of itself: a → b → c → a | {HINT}",
    ]


def test_a_unit_in_itself(tmp_path: Path) -> None:
    assert problems(tmp_path, "units:\n" + unit("a", "a")) == [
        f"tiny/more.yaml:2:49: unit 'a' is part of itself: a → a | {HINT}",
    ]


def test_two_circles(tmp_path: Path) -> None:
    text = "units:\n" + unit("a", "b") + unit("b", "a") + unit("c", "d") + unit("d", "c", "a")

    assert problems(tmp_path, text) == [
        f"tiny/more.yaml:3:49: unit 'b' is part of itself: a → b → a | {HINT}",
        f"tiny/more.yaml:5:49: unit 'd' is part of itself: c → d → c | {HINT}",
    ]


@pytest.mark.parametrize(("name", "noun"), [("subjects", "subject"), ("locations", "location")])
def test_circles_of_other_things(tmp_path: Path, name: str, noun: str) -> None:
    text = f"{name}:\n- {{id: a, title: A, part_of: [{{who: b}}]}}\n- {{id: b, title: B, part_of: [{{who: a}}]}}\n"

    assert problems(tmp_path, text) == [
        f"tiny/more.yaml:3:37: {noun} 'b' is part of itself: a → b → a | {HINT}",
    ]


@pytest.mark.parametrize("mode", ["past", "planned", "proposed", "hypothetical"])
def test_what_is_not_so_today_makes_no_circle(tmp_path: Path, mode: str) -> None:
    assert problems(tmp_path, "units:\n" + unit("a", "b") + unit("b", "a", more=f", mode: {mode}")) == []


def test_several_parents_are_no_circle(tmp_path: Path) -> None:
    text = "units:\n" + unit("a", "b", "c") + unit("b", "d") + unit("c", "d") + unit("d", "office")

    assert problems(tmp_path, text) == []


def test_a_circle_of_ten_thousand(tmp_path: Path) -> None:
    text = "units:\n" + "".join(unit(f"u{number}", f"u{(number + 1) % 10_000}") for number in range(10_000))

    assert [line.split(": ", 1)[1][:34] for line in problems(tmp_path, text)] == ["unit 'u9999' is part of itself: u0"]
