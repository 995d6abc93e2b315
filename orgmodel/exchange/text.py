"""Names as text that any form can hold: the few characters that files of text may not have are replaced."""

from __future__ import annotations

import re

# What XML 1.0 cannot hold, written or escaped: control characters, halves of surrogate pairs, and two non-characters.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """A text without characters that XML and UTF-8 cannot hold; each becomes the mark of a lost character."""
    return _UNWRITABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(clean(text).split())
