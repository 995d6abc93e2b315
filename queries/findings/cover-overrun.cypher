/*
title: Has something temporary gone on for too long?
severity: medium
family: people
fails_when: Cover, or a temporary holding of a post, still goes on after the day on which it was to end.
columns:
  post: {type: key, heading: Post, identifies: true}
  how: {type: text, heading: In what way, identifies: true}
  covered_by: {type: keys, heading: Posts that stand in}
  number: {type: integer, heading: How many are past their day}
says:
  fail: "{post}: {how} has gone on past the day on which it was to end. Posts that stand in: {covered_by}."
  unknown: "{post}: whether {how} has gone on past its day cannot be told. Posts that stand in: {covered_by}."
words: {fail: Past its end, unknown: We do not know}
why: What was to last for a few weeks becomes how things are done, without anybody having decided so.
remedy: Fill the post, end the arrangement, or set a new day for it with a reason.
settles: The day on which it is to end.
limits: >-
  Where no end is known it cannot be told; how long a post is empty is asked under "Is a key job empty?". Acting cover, interim, temporary promotion and loan are temporary; a job share is not. Holders are not
  named here, only their posts.
sources: ["timothy-2023#26"]
order: [post, how]
version: 1
maturity: first
population_is: Posts that are covered, or held for a time only, once for each kind of arrangement
population: |-
  MATCH (p:Post {model: $model})<-[a:COVERS|HOLDS]-(:Post|Person)
  WITH DISTINCT p.key AS post, coalesce(a.cover, a.holding) AS how
  WHERE how IN ['acting_cover', 'interim', 'temporary_promotion', 'loan']
  RETURN count(*) AS population
*/
MATCH (p:Post {model: $model})<-[a:COVERS|HOLDS]-(:Post|Person)
WITH p, a, coalesce(a.cover, a.holding) AS how
WHERE how IN ['acting_cover', 'interim', 'temporary_promotion', 'loan']
WITH p, how, count(DISTINCT CASE WHEN a.overrun THEN a.key END) AS number,
     count(DISTINCT CASE WHEN a.overrun IS NULL THEN a.key END) AS unknowns
WITH *, CASE WHEN number > 0 THEN 'fail' WHEN unknowns > 0 THEN 'unknown' ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
OPTIONAL MATCH (p)<-[b:COVERS|HOLDS]-(:Post|Person)
WHERE coalesce(b.cover, b.holding) = how
OPTIONAL MATCH (p)<-[c:COVERS]-(by:Post)
WHERE c.cover = how
WITH p, how, number, verdict, collect(DISTINCT by.key) AS covered_by, collect(DISTINCT b.key) AS facts
RETURN p.key AS post, how AS how, covered_by AS covered_by, number AS number, verdict AS verdict,
       facts AS evidence
