/*
title: Where do policy and delivery meet?
severity: medium
story: subject
family: ownership
fails_when: >-
  Somebody answers for the policy of a subject, somebody else for its operations, and they have no common manager below
  the head of the organisation.
columns:
  subject: {type: key, heading: Subject, identifies: true}
  policy: {type: keys, heading: Answer for policy}
  operations: {type: keys, heading: Answer for operations}
  apart: {type: keys, heading: Meet the other side only in the head}
  silent: {type: keys, heading: Parts whose owner is not known}
  line_unknown: {type: keys, heading: Posts whose line is not known}
says:
  fail: "Policy on {subject} is with {policy}, operations with {operations}. These meet the other side only in the head of the organisation: {apart}."
  unknown: "Where policy and operations of {subject} meet cannot be told. Policy: {policy}. Operations: {operations}. Owner not known: {silent}. Line not known: {line_unknown}."
words: {fail: Apart, unknown: We do not know}
why: >-
  Policy that is made without those who deliver it asks for what cannot be done, and nobody below the head can put the
  two together.
remedy: Bring the two under one manager, give one post both, or give operations a say in policy before it is settled.
settles: Who answers for the parts without a known owner, and to whom the owners report.
limits: >-
  Only responsibilities that are marked as policy or as operations count, and only subjects that have both; of the rest
  the text does not say which they are. Where a mark is inferred, so is what rests on it. What is about all of a wider subject is about the narrower one too. It is enough
  that each side meets somebody of the other below the head. The head, and whoever is above it in the line, answer
  for the whole, and are on neither side; nor are boards, and bodies outside. Heads of units are counted where they are inferred to answer. Line chain.
sources: ["timothy-2023#10", "timothy-2023#11", "timothy-2023#18", "timothy-2023#81"]
order: [subject]
version: 1
maturity: first
population_is: Subjects that responsibilities for policy and for operations both concern, in the line chain
population: |-
  MATCH (s:Subject {model: $model})<-[:CONCERNS]-(:Responsibility)
  WITH DISTINCT s
  MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(r:Responsibility)
        -[:HAS_SLOT]->(:Slot {name: 'accountable', chain: 'line'})
  WHERE x.key = s.key OR about.extent = 'whole'
  WITH s, count(CASE WHEN 'policy' IN r.aspects THEN r.key END) AS policies,
       count(CASE WHEN 'operations' IN r.aspects THEN r.key END) AS operations,
       count(CASE WHEN x.key = s.key AND ('policy' IN r.aspects OR 'operations' IN r.aspects) THEN r.key END) AS own
  WHERE policies > 0 AND operations > 0 AND own > 0
  RETURN count(s) AS population
*/
OPTIONAL MATCH (h:Post {model: $model, head: true})
OPTIONAL MATCH (h)-[:REPORTS_TO*1..20 {kind: 'line'}]->(x:Post)
OPTIONAL MATCH (h)-[top:HEADS]->(:Unit {organisation: true})
WITH collect(DISTINCT h.key) + collect(DISTINCT x.key) AS high, collect(DISTINCT top.key) AS tops
// What is about the subject itself, or about all of something wider.
MATCH (s:Subject {model: $model})<-[:CONCERNS]-(:Responsibility)
WITH DISTINCT high, tops, s
MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(r:Responsibility)
      -[:HAS_SLOT]->(asked:Slot {name: 'accountable', chain: 'line'})
WHERE (x.key = s.key OR about.extent = 'whole') AND ('policy' IN r.aspects OR 'operations' IN r.aspects)
WITH DISTINCT high, tops, s, r, asked, x.key = s.key AS own
OPTIONAL MATCH (u:Unit {organisation: false})-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]->(r)
WHERE NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) } AND NOT EXISTS { MATCH (u)-[:PART_OF*0..10]->(:Unit {outside: true}) }
WITH high, tops, s, r, asked, own, count(u.key) AS headless
WITH *, asked.says_none = false AND (asked.says_redacted OR asked.state = 'open' OR headless > 0
                                     OR asked.state = 'not_stated' AND asked.known = 0) AS silent
