"""The graph: one schema, rows built from a model, and engines behind one port."""

from orgmodel.graph.port import Engine, Loaded, Progress, Table
from orgmodel.graph.rows import Rows, build_rows, holds_on
from orgmodel.graph.schema import LABELS, RELATIONSHIPS

__all__ = ["LABELS", "RELATIONSHIPS", "Engine", "Loaded", "Progress", "Rows", "Table", "build_rows", "holds_on"]
