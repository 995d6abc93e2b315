/*
title: Do objectives pull apart?
severity: high
family: work
fails_when: >-
  Two objectives in one process or subject are said to conflict, and nobody owns both.
columns:
  objective: {type: key, heading: Objective, identifies: true}
  against: {type: key, heading: Conflicts with, identifies: true}
  said_by: {type: texts, heading: Who says so}
  owners: {type: keys, heading: Owns the first}
  owners_against: {type: keys, heading: Owns the second}
  meet_in: {type: keys, heading: Both belong to}
  silence: {type: text, heading: Owner of the first}
  silence_against: {type: text, heading: Owner of the second}
says:
  fail: "{objective} and {against} pull apart in {meet_in}, and nobody owns both. The first: {owners}. The second: {owners_against}. Said by: {said_by}."
  unknown: "{objective} and {against} are said to pull apart; whether one owner has both cannot be told. The first: {owners} ({silence}). The second: {owners_against} ({silence_against}). Said by: {said_by}."
words: {fail: Pulling apart, unknown: We do not know}
why: Each side does well by its own measure at the other's cost, and the whole does badly.
remedy: Give both to one owner who has to weigh them, or say which comes first and when.
settles: Who owns the two objectives, and to which process or subject they belong.
limits: >-
  Only a conflict that somebody designates counts, and it is named with that person or group. A unit that pursues an
  objective owns it; a post and the units that
  it heads are one owner. Two objectives meet in a process, in a subject, or
  where one's subject is a part of the other's. That nobody at all owns one of them is no common owner either.
sources: ["timothy-2023#22", "timothy-2023#64", "timothy-2023#83", "timothy-2023#84", "timothy-2023#96", "timothy-2023#105"]
order: [objective, against]
version: 1
maturity: first
population_is: Pairs of objectives that somebody says conflict
population: |-
  MATCH (a:Objective {model: $model})-[:CONFLICTS_WITH]->(b:Objective)
  WHERE a.key < b.key OR NOT EXISTS { MATCH (b)-[:CONFLICTS_WITH]->(a) }
  WITH DISTINCT a.key AS a, b.key AS b
  RETURN count(*) AS population
*/
MATCH (a:Objective {model: $model})-[pulls:CONFLICTS_WITH]->(b:Objective)
WHERE a.key < b.key OR NOT EXISTS { MATCH (b)-[:CONFLICTS_WITH]->(a) }
OPTIONAL MATCH (b)-[back:CONFLICTS_WITH]->(a)
WITH a, b, collect(DISTINCT pulls.key) + collect(DISTINCT back.key) AS said,
     collect(DISTINCT pulls.designated_by) + collect(DISTINCT back.designated_by) AS said_by
MATCH (a)-[:HAS_SLOT]->(of_a:Slot {name: 'owner'})
MATCH (b)-[:HAS_SLOT]->(of_b:Slot {name: 'owner'})
OPTIONAL MATCH (a)<-[owns_a:OWNS|PURSUES]-(o:Post|Unit|Board)
WITH a, b, said, said_by, of_a, of_b, collect(DISTINCT o.key) AS owners, collect(DISTINCT owns_a.key) AS owned
OPTIONAL MATCH (b)<-[owns_b:OWNS|PURSUES]-(p:Post|Unit|Board)
WITH a, b, said, said_by, of_a, of_b, owners, owned, collect(DISTINCT p.key) AS owners_against,
     collect(DISTINCT owns_b.key) AS owned_against
OPTIONAL MATCH (a)<-[:OWNS|PURSUES]-(:Post|Unit|Board)<-[:HEADS*0..1]-(both:Post|Unit|Board)-[:HEADS*0..1]->(:Post|Unit|Board)
               -[:OWNS|PURSUES]->(b)
WITH a, b, said, said_by, of_a, of_b, owners, owned, owners_against, owned_against, count(both.key) AS common
// Where the two meet.
OPTIONAL MATCH (a)-[in_a:CONCERNS]->(:Process|Stage)<-[:HAS_STAGE*0..1]-(of:Process)
OPTIONAL MATCH (b)-[in_b:CONCERNS]->(:Process|Stage)<-[:HAS_STAGE*0..1]-(f:Process)
WHERE f.key = of.key
WITH a, b, said, said_by, of_a, of_b, owners, owned, owners_against, owned_against, common,
     collect(DISTINCT f.key) AS processes, collect(DISTINCT CASE WHEN f.key IS NOT NULL THEN in_a.key END) + collect(DISTINCT in_b.key) AS in_process
OPTIONAL MATCH (a)-[on_a:CONCERNS]->(:Subject)-[:PART_OF*0..10]->(s:Subject)<-[on_b:CONCERNS]-(b)
WITH a, b, said, said_by, of_a, of_b, owners, owned, owners_against, owned_against, common, processes, in_process,
     collect(DISTINCT s.key) AS subjects, collect(DISTINCT on_a.key) + collect(DISTINCT on_b.key) AS in_subject
OPTIONAL MATCH (a)-[to_a:CONCERNS]->(t:Subject)<-[:PART_OF*0..10]-(:Subject)<-[to_b:CONCERNS]-(b)
WITH a, b, said, said_by, of_a, of_b, owners, owned, owners_against, owned_against, common, processes, in_process, subjects,
     in_subject, collect(DISTINCT t.key) AS around, collect(DISTINCT to_a.key) + collect(DISTINCT to_b.key) AS in_around
OPTIONAL MATCH (a)-[:HAS_SLOT]->(place_a:Slot)
WHERE place_a.name IN ['concerns', 'of_process']
  AND (place_a.says_redacted OR place_a.state IN ['not_stated', 'open', 'unclear'])
OPTIONAL MATCH (b)-[:HAS_SLOT]->(place_b:Slot)
WHERE place_b.name IN ['concerns', 'of_process']
  AND (place_b.says_redacted OR place_b.state IN ['not_stated', 'open', 'unclear'])
WITH a, b, said, said_by, of_a, of_b, owners, owned, owners_against, owned_against, common,
     in_process + in_subject + in_around AS meeting, processes + subjects + around AS meet_in,
     count(place_a.key) + count(place_b.key) AS unplaced
WITH *, of_a.says_none = false AND (of_a.says_redacted OR of_a.state IN ['open', 'unclear']
                                    OR of_a.state = 'not_stated' AND size(owners) = 0) AS silent_a,
        of_b.says_none = false AND (of_b.says_redacted OR of_b.state IN ['open', 'unclear']
                                    OR of_b.state = 'not_stated' AND size(owners_against) = 0) AS silent_b
WITH *, CASE WHEN common > 0 AND NOT of_a.says_none AND NOT of_b.says_none OR size(meet_in) = 0 AND unplaced = 0 THEN 'pass'
             WHEN of_a.says_none OR of_b.says_none THEN CASE WHEN size(meet_in) > 0 THEN 'fail' ELSE 'unknown' END
             WHEN silent_a OR silent_b OR size(meet_in) = 0 THEN 'unknown'
             ELSE 'fail' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN a.key AS objective, b.key AS against, said_by AS said_by, owners AS owners, owners_against AS owners_against,
       meet_in AS meet_in, of_a.state AS silence, of_b.state AS silence_against, verdict AS verdict,
       [of_a.key, of_b.key] + said + owned + owned_against + meeting AS evidence
