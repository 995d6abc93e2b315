/*
title: Has the holder agreed to it?
severity: low
family: people
fails_when: >-
  A model asks for confirmation, and those who answer for a responsibility have not confirmed it, or the day for looking
  at it again has passed.
columns:
  responsibility: {type: key, heading: Responsibility, identifies: true}
  confirmation: {type: text, heading: Confirmed}
  overdue: {type: yes_no, heading: Past the day for looking at it again}
  owners: {type: keys, heading: Who answers for it}
  chains: {type: texts, heading: In which chains}
says:
  fail: "{responsibility}: whether {owners} confirmed it: {confirmation}. Past the day for looking at it again: {overdue}."
  unknown: "Whether {owners} confirmed {responsibility} is not known: {confirmation}."
words: {fail: Not confirmed, unknown: We do not know}
why: Somebody who never agreed to answer for a thing will say so on the day on which it goes wrong.
remedy: Ask those who answer for it to confirm it in writing, and set a day for looking at it again.
settles: A confirmation, or a statement that there is none.
limits: >-
  Only in a model that asks for confirmation. One record stands for all who answer for the responsibility, in every chain.
  That a day for looking at it again is not set is no fault, and a day of which only the year is known has passed
  when the year has.
sources: ["SYSC 25 (responsibilities are acknowledged in writing, and kept up to date)"]
order: [responsibility]
version: 1
maturity: first
population_is: Responsibilities that somebody answers for, in a model that asks for confirmation
population: |-
  MATCH (:Post|Unit|Board)-[:ACCOUNTABLE_FOR]->(r:Responsibility {model: $model, confirmation_asked: true})
  RETURN count(DISTINCT r.key) AS population
*/
MATCH (:Post|Unit|Board)-[:ACCOUNTABLE_FOR]->(r:Responsibility {model: $model, confirmation_asked: true})
WITH DISTINCT r
OPTIONAL MATCH (r)-[:HAS_SLOT]->(said:Slot {name: 'confirmation'})
// What is only planned, or was so once, has no slot and is not counted.
WITH r, said, coalesce(said.state, 'not_stated') AS confirmation, said.key IS NOT NULL AND coalesce(r.confirmation_overdue, false) AS overdue
WITH *, CASE WHEN confirmation = 'none' OR overdue THEN 'fail' WHEN confirmation = 'known' THEN 'pass' ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
MATCH (o:Post|Unit|Board)-[a:ACCOUNTABLE_FOR]->(r)
WHERE a.by = 'stated'
WITH r, said, confirmation, overdue, verdict, collect(DISTINCT o.key) AS owners, collect(DISTINCT a.chain) AS chains,
     collect(DISTINCT a.key) AS held
RETURN r.key AS responsibility, confirmation AS confirmation, overdue AS overdue, owners AS owners, chains AS chains,
       verdict AS verdict, [said.key] + held AS evidence