WITH high, tops, s, count(CASE WHEN 'policy' IN r.aspects THEN r.key END) AS policies,
     count(CASE WHEN 'operations' IN r.aspects THEN r.key END) AS operations,
     count(CASE WHEN own THEN r.key END) AS owned,
     count(CASE WHEN silent AND 'policy' IN r.aspects THEN r.key END) AS policy_silent,
     count(CASE WHEN silent AND 'operations' IN r.aspects THEN r.key END) AS operations_silent,
     collect(CASE WHEN silent THEN r.key END) AS silent
WHERE policies > 0 AND operations > 0 AND owned > 0
// Who is on each side, and the posts below the head that have both sides under them.
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(r:Responsibility)
               <-[:ACCOUNTABLE_FOR {chain: 'line'}]-(p:Post {head: false})-[:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post)
WHERE (x.key = s.key OR about.extent = 'whole') AND ('policy' IN r.aspects OR 'operations' IN r.aspects)
  AND NOT m.key IN high
  AND (EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit {outside: false}) }
       OR NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) })
WITH high, tops, s, policy_silent, operations_silent, silent, m,
     count(CASE WHEN 'policy' IN r.aspects THEN p.key END) AS policy_under,
     count(CASE WHEN 'operations' IN r.aspects THEN p.key END) AS operations_under
WITH high, tops, s, policy_silent, operations_silent, silent,
     collect(CASE WHEN policy_under > 0 AND operations_under > 0 THEN m.key END) AS meets
// Whose line is not known all the way, and who has such a post above.
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(r:Responsibility)
               <-[:ACCOUNTABLE_FOR {chain: 'line'}]-(p:Post {head: false})-[:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post)
               -[:HAS_SLOT]->(line:Slot {name: 'reports_to'})
WHERE (x.key = s.key OR about.extent = 'whole') AND ('policy' IN r.aspects OR 'operations' IN r.aspects)
  AND NOT m.key IN high
  AND (EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit {outside: false}) }
       OR NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) })
  AND (line.state = 'open' OR line.state IN ['known', 'not_stated', 'redacted']
                              AND NOT EXISTS { MATCH (m)-[:REPORTS_TO {kind: 'line'}]->(:Post) })
WITH high, tops, s, policy_silent, operations_silent, silent, meets, collect(DISTINCT p.key) AS gapped,
     collect(DISTINCT m.key) AS line_unknown, collect(DISTINCT line.key) AS lines
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(r:Responsibility)
               <-[:ACCOUNTABLE_FOR {chain: 'line'}]-(p:Post {head: false})-[:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post)
WHERE (x.key = s.key OR about.extent = 'whole') AND ('policy' IN r.aspects OR 'operations' IN r.aspects)
  AND NOT m.key IN high
  AND (EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit {outside: false}) }
       OR NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) })
WITH high, tops, s, policy_silent, operations_silent, silent, gapped, line_unknown, lines, p,
     count(CASE WHEN m.key IN meets THEN m.key END) AS met,
     count(CASE WHEN 'policy' IN r.aspects THEN r.key END) AS for_policy,
     count(CASE WHEN 'operations' IN r.aspects THEN r.key END) AS for_operations
WITH high, tops, s, policy_silent, operations_silent, silent, line_unknown, lines,
     count(CASE WHEN for_policy > 0 THEN p.key END) AS policies,
     count(CASE WHEN for_operations > 0 THEN p.key END) AS operations,
     count(CASE WHEN for_policy > 0 AND p.key IN gapped THEN p.key END) AS policy_gaps,
     count(CASE WHEN for_operations > 0 AND p.key IN gapped THEN p.key END) AS operations_gaps,
     count(CASE WHEN met > 0 THEN p.key END) AS meeting, count(CASE WHEN met = 0 THEN p.key END) AS loose,
     collect(CASE WHEN for_policy > 0 AND met = 0 AND NOT p.key IN gapped THEN p.key END) AS policy_apart,
     collect(CASE WHEN for_operations > 0 AND met = 0 AND NOT p.key IN gapped THEN p.key END) AS operations_apart
