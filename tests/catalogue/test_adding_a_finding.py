"""A finding is added by two files and nothing else: a query, and its cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmodel.findings import load_catalogue
from orgmodel.graph.embedded import EmbeddedEngine
from tests.findings.cases import VERDICTS, read_all_cases
from tests.findings.running import QUERIES, ask, short

QUERY = """\
/*
title: Does a post report to anybody?
severity: low
family: structure
fails_when: The source says that a post reports to nobody, and it is not the head.
columns:
  post: {type: key, heading: Post, identifies: true}
says:
  fail: "{post} reports to nobody."
why: Somebody has to.
remedy: Say to whom.
sources: [ours]
version: 1
maturity: first
population_is: Posts below the head
population: "MATCH (p:Post {model: $model, head: false}) RETURN count(p) AS population"
*/
MATCH (p:Post {model: $model, head: false})-[:HAS_SLOT]->(s:Slot {name: 'reports_to'})
WITH *, CASE WHEN s.says_none THEN 'fail' ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN p.key AS post, verdict AS verdict, [s.key] AS evidence
"""
CASES = """\
- name: reports to nobody
  definitions:
    posts: [{id: north-head, reports_to: [{state: none}]}]
  expect: {fail: [north-head]}

- name: everybody reports to somebody
  expect: {}
"""


@pytest.mark.embedded
def test_two_files_are_enough(tmp_path: Path) -> None:
    queries, cases = tmp_path / "queries", tmp_path / "cases"
    queries.mkdir()
    cases.mkdir()
    (queries / "reports-to-nobody.cypher").write_text(QUERY, encoding="utf-8")
    (cases / "reports-to-nobody.yaml").write_text(CASES, encoding="utf-8")

    catalogue = {finding.id: finding for finding in load_catalogue([QUERIES, queries])}
    engine = EmbeddedEngine()
    found = read_all_cases(cases)
    engine.load_many([case.rows for case in found])
    for case in found:
        rows = ask(engine, catalogue[case.finding], case.model, case.rows).rows
        shown = {verdict: [short(row.identity) for row in rows if row.verdict == verdict] for verdict in VERDICTS}
        assert shown == case.expect
    assert len(found) == 2
    engine.close()
