/*
title: Is a unit without a head?
severity: medium
family: structure
fails_when: >-
  The source says that nobody heads a unit, or that the post of its head is empty and nobody stands in.
columns:
  unit: {type: key, heading: Unit, identifies: true}
  silence: {type: text, heading: What the source says of a head}
  heads: {type: keys, heading: Headed by}
  empty: {type: keys, heading: Of which empty or closed}
  covered_by: {type: keys, heading: Who stands in}
  cover: {type: text, heading: What the source says of cover}
  also_unclear: {type: yes_no, heading: Also said to be unclear}
says:
  fail: "{unit} has nobody at its head. Head: {silence}, {heads}; empty or closed: {empty}; who stands in: {covered_by}."
  unknown: "Whether anybody heads {unit} at present cannot be told. Head: {silence}, {heads}; empty or closed: {empty}; cover: {cover}."
  info: "Who heads {unit} is not clear to the people concerned: the source says so. Named beside it: {heads}."
words: {fail: Gap, unknown: We do not know, info: Not clear}
why: A unit without a head has nobody to set its priorities, to settle what its people cannot, or to answer for it.
remedy: Appoint a head, name somebody to stand in until a day that is written down, or move the unit under another head.
settles: Who heads the unit, whether the post is filled, and who stands in.
limits: >-
  Only units of the organisation of whose head the text speaks, if only to leave open who it is; most texts do not name
  the head of every team. Whether a post is filled counts only where the text speaks of that. One head who is there, or
  for whom somebody stands in, is enough; for how long that has been so is asked elsewhere.
sources: ["timothy-2023#26"]
order: [unit]
version: 1
maturity: first
population_is: Units of the organisation of whose head the text speaks
population: |-
  MATCH (u:Unit {model: $model, outside: false})-[:HAS_SLOT]->(s:Slot {name: 'head'})
  WHERE (s.state <> 'not_stated' OR size(s.cites) > 0 OR s.gone > 0)
    AND NOT EXISTS { MATCH (u)-[:PART_OF*1..10]->(:Unit {outside: true}) }
  RETURN count(u) AS population
*/
MATCH (u:Unit {model: $model, outside: false})-[:HAS_SLOT]->(s:Slot {name: 'head'})
WHERE (s.state <> 'not_stated' OR size(s.cites) > 0 OR s.gone > 0)
  AND NOT EXISTS { MATCH (u)-[:PART_OF*1..10]->(:Unit {outside: true}) }
// Each head: there, empty and covered, empty and perhaps covered, empty and not, or not known to be there.
OPTIONAL MATCH (u)<-[leads:HEADS]-(h:Post)
OPTIONAL MATCH (u)<-[:HEADS]-(f:Post)-[:HAS_SLOT]->(filled:Slot {name: 'occupancy'})
WHERE f.key = h.key
OPTIONAL MATCH (u)<-[:HEADS]-(g:Post)-[:HAS_SLOT]->(cover:Slot {name: 'covered_by'})
WHERE g.key = h.key
OPTIONAL MATCH (u)<-[:HEADS]-(k:Post)<-[stands:COVERS|HOLDS]-(by:Post|Person)
WHERE k.key = h.key AND (stands.cover IS NULL OR NOT cover.says_none)
WITH u, s, leads, h, filled, cover, count(by.key) AS covers
WITH *, CASE WHEN h.occupancy = 'vacant' OR h.occupancy = 'closed'
             THEN CASE WHEN covers > 0 THEN 'there' WHEN cover.says_none OR cover.complete AND cover.state = 'not_stated' THEN 'empty'
                       WHEN cover.says_unclear THEN 'unclear' ELSE 'perhaps' END
             WHEN covers = 0 AND (h.occupancy = 'redacted' OR h.occupancy = 'not_stated' AND size(filled.cites) > 0) THEN 'perhaps'
             WHEN h.occupancy = 'unclear' AND covers = 0 THEN 'unclear'
             WHEN h.key IS NOT NULL THEN 'there' END AS found
WITH u, s, count(h.key) AS heads, count(CASE WHEN found = 'there' THEN h.key END) AS present,
     count(CASE WHEN found = 'empty' THEN h.key END) AS gaps, count(CASE WHEN found = 'perhaps' THEN h.key END) AS perhaps,
     collect(h.key) AS led_by, collect(leads.key) AS led, collect(filled.key) AS filled, collect(cover.key) AS cover_slots,
     min(cover.state) AS cover,
     collect(CASE WHEN h.occupancy = 'vacant' OR h.occupancy = 'closed' THEN h.key END) AS vacant
WITH *, CASE WHEN s.says_none THEN 'fail'
             WHEN s.says_unclear THEN 'info'
             WHEN present > 0 THEN 'pass'
             WHEN heads = 0 OR perhaps > 0 OR s.says_redacted OR s.state = 'open' THEN 'unknown'
             WHEN gaps = heads THEN 'fail'
             ELSE 'info' END AS verdict
WHERE $passes OR verdict <> 'pass'
OPTIONAL MATCH (u)<-[:HEADS]-(:Post)<-[c:COVERS|HOLDS]-(by:Post|Person)
WITH u, s, verdict, led_by, led, filled, cover_slots, cover, vacant, collect(DISTINCT by.key) AS covered_by,
     collect(DISTINCT c.key) AS ties
RETURN u.key AS unit, s.state AS silence, led_by AS heads, vacant AS empty, covered_by AS covered_by, cover AS cover,
       s.says_unclear AS also_unclear, verdict AS verdict,
       CASE WHEN s.says_none OR s.says_unclear THEN [u.key, s.key]
            ELSE [u.key, s.key] + led + filled + cover_slots + ties END AS evidence
