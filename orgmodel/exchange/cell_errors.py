"""The errors that spreadsheet programs leave in cells, such as #REF!: no text that anybody wrote."""

from __future__ import annotations

import re

_ERRORS = re.compile(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|ERROR!|GETTING_DATA)")


def is_error(text: str) -> bool:
    """Whether a cell holds an error and nothing else."""
    return _ERRORS.fullmatch(text) is not None
