/*
title: Do two people answer for all of one thing?
severity: high
story: responsibility
family: ownership
fails_when: >-
  Two or more answer for the same responsibility in the same chain and scope, and no reason for sharing is recorded.
columns:
  responsibility: {type: key, heading: Responsibility, identifies: true}
  chain: {type: text, heading: Chain, identifies: true}
  scope: {type: text, heading: Scope, identifies: true}
  owners: {type: keys, heading: Who answers for all of it}
  number: {type: integer, heading: How many}
  reasons: {type: texts, heading: Recorded reasons for sharing}
says:
  fail: "{number} answer for all of {responsibility} in the {chain} chain, and no reason is recorded: {owners}."
  unknown: "Whether two answer for all of {responsibility} in the {chain} chain cannot be told. Named so far: {owners}."
words: {fail: Overlap, unknown: We do not know}
why: Where two answer for all of a thing, each can point at the other, and people below them hear two answers.
remedy: Choose one, or divide it into parts with one each, or record why it has to be shared.
settles: The rest of the list of those who answer for it; who heads a unit that does; to which unit an owner belongs.
limits: >-
  A minister, an accounting officer and an official answer in chains of their own, which is no overlap. Those who
  answer for a part each pass, and so does one who answers for all of it beside another who answers for a part. A unit
  and a post inside it, or two units with one head, are one owner. One recorded reason is enough for all who share.
sources: ["SYSC 25.2.3R(4) (the reason for sharing a responsibility is recorded)", "timothy-2023#81"]
order: [-number, responsibility]
version: 1
maturity: first
population_is: Responsibilities with at least one known owner, once for each chain and scope
population: >-
  MATCH (:Post|Unit|Board)-[a:ACCOUNTABLE_FOR {model: $model, by: 'stated'}]->(r:Responsibility)
  WITH DISTINCT r.key AS r, a.chain AS chain, coalesce(a.scope, '') AS scope
  RETURN count(*) AS population
*/
MATCH (o:Post|Unit|Board)-[a:ACCOUNTABLE_FOR {model: $model, by: 'stated'}]->(r:Responsibility)
MATCH (r)-[:HAS_SLOT]->(s:Slot {name: 'accountable'})
WHERE s.chain = a.chain
OPTIONAL MATCH (h:Post)-[:HEADS]->(o)
WITH r, s, a, o, coalesce(a.scope, '') AS scope, count(DISTINCT h.key) AS heads, min(h.key) AS head
// A unit whose head is not told may be one with another owner; who is in a place not told may be inside a unit.
OPTIONAL MATCH (o)-[:HAS_SLOT]->(led:Slot {name: 'head'})
WHERE led.state IN ['not_stated', 'redacted', 'open'] AND NOT EXISTS { MATCH (:Post)-[:HEADS]->(o) }
OPTIONAL MATCH (o)-[:HAS_SLOT]->(sits:Slot {name: 'in_unit'})
WHERE sits.state = 'open'
   OR sits.state IN ['not_stated', 'redacted'] AND NOT EXISTS { MATCH (o)-[:IN_UNIT|HEADS]->(:Unit) }
OPTIONAL MATCH (o)-[:IN_UNIT|HEADS*0..1]->(:Unit)-[:PART_OF*0..10]->(:Unit {organisation: false, outside: false})
               -[:HAS_SLOT]->(lies:Slot {name: 'part_of'})
WHERE lies.state IN ['not_stated', 'redacted', 'open']
WITH r, s, a, o, scope, heads, head, min(led.key) AS led, min(sits.key) AS sits, min(lies.key) AS lies
// An owner that has another owner inside it is the same owner, told twice.
OPTIONAL MATCH (r)<-[i:ACCOUNTABLE_FOR {by: 'stated'}]-(inner:Post|Unit|Board)-[:IN_UNIT|HEADS*0..1]->(:Unit)
               -[:PART_OF*0..10]->(box:Unit)
WHERE box.key = o.key AND inner.key <> o.key AND i.chain = a.chain AND coalesce(i.scope, '') = scope
  AND i.sharing <> 'divided'
WITH r, s, a, o, scope, heads, head, led, sits, lies, count(DISTINCT inner.key) AS inside
WITH *, inside = 0 AND a.sharing <> 'divided' AS whole, CASE WHEN heads = 1 THEN head ELSE o.key END AS answers,
        sits IS NOT NULL OR lies IS NOT NULL AS lost
WITH *, whole AND o.organisation IS NOT NULL AS unit
WITH r, s, a.chain AS chain, scope, collect(DISTINCT a.key) AS held,
     collect(DISTINCT CASE WHEN whole THEN o.key END) AS owners,
     count(DISTINCT CASE WHEN whole THEN answers END) AS number,
     count(DISTINCT CASE WHEN unit THEN o.key END) AS units,
     count(DISTINCT CASE WHEN unit AND led IS NOT NULL THEN o.key END) AS nameless,
     count(DISTINCT CASE WHEN whole AND lost THEN o.key END) AS lost,
     count(DISTINCT CASE WHEN unit AND lost AND led IS NULL THEN o.key END) AS lost_units,
     collect(DISTINCT led) + collect(DISTINCT sits) + collect(DISTINCT lies) AS untold,
     collect(DISTINCT CASE WHEN a.sharing <> 'divided' THEN a.reason END) AS reasons
// Units that may turn out to be the same owner as another.
WITH *, CASE WHEN lost = 0 THEN nameless WHEN lost = 1 THEN units - lost_units ELSE units END AS unsure
OPTIONAL MATCH (:Post)-[leads:HEADS]->(:Unit)-[u:ACCOUNTABLE_FOR {by: 'stated'}]->(r)
WHERE u.chain = chain
WITH r, s, chain, scope, held, owners, number, unsure, untold, reasons, collect(DISTINCT leads.key) AS heads
WITH *, CASE WHEN size(reasons) > 0 THEN 'pass'
             WHEN number - unsure >= 2 THEN 'fail'
             WHEN number >= 2 THEN 'unknown'
             WHEN number = 1 AND (s.state = 'open' OR s.says_redacted) THEN 'unknown'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN r.key AS responsibility, chain AS chain, scope AS scope, owners AS owners, number AS number,
       reasons AS reasons, verdict AS verdict,
       CASE WHEN verdict = 'fail' THEN [s.key] + held + heads ELSE [s.key] + held + heads + untold END AS evidence
