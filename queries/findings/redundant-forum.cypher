/*
title: Would anyone miss this forum?
severity: info
family: governance
fails_when: A board or forum has no decision to take, nothing that it can use, and no scope of its own.
columns:
  board: {type: key, heading: Board or forum, identifies: true}
  decides: {type: text, heading: Does it decide}
  purpose: {type: text, heading: What the source says of its purpose}
  shared: {type: keys, heading: Looks at what others look at too}
  others: {type: keys, heading: The others}
says:
  fail: "{board} decides nothing, has no purpose of its own, and looks at nothing that others do not: {shared}. The others: {others}."
  unknown: "Whether {board} has anything of its own cannot be told. Does it decide: {decides}. Purpose: {purpose}."
words: {fail: Nothing of its own, unknown: We do not know}
why: A forum without a decision, a lever or a scope of its own costs the time of all who sit in it, and looks like control.
remedy: Give it something to decide, join it to the forum that looks at the same things, or end it.
settles: Whether it decides anything, what it is for, and what it looks at.
limits: >-
  This is for information: a forum may be worth its while because people meet there. Something that it alone looks at,
  or a remit in words, is a scope of its own. What people think of the forum does not count. Left out is a forum of
  which the source says nothing on any of these.
sources: ["timothy-2023#57"]
order: [board]
version: 1
maturity: first
population_is: Boards and forums of which the source says whether they decide, what they are for, or what they look at
population: |-
  MATCH (b:Board {model: $model})-[:HAS_SLOT]->(aim:Slot {name: 'purpose'})
  MATCH (b)-[:HAS_SLOT]->(scope:Slot {name: 'scrutinises'})
  OPTIONAL MATCH (b)-[fact:DECIDES|SCRUTINISES]->(:Decision|Unit|Post|Subject|Process|Objective|Board)
  WITH b, aim, scope, count(fact.key) AS facts
  WHERE b.decides <> 'not_stated' OR b.remit IS NOT NULL OR aim.state <> 'not_stated' OR scope.state <> 'not_stated'
     OR facts > 0
  RETURN count(b) AS population
*/
MATCH (b:Board {model: $model})-[:HAS_SLOT]->(aim:Slot {name: 'purpose'})
MATCH (b)-[:HAS_SLOT]->(scope:Slot {name: 'scrutinises'})
OPTIONAL MATCH (b)-[:DECIDES]->(d:Decision)
WITH b, aim, scope, count(d.key) AS decisions
OPTIONAL MATCH (b)-[looks:SCRUTINISES]->(x:Unit|Post|Subject|Process|Objective|Board)
WITH b, aim, scope, decisions, count(DISTINCT x.key) AS seen, collect(DISTINCT looks.key) AS facts
WHERE b.decides <> 'not_stated' OR b.remit IS NOT NULL OR aim.state <> 'not_stated' OR scope.state <> 'not_stated'
   OR seen + decisions > 0
OPTIONAL MATCH (b)-[:SCRUTINISES]->(y:Unit|Post|Subject|Process|Objective|Board)<-[too:SCRUTINISES]-(o:Board)
WHERE o.key <> b.key
WITH b, aim, scope, decisions, seen, facts, collect(DISTINCT y.key) AS shared, collect(DISTINCT o.key) AS others,
     collect(DISTINCT too.key) AS with_it
WITH *, CASE WHEN b.decides = 'yes' OR decisions > 0 OR b.remit IS NOT NULL OR seen > size(shared)
                  OR aim.known > 0 AND NOT aim.says_none THEN 'pass'
             WHEN b.decides = 'no'
                  AND (aim.says_none OR aim.complete AND aim.state = 'not_stated')
                  AND (scope.says_none OR scope.complete AND scope.state IN ['known', 'not_stated']) THEN 'fail'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN b.key AS board, b.decides AS decides, aim.state AS purpose, shared AS shared, others AS others,
       verdict AS verdict, [b.key, aim.key, scope.key] + facts + with_it AS evidence
