/*
title: Is the tree a tree?
severity: high
family: data quality
fails_when: >-
  A post reports to itself, in a circle, to a post that is closed, gone or not in the list, or to one of a lower grade;
  or is one of several tops; or shares its reference with another post.
columns:
  post: {type: key, heading: Post, identifies: true}
  problems: {type: texts, heading: What is wrong}
  perhaps: {type: texts, heading: What may be wrong}
  superiors: {type: keys, heading: Reports to}
  reference: {type: text, heading: Reference}
says:
  fail: "{post}: {problems}. Reports to: {superiors}."
  unknown: "{post}: whether it {perhaps} cannot be told, because a grade is known only as a bound. Reports to: {superiors}."
words: {fail: Does not add up, unknown: We do not know}
why: Whatever is computed from the lines (spans, layers, common managers) is wrong where the lines do not make a tree.
remedy: Correct the data. If the organisation is in fact like this, say so in a note, and accept the finding.
settles: The exact grades.
limits: >-
  This is about the data and says nothing about the organisation. Line reports only; a dotted or statutory line may run
  anywhere. Circles of more than twenty posts are not seen. Only tops that a source states count, and only those of
  officials who neither sit in a body outside nor head one. A post without a stated line is no fault here. Grades are compared where both are
  given.
sources: ["Rules for publishing organograms of senior posts (each post reports to one that is in the list)"]
order: [post]
version: 1
maturity: first
population_is: Posts
population: "MATCH (p:Post {model: $model}) RETURN count(p) AS population"
*/
OPTIONAL MATCH (p:Post {model: $model})
WHERE p.reference IS NOT NULL
WITH p.reference AS reference, collect(p.key) AS posts
WITH collect(CASE WHEN size(posts) > 1 THEN reference END) AS doubles
// Tops that a source states. One is as it should be.
OPTIONAL MATCH (p:Post {model: $model, kind: 'official'})-[:HAS_SLOT]->(:Slot {name: 'reports_to', says_none: true, basis: 'stated'})
WHERE NOT EXISTS { MATCH (p)-[:REPORTS_TO {kind: 'line'}]->(:Post) }
  AND NOT EXISTS { MATCH (p)-[:IN_UNIT|HEADS]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) }
WITH doubles, collect(p.key) AS tops
MATCH (p:Post {model: $model})-[:HAS_SLOT]->(line:Slot {name: 'reports_to'})
OPTIONAL MATCH (p)-[up:REPORTS_TO {kind: 'line'}]->(m:Post)
OPTIONAL MATCH (p)-[:REPORTS_TO {kind: 'line'}]->(n:Post)-[:REPORTS_TO*1..20 {kind: 'line'}]->(again:Post)
WHERE n.key <> p.key AND again.key = p.key
WITH doubles, tops, p, line, m, up, count(again.key) AS rounds
WITH *, m.grade_rank > p.grade_rank AS lower, p.grade_bound = 'at_least' AS floor, m.grade_bound = 'at_least' AS floor_above,
     m.grade_rank <= p.grade_rank AND m.grade_rank > 1 AS higher
WITH doubles, tops, p, line, collect(DISTINCT m.key) AS superiors, collect(DISTINCT up.key) AS ups, max(rounds) AS rounds,
     count(CASE WHEN m.key = p.key THEN m.key END) AS selves,
     count(CASE WHEN m.not_in_source THEN m.key END) AS dangling,
     count(CASE WHEN m.occupancy = 'closed' AND p.occupancy <> 'closed' THEN m.key END) AS closed,
     count(CASE WHEN lower AND NOT floor_above THEN m.key END) AS below,
     count(CASE WHEN lower AND floor_above OR higher AND floor THEN m.key END) AS perhaps_below
WITH *, size(tops) > 1 AND p.key IN tops AS top, p.reference IN doubles AND p.reference IS NOT NULL AS twice
WITH *, CASE WHEN selves + rounds + dangling + closed + below + line.gone > 0 OR top OR twice THEN 'fail'
             WHEN perhaps_below > 0 THEN 'unknown'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
OPTIONAL MATCH (p)-[:REPORTS_TO {kind: 'line'}]->(shut:Post {occupancy: 'closed'})-[:HAS_SLOT]->(fate:Slot {name: 'occupancy'})
WITH p, line, verdict, superiors, ups, tops, rounds, selves, dangling, closed, below, perhaps_below, top, twice,
     collect(DISTINCT fate.key) AS fates
OPTIONAL MATCH (p)-[:REPORTS_TO*0..20 {kind: 'line'}]->(a:Post)-[step:REPORTS_TO {kind: 'line'}]->(b:Post)
WHERE rounds > 0 AND EXISTS { MATCH (b)-[:REPORTS_TO*0..20 {kind: 'line'}]->(q:Post) WHERE q.key = p.key }
WITH p, line, verdict, superiors, ups, tops, rounds, selves, dangling, closed, below, perhaps_below, top, twice, fates,
     collect(DISTINCT step.key) AS circle
RETURN p.key AS post,
       [CASE WHEN selves > 0 THEN 'reports to itself' ELSE '' END, CASE WHEN rounds > 0 THEN 'reports in a circle' ELSE '' END,
        CASE WHEN dangling > 0 THEN 'reports to a post that the list does not have' ELSE '' END,
        CASE WHEN closed > 0 THEN 'reports to a closed post' ELSE '' END,
        CASE WHEN line.gone > 0 THEN 'reports to a post that is not there' ELSE '' END,
        CASE WHEN below > 0 THEN 'reports to a post of a lower grade' ELSE '' END,
        CASE WHEN top THEN 'is one of several tops' ELSE '' END,
        CASE WHEN twice THEN 'shares its reference' ELSE '' END] AS problems,
       [CASE WHEN perhaps_below > 0 THEN 'reports to a post of a lower grade' ELSE '' END] AS perhaps,
       superiors AS superiors, p.reference AS reference, verdict AS verdict,
       [p.key, CASE WHEN line.gone > 0 OR top THEN line.key ELSE '' END] + fates + circle
         + CASE WHEN top THEN tops ELSE [''] END
         + CASE WHEN selves + dangling + closed + below + perhaps_below > 0 THEN ups + superiors ELSE [''] END AS evidence
