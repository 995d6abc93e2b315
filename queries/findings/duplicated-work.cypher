/*
title: Do several do the same work?
severity: medium
family: work
fails_when: >-
  Two or more units are said to share a piece of work for the same scope, with neither a division nor a reason on record;
  or the source counts two or more, named or not, who deal with one and the same recipient on it.
columns:
  responsibility: {type: key, heading: Work, identifies: true}
  chain: {type: text, heading: Chain, identifies: true}
  scope: {type: text, heading: Scope, identifies: true}
  units: {type: keys, heading: Who does it}
  number: {type: integer, heading: "How many, at least"}
  sharing: {type: text, heading: How they divide it}
  recipients: {type: keys, heading: With whom they deal}
  reasons: {type: texts, heading: Recorded reasons for sharing}
says:
  fail: "At least {number} do the same work, with no division and no reason on record: {responsibility}. Named: {units}. With whom they deal: {recipients}."
  unknown: "Whether several do the same work cannot be told: {responsibility}. Named: {units}, at least {number}. How they divide it: {sharing}."
words: {fail: Done more than once, unknown: We do not know}
thresholds:
  units: {default: 2, authority: "timothy-2023#86, where the same is done two and even three times"}
why: Work done twice costs twice, and those outside get two answers, or the same call three times.
remedy: Give the work to one of them, or divide it in words that people outside can follow, or record why all do it.
settles: Whether each does all of it or a part, and who else does it.
limits: >-
  That several are named for one piece of work is usual, and most often each does a part: without a word on how they
  divide it this is unknown. Those who do a part each pass, and so do a unit and a part of it, two posts of one unit, and
  those in different chains or scopes. Where it is not told what a unit is part of, it may be a part of
  another. A board does no work. Work on one subject under two names is not compared.
sources: ["timothy-2023#58", "timothy-2023#63", "timothy-2023#86"]
order: [-number, responsibility]
version: 1
maturity: first
population_is: Responsibilities for which somebody is named or counted as doing the work, once for each chain and scope
population: |-
  MATCH (r:Responsibility {model: $model})-[:HAS_SLOT]->(asked:Slot {name: 'responsible'})
  OPTIONAL MATCH (o:Post|Unit)-[does:RESPONSIBLE_FOR]->(r)
  WITH r, asked, o, coalesce(does.chain, 'line') AS chain, coalesce(does.scope, '') AS scope
  WHERE o.key IS NOT NULL OR asked.at_least > asked.known
  WITH DISTINCT r.key AS r, chain, scope
  RETURN count(*) AS population
*/
MATCH (r:Responsibility {model: $model})-[:HAS_SLOT]->(asked:Slot {name: 'responsible'})
OPTIONAL MATCH (o:Post|Unit)-[does:RESPONSIBLE_FOR]->(r)
WITH r, asked, o, does, coalesce(does.chain, 'line') AS chain, coalesce(does.scope, '') AS scope
WHERE o.key IS NOT NULL OR asked.at_least > asked.known
// A post works in its unit; where that is not known, it stands for itself.
OPTIONAL MATCH (r)<-[:RESPONSIBLE_FOR]-(p:Post)-[:IN_UNIT|HEADS]->(home:Unit)
WHERE p.key = o.key
OPTIONAL MATCH (r)<-[:RESPONSIBLE_FOR]-(u:Unit)
WHERE u.key = o.key
WITH r, asked, chain, scope, does, o, min(home.key) AS home, count(u.key) > 0 AS is_unit
WITH *, coalesce(home, o.key) AS place, is_unit OR home IS NOT NULL AS placed
// A unit of which a part does it as well is the same place, told twice.
OPTIONAL MATCH (r)<-[i:RESPONSIBLE_FOR]-(:Post|Unit)-[:IN_UNIT|HEADS*0..1]->(inner:Unit)-[:PART_OF*1..10]->(box:Unit)
WHERE box.key = place AND i.chain = chain AND coalesce(i.scope, '') = scope AND i.sharing <> 'divided'
WITH r, asked, chain, scope, does, o, place, placed, count(inner.key) AS inside
// Where it is not told what a unit is part of, it may be a part of another that does it.
OPTIONAL MATCH (at:Unit {model: $model})-[:PART_OF*0..10]->(:Unit {organisation: false, outside: false})-[:HAS_SLOT]->(lies:Slot {name: 'part_of'})
WHERE at.key = place AND lies.state IN ['not_stated', 'redacted', 'open']
WITH r, asked, chain, scope, does, o, place, placed, inside, min(lies.key) AS lies
OPTIONAL MATCH (r)<-[:RESPONSIBLE_FOR]-(q:Post)-[:HAS_SLOT]->(seat:Slot {name: 'in_unit', says_none: false, says_unclear: false})
WHERE q.key = o.key AND seat.state = 'open'
WITH r, asked, chain, scope, does, place, placed, inside, lies, min(seat.key) AS seat
WITH *, inside = 0 AND does.sharing <> 'divided' AS whole, lies IS NOT NULL OR seat IS NOT NULL AS adrift
WITH r, asked, chain, scope, collect(DISTINCT CASE WHEN whole THEN place END) AS units,
     count(DISTINCT CASE WHEN whole THEN place END) AS named,
     count(DISTINCT CASE WHEN whole AND placed AND NOT adrift AND does.sharing = 'shared' THEN place END) AS shared,
     collect(DISTINCT does.reason) AS reasons,
     collect(DISTINCT CASE WHEN whole THEN lies END) + collect(DISTINCT CASE WHEN whole THEN seat END) AS adrift_slots
OPTIONAL MATCH (r)<-[:CONSULTED_ON|INFORMED_OF]-(c:Unit|Post|Board)
WITH r, asked, chain, scope, units, named, shared, reasons, adrift_slots, count(c.key) AS heard
WITH *, named + asked.at_least - asked.known AS number, asked.at_least > asked.known AS counted
WITH *, CASE WHEN size(reasons) > 0 THEN 'pass'
             WHEN shared >= $units OR counted AND number >= $units AND heard > 0 THEN 'fail'
             WHEN number >= $units OR named > 0 AND (asked.state = 'open' OR asked.says_redacted) THEN 'unknown'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on: also where the posts work.
OPTIONAL MATCH (r)<-[d:RESPONSIBLE_FOR]-(:Post|Unit)
WHERE d.chain = chain AND coalesce(d.scope, '') = scope
OPTIONAL MATCH (r)<-[e:RESPONSIBLE_FOR]-(:Post)-[seat:IN_UNIT|HEADS]->(:Unit)
WHERE e.key = d.key
OPTIONAL MATCH (r)<-[tells:CONSULTED_ON|INFORMED_OF]-(to:Unit|Post|Board)
WITH r, asked, chain, scope, units, number, shared, reasons, adrift_slots, counted, verdict, collect(DISTINCT to.key) AS recipients,
     collect(DISTINCT tells.key) AS told, collect(DISTINCT d.key) + collect(DISTINCT seat.key) AS done
RETURN r.key AS responsibility, chain AS chain, scope AS scope, units AS units, number AS number,
       CASE WHEN shared >= $units THEN 'all do all of it' ELSE 'not stated' END AS sharing,
       recipients AS recipients, reasons AS reasons, verdict AS verdict,
       CASE WHEN counted THEN [r.key, asked.key] + done + told ELSE [asked.key] + done END
         + CASE WHEN verdict = 'unknown' THEN adrift_slots ELSE [''] END AS evidence
