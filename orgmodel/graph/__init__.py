"""The graph: one schema, rows built from a model, and engines behind one port."""

from orgmodel.graph.port import Engine, Loaded, Progress, Table
from orgmodel.graph.rows import Rows, build_rows
from orgmodel.graph.schema import LABELS, RELATIONSHIPS
from orgmodel.graph.slicing import aspects_on, holds_on

__all__ = [
    "LABELS",
    "RELATIONSHIPS",
    "Engine",
    "Loaded",
    "Progress",
    "Rows",
    "Table",
    "aspects_on",
    "build_rows",
    "holds_on",
]
