from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from orgmodel.errors import Problem
from orgmodel.loading import read_document, validate
from orgmodel.model import Record, Slug
from tests.unit.loading.building import problems, show

CLAIMS = "Write '[{who: the-id}]', or '[{state: none}]' where there is none."
MAPPING = "Write 'key: value' on lines of their own, or '{key: value}'."
DAY = "Write a day of the calendar, such as 2023-03-03. 'from' and 'until' may be a month or a year as well."


def post(line: str) -> str:
    """A file with one post, whose third line is the one given."""
    return f"posts:\n- {{id: clerk, title: Clerk,\n {line}}}\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("gradd: low", "3:2: unknown key 'gradd' in post 'clerk' | Did you mean 'grade'?"),
        (
            "occupancy: {stat: vacant}",
            "3:14: unknown key 'stat' in 'occupancy' of post 'clerk' | Did you mean 'state'?",
        ),
        (
            "in_unit: [{whom: office, state: open}]",
            "3:13: unknown key 'whom' in 'in_unit' of post 'clerk' | Did you mean 'who'?",
        ),
        ("in_unit: {claim: []}", "3:12: unknown key 'claim' in 'in_unit' of post 'clerk' | Did you mean 'claims'?"),
        (
            "<<: {grade: low}",
            "3:2: '<<' in post 'clerk' is not read: it belongs to an older YAML | Write the keys out.",
        ),
        (
            "kind: ofical",
            (
                "3:8: 'ofical' is not a word that 'kind' of post 'clerk' may be | Did you mean 'official'? "
                "Write one of: official, minister, adviser, board_member, elected, statutory, other."
            ),
        ),
        (
            "kind: 7",
            (
                "3:8: the number 7 is not a word that 'kind' of post 'clerk' may be | "
                "Write one of: official, minister, adviser, board_member, elected, statutory, other."
            ),
        ),
        (
            "reports_to: [{who: chief, kind: lin}]",
            (
                "3:34: 'lin' is not a word that 'kind' of 'reports_to' of post 'clerk' may be | Did you mean 'line'? "
                "Write one of: line, dotted, statutory."
            ),
        ),
        (
            "grade: Low Grade",
            (
                "3:9: 'Low Grade' in 'grade' of post 'clerk' is not an id | "
                "An id is small letters, digits and single hyphens: 'low-grade', for example."
            ),
        ),
        (
            "roles: [ok, '!']",
            ("3:14: '!' in 'roles' of post 'clerk' is not an id | An id is small letters, digits and single hyphens."),
        ),
        (
            "cites: [report 3]",
            (
                "3:10: 'report 3' in 'cites' of post 'clerk' is not a citation | "
                "Write the id of a source, '#' and a paragraph, such as 'timothy-2023#69'."
            ),
        ),
        ("note: 2023", "3:8: 'note' of post 'clerk' must be text, but is the number 2023 | Put it in quotes."),
        ("note: true", "3:8: 'note' of post 'clerk' must be text, but is true | Put it in quotes."),
        ("description: [a]", "3:15: 'description' of post 'clerk' must be text, but is a list | Put it in quotes."),
        ("note: ' '", "3:8: 'note' of post 'clerk' is empty | Write something there, or delete the key."),
        ("fte: much", "3:7: 'fte' of post 'clerk' must be a number, but is 'much' | Write digits, such as 12 or 0.5."),
        (
            f"fte: {'m' * 61}",
            (f"3:7: 'fte' of post 'clerk' must be a number, but is '{'m' * 57}...' | Write digits, such as 12 or 0.5."),
        ),
        (
            f"fte: {'m' * 60}",
            (f"3:7: 'fte' of post 'clerk' must be a number, but is '{'m' * 60}' | Write digits, such as 12 or 0.5."),
        ),
        ("fte: .nan", "3:7: 'fte' of post 'clerk' must be a number, but is '.nan' | Write digits, such as 12 or 0.5."),
        ("fte: nan", "3:7: 'fte' of post 'clerk' must be a number, but is 'nan' | Write digits, such as 12 or 0.5."),
        ("fte: true", "3:7: 'fte' of post 'clerk' must be a number, but is true | Write digits, such as 12 or 0.5."),
        ("fte: -0.5", "3:7: 'fte' of post 'clerk' must be at least 0, but is -0.5 | Correct the number."),
        (
            "occupancy: {attempts: 1.5}",
            (
                "3:24: 'attempts' of 'occupancy' of post 'clerk' must be a whole number, "
                "but is the number 1.5 | Write digits only."
            ),
        ),
        (
            "not_in_source: perhaps",
            ("3:17: 'not_in_source' of post 'clerk' must be true or false, but is 'perhaps' | Write true or false."),
        ),
        (
            "aliases: Clerkess",
            (
                "3:11: 'aliases' of post 'clerk' must be a list, but is 'Clerkess' | "
                "Write '[a, b]', or each entry on a line that starts with '- '."
            ),
        ),
        ("in_unit: office", f"3:11: 'in_unit' of post 'clerk' must be a list of claims, but is 'office' | {CLAIMS}"),
        ("in_unit: ", f"3:11: 'in_unit' of post 'clerk' must be a list of claims, but is empty | {CLAIMS}"),
        ("in_unit: [office]", f"3:12: 'in_unit' of post 'clerk' must be a mapping, but is 'office' | {MAPPING}"),
        ("critical: true", f"3:12: 'critical' of post 'clerk' must be a mapping, but is true | {MAPPING}"),
        ("from: [1]", "3:8: 'from' of post 'clerk' must be a date, but is a list | Write a day, such as 2023-03-03."),
        ("from: 2023-02-30", f"3:8: '2023-02-30' in 'from' of post 'clerk' is not a date | {DAY}"),
        ("from: 3 March 2023", f"3:8: '3 March 2023' in 'from' of post 'clerk' is not a date | {DAY}"),
        ("from: 20230303", f"3:8: '20230303' in 'from' of post 'clerk' is not a date | {DAY}"),
        ("from: {after: 2023-02-30}", f"3:16: '2023-02-30' in 'after' of 'from' of post 'clerk' is not a date | {DAY}"),
        ("from: 2023-13", "3:8: 'from' of post 'clerk': '2023-13' is not a month: write it as 2022-03 | "),
        ("from: 2023, until: 2022", "2:3: post 'clerk': 'until' (2022-12-31) is before 'from' (2023-01-01) | "),
        (
            "from: {after: 2023-02-01, before: 2023-01-01}",
            ("3:8: 'from' of post 'clerk': 'after' (2023-02-01) must be earlier than 'before' (2023-01-01) | "),
        ),
        ("from: {}", "3:8: 'from' of post 'clerk': a date needs a day, a month, a year, or 'after' or 'before' | "),
        (
            "in_unit: [{}]",
            (
                "3:12: 'in_unit' of post 'clerk': a claim needs 'who', or a 'state' of none, unclear, "
                "not_stated, redacted or open | "
            ),
        ),
        (
            "in_unit: [{who: office, state: none}]",
            (
                "3:12: 'in_unit' of post 'clerk': a claim in state 'none' cannot also "
                "name 'who' (office); write two claims | "
            ),
        ),
    ],
)
def test_a_post_with_a_mistake(tmp_path: Path, line: str, expected: str) -> None:
    assert problems(tmp_path, post(line)) == [f"tiny/more.yaml:{expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("posts:\n- title: A\n", ["2:3: 'id' is missing in post 1 | Add 'id:'."]),
        ("posts:\n- a post\n", [f"2:3: post 1 must be a mapping, but is 'a post' | {MAPPING}"]),
        ("posts:\n-\n", [f"2:2: post 1 must be a mapping, but is empty | {MAPPING}"]),
        (
            "posts:\n- {id: 7, title: A}\n",
            ["2:8: 'id' of post 1 must be text, but is the number 7 | Put it in quotes."],
        ),
        (
            "figures:\n- {id: f, title: F, about: office, unit: u, value: some}\n",
            [
                (
                    "2:52: 'value' of figure 'f' must be a number or a mapping, but is 'some' | "
                    f"Write digits, such as 12 or 0.5. {MAPPING}"
                )
            ],
        ),
        (
            "figures:\n- {id: f, title: F, about: office, unit: u, value: {low: few, hihg: 2}}\n",
            [
                "2:58: 'low' of 'value' of figure 'f' must be a number, but is 'few' | Write digits, such as 12 or 0.5.",
                "2:63: unknown key 'hihg' in 'value' of figure 'f' | Did you mean 'high'?",
            ],
        ),
        (
            "figures:\n- {id: f, title: F, about: office, unit: u, value: {low: 3, high: 2}}\n",
            ["2:52: 'value' of figure 'f': 'low' (3.0) is above 'high' (2.0) | "],
        ),
        (
            "waivers:\n- {finding: a, identity: {unit: 3}, reason: R, accepted_by: B, review: 2024-06-31}\n",
            [
                "2:33: 'unit' of 'identity' of waiver 1 must be text, but is the number 3 | Put it in quotes.",
                f"2:72: '2024-06-31' in 'review' of waiver 1 is not a date | {DAY}",
            ],
        ),
        (
            "boards:\n- {id: b, title: B, attendance: {state: known}}\n",
            ["2:33: 'attendance' of board 'b': a count in state 'known' needs 'at_least' or 'at_most' | "],
        ),
        (
            "processes:\n- {id: p, title: P, stages: [{id: s}]}\n",
            ["2:30: 'title' is missing in 'stages' of process 'p' | Add 'title:'."],
        ),
        (
            f"people:\n- {{id: bo, title: {'B' * 4001}}}\n",
            ["2:19: 'title' of person 'bo' is longer than 4000 characters | Shorten it."],
        ),
    ],
)
def test_records_with_a_mistake(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert problems(tmp_path, text) == [f"tiny/more.yaml:{line}" for line in expected]


def test_every_mistake_of_a_record_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path, "posts:\n- {titel: A, grade: hihg, fte: x, in_unit: [{who: attic}]}\n") == [
        "tiny/more.yaml:2:3: 'id' is missing in post 1 | Add 'id:'.",
        "tiny/more.yaml:2:3: 'title' is missing in post 1 | Add 'title:'.",
        "tiny/more.yaml:2:4: unknown key 'titel' in post 1 | Did you mean 'title'?",
        "tiny/more.yaml:2:21: nothing has the id 'hihg', which 'grade' of this post names | Did you mean 'high'?",
        "tiny/more.yaml:2:32: 'fte' of post 1 must be a number, but is 'x' | Write digits, such as 12 or 0.5.",
        (
            "tiny/more.yaml:2:51: nothing has the id 'attic', which 'in_unit' of this post names | "
            "Define a unit with that id, or correct it."
        ),
    ]


