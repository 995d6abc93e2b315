"""What the text does not tell never makes a finding, and never clears one.

The direction is meant so: where one claim that names somebody is taken away, and "not stated" or "redacted" is put in
its place, a verdict may become unknown (or information, or leave the population), but no pass becomes a fail and no
fail a pass. The same holds when a silence is put beside what is known.

It is held of the slow reading, which is fast on small models and agrees with the engine (`test_findings_agree.py`).
What is left out, and why, stands in `may_be_forgotten`.
"""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings

from orgmodel.model import Model
from tests.properties.findings_strategy import model_of, seeds
from tests.properties.slow_reading import READINGS, Reading

SLOTS = {
    "units": ("part_of", "head"),
    "posts": ("in_unit", "reports_to"),
    "responsibilities": ("accountable",),
    "processes": ("owner",),
}
NAMES_OF_HEADS = (
    "split-subject",
    "no-end-to-end-owner",
    "no-dedicated-owner",
    "lowest-common-manager-too-high",
)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
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


def forget_one(model: Model, random: Random) -> tuple[Model, tuple[str, str, dict[str, Any]]]:
    """The model with one claim forgotten, or a silence put beside those of a slot; and which claim of which slot."""
    content = model.model_dump(by_alias=True, exclude_unset=True)
    slots = [
        (record, field)
        for name, fields in SLOTS.items()
        for record in content[name]
        for field in fields
        if record.get(field, {}).get("claims")
        and not {"none", "unclear"} & {claim.get("state") for claim in record[field]["claims"]}
    ]
    record, field = random.choice(slots)
    claims = list(record[field]["claims"])
    number = random.randrange(len(claims))
    claim = claims[number]
    kinds = ["redacted"] if field in ("accountable", "owner") else ["not_stated", "redacted"]
    silence = {"state": random.choice(kinds), "chain": claim.get("chain")}
    silence = {name: value for name, value in silence.items() if value}
    if "who" in claim and random.random() < 0.7:
        claims[number] = silence
        forgotten = claim
    else:
        claims.append(silence)
        forgotten = {}
    record[field] = record[field] | {"claims": claims}
    return Model.model_validate(content), (record["id"], field, forgotten)


def may_be_forgotten(model: Model, finding: str, owner: str, field: str, claim: dict[str, Any]) -> bool:
    """Whether forgetting a claim is a loss of knowledge for a finding, and not another fact.

    Left out: who heads the organisation, and the lines above that head, since all findings are read from there. That a
    post is the head of a unit, where it says which owners are one person or where the post belongs. The unit of a post
    that heads one, which is taken to be its place. A recorded reason, which goes with the claim that records it. What
    else a post has, where the source says that it has nothing but what the model gives. And slots that say none or not
    clear, which is decisive whatever else is told of them. Of who answers only "redacted" is put in place: "not stated"
    beside a unit says that its post is not, and no more. What an outside body is part of: where that is not told, it is
    taken to stand by itself.
    """
    organisation = model.about.organisation
    heads = {head.who for unit in model.units for head in unit.head.claims}
    top = {head.who for head in model.by_id[organisation].head.claims}  # type: ignore[attr-defined]
    if field == "head":
        return owner != organisation and finding not in NAMES_OF_HEADS
    if field == "in_unit":
        return owner not in heads
    if field == "reports_to":
        return not any(owner in Reading(model).managers(head) for head in top if head in Reading(model).here)
    if field == "part_of" and model.by_id[owner].outside:  # type: ignore[attr-defined]
        return False
    if claim.get("reason") and finding == "multiple-accountable":
        return False
    if field in ("accountable", "owner") and finding == "no-dedicated-owner":
        alone = {post.id for post in model.posts if post.other_responsibilities == "none"}
        units = {unit.id for unit in model.units}
        return claim.get("who") not in alone | units
    return True
