/*
title: Does one command hold too much beside its neighbours?
severity: info
family: principles
belongs: [within, subjects]
fails_when: >-
  Of what the parts of a unit hold together, one part holds more than the share allowed: of the responsibilities, of the
  posts, or of the staff who are counted.
columns:
  command: {type: key, heading: Command, identifies: true}
  within: {type: key, heading: Part of, identifies: true}
  holds: {type: integer, heading: Responsibilities}
  held: {type: integer, heading: Responsibilities of all the parts}
  perhaps: {type: integer, heading: More on the same subjects without a known owner}
  posts: {type: integer, heading: Posts}
  of_posts: {type: integer, heading: Posts of all the parts}
  staff: {type: number, heading: Staff at least}
  of_staff: {type: number, heading: Staff of all the parts at least}
  subjects: {type: keys, heading: Subjects}
says:
  fail: "{command} is too big beside the other parts of {within}: {holds} of {held} responsibilities, {posts} of {of_posts} posts, {staff} of {of_staff} staff who are counted. Responsibilities on the same subjects without a known owner: {perhaps}."
  unknown: "Whether {command} is too big beside the other parts of {within} cannot be told: {holds} of {held} responsibilities, with {perhaps} on the same subjects without a known owner; {posts} of {of_posts} posts; {staff} of {of_staff} staff who are counted."
words: {fail: Not kept, unknown: Cannot be told}
thresholds:
  share: {default: 0.5, authority: "Ours: timothy-2023#88 gives no number; more than half is more than all the others together", unit: of all that the parts hold}
  fewest_responsibilities: {default: 4, authority: "Ours: of two or three, one part nearly always has more than half", unit: responsibilities}
  fewest_posts: {default: 20, authority: "Ours: senior posts alone say little about size", unit: posts}
why: A command that is too big draws its head to whatever burns, and the rest of it waits.
remedy: Give a part of what it holds to another command, or make a command of it.
settles: Who answers for the responsibilities without a known owner, where the posts without a known unit lie, or how many staff each part has.
limits: >-
  A share is no weight: one responsibility may be heavier than three. It counts what a part and all below it answer for in
  the line, each once. Those without a known owner count as perhaps anybody's where they concern a subject that the parts
  have to do with, or one within the same wider subject. Staff are those in staff groups; where a part has none, its staff
  are not known. A measure on which too little is known to compare is left out. A unit whose place is not known is nobody's part. A principle that is about a subject asks of every
  part, at any height, that has to do with it; one about a unit, of the parts of that unit.
sources: ["timothy-2023#88", "timothy-2023#89"]
order: [-holds, command]
version: 1
maturity: first
population_is: Units of the organisation that are part of another together with at least one more
population: |-
  MATCH (c:Unit {model: $model, outside: false})-[:PART_OF]->(w:Unit {outside: false})<-[:PART_OF]-(other:Unit {outside: false})
  WHERE other.key <> c.key
  WITH DISTINCT c.key AS command, w.key AS within
  RETURN count(*) AS population
*/
MATCH (c:Unit {model: $model, outside: false})-[:PART_OF]->(w:Unit {outside: false})
WITH w, count(DISTINCT c.key) AS parts
WHERE parts > 1
// What all the parts hold together, and what could be anybody's.
OPTIONAL MATCH (w)<-[:PART_OF]-(:Unit {outside: false})<-[:PART_OF*0..10]-(:Unit)<-[:IN_UNIT|HEADS*0..1]-(:Post|Unit|Board)
               -[:ACCOUNTABLE_FOR {chain: 'line'}]->(r:Responsibility|Process)
WITH w, parts, count(DISTINCT r.key) AS held
OPTIONAL MATCH (w)<-[:PART_OF*1..11]-(:Unit)<-[:IN_UNIT|HEADS*0..1]-(:Post|Unit|Board)
               -[:ACCOUNTABLE_FOR {chain: 'line'}]->(:Responsibility|Process)-[:CONCERNS]->(:Subject)-[:PART_OF*0..10]->(m:Subject)
WITH DISTINCT w, parts, held, m
OPTIONAL MATCH (m)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(q:Responsibility|Process)
               -[:HAS_SLOT]->(asked:Slot {chain: 'line', says_none: false})
