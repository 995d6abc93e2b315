"""One function for each thing that a person wants. The command line and the app call these and nothing below them."""

from orgmodel.graph.asking import Limits
from orgmodel.loading import Beginning
from orgmodel.use_cases.asking import (
    Asked,
    AskingDesk,
    Example,
    asking,
    check_query,
    list_examples,
    load_without_people,
    open_asking,
    read_parameters,
)
from orgmodel.use_cases.changing import compare_options, find_option, plan_option
from orgmodel.use_cases.checking import (
    Explanation,
    Report,
    Thing,
    check_model,
    describe_thing,
    explain,
    find_id,
    load_into,
)
from orgmodel.use_cases.covering import HAVE_CHAINS, read_chains, read_coverage
from orgmodel.use_cases.examining import Examined, examine_installation
from orgmodel.use_cases.export_request import ExportRequest
from orgmodel.use_cases.exporting import FORMATS, ExportFormat, apply_options, export_model, find_format, write_export
from orgmodel.use_cases.knowing import (
    Standing,
    ask_who,
    check_without,
    diff_models,
    read_facts,
    read_passages,
    read_recommendations,
)
from orgmodel.use_cases.opening import (
    ModelEntry,
    Opened,
    begin_model,
    find_model,
    list_models,
    open_catalogue,
    open_engine,
    open_model,
    standing_line,
    write_schemas,
)
from orgmodel.use_cases.page import AnsweredFor, PageContents, gather_page
from orgmodel.use_cases.questioning import MOST_KINDS, Questions, find_questions

__all__ = [
    "FORMATS",
    "HAVE_CHAINS",
    "MOST_KINDS",
    "AnsweredFor",
    "Asked",
    "AskingDesk",
    "Beginning",
    "Examined",
    "Example",
    "Explanation",
    "ExportFormat",
    "ExportRequest",
    "Limits",
    "ModelEntry",
    "Opened",
    "PageContents",
    "Questions",
    "Report",
    "Standing",
    "Thing",
    "apply_options",
    "ask_who",
    "asking",
    "begin_model",
    "check_model",
    "check_query",
    "check_without",
    "compare_options",
    "describe_thing",
    "diff_models",
    "examine_installation",
    "explain",
    "export_model",
    "find_format",
    "find_id",
    "find_model",
    "find_option",
    "find_questions",
    "gather_page",
    "list_examples",
    "list_models",
    "load_into",
    "load_without_people",
    "open_asking",
    "open_catalogue",
    "open_engine",
    "open_model",
    "plan_option",
    "read_chains",
    "read_coverage",
    "read_facts",
    "read_parameters",
    "read_passages",
    "read_recommendations",
    "standing_line",
    "write_export",
    "write_schemas",
]
