"""The handover sheet: who gives what to whom and when, and that a gap keeps it from being complete."""

from orgmodel.options import find_handover
from tests.unit.options.small import do, option, small_model

GIVE = do("transfer", responsibilities=["berths"], **{"from": "dock-master"}, to="chief", part="accountable")


def test_what_passes_on_is_a_line_with_what_it_still_needs() -> None:
    (line,) = find_handover(small_model(), option(GIVE)).lines
    assert (line.thing.id, line.giver.id, [name.id for name in line.to]) == ("berths", "dock-master", ["chief"])
    assert (line.kind, line.chain, line.gaps) == ("responsibility", "line", ("no date", "not accepted yet"))


def test_a_sheet_is_complete_when_all_is_known_dated_and_accepted() -> None:
    accepted = [{"what": "berths", "by": "chief", "on": "2024-02-01"}]
    sheet = find_handover(small_model(), option(GIVE | {"when": "2024-03-01"}, accepted=accepted))
    assert (sheet.complete, sheet.gaps, sheet.lines[0].accepted) == (True, 0, True)


def test_a_phase_gives_its_date_and_a_refusal_is_a_gap() -> None:
    phases = [{"id": "first", "title": "First", "from": "2024-03-01"}]
    refused = [{"what": "berths", "by": "chief", "accepted": False}]
    sheet = find_handover(small_model(), option(GIVE | {"phase": "first"}, phases=phases, accepted=refused))
    assert (sheet.lines[0].gaps, sheet.complete) == (("refused",), False)


def test_a_gap_cannot_be_signed_away() -> None:
    change = option(GIVE | {"to": "unknown", "when": "2024-03"}, accepted=[{"what": "berths", "by": "chief"}])
    sheet = find_handover(small_model(), change)
    assert (sheet.lines[0].gaps, sheet.complete) == (("nobody takes it over",), False)


def test_one_of_several_is_nobody_yet_and_names_them() -> None:
    (line,) = find_handover(small_model(), option(GIVE | {"to": {"one_of": ["chief", "chief-pilot"]}})).lines
    assert ([name.id for name in line.candidates], line.to, line.state) == (["chief", "chief-pilot"], (), "not_stated")


def test_what_is_given_up_on_purpose_needs_nobody() -> None:
    release = option(do("release", responsibility="lifting", **{"from": "dock-master"}, reason="cranes are sold"))
    (line,) = find_handover(small_model(), release).lines
    assert (line.given_up, line.gaps) == (True, ())


def test_a_closing_hands_over_all_that_the_post_held_and_not_where_it_was() -> None:
    moves = [{"what": what, "to": "chief"} for what in ("berths", "lifting", "docks", "tide-group", "crane-lead")]
    moves += [{"what": "ada", "to": "chief"}, {"what": "berth-fees", "to": "chief"}]
    sheet = find_handover(small_model(), option(do("close-post", post="dock-master", moves=moves)))
    kinds = sorted((line.thing.id, line.kind) for line in sheet.lines)
    assert kinds == [
        ("ada", "holder"),
        ("berth-fees", "lever"),
        ("berths", "responsibility"),
        ("docks", "unit that it heads"),
        ("lifting", "responsibility"),
        ("tide-group", "chair"),
        ("tide-group", "membership"),
    ]


def test_a_sheet_may_be_of_one_post_or_person() -> None:
    pilotage = do("transfer", responsibilities=["pilotage"], **{"from": "chief-pilot"}, to="chief", part="accountable")
    whole = option(GIVE, pilotage)
    assert [line.thing.id for line in find_handover(small_model(), whole, "chief-pilot").lines] == ["pilotage"]
    assert [line.thing.id for line in find_handover(small_model(), whole, "chief").lines] == ["pilotage", "berths"]
    assert [line.thing.id for line in find_handover(small_model(), whole, "ada").lines] == ["berths"]
    assert find_handover(small_model(), whole, "crane-lead").lines == ()


def test_an_option_that_passes_nothing_on_has_an_empty_sheet() -> None:
    sheet = find_handover(small_model(), option(do("rename", thing="chief", title="Head")))
    assert (sheet.lines, sheet.complete) == ((), True)
