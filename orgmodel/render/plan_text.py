"""A plan as text, in three densities: a headline, the named list (what disappears first), and everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

from orgmodel.options import Plan
from orgmodel.options.losses import Loss
from orgmodel.options.plan_values import Name, Step
from orgmodel.options.still_said import StillSaid
from orgmodel.render.plan_facts import (
    say_amount,
    say_benefit,
    say_conditions,
    say_cost,
    say_objection,
    say_phase,
    say_still_open,
    say_still_said,
)
from orgmodel.render.wording import join_words, say_cites, wrap

Detail = Literal["headline", "list", "all"]
HEADLINE = {
    "closed": "close", "moved": "move", "new": "are new", "changed": "change otherwise", "questions": "open questions",
    "unknowns": "parts left unknown", "losses": "things without a known destination",
}  # fmt: skip
HEADINGS = {"closed": "Disappears", "moved": "Moves", "new": "New", "changed": "Changes", "kept": "Kept as it is"}
OUTCOMES = {
    "unknown": "where it goes is not known", "redacted": "where it goes is redacted", "given_up": "given up on purpose",
    "lost": "nothing is said of where it goes", "not_said": "nothing is said of what is left behind",
}  # fmt: skip
STATES = {"not_stated": "not stated", "redacted": "redacted", "none": "nobody", "unclear": "not clear", "open": "open"}


def render_plan(plan: Plan, standing: str, detail: Detail = "list") -> str:
    """A plan with its reasons and paragraphs."""
    return "\n".join(_plan(plan, standing, detail))


def say_headline(plan: Plan) -> str:
    """`2 move, 1 is new, ...`: the counts that are not nought."""
    return ", ".join(f"{count} {HEADLINE[name]}" for name, count in plan.headline if count) or "nothing changes"


def _plan(plan: Plan, standing: str, detail: Detail) -> Iterator[str]:
    yield wrap(standing)
    yield ""
    yield f"{plan.title}  ({plan.option}, on {plan.model})"
    yield wrap(f"{plan.because} ({say_cites(plan.cites)})", "  ")
    by = f" by {plan.by}" if plan.by else ""
    why = f": {plan.why}" if plan.why else ""
    yield wrap(f"Standing: {plan.standing.replace('_', ' ')}{by}{why}", "  ")
    yield wrap(f"In short: {say_headline(plan)}", "  ")
    yield from _section("What is ruled out, or asked for, in the model", plan.ruled_out, say_objection)
    if detail == "headline":
        return
    steps = plan.everything if detail == "all" else plan.named
    for kind, heading in HEADINGS.items():
        yield from _section(heading, [step for step in steps if step.kind == kind], _step)
    yield from _section("Without a known destination", plan.losses, lambda loss: say_loss(loss) + say_where(loss))
    yield from _section(
        "Still said of what disappears",
        plan.still_said,
        lambda each: say_still_said(each, f" [{each.thing.id}]") + say_where(each),
    )
    yield from _section(
        "Left open, and who decides",
        plan.questions,
        lambda question: f"{question.text} Decided by: {names(question.decided_by)} ({say_cites(question.cites)})",
    )
    yield from _section(
        "Not known",
        plan.unknowns,
        lambda unknown: (
            f"{unknown.thing.title}, {unknown.part.replace('_', ' ')}: {one_of(unknown.candidates, unknown.state)}"
        ),
    )
    yield from _section(
        "Still said beside what is new",
        plan.still_open,
        lambda each: f"{say_still_open(each)} (change {each.number}, {say_cites(each.cites)})",
    )
    yield from _section(
        "Staff",
        plan.staffing,
        lambda staff: (
            f"{say_amount(staff.amount)} ({staff.measure}) from {names(staff.giver)} to {names(staff.to)}"
            f"{f' for {staff.subject.title}' if staff.subject else ''} ({say_cites(staff.cites)})"
        ),
    )
    yield from _section(
        "Required", plan.requirements, lambda item: f"{item.text}: {names(item.of)} ({say_cites(item.cites)})"
    )
    titles = {name.id: name.title for name in plan.owners}
    yield from _section("Brings, as it is said", plan.benefits, lambda benefit: say_benefit(benefit, titles))
    yield from _section("Costs", plan.costs, say_cost)
    yield from _section("Phases", plan.phases, say_phase)
    yield from _section("Other options", list(say_conditions(plan)), str)
    if detail == "all":
        yield from _section(
            "Posts",
            plan.posts,
            lambda post: f"{post.title}: {join_words([action.replace('_', ' ') for action in post.actions])}",
        )


def _section(heading: str, rows: Sequence[Any], say: Callable[[Any], str]) -> Iterator[str]:
    if rows:
        yield f"\n  {heading}"
        for row in rows:
            yield wrap(say(row), "      ", "    - ")


def _step(step: Step) -> str:
    return f"{say_step(step)} ({say_cites(step.cites)})" if step.cites else say_step(step)


def say_step(step: Step) -> str:
    """One step as a sentence without its citations."""
    return f"{step.thing.title} [{step.thing.id}]: {say_change(step)}"


def say_change(step: Step) -> str:
    """What becomes different in the thing of a step, without its name."""
    if not step.field:
        return step.label.lower()
    field = step.field.replace("_", " ")
    if step.words:
        return f"{field} from '{step.words[0]}' to '{step.words[1]}'"
    if step.before and not step.after and step.state == "known":
        return f"{field} no longer {names(step.before)}"
    after = names(step.after) if step.after else one_of(step.candidates, step.state)
    return f"{field} from {names(step.before)} to {after}" if step.before else f"{field} {after}"


def say_loss(loss: Loss) -> str:
    """What has no known destination, whose it was, and what the option says of it."""
    kind = loss.kind.replace("_", " ")
    return f"{loss.title} [{loss.thing}], {kind} of {join_words(loss.holders)}: {OUTCOMES[loss.outcome]}"


def say_where(each: Loss | StillSaid) -> str:
    """The change that something comes from, and where that is written; nothing where no change speaks of it."""
    return f" (change {each.number}, {each.where})" if each.number else ""


def names(found: Sequence[Name]) -> str:
    """Titles joined, or that nobody is named."""
    return join_words([name.title for name in found]) if found else "not stated"


def one_of(candidates: Sequence[Name], state: str) -> str:
    """What an open operand says: one of several, or which kind of silence."""
    if candidates and state == "proposed":
        return f"{names(candidates)}, which stays a proposal"
    if candidates:
        return f"one of {', '.join(name.title for name in candidates)}; which is {STATES.get(state, state)}"
    return STATES.get(state, state)
