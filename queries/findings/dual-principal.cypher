/*
title: Does anybody answer to two masters?
severity: high
family: structure
fails_when: >-
  A post or body has two principals in one chain, whose scopes overlap or are not held by separate units with separate
  heads; or a post has two line managers.
columns:
  body: {type: key, heading: Post or body, identifies: true}
  chain: {type: text, heading: Chain, identifies: true}
  principals: {type: keys, heading: Answers to}
  number: {type: integer, heading: How many}
  scopes: {type: texts, heading: For what}
  overlap: {type: yes_no, heading: For the same thing}
  told_apart: {type: keys, heading: Principals with a unit of their own}
says:
  fail: "{body} answers to {number} in the {chain} chain: {principals}. For what, as far as stated: {scopes}. With a separate unit and head: {told_apart}."
  unknown: "Whether {body} answers to one alone in the {chain} chain cannot be told. Known so far: {principals}."
words: {fail: Two masters, unknown: We do not know}
why: >-
  Each of two masters can cut across the other, or leave a thing to the other; and whoever has two can play one off
  against the other.
remedy: Leave one, or divide what each is answered to for between separate units, each with a head of its own.
settles: The rest of the list of those to whom it answers, or who heads the separate units.
limits: >-
  Chains are not mixed: a minister beside a line manager is no second master. Nor is one to whom the other answers in
  the same chain, nor a body beside a post in it. Two with different scopes pass only where the text names a unit for
  each, which answers to that one alone and has a head of its own. Scopes are texts: that two different ones overlap
  is not seen. Dotted lines do not count. Of whom nothing is said to be above is not asked.
sources: ["timothy-2023#71", "timothy-2023#77"]
order: [-number, body, chain]
version: 1
maturity: first
population_is: Posts and bodies of which a line manager or a principal is known or withheld, once for each chain
population: |-
  MATCH (b:Unit|Post|Board {model: $model})-[:HAS_SLOT]->(s:Slot)
  WHERE s.name = 'answers_to' OR s.name = 'reports_to'
  OPTIONAL MATCH (b)-[a:ANSWERS_TO|REPORTS_TO]->(:Unit|Post|Board)
  WHERE s.name = 'answers_to' AND a.kind IS NULL OR s.name = 'reports_to' AND a.kind IN ['line', 'statutory']
  WITH b, s, a.key IS NOT NULL AS found, coalesce(a.kind, a.chain, 'not stated') AS chain
  WHERE found OR s.says_redacted AND s.says_none = false
  WITH DISTINCT b, CASE WHEN NOT found AND s.name = 'reports_to' THEN 'line' ELSE chain END AS chain
  RETURN count(*) AS population
*/
MATCH (b:Unit|Post|Board {model: $model})-[:HAS_SLOT]->(s:Slot)
WHERE s.name = 'answers_to' OR s.name = 'reports_to'
OPTIONAL MATCH (b)-[a:ANSWERS_TO|REPORTS_TO]->(p:Unit|Post|Board)
WHERE s.name = 'answers_to' AND a.kind IS NULL OR s.name = 'reports_to' AND a.kind IN ['line', 'statutory']
WITH b, s, a, p, a.key IS NOT NULL AS found, coalesce(a.kind, a.chain, 'not stated') AS chain
WHERE found OR s.says_redacted AND s.says_none = false
WITH b, s, a, p, CASE WHEN NOT found AND s.name = 'reports_to' THEN 'line' ELSE chain END AS chain
// One to whom another of them answers is above, and a body with a post in it is told twice.
OPTIONAL MATCH (b)-[also:ANSWERS_TO]->(y:Unit|Post|Board)-[up:ANSWERS_TO]->(x:Unit|Post|Board)
WHERE x.key = p.key AND y.key <> p.key AND coalesce(also.chain, 'not stated') = chain AND coalesce(up.chain, 'not stated') = chain
OPTIONAL MATCH (b)-[beside:ANSWERS_TO]->(z:Post|Board)-[:IN_UNIT|HEADS]->(home:Unit)
WHERE home.key = p.key AND coalesce(beside.chain, 'not stated') = chain
WITH b, s, a, p, chain, count(y.key) + count(z.key) AS below
WITH b, chain, count(DISTINCT CASE WHEN s.says_redacted OR s.state = 'open' THEN s.key END) AS more,
     count(DISTINCT CASE WHEN below = 0 THEN p.key END) AS number,
     count(CASE WHEN below = 0 AND p.key IS NOT NULL AND a.scope IS NULL THEN p.key END) AS unscoped,
     collect(DISTINCT CASE WHEN below = 0 THEN p.key END) AS principals,
     collect(DISTINCT CASE WHEN below = 0 THEN a.key END) AS held, collect(DISTINCT s.key) AS slots,
     collect(DISTINCT CASE WHEN below = 0 AND p.key IS NOT NULL THEN {who: p.key, scope: coalesce(a.scope, '')}
                           ELSE {who: '', scope: ''} END) AS claims
