/*
title: Is a priority ever looked at?
severity: medium
family: governance
fails_when: The source says that no board or forum looks at a subject that somebody designates as a priority.
columns:
  subject: {type: key, heading: Priority, identifies: true}
  silence: {type: text, heading: What the source says of a forum}
  forums: {type: keys, heading: Named as looking at it}
  nearby: {type: keys, heading: "Look at something wider, or at a part"}
says:
  fail: "{subject} is a priority, and no board or forum looks at it."
  unknown: "Whether any board or forum looks at {subject} cannot be told. What the source says: {silence}. Forums for something wider, or for a part: {nearby}."
words: {fail: Gap, unknown: We do not know}
why: What no meeting asks about slips behind what does get asked, whatever anybody called it.
remedy: Put it on the agenda of one board as an item that returns, with the same figures each time.
settles: A statement of which board looks at it, or that none does.
limits: >-
  A forum for something wider may pass over it, and one for a part leaves out the rest: both are shown, and neither
  answers the question. What nobody designates as a priority is not tested. That a forum looks does not say how well.
sources: ["timothy-2023#40", "timothy-2023#41", "timothy-2023#42", "timothy-2023#43", "timothy-2023#48"]
order: [subject]
version: 1
maturity: first
population_is: Subjects that somebody designates as a priority
population: "MATCH (s:Subject {model: $model, priority: true}) RETURN count(s) AS population"
*/
MATCH (s:Subject {model: $model, priority: true})-[:HAS_SLOT]->(asked:Slot {name: 'forums'})
OPTIONAL MATCH (s)-[:HAS_SLOT]->(called:Slot {name: 'priority'})
OPTIONAL MATCH (b:Board)-[looks:SCRUTINISES]->(s)
WITH s, asked, called, collect(DISTINCT b.key) AS forums, collect(DISTINCT looks.key) AS facts
OPTIONAL MATCH (s)-[:PART_OF*1..10]->(:Subject)<-[:SCRUTINISES]-(wide:Board)
OPTIONAL MATCH (s)<-[:PART_OF*1..10]-(:Subject)<-[:SCRUTINISES]-(narrow:Board)
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Process|Objective)<-[:SCRUTINISES]-(part:Board)
WITH s, asked, called, forums, facts,
     collect(DISTINCT wide.key) + collect(DISTINCT narrow.key) + collect(DISTINCT part.key) AS nearby
WITH *, CASE WHEN asked.says_none OR asked.complete AND asked.known = 0 AND asked.state = 'not_stated' AND size(forums) = 0
                  THEN 'fail'
             WHEN size(forums) > 0 THEN 'pass'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN s.key AS subject, asked.state AS silence, forums AS forums, nearby AS nearby, verdict AS verdict,
       CASE WHEN verdict = 'fail' THEN [s.key, asked.key, called.key]
            ELSE [s.key, asked.key, called.key] + facts END AS evidence
