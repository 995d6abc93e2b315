"""Work and data, read off a model: done twice, dropped between stages, spread over systems, or pulling apart."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.model import (
    AccountabilityClaim,
    Board,
    DataSystem,
    Handoff,
    Named,
    Objective,
    Process,
    Responsibility,
    Stage,
    SystemUse,
    Unit,
)
from tests.properties.slow_model import Reading, Verdicts, may_be_more


def read_duplicated_work(reading: Reading) -> Verdicts:
    limit = reading.limit("duplicated-work", "units", 2)
    found = {}
    for thing in reading.all(Responsibility):
        assert isinstance(thing, Responsibility)
        claims = [claim for claim in reading.claims(thing, "responsible") if isinstance(claim, AccountabilityClaim)]
        doers = [claim for claim in claims if claim.who and not isinstance(reading.here[claim.who], Board)]
        unnamed = max((thing.responsible.at_least or 0) - len(reading.named(thing, "responsible")), 0)
        kinds = {(claim.chain, claim.scope or "") for claim in doers}
        for chain, scope in kinds or ({("line", "")} if unnamed else set()):
            same = [claim for claim in doers if (claim.chain, claim.scope or "") == (chain, scope)]
            found[f"{thing.id}/{chain}/{scope}"] = _twice(reading, thing, same, unnamed, limit)
    return found


def _twice(reading: Reading, thing: Named, doers: Sequence[AccountabilityClaim], unnamed: int, limit: float) -> str:
    """Whether several do all of the work; who does a part of it is not counted."""
    if any(claim.reason for claim in doers):
        return "pass"
    whole = [claim for claim in doers if claim.sharing != "divided"]
    places = separate_places(reading, {claim.who for claim in whole if claim.who})
    shared = {claim.who for claim in whole if claim.sharing == "shared" and claim.who and reading.homes(claim.who)}
    surely = [place for place in places if any(not reading.place_not_told(doer) for doer in shared & place)]
    heard = reading.named(thing, "consulted") or reading.named(thing, "informed")
    number = len(places) + unnamed
    if len(surely) >= limit or (unnamed and number >= limit and heard):
        return "fail"
    return "unknown" if number >= limit or (places and reading.withholds(thing, "responsible")) else "pass"


def separate_places(reading: Reading, doers: set[str]) -> list[set[str]]:
    """The doers by where they work: those of one unit together, and a unit with what is within it."""
    places: list[set[str]] = []
    for doer in sorted(doers):
        near = [place for place in places if any(_one_place(reading, doer, other) for other in place)]
        places = [place for place in places if place not in near] + [{doer}.union(*near)]
    return places


def _one_place(reading: Reading, one: str, other: str) -> bool:
    mine, theirs = reading.homes(one), reading.homes(other)
    within = any(home in reading.upwards(place) for place in mine for home in theirs)
    return within or any(home in reading.upwards(place) for place in theirs for home in mine)


# -- hand-offs ---------------------------------------------------------------------------------------------------------


def read_handoff_gap(reading: Reading) -> Verdicts:
    found = {}
    for process in flows(reading):
        pairs: dict[tuple[str, str], list[Handoff]] = {}
        for handoff in process.handoffs:
            if reading.holds(handoff) and {handoff.before, handoff.after} <= set(reading.here):
                pairs.setdefault((handoff.before, handoff.after), []).append(handoff)
        for (before, after), said in pairs.items():
            found[f"{process.id}/{before}/{after}"] = _handoff(reading, process, before, after, said)
    return found


def _handoff(reading: Reading, process: Process, before: str, after: str, said: Sequence[Handoff]) -> str:
    one, other = reading.here[before], reading.here[after]
    aims = [aim for aim in reading.all(Objective) if {before, after} <= set(reading.named(aim, "of_process"))]
    systems = set(reading.named(one, "uses")) & set(reading.named(other, "uses"))
    unclear = any(handoff.common_owner == "unclear" for handoff in said)
    shared = [
        _shared([handoff.common_owner for handoff in said], not unclear and _owns_all(reading, process)),
        _shared([handoff.shared_system for handoff in said], bool(systems)),
        _shared([handoff.shared_target for handoff in said], bool(aims)),
    ]
    limit = reading.limit("handoff-gap", "missing", 1)
    crosses = _crosses(reading, one, other)
    if crosses == "no" or shared.count("missing") + shared.count("not known") < limit:
        return "pass"
    return "fail" if crosses == "yes" and shared.count("missing") >= limit else "unknown"


def _shared(said: Sequence[str], inferred: bool) -> str:
    """The source's word on the hand-off counts first."""
    if "none" in said:
        return "missing"
    return "there" if inferred or set(said) & {"known", "open"} else "not known"


