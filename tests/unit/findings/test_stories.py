"""Rows on the same subject are one story, and links are told with how they are known."""

from __future__ import annotations

from orgmodel.findings import Evidence, Finding
from orgmodel.findings.paths import find_path
from orgmodel.findings.stories import find_stories
from orgmodel.model import Model
from orgmodel.render.stories import say_story
from tests.findings.running import shipped_catalogue

CATALOGUE = shipped_catalogue().values()
MODEL = Model.model_validate(
    {
        "about": {
            "id": "m", "title": "M", "account_of": "A test", "as_of": "2024-01-01", "marking": "Invented",
            "organisation": "department",
        },
        "unit_kinds": [{"id": "kind", "title": "Kind"}],
        "units": [{"id": "coast", "title": "Coast", "kind": "kind"}],
        "posts": [{"id": "warden", "title": "Warden"}],
        "subjects": [{"id": "floods", "title": "Floods"}, {"id": "noise", "title": "Noise"}],
        "responsibilities": [
            {"id": "pumps", "title": "Pumps",
             "concerns": [{"who": "floods"}, {"who": "noise", "until": "2020-01-01"}]}
        ],
    }
)  # fmt: skip


def row(finding: str, verdict: str, **identity: str) -> Finding:
    return Finding(finding, verdict, "high", tuple(identity.items()), dict(identity), "?", "Split", f"{finding} says.",
                   "computed", ())  # type: ignore[arg-type]  # fmt: skip


def test_rows_on_one_subject_are_one_story_also_through_a_responsibility_that_concerns_it_today() -> None:
    rows = [
        row("split-subject", "fail", subject="floods"),
        row("multiple-accountable", "unknown", responsibility="pumps"),
        row("no-dedicated-owner", "fail", subject="floods"),
    ]
    [story] = find_stories(MODEL, CATALOGUE, rows)
    assert (story.subject, [each.finding for each in story.rows]) == (
        "floods",
        ["no-dedicated-owner", "split-subject", "multiple-accountable"],
    )
    said = say_story(story)
    assert all(each.finding in said for each in rows)
    assert "split-subject says." in said


def test_one_finding_alone_information_alone_and_findings_of_another_kind_are_no_story() -> None:
    assert not find_stories(MODEL, CATALOGUE, [row("split-subject", "fail", subject="noise")])
    informing = [row("split-subject", "info", subject="noise"), row("no-dedicated-owner", "info", subject="noise")]
    assert not find_stories(MODEL, CATALOGUE, informing)
    others = [row("split-subject", "fail", subject="noise"), row("priority-without-people", "fail", subject="noise")]
    assert not find_stories(MODEL, CATALOGUE, others)


def test_a_path_goes_from_what_is_answered_for_to_units_and_names_its_weakest_link() -> None:
    evidence = (
        Evidence("pumps.accountable.line", "stated", ()),
        Evidence("warden>IN_UNIT>coast.in_unit.0", "inferred", ("r#2",)),
        Evidence("warden>ACCOUNTABLE_FOR>pumps.accountable.0", "stated", ("r#1",)),
    )
    path = find_path(MODEL, Finding("f", "fail", "high", (), {}, "", "", "", "inferred", evidence))
    assert [(link.start, link.words, link.end) for link in path.links] == [
        ("Warden", "answers for", "Pumps"),
        ("Warden", "is in", "Coast"),
    ]
    assert path.weakest == path.links[1]
    firm = Finding("f", "fail", "high", (), {}, "", "", "", "stated", evidence[:1])
    assert (find_path(MODEL, firm).links, find_path(MODEL, firm).weakest) == ((), None)


def test_that_a_responsibility_is_counted_as_policy_is_a_link_that_may_be_the_weakest() -> None:
    evidence = (
        Evidence("pumps.accountable.line", "stated", ()),
        Evidence("pumps.aspects.policy", "inferred", ("r#2",)),
        Evidence("warden>ACCOUNTABLE_FOR>pumps.accountable.0", "stated", ("r#1",)),
    )
    path = find_path(MODEL, Finding("f", "fail", "high", (), {}, "", "", "", "inferred", evidence))
    assert [(link.start, link.words, link.end) for link in path.links] == [
        ("Pumps", "is counted as", "policy"),
        ("Warden", "answers for", "Pumps"),
    ]
    assert path.weakest == path.links[0]
