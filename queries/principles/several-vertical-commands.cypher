/*
title: Does a system have several vertical commands?
severity: info
family: principles
belongs: [system]
fails_when: Fewer commands than are asked for answer for parts of a subject, or lie right below a unit.
columns:
  system: {type: key, heading: System, identifies: true}
  commands: {type: keys, heading: Commands}
  number: {type: integer, heading: How many}
  silent: {type: keys, heading: Owner or place not known}
says:
  fail: "{system} does not have several vertical commands. Those it has: {number} ({commands})."
  unknown: "Whether {system} has several vertical commands cannot be told. Known: {commands}. Not known who answers, or where it lies: {silent}."
words: {fail: Not kept, unknown: Cannot be told}
thresholds:
  at_least: {default: 2, authority: "Ours: timothy-2023#88 says several and gives no number", unit: commands}
why: One command for a whole system is as big as the system, and its head has to know all of it.
remedy: Let two or more units below the lead, each with a head, answer for a part of the system.
settles: Who answers for the parts of the subject without a known owner, or where the units lie that have no known place.
limits: >-
  Of a subject, a command is a unit inside the organisation that answers in the line for a part of it, itself or through
  its head, and that is not said to have no head; one inside another such unit is not counted apart. Whoever answers for
  all of the subject is its lead and no command, and so is who answers across a matrix (a horizontal line). Of a unit,
  each unit right below it is one. Units that are not in the model are not seen.
sources: ["timothy-2023#88"]
order: [system]
version: 1
maturity: first
population_is: Subjects that something concerns, and units of the organisation that have parts
population: |-
  MATCH (x:Subject|Unit {model: $model})
  WHERE EXISTS { MATCH (x)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility|Process) }
     OR x.outside = false AND EXISTS { MATCH (x)<-[:PART_OF]-(:Unit {outside: false}) }
  RETURN count(DISTINCT x.key) AS population
*/
MATCH (x:Subject|Unit {model: $model})
WHERE EXISTS { MATCH (x)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility|Process) }
   OR x.outside = false AND EXISTS { MATCH (x)<-[:PART_OF]-(:Unit {outside: false}) }
WITH x, x.outside IS NOT NULL AS is_unit
// What could make a further command: a part without a known owner, or a unit without a known place.
OPTIONAL MATCH (x)<-[:PART_OF*0..10]-(t:Subject)<-[c:CONCERNS]-(r:Responsibility|Process)
               -[:HAS_SLOT]->(asked:Slot {chain: 'line', says_none: false})
WHERE (t.key <> x.key OR c.extent <> 'whole')
  AND (asked.says_redacted OR asked.state = 'open' OR asked.state = 'not_stated' AND asked.known = 0)
WITH x, is_unit, count(DISTINCT r.key) AS ownerless
OPTIONAL MATCH (lost:Unit {model: $model, outside: false, organisation: false})-[:HAS_SLOT]->(lies:Slot {name: 'part_of'})
WHERE is_unit AND lost.key <> x.key AND lies.says_none = false
  AND (lies.says_redacted OR lies.state IN ['not_stated', 'open', 'unclear'])
  AND NOT EXISTS { MATCH (x)-[:PART_OF*1..10]->(lost) } AND NOT EXISTS { MATCH (lost)-[:PART_OF]->(x) }
WITH x, is_unit, ownerless, count(DISTINCT lost.key) AS astray
WITH x, is_unit, ownerless + astray AS unknowns
OPTIONAL MATCH (x)<-[:PART_OF]-(k:Unit {outside: false})
WHERE NOT EXISTS { MATCH (k)-[:HAS_SLOT]->(:Slot {name: 'head', says_none: true}) }
WITH x, is_unit, unknowns, collect(DISTINCT k.key) AS beneath
OPTIONAL MATCH (x)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility|Process)
               <-[a:ACCOUNTABLE_FOR {chain: 'line'}]-(:Post|Unit)-[:HEADS*0..1]->(u:Unit {outside: false, organisation: false})
WHERE coalesce(a.axis, 'vertical') = 'vertical'
  AND NOT EXISTS { MATCH (u)-[:HAS_SLOT]->(:Slot {name: 'head', says_none: true}) }
  AND NOT EXISTS { MATCH (u)<-[:HEADS*0..1]-(:Post|Unit)-[:ACCOUNTABLE_FOR {chain: 'line'}]->(:Responsibility|Process)
                         -[:CONCERNS {extent: 'whole'}]->(x) }
