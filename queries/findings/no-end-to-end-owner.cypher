/*
title: Does one post own the whole flow?
severity: high
family: ownership
fails_when: A process crosses units and the source says that no post answers for it from end to end.
columns:
  process: {type: key, heading: Process, identifies: true}
  units: {type: keys, heading: Done by}
  stages: {type: integer, heading: Stages}
  stages_not_placed: {type: integer, heading: Stages whose unit is not known}
  owners: {type: keys, heading: Answers for all of it}
  owner: {type: text, heading: What the source says of an owner}
  also_unclear: {type: yes_no, heading: Also said to be unclear}
says:
  fail: "{process} runs through {units}, and nobody answers for it from end to end."
  unknown: "Whether one post answers for {process} from end to end cannot be told: owner {owner}, stages without a known unit {stages_not_placed}."
words: {fail: Gap, unknown: We do not know}
why: Each unit looks after its own stage; the waiting, the returns and the lost cases lie between them.
remedy: Give one post the whole flow from first to last stage, or a board with an end-to-end remit and one chair who answers.
settles: Who answers for the whole flow, or which units do the stages.
limits: >-
  A process within one unit and its parts has that unit's head. Owners of a part each do not own the whole. The order of stages does not matter here. An owner said to be
  unclear is reported under "Can people tell who answers for it?".
sources: ["timothy-2023#13", "timothy-2023#88", "timothy-2023#90", "timothy-2023#95"]
order: [process]
version: 1
maturity: first
population_is: Processes, where the model expects an owner in the line chain or speaks of one
population: >-
  MATCH (:Process {model: $model})-[:HAS_SLOT]->(s:Slot {name: 'owner', chain: 'line'}) RETURN count(s) AS population
*/
MATCH (f:Process {model: $model})-[:HAS_SLOT]->(s:Slot {name: 'owner', chain: 'line'})
OPTIONAL MATCH (f)-[:HAS_STAGE]->(stage:Stage)
OPTIONAL MATCH (stage)-[:HAS_SLOT]->(by:Slot {name: 'performed_by'})
OPTIONAL MATCH (stage)<-[does:PERFORMS]-(:Unit|Post|Board)
OPTIONAL MATCH (stage)<-[:PERFORMS]-(:Unit|Post|Board)-[:IN_UNIT|HEADS*0..1]->(u:Unit)
OPTIONAL MATCH (stage)<-[:PERFORMS]-(lost:Post|Board)
WHERE NOT EXISTS { MATCH (lost)-[:IN_UNIT|HEADS]->(:Unit) }
WITH f, s, count(DISTINCT stage.key) AS stages, collect(DISTINCT u.key) AS units,
     collect(DISTINCT does.key) AS done, collect(DISTINCT by.key) AS slots,
     count(DISTINCT CASE WHEN by.says_redacted OR by.state IN ['not_stated', 'open'] OR lost.key IS NOT NULL
                         THEN stage.key END) AS not_placed
OPTIONAL MATCH (f)-[:HAS_STAGE]->(:Stage)<-[:PERFORMS]-(:Post|Board)-[seat:IN_UNIT|HEADS]->(:Unit)
WITH f, s, stages, units, done, slots, not_placed, collect(DISTINCT seat.key) AS seats
// A unit and a part of it are one place; the organisation as a whole is no place.
OPTIONAL MATCH (f)-[:HAS_STAGE]->(:Stage)<-[:PERFORMS]-(:Unit|Post|Board)-[:IN_UNIT|HEADS*0..1]->(inner:Unit)
               -[:PART_OF*1..10]->(outer:Unit {organisation: false})
WHERE outer.key IN units
WITH f, s, stages, units, done, slots, not_placed, seats, collect(DISTINCT inner.key) AS nested
// A unit of which it is not told where it belongs may be part of another.
OPTIONAL MATCH (f)-[:HAS_STAGE]->(:Stage)<-[:PERFORMS]-(:Unit|Post|Board)-[:IN_UNIT|HEADS*0..1]->(apart:Unit)
               -[:PART_OF*0..10]->(:Unit {organisation: false, outside: false})-[:HAS_SLOT]->(lies:Slot {name: 'part_of'})
WHERE lies.state IN ['not_stated', 'redacted', 'open'] AND NOT apart.key IN nested
WITH f, s, stages, units, done, slots, not_placed, seats, size(nested) AS nested, count(DISTINCT apart.key) AS unsure,
     collect(DISTINCT lies.key) AS places
WITH f, s, stages, units, done, slots + places AS slots, not_placed, seats, nested, unsure
OPTIONAL MATCH (p:Post|Unit|Board)-[a:ACCOUNTABLE_FOR {chain: 'line'}]->(f)
WITH f, s, stages, units, done, slots, not_placed, seats, nested, unsure, collect(DISTINCT p.key) AS owners,
     collect(DISTINCT a.key) AS held, count(CASE WHEN a.sharing <> 'divided' THEN a.key END) AS wholes
OPTIONAL MATCH (q:Post|Board)-[answers:ACCOUNTABLE_FOR {chain: 'line'}]->(f)
WHERE answers.sharing <> 'divided'
WITH f, s, stages, units, done, slots, not_placed, seats, nested, unsure, owners, held, wholes,
     count(q.key) AS answering
WITH *, size(units) - nested AS places, s.says_none OR s.complete AND s.state IN ['known', 'not_stated'] AND wholes = 0 AS nobody
WITH *, CASE WHEN nobody AND places - unsure >= 2 THEN 'fail'
             WHEN f.all_stages_known AND not_placed = 0 AND places <= 1 THEN 'pass'
             WHEN nobody THEN 'unknown'
             WHEN s.says_unclear OR answering > 0 THEN 'pass'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN f.key AS process, units AS units, stages AS stages, not_placed AS stages_not_placed, owners AS owners,
       s.state AS owner, s.says_unclear AS also_unclear, verdict AS verdict,
       CASE WHEN s.says_none THEN [s.key, f.key] + done + slots + seats
            ELSE [s.key, f.key] + done + slots + seats + held END AS evidence
