"""What the text does not tell never makes a finding, and never clears one.

The direction is meant so: where one claim that names somebody is taken away, and "not stated" or "redacted" is put in
its place, a verdict may become unknown (or information, or leave the population), but no pass becomes a fail and no
fail a pass. The same holds when a silence is put beside what is known.

It is held of the slow reading, which is fast on small models and agrees with the engine (`test_findings_agree.py`), and
for every slot of every record, apart from those for which forgetting is not a loss of knowledge. These stand, with the
reason, in `may_be_forgotten` and in `ANOTHER_FACT`.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings

from orgmodel.model import Model
from tests.properties.findings_strategy import model_of, seeds
from tests.properties.slow_reading import READINGS, Reading

NAMES_OF_HEADS = (
    "split-subject",
    "no-end-to-end-owner",
    "no-dedicated-owner",
    "lowest-common-manager-too-high",
)
FIRST = (
    *NAMES_OF_HEADS,
    "ownerless-responsibility",
    "unclear-accountability",
    "unknown-ownership",
    "multiple-accountable",
    "overloaded-post",
    "vacant-critical-post",
)
SLOTS_OF_FIRST = ("part_of", "head", "in_unit", "reports_to", "accountable", "owner")
ANOTHER_FACT: dict[str, set[str]] = {
    # That a body answers to the owner is a lever that few texts speak of; what can be used is asked of the owner.
    "answerable-without-a-lever": {"answers_to"},
    # A text that names no data for it is not one that withholds them: the unit's word on its systems then decides.
    "answerable-without-data": {"data"},
    # Areas that the model does not say lie within others do not.
    "areas-that-do-not-match": {"locations.part_of"},
    # The jobs of a person are those that are known, and no text says that it names them all.
    "concurrent-posts": {"covered_by"},
    # A unit or board that is said to pursue an objective owns it; none is said not to.
    "conflicting-objectives": {"pursues", "purpose"},
    # Of whom nobody is said to be above is not asked; a body and a post in it are told twice where the text says so.
    "dual-principal": {"answers_to", "reports_to", "head", "in_unit"},
    # With a part of those that are counted goes that it was a part that they did; a recorded reason goes as well.
    "duplicated-work": {"responsible"},
    # A stage whose systems are not known is taken to use one.
    "fragmented-data-systems": {"uses"},
    # That a post heads a unit is a place of its own, as in the findings about ownership.
    "handoff-gap": {"head"},
    # What a thing concerns says whether it is asked about at all; that a post heads a unit says who answers.
    "matrix-ambiguity": {"concerns", "part_of", "head"},
    "policy-operations-split": {"concerns", "part_of", "head"},
    "portfolio-mismatch": {"concerns", "part_of", "head"},
    # A way up that leads by a head, or by what a body sits in, is used where it is known.
    "no-path-to-principal": {"head", "in_unit", "answers_to"},
    # Work elsewhere is told of other things than the subject.
    "priority-without-people": {"concerns", "part_of"},
    # That a board looks at a thing, or decides, is said on the other side too.
    "priority-without-a-forum": {"scrutinises"},
    "recommendation-without-owner": {"implements"},
    "redundant-forum": {"forums", "scrutinises", "decided_by"},
    # It is about the data: a line that is not there cannot be wrong. A head of a body outside is no top.
    "reporting-integrity": {"reports_to", "head", "in_unit"},
    # A post has its role for whom it serves, or where it sits.
    "required-role-missing": {"in_unit", "serves"},
}
"""Fields (of one list, where that stands before the point) whose loss is another fact for a finding."""


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=seeds())
def test_what_is_not_told_makes_and_clears_no_finding(seed: int) -> None:
    model, random = model_of(seed), Random(seed)
    before = {ident: read(Reading(model)) for ident, read in READINGS.items()}
    for _ in range(6):
        changed, forgotten = forget_one(model, random)
        for ident, read in READINGS.items():
            if not may_be_forgotten(model, ident, *forgotten):
                continue
            after = read(Reading(changed))
            flips = {
                identity: (was, after[identity])
                for identity, was in before[ident].items()
                if {was, after.get(identity)} == {"pass", "fail"}
            }
            assert (ident, forgotten, flips) == (ident, forgotten, {})


Forgotten = tuple[str, str, str, dict[str, Any]]
"""The list and id of a record, its field, and the claim that is gone; no claim where a silence was put beside."""


def forget_one(model: Model, random: Random) -> tuple[Model, Forgotten]:
    """The model with one claim forgotten, or a silence put beside those of a slot; and which claim of which slot."""
    content = model.model_dump(by_alias=True, exclude_unset=True)
    name, record, field = random.choice(list(_slots_of(content)))
    claims = list(record[field]["claims"])
    number = random.randrange(len(claims))
    claim = claims[number]
    kinds = ["redacted"] if field in ("accountable", "owner") else ["not_stated", "redacted"]
    kept = ("chain", "role", "designated_by")
    silence = {"state": random.choice(kinds)} | {key: claim[key] for key in kept if claim.get(key)}
    if "who" in claim and random.random() < 0.7:
        claims[number] = silence
        forgotten = claim
    else:
        claims.append(silence)
        forgotten = {}
    record[field] = record[field] | {"claims": claims}
    return Model.model_validate(content), (name, record["id"], field, forgotten)


def _slots_of(content: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Every slot with claims of which none is decisive, and all of which hold, with its record and the list of that."""
    lists = {name: records for name, records in content.items() if isinstance(records, (list, tuple))}
    lists["stages"] = [stage for process in lists["processes"] for stage in process.get("stages", ())]
    for name, records in lists.items():
        for record in records:
            for field, slot in record.items():
                claims = slot.get("claims", ()) if isinstance(slot, dict) else ()
                lasting = all(claim.get("mode") == "actual" and not claim.get("until") for claim in claims)
                if claims and lasting and not {"none", "unclear"} & {claim.get("state") for claim in claims}:
                    yield name, record, field


