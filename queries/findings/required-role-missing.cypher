/*
title: Has each unit the roles that it should have?
severity: medium
family: structure
fails_when: >-
  A role that the model requires of a unit is filled by nobody, by too few posts or by too many.
columns:
  unit: {type: key, heading: Unit, identifies: true}
  requirement: {type: key, heading: What is required, identifies: true}
  role: {type: text, heading: Role}
  posts: {type: keys, heading: Posts in the role}
  number: {type: integer, heading: How many at the least}
  least: {type: integer, heading: At least wanted}
  most: {type: integer, heading: At most wanted}
  trouble: {type: text, heading: What is wrong}
  silence: {type: text, heading: What the source says}
says:
  fail: "{requirement}: {unit} has {trouble}. Posts in the role: {posts}."
  unknown: "{requirement}: whether {unit} has them cannot be told. Posts in the role: {posts}; the source: {silence}."
  info: "{requirement}: who has the role for {unit} is not clear to the people concerned, and the source says so."
words: {fail: Not as required, unknown: We do not know, info: Not clear}
why: A unit without a role that it needs borrows it from others or goes without; with too many in it, nobody knows whom to ask.
remedy: Give the role to one post for each unit; or change the requirement, if it was not meant for such a unit.
settles: Who has the role for the unit, and whether that is all.
limits: >-
  Only roles that the model requires, of a unit or of all units of a kind. A post has a role for a unit where the source
  says so, and where a post with that role serves the unit, or is in it and serves nobody. A list is at least what it
  names: too few of them is known only where the list is complete, or the source says that there is nobody.
sources: ["timothy-2023#25", "timothy-2023#27", "timothy-2023#29"]
order: [unit, role]
version: 1
maturity: first
population_is: Roles that the model requires, once for each unit
population: "MATCH (:Unit {model: $model})-[q:REQUIRES_ROLE]->(:RequiredRole) RETURN count(q) AS population"
*/
MATCH (u:Unit {model: $model})-[needs:REQUIRES_ROLE]->(q:RequiredRole)
MATCH (u)-[:HAS_SLOT]->(s:Slot {name: 'roles'})
WHERE s.role = q.role
OPTIONAL MATCH (u)<-[f:FULFILS_ROLE|SERVES|IN_UNIT]-(p:Post)
WHERE f.role = q.role
   OR f.role IS NULL AND q.role IN p.roles
      AND (EXISTS { MATCH (p)-[:SERVES]->(w:Unit) WHERE w.key = u.key } OR NOT EXISTS { MATCH (p)-[:SERVES]->(:Unit|Post) })
WITH u, needs, q, s, count(DISTINCT p.key) AS named, collect(DISTINCT p.key) AS posts, collect(DISTINCT f.key) AS links
// Posts in the role of which it is not clear whom they serve.
OPTIONAL MATCH (x:Post {model: $model})-[:HAS_SLOT]->(lost:Slot {name: 'serves', says_unclear: true})
WHERE q.role IN x.roles AND NOT EXISTS { MATCH (x)-[:SERVES]->(:Unit|Post) }
WITH u, needs, q, s, named, posts, links, count(x.key) AS loose, collect(DISTINCT lost.key) AS loose_slots
WITH *, CASE WHEN s.at_least > named THEN s.at_least ELSE named END AS number,
     q.at_most IS NOT NULL AND (named > q.at_most OR s.at_least > q.at_most) AS too_many
WITH *, CASE WHEN s.says_none AND q.at_least > 0 THEN 'nobody'
             WHEN too_many THEN 'too many'
             WHEN number < q.at_least AND s.complete AND s.state IN ['known', 'not_stated'] THEN 'too few'
             ELSE '' END AS trouble
WITH *, CASE WHEN trouble <> '' THEN 'fail'
             WHEN number >= q.at_least
             THEN CASE WHEN q.at_most IS NOT NULL AND (s.says_redacted OR s.state = 'open') THEN 'unknown' ELSE 'pass' END
             WHEN s.says_unclear OR s.state = 'not_stated' AND loose > 0 THEN 'info'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN u.key AS unit, q.key AS requirement, q.role AS role, posts AS posts, number AS number, q.at_least AS least,
       q.at_most AS most, trouble AS trouble, s.state AS silence, verdict AS verdict,
       CASE WHEN trouble = 'nobody' THEN [needs.key, q.key, s.key]
            WHEN verdict = 'info' THEN [needs.key, q.key, s.key] + links + loose_slots
            ELSE [needs.key, q.key, s.key] + links END AS evidence
