"""The graph: one schema, rows built from a model, and engines behind one port."""

from orgmodel.graph.changes import Changes
from orgmodel.graph.port import Answering, Engine, Loaded, Progress, Suppose, Table
from orgmodel.graph.rebuilding import Rebuilding
from orgmodel.graph.rows import Rows, build_rows
from orgmodel.graph.schema import LABELS, RELATIONSHIPS
from orgmodel.graph.slicing import aspects_on, holds_on

__all__ = [
    "LABELS",
    "RELATIONSHIPS",
    "Answering",
    "Changes",
    "Engine",
    "Loaded",
    "Progress",
    "Rebuilding",
    "Rows",
    "Suppose",
    "Table",
    "aspects_on",
    "build_rows",
    "holds_on",
]
