/*
title: How far up must a dispute go?
severity: high
family: ownership
fails_when: >-
  The posts that answer for parts of a subject have no common manager below the head of the organisation.
columns:
  subject: {type: key, heading: Subject, identifies: true}
  owners: {type: keys, heading: Answer for parts of it}
  managers: {type: keys, heading: All their common managers}
  levels: {type: integer, heading: Most levels up to the head}
  silent: {type: keys, heading: Parts whose owner is not known}
  no_line: {type: keys, heading: Owners whose line does not reach the head}
  told_under: {type: keys, heading: Narrower subjects with the same finding}
says:
  fail: "A dispute about {subject} between {owners} goes all the way to {managers}."
  unknown: "Who could settle a dispute about {subject} cannot be told. Owner not known: {silent}. Line not known: {no_line}."
  info: "{subject} has no common manager below the head either; it is told under {told_under}."
words: {fail: Split, unknown: We do not know, info: Told under a narrower subject}
why: The head of an organisation has no time for disputes below, so they stay open, or each side goes its own way.
remedy: Name a lead for the subject below the head, bring its parts under one manager, or say in advance who decides.
settles: Who answers for the parts without a known owner, and to whom the owners report.
limits: >-
  By line reports only; a board or a minister may settle disputes too. The head answers for the whole and is not
  counted among the owners. Heads of units are counted where they are inferred to answer.
sources: ["timothy-2023#80", "timothy-2023#81", "timothy-2023#86", "timothy-2023#87"]
order: [subject]
version: 1
maturity: first
population_is: Subjects whose parts have two or more owners, known or not known, in the line chain
population: >-
  MATCH (s:Subject {model: $model})
  MATCH (part:Subject)-[:PART_OF*0..10]->(s)
  MATCH (r:Responsibility)-[:CONCERNS]->(part)
  MATCH (r)-[:HAS_SLOT]->(slot:Slot {name: 'accountable', chain: 'line'})
  OPTIONAL MATCH (p:Post {head: false})-[:ACCOUNTABLE_FOR {chain: 'line'}]->(r)
  WITH s, count(DISTINCT p.key)
       + count(DISTINCT CASE WHEN p.key IS NULL AND slot.state IN ['not_stated', 'redacted', 'open'] OR slot.state = 'open' THEN r.key END) AS owners
  WHERE owners >= 2
  RETURN count(s) AS population
*/
MATCH (s:Subject {model: $model})
MATCH (part:Subject)-[:PART_OF*0..10]->(s)
MATCH (r:Responsibility)-[about:CONCERNS]->(part)
MATCH (r)-[:HAS_SLOT]->(slot:Slot {name: 'accountable', chain: 'line'})
OPTIONAL MATCH (p:Post {head: false})-[a:ACCOUNTABLE_FOR {chain: 'line'}]->(r)
WITH s, collect(DISTINCT p.key) AS owners, collect(DISTINCT a.key) AS held, collect(DISTINCT about.key) AS abouts,
     collect(DISTINCT CASE WHEN p.key IS NULL AND slot.state IN ['not_stated', 'redacted', 'open'] OR slot.state = 'open' THEN r.key END) AS silent
WHERE size(owners) + size(silent) >= 2
OPTIONAL MATCH (o:Post)-[lines:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post)
WHERE o.key IN owners
WITH s, owners, held, abouts, silent, m, count(DISTINCT o.key) AS under, max(length(lines)) AS levels
WITH s, owners, held, abouts, silent,
     collect(DISTINCT CASE WHEN under = size(owners) THEN m.key END) AS managers,
     count(DISTINCT CASE WHEN under = size(owners) AND NOT m.head THEN m.key END) AS below,
     count(DISTINCT CASE WHEN under = size(owners) AND m.head THEN m.key END) AS heads,
     max(CASE WHEN m.head THEN levels END) AS levels
OPTIONAL MATCH (x:Post)
WHERE x.key IN owners AND NOT EXISTS { MATCH (x)-[:REPORTS_TO*1..20 {kind: 'line'}]->(top:Post) WHERE top.head }
WITH s, owners, held, abouts, silent, managers, levels, collect(DISTINCT x.key) AS no_line,
     CASE WHEN below > 0 AND size(silent) = 0 THEN 'pass'
          WHEN below = 0 AND heads > 0 AND size(owners) >= 2 THEN 'fail'
          ELSE 'unknown' END AS found
OPTIONAL MATCH (y:Post)-[:REPORTS_TO*0..20 {kind: 'line'}]->(w:Post)-[line:REPORTS_TO]->(:Post)
WHERE y.key IN owners AND line.kind = 'line'
WITH s, owners, held, abouts, silent, managers, levels, no_line, found, collect(DISTINCT line.key) AS lines
WITH collect({subject: s.key, owners: owners, silent: silent, managers: managers, levels: levels, no_line: no_line,
              found: found, evidence: [s.key] + held + abouts + lines}) AS all_rows,
     collect(CASE WHEN found = 'fail' THEN s.key END) AS failing
UNWIND all_rows AS row
OPTIONAL MATCH (narrower:Subject)-[:PART_OF*1..10]->(wider:Subject)
WHERE wider.key = row.subject AND narrower.key IN failing
WITH row, collect(DISTINCT narrower.key) AS told_under
WITH row, told_under, CASE WHEN row.found = 'fail' AND size(told_under) > 0 THEN 'info' ELSE row.found END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN row.subject AS subject, row.owners AS owners, row.managers AS managers, row.levels AS levels,
       row.silent AS silent, row.no_line AS no_line, told_under AS told_under, verdict AS verdict,
       row.evidence AS evidence
