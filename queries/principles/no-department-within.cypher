/*
title: Is a unit a department within the organisation?
severity: info
family: principles
belongs: [unit, subjects]
fails_when: >-
  The head of a unit stands outside the line of the head of the organisation, or the unit answers to a principal or a body
  outside of its own, or it has policy, operations and corporate work all to itself.
columns:
  unit: {type: key, heading: Unit, identifies: true}
  heads: {type: keys, heading: Its head outside the line}
  principals: {type: keys, heading: Answers by itself to}
  aspects: {type: texts, heading: Has of its own}
  unmarked: {type: keys, heading: Responsibilities without an aspect stated}
  silent: {type: texts, heading: Not told}
  subjects: {type: keys, heading: Subjects}
says:
  fail: "{unit} stands as a department of its own. Its head outside the line of the head: {heads}. Answers by itself to: {principals}. Has of its own: {aspects}."
  unknown: "Whether {unit} stands as a department of its own cannot be told. Not told: {silent}. Has of its own: {aspects}."
words: {fail: Not kept, unknown: Cannot be told}
why: A part that has its own head, principal and services can close itself off, and nobody above sees in.
remedy: Bring its head into the line, let it answer through the organisation, or share what it has of its own.
settles: To whom its head reports, to whom it answers, or which side of a subject its responsibilities are.
limits: >-
  Three marks of structure that are ours, not the text's: whether a unit is closed or keeps things to itself is not seen, and what it may
  be compared with is told only in part: the rest of this principle is withheld. Its own are the responsibilities for which
  it or a part of it answers in the line; one that could be of a missing aspect, since none is stated, leaves it open. To
  answer to a minister within the organisation is no mark; that nothing is said of a principal is none either, only what is
  withheld or told in part. A unit said to have no head has no head outside the line.
sources: ["timothy-2023#9", "timothy-2023#88"]
order: [unit]
version: 1
maturity: first
population_is: Units inside the organisation
population: "MATCH (u:Unit {model: $model, outside: false, organisation: false}) RETURN count(u) AS population"
*/
MATCH (u:Unit {model: $model, outside: false, organisation: false})
OPTIONAL MATCH (boss:Post {model: $model, head: true})
WITH u, count(boss.key) AS bosses
// Does the line of its head lead to the head of the organisation?
OPTIONAL MATCH (u)-[:HAS_SLOT]->(h:Slot {name: 'head', says_none: false})
WHERE h.says_redacted OR h.state = 'open' OR h.known = 0
WITH u, bosses, count(h.key) AS no_head
OPTIONAL MATCH (p:Post {head: false})-[:HEADS]->(u)
WITH DISTINCT u, bosses, no_head, p
OPTIONAL MATCH (p)-[:REPORTS_TO*1..20 {kind: 'line'}]->(top:Post {head: true})
WITH u, bosses, no_head, p, count(top.key) AS reached
OPTIONAL MATCH (p)-[:REPORTS_TO*0..20 {kind: 'line'}]->(:Post)-[:HAS_SLOT]->(up:Slot {name: 'reports_to', says_none: false})
WHERE up.says_redacted OR up.state IN ['not_stated', 'unclear', 'open']
WITH u, bosses, no_head, p, reached, count(up.key) AS lost
WITH u, no_head, count(CASE WHEN reached = 0 AND lost = 0 AND bosses > 0 THEN p.key END) AS apart,
     count(CASE WHEN reached = 0 AND (lost > 0 OR bosses = 0) THEN p.key END) AS line_unknown
// Has it a principal of its own?
OPTIONAL MATCH (u)<-[:HEADS*0..1]-(o:Unit|Post)-[:ANSWERS_TO]->(b:Unit)
WHERE coalesce(o.head, false) = false AND (b.principal OR b.outside)
WITH u, no_head, apart, line_unknown, count(b.key) AS own_principals
OPTIONAL MATCH (u)<-[:HEADS*0..1]-(o:Unit|Post)-[:HAS_SLOT]->(to:Slot {name: 'answers_to', says_none: false})
WHERE coalesce(o.head, false) = false AND (to.says_redacted OR to.state = 'open')
WITH u, no_head, apart, line_unknown, own_principals, count(to.key) AS principal_unknown
// Has it all sides of its work to itself?
OPTIONAL MATCH (u)<-[:PART_OF*0..10]-(:Unit)<-[:IN_UNIT|HEADS*0..1]-(:Post|Unit|Board)
               -[:ACCOUNTABLE_FOR {chain: 'line'}]->(r:Responsibility)
