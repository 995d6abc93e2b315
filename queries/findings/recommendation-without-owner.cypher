/*
title: Who takes a recommendation forward?
severity: medium
family: governance
fails_when: The source says that nobody owns a recommendation and that there has been no response to it.
columns:
  recommendation: {type: key, heading: Recommendation, identifies: true}
  addressed_to: {type: keys, heading: Addressed to}
  owner: {type: text, heading: What the source says of an owner}
  response: {type: text, heading: What the source says of a response}
  overdue: {type: yes_no, heading: Past its date}
says:
  fail: "Nobody has taken up \"{recommendation}\", and there has been no response. It is addressed to: {addressed_to}."
  unknown: "Who takes \"{recommendation}\" forward cannot be told. Owner: {owner}. Response: {response}. It is addressed to: {addressed_to}."
words: {fail: Nobody's, unknown: We do not know}
why: A recommendation that nobody owns and nobody answers is not refused; it is forgotten.
remedy: Name one post that takes it forward, with a date, or say that it is refused and why.
settles: Who owns it, or what was answered.
limits: >-
  Being addressed is not owning. A response counts whatever it says, and so does a decision that carries the
  recommendation out. A report says what ought to be done, and seldom what came of it: left out is a recommendation of
  which no source says anything on owner, response or decision, and whose date has not passed; the command
  `recommendations` lists every one.
sources: ["timothy-2023#12", "timothy-2023#33", "timothy-2023#40", "timothy-2023#58", "timothy-2023#87"]
order: [recommendation]
version: 1
maturity: first
population_is: Recommendations of which a source says who owns them or what came of them, or whose date has passed
population: |-
  MATCH (r:Recommendation {model: $model})-[:HAS_SLOT]->(asked:Slot {name: 'owner'})
  OPTIONAL MATCH (:Decision)-[done:IMPLEMENTS]->(r)
  WITH r, asked, count(done.key) AS decisions
  WHERE asked.state <> 'not_stated' OR size(asked.cites) > 0 OR r.response <> 'not_stated' OR r.overdue OR decisions > 0
  RETURN count(r) AS population
*/
MATCH (r:Recommendation {model: $model})-[:HAS_SLOT]->(asked:Slot {name: 'owner'})
OPTIONAL MATCH (:Decision)-[done:IMPLEMENTS]->(r)
WITH r, asked, collect(DISTINCT done.key) AS carried_out
WHERE asked.state <> 'not_stated' OR size(asked.cites) > 0 OR r.response <> 'not_stated' OR r.overdue
   OR size(carried_out) > 0
OPTIONAL MATCH (r)-[:ADDRESSED_TO]->(b:Post|Unit|Board)
WITH r, asked, carried_out, collect(DISTINCT b.key) AS addressed_to
WITH *, asked.says_none OR asked.complete AND asked.known = 0 AND asked.state = 'not_stated' AS nobody
WITH *, CASE WHEN r.response IN ['known', 'open'] OR size(carried_out) > 0 OR asked.known > 0 AND NOT nobody THEN 'pass'
             WHEN nobody AND r.response = 'none' THEN 'fail'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN r.key AS recommendation, addressed_to AS addressed_to, asked.state AS owner, r.response AS response,
       coalesce(r.overdue, false) AS overdue, verdict AS verdict, [r.key, asked.key] + carried_out AS evidence
