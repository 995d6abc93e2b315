"""From text to a model: reads folders of definitions, and says of everything that is wrong where, what and what to do.

`load_model` is what most callers want. `read_options` and `validate` are for layers that have classes of their own.
"""

from orgmodel.loading.document import Document, Steps
from orgmodel.loading.files import DiskFiles, Files
from orgmodel.loading.load import find_models, load_model, read_about, read_document, read_documents, read_options
from orgmodel.loading.scaffold import Beginning, write_scaffold
from orgmodel.loading.schema import render_schema, schemas
from orgmodel.loading.validation import validate

__all__ = [
    "Beginning",
    "DiskFiles",
    "Document",
    "Files",
    "Steps",
    "find_models",
    "load_model",
    "read_about",
    "read_document",
    "read_documents",
    "read_options",
    "render_schema",
    "schemas",
    "validate",
    "write_scaffold",
]
