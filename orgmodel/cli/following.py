"""`handover`, `rebase` and `drift`: who takes what over, an option on a newer account, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import FINDINGS, LINE_RENDERERS, Format, Formats, ModelName, write
from orgmodel.render import following, option_yaml

OptionName = Annotated[str, typer.Argument(metavar="OPTION", help="The id of one of the model's options.")]


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.command()(handover)
    app.command()(rebase)
    app.command()(drift)


def handover(
    model: ModelName,
    option: OptionName,
    post: Annotated[
        str | None,
        typer.Option("--post", metavar="ID", help="Only what this post, unit, board or person gives up or takes over."),
    ] = None,
    format: Formats = Format.text,
) -> int:
    """A sheet of what passes from one to another: to whom, when, accepted or not. Ends with 1 while there is a gap."""
    opened = use_cases.open_model(model)
    sheet = use_cases.hand_over(opened, option, post)
    write(format, following.handover(sheet, use_cases.standing_line(opened.model)), LINE_RENDERERS)
    return 0 if sheet.complete else FINDINGS


def rebase(
    option: OptionName,
    old: Annotated[str, typer.Option("--from", metavar="MODEL", help="The account that the option was written for.")],
    new: Annotated[str, typer.Option("--to", metavar="MODEL", help="The newer account: an id, or a folder.")],
    write_to: Annotated[
        Path | None,
        typer.Option(
            "--write",
            metavar="FILE.yaml",
            help="Write the option for the newer account, without what is done there, unless something conflicts.",
        ),
    ] = None,
    format: Formats = Format.text,
) -> int:
    """Hold an option against a newer account: each conflict with all three states. Nothing is picked."""
    opened = use_cases.open_model(old)
    other = use_cases.open_account(opened.model, new)
    found = use_cases.rebase_option(opened, option, other)
    if write_to:
        carried = use_cases.carry_option(opened, option, other)
        use_cases.write_option(carried, option_yaml.render_option(carried), write_to)
    write(format, following.rebased(found, use_cases.standing_line(opened.model)), LINE_RENDERERS)
    return 0 if found.ready else FINDINGS


def drift(
    model: ModelName,
    option: OptionName,
    later: Annotated[str, typer.Argument(metavar="LATER", help="A later account: the id of a model, or a folder.")],
    format: Formats = Format.text,
) -> int:
    """Say of each change of an option what came of it, from a later account: done, not done, otherwise, not stated."""
    opened = use_cases.open_model(model)
    found = use_cases.drift_option(opened, option, use_cases.open_account(opened.model, later))
    write(format, following.drifted(found, use_cases.standing_line(opened.model)), LINE_RENDERERS)
    return 0
