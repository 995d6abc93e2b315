/*
title: Do the maps agree?
severity: low
family: structure
fails_when: >-
  Two bodies that have to work together divide the country into different areas.
columns:
  one: {type: key, heading: Body, identifies: true}
  other: {type: key, heading: Works with, identifies: true}
  areas: {type: keys, heading: Areas of the first}
  other_areas: {type: keys, heading: Areas of the second}
  silent: {type: keys, heading: Whose areas are not known}
says:
  fail: "{one} and {other} work together, and divide the country by different lines: {areas}; {other_areas}."
  unknown: "{one} and {other} work together. Whether their areas match cannot be told; whose areas are not known: {silent}."
words: {fail: Does not match, unknown: We do not know}
why: Where areas do not match, each body deals with several of the other, figures cannot be compared, and nobody has one place.
remedy: Draw the areas along the same lines, or let the smaller ones lie wholly within the larger.
settles: By which areas both bodies are divided.
limits: >-
  Only bodies that the text says work together, and of which it says by what areas at least one is divided. Areas that
  the model says are parts of the other's match. A body that is not divided matches any. Each body may have several
  maps; one in common is enough. A body that stands for many, as for all police forces, is compared as one.
sources: ["timothy-2023#65"]
order: [one, other]
version: 1
maturity: first
population_is: Pairs of bodies that work together, of which at least one is known to be divided into areas
population: |-
  MATCH (a:Unit {model: $model})-[:WORKS_WITH]-(b:Unit)
  WHERE a.key < b.key AND (EXISTS { MATCH (a)-[:DIVIDES_BY]->(:Location) } OR EXISTS { MATCH (b)-[:DIVIDES_BY]->(:Location) })
  WITH DISTINCT a.key AS a, b.key AS b
  RETURN count(*) AS population
*/
MATCH (a:Unit {model: $model})-[w:WORKS_WITH]-(b:Unit)
WHERE a.key < b.key AND (EXISTS { MATCH (a)-[:DIVIDES_BY]->(:Location) } OR EXISTS { MATCH (b)-[:DIVIDES_BY]->(:Location) })
WITH a, b, collect(DISTINCT w.key) AS works
MATCH (a)-[:HAS_SLOT]->(s:Slot {name: 'divides_by'})
MATCH (b)-[:HAS_SLOT]->(t:Slot {name: 'divides_by'})
OPTIONAL MATCH (a)-[d:DIVIDES_BY]->(l:Location)
WITH a, b, works, s, t, collect(DISTINCT l.key) AS areas, collect(DISTINCT d.key) AS lines
OPTIONAL MATCH (b)-[d:DIVIDES_BY]->(l:Location)
WITH a, b, works, s, t, areas, lines, collect(DISTINCT l.key) AS other_areas, collect(DISTINCT d.key) AS other_lines
// The same areas, or those of one within those of the other.
OPTIONAL MATCH (a)-[:DIVIDES_BY]->(:Location)-[:PART_OF*0..10]->(wide:Location)
WHERE wide.key IN other_areas
OPTIONAL MATCH (b)-[:DIVIDES_BY]->(:Location)-[:PART_OF*0..10]->(broad:Location)
WHERE broad.key IN areas
WITH a, b, works, s, t, areas, lines, other_areas, other_lines, count(wide.key) + count(broad.key) AS matches
WITH *, s.says_none OR s.complete AND s.state = 'not_stated' AND s.known = 0 AS whole,
     t.says_none OR t.complete AND t.state = 'not_stated' AND t.known = 0 AS other_whole
WITH *, NOT whole AND (s.says_redacted OR s.state = 'open' OR s.state = 'not_stated') AS vague,
     NOT other_whole AND (t.says_redacted OR t.state = 'open' OR t.state = 'not_stated') AS other_vague
WITH *, CASE WHEN matches > 0 OR whole OR other_whole THEN 'pass'
             WHEN vague OR other_vague THEN 'unknown'
             WHEN size(areas) > 0 AND size(other_areas) > 0 THEN 'fail'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN a.key AS one, b.key AS other, areas AS areas, other_areas AS other_areas,
       [CASE WHEN vague THEN a.key ELSE '' END, CASE WHEN other_vague THEN b.key ELSE '' END] AS silent, verdict AS verdict,
       works + lines + other_lines + [CASE WHEN vague THEN s.key ELSE '' END, CASE WHEN other_vague THEN t.key ELSE '' END]
         AS evidence
