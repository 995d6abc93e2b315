/*
title: Has every unit a clear line to an objective?
severity: info
family: principles
belongs: [unit, part_of, subjects]
fails_when: >-
  Neither a unit nor anything that it is part of pursues an objective, or it is said to be unclear which, or one of its own
  is said to conflict with an objective of another unit.
columns:
  unit: {type: key, heading: Unit, identifies: true}
  objectives: {type: keys, heading: Objectives}
  against: {type: keys, heading: In conflict with}
  others: {type: keys, heading: Whose those are}
  silent: {type: keys, heading: Whose objectives or place are not told}
  part_of: {type: keys, heading: Part of}
  subjects: {type: keys, heading: Subjects}
says:
  fail: "{unit} has no clear line to an objective. Its objectives: {objectives}. In conflict with: {against} ({others})."
  unknown: "Whether {unit} has a clear line to an objective cannot be told. Its objectives: {objectives}. In conflict with: {against} ({others}). Not told: {silent}."
words: {fail: Not kept, unknown: Cannot be told}
why: Whoever does not see what the whole is for does well by a part, and sometimes against the whole.
remedy: Say which objective each unit serves, and which comes first where two pull apart.
settles: Which objectives a unit or what it is part of pursues, what it is part of, or whose the conflicting objective is.
limits: >-
  What people understand is not seen, only what the model says that units pursue: a written line is not an understood one. An
  objective that a unit or the post at its head owns is pursued by it. A conflict counts only where somebody is recorded as
  saying so, and only with a unit that is neither above nor below; conflicts of an objective of something wider are told of
  that. An objective of which the model names no unit is nobody's.
sources: ["timothy-2023#22", "timothy-2023#83", "timothy-2023#84", "timothy-2023#88"]
order: [unit]
version: 1
maturity: first
population_is: Units inside the organisation
population: "MATCH (u:Unit {model: $model, outside: false, organisation: false}) RETURN count(u) AS population"
*/
MATCH (u:Unit {model: $model, outside: false, organisation: false})
OPTIONAL MATCH (u)-[:PART_OF*0..10]->(:Unit)<-[:HEADS*0..1]-(:Post|Unit)-[:PURSUES|OWNS]->(o:Objective)
WITH u, count(DISTINCT o.key) AS has
OPTIONAL MATCH (u)-[:PART_OF*0..10]->(v:Unit)-[:HAS_SLOT]->(told:Slot {says_none: false})
WHERE (told.name = 'pursues' OR told.name = 'part_of' AND v.organisation = false)
  AND (told.says_redacted OR told.state IN ['not_stated', 'open', 'unclear'])
WITH u, has, count(told.key) AS unknowns,
     count(CASE WHEN v.key = u.key AND told.name = 'pursues' AND told.says_unclear THEN v.key END) AS unclear
OPTIONAL MATCH (u)<-[:HEADS*0..1]-(:Post|Unit)-[:PURSUES|OWNS]->(:Objective)-[:CONFLICTS_WITH]-(x:Objective)
               <-[:PURSUES|OWNS]-(:Post|Unit)-[:HEADS*0..1]->(z:Unit)
WHERE NOT EXISTS { MATCH (u)-[:PART_OF*0..10]->(z) } AND NOT EXISTS { MATCH (z)-[:PART_OF*0..10]->(u) }
WITH u, has, unknowns, unclear, count(x.key) AS pulls
OPTIONAL MATCH (u)<-[:HEADS*0..1]-(:Post|Unit)-[:PURSUES|OWNS]->(:Objective)-[:CONFLICTS_WITH]-(y:Objective)
               -[:HAS_SLOT]->(whose:Slot {name: 'owner', says_none: false})
WHERE whose.says_redacted OR whose.state IN ['open', 'unclear']
   OR whose.state = 'not_stated' AND NOT EXISTS { MATCH (y)<-[:PURSUES|OWNS]-(:Post|Unit|Board) }
