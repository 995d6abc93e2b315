/*
title: How far up must a dispute go?
severity: high
story: subject
family: ownership
fails_when: >-
  The posts that answer for parts of a subject have no common manager below the head of the organisation.
columns:
  subject: {type: key, heading: Subject, identifies: true}
  owners: {type: keys, heading: Answer for parts of it}
  managers: {type: keys, heading: Lowest manager that they have in common}
  levels: {type: integer, heading: Most levels up to that manager}
  silent: {type: keys, heading: Parts whose owner is not known}
  line_unknown: {type: keys, heading: Posts whose line or place is not known}
  told_under: {type: keys, heading: Narrower subjects with the same finding}
says:
  fail: "A dispute about {subject} between {owners} has no manager below the head to settle it. The lowest whom they share: {managers}."
  unknown: "Who could settle a dispute about {subject} cannot be told. Owner not known: {silent}. Line or place not known: {line_unknown}."
  info: "{subject} has no common manager below the head either; it is told under {told_under}."
words: {fail: Split, unknown: We do not know, info: Told under a narrower subject}
why: The head of an organisation has no time for disputes below, so they stay open, or each side goes its own way.
remedy: Name a lead for the subject below the head, bring its parts under one manager, or say in advance who decides.
settles: Who answers for the parts without a known owner, and to whom the owners report.
limits: >-
  By line reports only; a board or a minister may settle disputes too. The head answers for the whole and is not
  counted among the owners, nor are bodies outside. Heads of units are counted where they are inferred to answer. A
  post may have two line managers: one common manager below the head is enough. An owner whose line is not known
  cannot bring together others whose lines, told to the end, do not meet below the head.
sources: ["timothy-2023#80", "timothy-2023#81", "timothy-2023#86", "timothy-2023#87"]
order: [subject]
version: 1
maturity: first
population_is: Subjects whose parts have two or more owners, known or not known, in the line chain
population: |-
  MATCH (s:Subject {model: $model})<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(r:Responsibility)
        -[:HAS_SLOT]->(asked:Slot {name: 'accountable', chain: 'line'})
  OPTIONAL MATCH (p:Post {head: false})-[:ACCOUNTABLE_FOR {chain: 'line'}]->(r)
  WHERE NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) }
  OPTIONAL MATCH (u:Unit {organisation: false})-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]->(r)
  WHERE NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) } AND NOT EXISTS { MATCH (u)-[:PART_OF*0..10]->(:Unit {outside: true}) }
  WITH s, count(DISTINCT p.key) AS number,
       count(DISTINCT CASE WHEN asked.says_none = false
                            AND (asked.says_redacted OR asked.state = 'open' OR u.key IS NOT NULL
                                 OR asked.state = 'not_stated' AND asked.known = 0) THEN r.key END) AS unknowns
  WHERE number + unknowns >= 2
  RETURN count(s) AS population
*/
OPTIONAL MATCH (h:Post {model: $model, head: true})
OPTIONAL MATCH (h)-[:REPORTS_TO*1..20 {kind: 'line'}]->(x:Post)
OPTIONAL MATCH (h)-[top:HEADS]->(:Unit {organisation: true})
WITH collect(DISTINCT h.key) AS heads, collect(DISTINCT x.key) AS beyond, collect(DISTINCT top.key) AS tops
MATCH (s:Subject {model: $model})<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(r:Responsibility)
      -[:HAS_SLOT]->(asked:Slot {name: 'accountable', chain: 'line'})
OPTIONAL MATCH (p:Post {head: false})-[:ACCOUNTABLE_FOR {chain: 'line'}]->(r)
WHERE NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) }
OPTIONAL MATCH (u:Unit {organisation: false})-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]->(r)
WHERE NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) } AND NOT EXISTS { MATCH (u)-[:PART_OF*0..10]->(:Unit {outside: true}) }
WITH heads, beyond, tops, s, count(DISTINCT p.key) AS number,
     count(DISTINCT CASE WHEN asked.says_none = false
                          AND (asked.says_redacted OR asked.state = 'open' OR u.key IS NOT NULL
                               OR asked.state = 'not_stated' AND asked.known = 0) THEN r.key END) AS unknowns
