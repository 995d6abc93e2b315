"""What one side of a comparison does to whom, in sentences: duties, disruption by name, costs, benefits, objections."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.options.disruption import Disturbance, Kind
from orgmodel.options.duties import Duty, DutyShift
from orgmodel.options.sides import Side
from orgmodel.render.plan_facts import say_benefit, say_cost, say_objection
from orgmodel.render.quantities import say_quantity
from orgmodel.render.wording import join_words, say_cites

DISTURBED: dict[Kind, str] = {
    "units_created": "Units created",
    "units_closed": "Units closed",
    "units_moved": "Units moved",
    "posts_added": "Posts added",
    "posts_closed": "Posts closed",
    "posts_moved": "Posts moved, alone or with their unit",
    "posts_regraded": "Posts regraded",
    "posts_new_manager": "Posts with another manager",
    "people_new_manager": "People with another manager",
    "places_changed": "Posts and units at another location",
    "staff_moved": "Staff who move",
}
PART = {"accountable": "answers for it", "responsible": "does the work"}


def say_ruled_out(side: Side) -> Iterator[str]:
    """What the model rules out, or asks for, that the option does, and whose word that is."""
    yield from (say_objection(each) for each in side.compared.plan.ruled_out) if side.compared else ()


def say_duties(side: Side) -> Iterator[str]:
    """Each post, unit and board whose responsibilities differ, before and then; then each unit with its posts."""
    yield from (say_shift_of_duties(shift) for shift in side.duties)


def say_shift_of_duties(shift: DutyShift) -> str:
    """One holder: what it gains and from whom, what it loses and to whom, and all that it has before and then."""
    who, parts, whole = tell_shift_of_duties(shift)
    return f"{who}: {'; '.join(parts)}. {whole}"


def tell_shift_of_duties(shift: DutyShift) -> tuple[str, tuple[str, ...], str]:
    """One holder in parts: who it is, each thing that it gains or loses, and all that it has before and then."""
    who = f"{shift.holder.title} with the posts in it" if shift.within else shift.holder.title
    gains = (f"gains {_duty(duty, 'from')}" for duty in shift.gains)
    loses = (f"loses {_duty(duty, 'to')}" for duty in shift.loses)
    before, after = (join_words([name.title for name in names]) or "none" for names in (shift.before, shift.after))
    return who, (*gains, *loses), f"Before: {before}. Then: {after}."


def _duty(duty: Duty, word: str) -> str:
    chain = f", {duty.chain.replace('_', ' ')} chain" if duty.chain else ""
    others = join_words([name.title for name in duty.others])
    other = f"{word} {others}" if others else _nobody(duty, word)
    return f"{duty.thing.title} ({PART[duty.part]}{chain}; {other}; {say_cites(duty.cites)})"


def _nobody(duty: Duty, word: str) -> str:
    if word == "from":
        return "new" if duty.ends else "nobody was named before"
    return "it ends" if duty.ends else "nobody is named then"


def say_disturbed(side: Side) -> Iterator[str]:
    """Everything disturbed by name, and what could be; people are counted and never named."""
    for found in side.disruption:
        if found.things or found.could or (found.quantity.parts and found.kind == "staff_moved"):
            yield _disturbed(found)


def _disturbed(found: Disturbance) -> str:
    words = DISTURBED[found.kind]
    if found.kind == "staff_moved":
        unit = f" {found.unit}" if found.quantity.fixed else ""
        why = f" ({join_words([part.what for part in found.quantity.parts])})" if found.quantity.parts else ""
        return f"{words}: {say_quantity(found.quantity)}{unit}{why}."
    sure = join_words([name.title for name in found.things])
    could = join_words([name.title for name in found.could])
    said = [sure] if sure else []
    said += [f"perhaps {could}, as it is not told"] if could else []
    return f"{words}: {'; '.join(said)}."


def say_costs(side: Side) -> Iterator[str]:
    """Each cost, and what is not stated by the option or by one that it includes or requires."""
    if side.bill.nothing:
        yield "Nothing beyond what is spent today."
    for line in side.bill.lines:
        yield f"{say_cost(line.cost)}{_of(line.option, side)}."
    for option, kind in side.bill.silent:
        often = "once" if kind == "one_off" else "again and again"
        yield f"What it costs {often} is not stated{_of(option, side)}: it is not known."


def say_benefits(side: Side) -> Iterator[str]:
    """Each benefit with its measure, where that stands today and who answers for reaching it."""
    for line in side.bill.benefits:
        titles = {ident: side.model.title_of(ident) for ident in line.benefit.owner.named}
        yield f"{say_benefit(line.benefit, titles)}{_of(line.option, side)}."


def _of(option: str, side: Side) -> str:
    return f", stated by {option}" if option != side.option else ""
