/*
title: Can they make it happen?
severity: high
family: structure
fails_when: >-
  Somebody answers for a responsibility of which a body outside does the work, and the source says that there is nothing
  to move that body with.
columns:
  responsibility: {type: key, heading: Responsibility, identifies: true}
  chain: {type: text, heading: Chain, identifies: true}
  owner: {type: key, heading: Answers for it, identifies: true}
  producer: {type: key, heading: Does the work, identifies: true}
  levers: {type: keys, heading: Levers on that body}
  silent: {type: keys, heading: Whose levers are not known}
  vague: {type: keys, heading: Levers of which it is not known on whom they act}
says:
  fail: "{owner} answers for {responsibility} in the {chain} chain, with the work done by {producer}, and has nothing to move that body with: the source says so."
  unknown: "{owner} answers for {responsibility} in the {chain} chain, with the work done by {producer}. Whether there is anything to move that body with cannot be told. Whose levers are not known: {silent}. On whom these act is not known: {vague}."
words: {fail: No lever, unknown: We do not know}
why: Whoever answers for what others do, and can neither manage nor move them, answers for luck.
remedy: >-
  Give the post something to use (conditions on money, a requirement in law, inspection, appointments, a say in law), or
  let those answer who do the work.
settles: What the post or its unit can use, and on whom.
limits: >-
  Only bodies outside the organisation are asked about: inside it there is a common manager. What a post can use is its
  own, that of its units and of all that they are part of; for a unit that answers, that of the posts in it too.
  Appointing to the body, inspecting it, managing it or being answered to by it counts as a lever; giving it money alone
  does not. That somebody has none is taken from the source, and one such statement is enough unless something else is
  withheld. Who is only inferred to answer is not asked about. A lever that is there may be weak.
sources: ["timothy-2023#11", "timothy-2023#49", "timothy-2023#52", "timothy-2023#53", "timothy-2023#54", "timothy-2023#55", "timothy-2023#56", "timothy-2023#57", "timothy-2023#59"]
order: [responsibility, owner, producer]
version: 1
maturity: first
population_is: Whoever inside answers for a responsibility, with each body outside that does work for it
population: |-
  MATCH (o:Post|Unit {model: $model})-[a:ACCOUNTABLE_FOR {by: 'stated'}]->(r:Responsibility)<-[:RESPONSIBLE_FOR]-(b:Unit|Post)
  WHERE EXISTS { MATCH (b)-[:IN_UNIT|HEADS*0..1]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) }
    AND NOT EXISTS { MATCH (b)-[:IN_UNIT|HEADS*0..1]->(:Unit {outside: false}) }
    AND (EXISTS { MATCH (o)-[:IN_UNIT|HEADS*0..1]->(:Unit {outside: false}) }
         OR NOT EXISTS { MATCH (o)-[:IN_UNIT|HEADS*0..1]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) })
  WITH DISTINCT r.key AS r, a.chain AS chain, o.key AS o, b.key AS b
  RETURN count(*) AS population
*/
MATCH (o:Post|Unit {model: $model})-[a:ACCOUNTABLE_FOR {by: 'stated'}]->(r:Responsibility)<-[does:RESPONSIBLE_FOR]-(b:Unit|Post)
WHERE EXISTS { MATCH (b)-[:IN_UNIT|HEADS*0..1]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) }
  AND NOT EXISTS { MATCH (b)-[:IN_UNIT|HEADS*0..1]->(:Unit {outside: false}) }
  AND (EXISTS { MATCH (o)-[:IN_UNIT|HEADS*0..1]->(:Unit {outside: false}) }
       OR NOT EXISTS { MATCH (o)-[:IN_UNIT|HEADS*0..1]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) })
WITH r, a.chain AS chain, o, b, collect(DISTINCT a.key) + collect(DISTINCT does.key) AS held
// The body with all that it is part of; and everybody whose levers the owner has.
OPTIONAL MATCH (b)-[:IN_UNIT|HEADS*0..1]->(:Unit)-[:PART_OF*0..10]->(whole:Unit)
WITH r, chain, o, b, held, collect(DISTINCT whole.key) + [b.key] AS targets
OPTIONAL MATCH (o)-[:IN_UNIT|HEADS*0..1]->(:Unit)-[:PART_OF*0..10]->(home:Unit)
OPTIONAL MATCH (o)<-[:IN_UNIT|HEADS]-(post:Post)
WITH r, chain, o, b, held, targets, collect(DISTINCT home.key) + collect(DISTINCT post.key) + [o.key] AS holders,
     o.key IN targets
     OR EXISTS { MATCH (b)<-[:HEADS*0..1]-(:Post)-[:REPORTS_TO*1..20 {kind: 'line'}]->(m:Post) WHERE m.key = o.key } AS managed
UNWIND holders AS holder
MATCH (h:Unit|Post)-[:HAS_SLOT]->(has:Slot {name: 'can_use'})
WHERE h.key = holder
OPTIONAL MATCH (h)-[:CAN_USE]->(blunt:Lever)-[:HAS_SLOT]->(reach:Slot {name: 'acts_on', says_none: false})
WHERE reach.says_redacted OR reach.state = 'open' OR reach.state = 'not_stated'
OPTIONAL MATCH (h)-[use:CAN_USE]->(lever:Lever)-[acts:ACTS_ON]->(x:Unit|Post|Board)
WHERE x.key IN targets
OPTIONAL MATCH (h)-[holds:APPOINTS|INSPECTS]->(y:Unit|Post|Board)
WHERE y.key IN targets
OPTIONAL MATCH (h)<-[answers:ANSWERS_TO]-(z:Unit|Post|Board)
WHERE z.key IN targets
WITH *, has.says_none OR has.complete AND has.state IN ['known', 'not_stated'] AS told,
     has.says_none = false AND (has.says_redacted OR has.state = 'open') AS withheld
WITH r, chain, o, b, held, managed, count(CASE WHEN told THEN has.key END) AS nones,
     count(CASE WHEN withheld THEN has.key END) + count(blunt.key) AS open_ends,
     count(lever.key) + count(holds.key) + count(answers.key) AS grips, collect(DISTINCT lever.key) AS levers,
     collect(DISTINCT blunt.key) AS vague,
     collect(DISTINCT CASE WHEN withheld OR has.state = 'not_stated' AND (h.key = o.key OR h.organisation IS NOT NULL)
                           THEN h.key END) AS silent,
     collect(DISTINCT CASE WHEN told THEN has.key END) AS none_slots,
     collect(DISTINCT CASE WHEN withheld OR h.key = o.key THEN has.key END) + collect(DISTINCT reach.key) AS open_slots,
     collect(DISTINCT use.key) + collect(DISTINCT acts.key) + collect(DISTINCT holds.key) + collect(DISTINCT answers.key) AS ties
WITH *, CASE WHEN managed OR grips > 0 THEN 'pass' WHEN nones > 0 AND open_ends = 0 THEN 'fail' ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN r.key AS responsibility, chain AS chain, o.key AS owner, b.key AS producer, levers AS levers, silent AS silent,
       vague AS vague, verdict AS verdict,
       CASE WHEN verdict = 'fail' THEN held + none_slots WHEN verdict = 'pass' THEN held + ties
            ELSE held + none_slots + open_slots END AS evidence
