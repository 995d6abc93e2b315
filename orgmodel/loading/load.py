"""From a folder to a model: all of it, or every problem in it at once."""

from __future__ import annotations

from pathlib import Path

from orgmodel.errors import DefinitionError, Place, Problem
from orgmodel.loading.citations import check_citations, check_every_fact_is_cited
from orgmodel.loading.contents import check_contents, read_header, read_records
from orgmodel.loading.document import Document
from orgmodel.loading.files import DiskFiles, Files
from orgmodel.loading.folder import NOT_DEFINITIONS, Folder
from orgmodel.loading.lists import CLASSES
from orgmodel.loading.loops import check_part_of
from orgmodel.loading.records import find_ids, list_entries
from orgmodel.loading.references import check_references
from orgmodel.loading.yaml_text import read_yaml
from orgmodel.model import About, Model

MODEL_FILE = "model.yaml"
OPTIONS = "options"


def load_model(folder: Path, files: Files | None = None) -> Model:
    """The model defined in a folder. Raises DefinitionError with every problem; nothing is loaded by halves."""
    problems: list[Problem] = []
    opened = _open(folder, files, problems)
    documents = opened.read(skipped=NOT_DEFINITIONS)
    header = _find_header(opened, documents, problems)
    whole = check_contents(documents, header, problems) and not opened.unread
    about = read_header(header, problems) if header else None
    records = read_records(documents, problems)
    _check_across(documents, header if whole else None, problems)
    if problems or about is None:
        raise DefinitionError(sorted(set(problems)))
    return Model.model_validate({"about": about, **records})


def read_about(folder: Path, files: Files | None = None) -> About:
    """What `model.yaml` says, without the rest of the model. Raises DefinitionError."""
    problems: list[Problem] = []
    opened = _open(folder, files, problems)
    header = _read_header_file(opened)
    about = None
    if header:
        check_contents([header], header, problems)
        about = read_header(header, problems)
    if problems or about is None:
        raise DefinitionError(sorted(set(problems)))
    return about


def find_models(folders: list[Path], files: Files | None = None) -> list[tuple[str, Path]]:
    """The id and folder of each model: a folder given that holds `model.yaml`, or a folder in it that does.

    Where `model.yaml` cannot be read, the id is the folder's name, so that loading it can say what is wrong.
    """
    disk = files or DiskFiles()
    found = {model for folder in folders for model in _find_in(Path(folder), disk)}
    return sorted((_find_id(model, disk), model) for model in found)


def read_options(folder: Path, files: Files | None = None) -> list[Document]:
    """The documents in the `options` folder of a model, none where there is none. Raises DefinitionError."""
    folder = Path(folder).absolute()
    if (files or DiskFiles()).kind(folder / OPTIONS) != "folder":
        return []
    return read_documents(folder / OPTIONS, base=folder.parent, files=files)


def read_documents(folder: Path, *, base: Path | None = None, files: Files | None = None) -> list[Document]:
    """Every document in a folder, sorted by file. Raises DefinitionError with every problem in reading them.

    `base` is the folder that file names in messages start from; without it, the one above `folder`.
    """
    problems: list[Problem] = []
    documents = _open(folder, files, problems, base).read()
    if problems:
        raise DefinitionError(sorted(set(problems)))
    return documents


def read_document(text: str, name: str) -> Document:
    """The document in a YAML text that came from no file. Raises DefinitionError; `name` is what messages call it."""
    problems: list[Problem] = []
    document = read_yaml(text, name, problems)
    if document is None or problems:
        raise DefinitionError(sorted(set(problems)))
    return document


def _open(folder: Path, files: Files | None, problems: list[Problem], base: Path | None = None) -> Folder:
    disk, path = files or DiskFiles(), Path(folder).absolute()
    try:
        kind = disk.kind(path)
    except OSError as error:
        raise DefinitionError([Problem(Place(str(folder)), f"the folder cannot be read: {error.strerror}")]) from error
    if kind != "folder":
        what = "there is no such folder" if kind == "missing" else "this is not a folder"
        hint = f"Name a folder that holds '{MODEL_FILE}'; 'orgmodel init' makes one."
        raise DefinitionError([Problem(Place(str(folder)), what, hint)])
    return Folder(path, base.absolute() if base else path.parent, disk, problems)


def _find_header(opened: Folder, documents: list[Document], problems: list[Problem]) -> Document | None:
    name = opened.name(opened.path / MODEL_FILE)
    header = next((document for document in documents if document.file == name), None)
    if header is None and name not in opened.unread:
        problems.append(_no_header(name))
    if header is not None and len(documents) == 1 and not opened.unread and not set(header.data or ()) & set(CLASSES):
        problems.append(
            Problem(
                Place(opened.path.name),
                f"the folder holds nothing but '{MODEL_FILE}'",
                "Add a file with a list, for example 'units.yaml' with 'units:' in it.",
            )
        )
    return header


def _read_header_file(opened: Folder) -> Document | None:
    path = opened.path / MODEL_FILE
    if not opened.holds(path):
        opened.problems.append(_no_header(opened.name(path)))
        return None
    return opened.read_file(path) if opened.admit(path) == "file" else None


def _no_header(name: str) -> Problem:
    return Problem(
        Place(name),
        "the file is missing: it says whose account this is, of which day and organisation",
        "Write it with id, title, account_of, as_of, marking and organisation; 'orgmodel init' makes one.",
    )


def _check_across(documents: list[Document], header: Document | None, problems: list[Problem]) -> None:
    """What only the whole can say. Without `header`, some file was not understood, and nothing is called missing."""
    entries = list(list_entries(documents))
    ids = find_ids(entries, problems)
    check_part_of(entries, problems)
    if header and entries:
        check_references(entries, header, ids, problems)
        check_citations(entries, problems)
        if header.data.get("cites_required") is True:
            check_every_fact_is_cited(entries, problems)


def _find_in(folder: Path, files: Files) -> list[Path]:
    """The folder itself where it is a model, else the models in it. What cannot be looked into holds none."""
    if _is_model(folder, files):
        return [folder]
    try:
        inside = files.list_folder(folder)
    except OSError:
        return []
    return [path for path in inside if not path.name.startswith(".") and _is_model(path, files)]


def _is_model(folder: Path, files: Files) -> bool:
    try:
        return files.kind(folder / MODEL_FILE) == "file"
    except OSError:
        return False


def _find_id(folder: Path, files: Files) -> str:
    problems: list[Problem] = []
    document = _read_header_file(_open(folder, files, problems))
    ident = document.data.get("id") if document and isinstance(document.data, dict) else None
    return ident if isinstance(ident, str) else folder.name
