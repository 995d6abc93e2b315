"""Reads the options of a model from its folder, and says of each what is wrong with it, where, and what to do."""

from __future__ import annotations

from pathlib import Path, PurePath

from orgmodel.errors import OptionError, Problem
from orgmodel.loading import Document, Files, read_options, validate
from orgmodel.model import Model
from orgmodel.options.apply import apply
from orgmodel.options.changeset import Changeset
from orgmodel.options.including import check_others, required_model, with_included


def load_options(folder: Path, model: Model, files: Files | None = None) -> dict[str, Changeset]:
    """The options in `<folder>/options`, by id, each with what it includes; every one of them can be carried out.

    Raises OptionError with every problem of every option (DefinitionError where a file cannot be read).
    """
    problems: list[Problem] = []
    read: dict[str, Changeset] = {}
    for document in read_options(folder, files):
        option = validate(document, Changeset, problems, noun="option")
        if option is not None and _is_named_well(option, document, problems):
            read[option.id] = option.located(document.places())
    if not problems:
        problems += [problem for option in read.values() for problem in check_others(option, read)]
    if problems:
        raise OptionError(problems)
    options = {ident: with_included(option, read) for ident, option in sorted(read.items())}
    problems += _try_out(model, options)
    if problems:
        raise OptionError(sorted(set(problems)))
    return options


def _is_named_well(option: Changeset, document: Document, problems: list[Problem]) -> bool:
    stem = PurePath(document.file).stem
    if option.id != stem:
        hint = f"rename the file to '{option.id}.yaml', or change the id to '{stem}'"
        problems.append(document.problem(("id",), f"option '{option.id}' is in a file called '{stem}'", hint))
    return option.id == stem


def _try_out(model: Model, options: dict[str, Changeset]) -> list[Problem]:
    problems: list[Problem] = []
    for option in options.values():
        try:
            apply(required_model(model, option, options), option)
        except OptionError as error:
            problems += error.problems
    return problems