UNWIND claims AS claim
WITH b, chain, more, number, unscoped, principals, held, slots, claim.scope AS scope, count(DISTINCT claim.who) AS sharing
WITH b, chain, more, number, unscoped, principals, held, slots, collect(CASE WHEN scope <> '' THEN scope END) AS scopes,
     count(CASE WHEN scope <> '' AND sharing > 1 THEN scope END) AS shared
// Which of several has a unit that answers to it alone, with a head that heads nothing which answers to another.
OPTIONAL MATCH (v:Unit)<-[:PART_OF*1..10]-(u:Unit)-[own:ANSWERS_TO]->(p:Unit|Post|Board), (h:Post)-[leads:HEADS]->(u)
WHERE number > 1 AND v.key = b.key AND p.key IN principals AND coalesce(own.chain, 'not stated') = chain
  AND NOT EXISTS { MATCH (h)-[:HEADS]->(:Unit)-[o:ANSWERS_TO]->(q:Unit|Post|Board) WHERE q.key <> p.key AND o.chain = own.chain }
WITH b, chain, more, number, unscoped, principals, held, slots, scopes, shared, count(DISTINCT p.key) AS apart,
     collect(DISTINCT p.key) AS told_apart, collect(DISTINCT own.key) + collect(DISTINCT leads.key) AS facts
OPTIONAL MATCH (v:Unit)<-[:PART_OF*1..10]-(u:Unit)-[own:ANSWERS_TO]->(p:Unit|Post|Board), (u)-[:HAS_SLOT]->(led:Slot {name: 'head'})
WHERE number > 1 AND v.key = b.key AND p.key IN principals AND coalesce(own.chain, 'not stated') = chain
  AND NOT p.key IN told_apart AND led.known = 0 AND led.state IN ['not_stated', 'redacted', 'open']
  AND NOT EXISTS { MATCH (u)-[o:ANSWERS_TO]->(q:Unit|Post|Board) WHERE q.key <> p.key AND o.chain = own.chain }
WITH b, chain, more, number, unscoped, principals, held, slots, scopes, shared, apart, told_apart, facts,
     count(DISTINCT p.key) AS headless, collect(DISTINCT own.key) + collect(DISTINCT led.key) AS headless_facts
WITH *, number > 1 AND unscoped + shared > 0 AS overlap
WITH *, CASE WHEN number > 1 AND (overlap OR apart + headless < number) THEN 'fail'
             WHEN more > 0 OR number > 1 AND apart < number THEN 'unknown'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN b.key AS body, chain AS chain, principals AS principals, number AS number, scopes AS scopes, overlap AS overlap,
       told_apart AS told_apart, verdict AS verdict,
       CASE WHEN verdict = 'fail' THEN [b.key] + held + facts
            ELSE [b.key] + held + facts + headless_facts + slots END AS evidence
