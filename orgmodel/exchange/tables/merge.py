"""Three versions of one value: what the last import wrote, what stands there now, and what the table says now.

Whatever only one side changed is taken; what both changed differently is a conflict, and nothing is picked.
"""

from __future__ import annotations

from typing import Any


class Missing:
    """The absence of a value, which is not the same as a value of nothing."""

    def __repr__(self) -> str:
        return "nothing"


MISSING = Missing()


class ConflictError(Exception):
    """Both sides changed a value, and not in the same way."""


def merge_value(base: Any, ours: Any, theirs: Any) -> Any:
    """The value that results. Raises ConflictError.

    Mappings are merged key by key, and the claims of a slot one by one, unless both sides changed who is named in it.
    """
    if same(ours, theirs) or same(base, theirs):
        return ours
    if same(base, ours):
        return theirs
    before = {} if base is MISSING else base
    if isinstance(ours, dict) and isinstance(theirs, dict) and isinstance(before, dict):
        return _merge_mapping(before, ours, theirs)
    claims = [_by_claim([] if value is MISSING else value) for value in (base, ours, theirs)]
    named = [set(claim or ()) for claim in claims]
    if ours is not MISSING and theirs is not MISSING and None not in claims and len(set(map(frozenset, named))) < 3:
        return list(_merge_mapping(*(claim or {} for claim in claims)).values())
    raise ConflictError


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same: a slot may be a list, or a mapping of nothing but its claims."""
    return bool(_plain(one) == _plain(other)) and isinstance(one, bool) == isinstance(other, bool)


def _plain(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"claims"}:
        return _plain(value["claims"])
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, (list, tuple)) else value


def _merge_mapping(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    merged = {}
    for key in dict.fromkeys((*ours, *theirs)):
        value = merge_value(*(side.get(key, MISSING) for side in (base, ours, theirs)))
        if value is not MISSING:
            merged[key] = value
    return merged


def _by_claim(value: Any) -> dict[str, Any] | None:
    """Claims by what they name or the silence that they are, or None where these do not tell them apart."""
    value = _plain(value)
    if not isinstance(value, list) or not all(isinstance(claim, dict) for claim in value):
        return None
    named = {f"{claim.get('who')}/{claim.get('state', 'known')}": claim for claim in value}
    return named if len(named) == len(value) else None