WITH u, has, unknowns, unclear, pulls, count(y.key) AS perhaps
WITH *, CASE WHEN pulls + unclear > 0 OR has + unknowns = 0 THEN 'fail'
             WHEN has = 0 OR perhaps > 0 THEN 'unknown'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
OPTIONAL MATCH (u)-[:PART_OF*0..10]->(v:Unit)-[:HAS_SLOT]->(told:Slot)
WHERE told.name = 'pursues' OR told.name = 'part_of' AND v.organisation = false
WITH u, has, verdict, collect(DISTINCT told.key) AS slots,
     collect(DISTINCT CASE WHEN told.says_none = false AND (told.says_redacted OR told.state IN ['not_stated', 'open', 'unclear'])
                           THEN v.key END) AS unspoken
OPTIONAL MATCH (u)-[:PART_OF*0..9]->(:Unit)-[up:PART_OF]->(w:Unit)
WITH u, has, verdict, slots, unspoken, collect(DISTINCT w.key) AS part_of, collect(DISTINCT up.key) AS ups
OPTIONAL MATCH (u)-[:PART_OF*0..10]->(:Unit)<-[:HEADS*0..1]-(:Post|Unit)-[own:PURSUES|OWNS]->(o:Objective)
WITH u, has, verdict, slots, unspoken, part_of, ups, collect(DISTINCT o.key) AS objectives, collect(DISTINCT own.key) AS owned
OPTIONAL MATCH (u)<-[:HEADS*0..1]-(:Post|Unit)-[:PURSUES|OWNS]->(:Objective)-[pull:CONFLICTS_WITH]-(x:Objective)
               <-[theirs:PURSUES|OWNS]-(:Post|Unit)-[:HEADS*0..1]->(z:Unit)
WHERE NOT EXISTS { MATCH (u)-[:PART_OF*0..10]->(z) } AND NOT EXISTS { MATCH (z)-[:PART_OF*0..10]->(u) }
WITH u, has, verdict, slots, unspoken, part_of, ups, objectives, owned, collect(DISTINCT x.key) AS against,
     collect(DISTINCT z.key) AS others, collect(DISTINCT pull.key) + collect(DISTINCT theirs.key) AS pulled
OPTIONAL MATCH (u)<-[:HEADS*0..1]-(:Post|Unit)-[:PURSUES|OWNS]->(:Objective)-[pull:CONFLICTS_WITH]-(y:Objective)
               -[:HAS_SLOT]->(whose:Slot {name: 'owner', says_none: false})
WHERE whose.says_redacted OR whose.state IN ['open', 'unclear']
   OR whose.state = 'not_stated' AND NOT EXISTS { MATCH (y)<-[:PURSUES|OWNS]-(:Post|Unit|Board) }
WITH u, has, verdict, slots, unspoken, part_of, ups, objectives, owned, others, pulled, against,
     collect(DISTINCT y.key) AS ownerless, collect(DISTINCT pull.key) + collect(DISTINCT whose.key) AS asked
OPTIONAL MATCH (u)<-[:PART_OF*0..10]-(:Unit)<-[:IN_UNIT|HEADS*0..1]-(:Post|Unit|Board)
               -[:ACCOUNTABLE_FOR {chain: 'line'}]->(:Responsibility|Process)-[:CONCERNS]->(:Subject)-[:PART_OF*0..10]->(s:Subject)
WITH u, has, verdict, slots, unspoken, part_of, ups, objectives, owned, others, pulled, against, ownerless, asked,
     collect(DISTINCT s.key) AS subjects
RETURN u.key AS unit, objectives AS objectives, against + ownerless AS against, others AS others,
       CASE WHEN has = 0 THEN unspoken + ownerless ELSE ownerless END AS silent, part_of AS part_of, subjects AS subjects,
       verdict AS verdict,
       [u.key] + owned + pulled + asked + CASE WHEN has = 0 THEN slots + ups ELSE objectives END AS evidence
