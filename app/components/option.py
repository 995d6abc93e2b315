"""One option on a page: its reasons, its plan in three densities, what becomes of the findings, what is handed over."""

from __future__ import annotations

from typing import Any

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import Html, details, items, join, link, show, table, tag
from orgmodel_app.components.page import heading
from orgmodel_app.components.rows import thing_link
from orgmodel_app.components.words import word_tag
from orgmodel_app.state import Desk, Side, following, join_words, plan_facts, say_cites

SHIFTS = {
    "closed": ("Closed", "Findings that would be no longer there."),
    "opened": ("Opened", "Findings that would be new."),
    "changed": ("Changed", "Findings that would be there in another form."),
    "settled": ("Settled", "Unknowns that would be known, one way or the other."),
    "become_unknown": ("Become unknown", "What could be told today and could not be told then."),
    "gone": ("Gone with the thing", "Rows that end because the thing does."),
    "still": ("Still there", "Findings that would stay as they are."),
}
STANDING = {"offered": "Offered", "recommended": "Recommended", "preferred": "Preferred", "ruled_out": "Ruled out"}
LOST = {
    "unknown": "where it goes is not known",
    "redacted": "where it goes is redacted",
    "given_up": "given up on purpose",
    "lost": "nothing is said of where it goes",
    "not_said": "the holder moves, and what becomes of this is not said",
}
NOT_KNOWN = {
    "not_stated": "not known",
    "redacted": "redacted",
    "none": "nobody",
    "unclear": "not clear",
    "open": "others",
}
OPEN_AT_FIRST = ("closed", "opened", "become_unknown")


def show_option(desk: Desk, side: Side) -> None:
    """Everything about one option: its plan in three densities, its findings, its losses and its handover."""
    option = side.compared
    plan = option.plan
    heading(option.title)
    show(
        tag("p", plan.because),
        tag("p", _whose(plan), " ", _decided(plan), " ", say_cites(plan.cites), ".", class_="om-small"),
        tag("p", tag("strong", "In short: "), _headline(plan), class_="om-sum"),
    )
    later = link("Follow it up", "follow", option=side.option)
    show(tag("p", later, ": did a later account do so, and can it be carried over to there?", class_="om-small"))
    _plan(desk, side)
    _findings(option)
    _losses(desk, option)
    _handover(desk, side)


def _whose(plan: Any) -> str:
    said = f"{STANDING.get(plan.standing, plan.standing)} by {plan.by}" if plan.by else STANDING[plan.standing]
    return f"{said}: {plan.why.rstrip('.')}." if plan.why else f"{said}."


def _decided(plan: Any) -> str:
    names = join_words([name.title for name in plan.decided_by])
    return f"Decided by {names}." if names else "Who decides is not stated."


def _headline(plan: Any) -> str:
    nouns = {"unknowns": "not known", "losses": "left without a known holder", "questions": "questions left open"}
    counted = [f"{number} {nouns.get(name, name)}" for name, number in plan.headline if number]
    return join_words(counted) + "." if counted else "it changes nothing."


def _plan(desk: Desk, side: Side) -> None:
    """By name first, and everything for whoever asks; the line in short stands above."""
    plan = side.compared.plan
    named = [_step(desk, step) for step in plan.named]
    others = [_step(desk, step) for step in plan.everything if step not in plan.named]
    show(tag("h3", "What happens, by name", class_="om-h3"))
    show(items(named) if named else tag("p", "Nothing closes, moves or is new.", class_="om-empty"))
    told = [*map(_staffing, plan.staffing), *map(_requirement, plan.requirements)]
    when = [*map(plan_facts.say_phase, plan.phases), *plan_facts.say_conditions(plan)]
    posts = [f"{post.title}: {join_words([word.replace('_', ' ') for word in post.actions])}." for post in plan.posts]
    parts = (
        ("Details that change, and what is kept on purpose", others),
        ("Staff and requirements", told),
        ("Phases, and other options", when),
        ("Every post", posts),
    )
    said = [[tag("h4", f"{title} ({len(each)})", class_="om-h4"), items(each)] for title, each in parts if each]
    show(details("Everything in the plan", *(part for each in said for part in each)))


def _step(desk: Desk, step: Any) -> Html:
    word = {"closed": "Closes", "moved": "Moves", "new": "New", "changed": "Changes", "kept": "Kept"}[step.kind]
    after: list[object] = [thing_link(desk, name.id, name.title) for name in step.after]
    if step.state != "known":
        after.append(NOT_KNOWN.get(step.state, step.state))
    if step.candidates:
        after.append(f"one of {join_words([name.title for name in step.candidates])}, which is not stated")
    change: list[object] = []
    if step.field:
        change.append(f", {step.field.replace('_', ' ')}: ")
        if step.kind == "moved":
            before = join((thing_link(desk, name.id, name.title) for name in step.before), ", ")
            change += ["from ", before or "nobody known", " to ", join(after, ", ") or "nobody"]
        elif step.words:
            change.append(" → ".join(word or "not stated" for word in step.words))
        else:
            change.append(join(after, ", ") or "nobody")
    why = tag("span", f" {step.because} {say_cites(step.cites)}.", class_="om-note") if step.because else ""
    return join([tag("strong", word), ": ", thing_link(desk, step.thing.id, step.thing.title), *change, ".", why])


