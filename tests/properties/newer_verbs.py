"""Random changes of grades, boards, owners, precedence, divisions and links, for the options of property tests."""

from typing import Any

from hypothesis import strategies as st

from orgmodel.model import Model


def newer_verbs(model: Model) -> list[str]:
    """The verbs that the model has things for."""
    verbs = ["link"] if len(model.units) > 1 else []
    verbs += ["owner"] if model.processes else []
    if model.posts:
        verbs += ["regrade", "only"] if model.responsibilities else ["regrade"]
        verbs += ["divide"] if model.responsibilities else []
        verbs += ["precedence"] if model.subjects else []
        verbs += ["chair", "members", "limit"] if model.boards else []
    return verbs


def newer_change(draw: st.DrawFn, verb: str, model: Model) -> dict[str, Any] | None:
    """A change with one of these verbs, or None for another."""
    posts, units = [post.id for post in model.posts], [unit.id for unit in model.units]

    def one(records: Any) -> str:
        return draw(st.sampled_from([record.id for record in records]))

    match verb:
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


def operand(idents: list[str]) -> st.SearchStrategy[Any]:
    """One id, several, or a word that says how it is not known."""
    forms: list[st.SearchStrategy[Any]] = [st.sampled_from(["unknown", "redacted"])]
    if idents:
        forms.append(st.sampled_from(idents))
    if len(set(idents)) > 1:
        several = st.lists(st.sampled_from(idents), min_size=2, max_size=3, unique=True)
        forms.append(several.map(lambda some: {"one_of": some}))
    return st.one_of(*forms)
