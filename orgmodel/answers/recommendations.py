"""What the sources recommend: to whom, who owns it, what came of it, whether it is overdue, which option does it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orgmodel.model import Model, Recommendation


@dataclass(frozen=True)
class RecommendationLine:
    """One recommendation. `owner_state` and `response` tell nobody from not stated and from redacted."""

    id: str
    title: str
    addressed_to: tuple[str, ...]
    owners: tuple[str, ...]
    owner_state: str
    response: str
    response_text: str | None
    due: str | None
    overdue: bool
    changes_structure: bool
    options: tuple[str, ...]
    cites: tuple[str, ...]


def list_recommendations(
    model: Model, options: Mapping[str, Sequence[str]], today: dt.date | None = None
) -> list[RecommendationLine]:
    """Every recommendation in the order of the definitions. `options` gives the citations of each option by its id:
    an option that cites a recommendation's paragraph, or is named by it, is listed with it."""
    day = today or model.about.as_of
    return [_line(model, item, options, day) for item in model.recommendations]


def _line(model: Model, item: Recommendation, options: Mapping[str, Sequence[str]], day: dt.date) -> RecommendationLine:
    doing = {name for name, cites in options.items() if item.changes_structure and set(cites) & set(item.cites)}
    late = item.due is not None and item.due.latest is not None and item.due.latest < day
    return RecommendationLine(
        item.id, item.title,
        tuple(model.title_of(claim.who or "") for claim in item.addressed_to.known),
        tuple(model.title_of(claim.who or "") for claim in item.owner.known), item.owner.state,
        item.response, item.response_text, _day(item), late and item.response != "known", item.changes_structure,
        tuple(sorted(doing | set(item.options))), item.cites,
    )  # fmt: skip


def _day(item: Recommendation) -> str | None:
    latest = item.due.latest if item.due else None
    return latest.isoformat() if latest else None
