"""Findings: the catalogue of questions, and running it over a version of a model in an engine."""

from orgmodel.findings.catalogue import SEVERITIES, FindingQuery, check_thresholds, load_catalogue
from orgmodel.findings.finding import Evidence, Finding, Outcome, cite_order
from orgmodel.findings.run import index_evidence, run_catalogue, run_finding
from orgmodel.findings.waivers import check_waivers

__all__ = [
    "SEVERITIES",
    "Evidence",
    "Finding",
    "FindingQuery",
    "Outcome",
    "check_thresholds",
    "check_waivers",
    "cite_order",
    "index_evidence",
    "load_catalogue",
    "run_catalogue",
    "run_finding",
]
