"""Another account of the same organisation: one that is shipped, one in a folder, or files that somebody brings."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from orgmodel.errors import DefinitionError, UsageError
from orgmodel.exchange.archive import read_archive
from orgmodel.exchange.tables.overlay import NoFiles, OverlayFiles
from orgmodel.exchange.tables.present import MODEL_FILE
from orgmodel.loading import load_model, read_about
from orgmodel.model import Model
from orgmodel.use_cases.bringing import Given, TablesRequest, bring_tables, check_given
from orgmodel.use_cases.opening import ModelEntry, find_model, list_models

NO_MODEL = "Bring the whole folder of a model, with its model.yaml, or a ZIP file of it."


def list_accounts(model: Model) -> list[ModelEntry]:
    """The accounts of a model's organisation that are shipped, apart from the model itself, the earliest first."""
    found = []
    for entry in list_models():
        about = read_about(entry.folder)
        if about.organisation == model.about.organisation and about.id != model.id:
            found.append((about.as_of, entry))
    return [entry for _, entry in sorted(found, key=lambda each: each[0])]


def open_account(model: Model, name: str) -> Model:
    """Another account by its id or folder; raises UsageError where it is of another organisation than the model's."""
    return check_same(model, load_model(find_model(name).folder), name)


def bring_account(model: Model, files: Given, day: str = "") -> Model:
    """Another account of the model's organisation from files, by path: a folder, a ZIP of one, or tables, which are of
    a `day` such as 2024-06-30. Nothing is written. Raises OrgmodelError with all that is wrong in them."""
    if not files:
        raise UsageError("no file was brought", NO_MODEL)
    check_given(files)
    packed = [name for name, _ in files if name.lower().endswith(".zip")]
    if packed and len(files) > 1:
        raise UsageError(f"'{packed[0]}' was brought with other files", "Bring a ZIP file alone.")
    unpacked = read_archive(*files[0]) if packed else dict(files)
    said = packed[0] if packed else "what was brought"
    if packed or any(name.endswith((".yaml", ".yml")) for name in unpacked):
        return check_same(model, _load_folder(unpacked, said), said)
    return check_same(model, _load_tables(files, model, day), said)


def check_same(model: Model, other: Model, said: str) -> Model:
    """The other account; raises UsageError where it is of another organisation. `said` is what messages call it."""
    if other.about.organisation != model.about.organisation:
        what = f"'{said}' is about '{other.about.organisation}', and the option about '{model.about.organisation}'"
        raise UsageError(what, "Name another account of the same organisation.")
    return other


def _load_folder(files: dict[str, bytes], said: str) -> Model:
    """A model from the files of its folder, which may lie in another one; raises UsageError where there is not one."""
    roots = {PurePosixPath(path).parent for path in files if PurePosixPath(path).name == MODEL_FILE}
    if len(roots) != 1:
        what = "has no model.yaml" if not roots else f"holds {len(roots)} models: {', '.join(sorted(map(str, roots)))}"
        raise UsageError(f"'{said}' {what}", NO_MODEL if not roots else "Bring the folder of one of them.")
    [root] = roots
    inside = {PurePosixPath(path): data for path, data in files.items() if PurePosixPath(path).is_relative_to(root)}
    folder = Path("/") / (root.name or "model")
    return load_model(
        folder, OverlayFiles(folder, {str(path.relative_to(root)): data for path, data in inside.items()}, NoFiles())
    )


def _load_tables(files: Given, model: Model, day: str) -> Model:
    """A model from tables; what is doubtful in them is let pass, and what has to be put right is raised."""
    request = TablesRequest(Path("/brought"), as_of=day, organisation=model.about.organisation)
    found = bring_tables(files, request)
    if not found.models or found.tables is None or found.tables.model is None:
        raise DefinitionError(found.tables.problems if found.tables else ())
    return found.tables.model
