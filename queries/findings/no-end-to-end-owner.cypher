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
  unknown: "Whether one post answers for {process} from end to end cannot be told: owner {owner}, {stages_not_placed} stages without a known unit."
words: {fail: Gap, unknown: We do not know}
why: Each unit looks after its own stage; the waiting, the returns and the lost cases lie between them.
remedy: Give one post the whole flow from first to last stage, or a board with an end-to-end remit and one chair who answers.
settles: Who answers for the whole flow, or which units do the stages.
limits: >-
  A process within one unit has that unit's head. The order of stages does not matter here. An owner said to be
  unclear is reported under "Can people tell who answers for it?".
sources: ["timothy-2023#13", "timothy-2023#88", "timothy-2023#90", "timothy-2023#95"]
order: [process]
version: 1
maturity: first
population_is: Processes
population: "MATCH (f:Process {model: $model}) RETURN count(f) AS population"
*/
MATCH (f:Process {model: $model})-[:HAS_SLOT]->(s:Slot)
WHERE s.name = 'owner' AND s.chain = 'line'
OPTIONAL MATCH (f)-[:HAS_STAGE]->(stage:Stage)
OPTIONAL MATCH (u:Unit)-[does:PERFORMS]->(stage)
WITH f, s, count(DISTINCT stage.key) AS stages, count(DISTINCT CASE WHEN u.key IS NOT NULL THEN stage.key END) AS placed,
     collect(DISTINCT u.key) AS units, collect(DISTINCT does.key) AS done
OPTIONAL MATCH (p:Post|Unit|Board)-[a:ACCOUNTABLE_FOR]->(f)
WHERE a.chain = 'line'
WITH f, s, stages, stages - placed AS not_placed, units, done, collect(DISTINCT p.key) AS owners, collect(DISTINCT a.key) AS held,
     count(DISTINCT CASE WHEN a.by = 'head' THEN a.key END) AS heads
WITH f, s, stages, not_placed, units, done, owners, held,
     CASE WHEN s.says_none AND size(units) >= 2 THEN 'fail'
          WHEN f.all_stages_known AND not_placed = 0 AND size(units) <= 1 THEN 'pass'
          WHEN s.says_none THEN 'unknown'
          WHEN s.state IN ['not_stated', 'redacted'] AND heads = 0 THEN 'unknown'
          ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN f.key AS process, units AS units, stages AS stages, not_placed AS stages_not_placed, owners AS owners,
       s.state AS owner, s.says_unclear AS also_unclear, verdict AS verdict, [s.key, f.key] + done + held AS evidence
