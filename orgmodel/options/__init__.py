"""Options: changesets over a model, carried out as pure functions, compared, and shown as plans."""

from orgmodel.options.apply import apply, apply_all
from orgmodel.options.carrying import carry_over
from orgmodel.options.changeset import Acceptance, Benefit, Changeset, Cost, Phase
from orgmodel.options.compare import Comparison, OptionComparison, OptionResult, Shift, compare, compare_rows
from orgmodel.options.conservation import conservation
from orgmodel.options.diff import Changes, FieldChange, ListChange, Moved, Presence, RecordChange, apply_changes, diff
from orgmodel.options.drifting import Drift, DriftedChange, DriftFact, find_drift
from orgmodel.options.handover import Handover, HandoverLine, find_handover
from orgmodel.options.including import required_model, with_included
from orgmodel.options.loading import load_options
from orgmodel.options.losses import Loss
from orgmodel.options.operands import Amount, Operand
from orgmodel.options.plan import Plan, plan
from orgmodel.options.plan_posts import PostPlan
from orgmodel.options.plan_values import Name, Question, Requirement, Staffing, Step, Unknown
from orgmodel.options.rebasing import HOW_SAID, Conflict, Rebase, rebase
from orgmodel.options.reversing import reverse
from orgmodel.options.ruling_out import Objection
from orgmodel.options.still_said import StillSaid
from orgmodel.options.taking import take_part

__all__ = [
    "HOW_SAID",
    "Acceptance",
    "Amount",
    "Benefit",
    "Changes",
    "Changeset",
    "Comparison",
    "Conflict",
    "Cost",
    "Drift",
    "DriftFact",
    "DriftedChange",
    "FieldChange",
    "Handover",
    "HandoverLine",
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
    "Rebase",
    "RecordChange",
    "Requirement",
    "Shift",
    "Staffing",
    "Step",
    "StillSaid",
    "Unknown",
    "apply",
    "apply_all",
    "apply_changes",
    "carry_over",
    "compare",
    "compare_rows",
    "conservation",
    "diff",
    "find_drift",
    "find_handover",
    "load_options",
    "plan",
    "rebase",
    "required_model",
    "reverse",
    "take_part",
    "with_included",
]
