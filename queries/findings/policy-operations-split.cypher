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
  the text does not say which they are. Where a mark is inferred, so is what rests on it. What is about all of a wider
  subject is about the narrower one too. It is enough that each side meets somebody of the other below the head. The
  head, and whoever is above it in the line, answer for the whole, and are on neither side; nor are boards, and bodies
  outside. A unit that is not marked as outside counts as inside, whatever it is part of. Heads of units are counted
  where they are inferred to answer. Line chain.
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
OPTIONAL MATCH (h)-[:REPORTS_TO*0..20 {kind: 'line'}]->(x:Post)
OPTIONAL MATCH (h)-[top:HEADS]->(:Unit {organisation: true})
WITH collect(DISTINCT x.key) AS high, collect(DISTINCT top.key) AS tops
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
WITH high, tops, s, collect(DISTINCT r.key) AS things, collect(CASE WHEN silent THEN r.key END) AS silent,
     count(CASE WHEN 'policy' IN r.aspects THEN r.key END) AS policies,
     count(CASE WHEN 'operations' IN r.aspects THEN r.key END) AS operations,
     count(CASE WHEN own THEN r.key END) AS owned,
     count(CASE WHEN silent AND 'policy' IN r.aspects THEN r.key END) AS policy_silent,
     count(CASE WHEN silent AND 'operations' IN r.aspects THEN r.key END) AS operations_silent
WHERE policies > 0 AND operations > 0 AND owned > 0
// Who is on each side.
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(:Subject)<-[:CONCERNS]-(r:Responsibility)<-[:ACCOUNTABLE_FOR {chain: 'line'}]-(p:Post)
WHERE r.key IN things AND NOT p.key IN high
  AND (EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit {outside: false}) } OR NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit) })
WITH high, tops, s, things, silent, policy_silent, operations_silent,
     collect(DISTINCT CASE WHEN 'policy' IN r.aspects THEN p.key END) AS policy,
     collect(DISTINCT CASE WHEN 'operations' IN r.aspects THEN p.key END) AS operations
WITH *, policy + operations AS posts
// The posts below the head that have both sides under them, and who has such a post above.
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(:Subject)<-[:CONCERNS]-(:Responsibility)<-[:ACCOUNTABLE_FOR]-(p:Post)
               -[:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post)
WHERE p.key IN posts AND NOT m.key IN high
WITH high, tops, s, things, silent, policy_silent, operations_silent, policy, operations, posts, m,
     collect(DISTINCT p.key) AS under, count(CASE WHEN p.key IN policy THEN p.key END) AS policy_under,
     count(CASE WHEN p.key IN operations THEN p.key END) AS operations_under
WITH *, CASE WHEN policy_under > 0 AND operations_under > 0 THEN under ELSE [] END + [''] AS joined
UNWIND joined AS each
WITH high, tops, s, things, silent, policy_silent, operations_silent, policy, operations, posts, collect(DISTINCT each) AS meeting
// Whose line is not known all the way.
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(:Subject)<-[:CONCERNS]-(:Responsibility)<-[:ACCOUNTABLE_FOR]-(p:Post)
               -[:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post)-[:HAS_SLOT]->(line:Slot {name: 'reports_to'})
WHERE p.key IN posts AND NOT m.key IN high
  AND (line.state = 'open' OR line.state IN ['known', 'not_stated', 'redacted']
                              AND NOT EXISTS { MATCH (m)-[:REPORTS_TO {kind: 'line'}]->(:Post) })
WITH high, tops, s, things, silent, policy_silent, operations_silent, policy, operations, posts, meeting,
     collect(DISTINCT p.key) AS gapped, collect(DISTINCT m.key) AS line_unknown, collect(DISTINCT line.key) AS lines
UNWIND posts + [''] AS each
WITH high, tops, s, things, silent, policy_silent, operations_silent, policy, operations, posts, line_unknown, lines,
     count(CASE WHEN each IN policy AND each IN gapped THEN each END) AS policy_gaps,
     count(CASE WHEN each IN operations AND each IN gapped THEN each END) AS operations_gaps,
     count(CASE WHEN NOT each IN meeting THEN each END) AS loose,
     collect(CASE WHEN each IN policy AND NOT each IN meeting AND NOT each IN gapped THEN each END) AS policy_apart,
     collect(CASE WHEN each IN operations AND NOT each IN meeting AND NOT each IN gapped THEN each END) AS operations_apart
// Whoever meets nobody of the other side is apart where all of that side is known.
WITH *, CASE WHEN size(policy) > 0 AND policy_silent + policy_gaps = 0 THEN operations_apart ELSE [] END
        + CASE WHEN size(operations) > 0 AND operations_silent + operations_gaps = 0 THEN policy_apart ELSE [] END AS apart
WITH *, CASE WHEN size(apart) > 0 THEN 'fail'
             WHEN size(policy) + policy_silent = 0 OR size(operations) + operations_silent = 0 THEN 'pass'
             WHEN policy_silent + operations_silent + loose > 0 OR size(high) = 0 THEN 'unknown'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(r:Responsibility)-[:HAS_SLOT]->(asked:Slot)
WHERE r.key IN things AND (x.key = s.key OR about.extent = 'whole')
  AND (asked.chain = 'line' OR asked.name = 'aspects' AND asked.role IN ['policy', 'operations'])
OPTIONAL MATCH (s)-[:PART_OF*0..9]->(:Subject)-[rises:PART_OF]->(:Subject)-[:PART_OF*0..9]->(y:Subject)
WHERE y.key = x.key
OPTIONAL MATCH (u:Unit {organisation: false})-[has:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]->(r)
WHERE NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) } AND NOT EXISTS { MATCH (u)-[:PART_OF*0..10]->(:Unit {outside: true}) }
WITH high, tops, s, verdict, things, silent, policy, operations, posts, line_unknown, lines, apart,
     collect(DISTINCT about.key) + collect(DISTINCT asked.key) + collect(DISTINCT rises.key) + collect(DISTINCT has.key) AS facts
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(:Subject)<-[:CONCERNS]-(r:Responsibility)<-[a:ACCOUNTABLE_FOR {chain: 'line'}]-(p:Post)
WHERE r.key IN things AND p.key IN posts
  AND (a.by = 'stated' OR NOT EXISTS { MATCH (p)-[b:ACCOUNTABLE_FOR]->(r) WHERE b.by = 'stated' AND b.chain = 'line' })
WITH high, tops, s, verdict, silent, policy, operations, posts, line_unknown, lines, apart, facts, collect(DISTINCT a.key) AS held
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(:Subject)<-[:CONCERNS]-(:Responsibility)<-[:ACCOUNTABLE_FOR]-(p:Post)
               -[:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post)-[up:REPORTS_TO {kind: 'line'}]->(:Post)
WHERE p.key IN posts AND NOT m.key IN high
WITH tops, s, verdict, silent, policy, operations, line_unknown, lines, apart, facts, held, collect(DISTINCT up.key) AS ups
RETURN s.key AS subject, policy AS policy, operations AS operations, apart AS apart, silent AS silent,
       line_unknown AS line_unknown, verdict AS verdict,
       CASE WHEN verdict = 'fail' THEN [s.key] + facts + held + ups + tops
            ELSE [s.key] + facts + held + ups + lines END AS evidence
