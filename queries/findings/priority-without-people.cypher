/*
title: Does anybody work full time on a priority?
severity: medium
family: people
fails_when: >-
  The source says that nobody works full time on a subject that somebody designates as a priority.
columns:
  subject: {type: key, heading: Priority, identifies: true}
  silence: {type: text, heading: What the source says of staff}
  staff: {type: keys, heading: Work on it full time}
  for_parts: {type: keys, heading: Work full time on a part of it}
  alone: {type: keys, heading: Posts with nothing else to do}
  done_by: {type: keys, heading: Who does the work beside other work}
says:
  fail: "{subject} is a priority, and nobody works on it full time. Who does the work beside other work: {done_by}."
  unknown: "Whether anybody works on {subject} full time cannot be told. What the source says of staff: {silence}. Who does the work: {done_by}."
words: {fail: No hands, unknown: We do not know}
why: Work that everybody does beside something else is done when the something else allows.
remedy: Give some people nothing but the priority, or say of whose time it takes what share.
settles: How many work on it full time, and in which unit, or that nobody does.
limits: >-
  Staff on a part of the priority are hands, and so is a post all of whose work is known to lie within it and which
  the source says has nothing else. What nobody designates as a priority is not tested, and how many would be enough is not
  asked.
sources: ["timothy-2023#22", "timothy-2023#72"]
order: [subject]
version: 1
maturity: first
population_is: Subjects that somebody designates as a priority
population: "MATCH (s:Subject {model: $model, priority: true}) RETURN count(s) AS population"
*/
MATCH (s:Subject {model: $model, priority: true})-[:HAS_SLOT]->(asked:Slot {name: 'staffing'})
OPTIONAL MATCH (s)-[:STAFFED_BY]->(w:Unit|Post)
WITH s, asked, collect(DISTINCT w.key) AS staff
OPTIONAL MATCH (s)<-[:PART_OF*1..10]-(part:Subject)-[:STAFFED_BY]->(x:Unit|Post), (part)-[:HAS_SLOT]->(:Slot {name: 'staffing', says_none: false})
WITH s, asked, staff, collect(DISTINCT x.key) AS for_parts
// Posts that have nothing else, and whose known work lies within it.
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility|Process)
               <-[:ACCOUNTABLE_FOR|RESPONSIBLE_FOR]-(o:Post {other_responsibilities: 'none', head: false})
WITH DISTINCT s, asked, staff, for_parts, o
OPTIONAL MATCH (o)-[:ACCOUNTABLE_FOR|RESPONSIBLE_FOR]->(:Responsibility|Process)-[:CONCERNS]->(away:Subject)
WHERE NOT EXISTS { MATCH (away)-[:PART_OF*0..10]->(s) }
WITH s, asked, staff, for_parts, o, count(away.key) AS elsewhere
// Work of which it is not known what it is about may lie elsewhere.
OPTIONAL MATCH (o)-[:ACCOUNTABLE_FOR|RESPONSIBLE_FOR]->(:Responsibility|Process)-[:HAS_SLOT]->(topic:Slot {name: 'concerns'})
WHERE topic.known = 0 OR topic.says_none = false AND (topic.says_redacted OR topic.state = 'open')
WITH s, asked, staff, for_parts, o, elsewhere, count(topic.key) AS astray
WITH s, asked, staff, for_parts, collect(DISTINCT CASE WHEN elsewhere + astray = 0 THEN o.key END) AS alone
WITH *, CASE WHEN asked.says_none OR asked.complete AND asked.known = 0 AND asked.state = 'not_stated' THEN 'fail'
             WHEN size(staff) + size(for_parts) + size(alone) > 0 OR asked.at_least > 0 THEN 'pass'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
OPTIONAL MATCH (s)-[:HAS_SLOT]->(called:Slot {name: 'priority'})
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[about:CONCERNS]-(r:Responsibility)<-[does:RESPONSIBLE_FOR]-(by:Unit|Post|Board)
WITH s, asked, staff, for_parts, alone, verdict, called, collect(DISTINCT by.key) AS done_by,
     collect(DISTINCT about.key) + collect(DISTINCT does.key) AS facts
RETURN s.key AS subject, asked.state AS silence, staff AS staff, for_parts AS for_parts, alone AS alone, done_by AS done_by,
       verdict AS verdict,
       CASE WHEN verdict = 'fail' THEN [s.key, asked.key, called.key] ELSE [s.key, asked.key, called.key] + facts END AS evidence
