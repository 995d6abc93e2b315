"""A bar for what takes longer than a second: on a terminal only, and never in what is written out."""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer

WIDTH = 30


def bar(words: str) -> Callable[[int, int], None]:
    """A function to be told how many are done, of how many; silent where nobody is watching."""

    def step(done: int, of: int) -> None:
        if sys.stderr.isatty():
            filled = WIDTH * done // max(of, 1)
            end = "\n" if done >= of else ""
            typer.echo(f"\r{words} [{'#' * filled}{'-' * (WIDTH - filled)}] {done} of {of}{end}", err=True, nl=False)

    return step
