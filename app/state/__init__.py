"""The app's only door to orgmodel: what pages and components may use of it, by name.

Only the modules of this package import orgmodel; everything else of the app imports this package.
"""

from __future__ import annotations

from orgmodel.answers import (
    ASPECTS,
    LEVELS,
    Answer,
    ChainPath,
    Chains,
    CoverageCell,
    CoverageRow,
    FactLine,
    PassageLine,
    RecommendationLine,
)
from orgmodel.answers.assessments import AssessmentLine
from orgmodel.errors import Problem
from orgmodel.findings import Finding, FindingQuery, Outcome, cite_order
from orgmodel.findings.paths import PathLink
from orgmodel.findings.stories import Story
from orgmodel.findings.thresholds import ThresholdEffect
from orgmodel.model import Model, Responsibility
from orgmodel.model.statements import CHAINS, SILENCE, Statement
from orgmodel.options import Conflict, Drift, DriftedChange, DriftFact, Rebase
from orgmodel.options.beside import Beside
from orgmodel.options.criteria import Criteria, Criterion, write_short
from orgmodel.options.offering import offer_criteria
from orgmodel.options.sides import Side
from orgmodel.pictures import (
    Chart,
    Links,
    Network,
    StructurePicture,
    draw_network,
    draw_structure,
    draw_union,
    frame_svg,
    network_around,
    network_of,
    structure_table,
    vis_network_file,
)
from orgmodel.render import beside as beside_words
from orgmodel.render import chains as chain_lines
from orgmodel.render import following, plan_facts, verdicts
from orgmodel.render.asked import say_ends, say_value
from orgmodel.render.assessments import say_computed
from orgmodel.render.coverage import is_said, place_words, say_silence, word_of
from orgmodel.render.csv_table import render_table
from orgmodel.render.following import say_titles
from orgmodel.render.path import name_end
from orgmodel.render.questions import say_question, say_title, say_withheld
from orgmodel.render.reasons import say_reason
from orgmodel.render.stories import say_rest, tell_once
from orgmodel.render.thresholds import say_others, say_threshold
from orgmodel.render.wording import BASIS, BASIS_OF_FACT, join_words, say_cites
from orgmodel.use_cases import (
    Asked,
    NextQuestion,
    OptionEffect,
    Questions,
    Report,
    bringing,
    list_examples,
    standing_line,
)
from orgmodel.use_cases import tables as tabling
from orgmodel_app.settings import PICTURE_SCRIPTS
from orgmodel_app.state.asking import (
    assessments_of,
    known_effects,
    known_questions,
    questions_of,
    thresholds_of,
    try_ask,
    try_compare,
    try_criteria,
    try_effects,
    try_questions,
)
from orgmodel_app.state.brought import check_read, folder_beside, template
from orgmodel_app.state.desk import Desk, Said
from orgmodel_app.state.followed import Followed, accounts_of, follow, try_account, try_files
from orgmodel_app.state.opening import try_it, try_open

NETWORK_SCRIPT = f"{PICTURE_SCRIPTS}/vis-network.min.js"

__all__ = [
    "ASPECTS",
    "BASIS",
    "BASIS_OF_FACT",
    "CHAINS",
    "LEVELS",
    "NETWORK_SCRIPT",
    "SILENCE",
    "Answer",
    "Asked",
    "AssessmentLine",
    "Beside",
    "ChainPath",
    "Chains",
    "Chart",
    "Conflict",
    "CoverageCell",
    "CoverageRow",
    "Criteria",
    "Criterion",
    "Desk",
    "Drift",
    "DriftFact",
    "DriftedChange",
    "FactLine",
    "Finding",
    "FindingQuery",
    "Followed",
    "Links",
    "Model",
    "Network",
    "NextQuestion",
    "OptionEffect",
    "Outcome",
    "PassageLine",
    "PathLink",
    "Problem",
    "Questions",
    "Rebase",
    "RecommendationLine",
    "Report",
    "Responsibility",
    "Said",
    "Side",
    "Statement",
    "Story",
    "StructurePicture",
    "ThresholdEffect",
    "accounts_of",
    "assessments_of",
    "beside_words",
    "bringing",
    "chain_lines",
    "check_read",
    "cite_order",
    "draw_network",
    "draw_structure",
    "draw_union",
    "folder_beside",
    "follow",
    "following",
    "frame_svg",
    "is_said",
    "join_words",
    "known_effects",
    "known_questions",
    "list_examples",
    "name_end",
    "network_around",
    "network_of",
    "offer_criteria",
    "place_words",
    "plan_facts",
    "questions_of",
    "render_table",
    "say_cites",
    "say_computed",
    "say_ends",
    "say_others",
    "say_question",
    "say_reason",
    "say_rest",
    "say_silence",
    "say_threshold",
    "say_title",
    "say_titles",
    "say_value",
    "say_withheld",
    "standing_line",
    "structure_table",
    "tabling",
    "tell_once",
    "template",
    "thresholds_of",
    "try_account",
    "try_ask",
    "try_compare",
    "try_criteria",
    "try_effects",
    "try_files",
    "try_it",
    "try_open",
    "try_questions",
    "verdicts",
    "vis_network_file",
    "word_of",
    "write_short",
]
