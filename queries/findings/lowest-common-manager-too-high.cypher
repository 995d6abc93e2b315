/*
title: How far up must a dispute go?
severity: high
family: ownership
fails_when: >-
  The posts that answer for parts of a subject have no common manager below the head of the organisation.
columns:
  subject: {type: key, heading: Subject, identifies: true}
  owners: {type: keys, heading: Answer for parts of it}
  managers: {type: keys, heading: Lowest manager that they have in common}
  levels: {type: integer, heading: Most levels up to that manager}
  silent: {type: keys, heading: Parts whose owner is not known}
  line_unknown: {type: keys, heading: Posts whose line is not known}
  told_under: {type: keys, heading: Narrower subjects with the same finding}
says:
  fail: "A dispute about {subject} between {owners} has no manager below the head to settle it. The lowest whom they share: {managers}."
  unknown: "Who could settle a dispute about {subject} cannot be told. Owner not known: {silent}. Line not known: {line_unknown}."
  info: "{subject} has no common manager below the head either; it is told under {told_under}."
words: {fail: Split, unknown: We do not know, info: Told under a narrower subject}
why: The head of an organisation has no time for disputes below, so they stay open, or each side goes its own way.
remedy: Name a lead for the subject below the head, bring its parts under one manager, or say in advance who decides.
settles: Who answers for the parts without a known owner, and to whom the owners report.
limits: >-
  By line reports only; a board or a minister may settle disputes too. The head answers for the whole and is not
  counted among the owners, nor are bodies outside. Heads of units are counted where they are inferred to answer. A
  post may have two line managers: one common manager below the head is enough.
sources: ["timothy-2023#80", "timothy-2023#81", "timothy-2023#86", "timothy-2023#87"]
order: [subject]
version: 1
maturity: first
population_is: Subjects whose parts have two or more owners, known or not known, in the line chain
population: |-
  MATCH (s:Subject {model: $model})<-[:PART_OF*0..10]-(:Subject)<-[about:CONCERNS]-(r:Responsibility)
        -[:HAS_SLOT]->(slot:Slot {name: 'accountable', chain: 'line'})
  OPTIONAL MATCH (p:Post {head: false})-[a:ACCOUNTABLE_FOR {chain: 'line'}]->(r)
  WHERE NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) }
    AND (a.by = 'stated' OR NOT EXISTS { MATCH (p)-[b:ACCOUNTABLE_FOR]->(r) WHERE b.by = 'stated' AND b.chain = 'line' })
  OPTIONAL MATCH (u:Unit {organisation: false})-[has:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]->(r)
  WHERE NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) } AND NOT EXISTS { MATCH (u)-[:PART_OF*0..10]->(:Unit {outside: true}) }
  WITH s, collect(DISTINCT p.key) AS owners,
       collect(DISTINCT CASE WHEN NOT slot.says_none
                              AND (slot.says_redacted OR slot.state = 'open' OR u.key IS NOT NULL
                                   OR slot.state = 'not_stated' AND slot.known = 0) THEN r.key END) AS silent
  WHERE size(owners) + size(silent) >= 2
  RETURN count(s) AS population
*/
OPTIONAL MATCH (h:Post {model: $model, head: true})
OPTIONAL MATCH (h)-[:REPORTS_TO*1..20 {kind: 'line'}]->(x:Post)
OPTIONAL MATCH (h)-[top:HEADS]->(:Unit {organisation: true})
WITH collect(DISTINCT h.key) AS heads, collect(DISTINCT x.key) AS beyond, collect(DISTINCT top.key) AS tops
MATCH (s:Subject {model: $model})<-[:PART_OF*0..10]-(:Subject)<-[about:CONCERNS]-(r:Responsibility)
      -[:HAS_SLOT]->(slot:Slot {name: 'accountable', chain: 'line'})
OPTIONAL MATCH (p:Post {head: false})-[a:ACCOUNTABLE_FOR {chain: 'line'}]->(r)
WHERE NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) }
  AND (a.by = 'stated' OR NOT EXISTS { MATCH (p)-[b:ACCOUNTABLE_FOR]->(r) WHERE b.by = 'stated' AND b.chain = 'line' })
