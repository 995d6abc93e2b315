"""Options beside doing nothing, as text: what each closes, opens and leaves, by name. No option is said to win."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodel.findings import cite_order
from orgmodel.options import Comparison, OptionComparison, Shift
from orgmodel.options.beside import Beside
from orgmodel.render.beside import grids, lists, names_of
from orgmodel.render.grid_text import render_grid
from orgmodel.render.plan_text import say_headline, say_loss
from orgmodel.render.wording import join_words, say_cites, wrap

HEADINGS = {
    "closed": "Closes", "opened": "Opens", "changed": "Changes without closing",
    "settled": "Settles what was not known",
    "become_unknown": "Makes unknown", "still": "Leaves as it is", "gone": "No longer asked, as the thing is gone",
}  # fmt: skip
VERDICTS = {"fail": "a finding", "unknown": "not known", "info": "for information", "pass": "no finding"}


def render_comparison(beside: Beside, standing: str, everything: bool = False) -> str:
    """What stands side by side first, then each option by name."""
    return "\n".join(_comparison(beside, standing, everything))


def _comparison(beside: Beside, standing: str, everything: bool) -> Iterator[str]:
    comparison = beside.comparison
    yield wrap(standing)
    yield ""
    yield from _table(comparison)
    for grid in grids(beside):
        yield from render_grid(grid, names_of(beside))
    yield ""
    yield "DOING NOTHING"
    for row in comparison.base:
        if row.verdict == "fail":
            accepted = " (accepted)" if getattr(row, "waived", None) else ""
            yield wrap(f"{row.title} {row.sentence}{accepted}", "      ", "    - ")
    told = lists(beside)
    for number, option in enumerate(comparison.options, start=1):
        yield from _option(option, everything)
        for each in told:
            yield f"  {each.title}"
            yield from (wrap(said, "      ", "    - ") for said in each.sides[number] or (each.empty,))
    yield "\nNo option is ranked here: which of these matter is for those who decide."


def _table(comparison: Comparison) -> Iterator[str]:
    columns = ["doing nothing", *(option.option for option in comparison.options)]
    width = max(14, *(len(column) + 2 for column in columns))
    yield f"{'':<42}" + "".join(f"{column:>{width}}" for column in columns)
    fails = sum(row.verdict == "fail" for row in comparison.base)
    unknown = sum(row.verdict == "unknown" for row in comparison.base)
    for label, base, verdict in (("Findings", fails, "fail"), ("We do not know", unknown, "unknown")):
        after = [
            sum(bool(shift.after and shift.after.verdict == verdict) for shift in option.shifts)
            for option in comparison.options
        ]
        yield f"{label:<42}" + "".join(f"{count:>{width}}" for count in (base, *after))
    for kind, heading in HEADINGS.items():
        counts = [dict(option.counts)[kind] for option in comparison.options]  # type: ignore[index]
        yield f"  {heading:<40}" + f"{'-':>{width}}" + "".join(f"{count:>{width}}" for count in counts)
    losses = [len(option.losses) for option in comparison.options]
    yield (
        f"  {'Without a known destination':<40}" + f"{'-':>{width}}" + "".join(f"{count:>{width}}" for count in losses)
    )


def _option(option: OptionComparison, everything: bool) -> Iterator[str]:
    by = f" by {option.by}" if option.by else ""
    yield f"\n{option.title.upper()}  ({option.option}; {option.standing.replace('_', ' ')}{by})"
    yield wrap(f"In short: {say_headline(option.plan)}. ({say_cites(option.plan.cites)})", "  ")
    for kind, heading in HEADINGS.items():
        shifts = option.of(kind)  # type: ignore[arg-type]
        if shifts:
            yield f"  {heading}"
            for shift in shifts if everything or kind != "still" else ():
                yield wrap(say_shift(shift), "      ", "    - ")
            if kind == "still" and not everything:
                yield from _still(shifts)
    for heading, rows in (("Without a known destination", [say_loss(loss) for loss in option.losses]),):
        if rows:
            yield f"  {heading}"
            yield from (wrap(row, "      ", "    - ") for row in rows)


def _still(shifts: Sequence[Shift]) -> Iterator[str]:
    """What an option leaves: the things by name under each finding, and only the number of what is for information."""
    for title in dict.fromkeys(shift.title for shift in shifts):
        for verdict in ("fail", "unknown"):
            things = [
                join_words(shift.names)
                for shift in shifts
                if shift.title == title and shift.before and shift.before.verdict == verdict
            ]
            if things:
                yield wrap(f"{title} ({VERDICTS[verdict]}) {'; '.join(things)}", "      ", "    - ")
    informing = sum(bool(shift.before and shift.before.verdict == "info") for shift in shifts)
    if informing:
        yield f"    - and {informing} for information (everything is told with --everything)"


def say_shift(shift: Shift) -> str:
    """What becomes of one finding about one thing: what it was, what it becomes, and the paragraphs behind it."""
    was, now = (VERDICTS[side.verdict] if side else VERDICTS["pass"] for side in (shift.before, shift.after))
    move = f"stays {now}" if was == now else f"was {was}, becomes {now}"
    after = shift.after if shift.after and shift.after.verdict != "pass" else None
    told = after or (shift.before if was == now else None)
    sentence = f" {told.sentence}" if told and told.sentence else ""
    changed = (
        f" Differs in: {join_words([name.replace('_', ' ') for name in shift.changed])}."
        if shift.changed and after
        else ""
    )
    sides = [side for side in (shift.before, shift.after) if side]
    cites = sorted({cite for side in sides for piece in side.evidence for cite in piece.cites}, key=cite_order)
    return f"{join_words(shift.names)}: {shift.title} ({move}){sentence}{changed} ({say_cites(cites)})"