WITH *, CASE WHEN policies > 0 AND policy_silent + policy_gaps = 0 THEN operations_apart ELSE [''] END
        + CASE WHEN operations > 0 AND operations_silent + operations_gaps = 0 THEN policy_apart ELSE [''] END + [''] AS apart
UNWIND apart AS each
WITH high, tops, s, policy_silent, operations_silent, silent, line_unknown, lines, policies, operations, meeting, loose,
     apart, count(CASE WHEN each <> '' THEN each END) AS number
WITH *, CASE WHEN number > 0 THEN 'fail'
             WHEN policies + policy_silent = 0 OR operations + operations_silent = 0 THEN 'pass'
             WHEN policy_silent + operations_silent + loose > 0 OR meeting > 0 AND size(high) = 0 THEN 'unknown'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(r:Responsibility)
      -[:HAS_SLOT]->(asked:Slot {name: 'accountable', chain: 'line'})
WHERE (x.key = s.key OR about.extent = 'whole') AND ('policy' IN r.aspects OR 'operations' IN r.aspects)
MATCH (r)-[:HAS_SLOT]->(side:Slot {name: 'aspects'})
WHERE side.role IN ['policy', 'operations']
OPTIONAL MATCH (s)-[:PART_OF*0..9]->(:Subject)-[rises:PART_OF]->(:Subject)-[:PART_OF*0..9]->(y:Subject)
WHERE y.key = x.key
OPTIONAL MATCH (u:Unit {organisation: false})-[has:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]->(r)
WHERE NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) } AND NOT EXISTS { MATCH (u)-[:PART_OF*0..10]->(:Unit {outside: true}) }
WITH high, tops, s, verdict, silent, line_unknown, lines, apart,
     collect(DISTINCT about.key) + collect(DISTINCT asked.key) + collect(DISTINCT rises.key) + collect(DISTINCT has.key)
     + collect(DISTINCT side.key) AS facts
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(r:Responsibility)
               <-[a:ACCOUNTABLE_FOR {chain: 'line'}]-(p:Post {head: false})
WHERE (x.key = s.key OR about.extent = 'whole') AND ('policy' IN r.aspects OR 'operations' IN r.aspects)
  AND NOT p.key IN high
  AND (EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit {outside: false}) }
       OR NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) })
  AND (a.by = 'stated' OR NOT EXISTS { MATCH (p)-[b:ACCOUNTABLE_FOR]->(r) WHERE b.by = 'stated' AND b.chain = 'line' })
WITH high, tops, s, verdict, silent, line_unknown, lines, apart, facts, collect(DISTINCT a.key) AS held,
     collect(DISTINCT CASE WHEN 'policy' IN r.aspects THEN p.key END) AS policy,
     collect(DISTINCT CASE WHEN 'operations' IN r.aspects THEN p.key END) AS operations
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(r:Responsibility)
               <-[:ACCOUNTABLE_FOR {chain: 'line'}]-(p:Post {head: false})-[:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post)
               -[up:REPORTS_TO {kind: 'line'}]->(:Post)
WHERE (x.key = s.key OR about.extent = 'whole') AND ('policy' IN r.aspects OR 'operations' IN r.aspects)
  AND NOT m.key IN high
  AND (EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit {outside: false}) }
       OR NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) })
WITH tops, s, verdict, silent, line_unknown, lines, apart, facts, held, policy, operations, collect(DISTINCT up.key) AS ups
RETURN s.key AS subject, policy AS policy, operations AS operations, apart AS apart, silent AS silent,
       line_unknown AS line_unknown, verdict AS verdict,
       CASE WHEN verdict = 'fail' THEN [s.key] + facts + held + ups + tops
            ELSE [s.key] + facts + held + ups + lines END AS evidence
