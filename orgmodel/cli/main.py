"""The outermost line: every error becomes a message and an exit code, and nothing ends in a traceback.

0 nothing at or above the threshold, 1 findings, 2 usage, 3 definitions unreadable or a rule broken, 4 engine or server
not reachable, 70 our own fault, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from orgmodel.cli import (
    asking,
    beginning,
    briefing,
    changing,
    checking,
    covering,
    exporting,
    findings,
    graphing,
    importing,
    knowing,
    measuring,
    principles,
    questions,
    serve,
    tables,
    telling,
)
from orgmodel.cli.shared import INTERRUPTED, OUR_FAULT, USAGE, print_problems
from orgmodel.errors import OrgmodelError

app = typer.Typer(
    name="orgmodel",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="How an organisation is built, who answers for what, where that fails, and what options would change.",
)
for module in (
    beginning,
    checking,
    findings,
    knowing,
    covering,
    questions,
    telling,
    measuring,
    principles,
    asking,
    changing,
    briefing,
    tables,
    importing,
    exporting,
    graphing,
    serve,
):
    module.register(app)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. `--debug` anywhere lets errors through with their traceback."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    words = [word for word in words if word != "--debug"] or ["--help"]
    try:
        code = app(words, standalone_mode=False, prog_name="orgmodel")
        sys.stdout.flush()
    except OrgmodelError as error:
        if debug:
            raise
        print_problems(error, words)
        return error.exit_code
    except typer.TyperException as error:
        error.show()  # type: ignore[attr-defined]
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("Interrupted. Nothing was left half done.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if debug:
            raise
        typer.echo(f"This is a fault of orgmodel, not yours: {type(error).__name__}: {error}", err=True)
        typer.echo("Run the same command with --debug and report what it prints.", err=True)
        return OUR_FAULT
    return code if isinstance(code, int) else 0
