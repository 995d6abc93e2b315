"""An option written for a baseline that has changed, where nothing conflicts: without what is done there already."""

from __future__ import annotations

from orgmodel.errors import OptionError, Problem
from orgmodel.model import Model
from orgmodel.options.apply import apply
from orgmodel.options.attribution import find_change, number_fields
from orgmodel.options.changeset import Changeset
from orgmodel.options.diff import diff
from orgmodel.options.rebasing import HOW_SAID, Conflict, rebase, write_for
from orgmodel.options.telling import say_field, titles_of

DECIDE = "Decide what is to be, and put it into the option; then carry it over."
FROM_WHERE = ("cites", "note", "basis", "aliases")


def carry_over(changeset: Changeset, old: Model, new: Model) -> Changeset:
    """The option written for the new baseline, without the changes that are done there whole.

    Raises OptionError with every conflict, or with all that keeps what is left from being carried out there; where
    nothing is left to do, it says so.
    """
    found = rebase(changeset, old, new)
    if found.conflicts:
        raise OptionError([Problem(changeset.place(), _say(each), DECIDE) for each in found.conflicts])
    whole = _done_whole(changeset, old, new, found.done)
    left = tuple(change for number, change in enumerate(changeset.changes) if number not in whole)
    if changeset.changes and not left:
        what = "all that the option changes is there already"
        raise OptionError([Problem(changeset.place(), what, "Nothing is left to carry over.")])
    # What it includes is among its changes by now, and would come twice.
    carried = write_for(changeset, new).model_copy(update={"changes": left, "includes": ()}).located({})
    apply(new, carried)
    return carried


def _say(each: Conflict) -> str:
    field = f", {each.field.replace('_', ' ')}," if each.field else ""
    return f"'{each.title}'{field} {HOW_SAID[each.how]}"


def _done_whole(changeset: Changeset, old: Model, new: Model, done: tuple[Conflict, ...]) -> set[int]:
    """The numbers of the changes of which every difference that they make is there already."""
    wanted = apply(old, changeset)
    ours = diff(old, wanted)
    there = {(each.thing, each.field) for each in done}
    made: dict[int | None, list[bool]] = {}
    for added in ours.added:
        same = (added.id, "") in there and _is_same(added.id, wanted, new)
        made.setdefault(find_change(changeset, added.id, ""), []).append(same)
    for each, field, number in number_fields(changeset, ours):
        made.setdefault(number, []).append((each.id, field.name) in there)
    return {number for number, all_of_it in made.items() if number is not None and all(all_of_it)}


def _is_same(ident: str, ours: Model, theirs: Model) -> bool:
    """Whether a thing is said to be the same in both, apart from where it comes from."""
    titles = titles_of(ours, theirs)
    left, right = ours.by_id[ident], theirs.by_id[ident]
    fields = [name for name in type(left).model_fields if name not in FROM_WHERE]
    return type(left) is type(right) and all(
        say_field(left, name, ours, titles) == say_field(right, name, theirs, titles) for name in fields
    )
