"""Each option: what it is and whose, what it moves, does to findings, leaves, costs and when, and how it would look."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Finding
from orgmodel.options import OptionComparison, Plan, Shift, Step
from orgmodel.pictures import StructurePicture
from orgmodel.render.brief.blocks import Block, Items, Picture, Section, Text
from orgmodel.render.brief.choosing import (
    COMPARE,
    EFFECTS,
    PLAN,
    SERVE,
    Room,
    cut_middle,
    first,
    shift_matters,
    told_shifts,
)
from orgmodel.render.brief.costs import build_costs
from orgmodel.render.brief.phrases import say_field, say_open
from orgmodel.render.brief.view import BriefView
from orgmodel.render.brief.weighed import build_outdone
from orgmodel.render.html.people import People
from orgmodel.render.plan_facts import say_amount, say_phase, say_when
from orgmodel.render.plan_text import OUTCOMES, names
from orgmodel.render.wording import join_words

STANDINGS = {"offered": "Offered by", "recommended": "Recommended by", "preferred": "Preferred by",
             "ruled_out": "Ruled out by"}  # fmt: skip
STEPS = {"closed": "ends", "new": "is new"}
COUNTED = {"closed": "close", "opened": "open", "changed": "change without closing", "settled": "settle",
           "become_unknown": "become unknown"}  # fmt: skip
"""What findings do of which only the number is told."""

TOGETHER = "The part of the structure that the options touch: today, and what each option changes"
DRAWN = f"What moves is listed above, and drawn in full by {SERVE}."


def build_options(view: BriefView, people: People, room: Room) -> Section:
    """The structure of today, then each option with its own."""
    parts = tuple(_option(view, number, people, room) for number in range(len(view.options)))
    picture = view.drawn.today if room.apart else view.drawn.together
    title = "The part of the structure that the options touch, today" if room.apart else TOGETHER
    return Section("The options", (draw_block(picture, title),) if picture else (), parts)


def _option(view: BriefView, number: int, people: People, room: Room) -> Section:
    option = view.comparison.options[number]
    blocks = [
        Text(option.plan.because, option.plan.cites, basis=option.plan.basis),
        _whose(option),
        *build_outdone(view, number),
        *_conditions(view, option.plan),
        *_moves(option.plan, room),
        *_effects(option, people, room),
        *_left(view, option, room),
        *_demands(view, number, room),
        *_drawn(view, number, room),
    ]
    return Section(f"Option {number + 1}: {option.title}", tuple(blocks))


def _whose(option: OptionComparison) -> Text:
    """Who offers, recommends, prefers or rules it out, and why: always somebody's word, and never this paper's."""
    plan = option.plan
    who = plan.by or "nobody who is named"
    why = f". Reason given: {plan.why}" if plan.why else ". Why is not stated."
    return Text(f"{who}{why}", plan.cites, STANDINGS[plan.standing])


def _conditions(view: BriefView, plan: Plan) -> Iterator[Text]:
    """What it includes, requires, excludes or varies; which options of this paper exclude each other is said before."""
    titles = {option.id: f"option {number}" for number, option in enumerate(view.options, start=1)}
    excluded = tuple(ident for ident in plan.excludes if ident not in titles)
    varied = (plan.variant_of,) if plan.variant_of and plan.variant_of not in titles else ()
    told = (("Includes", plan.includes), ("Requires", plan.requires), ("Excludes", excluded),
            ("Is another form of", varied))  # fmt: skip
    said = [f"{word} {join_words([titles.get(ident, ident) for ident in idents])}" for word, idents in told if idents]
    if said:
        yield Text(f"{'. '.join(said)}.", plan.cites, "With other options:")


def _drawn(view: BriefView, number: int, room: Room) -> Iterator[Block]:
    picture = view.drawn.options[number]
    if not room.apart and view.drawn.together:
        return
    if picture and room.apart:
        yield draw_block(picture, f"The part of the structure that the options touch, with option {number + 1}")
    elif picture:
        yield Text(f"No picture, for want of room. {DRAWN}")
    elif view.comparison.options[number].plan.steps:
        yield Text(f"No picture: what it touches is too much for a page, or is nothing that a chart shows. {DRAWN}")


def draw_block(picture: StructurePicture, title: str) -> Picture:
    """A picture of the structure as a block, with all that its boxes say for those who cannot see it."""
    spoken = ". ".join(box.spoken() for root in picture.boxes for box in root.walk())
    return Picture(title, spoken, picture.svg, picture.width, picture.height, picture.message)


def _moves(plan: Plan, room: Room) -> Iterator[Block]:
    named = [step for step in plan.named if step.kind != "kept"]
    steps, left = first(named, room.steps, PLAN)
    if steps:
        yield Items("What moves:", tuple(_step(step) for step in steps), left)
    else:
        changed = [step for step in plan.steps if step.kind == "changed"]
        more = f" What changes in detail: {PLAN}" if changed else ""
        yield Text(f"Nothing closes, moves or is new.{more}", None, "What moves:")


def _step(step: Step) -> Text:
    return Text(f"{step.thing.title}: {say_move(step)}.", step.cites, basis=step.basis)


def say_move(step: Step) -> str:
    """What becomes of a thing: it ends, it is new, or who had it today and who has it with the option."""
    if not step.field:
        return f"{STEPS[step.kind]}, as a {step.label.lower()}"
    field = say_field(step.field)
    today = f"today {names(step.before)}; " if step.before else ""
    if step.before and not step.after and step.state == "known":
        return f"{field}: no longer {names(step.before)}"
    after = names(step.after) if step.after else say_open(step.candidates, step.state)
    return f"{field}: {today}with the option {after}"


def _effects(option: OptionComparison, people: People, room: Room) -> Iterator[Block]:
    """Each kind of effect with its findings; kinds without any are named together, so that none is missed."""
    none, counted = [], []
    for kind, lead in EFFECTS.items():
        told = told_shifts(option.of(kind), people)  # type: ignore[arg-type]
        if told and kind not in room.named:
            counted.append(f"{len(told)} {COUNTED[kind]}")
            continue
        shifts, left = first(told, room.shifts, COMPARE)
        if shifts:
            yield Items(lead, tuple(map(say_effect, shifts)), left)
        elif not any(map(shift_matters, option.of(kind))):  # type: ignore[arg-type]
            none.append(lead.partition(".")[0].lower())
    if counted:
        yield Text(f"{join_words(counted)}: {COMPARE}.", None, "Counted only:")
    if none:
        yield Text(f"It {join_words(none).replace(' and ', ' or ')} no finding.", None, "Otherwise:")


def say_effect(shift: Shift) -> Text:
    """What a shift is about as a sentence: as it was where it closes, as it becomes where it does not."""
    sides = [side for side in (shift.before, shift.after) if isinstance(side, Finding)]
    told = sides[0] if shift.kind == "closed" or not sides[-1].sentence else sides[-1]
    words = cut_middle(told.sentence)
    if shift.kind == "closed" and shift.thing_gone:
        words += " It ends because the thing itself does."
    if shift.kind == "settled" and told.verdict != "fail":
        words += " With this option it is known, and is no finding."
    if shift.kind == "changed" and len({side.sentence for side in sides}) == 1:
        words += " It reads as before; what it rests on is different."
    return Text(words, tuple(cite for side in sides for cite in side.cites), basis=told.basis)


def _left(view: BriefView, option: OptionComparison, room: Room) -> Iterator[Block]:
    titles = {**view.model.by_id}
    items = []
    for loss in option.losses:
        holders = join_words([titles[ident].title if ident in titles else ident for ident in loss.holders])
        words = f"{loss.title}, {loss.kind.replace('_', ' ')} of {holders}: {OUTCOMES[loss.outcome]}."
        items.append(Text(words, loss.cites))
    told, left = first(items, room.losses, PLAN)
    if told:
        yield Items("Left without a known holder:", tuple(told), left)
    else:
        yield Text("Nothing: all that passes on has a known holder.", None, "Left without a known holder:")


def _demands(view: BriefView, number: int, room: Room) -> Iterator[Block]:
    """Staff, requirements, costs and phases, each as far as stated; what is not stated is said to be so."""
    plan = view.comparison.options[number].plan
    staff = tuple(
        Text(
            f"{say_amount(each.amount)} ({each.measure})"
            f"{f', for {each.subject.title}' if each.subject else ''}. "
            f"From where: {names(each.giver)}. To where: {names(each.to)}.",
            each.cites,
            "Staff:",
        )
        for each in plan.staffing
    )
    required = tuple(Text(f"{each.text}: {names(each.of)}.", each.cites, "Required:") for each in plan.requirements)
    if staff or required:
        told, left = first((*staff, *required), room.staff, PLAN)
        yield Items("What it asks of staff:", tuple(told), left)
    yield build_costs(view, number, room)
    phases = tuple(Text(f"{say_phase(phase)}.", plan.cites) for phase in plan.phases)
    dated = [step for step in plan.steps if step.phase]
    yield Items("Phases:", phases) if phases or dated else Text("None stated, and no dates.", None, "Phases:")


def say_dates(plan: Plan) -> str:
    """When it begins and ends, as far as its phases say."""
    starts = [say_when(phase.start) for phase in plan.phases if phase.start]
    ends = [say_when(phase.until) for phase in plan.phases if phase.until]
    said = [f"from {starts[0]}"] if starts else []
    return ", ".join([*said, *([f"until {ends[-1]}"] if ends else [])]) or "not stated"
