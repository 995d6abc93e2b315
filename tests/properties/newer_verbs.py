"""Random changes of grades, boards, owners, precedence, divisions and links, for the options of property tests."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from orgmodel.model import Model, Named, Slot


def newer_verbs(model: Model) -> list[str]:
    """The verbs that the model has things for."""
    verbs = ["link"] if len(model.units) > 1 else []
    verbs += ["owner"] if model.processes else []
    verbs += ["adopt"] if _proposed_things(model) or _proposed_slots(model) else []
    if model.posts:
        verbs += ["regrade", "only"] if model.responsibilities else ["regrade"]
        verbs += ["divide"] if model.responsibilities else []
        verbs += ["precedence"] if model.subjects else []
        verbs += ["chair", "members", "limit"] if model.boards else []
    return verbs


def newer_change(draw: st.DrawFn, verb: str, model: Model) -> dict[str, Any] | None:
    """A change with one of these verbs, or None for another."""
    posts, units = [post.id for post in model.posts], [unit.id for unit in model.units]

    def one(records: Sequence[Named]) -> str:
        return draw(st.sampled_from([record.id for record in records]))

    match verb:
        case "adopt":
            made = draw(_adoption(model))
        case "link":
            made = {
                "thing": one(model.units),
                "slot": draw(st.sampled_from(["funds", "sponsors"])),
                "to": draw(operand(units)),
            }
        case "owner":
            made = {"thing": one(model.processes), "to": draw(operand([*posts, *units]))}
        case "regrade":
            made = {"post": one(model.posts), "grade": draw(operand(["grade-0", "grade-1"]))}
        case "only":
            kept = [one(model.responsibilities)]
            made = {"post": one(model.posts), "responsibilities": kept, "rest": draw(operand(units))}
        case "divide":
            parts = [{"scope": scope, "to": draw(operand(posts))} for scope in ("north", "south")]
            made = {"responsibility": one(model.responsibilities), "parts": parts, "rest": draw(operand(units))}
        case "precedence":
            made = {"subject": one(model.subjects), "to": draw(operand(posts))}
        case "chair":
            made = {"board": one(model.boards), "to": draw(operand(posts))}
        case "members":
            made = {"board": one(model.boards), draw(st.sampled_from(["add", "remove"])): [one(model.posts)]}
        case "limit":
            made = {"board": one(model.boards), "at_most": draw(st.integers(1, 9))}
        case _:
            return None
    return {"do": verb, **made}


def _proposed_things(model: Model) -> list[str]:
    return [record.id for record in (*model.units, *model.posts) if record.mode == "proposed"]


def _proposed_slots(model: Model) -> list[str]:
    """Slots with a proposal, of things that are there."""
    there = [record for record in (*model.units, *model.posts, *model.responsibilities) if record.mode == "actual"]
    return [
        f"{record.id}.{name}"
        for record in there
        for name, slot in record
        if isinstance(slot, Slot) and any(claim.mode == "proposed" for claim in slot.claims)
    ]


@st.composite
def _adoption(draw: st.DrawFn, model: Model) -> dict[str, Any]:
    """Up to two proposed things, and a slot with a proposal now and then."""
    things, slots = _proposed_things(model), _proposed_slots(model)
    made = draw(st.lists(st.sampled_from(things), max_size=2, unique=True)) if things else []
    chosen = [draw(st.sampled_from(slots))] if slots and (not made or draw(st.booleans())) else []
    return {"things": made or ([] if chosen else things[:1]), "claims": chosen}


def operand(idents: list[str]) -> st.SearchStrategy[Any]:
    """One id, several, or a word that says how it is not known."""
    forms: list[st.SearchStrategy[Any]] = [st.sampled_from(["unknown", "redacted"])]
    if idents:
        forms.append(st.sampled_from(idents))
    if len(set(idents)) > 1:
        several = st.lists(st.sampled_from(idents), min_size=2, max_size=3, unique=True)
        forms.append(several.map(lambda some: {"one_of": some}))
    return st.one_of(*forms)
