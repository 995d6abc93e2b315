"""Random changes over a random model: most can be carried out, some cannot, and each names things of the model."""

from typing import Any

from hypothesis import strategies as st

from orgmodel.model import Model
from orgmodel.options import Changeset
from orgmodel.options.held import held_in
from tests.properties.newer_verbs import newer_change, newer_verbs, operand

CHAINS = st.sampled_from(["line", "ministerial", "sro"])


@st.composite
def changes(draw: st.DrawFn, model: Model, prefix: str = "new") -> dict[str, Any]:
    """One change over the model, of any verb but closing, which `closings` makes."""
    units, posts = _ids(model.units), _ids(model.posts)
    kinds = [
        "create",
        "move-unit",
        "rename",
        "ask",
        *(["set-line", "move-post", "set-head", "require"] if posts else []),
    ]
    kinds += ["assign", "transfer", "release", "share"] if model.responsibilities else []
    verb = draw(st.sampled_from([*kinds, *newer_verbs(model)]))
    made = (
        newer_change(draw, verb, model)
        or _work(draw, verb, model, [*units, *posts])
        or _structure(draw, verb, prefix, units, posts)
    )
    return {"because": "a test", **made}


@st.composite
def options(draw: st.DrawFn, model: Model, ident: str = "option", most: int = 4) -> Changeset:
    """An option of up to `most` changes, with a closing now and then."""
    made = draw(st.lists(changes(model, ident), min_size=1, max_size=most))
    if draw(st.booleans()) and model.posts:
        made.append(draw(closings(model)))
    elif len(model.units) > 1 and draw(st.integers(0, 2)) == 0:
        made.append(draw(endings(model)))
    return option_of(made, ident)


@st.composite
def closings(draw: st.DrawFn, model: Model) -> dict[str, Any]:
    """The closing of a post, with a destination for each thing that it holds, or for all but one."""
    post = draw(st.sampled_from(_ids(model.posts)))
    held = sorted({each.thing for each in held_in(model) if each.holder == post})
    if held and draw(st.integers(0, 4)) == 0:
        held.pop()
    others = [ident for ident in _ids(model.posts) if ident != post]
    moves = [{"what": thing, "to": draw(operand(others))} for thing in held]
    return {"do": "close-post", "because": "a test", "post": post, "moves": moves}


@st.composite
def endings(draw: st.DrawFn, model: Model) -> dict[str, Any]:
    """The merging of a unit, or the splitting of one whose rest stays, goes to another or is unknown."""
    unit, other = draw(st.lists(st.sampled_from(_ids(model.units)), min_size=2, max_size=2, unique=True))
    if draw(st.booleans()):
        return {"do": "merge", "because": "a test", "unit": unit, "into": other}
    held = sorted({each.thing for each in held_in(model) if each.holder == unit} - {other})
    takes = held[: draw(st.integers(1, 2))] or [unit]
    rest = draw(st.sampled_from([unit, other, "unknown"]))
    return {"do": "split", "because": "a test", "unit": unit, "into": [{"to": other, "takes": takes}], "rest": rest}


def option_of(made: list[dict[str, Any]], ident: str = "option") -> Changeset:
    """An option over the random model with the changes given."""
    return Changeset.model_validate(
        {"id": ident, "title": ident, "model": "random", "because": "a test", "changes": made}
    )


def _work(draw: st.DrawFn, verb: str, model: Model, bodies: list[str]) -> dict[str, Any] | None:
    if verb not in ("assign", "transfer", "release", "share"):
        return None
    held = [each for each in held_in(model) if each.field == "accountable" and model.label_of[each.holder] != "Board"]
    if verb == "assign" or not held:
        responsibility = draw(st.sampled_from(_ids(model.responsibilities)))
        return {"do": "assign", "chain": draw(CHAINS), "to": draw(operand(bodies)), "responsibility": responsibility}
    chosen = draw(st.sampled_from(held))
    made: dict[str, Any] = {"do": verb, "chain": chosen.chain}
    if verb != "share":
        made["from"] = chosen.holder
    if verb != "release":
        made["to"] = draw(operand(bodies))
    if verb in ("release", "share"):
        made["reason"] = "a test"
    return made | ({"responsibilities": [chosen.thing]} if verb == "transfer" else {"responsibility": chosen.thing})


def _structure(draw: st.DrawFn, verb: str, prefix: str, units: list[str], posts: list[str]) -> dict[str, Any]:
    unit = draw(st.sampled_from(units))
    post = draw(st.sampled_from(posts)) if posts else ""
    match verb:
        case "create":
            ident = f"{prefix}-post-{draw(st.integers(0, 30))}"
            record = {"id": ident, "title": "New", "in_unit": [{"who": unit}]}
            return {"do": "create-post", "post": record}
        case "move-unit":
            return {"do": verb, "unit": unit, "part_of": draw(operand(units))}
        case "rename":
            return {"do": verb, "thing": draw(st.sampled_from([*units, *posts])), "title": f"Renamed by {prefix}"}
        case "set-line":
            kind = draw(st.sampled_from(["line", "dotted"]))
            return {"do": verb, "post": post, "to": draw(operand(posts)), "kind": kind}
        case "move-post":
            return {"do": verb, "post": post, "in_unit": draw(operand(units))}
        case "set-head":
            return {"do": verb, "unit": unit, "to": draw(operand(posts))}
        case "require":
            return {"do": verb, "of": [post], "requirement": f"Asked by {prefix}"}
        case _:
            return {"do": "ask", "question": "Who?", "about": [unit]}


def _ids(records: Any) -> list[str]:
    return [record.id for record in records]
