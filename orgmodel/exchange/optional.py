"""Libraries that only some forms need: imported when they are used, and asked for by name where they are absent."""

from __future__ import annotations

import importlib
from typing import Any

from orgmodel.errors import UsageError


def load_library(name: str, use: str, extra: str = "exchange") -> Any:
    """The library called `name`; raises UsageError, with what to install, where it is absent."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name.partition(".")[0]:
            raise
        raise UsageError(f"{use} needs {name}, which is not installed", f"pip install 'orgmodel[{extra}]'") from None