def test_words_that_yaml_once_took_for_true_are_understood_where_true_or_false_is_meant(tmp_path: Path) -> None:
    assert problems(tmp_path, post("not_in_source: yes")) == []


class Move(Record):
    do: Literal["move"]
    unit: Slug
    to: Slug | None = None


class Close(Record):
    do: Literal["close"]
    post: Slug
    keeps: tuple[Annotated[Move, Field()], ...] = ()


class Plan(Record):
    id: Slug
    changes: tuple[Annotated[Move | Close, Field(discriminator="do")], ...]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("changes: []", "1:1: 'id' is missing in the plan | Add 'id:'."),
        (
            "id: a\nchanges:\n- {do: moev, unit: b}",
            (
                "3:3: 'moev' is not a word that 'do' of 'changes' of plan 'a' may be | "
                "Did you mean 'move'? Write one of: move, close."
            ),
        ),
        ("id: a\nchanges:\n- {unit: b}", "3:3: 'do' is missing in 'changes' of plan 'a' | Add 'do:'."),
        (
            "id: a\nchanges:\n- {do: move, unit: b, too: c}",
            "3:23: unknown key 'too' in 'changes' of plan 'a' | Did you mean 'to'?",
        ),
        (
            "id: a\nchanges:\n- {do: close, post: b, keep: []}",
            "3:24: unknown key 'keep' in 'changes' of plan 'a' | Did you mean 'keeps'?",
        ),
        (
            "id: a\nchanges:\n- {do: close, post: b, keeps: [{do: move, unit: B}]}",
            (
                "3:49: 'B' in 'unit' of 'keeps' of 'changes' of plan 'a' is not an id | "
                "An id is small letters, digits and single hyphens: 'b', for example."
            ),
        ),
        ("- a", f"1:1: the plan must be a mapping, but is a list | {MAPPING}"),
    ],
)
def test_classes_of_other_layers_get_the_same_messages(text: str, expected: str) -> None:
    found: list[Problem] = []

    assert validate(read_document(text, "plan.yaml"), Plan, found, noun="plan") is None
    assert [show(problem) for problem in found] == [f"plan.yaml:{expected}"]


