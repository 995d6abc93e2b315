/*
title: Does one person do two jobs?
severity: medium
family: ownership
fails_when: >-
  Somebody has two posts at once, of which one is designated as critical, or which together are more than one full-time
  job.
columns:
  holder: {type: key, heading: Who, identifies: true}
  posts: {type: keys, heading: Jobs}
  number: {type: integer, heading: At once}
  critical: {type: keys, heading: Designated as critical}
  not_designated: {type: keys, heading: Critical or not is not stated}
  fte: {type: number, heading: Full-time equivalents of those that are stated}
  perhaps_left: {type: keys, heading: Perhaps not done for now}
says:
  fail: "{holder}: {number} jobs at once, {posts}. Designated as critical: {critical}. Full-time equivalents, as far as stated: {fte}."
  unknown: "{holder} has the jobs {posts}. Whether that is too much cannot be told. Critical or not is not stated: {not_designated}. Full-time equivalents, as far as stated: {fte}. Perhaps not done for now: {perhaps_left}."
words: {fail: Two jobs, unknown: We do not know}
thresholds:
  posts: {default: 2, authority: "Ours: two jobs are one too many where one of them matters most", unit: posts}
  fte: {default: 1.0, authority: "One full-time job", unit: full-time equivalents}
why: Whoever has two jobs gives each a part of the week, and the one that is not urgent waits.
remedy: Fill one of the posts, give it to somebody else, or say which of the two has to wait and for how long.
settles: Whether anybody designates one of the posts as critical, how much of a full-time job each is, and whether both are done.
limits: >-
  A holder is a person where people are known, else the post whose holder stands in for another. That somebody stands
  in for a job counts as having it. Where a person is on temporary promotion or on loan, the text does not say whether
  the old post is still done. What nobody has designated as critical is not assumed to be, nor that it is not.
sources: ["timothy-2023#26", "timothy-2023#39"]
order: [-number, holder]
version: 1
maturity: first
population_is: People who hold or stand in for a post, and posts, with no one known holder, that stand in for another
population: >-
  MATCH (n:Person|Post)-[:HOLDS|COVERS {model: $model}]->(:Post)
  WITH DISTINCT n
  OPTIONAL MATCH (q:Person)-[:HOLDS]->(n)
  WITH n, count(DISTINCT q.key) AS holders
  WHERE holders <> 1
  RETURN count(n) AS population
*/
MATCH (n:Person|Post)-[:HOLDS|COVERS {model: $model}]->(:Post)
WITH DISTINCT n
OPTIONAL MATCH (q:Person)-[:HOLDS]->(n)
WITH n, count(DISTINCT q.key) AS holders
WHERE holders <> 1
// A person's jobs: those held, and those stood in for, in person or by the post that is held by nobody else.
MATCH (n)-[:HOLDS*0..1]->(x:Person|Post)-[:COVERS*0..1]->(j:Post)
WHERE x.key = n.key OR x.key = j.key OR NOT EXISTS { MATCH (q:Person)-[:HOLDS]->(x) WHERE q.key <> n.key }
WITH DISTINCT n, j
OPTIONAL MATCH (n)-[h:HOLDS]->(j)
WITH n, j, count(h.key) AS held, count(h.fte) AS told, coalesce(sum(h.fte * 1.0), 0.0) AS told_fte,
     count(CASE WHEN h.holding = 'substantive' THEN h.key END) AS substantive,
     count(CASE WHEN h.holding = 'temporary_promotion' OR h.holding = 'loan' THEN h.key END) AS away,
     count(CASE WHEN h.holding = 'job_share' THEN h.key END) AS shared
WITH *, CASE WHEN held > 0 AND told = held THEN told_fte WHEN shared = 0 THEN j.fte END AS fte,
     held > 0 AND substantive = held AS old
WITH n, count(j.key) AS every, count(CASE WHEN away > 0 THEN j.key END) AS moves,
     count(CASE WHEN NOT old THEN j.key END) AS new, count(CASE WHEN j.critical THEN j.key END) AS critical_every,
     count(CASE WHEN j.critical AND NOT old THEN j.key END) AS critical_new,
     count(CASE WHEN j.critical_state = 'not_stated' THEN j.key END) AS undesignated, count(fte) AS sized,
     coalesce(sum(fte), 0.0) AS fte_every, coalesce(sum(CASE WHEN old THEN 0.0 ELSE fte END), 0.0) AS fte_new,
     collect(CASE WHEN old THEN j.key END) AS old_posts
WITH *, CASE WHEN moves > 0 THEN new ELSE every END AS number,
     CASE WHEN moves > 0 THEN critical_new ELSE critical_every END AS critical_now,
     CASE WHEN moves > 0 THEN round(fte_new, 2) ELSE round(fte_every, 2) END AS fte_now
WITH *, CASE WHEN number >= $posts AND (critical_now > 0 OR fte_now > $fte) THEN 'fail'
             WHEN every < $posts OR critical_every + undesignated = 0 AND sized = every AND round(fte_every, 2) <= $fte THEN 'pass'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
MATCH (n)-[:HOLDS*0..1]->(x:Person|Post)-[:COVERS*0..1]->(j:Post)
WHERE x.key = n.key OR x.key = j.key OR NOT EXISTS { MATCH (q:Person)-[:HOLDS]->(x) WHERE q.key <> n.key }
OPTIONAL MATCH (x)-[c:COVERS]->(j)
OPTIONAL MATCH (n)-[h:HOLDS]->(j)
OPTIONAL MATCH (j)-[:HAS_SLOT]->(s:Slot {name: 'critical'})
WHERE j.critical OR verdict <> 'fail'
RETURN n.key AS holder, collect(DISTINCT j.key) AS posts, number AS number,
       collect(DISTINCT CASE WHEN j.critical THEN j.key END) AS critical,
       collect(DISTINCT CASE WHEN j.critical_state = 'not_stated' THEN j.key END) AS not_designated,
       CASE WHEN sized > 0 THEN round(fte_every, 2) END AS fte,
       CASE WHEN moves > 0 THEN old_posts ELSE [''] END AS perhaps_left, verdict AS verdict,
       collect(DISTINCT j.key) + collect(DISTINCT h.key) + collect(DISTINCT c.key) + collect(DISTINCT s.key) AS evidence
