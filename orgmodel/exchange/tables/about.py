"""What a new folder says of itself: `model.yaml`, and the few files that keep people's data out of version control."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from orgmodel.exchange.tables.yaml_records import render_field
from orgmodel.loading.scaffold import GITIGNORE, README, slug_of
from orgmodel.loading.spelling import did_you_mean


@dataclass(frozen=True)
class NewModel:
    """Whose account a new model is, of which organisation (None: the unit that is part of nothing) and day."""

    account_of: str
    as_of: dt.date
    organisation: str | None = None
    marking: str = "Not marked"


def render_about(new: NewModel, folder: str, ident: str, title: str) -> dict[str, str]:
    """The files that a new folder has beside its lists. `ident` and `title` are the unit that is the whole."""
    said = {
        "id": slug_of(folder) or "model",
        "title": title,
        "account_of": new.account_of,
        "as_of": new.as_of.isoformat(),
        "marking": new.marking,
        "organisation": ident,
    }
    return render_header(said, title)


def render_header(said: dict[str, Any], organisation: str) -> dict[str, str]:
    """The same, from all that `model.yaml` is to say. What an option makes of a model becomes a model of its own."""
    said = {name: str(value).replace("+", "-") if name == "id" else value for name, value in said.items()}
    plain = {name: said.get(name, "?") for name in ("title", "account_of", "as_of")}
    return {
        "model.yaml": "\n".join(render_field(field, value) for field, value in said.items()) + "\n",
        ".gitignore": GITIGNORE,
        "README.md": README.format(organisation=organisation, **plain),
    }


def find_whole(units: dict[str, dict[str, object]], wanted: str | None) -> str | tuple[str, str]:
    """The id of the unit that is the whole organisation, or what is wrong and what to do."""
    titles = {str(data.get("title")): ident for ident, data in units.items()}
    if wanted is not None:
        folded = {title.casefold(): ident for title, ident in titles.items()}
        found = wanted if wanted in units else folded.get(wanted.casefold())
        if found:
            return found
        near = did_you_mean(wanted, [*folded]) or "Name one of the units, or add a row for it."
        return f"no unit is called '{wanted}', which is to be the organisation", near
    tops = [ident for ident, data in units.items() if not data.get("part_of") and not data.get("outside")]
    if len(tops) == 1:
        return tops[0]
    if not units:
        hint = "Add a row for the organisation itself to 'Units', or say --organisation and its name."
        return "there is no unit, so that nothing can be the organisation", hint
    shown = ", ".join(f"'{units[ident]['title']}'" for ident in tops[:8])
    if not tops:
        return "no unit is the whole: each is part of another", "Leave 'Part of' empty for the organisation itself."
    return (
        f"{len(tops)} units are part of nothing, and one of them is the whole organisation: {shown}",
        "Say which with --organisation, and fill in 'Part of' for the others.",
    )
