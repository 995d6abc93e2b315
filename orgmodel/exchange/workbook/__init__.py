"""A whole model as a workbook that people read, and back again without losing anything."""

from orgmodel.exchange.workbook.reading import MARK, is_exported, read_exported
from orgmodel.exchange.workbook.writing import render_workbook

__all__ = ["MARK", "is_exported", "read_exported", "render_workbook"]
