/*
title: Has a priority somebody for it alone?
severity: high
family: ownership
fails_when: >-
  A subject that somebody designates as a priority has no post all of whose accountabilities lie within it.
columns:
  subject: {type: key, heading: Priority, identifies: true}
  owners: {type: keys, heading: Answer for a part of it}
  maybe_dedicated: {type: keys, heading: Perhaps for it alone}
  silent: {type: keys, heading: Parts whose owner is not known}
says:
  fail: "{subject} is a priority, and no post has it alone. It is one of several things for: {owners}."
  unknown: "Whether {subject} has a post of its own cannot be told. Perhaps for it alone: {maybe_dedicated}. Owner not known: {silent}."
words: {fail: Not exclusively owned, unknown: We do not know}
why: A priority that shares its owner with other work competes with that work every day.
remedy: Give one post nothing but the priority, at a grade that can act across the units that it touches.
settles: A statement that a post has nothing else, or what else it has; or who answers for the parts without a known owner.
limits: >-
  Owned but not exclusively is not ownerless. What nobody designates as a priority is not tested. Heads of units are
  counted where they are inferred to answer. Accountability in the line chain.
sources: ["timothy-2023#22", "timothy-2023#28", "timothy-2023#69", "timothy-2023#87", "timothy-2023#89"]
order: [subject]
version: 1
maturity: first
population_is: Subjects that somebody designates as a priority
population: "MATCH (s:Subject {model: $model, priority: true}) RETURN count(s) AS population"
*/
MATCH (s:Subject {model: $model, priority: true})
OPTIONAL MATCH (part:Subject)-[:PART_OF*0..10]->(s)
WITH s, collect(DISTINCT part.key) AS parts
OPTIONAL MATCH (r:Responsibility)-[about:CONCERNS]->(piece:Subject)
WHERE piece.key IN parts
OPTIONAL MATCH (r)-[:HAS_SLOT]->(slot:Slot {name: 'accountable', chain: 'line'})
OPTIONAL MATCH (p:Post)-[a:ACCOUNTABLE_FOR {chain: 'line'}]->(r)
WITH s, parts, collect(DISTINCT p.key) AS owners, collect(DISTINCT about.key) + collect(DISTINCT a.key) + collect(DISTINCT slot.key) AS facts,
     collect(DISTINCT CASE WHEN slot.state = 'open' OR p.key IS NULL AND slot.state IN ['not_stated', 'redacted'] THEN r.key END) AS silent
OPTIONAL MATCH (o:Post)-[:ACCOUNTABLE_FOR {chain: 'line'}]->(held:Responsibility)
WHERE o.key IN owners
OPTIONAL MATCH (held)-[:CONCERNS]->(within:Subject)
WHERE within.key IN parts
WITH s, owners, facts, silent, o, held, count(within.key) AS inside
WITH s, owners, facts, silent, o, count(CASE WHEN inside = 0 THEN held.key END) AS outside
WITH s, owners, facts, silent,
     count(CASE WHEN outside = 0 AND o.other_responsibilities = 'none' THEN o.key END) AS dedicated,
     collect(DISTINCT CASE WHEN outside = 0 AND o.other_responsibilities <> 'none' THEN o.key END) AS maybe
WITH s, owners, facts, silent, maybe,
     CASE WHEN dedicated > 0 THEN 'pass'
          WHEN size(maybe) + size(silent) > 0 THEN 'unknown'
          ELSE 'fail' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN s.key AS subject, owners AS owners, maybe AS maybe_dedicated, silent AS silent, verdict AS verdict,
       [s.key] + facts AS evidence
