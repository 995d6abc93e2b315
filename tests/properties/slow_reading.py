"""All findings, read off a model in plain Python: slowly, obviously, and knowing nothing of graphs or Cypher.

Each reading gives the verdict on every member of its population, by identity as the cases write it. It follows the
words of the definitions and not the queries, so that the two can be held against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.properties import (
    slow_governance,
    slow_lines,
    slow_ownership,
    slow_people,
    slow_powers,
    slow_structure,
    slow_subjects,
    slow_work,
)
from tests.properties.slow_model import Reading, Verdicts

READINGS: Mapping[str, Callable[[Reading], Verdicts]] = {
    "ownerless-responsibility": slow_ownership.read_ownerless_responsibility,
    "unclear-accountability": slow_ownership.read_unclear_accountability,
    "unknown-ownership": slow_ownership.read_unknown_ownership,
    "multiple-accountable": slow_ownership.read_multiple_accountable,
    "split-subject": slow_subjects.read_split_subject,
    "lowest-common-manager-too-high": slow_subjects.read_lowest_common_manager,
    "no-end-to-end-owner": slow_subjects.read_no_end_to_end_owner,
    "no-dedicated-owner": slow_ownership.read_no_dedicated_owner,
    "overloaded-post": slow_ownership.read_overloaded_post,
    "concurrent-posts": slow_people.read_concurrent_posts,
    "policy-operations-split": slow_subjects.read_policy_operations_split,
    "dual-principal": slow_lines.read_dual_principal,
    "matrix-ambiguity": slow_powers.read_matrix_ambiguity,
    "answerable-without-a-lever": slow_powers.read_answerable_without_a_lever,
    "answerable-without-data": slow_powers.read_answerable_without_data,
    "no-path-to-principal": slow_lines.read_no_path_to_principal,
    "reporting-integrity": slow_structure.read_reporting_integrity,
    "headless-unit": slow_structure.read_headless_unit,
    "portfolio-mismatch": slow_structure.read_portfolio_mismatch,
    "required-role-missing": slow_structure.read_required_role_missing,
    "areas-that-do-not-match": slow_structure.read_areas_that_do_not_match,
    "time-limited-team-without-end": slow_structure.read_time_limited_team_without_end,
    "board-too-big": slow_governance.read_board_too_big,
    "priority-without-a-forum": slow_governance.read_priority_without_a_forum,
    "redundant-forum": slow_governance.read_redundant_forum,
    "recommendation-without-owner": slow_governance.read_recommendation_without_owner,
    "duplicated-work": slow_work.read_duplicated_work,
    "handoff-gap": slow_work.read_handoff_gap,
    "fragmented-data-systems": slow_work.read_fragmented_data_systems,
    "conflicting-objectives": slow_work.read_conflicting_objectives,
    "vacant-critical-post": slow_people.read_vacant_critical_post,
    "single-point-of-failure": slow_people.read_single_point_of_failure,
    "thin-bench": slow_people.read_thin_bench,
    "cover-overrun": slow_people.read_cover_overrun,
    "eligibility-gap": slow_people.read_eligibility_gap,
    "priority-without-people": slow_people.read_priority_without_people,
    "unconfirmed-responsibility": slow_people.read_unconfirmed_responsibility,
}

__all__ = ["READINGS", "Reading", "Verdicts"]