WITH DISTINCT x, is_unit, unknowns, beneath, u
OPTIONAL MATCH (u)-[:PART_OF*1..10]->(v:Unit {outside: false, organisation: false})<-[:HEADS*0..1]-(:Post|Unit)
               -[b:ACCOUNTABLE_FOR {chain: 'line'}]->(:Responsibility|Process)-[:CONCERNS]->(:Subject)-[:PART_OF*0..10]->(x)
WHERE coalesce(b.axis, 'vertical') = 'vertical'
  AND NOT EXISTS { MATCH (v)-[:HAS_SLOT]->(:Slot {name: 'head', says_none: true}) }
  AND NOT EXISTS { MATCH (v)<-[:HEADS*0..1]-(:Post|Unit)-[:ACCOUNTABLE_FOR {chain: 'line'}]->(:Responsibility|Process)
                         -[:CONCERNS {extent: 'whole'}]->(x) }
WITH x, is_unit, unknowns, beneath, u, count(v.key) AS above
WITH x, is_unit, unknowns, beneath, collect(DISTINCT CASE WHEN above = 0 THEN u.key END) AS owning
WITH x, is_unit, unknowns, beneath + owning AS commands
WITH *, size(commands) AS number
WITH *, CASE WHEN number >= $at_least THEN 'pass' WHEN number + unknowns >= $at_least THEN 'unknown' ELSE 'fail' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
OPTIONAL MATCH (x)<-[below:PART_OF]-(k:Unit {outside: false})
WITH x, is_unit, commands, number, verdict, collect(DISTINCT below.key) AS facts
OPTIONAL MATCH (x)<-[:PART_OF*0..10]-(t:Subject)<-[c:CONCERNS]-(r:Responsibility|Process)-[:HAS_SLOT]->(asked:Slot {chain: 'line'})
WITH x, is_unit, commands, number, verdict, facts,
     collect(DISTINCT CASE WHEN (t.key <> x.key OR c.extent <> 'whole') AND asked.says_none = false
                            AND (asked.says_redacted OR asked.state = 'open' OR asked.state = 'not_stated' AND asked.known = 0)
                           THEN r.key END) AS ownerless,
     collect(DISTINCT c.key) + collect(DISTINCT asked.key) AS asked_facts
OPTIONAL MATCH (x)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility|Process)
               <-[a:ACCOUNTABLE_FOR {chain: 'line'}]-(:Post|Unit)-[:HEADS*0..1]->(u:Unit {outside: false, organisation: false})
WHERE u.key IN commands AND coalesce(a.axis, 'vertical') = 'vertical'
OPTIONAL MATCH (:Post)-[heads:HEADS]->(u)
WITH x, is_unit, commands, number, verdict, ownerless, facts, asked_facts,
     collect(DISTINCT a.key) + collect(DISTINCT heads.key) AS held
WITH x, is_unit, commands, number, verdict, ownerless, facts + asked_facts + held AS facts
OPTIONAL MATCH (x)<-[:PART_OF*0..9]-(:Subject)<-[inside:PART_OF]-(low:Subject)
WHERE EXISTS { MATCH (low)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility|Process) }
WITH x, is_unit, commands, number, verdict, ownerless, facts, collect(DISTINCT inside.key) AS edges
OPTIONAL MATCH (lost:Unit {model: $model, outside: false, organisation: false})-[:HAS_SLOT]->(lies:Slot {name: 'part_of'})
WHERE is_unit AND verdict = 'unknown' AND lost.key <> x.key AND lies.says_none = false
  AND (lies.says_redacted OR lies.state IN ['not_stated', 'open', 'unclear'])
  AND NOT EXISTS { MATCH (x)-[:PART_OF*1..10]->(lost) } AND NOT EXISTS { MATCH (lost)-[:PART_OF]->(x) }
WITH x, commands, number, verdict, facts, edges, ownerless, collect(DISTINCT lost.key) AS lost, collect(DISTINCT lies.key) AS places
RETURN x.key AS system, commands AS commands, number AS number, ownerless + lost AS silent, verdict AS verdict,
       [x.key] + commands + facts + edges + places AS evidence