WHERE asked.says_redacted OR asked.state = 'open' OR asked.state = 'not_stated' AND asked.known = 0
WITH w, parts, held, count(DISTINCT q.key) AS perhaps
OPTIONAL MATCH (w)<-[:PART_OF]-(:Unit {outside: false})<-[:PART_OF*0..10]-(:Unit)<-[:IN_UNIT|HEADS]-(p:Post)
WITH w, parts, held, perhaps, count(DISTINCT p.key) AS of_posts
OPTIONAL MATCH (astray:Post {model: $model})-[:HAS_SLOT]->(sits:Slot {name: 'in_unit', says_none: false})
WHERE (sits.says_redacted OR sits.state IN ['not_stated', 'unclear']) AND NOT EXISTS { MATCH (astray)-[:IN_UNIT|HEADS]->(:Unit) }
WITH w, parts, held, perhaps, of_posts, count(DISTINCT astray.key) AS no_unit
OPTIONAL MATCH (w)<-[:PART_OF]-(s:Unit {outside: false})<-[:PART_OF*0..10]-(:Unit)<-[:STAFF_OF]-(g:StaffGroup)
WITH w, parts, held, perhaps, of_posts, no_unit, count(DISTINCT s.key) AS counted,
     count(DISTINCT CASE WHEN g.fte IS NULL THEN g.key END) AS uncounted
OPTIONAL MATCH (w)<-[:PART_OF]-(:Unit {outside: false})<-[:PART_OF*0..10]-(:Unit)<-[:STAFF_OF]-(g:StaffGroup)
WITH DISTINCT w, parts, held, perhaps, of_posts, no_unit, counted, uncounted, g
WITH w, parts, held, perhaps, of_posts, no_unit, counted, uncounted, coalesce(sum(g.fte * 1.0), 0.0) AS of_staff
OPTIONAL MATCH (loose:StaffGroup {model: $model})-[:HAS_SLOT]->(at:Slot {name: 'in_unit', says_none: false})
WHERE (at.says_redacted OR at.state IN ['not_stated', 'unclear']) AND NOT EXISTS { MATCH (loose)-[:STAFF_OF]->(:Unit) }
WITH w, parts, held, perhaps, of_posts, no_unit, counted, uncounted, of_staff, count(DISTINCT loose.key) AS no_home
// What each part holds.
MATCH (w)<-[:PART_OF]-(c:Unit {outside: false})
WITH DISTINCT w, parts, held, perhaps, of_posts, no_unit, counted, uncounted, of_staff, no_home, c
OPTIONAL MATCH (c)<-[:PART_OF*0..10]-(:Unit)<-[:IN_UNIT|HEADS*0..1]-(:Post|Unit|Board)
               -[:ACCOUNTABLE_FOR {chain: 'line'}]->(r:Responsibility|Process)
WITH w, parts, held, perhaps, of_posts, no_unit, counted, uncounted, of_staff, no_home, c, count(DISTINCT r.key) AS holds
OPTIONAL MATCH (c)<-[:PART_OF*0..10]-(:Unit)<-[:IN_UNIT|HEADS]-(p:Post)
WITH w, parts, held, perhaps, of_posts, no_unit, counted, uncounted, of_staff, no_home, c, holds, count(DISTINCT p.key) AS posts
OPTIONAL MATCH (c)<-[:PART_OF*0..10]-(:Unit)<-[:STAFF_OF]-(g:StaffGroup)
WITH DISTINCT w, parts, held, perhaps, of_posts, no_unit, counted, uncounted, of_staff, no_home, c, holds, posts, g
WITH w, parts, held, perhaps, of_posts, no_unit, counted, uncounted, of_staff, no_home, c, holds, posts,
     count(g.key) AS groups, count(CASE WHEN g.key IS NOT NULL AND g.fte IS NULL THEN g.key END) AS blank,
     coalesce(sum(g.fte * 1.0), 0.0) AS staff
WITH *, CASE WHEN groups = 0 THEN 1 ELSE 0 END AS missing
WITH *, held >= $fewest_responsibilities AND holds > $share * (held + perhaps) AS sure_work,
        held + perhaps >= $fewest_responsibilities AND holds + perhaps > $share * (held + perhaps) AS maybe_work,
        of_posts >= $fewest_posts AND posts > $share * (of_posts + no_unit) AS sure_posts,
        of_posts >= $fewest_posts AND posts + no_unit > $share * (of_posts + no_unit) AS maybe_posts,
        of_staff > 0 AND parts - counted - missing = 0 AND uncounted - blank = 0 AND no_home = 0
          AND staff > $share * of_staff AS sure_staff,
        of_staff > 0 AND (missing + blank + no_home > 0 OR staff > $share * of_staff) AS maybe_staff