def test_what_is_right_becomes_an_instance() -> None:
    found: list[Problem] = []
    plan = validate(read_document("id: a\nchanges: [{do: move, unit: b}]", "plan.yaml"), Plan, found)

    assert (plan, found) == (Plan(id="a", changes=(Move(do="move", unit="b"),)), [])


LAMPS = "responsibility 'lamps'"
WORDS = "Write one of: policy, operations, funding, legislation, oversight, data, corporate."


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "polcy",
            f"5:13: 'polcy' is not a word that 'aspects' of {LAMPS} may be | Did you mean 'policy'? {WORDS}",
        ),
        (
            "{aspect: polcy}",
            f"5:22: 'polcy' is not a word that 'aspect' of 'aspects' of {LAMPS} may be | Did you mean 'policy'? {WORDS}",
        ),
        ("{basis: inferred}", f"5:13: 'aspect' is missing in 'aspects' of {LAMPS} | Add 'aspect:'."),
        (
            "{aspect: policy, bassis: inferred}",
            f"5:30: unknown key 'bassis' in 'aspects' of {LAMPS} | Did you mean 'basis'?",
        ),
        ("3", f"5:13: the number 3 is not a word that 'aspects' of {LAMPS} may be | {WORDS}"),
        ("policy, {aspect: policy}", f"2:3: {LAMPS}: the aspect 'policy' stands twice; write each once | "),
    ],
)
def test_an_aspect_is_a_word_or_a_fact_and_only_what_fits_better_is_told(
    tmp_path: Path, written: str, expected: str
) -> None:
    text = f"responsibilities:\n- id: lamps\n  title: L\n  cites: [report#3]\n  aspects: [{written}]\n"
    assert problems(tmp_path, text) == [f"tiny/more.yaml:{expected}"]
