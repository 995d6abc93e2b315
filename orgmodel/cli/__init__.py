"""The command line: reads what was typed, calls a use case, prints what a renderer makes of it, ends with a code."""

from orgmodel.cli.main import main

__all__ = ["main"]
