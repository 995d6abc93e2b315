"""One function for each thing that a person wants. The command line and the app call these and nothing below them."""

from orgmodel.graph.asking import Limits
from orgmodel.loading import Beginning
from orgmodel.use_cases.accounts import bring_account, list_accounts, open_account
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
from orgmodel.use_cases.briefing import Brief, gather_brief
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
    tell_stories,
    trace_row,
    try_thresholds,
)
from orgmodel.use_cases.closing import OptionEffect, find_option_effects
from orgmodel.use_cases.comparing import find_breaking, find_countable, load_criteria, read_address, set_beside
from orgmodel.use_cases.covering import HAVE_CHAINS, read_chains, read_coverage
from orgmodel.use_cases.examining import Examined, examine_installation
from orgmodel.use_cases.export_request import ExportRequest
from orgmodel.use_cases.exporting import FORMATS, ExportFormat, apply_options, export_model, find_format, write_export
from orgmodel.use_cases.following import (
    carry_option,
    drift_option,
    hand_over,
    plan_prepared,
    prepare_option,
    rebase_option,
    write_option,
)
from orgmodel.use_cases.judging import compare_assessments
from orgmodel.use_cases.knowing import (
    Standing,
    ask_who,
    check_without,
    diff_models,
    read_facts,
    read_passages,
    read_recommendations,
)
from orgmodel.use_cases.measuring import measure_model
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
from orgmodel.use_cases.own_findings import begin_finding, try_own_findings
from orgmodel.use_cases.page import AnsweredFor, PageContents, gather_page
from orgmodel.use_cases.principles import PrinciplesOf, compare_principles, find_broken
from orgmodel.use_cases.questioning import MOST_KINDS, NextQuestion, Questions, find_questions
from orgmodel.use_cases.recording import Trend, compare_with_baseline, read_trend, record_run, write_record

__all__ = [
    "FORMATS",
    "HAVE_CHAINS",
    "MOST_KINDS",
    "AnsweredFor",
    "Asked",
    "AskingDesk",
    "Beginning",
    "Brief",
    "Examined",
    "Example",
    "Explanation",
    "ExportFormat",
    "ExportRequest",
    "Limits",
    "ModelEntry",
    "NextQuestion",
    "Opened",
    "OptionEffect",
    "PageContents",
    "PrinciplesOf",
    "Questions",
    "Report",
    "Standing",
    "Thing",
    "Trend",
    "apply_options",
    "ask_who",
    "asking",
    "begin_finding",
    "begin_model",
    "bring_account",
    "carry_option",
    "check_model",
    "check_query",
    "check_without",
    "compare_assessments",
    "compare_options",
    "compare_principles",
    "compare_with_baseline",
    "describe_thing",
    "diff_models",
    "drift_option",
    "examine_installation",
    "explain",
    "export_model",
    "find_breaking",
    "find_broken",
    "find_countable",
    "find_format",
    "find_id",
    "find_model",
    "find_option",
    "find_option_effects",
    "find_questions",
    "gather_brief",
    "gather_page",
    "hand_over",
    "list_accounts",
    "list_examples",
    "list_models",
    "load_criteria",
    "load_into",
    "load_without_people",
    "measure_model",
    "open_account",
    "open_asking",
    "open_catalogue",
    "open_engine",
    "open_model",
    "plan_option",
    "plan_prepared",
    "prepare_option",
    "read_address",
    "read_chains",
    "read_coverage",
    "read_facts",
    "read_parameters",
    "read_passages",
    "read_recommendations",
    "read_trend",
    "rebase_option",
    "record_run",
    "set_beside",
    "standing_line",
    "tell_stories",
    "trace_row",
    "try_own_findings",
    "try_thresholds",
    "write_export",
    "write_option",
    "write_record",
    "write_schemas",
]
