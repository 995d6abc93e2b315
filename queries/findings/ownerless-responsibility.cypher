/*
title: Does anyone answer for it?
severity: high
family: ownership
fails_when: >-
  The source says that nobody answers for a responsibility, in a chain in which the model expects somebody.
columns:
  responsibility: {type: key, heading: Responsibility, identifies: true}
  chain: {type: text, heading: Chain, identifies: true}
  silence: {type: text, heading: What the source says}
  also_unclear: {type: yes_no, heading: Also said to be unclear}
  beside: {type: keys, heading: Named beside it}
  above: {type: keys, heading: Answers for something wider}
says:
  fail: "Nobody answers for {responsibility} in the {chain} chain: the source says so."
  unknown: "Whether anybody answers for {responsibility} in the {chain} chain cannot be told. What the text gives: {silence}. Named so far: {beside}."
words: {fail: Gap, unknown: We do not know}
why: >-
  What nobody answers for is done late, twice or not at all, and when it goes wrong there is nobody to put it right.
remedy: >-
  Name one post that answers for the outcome, give it the people and levers that it needs, and write down what it does
  not answer for.
settles: A passage or a decision that names who answers for it, or says that nobody does.
limits: >-
  Only what the source calls nobody's counts. Silence and redaction give "we do not know"; what insiders cannot tell
  is a finding of its own. A wider accountability, such as for the whole organisation, does not fill the gap.
  A unit that answers passes where its head is known, by inference; else which post answers is not known.
sources:
  - "One accountable owner for each outcome, as in RACI practice"
  - "SYSC 25.4.4G (no gaps in the allocation of responsibilities)"
  - "timothy-2023#13"
restates: true
order: [responsibility, chain]
version: 1
maturity: first
population_is: Responsibilities, once for each chain in which the model expects somebody to answer for them
population: >-
  MATCH (r:Responsibility {model: $model})-[:HAS_SLOT]->(s:Slot {name: 'accountable', expected: true})
  RETURN count(s) AS population
*/
MATCH (r:Responsibility {model: $model})-[:HAS_SLOT]->(s:Slot {name: 'accountable', expected: true})
OPTIONAL MATCH (a:Post|Unit|Board)-[holds:ACCOUNTABLE_FOR]->(r)
WHERE holds.chain = s.chain
OPTIONAL MATCH (body:Post|Board)-[answers:ACCOUNTABLE_FOR]->(r)
WHERE answers.chain = s.chain
WITH r, s, collect(DISTINCT a.key) AS beside, collect(DISTINCT holds.key) AS held, count(DISTINCT body.key) AS bodies
OPTIONAL MATCH (r)-[:CONCERNS]->(:Subject)-[:PART_OF*0..10]->(wider:Subject)<-[about:CONCERNS]-(w:Responsibility)
WHERE about.extent = 'whole' AND w.key <> r.key
OPTIONAL MATCH (p:Post)-[over:ACCOUNTABLE_FOR]->(w)
WHERE over.chain = s.chain
WITH r, s, beside, held, bodies, collect(DISTINCT p.key) AS above
WITH r, s, beside, held, above,
     CASE WHEN s.says_none THEN 'fail'
          WHEN s.says_unclear OR bodies > 0 THEN 'pass'
          ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN r.key AS responsibility, s.chain AS chain, s.state AS silence, s.says_unclear AS also_unclear,
       beside AS beside, above AS above, verdict AS verdict,
       CASE WHEN verdict = 'fail' THEN [s.key] ELSE [s.key] + held END AS evidence