WITH u, no_head, apart, line_unknown, own_principals, principal_unknown,
     count(CASE WHEN 'policy' IN r.aspects THEN r.key END) AS policy,
     count(CASE WHEN 'operations' IN r.aspects THEN r.key END) AS operations,
     count(CASE WHEN 'corporate' IN r.aspects THEN r.key END) AS corporate,
     count(CASE WHEN size(r.aspects) = 0 THEN r.key END) AS blank
WITH *, policy > 0 AND operations > 0 AND corporate > 0 AS complete
WITH *, CASE WHEN apart + own_principals > 0 OR complete THEN 'fail'
             WHEN no_head + line_unknown + principal_unknown + blank > 0 THEN 'unknown'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
OPTIONAL MATCH (u)-[:HAS_SLOT]->(h:Slot {name: 'head'})
OPTIONAL MATCH (p:Post {head: false})-[heads:HEADS]->(u)
OPTIONAL MATCH (p)-[:REPORTS_TO*0..20 {kind: 'line'}]->(:Post)-[:HAS_SLOT]->(up:Slot {name: 'reports_to'})
OPTIONAL MATCH (p)-[:REPORTS_TO*0..20 {kind: 'line'}]->(:Post)-[line:REPORTS_TO {kind: 'line'}]->(:Post)
WITH u, no_head, apart, line_unknown, principal_unknown, policy, operations, corporate, blank, complete, verdict,
     collect(DISTINCT CASE WHEN apart > 0 THEN p.key END) AS heads,
     collect(DISTINCT h.key) + collect(DISTINCT heads.key) + collect(DISTINCT up.key) + collect(DISTINCT line.key) AS facts
OPTIONAL MATCH (u)<-[:HEADS*0..1]-(o:Unit|Post)-[answers:ANSWERS_TO]->(b:Unit)
WHERE coalesce(o.head, false) = false AND (b.principal OR b.outside)
WITH u, no_head, apart, line_unknown, principal_unknown, policy, operations, corporate, blank, complete, verdict, heads, facts,
     collect(DISTINCT b.key) AS principals, collect(DISTINCT answers.key) AS answered
OPTIONAL MATCH (u)<-[:HEADS*0..1]-(o:Unit|Post)-[:HAS_SLOT]->(to:Slot {name: 'answers_to', says_none: false})
WHERE coalesce(o.head, false) = false AND (to.says_redacted OR to.state = 'open')
WITH u, no_head, apart, line_unknown, principal_unknown, policy, operations, corporate, blank, complete, verdict, heads,
     principals, facts, answered, collect(DISTINCT to.key) AS asked
OPTIONAL MATCH (u)<-[:PART_OF*0..10]-(:Unit)<-[:IN_UNIT|HEADS*0..1]-(:Post|Unit|Board)
               -[a:ACCOUNTABLE_FOR {chain: 'line'}]->(r:Responsibility)
OPTIONAL MATCH (r)-[:CONCERNS]->(:Subject)-[:PART_OF*0..10]->(s:Subject)
OPTIONAL MATCH (r)-[:HAS_SLOT]->(side:Slot {name: 'aspects'})
WHERE side.role IN ['policy', 'operations', 'corporate']
WITH u, no_head, apart, line_unknown, principal_unknown, policy, operations, corporate, blank, complete, verdict, heads,
     principals, facts, answered, asked, collect(DISTINCT s.key) AS subjects,
     collect(DISTINCT CASE WHEN size(r.aspects) = 0 THEN r.key END) AS unmarked,
     collect(DISTINCT a.key) + collect(DISTINCT CASE WHEN complete THEN side.key END) AS held
RETURN u.key AS unit, CASE WHEN apart > 0 THEN heads ELSE [] END AS heads, principals AS principals,
       [CASE WHEN policy > 0 THEN 'policy' END, CASE WHEN operations > 0 THEN 'operations' END,
        CASE WHEN corporate > 0 THEN 'corporate' END] AS aspects,
       unmarked AS unmarked,
       [CASE WHEN no_head > 0 THEN 'who heads it' END, CASE WHEN line_unknown > 0 THEN 'to whom its head reports' END,
        CASE WHEN principal_unknown > 0 THEN 'to whom it answers' END,
        CASE WHEN blank > 0 AND NOT complete THEN 'which side of a subject some of its responsibilities are' END] AS silent,
       subjects AS subjects, verdict AS verdict, [u.key] + facts + answered + asked + held AS evidence