OPTIONAL MATCH (u:Unit {organisation: false})-[has:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]->(r)
WHERE NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) } AND NOT EXISTS { MATCH (u)-[:PART_OF*0..10]->(:Unit {outside: true}) }
WITH heads, beyond, tops, s, collect(DISTINCT p.key) AS owners,
     collect(DISTINCT CASE WHEN NOT slot.says_none
                            AND (slot.says_redacted OR slot.state = 'open' OR u.key IS NOT NULL
                                 OR slot.state = 'not_stated' AND slot.known = 0) THEN r.key END) AS silent,
     collect(DISTINCT about.key) + collect(DISTINCT slot.key) + collect(DISTINCT a.key) + collect(DISTINCT has.key)
       AS facts
WHERE size(owners) + size(silent) >= 2
OPTIONAL MATCH (s)<-[:PART_OF*0..9]-(:Subject)<-[inside:PART_OF]-(below:Subject)
WHERE EXISTS { MATCH (below)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility) }
WITH heads, beyond, tops, s, owners, silent, facts, collect(DISTINCT inside.key) AS edges
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility)<-[:ACCOUNTABLE_FOR {chain: 'line'}]-(o:Post)
WHERE o.key IN owners
WITH DISTINCT heads, beyond, tops, s, owners, silent, facts, edges, o
// Every post that an owner reports to, through however many; and each such post's own line.
OPTIONAL MATCH (o)-[steps:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post)
WITH heads, beyond, tops, s, owners, silent, facts, edges, o, m, min(length(steps)) AS distance
OPTIONAL MATCH (m)-[line:REPORTS_TO {kind: 'line'}]->(:Post)
OPTIONAL MATCH (m)-[:HAS_SLOT]->(asked:Slot {name: 'reports_to'})
WITH heads, beyond, tops, s, owners, silent, facts, edges, m, line, asked,
     max(distance) AS far, count(DISTINCT o.key) AS under
WITH *, m.key IN heads OR m.key IN beyond AS high, m.key IN heads AND under = size(owners) AS top
WITH *, NOT high AND under = size(owners) AS settles,
        NOT high AND (asked.state = 'open' OR line.key IS NULL AND asked.state IN ['known', 'not_stated', 'redacted']) AS gap
WITH heads, tops, s, owners, silent, facts, edges, collect({key: m.key, far: far, top: top, settles: settles}) AS posts,
     collect(DISTINCT CASE WHEN gap THEN m.key END) AS line_unknown,
     collect(DISTINCT CASE WHEN NOT high THEN line.key END) AS lines,
     collect(DISTINCT CASE WHEN gap THEN asked.key END) AS gaps,
     count(CASE WHEN settles THEN m.key END) AS below,
     min(CASE WHEN settles THEN far END) AS near, min(CASE WHEN top THEN far END) AS head_near
UNWIND posts AS post
WITH heads, tops, s, owners, silent, facts, edges, line_unknown, lines, gaps, below,
     CASE WHEN below > 0 THEN near ELSE head_near END AS levels, post
WITH heads, tops, s, owners, silent, facts, edges, line_unknown, lines, gaps, below, levels,
     collect(DISTINCT CASE WHEN post.far = levels AND (post.settles OR below = 0 AND post.top) THEN post.key END) AS managers
WITH *, CASE WHEN size(owners) < 2 THEN 'unknown'
             WHEN below > 0 AND size(heads) > 0 THEN CASE WHEN size(silent) = 0 THEN 'pass' ELSE 'unknown' END
             WHEN below > 0 OR size(gaps) > 0 THEN 'unknown'
             ELSE 'fail' END AS found
WITH *, [s.key] + facts + edges + lines + gaps AS common
WITH collect({subject: s.key, owners: owners, silent: silent, managers: managers, levels: levels,
              line_unknown: line_unknown, found: found,
              facts: CASE WHEN found = 'fail' THEN common + tops ELSE common END}) AS all_rows,
     collect(CASE WHEN found = 'fail' THEN s.key END) AS failing
UNWIND all_rows AS row
OPTIONAL MATCH (narrower:Subject)-[:PART_OF*1..10]->(wider:Subject)
WHERE wider.key = row.subject AND narrower.key IN failing
WITH row, collect(DISTINCT narrower.key) AS told_under
WITH *, CASE WHEN row.found = 'fail' AND size(told_under) > 0 THEN 'info' ELSE row.found END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN row.subject AS subject, row.owners AS owners, row.managers AS managers, row.levels AS levels,
       row.silent AS silent, row.line_unknown AS line_unknown, told_under AS told_under, verdict AS verdict,
       row.facts AS evidence
