"""Bringing files of one's own: read in memory, looked at and asked the questions, and only then written or packed.

Nothing touches the disk before `write_brought`, but for a folder that is to be brought up to date, which is read.
"""

from __future__ import annotations

import importlib.resources
import io
import os
import zipfile
from collections.abc import Mapping as Texts
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from orgmodel.errors import Place, UsageError
from orgmodel.exchange.organogram import KINDS, OrganogramImport, OrganogramSettings, read_organogram
from orgmodel.exchange.organogram.report import render_report
from orgmodel.exchange.people import PERSONAL
from orgmodel.exchange.sheet_trial import check_workbooks
from orgmodel.exchange.sheets import MOST_BYTES
from orgmodel.exchange.tables import Keep, Mapping, NewModel, TableImport, read_tables
from orgmodel.exchange.tables.mapping import SKIP, TableMapping
from orgmodel.exchange.tables.overlay import NoFiles, OverlayFiles
from orgmodel.exchange.tables.present import LAST_IMPORT, MODEL_FILE
from orgmodel.graph import Engine
from orgmodel.loading import load_model
from orgmodel.model import Model
from orgmodel.use_cases.checking import Report, check_model
from orgmodel.use_cases.importing import REPORT, check_target, read_days, write_import
from orgmodel.use_cases.opening import ModelEntry, Opened, open_catalogue, render_schemas
from orgmodel.use_cases.tables import write_tables

NOT_SAID = "somebody who has not said so yet"
"""Whose account a model is until somebody says; such a model can be looked at and never written."""
HINDERS, DOUBT, CONFLICT = "has to be put right", "read with a doubt", "changed on both sides"
SHIPPED = Path(str(importlib.resources.files("orgmodel_definitions"))).absolute()
ASKED_AT_ONCE = 5_000
"""Of a model with more things than this the questions are asked only when somebody wants them: it takes a minute."""
UP_TO_DATE = "Look at what would be written now, then write again."

Given = Sequence[tuple[str, bytes]]


@dataclass(frozen=True)
class Remark:
    """One row of the table of problems; the row and column of the place count from 1, 0 for the whole file."""

    place: Place
    kind: str
    what: str
    hint: str = ""


@dataclass(frozen=True)
class TablesRequest:
    """What is to be made of tables: a new model in `folder`, or, where an import made that, a newer state of it.

    With `on_disk` false the folder is a name only, and no file of this machine is looked at.
    """

    folder: Path
    account_of: str = ""
    as_of: str = ""
    organisation: str = ""
    marking: str = ""
    mapping: Mapping | None = None
    keep: Keep | None = None
    with_names: bool = False
    on_disk: bool = False

    @property
    def updates(self) -> bool:
        """Whether the folder is one that an import made, and is brought up to date."""
        return self.on_disk and _made_by_import(self.folder)


@dataclass(frozen=True)
class OrganogramRequest:
    """What is to be made of organograms: `days` as `2011-09-30` or `FILE=2011-09-30`, several with semicolons."""

    organisation: str = ""
    days: str = ""
    with_names: bool = False


@dataclass(frozen=True)
class Brought:
    """What was read: each model's files by its folder within what is written ("": that itself), counts, and remarks.

    A model without files would change nothing. `tables` is there for tables and `organogram` for organograms.
    """

    remarks: tuple[Remark, ...]
    models: dict[str, dict[str, str]] = field(default_factory=dict)
    counts: dict[str, dict[str, float]] = field(default_factory=dict)
    tables: TableImport | None = None
    organogram: OrganogramImport | None = None
    said: bool = True
    updates: bool = False


def check_given(files: Given) -> None:
    """Raise UsageError for too much at once and for two files of one name, ImportFileError for dangerous workbooks."""
    size = sum(len(data) for _, data in files)
    if size > MOST_BYTES:
        what = f"the files are {size / 1e6:,.0f} MB together, and {MOST_BYTES / 1e6:.0f} MB is the most that is read"
        raise UsageError(what, "Bring fewer at once; the command 'orgmodel import' reads as much of each file.")
    names = [name for name, _ in files]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"two of the files are called '{name}'", "Give one of them another name.")
    check_workbooks(files)


def bring_organogram(files: Given, request: OrganogramRequest) -> Brought:
    """Models of organograms, one a snapshot. Raises OrgmodelError where no file can be used."""
    check_given(files)
    days = [part.strip() for part in request.days.split(";") if part.strip()]
    settings = OrganogramSettings(
        organisation=request.organisation.strip() or None,
        days=read_days(days, [name for name, _ in files]),
        with_names=request.with_names,
    )
    found = read_organogram(files, settings)
    return Brought(
        remarks=tuple(Remark(each.place, KINDS[each.kind], each.what, each.hint) for each in found.problems),
        models={str(each.day): each.files for each in found.snapshots},
        counts={str(each.day): each.counts for each in found.snapshots},
        organogram=found,
    )


