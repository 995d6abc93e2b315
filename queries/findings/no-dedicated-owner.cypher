/*
title: Has a priority somebody for it alone?
severity: high
story: subject
family: ownership
fails_when: >-
  A subject that somebody designates as a priority has no post all of whose accountabilities lie within it.
columns:
  subject: {type: key, heading: Priority, identifies: true}
  owners: {type: keys, heading: Answer for a part of it}
  maybe_dedicated: {type: keys, heading: Perhaps for it alone}
  silent: {type: keys, heading: Parts whose owner is not known}
says:
  fail: "{subject} is a priority, and no post has it alone. Those who answer for a part of it, among other things: {owners}."
  unknown: "Whether {subject} has a post of its own cannot be told. Perhaps for it alone: {maybe_dedicated}. Owner not known: {silent}."
words: {fail: Not exclusively owned, unknown: We do not know}
why: A priority that shares its owner with other work competes with that work every day.
remedy: Give one post nothing but the priority, at a grade that can act across the units that it touches.
settles: A statement that a post has nothing else, or what else it has; or who answers for the parts without a known owner.
limits: >-
  Owned but not exclusively is not ownerless. What nobody designates as a priority is not tested. Heads of units are
  counted where they are inferred to answer; the head of the organisation has the whole, and so nothing alone. A
  responsibility that concerns something else as well does not lie within the priority. Line chain.
sources: ["timothy-2023#22", "timothy-2023#28", "timothy-2023#69", "timothy-2023#87", "timothy-2023#89"]
order: [subject]
version: 1
maturity: first
population_is: Subjects that somebody designates as a priority
population: "MATCH (s:Subject {model: $model, priority: true}) RETURN count(s) AS population"
*/
MATCH (s:Subject {model: $model, priority: true})
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(r:Responsibility|Process)-[:HAS_SLOT]->(asked:Slot {chain: 'line'})
WITH s, count(r.key) AS things,
     count(CASE WHEN asked.says_none = false
                 AND (asked.says_redacted OR asked.state = 'open' OR asked.state = 'not_stated' AND asked.known = 0)
                THEN r.key END) AS no_owner
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(r:Responsibility|Process)
               <-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(u:Unit),
               (r)-[:HAS_SLOT]->(:Slot {chain: 'line', says_none: false})
WHERE NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) }
WITH s, things, no_owner, count(u.key) AS no_head
WITH s, things, no_owner + no_head AS unknowns
// What else each owner answers for, and whether that lies within the subject.
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility|Process)
               <-[:ACCOUNTABLE_FOR {chain: 'line'}]-(o:Post)
WITH DISTINCT s, things, unknowns, o
OPTIONAL MATCH (o)-[:ACCOUNTABLE_FOR {chain: 'line'}]->(w:Responsibility|Process)-[:HAS_SLOT]->(lies:Slot {name: 'concerns'})
WITH s, things, unknowns, o,
     count(CASE WHEN lies.state IN ['none', 'unclear'] AND lies.known = 0 THEN w.key END) AS nowhere,
     count(CASE WHEN lies.says_redacted OR lies.state IN ['not_stated', 'open'] THEN w.key END) AS unplaced
OPTIONAL MATCH (o)-[:ACCOUNTABLE_FOR {chain: 'line'}]->(:Responsibility|Process)-[:CONCERNS]->(x:Subject)
WHERE NOT EXISTS { MATCH (x)-[:PART_OF*0..10]->(s) }
WITH s, things, unknowns, o, unplaced, nowhere, count(x.key) AS away
WITH *, CASE WHEN o.head OR nowhere + away > 0 OR o.other_responsibilities IN ['known', 'open'] THEN 'no'
             WHEN o.other_responsibilities = 'none' AND unplaced = 0 THEN 'yes'
             WHEN o.key IS NOT NULL THEN 'maybe' END AS dedicated
WITH s, things, unknowns, count(CASE WHEN dedicated = 'yes' THEN o.key END) AS alone,
     collect(CASE WHEN dedicated = 'maybe' THEN o.key END) AS maybe
WITH *, CASE WHEN alone > 0 THEN 'pass'
             WHEN things = 0 OR size(maybe) + unknowns > 0 THEN 'unknown'
             ELSE 'fail' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[about:CONCERNS]-(r:Responsibility|Process)
               -[:HAS_SLOT]->(asked:Slot {chain: 'line'})
OPTIONAL MATCH (asked)<-[:HAS_SLOT]-(:Responsibility|Process)<-[has:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(u:Unit)
WHERE asked.says_none = false AND NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) }
OPTIONAL MATCH (asked)<-[:HAS_SLOT]-(t:Responsibility|Process)<-[a:ACCOUNTABLE_FOR {chain: 'line'}]-(o:Post)
WHERE a.by = 'stated' OR NOT EXISTS { MATCH (o)-[b:ACCOUNTABLE_FOR]->(t) WHERE b.by = 'stated' AND b.chain = 'line' }
OPTIONAL MATCH (o)-[also:ACCOUNTABLE_FOR {chain: 'line'}]->(:Responsibility|Process)-[away:CONCERNS]->(x:Subject)
WHERE NOT EXISTS { MATCH (x)-[:PART_OF*0..10]->(s) }
OPTIONAL MATCH (o)-[:ACCOUNTABLE_FOR {chain: 'line'}]->(:Responsibility|Process)-[:HAS_SLOT]->(lies:Slot {name: 'concerns'})
WHERE lies.says_redacted OR lies.state IN ['not_stated', 'open'] OR lies.state IN ['none', 'unclear'] AND lies.known = 0
WITH s, verdict, maybe, collect(DISTINCT o.key) AS owners,
     collect(DISTINCT CASE WHEN asked.says_none = false
                            AND (asked.says_redacted OR asked.state = 'open' OR u.key IS NOT NULL
                                 OR asked.state = 'not_stated' AND asked.known = 0) THEN r.key END) AS silent,
     collect(DISTINCT about.key) + collect(DISTINCT asked.key) + collect(DISTINCT has.key) + collect(DISTINCT a.key)
       + collect(DISTINCT also.key) + collect(DISTINCT away.key) + collect(DISTINCT lies.key) AS facts
OPTIONAL MATCH (s)<-[:PART_OF*0..9]-(:Subject)<-[inside:PART_OF]-(below:Subject)
WHERE EXISTS { MATCH (below)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility|Process) }
WITH s, verdict, maybe, owners, silent, facts, collect(DISTINCT inside.key) AS edges
OPTIONAL MATCH (s)-[:HAS_SLOT]->(said:Slot {name: 'priority'})
RETURN s.key AS subject, owners AS owners, maybe AS maybe_dedicated, silent AS silent, verdict AS verdict,
       [s.key, said.key] + owners + facts + edges AS evidence
