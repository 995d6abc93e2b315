/*
title: Is a key job empty?
severity: high
family: people
fails_when: A post designated as critical has been vacant longer than the limit.
columns:
  post: {type: key, heading: Post, identifies: true}
  occupancy: {type: text, heading: Filled or not}
  critical: {type: text, heading: Designated as critical}
  longer_than_months: {type: integer, heading: Empty for more than (months)}
  attempts: {type: integer, heading: Attempts to fill it}
  covered_by: {type: keys, heading: Covered by}
says:
  fail: "{post} has been empty for more than {longer_than_months} months. Attempts: {attempts}. Covered by: {covered_by}."
  unknown: "{post}: occupancy {occupancy}, empty for more than (months) {longer_than_months}, designated as critical: {critical}. One of these would settle it."
  info: "{post} has been empty for more than {longer_than_months} months, within the limit but past the warning."
words: {fail: Empty, unknown: We do not know, info: Warning}
thresholds:
  limit: {default: 12, authority: "Ours: no rule was found", unit: months}
  warn: {default: 6, authority: "Ours: no rule was found", unit: months}
why: While a key post is empty its decisions are taken by people with another job, or not at all.
remedy: Fill it, close it and move what it holds, or give the cover an end date and relief from its own work.
settles: Whether anybody designates the post as critical, or since when it has been empty.
limits: >-
  What nobody has designated as critical is not assumed to be. Cover and attempts are shown, and do not change the verdict.
sources: ["timothy-2023#24", "timothy-2023#26"]
order: [-longer_than_months, post]
version: 1
maturity: first
population_is: Posts that are designated as critical, or that the source says are vacant
population: >-
  MATCH (p:Post {model: $model}) WHERE p.critical OR p.occupancy = 'vacant' RETURN count(p) AS population
*/
MATCH (p:Post {model: $model})
WHERE p.critical OR p.occupancy = 'vacant'
OPTIONAL MATCH (by:Post|Person)-[cover:COVERS]->(p)
WITH p, collect(DISTINCT by.key) AS covered_by, collect(DISTINCT cover.key) AS covers
OPTIONAL MATCH (p)-[:HAS_SLOT]->(said:Slot)
WHERE said.name = 'critical' OR said.name = 'occupancy'
WITH p, covered_by, covers, collect(DISTINCT said.key) AS facts
WITH *, CASE WHEN p.critical_state = 'no' OR p.occupancy IN ['filled', 'closed'] THEN 'pass'
             WHEN p.occupancy <> 'vacant' THEN 'unknown'
             WHEN p.vacant_at_most <= $limit
             THEN CASE WHEN p.critical AND p.vacant_longer_than >= $warn THEN 'info' ELSE 'pass' END
             WHEN p.critical AND p.vacant_longer_than >= $limit THEN 'fail'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN p.key AS post, p.occupancy AS occupancy, p.critical_state AS critical,
       p.vacant_longer_than AS longer_than_months, p.attempts AS attempts, covered_by AS covered_by,
       verdict AS verdict, [p.key] + facts + covers AS evidence
