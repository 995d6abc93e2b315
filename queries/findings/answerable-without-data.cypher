/*
title: Can they see what they answer for?
severity: medium
family: structure
fails_when: >-
  Somebody answers for a responsibility, and the source says that no data system or return on it reaches them.
columns:
  responsibility: {type: key, heading: Responsibility, identifies: true}
  owners: {type: keys, heading: Answer for it}
  data: {type: text, heading: What the source says of data on it}
  systems: {type: keys, heading: Data systems that reach them}
  without: {type: keys, heading: Their units that are said to use none}
says:
  fail: "No data on {responsibility} reach those who answer for it ({owners}): the source says so."
  unknown: "Whether data on {responsibility} reach whoever answers for it cannot be told. Answers for it: {owners}. Data, as the source has it: {data}."
  info: "Whether data on {responsibility} reach whoever answers for it is not clear to the people concerned: the source says so."
words: {fail: No sight, unknown: We do not know, info: Not clear}
why: Whoever cannot see how a thing goes learns of trouble from others, late, and cannot tell whether a remedy works.
remedy: Have a system or a regular return bring the figures to the unit of whoever answers.
settles: What data on it reach the unit of whoever answers, and through what; or who answers.
limits: >-
  Only where the text speaks of data on a responsibility, if only to leave open what there is, or of what the unit of
  its owner uses: that most texts do not go into data says nothing about the organisation. A data system that the unit
  uses for anything counts as data that reach it, and where several answer, so does a system of one of them: that none
  reach them is known where it is said of the units of all, and nobody else may answer. Whether they are good, or come in time, is not asked. Line chain.
sources: ["timothy-2023#59", "timothy-2023#85"]
order: [responsibility]
version: 1
maturity: first
population_is: Responsibilities in the line chain where the text speaks of data on them, or of systems that the unit of an owner uses
population: |-
  MATCH (r:Responsibility {model: $model})-[:HAS_SLOT]->(:Slot {name: 'accountable', chain: 'line'})
  MATCH (r)-[:HAS_SLOT]->(d:Slot {name: 'data'})
  OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(:Post|Unit|Board)-[:IN_UNIT|HEADS*0..1]->(:Unit)
                 -[:HAS_SLOT]->(uses:Slot {name: 'uses'})
  WHERE uses.state <> 'not_stated' OR size(uses.cites) > 0
  WITH r, d, count(uses.key) AS spoken
  WHERE spoken > 0 OR d.state <> 'not_stated' OR size(d.cites) > 0
  RETURN count(r) AS population
*/
MATCH (r:Responsibility {model: $model})-[:HAS_SLOT]->(asked:Slot {name: 'accountable', chain: 'line'})
MATCH (r)-[:HAS_SLOT]->(d:Slot {name: 'data'})
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(:Post|Unit|Board)-[:IN_UNIT|HEADS*0..1]->(u:Unit)
               -[:HAS_SLOT]->(uses:Slot {name: 'uses'})
WITH *, uses.state <> 'not_stated' OR size(uses.cites) > 0 AS said
WITH r, asked, d, count(CASE WHEN said THEN uses.key END) AS spoken,
     count(CASE WHEN uses.known > 0 AND uses.says_none = false THEN u.key END) AS using,
     count(CASE WHEN uses.says_none THEN u.key END) AS blind, count(CASE WHEN NOT uses.says_none THEN u.key END) AS perhaps,
     collect(DISTINCT CASE WHEN uses.says_none THEN u.key END) AS without,
     collect(DISTINCT CASE WHEN said THEN uses.key END) AS said_slots, collect(DISTINCT uses.key) AS every_slot
// Where an owner belongs may not be known, nor then what reaches it.
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(lost:Post|Board)
WHERE NOT EXISTS { MATCH (lost)-[:IN_UNIT|HEADS]->(:Unit) }
WITH r, asked, d, spoken, using, blind, perhaps, without, said_slots, every_slot, count(lost.key) AS lost
WITH *, CASE WHEN blind > 0 THEN every_slot ELSE said_slots END AS uses_slots
WHERE spoken > 0 OR d.state <> 'not_stated' OR size(d.cites) > 0
WITH *, CASE WHEN d.says_none THEN 'no'
             WHEN d.known > 0 OR using > 0 THEN 'yes'
             WHEN d.says_unclear THEN 'unclear'
             WHEN blind > 0 AND perhaps + lost = 0 AND d.state = 'not_stated' AND NOT asked.says_redacted
                  AND asked.state <> 'open' THEN 'no'
             ELSE 'unknown' END AS sight
WITH *, CASE WHEN sight = 'yes' OR asked.says_none OR asked.says_unclear THEN 'pass'
             WHEN sight = 'unclear' THEN 'info'
             WHEN sight = 'no' AND asked.known > 0 THEN 'fail'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
OPTIONAL MATCH (r)<-[a:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(o:Post|Unit|Board)
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(:Post|Board)-[seat:IN_UNIT|HEADS]->(:Unit)
OPTIONAL MATCH (r)-[brings:USES]->(own:DataSystem)
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(:Post|Unit|Board)-[:IN_UNIT|HEADS*0..1]->(:Unit)
               -[has:USES]->(system:DataSystem)
WITH r, asked, d, without, uses_slots, verdict, collect(DISTINCT o.key) AS owners,
     collect(DISTINCT own.key) + collect(DISTINCT system.key) AS systems,
     collect(DISTINCT a.key) + collect(DISTINCT brings.key) + collect(DISTINCT has.key) AS facts,
     collect(DISTINCT seat.key) AS seats
RETURN r.key AS responsibility, owners AS owners, d.state AS data, systems AS systems, without AS without,
       verdict AS verdict,
       CASE WHEN d.says_none THEN [d.key] + facts
            WHEN verdict = 'fail' THEN [d.key] + facts + seats + uses_slots
            ELSE [d.key, asked.key] + facts + uses_slots END AS evidence
