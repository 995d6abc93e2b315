/*
title: Does the holder have what the post requires?
severity: medium
family: people
fails_when: A requirement of a post is recorded as not met by somebody who holds it.
columns:
  post: {type: key, heading: Post, identifies: true}
  not_met: {type: texts, heading: Not met}
  not_recorded: {type: texts, heading: Neither met nor not met on record}
says:
  fail: "Whoever holds {post} is recorded as not meeting: {not_met}."
  unknown: "Whether the holder of {post} meets all its requirements is not on record: {not_recorded}."
words: {fail: Not met, unknown: We do not know}
why: Somebody who may not do a part of the job leaves that part undone, or does it without being allowed to.
remedy: Help the holder to meet it, give that part to somebody who does, or drop the requirement if the job does not need it.
settles: A record of whether the holder meets the requirement.
limits: >-
  Only from what is recorded in the folder of people; posts are named and their holders are not. A post without a holder on
  record, or without requirements, is not asked. A requirement and the record must be in the same words. Where several hold
  the post, each has to meet it.
sources: ["timothy-2023#70", "timothy-2023#72"]
order: [post]
version: 1
maturity: first
population_is: Posts with requirements, and with a holder in the folder of people
population: |-
  MATCH (:Person)-[:HOLDS]->(p:Post {model: $model})
  WHERE size(p.requirements) > 0
  RETURN count(DISTINCT p.key) AS population
*/
MATCH (h:Person)-[holds:HOLDS]->(p:Post {model: $model})
WHERE size(p.requirements) > 0
UNWIND p.requirements AS needed
WITH p, needed, count(CASE WHEN needed IN h.does_not_meet THEN 1 END) AS against,
     count(CASE WHEN NOT needed IN h.does_not_meet AND NOT needed IN h.meets THEN 1 END) AS silent
WITH p, collect(DISTINCT CASE WHEN against > 0 THEN needed END) AS not_met,
     collect(DISTINCT CASE WHEN against = 0 AND silent > 0 THEN needed END) AS not_recorded
WITH *, CASE WHEN size(not_met) > 0 THEN 'fail' WHEN size(not_recorded) > 0 THEN 'unknown' ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
OPTIONAL MATCH (who:Person)-[has:HOLDS]->(p)
WITH p, not_met, not_recorded, verdict, collect(DISTINCT who.key) + collect(DISTINCT has.key) AS facts
RETURN p.key AS post, not_met AS not_met, not_recorded AS not_recorded, verdict AS verdict, [p.key] + facts AS evidence