WHERE number + unknowns >= 2
// Every post that an owner reports to, through however many; and each such post's own line.
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility)
               <-[:ACCOUNTABLE_FOR {chain: 'line'}]-(o:Post {head: false})
WHERE NOT EXISTS { MATCH (o)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) }
WITH DISTINCT heads, beyond, tops, s, number, unknowns, o
// One whose place is not told may be outside, unless its line leads to the head.
OPTIONAL MATCH (o)-[:HAS_SLOT]->(seat:Slot {name: 'in_unit'})
WHERE (seat.state = 'open'
       OR seat.state IN ['not_stated', 'redacted'] AND NOT EXISTS { MATCH (o)-[:IN_UNIT|HEADS]->(:Unit) })
  AND NOT EXISTS { MATCH (o)-[:REPORTS_TO*1..20 {kind: 'line'}]->(:Post {head: true}) }
OPTIONAL MATCH (o)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {organisation: false})
               -[:HAS_SLOT]->(place:Slot {name: 'part_of'})
WHERE place.state IN ['not_stated', 'redacted', 'open']
  AND NOT EXISTS { MATCH (o)-[:REPORTS_TO*1..20 {kind: 'line'}]->(:Post {head: true}) }
WITH heads, beyond, tops, s, number, unknowns, o, count(seat.key) + count(place.key) AS lost
OPTIONAL MATCH (o)-[:REPORTS_TO*0..20 {kind: 'line'}]->(e:Post)-[:HAS_SLOT]->(line:Slot {name: 'reports_to'})
WHERE NOT e.key IN heads AND NOT e.key IN beyond
  AND (line.state = 'open' OR line.state IN ['known', 'not_stated', 'redacted']
                              AND NOT EXISTS { MATCH (e)-[:REPORTS_TO {kind: 'line'}]->(:Post) })
WITH heads, beyond, tops, s, number, unknowns, o, lost, count(line.key) AS gaps
OPTIONAL MATCH steps = (o)-[:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post)
WITH heads, beyond, tops, s, number, unknowns, o, lost + gaps = 0 AS told, m, min(length(steps)) AS distance
WITH heads, beyond, tops, s, number, unknowns, m, max(distance) AS far, count(o.key) AS under,
     count(CASE WHEN told THEN o.key END) AS under_told, count(CASE WHEN told AND distance = 0 THEN o.key END) AS itself
WITH *, m.key IN heads OR m.key IN beyond AS high, under = number AND m.key IN heads AS top
WITH *, under = number AND NOT high AS settles
// Whom those share whose whole line is told, or whether there are none, decides where others' lines may still lead.
WITH beyond, tops, s, number, size(heads) AS headed, unknowns, coalesce(sum(itself), 0) AS told,
     max(CASE WHEN high THEN 0 ELSE under_told END) AS together, count(CASE WHEN settles THEN m.key END) AS below,
     coalesce(min(CASE WHEN settles THEN far END), min(CASE WHEN top THEN far END)) AS levels,
     collect(DISTINCT CASE WHEN settles OR top THEN {key: m.key, far: far, settles: settles}
                           ELSE {key: '', far: -1, settles: false} END) AS posts
WITH *, CASE WHEN number < 2 THEN 'unknown'
             WHEN below > 0 AND headed > 0 THEN CASE WHEN unknowns = 0 THEN 'pass' ELSE 'unknown' END
             WHEN together = told THEN 'unknown'
             ELSE 'fail' END AS found
UNWIND posts AS post
WITH beyond, tops, s, found, below, levels,
     collect(CASE WHEN post.far = levels AND (post.settles OR below = 0) THEN post.key END) AS managers
WITH * WHERE $passes OR found <> 'pass'
// What it rests on. Each list that is collected takes memory for each subject, however short it is.
MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[about:CONCERNS]-(r:Responsibility)
      -[:HAS_SLOT]->(asked:Slot {name: 'accountable', chain: 'line'})
