"""Options: changesets over a model, carried out as pure functions, compared, and shown as plans."""

from orgmodel.options.apply import apply, apply_all
from orgmodel.options.changeset import Acceptance, Benefit, Changeset, Cost, Phase
from orgmodel.options.compare import Comparison, OptionComparison, OptionResult, Shift, compare, compare_rows
from orgmodel.options.conservation import Loss, conservation
from orgmodel.options.diff import Changes, FieldChange, ListChange, Moved, Presence, RecordChange, apply_changes, diff
from orgmodel.options.including import required_model, with_included
from orgmodel.options.loading import load_options
from orgmodel.options.operands import Amount, Operand
from orgmodel.options.plan import Plan, plan
from orgmodel.options.plan_posts import PostPlan
from orgmodel.options.plan_values import Name, Question, Requirement, Staffing, Step, Unknown
from orgmodel.options.ruling_out import Objection

__all__ = [
    "Acceptance",
    "Amount",
    "Benefit",
    "Changes",
    "Changeset",
    "Comparison",
    "Cost",
    "FieldChange",
    "ListChange",
    "Loss",
    "Moved",
    "Name",
    "Objection",
    "Operand",
    "OptionComparison",
    "OptionResult",
    "Phase",
    "Plan",
    "PostPlan",
    "Presence",
    "Question",
    "RecordChange",
    "Requirement",
    "Shift",
    "Staffing",
    "Step",
    "Unknown",
    "apply",
    "apply_all",
    "apply_changes",
    "compare",
    "compare_rows",
    "conservation",
    "diff",
    "load_options",
    "plan",
    "required_model",
    "with_included",
]
