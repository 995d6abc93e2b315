/*
title: Do two people answer for all of one thing?
severity: high
family: ownership
fails_when: >-
  Two or more answer for the same responsibility in the same chain and scope, and no reason for sharing is recorded.
columns:
  responsibility: {type: key, heading: Responsibility, identifies: true}
  chain: {type: text, heading: Chain, identifies: true}
  scope: {type: text, heading: Scope, identifies: true}
  owners: {type: keys, heading: Who answers}
  number: {type: integer, heading: How many}
  reasons: {type: texts, heading: Recorded reasons for sharing}
says:
  fail: "{number} answer for all of {responsibility} in the {chain} chain, and no reason is recorded: {owners}."
  unknown: "Somebody else may answer for {responsibility} in the {chain} chain beside {owners}; the text gives only a part."
words: {fail: Overlap, unknown: We do not know}
why: Where two answer for all of a thing, each can point at the other, and people below them hear two answers.
remedy: Choose one, or divide it into parts with one each, or record why it has to be shared.
settles: The rest of the list of those who answer for it.
limits: >-
  A minister, an accounting officer and an official answer in chains of their own, which is no overlap. Those who
  answer for a part each pass. A unit and a post inside it are one owner.
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
MATCH (owner:Post|Unit|Board)-[a:ACCOUNTABLE_FOR {model: $model, by: 'stated'}]->(r:Responsibility)-[:HAS_SLOT]->(s:Slot)
WHERE s.name = 'accountable' AND s.chain = a.chain
OPTIONAL MATCH (inner_post:Post)-[:IN_UNIT]->(:Unit)-[:PART_OF*0..10]->(outer_unit:Unit)
WHERE outer_unit.key = owner.key
  AND EXISTS { MATCH (inner_post)-[i:ACCOUNTABLE_FOR]->(r) WHERE i.by = 'stated' AND i.chain = a.chain }
OPTIONAL MATCH (inner_unit:Unit)-[:PART_OF*1..10]->(around:Unit)
WHERE around.key = owner.key
  AND EXISTS { MATCH (inner_unit)-[j:ACCOUNTABLE_FOR]->(r) WHERE j.by = 'stated' AND j.chain = a.chain }
WITH r, s, owner, a, count(DISTINCT inner_post.key) + count(DISTINCT inner_unit.key) AS inside
WITH r, s, a.chain AS chain, coalesce(a.scope, '') AS scope,
     collect(DISTINCT owner.key) AS all_owners, collect(DISTINCT a.key) AS held,
     collect(DISTINCT CASE WHEN inside = 0 AND a.sharing <> 'divided' THEN owner.key END) AS owners,
     collect(DISTINCT a.reason) AS reasons
WITH r, s, chain, scope, all_owners, held, owners, reasons,
     CASE WHEN size(owners) >= 2 AND size(reasons) = 0 THEN 'fail'
          WHEN s.state = 'open' AND size(reasons) = 0 THEN 'unknown'
          ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN r.key AS responsibility, chain AS chain, scope AS scope, all_owners AS owners, size(owners) AS number,
       reasons AS reasons, verdict AS verdict, [s.key] + held AS evidence