OPTIONAL MATCH (p:Post {head: false})-[a:ACCOUNTABLE_FOR {chain: 'line'}]->(r)
WHERE NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) }
  AND (a.by = 'stated' OR NOT EXISTS { MATCH (p)-[b:ACCOUNTABLE_FOR]->(r) WHERE b.by = 'stated' AND b.chain = 'line' })
OPTIONAL MATCH (u:Unit {organisation: false})-[has:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]->(r)
WHERE NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) } AND NOT EXISTS { MATCH (u)-[:PART_OF*0..10]->(:Unit {outside: true}) }
OPTIONAL MATCH (p)-[:HAS_SLOT]->(seat:Slot {name: 'in_unit'})
WHERE (seat.state = 'open'
       OR seat.state IN ['not_stated', 'redacted'] AND NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit) })
  AND NOT EXISTS { MATCH (p)-[:REPORTS_TO*1..20 {kind: 'line'}]->(:Post {head: true}) }
OPTIONAL MATCH (p)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {organisation: false})
               -[:HAS_SLOT]->(place:Slot {name: 'part_of'})
WHERE place.state IN ['not_stated', 'redacted', 'open']
  AND NOT EXISTS { MATCH (p)-[:REPORTS_TO*1..20 {kind: 'line'}]->(:Post {head: true}) }
OPTIONAL MATCH (p)-[:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post {head: false})
WHERE NOT m.key IN beyond
OPTIONAL MATCH (m)-[up:REPORTS_TO {kind: 'line'}]->(:Post)
OPTIONAL MATCH (m)-[:HAS_SLOT]->(line:Slot {name: 'reports_to'})
WHERE line.state = 'open' OR line.state IN ['known', 'not_stated', 'redacted']
                             AND NOT EXISTS { MATCH (m)-[:REPORTS_TO {kind: 'line'}]->(:Post) }
UNWIND [about.key, asked.key, a.key, has.key, seat.key, place.key, up.key, line.key] AS fact
WITH s, tops, found, levels, managers, collect(DISTINCT p.key) AS owners,
     collect(DISTINCT CASE WHEN line.key IS NOT NULL THEN m.key END)
       + collect(DISTINCT CASE WHEN seat.key IS NOT NULL OR place.key IS NOT NULL THEN p.key END) AS line_unknown,
     collect(DISTINCT CASE WHEN asked.says_none = false
                            AND (asked.says_redacted OR asked.state = 'open' OR u.key IS NOT NULL
                                 OR asked.state = 'not_stated' AND asked.known = 0) THEN r.key END) AS silent,
     collect(DISTINCT fact) AS facts
OPTIONAL MATCH (s)<-[:PART_OF*0..9]-(:Subject)<-[inside:PART_OF]-(below:Subject)
WHERE EXISTS { MATCH (below)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility) }
WITH s, tops, found, levels, managers, owners, line_unknown, silent, facts, collect(DISTINCT inside.key) AS edges
WITH s, found, levels, managers, owners, line_unknown, silent,
     CASE WHEN found = 'fail' THEN [s.key] + facts + edges + tops ELSE [s.key] + facts + edges END AS evidence
// The deepest subject is reported; those around it, whose owners are its owners too, are told under it.
WITH collect({subject: s.key, found: found, levels: levels, managers: managers, owners: owners, silent: silent,
              line_unknown: line_unknown, evidence: evidence}) AS all_rows,
     collect(CASE WHEN found = 'fail' THEN s.key END) AS failing
UNWIND all_rows AS row
MATCH (s:Subject)
WHERE s.key = row.subject
OPTIONAL MATCH (narrower:Subject)-[:PART_OF*1..10]->(s)
WHERE narrower.key IN failing
WITH row, collect(DISTINCT narrower.key) AS told_under
WITH *, CASE WHEN size(told_under) > 0 THEN 'info' ELSE row.found END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN row.subject AS subject, row.owners AS owners, row.managers AS managers, row.levels AS levels,
       row.silent AS silent, row.line_unknown AS line_unknown, told_under AS told_under, verdict AS verdict,
       row.evidence AS evidence
