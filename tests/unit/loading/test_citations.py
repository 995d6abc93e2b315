from pathlib import Path

import pytest

from tests.unit.loading.building import problems

HAS = "'report' has paragraphs 1 to 9 and the parts annex-a."
MANY = "9" * 5000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "posts:\n- {id: a, title: A, cites: [report#1, reprot#1]}\n",
            "2:39: 'reprot#1' in post 'a' cites a source 'reprot' that is not defined | Did you mean 'report'?",
        ),
        (
            "posts:\n- {id: a, title: A, cites: [other#1]}\n",
            (
                "2:29: 'other#1' in post 'a' cites a source 'other' that "
                "is not "
                "defined | Define it under 'sources:', or correct the citation."
            ),
        ),
        (
            "posts:\n- {id: a, title: A, in_unit: [{who: office, cites: [report#10]}]}\n",
            f"2:53: 'report#10' in post 'a' cites paragraph '10' of 'report', which it does not have | {HAS}",
        ),
        (
            "posts:\n- {id: a, title: A, occupancy: {state: vacant, cites: [report#0]}}\n",
            (f"2:56: 'report#0' in post 'a' cites paragraph '0' of 'report', which it does not have | {HAS}"),
        ),
        (
            "holdings:\n- {person: ann, post: chief, cites: [report#annex-b]}\n",
            (
                "2:38: 'report#annex-b' in this "
                "holding cites "
                f"paragraph 'annex-b' of 'report', which it does not have | {HAS}"
            ),
        ),
        (
            "processes:\n- {id: p, title: P, stages: [{id: s, title: S, cites: [report#99]}]}\n",
            f"2:56: 'report#99' in stage 's' cites paragraph '99' of 'report', which it does not have | {HAS}",
        ),
        (
            "thresholds:\n- {finding: f, name: n, value: 1, reason: R, cites: [report#99]}\n",
            (f"2:54: 'report#99' in this threshold cites paragraph '99' of 'report', which it does not have | {HAS}"),
        ),
        (
            "passages:\n- {source: report, paragraph: 10}\n",
            f"2:31: this passage is of paragraph '10' of 'report', which it does not have | {HAS}",
        ),
        (
            f"posts:\n- {{id: a, title: A, cites: [report#{MANY}]}}\n",
            f"2:29: 'report#{MANY}' in post 'a' cites paragraph '{MANY}' of 'report', which it does not have | {HAS}",
        ),
    ],
)
def test_citations_with_a_mistake(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(tmp_path, text) == [f"tiny/more.yaml:{expected}"]


@pytest.mark.parametrize("cite", ["report#1", "report#9", "report#annex-a", "loose#7", "loose#anything", "parted#2"])
def test_citations_that_are_right(tmp_path: Path, cite: str) -> None:
    assert (
        problems(
            tmp_path,
            f"""\
sources:
- {{id: loose, title: Loose, author: A}}
- {{id: parted, title: Parted, author: A, parts: [2, b]}}
posts:
- {{id: a, title: A, cites: [{cite}]}}
""",
        )
        == []
    )


def test_a_source_that_names_its_parts_has_no_others(tmp_path: Path) -> None:
    assert problems(
        tmp_path,
        "sources:\n- {id: parted, title: P, author: A, parts: [a, b]}\n"
        "posts:\n- {id: a, title: A, cites: [parted#1]}\n",
    ) == [
        (
            "tiny/more.yaml:4:29: 'parted#1' in post 'a' cites paragraph '1' of 'parted', which it does not have | "
            "'parted' has the parts a and b."
        ),
    ]