def may_be_forgotten(model: Model, finding: str, name: str, owner: str, field: str, claim: dict[str, Any]) -> bool:
    """Whether forgetting a claim is a loss of knowledge for a finding, and not another fact.

    Left out: who heads the organisation, and the lines above that head, since all findings are read from there. That a
    post is the head of a unit, where it says which owners are one person or where the post belongs. The unit of a post
    that heads one, which is taken to be its place. A recorded reason, which goes with the claim that records it. What
    else a post has, where the source says that it has nothing but what the model gives. And slots that say none or not
    clear, which is decisive whatever else is told of them. Of who answers only "redacted" is put in place: "not stated"
    beside a unit says that its post is not, and no more. What an outside body is part of: where that is not told, it is
    taken to stand by itself. What a thing concerns, for the findings on ownership: it says of what they are asked.
    """
    if {field, f"{name}.{field}"} & ANOTHER_FACT.get(finding, set()):
        return False
    if (finding in FIRST and field not in SLOTS_OF_FIRST) or (name == "subjects" and field == "part_of"):
        return False
    organisation = model.about.organisation
    heads = {head.who for unit in model.units for head in unit.head.claims}
    top = {head.who for head in model.by_id[organisation].head.claims}  # type: ignore[attr-defined]
    if field == "head":
        return owner != organisation and finding not in NAMES_OF_HEADS
    if field == "in_unit":
        return owner not in heads
    if field == "reports_to":
        return not any(owner in Reading(model).managers(head) for head in top if head in Reading(model).here)
    if field == "part_of" and name == "units" and model.by_id[owner].outside:  # type: ignore[attr-defined]
        return False
    if claim.get("reason") and finding == "multiple-accountable":
        return False
    if field in ("accountable", "owner") and finding in ("no-dedicated-owner", "priority-without-people"):
        alone = {post.id for post in model.posts if post.other_responsibilities == "none"}
        units = {unit.id for unit in model.units}
        return claim.get("who") not in alone | units
    return True
