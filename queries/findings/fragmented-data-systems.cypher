/*
title: Is one case in many systems?
severity: medium
family: work
fails_when: >-
  The stages of a process use two or more data systems that do not exchange, or the same has to be typed into more than
  one of them.
columns:
  process: {type: key, heading: Process, identifies: true}
  systems: {type: keys, heading: Data systems}
  apart: {type: keys, heading: Said not to exchange}
  typed_twice: {type: keys, heading: Typed in twice}
  maybe_apart: {type: keys, heading: Whether they exchange is not known}
  silent: {type: keys, heading: Stages whose systems are not known}
says:
  fail: "One case of {process} lies in several systems: {systems}. Said not to exchange: {apart}. Typed in twice: {typed_twice}."
  unknown: "Whether a case of {process} lies in systems that do not exchange cannot be told. Systems: {systems}. Not known of {maybe_apart}. Stages whose systems are not known: {silent}."
words: {fail: Split, unknown: We do not know}
thresholds:
  systems: {default: 1, authority: "timothy-2023#88, which asks for common data systems"}
why: >-
  Where a case lies in several systems nobody can follow it, each office counts something else, and staff type the same
  thing again and again.
remedy: Move the stages onto one system, or let the systems exchange so that each thing is entered once.
settles: Whether the systems exchange, and which systems the other stages use.
limits: >-
  Only what stages are said to use counts; systems of units and stages that nobody has named are not looked at. Systems
  that exchange through a third are joined. A process of whose systems the source says nothing is left out. An old system
  beside the new one that replaces it counts for as long as both are in use.
sources: ["timothy-2023#63", "timothy-2023#85", "timothy-2023#88", "timothy-2023#93"]
order: [process]
version: 1
maturity: first
population_is: Processes with a stage of whose data systems the source speaks
population: |-
  MATCH (f:Process {model: $model})-[:HAS_STAGE]->(:Stage)-[:HAS_SLOT]->(asked:Slot {name: 'uses'})
  WHERE asked.state <> 'not_stated'
  RETURN count(DISTINCT f.key) AS population
*/
MATCH (f:Process {model: $model})-[:HAS_STAGE]->(g:Stage)-[:HAS_SLOT]->(asked:Slot {name: 'uses'})
WITH f, count(CASE WHEN asked.state <> 'not_stated' THEN 1 END) AS spoken,
     collect(CASE WHEN asked.says_redacted OR asked.state IN ['open', 'unclear']
                       OR asked.state = 'not_stated' AND NOT asked.complete THEN g.key END) AS silent,
     collect(CASE WHEN asked.state <> 'not_stated' THEN asked.key END) AS slots
WHERE spoken > 0
OPTIONAL MATCH (f)-[:HAS_STAGE]->(:Stage)-[uses:USES]->(d:DataSystem)
WITH f, silent, slots, collect(DISTINCT d.key) AS systems, collect(DISTINCT uses.key) AS used,
     collect(DISTINCT CASE WHEN uses.keyed_twice THEN d.key END) AS typed_twice
// Each pair of systems: joined, said to be apart, or not known. That one exchanges with nothing is decisive.
OPTIONAL MATCH (f)-[:HAS_STAGE]->(:Stage)-[:USES]->(x:DataSystem)-[:HAS_SLOT]->(of_x:Slot {name: 'exchanges_with'})
OPTIONAL MATCH (f)-[:HAS_STAGE]->(:Stage)-[:USES]->(y:DataSystem)-[:HAS_SLOT]->(of_y:Slot {name: 'exchanges_with'})
WHERE x.key <> y.key
WITH DISTINCT f, silent, slots, systems, used, typed_twice, x, of_x, y, of_y
OPTIONAL MATCH (f)-[:HAS_STAGE]->(:Stage)-[:USES]->(z:DataSystem)-[:EXCHANGES_WITH*1..5]-(w:DataSystem)
WHERE z.key = x.key AND w.key = y.key
WITH f, silent, slots, systems, used, typed_twice, x, of_x, y, of_y, count(w.key) AS joined
WITH *, CASE WHEN y.key IS NULL THEN 'alone'
             WHEN of_x.says_none OR of_y.says_none THEN 'apart'
             WHEN joined > 0 THEN 'joined'
             WHEN of_x.complete AND of_x.known = 0 OR of_y.complete AND of_y.known = 0
                  OR of_x.complete AND of_y.complete THEN 'apart'
             ELSE 'maybe' END AS pair
WITH f, silent, slots, systems, used, typed_twice, collect(DISTINCT CASE WHEN pair = 'apart' THEN x.key END) AS apart,
     collect(DISTINCT CASE WHEN pair = 'maybe' THEN x.key END) AS maybe_apart,
     collect(DISTINCT CASE WHEN pair = 'apart' THEN of_x.key END) + collect(DISTINCT CASE WHEN pair = 'maybe' THEN of_x.key END)
       AS exchanges
WITH *, CASE WHEN size(typed_twice) > 0 OR size(apart) > 0 AND size(systems) > $systems THEN 'fail'
             WHEN size(systems) + size(silent) <= $systems THEN 'pass'
             WHEN size(maybe_apart) + size(silent) > 0 THEN 'unknown'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN f.key AS process, systems AS systems, apart AS apart, typed_twice AS typed_twice, maybe_apart AS maybe_apart,
       silent AS silent, verdict AS verdict, [f.key] + slots + used + exchanges AS evidence
