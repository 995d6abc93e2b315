"""What an option says of itself, as sentences: who rules it out, what it costs and brings, phases, conditions,
and what is still said beside it."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.model import When
from orgmodel.model.statements import SILENCE
from orgmodel.options import Amount, Benefit, Cost, Objection, Phase, Plan
from orgmodel.options.plan_values import Unknown
from orgmodel.options.still_said import StillSaid
from orgmodel.render.wording import join_words, say_cites


def say_objection(found: Objection) -> str:
    """What is ruled out or asked for, by whom and why, and which changes do it."""
    word = "ruled out" if found.verdict == "ruled_out" else "asked for"
    how = f"change {join_words([str(number) for number in found.numbers])}" if found.numbers else "the option"
    while_ = f", while {found.while_[0].lower()}{found.while_[1:].rstrip('.')}" if found.while_ else ""
    why = f"{found.why.rstrip('.')}{while_}"
    return f"{found.title} is {word} by {found.by}: {why}. Here: {how} ({say_cites(found.cites)})"


def say_cost(cost: Cost) -> str:
    """What it costs, once or each time, as a number, a range or unknown."""
    often = "once" if cost.kind == "one_off" else "again and again"
    borne = f", borne by {cost.borne_by}" if cost.borne_by else ""
    known = f"{say_amount(cost.amount)} {cost.unit}" if cost.amount.known else say_amount(cost.amount)
    return f"{cost.what}, {often}: {known}{borne} ({say_cites(cost.cites)})"


def say_benefit(benefit: Benefit, titles: dict[str, str]) -> str:
    """What it is to bring, from where it stands today, and who answers for that."""
    owners = join_words([titles.get(ident, ident) for ident in benefit.owner.named])
    one = f"one of {owners}" if benefit.owner.one_of else owners
    stands = f"; today: {benefit.baseline.rstrip('.')}" if benefit.baseline else "; where it stands today is not stated"
    return f"{benefit.measure}{stands}; answered for by {one or 'nobody that is known'} ({say_cites(benefit.cites)})"


def say_phase(phase: Phase) -> str:
    """A phase, its dates, and what has to be there before."""
    dates = [f"{word} {say_when(when)}" for word, when in (("from", phase.start), ("until", phase.until)) if when]
    before = [f"after phase {join_words(phase.requires)}"] if phase.requires else []
    needs = [f"needs: {'; '.join(phase.needs)}"] if phase.needs else []
    return ", ".join([f"{phase.title} [{phase.id}]", *(dates or ["no dates"]), *before, *needs])


def say_conditions(plan: Plan) -> Iterator[str]:
    """What the option includes, requires and excludes, and what it is a variant of."""
    for word, idents in (("Includes", plan.includes), ("Requires", plan.requires), ("Excludes", plan.excludes)):
        if idents:
            yield f"{word} {join_words(idents)}"
    if plan.variant_of:
        yield f"Is a variant of {plan.variant_of}: only one of the two can be chosen"


def say_when(when: When | None) -> str:
    """A date in words: a day, or the bounds that are known; nothing where there is none."""
    if when is None:
        return ""
    if when.on:
        return when.on.isoformat()
    parts = [f"{word} {day.isoformat()}" for word, day in (("after", when.after), ("before", when.before)) if day]
    return " and ".join(parts)


def say_amount(amount: Amount) -> str:
    """A number, a range, the words of the source, or that it is redacted or not stated."""
    if amount.redacted:
        return "an amount that is redacted"
    if not amount.known:
        return amount.words or "an amount that is not stated"
    low, high = amount.at_least, amount.at_most
    if low == high:
        return f"{low:,g}"
    return f"at least {low:,g}" if high is None else f"at most {high:,g}" if low is None else f"{low:,g} to {high:,g}"


def say_still_said(each: StillSaid, mark: str = "") -> str:
    """Of what disappears, what speaks of it all the same and what kind of thing that is; `mark` follows its title."""
    return f"{each.about.title}: {each.thing.title}{mark}, {each.kind}"


def say_still_open(each: Unknown) -> str:
    """Of a place where the option names somebody, what the source leaves open there and so goes on beside it."""
    return f"{each.thing.title}, {each.part.replace('_', ' ')}: {SILENCE[each.state].removeprefix('and ')}"