def _owns_all(reading: Reading, process: Process) -> bool:
    if reading.says(process, "line") & {"none", "unclear"}:
        return False
    wholes = [answer for answer in reading.answers(process) if answer.sharing != "divided"]
    return any(not reading.is_unit(answer.who) for answer in wholes)


def _crosses(reading: Reading, one: Named, other: Named) -> str:
    """Whether the stages are done in different places. The whole organisation is not a place for a part of it."""
    perhaps = any(_place_of_work_not_told(reading, stage) for stage in (one, other))
    mine = {home for doer in reading.named(one, "performed_by") for home in reading.homes(doer)}
    theirs = {home for doer in reading.named(other, "performed_by") for home in reading.homes(doer)}
    for here in mine:
        for there in theirs:
            nested = there in reading.upwards(here) or here in reading.upwards(there)
            unsure = reading.may_be_part_of_more(here) or reading.may_be_part_of_more(there)
            if here != there and reading.organisation in (here, there):
                return "yes"
            if here != there and not nested and not unsure:
                return "yes"
            perhaps |= here != there and not nested
    return "perhaps" if perhaps else "no"


def _place_of_work_not_told(reading: Reading, stage: Named) -> bool:
    for doer in reading.named(stage, "performed_by"):
        seat = set() if reading.is_unit(doer) else reading.states(reading.here[doer], "in_unit")
        if not reading.homes(doer) or may_be_more(seat):
            return True
    said = reading.states(stage, "performed_by")
    return "none" not in said and ("unclear" in said or reading.hides(stage, "performed_by"))


def flows(reading: Reading) -> list[Process]:
    """Every process that is there."""
    return [process for process in reading.all(Process) if isinstance(process, Process)]


def stages_of(reading: Reading, process: Process) -> list[Stage]:
    """The stages of a process that are there."""
    return [stage for stage in process.stages if stage.id in reading.here]


# -- data systems ------------------------------------------------------------------------------------------------------


def read_fragmented_data_systems(reading: Reading) -> Verdicts:
    found = {}
    for process in flows(reading):
        stages = stages_of(reading, process)
        if any(reading.states(stage, "uses") - {"not_stated"} for stage in stages):
            found[process.id] = _fragmented(reading, stages)
    return found


def _fragmented(reading: Reading, stages: Sequence[Stage]) -> str:
    claims = [claim for stage in stages for claim in reading.claims(stage, "uses") if isinstance(claim, SystemUse)]
    systems = sorted({claim.who for claim in claims if claim.who})
    limit = reading.limit("fragmented-data-systems", "systems", 1)
    pairs = [_joined(reading, one, other) for one in systems for other in systems if one < other]
    if any(claim.keyed_twice and claim.who for claim in claims) or ("no" in pairs and len(systems) > limit):
        return "fail"
    silent = [stage for stage in stages if _systems_not_told(reading, stage)]
    if len(systems) + len(silent) <= limit:
        return "pass"
    return "unknown" if "perhaps" in pairs or silent else "pass"


