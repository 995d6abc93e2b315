"""The chains above a thing: kept apart, followed to where they end, and held beside one another."""

from typing import Any

from orgmodel.answers import Chains, follow_chains
from orgmodel.model import Model

ABOUT = {"id": "m", "title": "M", "account_of": "x", "as_of": "2024-05-01", "marking": "m", "organisation": "office"}


def make(**lists: Any) -> Model:
    base: dict[str, Any] = {
        "unit_kinds": [{"id": "body", "title": "Body"}],
        "units": [
            {"id": "office", "title": "Office", "kind": "body", "head": [{"who": "chief"}],
             "answers_to": [{"who": "minister", "chain": "ministerial", "cites": ["s#4"]}]},
            {"id": "parliament", "title": "Parliament", "kind": "body", "outside": True, "principal": True},
        ],
        "posts": [
            {"id": "chief", "title": "Chief", "reports_to": [{"state": "none", "cites": ["s#3"]}]},
            {"id": "clerk", "title": "Clerk", "reports_to": [{"who": "chief", "cites": ["s#2"]}]},
            {"id": "minister", "title": "Minister",
             "answers_to": [{"who": "parliament", "chain": "ministerial", "cites": ["s#5"]}]},
        ],
    }  # fmt: skip
    return Model.model_validate({"about": ABOUT, **base, **lists})


def ways(chains: Chains, chain: str) -> list[tuple[tuple[str, ...], str]]:
    return [(path.reached, path.ends) for path in chains.of(chain)]


def duty(*accountable: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": "duty", "title": "Duty", "accountable": list(accountable)}]


def test_a_line_is_followed_to_the_post_that_reports_to_nobody() -> None:
    chains = follow_chains(make(responsibilities=duty({"who": "clerk", "cites": ["s#1"]})), "duty")
    (path,) = chains.of("line")
    assert (path.reached, path.ends) == (("clerk", "chief"), "top")
    assert [step.cites for step in path.steps] == [("s#1",), ("s#2",)]
    assert path.end_cites == ("s#3",)


def test_each_chain_is_its_own_and_they_part_where_they_first_differ() -> None:
    claims = ({"who": "clerk"}, {"who": "minister", "chain": "ministerial"})
    chains = follow_chains(make(responsibilities=duty(*claims)), "duty")
    assert ways(chains, "ministerial") == [(("minister", "parliament"), "principal")]
    assert ways(chains, "sro") == [((), "not_stated")]
    (parting,) = chains.partings
    assert (set(parting.chains), parting.after, set(parting.to)) == (
        {"line", "ministerial"}, "duty", {"clerk", "minister"},
    )  # fmt: skip


def test_chains_that_go_the_same_way_first_part_later() -> None:
    claims = ({"who": "chief"}, {"who": "chief", "chain": "ministerial"})
    posts = [
        {"id": "chief", "title": "Chief", "reports_to": [{"who": "clerk"}]},
        {"id": "clerk", "title": "Clerk"},
        {"id": "minister", "title": "Minister"},
    ]
    chains = follow_chains(make(posts=posts, responsibilities=duty(*claims)), "duty")
    assert ways(chains, "ministerial") == [(("chief", "minister"), "not_stated")]
    assert [parting.after for parting in chains.partings] == ["chief"]


def test_that_a_head_answers_for_its_unit_is_inferred() -> None:
    chains = follow_chains(make(responsibilities=duty({"who": "office"})), "duty")
    (path,) = chains.of("line")
    assert [(step.end, step.basis) for step in path.steps] == [("office", "stated"), ("chief", "inferred")]


def test_each_silence_is_where_a_chain_stops_and_none_is_another() -> None:
    for state in ("none", "unclear", "redacted", "not_stated"):
        chains = follow_chains(make(responsibilities=duty({"state": state})), "duty")
        assert ways(chains, "line") == [((), state)]


def test_a_chain_that_stops_alone_is_said_with_the_one_that_goes_on() -> None:
    claims = ({"state": "none"}, {"who": "minister", "chain": "ministerial"})
    chains = follow_chains(make(responsibilities=duty(*claims)), "duty")
    (unequal,) = chains.unequal
    assert (unequal.chain, unequal.ends_at, unequal.ends) == ("line", "duty", "none")
    assert (unequal.goes_on, unequal.reaches) == ("ministerial", "minister")


def test_a_chain_of_which_nothing_is_said_is_not_held_against_another() -> None:
    chains = follow_chains(make(responsibilities=duty({"who": "minister", "chain": "ministerial"})), "duty")
    assert chains.unequal == ()


def test_an_open_list_keeps_its_silence_beside_whom_it_names() -> None:
    chains = follow_chains(make(responsibilities=duty({"who": "clerk"}, {"state": "redacted"})), "duty")
    assert sorted(ways(chains, "line")) == [((), "redacted"), (("clerk", "chief"), "top")]


def test_a_line_that_goes_round_ends() -> None:
    posts = [
        {"id": "chief", "title": "Chief", "reports_to": [{"who": "clerk"}]},
        {"id": "clerk", "title": "Clerk", "reports_to": [{"who": "chief"}]},
        {"id": "minister", "title": "Minister"},
    ]
    assert ways(follow_chains(make(posts=posts), "clerk"), "line") == [(("chief", "clerk"), "loop")]


def test_a_dotted_line_leads_nowhere_and_a_proposal_does_not_count() -> None:
    posts = [
        {"id": "chief", "title": "Chief"},
        {"id": "minister", "title": "Minister"},
        {"id": "clerk", "title": "Clerk",
         "reports_to": [{"who": "chief", "kind": "dotted"}, {"who": "minister", "mode": "proposed"}]},
    ]  # fmt: skip
    assert ways(follow_chains(make(posts=posts), "clerk"), "line") == [((), "not_stated")]


def test_many_ways_up_are_cut_and_it_is_said() -> None:
    layers = [[f"p{layer}-{number}" for number in range(4)] for layer in range(4)]
    posts: list[dict[str, Any]] = [{"id": "chief", "title": "C"}, {"id": "minister", "title": "M"}]
    for layer, above in zip(layers, [*layers[1:], []], strict=True):
        lines = [{"who": who} for who in above]
        posts += [{"id": ident, "title": ident, "reports_to": lines} for ident in layer]
    chains = follow_chains(make(posts=posts), "p0-0")
    assert chains.cut == ("line",)