WITH *, CASE WHEN sure_work OR sure_posts OR sure_staff THEN 'fail'
             WHEN maybe_work OR maybe_posts OR maybe_staff THEN 'unknown'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
OPTIONAL MATCH (c)<-[:PART_OF*0..10]-(:Unit)<-[:IN_UNIT|HEADS*0..1]-(:Post|Unit|Board)
               -[:ACCOUNTABLE_FOR {chain: 'line'}]->(:Responsibility|Process)-[:CONCERNS]->(:Subject)-[:PART_OF*0..10]->(m:Subject)
WITH w, c, holds, held, perhaps, posts, of_posts, staff, of_staff, groups, verdict, maybe_work, maybe_posts, maybe_staff,
     collect(DISTINCT m.key) AS subjects
OPTIONAL MATCH (w)<-[place:PART_OF]-(s:Unit {outside: false})
WITH w, c, holds, held, perhaps, posts, of_posts, staff, of_staff, groups, verdict, maybe_work, maybe_posts, maybe_staff, subjects,
     collect(DISTINCT place.key) AS places, collect(DISTINCT s.key) AS siblings
WITH w, c, holds, held, perhaps, posts, of_posts, staff, of_staff, groups, verdict, maybe_work, maybe_posts, maybe_staff, subjects,
     places + siblings AS facts
OPTIONAL MATCH (w)<-[:PART_OF*1..11]-(:Unit)<-[:IN_UNIT|HEADS*0..1]-(:Post|Unit|Board)
               -[a:ACCOUNTABLE_FOR {chain: 'line'}]->(:Responsibility|Process)
WITH w, c, holds, held, perhaps, posts, of_posts, staff, of_staff, groups, verdict, maybe_work, maybe_posts, maybe_staff, subjects,
     facts, collect(DISTINCT CASE WHEN maybe_work THEN a.key END) AS work
OPTIONAL MATCH (w)<-[:PART_OF*1..11]-(:Unit)<-[seat:IN_UNIT|HEADS]-(:Post)
WITH w, c, holds, held, perhaps, posts, of_posts, staff, of_staff, groups, verdict, maybe_work, maybe_posts, maybe_staff, subjects,
     facts, work, collect(DISTINCT CASE WHEN maybe_posts THEN seat.key END) AS seats
OPTIONAL MATCH (w)<-[:PART_OF*1..11]-(:Unit)<-[belongs:STAFF_OF]-(g:StaffGroup)
WITH w, c, holds, held, perhaps, posts, of_posts, staff, of_staff, groups, verdict, maybe_work, maybe_staff, subjects,
     facts, work, seats, collect(DISTINCT CASE WHEN maybe_staff THEN belongs.key END) AS places, collect(DISTINCT CASE WHEN maybe_staff THEN g.key END) AS bodies
WITH w, c, holds, held, perhaps, posts, of_posts, staff, of_staff, groups, verdict, maybe_work, subjects,
     facts + work + seats + places + bodies AS facts
OPTIONAL MATCH (w)<-[:PART_OF*1..11]-(:Unit)<-[:IN_UNIT|HEADS*0..1]-(:Post|Unit|Board)
               -[:ACCOUNTABLE_FOR {chain: 'line'}]->(:Responsibility|Process)-[:CONCERNS]->(:Subject)-[:PART_OF*0..10]->(m:Subject)
WITH DISTINCT w, c, holds, held, perhaps, posts, of_posts, staff, of_staff, groups, verdict, maybe_work, subjects, facts, m
OPTIONAL MATCH (m)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility|Process)
               -[:HAS_SLOT]->(asked:Slot {chain: 'line', says_none: false})
WHERE asked.says_redacted OR asked.state = 'open' OR asked.state = 'not_stated' AND asked.known = 0
WITH w, c, holds, held, perhaps, posts, of_posts, staff, of_staff, groups, verdict, maybe_work, subjects, facts,
     collect(DISTINCT CASE WHEN maybe_work THEN asked.key END) AS open_slots
RETURN c.key AS command, w.key AS within, holds AS holds, held AS held, perhaps AS perhaps, posts AS posts,
       of_posts AS of_posts, CASE WHEN groups > 0 THEN staff END AS staff, CASE WHEN of_staff > 0 THEN of_staff END AS of_staff,
       subjects AS subjects, verdict AS verdict, [c.key, w.key] + facts + open_slots AS evidence
