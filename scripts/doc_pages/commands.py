"""docs/commands.md: each command with its arguments and options, from the application itself."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

import typer

from orgmodel.cli.main import app
from orgmodel.cli.shared import FINDINGS, INTERRUPTED
from orgmodel.errors import DefinitionError, EngineError, OrgmodelError, UsageError
from scripts.doc_pages.markdown import page, table

OPENING = """\
`MODEL` is the id of a shipped model, such as `example`, or a folder with a `model.yaml` in it. What a command finds
goes to standard output; problems and progress go to standard error. `--debug`, anywhere, lets an error through with its
traceback."""

EXIT_CODES = [
    (0, "Nothing at or above the threshold; or the command did what it was asked to."),
    (FINDINGS, "Findings at or above `--fail-on`, which is `high` unless you say otherwise."),
    (UsageError.exit_code, "What was asked for does not exist or makes no sense."),
    (DefinitionError.exit_code, "Definitions that cannot be read, or that break a rule. Nothing was loaded."),
    (EngineError.exit_code, "The graph engine or server cannot be reached, or refused."),
    (OrgmodelError.exit_code, "A fault of orgmodel."),
    (INTERRUPTED, "Interrupted."),
]


def render() -> str:
    """The page."""
    group: Any = typer.main.get_command(app)
    blocks: list[str | list[str]] = ["# The commands", OPENING, "## Exit codes"]
    blocks += [table(["code", "meaning"], EXIT_CODES)]
    for name, command in _commands(group):
        blocks += [f"## orgmodel {name}", " ".join(command.help.split()), f"```\n{_usage(name, command)}\n```"]
        blocks += [table(["", "meaning", "otherwise"], [_row(each) for each in command.params])]
    return page(*blocks)


def _commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by its name, those of a group behind the name of the group."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield before + name, command


def _usage(name: str, command: Any) -> str:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    named = [f"{each.opts[0]} {_value(each)}" for each in command.params if _is_needed_option(each)]
    words = [_argument(each) if each.required else f"[{_argument(each)}]" for each in arguments]
    return " ".join(["orgmodel", name, *words, *named, "[OPTIONS]"])


def _row(each: Any) -> tuple[str, str, str]:
    is_argument = each.param_type_name == "argument"
    flag = getattr(each, "is_flag", False)
    name = _argument(each) if is_argument else each.opts[0] if flag else f"{each.opts[0]} {_value(each)}"
    choices = f" One of {', '.join(f'`{word}`' for word in _choices(each))}." if _choices(each) else ""
    variable = f" Or set `{each.envvar}`." if each.envvar else ""
    default = each.default.value if isinstance(each.default, Enum) else each.default
    otherwise = "required" if each.required else "" if flag or default is None else f"`{default}`"
    return f"`{name}`", f"{each.help or ''}{choices}{variable}", otherwise


def _is_needed_option(each: Any) -> bool:
    return bool(each.param_type_name == "option" and each.required)


def _argument(each: Any) -> str:
    return str(each.metavar or each.name.upper())


def _value(each: Any) -> str:
    return str(each.metavar or each.name.upper().replace("_", "-"))


def _choices(each: Any) -> list[str]:
    annotation = each.type_descriptor.annotation
    return [word.value for word in annotation] if isinstance(annotation, type) and issubclass(annotation, Enum) else []
