"""What options cost, as far as it is stated: never added up, and never nought where it is not known."""

from __future__ import annotations

from orgmodel.options import Amount, Cost
from orgmodel.options.bill import Bill
from orgmodel.pictures.tree import count
from orgmodel.render.brief.blocks import Block, Items, Text
from orgmodel.render.brief.choosing import COMPARE, Room, first
from orgmodel.render.brief.view import BriefView
from orgmodel.render.plan_facts import say_amount

NO_COST = "Not stated. The model holds no figure for it, which does not mean that it costs nothing."
OWN = "what it costs beside these is not stated"


def build_costs(view: BriefView, number: int, room: Room) -> Block:
    """Each cost of an option and of what it includes or requires, with who bears it; or that none is stated."""
    bill = view.beside.sides[number + 1].bill
    titles = {option.id: f"option {place}" for place, option in enumerate(view.options, start=1)}
    told = []
    for line in bill.lines:
        other = f" Stated by {titles.get(line.option, line.option)}." if line.option != bill.option else ""
        words = f"{say_cost(line.cost)}. Borne by: {line.cost.borne_by or 'not stated'}.{other}"
        told.append(Text(words, line.cost.cites))
    if told and not _states_own(bill):
        told.append(Text(f"{OWN[0].upper()}{OWN[1:]}.", None))
    costs, left = first(told, room.costs, COMPARE)
    return Items("Cost:", tuple(costs), left) if costs else Text(NO_COST, None, "Cost:")


def say_costs(bill: Bill) -> str:
    """The costs of a bill in few words: those with an amount, and how many are named without one."""
    known = [say_cost(line.cost) for line in bill.lines if line.cost.amount != Amount()]
    silent = count(len(bill.lines) - len(known), "cost")
    if len(known) < len(bill.lines):
        known.append(f"{silent} more without an amount" if known else f"not known: {silent} named, without an amount")
    if known and not _states_own(bill):
        known.append(OWN)
    return "; ".join(known) or "not stated"


def _states_own(bill: Bill) -> bool:
    """Whether an option states a cost itself, and not only one that it includes or requires."""
    return any(line.option == bill.option for line in bill.lines)


def say_cost(cost: Cost) -> str:
    """A cost as a number, a range, the words of the source or not known."""
    often = "once" if cost.kind == "one_off" else "each time"
    known = f"{say_amount(cost.amount)} {cost.unit}" if cost.amount.known else say_amount(cost.amount)
    return f"{cost.what}, {often}: {known}"
