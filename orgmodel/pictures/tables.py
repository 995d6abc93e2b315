"""The structure chart's content as rows of text: every unit and post, also those that the chart does not show."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.model import Claim, Model, Post, Unit
from orgmodel.pictures.tree import OCCUPANCY, SILENT_HEAD, Chart, basis_words

COLUMNS = ("What", "Name", "In", "Head or line manager", "State", "How its place is known", "Paragraphs", "Id")


def structure_table(model: Model) -> list[dict[str, str]]:
    """A row for each unit, followed by rows for its posts; the organisation first, posts without a unit last."""
    chart = Chart(model)
    rows: list[dict[str, str]] = []
    waiting = list(reversed(chart.tops))
    while waiting:
        ident = waiting.pop()
        rows.append(_unit_row(chart, chart.units[ident]))
        rows += [_post_row(chart, post, claim) for post, claim in chart.posts_in.get(ident, [])]
        waiting += reversed(chart.below.get(ident, []))
    known = {row["Id"] for row in rows}
    loose = [post for post in model.posts if chart.holds(post) and post.id not in known]
    return rows + [_post_row(chart, post, Claim(state="not_stated")) for post in loose]


def _unit_row(chart: Chart, unit: Unit) -> dict[str, str]:
    parent = chart.parent.get(unit.id)
    heads = chart.claims(unit.head) or [Claim(state="not_stated")]
    place = chart.model.title_of(parent.who or "") if parent else ""
    if not parent and unit.id != chart.model.about.organisation:
        place = "outside the organisation" if unit.outside else "not stated"
    words = [word for word in chart.words_of(unit) if not word.startswith("place ")]
    return _row(
        chart.kind_of(unit),
        unit.title,
        place,
        "; ".join(_named(chart, claim, SILENT_HEAD) for claim in heads),
        ", ".join(words),
        parent.basis if parent else "",
        (*unit.cites, *(parent.cites if parent else ())),
        unit.id,
    )


def _post_row(chart: Chart, post: Post, place: Claim) -> dict[str, str]:
    lines = chart.claims(post.reports_to) or [Claim(state="not_stated")]
    return _row(
        "Post",
        post.title,
        chart.model.title_of(place.who) if place.who else "not stated",
        "; ".join(_named(chart, claim, SILENT_HEAD) for claim in lines),
        ", ".join(_post_state(post)),
        place.basis if place.who else "",
        (*post.cites, *place.cites),
        post.id,
    )


def _named(chart: Chart, claim: Claim, silence: dict[str, str]) -> str:
    if claim.who is None:
        return silence[claim.state]
    words = basis_words(claim)
    return chart.model.title_of(claim.who) + (f" ({', '.join(words)})" if words else "")


def _post_state(post: Post) -> Iterator[str]:
    if post.critical and post.critical.value:
        yield f"critical (designated by {post.critical.designated_by})"
    yield OCCUPANCY.get(post.occupancy.state, "filled" if post.occupancy.state == "filled" else "")


def _row(
    what: str, name: str, place: str, head: str, state: str, basis: str, cites: tuple[str, ...], ident: str
) -> dict[str, str]:
    values = (what, name, place, head, state.strip(", "), basis, ", ".join(dict.fromkeys(cites)), ident)
    return dict(zip(COLUMNS, values, strict=True))
