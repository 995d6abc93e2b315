"""Findings: the catalogue of questions, and running it over a version of a model in an engine."""

from orgmodel.findings.catalogue import SEVERITIES, FindingQuery, check_distinct, check_thresholds, load_catalogue
from orgmodel.findings.finding import Evidence, Finding, Outcome, cite_order
from orgmodel.findings.record import RecordedRow, RunRecord, build_record, read_record, render_record
from orgmodel.findings.run import index_evidence, run_catalogue, run_finding
from orgmodel.findings.trend import RunShift, TrendLine, build_trend, compare_records, find_news
from orgmodel.findings.waivers import check_waivers

__all__ = [
    "SEVERITIES",
    "Evidence",
    "Finding",
    "FindingQuery",
    "Outcome",
    "RecordedRow",
    "RunRecord",
    "RunShift",
    "TrendLine",
    "build_record",
    "build_trend",
    "check_distinct",
    "check_thresholds",
    "check_waivers",
    "cite_order",
    "compare_records",
    "find_news",
    "index_evidence",
    "load_catalogue",
    "read_record",
    "render_record",
    "run_catalogue",
    "run_finding",
]