def _systems_not_told(reading: Reading, stage: Stage) -> bool:
    said = reading.states(stage, "uses")
    if "none" in said:
        return "redacted" in said
    return bool(said - {"known"}) or (not said and not stage.uses.complete)


def _joined(reading: Reading, one: str, other: str) -> str:
    """Whether two systems exchange, if through others; that one exchanges with nothing is decisive."""
    if any("none" in reading.states(reading.here[system], "exchanges_with") for system in (one, other)):
        return "no"
    if other in _exchanging(reading, one):
        return "yes"
    whole = [reading.ended(reading.here[system], "exchanges_with") for system in (one, other)]
    alone = [reading.nobody(reading.here[system], "exchanges_with") for system in (one, other)]
    return "no" if all(whole) or any(alone) else "perhaps"


def _exchanging(reading: Reading, system: str) -> set[str]:
    """A system and all that it exchanges with, directly or through others."""
    found, rest = set(), [system]
    while rest:
        current = rest.pop()
        if current not in found:
            found.add(current)
            rest.extend(reading.named(reading.here[current], "exchanges_with"))
            named_by = (one.id for one in reading.all(DataSystem) if current in reading.named(one, "exchanges_with"))
            rest.extend(named_by)
    return found


# -- objectives --------------------------------------------------------------------------------------------------------


def read_conflicting_objectives(reading: Reading) -> Verdicts:
    found = {}
    for one in reading.all(Objective):
        for against in reading.named(one, "conflicts_with"):
            if one.id < against or one.id not in reading.named(reading.here[against], "conflicts_with"):
                found[f"{one.id}/{against}"] = _pull_apart(reading, one, reading.here[against])
    return found


def _pull_apart(reading: Reading, one: Named, other: Named) -> str:
    nobody = any("none" in reading.states(objective, "owner") for objective in (one, other))
    if not nobody and _with_heads(reading, owners(reading, one)) & _with_heads(reading, owners(reading, other)):
        return "pass"
    if not _meet(reading, one, other):
        placed = all(_place_told(reading, objective) for objective in (one, other))
        return "pass" if placed else "unknown"
    return "unknown" if not nobody and any(_owner_not_told(reading, each) for each in (one, other)) else "fail"


def owners(reading: Reading, objective: Named) -> set[str]:
    """Who owns an objective, or pursues it."""
    pursuing = {unit.id for unit in reading.all(Unit) if objective.id in reading.named(unit, "pursues")}
    pursuing |= {board.id for board in reading.all(Board) if objective.id in reading.named(board, "purpose")}
    return pursuing | set(reading.named(objective, "owner"))


def _with_heads(reading: Reading, bodies: set[str]) -> set[str]:
    """A post and the unit that it heads are one owner."""
    units = [reading.here[body] for body in bodies if reading.is_unit(body)]
    return bodies | {head for unit in units for head in reading.named(unit, "head")}


def _owner_not_told(reading: Reading, objective: Named) -> bool:
    said = reading.states(objective, "owner")
    return "unclear" in said or may_be_more(said) or not owners(reading, objective)


def _place_told(reading: Reading, objective: Named) -> bool:
    said = [reading.states(objective, field) for field in ("concerns", "of_process")]
    return all("none" in states or states == {"known"} for states in said)


def _meet(reading: Reading, one: Named, other: Named) -> bool:
    flows_of = [
        {_flow(reading, place) for place in reading.named(objective, "of_process")} for objective in (one, other)
    ]
    mine, theirs = (set(reading.named(objective, "concerns")) for objective in (one, other))
    within = any(subject in reading.upwards(part) for subject in mine for part in theirs)
    around = any(subject in reading.upwards(part) for subject in theirs for part in mine)
    return bool(flows_of[0] & flows_of[1]) or within or around


def _flow(reading: Reading, place: str) -> str:
    """The process of a stage; a process is its own."""
    process = reading.model.stage_process.get(place)
    return process.id if process else place