def _staffing(staffing: Any) -> str:
    amount = plan_facts.say_amount(staffing.amount)
    giver, to = (join_words([name.title for name in names]) or "not known" for names in (staffing.giver, staffing.to))
    about = f", for {staffing.subject.title}" if staffing.subject else ""
    return f"{amount} {staffing.measure}{about}: from {giver}, to {to}."


def _requirement(requirement: Any) -> str:
    of = join_words([name.title for name in requirement.of])
    posts = join_words([name.title for name in requirement.posts]) or "no post of the model"
    return f"{of}: {requirement.text} (falls on {posts})."


def _findings(option: Any) -> None:
    show(tag("h3", "What becomes of the findings", class_="om-h3"))
    for kind, (title, meaning) in SHIFTS.items():
        shifts = option.of(kind)
        if not shifts:
            if kind in OPEN_AT_FIRST:
                show(tag("p", tag("strong", f"{title}: "), "none.", class_="om-small"))
            continue
        told = items((_shift(shift) for shift in shifts), "om-rows")
        if kind in OPEN_AT_FIRST:
            show(tag("h4", f"{title} ({len(shifts)})", class_="om-h4"), tag("p", meaning, class_="om-under"), told)
        else:
            show(details(f"{title} ({len(shifts)}). {meaning}", told))


def _shift(shift: Any) -> Html:
    there = shift.before is not None and shift.before.verdict != "pass"
    before = [word_tag(shift.before.word), " ", shift.before.sentence] if there else ["nothing found."]
    if shift.kind == "still":
        return join(before)
    found = shift.after is not None and shift.after.verdict != "pass"
    after: list[object] = [word_tag(shift.after.word), " ", shift.after.sentence] if found else ["nothing found."]
    if shift.thing_gone:
        after = ["the thing itself would be gone"]
    changed = ", ".join(name.replace("_", " ") for name in shift.changed)
    notes = f" Differs in: {changed}." if changed and found else ""
    return join(
        [
            tag("span", f"{', '.join(shift.names)}: {shift.title}", class_="om-names"),
            tag("span", tag("em", "Today: "), *before, class_="om-shift"),
            tag("span", tag("em", "Then: "), *after, notes, class_="om-shift"),
        ]
    )


def _losses(desk: Desk, option: Any) -> None:
    show(tag("h3", "What would be left without a known holder", class_="om-h3"))
    if option.losses:
        show(items(_loss(desk, loss) for loss in option.losses))
    else:
        show(tag("p", "Nothing: everything that it closes or moves has a destination.", class_="om-empty"))
    plan = option.plan
    for title, lines in (
        ("Still said of what disappears", [f"{plan_facts.say_still_said(each)}." for each in plan.still_said]),
        ("Still said beside what is new", [f"{plan_facts.say_still_open(each)}." for each in plan.still_open]),
    ):
        if lines:
            show(tag("h4", f"{title} ({len(lines)})", class_="om-h4"), items(lines))


def _loss(desk: Desk, loss: Any) -> Html:
    holders = join((thing_link(desk, holder) for holder in loss.holders), ", ")
    candidates = join_words([desk.title_of(ident) for ident in loss.candidates])
    one_of = f" (one of {candidates}, which is not stated)" if candidates else ""
    what = loss.kind.replace("_", " ")
    return join(
        [thing_link(desk, loss.thing, loss.title), f" ({what}), held by ", holders, f": {LOST[loss.outcome]}{one_of}."]
    )


def _handover(desk: Desk, side: Side) -> None:
    """The sheet of what passes on, and whether it can be signed."""
    show(tag("h3", "Handover sheet", class_="om-h3"))
    sheet = following.handover(side.handover, desk.standing)
    show(tag("p", sheet.title, ".", class_="om-small"))
    if not sheet.rows:
        show(tag("p", sheet.empty, class_="om-empty"))
        return
    rows = [_handed(side, dict(zip(sheet.columns, row, strict=True))) for row in sheet.rows]
    show(details(f"The sheet ({len(rows)} lines)", table(rows, f"Handover in {side.title}")))
    download_table(rows, f"handover-{side.option}", f"handover-{side.option}")


def _handed(side: Side, line: dict[str, Any]) -> dict[str, object]:
    title = side.model.title_of
    to = join_words([title(ident) for ident in line["to"]])
    one_of = join_words([title(ident) for ident in line["candidates"]])
    return {
        "What": line["title"],
        "As": ", ".join(filter(None, (line["as"], line["chain"].replace("_", " ")))),
        "From": title(line["from"]),
        "To": to
        or (f"one of {one_of}" if one_of else "nobody known" if not line["given_up"] else "nobody, on purpose"),
        "When": line["when"] or "no date",
        "Accepted": line["accepted"],
        "Missing": join_words(line["gaps"]) or "nothing",
    }