def bring_tables(files: Given, request: TablesRequest) -> Brought:
    """The model that tables make, or what keeps them from it. Raises OrgmodelError where nothing can be read."""
    check_given(files)
    found = _read(files, request, request.mapping)
    without = _without_people(found.mapping)
    if not request.with_names and without != found.mapping:
        found = _read(files, request, without)
    if not request.with_names and any(path.startswith("people/") for path in found.texts):
        what = "the workbook holds data about people, whose names are to be left out"
        raise UsageError(what, "Ask for names to be kept, or take those sheets out of it.")
    remarks = [Remark(each.place, HINDERS, each.what, each.hint) for each in found.problems]
    remarks += [Remark(one.problem.place, CONFLICT, one.problem.what, one.problem.hint) for one in found.conflicts]
    remarks += [Remark(each.place, DOUBT, each.what, each.hint) for each in found.warnings]
    changes = {f"{name.replace('_', ' ')} {what}": number for (name, what), number in sorted(found.counts().items())}
    whole = not found.problems and not found.conflicts
    texts = {"": dict(found.texts)} if whole else {}
    said = request.updates or bool(request.account_of.strip())
    return Brought(tuple(remarks), texts, {"": dict(changes)} if whole else {}, found, None, said, request.updates)


def load_brought(brought: Brought, name: str) -> Model | None:
    """One of the models, loaded as if it were written; None where nothing would change."""
    if brought.tables:
        return brought.tables.model
    folder = Path("/") / (name or "model")
    return load_model(folder, OverlayFiles(folder, brought.models[name], NoFiles()))


def check_brought(model: Model, engine: Engine) -> Report:
    """What the questions that are shipped find in a model that is not written anywhere."""
    entry = ModelEntry(model.id, model.about.title, Path(model.id))
    return check_model(Opened(entry, model, tuple(open_catalogue()), {}), engine)


def keep_only(brought: Brought, name: str) -> Brought:
    """The same with one of its models alone; what was wrong in the files stays whole."""
    if brought.organogram is None:
        return brought
    snapshots = tuple(each for each in brought.organogram.snapshots if str(each.day) == name)
    only = replace(brought.organogram, snapshots=snapshots)
    return replace(brought, models={name: brought.models[name]}, organogram=only)


def render_zip(brought: Brought, name: str) -> bytes:
    """All files of a new model, or of several, as an archive with one folder in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in sorted(_files(brought).items()):
            entry = zipfile.ZipInfo(f"{name}/{path}")
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, text.encode("utf-8"))
    return out.getvalue()


def find_folder(written: str) -> Path:
    """The folder that somebody typed; raises UsageError where that can be none."""
    try:
        folder = Path(os.path.abspath(Path(written.strip()).expanduser()))
    except (RuntimeError, ValueError, OSError):
        folder = None
    if folder is None or not folder.name or not written.strip() or not written.isprintable():
        raise UsageError("no folder is named", "Name the folder that the model is to be in, such as my-organisation.")
    return folder


def find_free(model: Path, name: str) -> Path:
    """A folder that is not there yet: beside a model's, or, where that came with the program, where it was started."""
    folder = model.absolute()
    around = Path.cwd() if SHIPPED in (folder.parent, folder) else folder.parent
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(around / each for each in names if not (around / each).exists())


def check_folder(folder: Path, brought: Brought) -> None:
    """Raise UsageError where a folder is there already, unless an import made it and what was read fits it."""
    if brought.organogram is not None:
        check_target(folder, replace=True)
    elif brought.updates is not _made_by_import(folder):
        raise UsageError(f"what is in '{folder}' has changed since this was read", UP_TO_DATE)
    elif not brought.updates and (folder.exists() or folder.is_symlink()):
        raise UsageError(f"'{folder}' is there already, and no import made it", "Name another folder.")


def write_brought(
    brought: Brought, folder: Path, files: Given = (), request: TablesRequest | None = None
) -> list[Path]:
    """Write everything that was read, or raise UsageError and write nothing. Returns the folders of the models.

    For tables the request is held against the folder once more, so that what was looked at is what is written.
    """
    if not brought.said:
        raise UsageError("whose account it is has not been said", "Say it, then write again.")
    check_folder(folder, brought)
    if brought.organogram is not None:
        return write_import(brought.organogram, folder, replace=True)
    if request is not None and bring_tables(files, replace(request, folder=folder)).models != brought.models:
        raise UsageError(f"what is in '{folder}' has changed since this was read", UP_TO_DATE)
    assert brought.tables is not None
    write_tables(brought.tables, folder)
    return [folder]


def _read(files: Given, request: TablesRequest, mapping: Mapping | None) -> TableImport:
    written = request.as_of.strip()
    day = read_days([written], ())[""] if written else None
    if day is None and not request.updates:
        raise UsageError("of which day it is has not been said", "Write it as 2024-06-30.")
    account = request.account_of.strip() or NOT_SAID
    marking = request.marking.strip() or NewModel.marking
    new = NewModel(account, day, request.organisation.strip() or None, marking) if day and not request.updates else None
    disk = None if request.updates else NoFiles()
    return read_tables(files, request.folder, mapping, new, request.keep, disk)


def _without_people(mapping: Mapping) -> Mapping:
    kept = {
        shown: TableMapping(list=SKIP, columns=table.columns) if table.list in PERSONAL else table
        for shown, table in mapping.tables.items()
    }
    return mapping.model_copy(update={"tables": kept})


def _files(brought: Brought) -> dict[str, str]:
    if brought.organogram is not None:
        return brought.organogram.files | {REPORT: render_report(brought.organogram.problems)}
    texts: Texts[str, str] = brought.models[""]
    return {**texts, **render_schemas()}


def _made_by_import(folder: Path) -> bool:
    there = folder.is_dir() and not folder.is_symlink() and (folder / MODEL_FILE).is_file()
    return there and (folder / "imported" / LAST_IMPORT).is_file()
