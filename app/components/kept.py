"""What a page has made for a key, kept for one session: a page is run again at every click."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

Result = TypeVar("Result")


def keep(what: str, key: object, make: Callable[[], Result]) -> Result:
    """What was made for a key the last time, or made now. One thing of each name is kept."""
    kept = st.session_state.get(f"kept-{what}")
    if kept is None or kept[0] != key:
        kept = (key, make())
        st.session_state[f"kept-{what}"] = kept
    result: Result = kept[1]
    return result


def is_kept(what: str, key: object) -> bool:
    """Whether what was made for a key is still there."""
    kept = st.session_state.get(f"kept-{what}")
    return kept is not None and kept[0] == key
