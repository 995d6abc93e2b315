/*
title: What if one person leaves?
severity: high
family: people
fails_when: A post designated as critical has no deputy, no cover and nobody ready to take it.
columns:
  post: {type: key, heading: Post, identifies: true}
  critical: {type: text, heading: Designated as critical}
  occupancy: {type: text, heading: Filled or not}
  deputies: {type: text, heading: What the source says of deputies}
  cover: {type: text, heading: What the source says of cover}
  candidates: {type: text, heading: What the source says of candidates}
  maybe_ready: {type: integer, heading: Perhaps ready}
says:
  fail: "{post} has no deputy, no cover, and nobody who is ready to take it."
  unknown: "Whether anybody could step in for {post} cannot be told. Deputies: {deputies}. Cover: {cover}. Candidates: {candidates}. Designated as critical: {critical}."
words: {fail: One person, unknown: We do not know}
thresholds:
  ready_within: {default: 0, authority: "Ours: ready at once", unit: months}
why: When the one person who can do a key job falls ill or leaves, its decisions stop that day.
remedy: Name a deputy who can act, agree who stands in, and make somebody ready.
settles: Whether anybody deputises, stands in or is ready, or whether the post is designated as critical.
limits: >-
  What nobody has designated as critical is not assumed to be. A deputy whose own post is empty, or was closed, does not
  count. A post that is filled needs no cover at present, so that silence on cover is no gap. Where two people hold the
  post, one of them stays.
sources: ["timothy-2023#24", "timothy-2023#26"]
order: [post]
version: 1
maturity: first
population_is: >-
  Posts that are designated as critical, and posts of which the source says that nobody deputises and nobody is a
  candidate, apart from closed ones
population: |-
  MATCH (p:Post {model: $model})-[:HAS_SLOT]->(d:Slot {name: 'deputies'})
  MATCH (p)-[:HAS_SLOT]->(k:Slot {name: 'candidates'})
  WHERE p.occupancy <> 'closed' AND (p.critical OR p.critical_state = 'not_stated' AND d.says_none AND k.says_none)
  RETURN count(p) AS population
*/
MATCH (p:Post {model: $model})-[:HAS_SLOT]->(d:Slot {name: 'deputies'})
MATCH (p)-[:HAS_SLOT]->(k:Slot {name: 'candidates'})
WHERE p.occupancy <> 'closed' AND (p.critical OR p.critical_state = 'not_stated' AND d.says_none AND k.says_none)
MATCH (p)-[:HAS_SLOT]->(c:Slot {name: 'covered_by'})
OPTIONAL MATCH (deputy:Post|Person)-[:DEPUTISES_FOR]->(p)
WHERE NOT coalesce(deputy.occupancy, '') IN ['vacant', 'closed']
WITH p, d, k, c, count(deputy.key) AS deputies
OPTIONAL MATCH (stands_in:Post|Person)-[:COVERS]->(p)
WHERE NOT coalesce(stands_in.occupancy, '') IN ['vacant', 'closed']
WITH p, d, k, c, deputies, count(stands_in.key) AS covers
OPTIONAL MATCH (person:Post|Person)-[could:CANDIDATE_FOR]->(p)
WHERE NOT coalesce(person.occupancy, '') IN ['vacant', 'closed']
WITH p, d, k, c, deputies, covers,
     count(CASE WHEN could.months_to_ready_max <= $ready_within THEN 1 END) AS ready,
     count(CASE WHEN coalesce(could.months_to_ready_min, 0) <= $ready_within THEN could.key END) AS at_best
OPTIONAL MATCH (holder:Person)-[:HOLDS]->(p)
WITH p, d, k, c, deputies, covers, ready, at_best - ready AS maybe, count(DISTINCT holder.key) AS holders
WITH *, d.says_none OR d.complete AND d.state IN ['known', 'not_stated'] AS no_deputy,
        c.says_none OR c.complete AND c.state IN ['known', 'not_stated']
          OR p.occupancy = 'filled' AND c.state = 'not_stated' AS no_cover,
        k.says_none OR k.complete AND k.state IN ['known', 'not_stated'] AND maybe = 0 AS nobody_ready
WITH *, CASE WHEN deputies > 0 AND NOT d.says_none OR covers > 0 AND NOT c.says_none OR ready > 0 AND NOT k.says_none
                  OR holders > 1 THEN 'pass'
             WHEN p.critical AND no_deputy AND no_cover AND nobody_ready THEN 'fail'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
OPTIONAL MATCH (p)-[:HAS_SLOT]->(said:Slot)
WHERE said.name IN ['critical', 'occupancy']
OPTIONAL MATCH (:Post|Person)-[near:DEPUTISES_FOR|COVERS|CANDIDATE_FOR]->(p)
WITH p, d, k, c, maybe, verdict, collect(DISTINCT said.key) + collect(DISTINCT near.key) AS facts
RETURN p.key AS post, p.critical_state AS critical, p.occupancy AS occupancy, d.state AS deputies, c.state AS cover,
       k.state AS candidates, maybe AS maybe_ready, verdict AS verdict, [d.key, c.key, k.key] + facts AS evidence
