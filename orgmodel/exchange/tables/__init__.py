"""One's own organisation by tables: templates to fill, reading them, and merging them into a folder of definitions."""

from orgmodel.exchange.tables.about import NewModel
from orgmodel.exchange.tables.mapping import Mapping, TableMapping, read_mapping, render_mapping
from orgmodel.exchange.tables.merging import Conflict, Keep
from orgmodel.exchange.tables.reading import Change, TableImport, read_tables
from orgmodel.exchange.tables.template import render_csv_templates, render_template

__all__ = [
    "Change",
    "Conflict",
    "Keep",
    "Mapping",
    "NewModel",
    "TableImport",
    "TableMapping",
    "read_mapping",
    "read_tables",
    "render_csv_templates",
    "render_mapping",
    "render_template",
]
