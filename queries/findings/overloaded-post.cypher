/*
title: Who carries most?
severity: info
family: ownership
fails_when: Never. It lists the posts that answer for several things, those with most first within a grade.
columns:
  post: {type: key, heading: Post, identifies: true}
  grade: {type: text, heading: Grade}
  grade_rank: {type: integer, heading: Rank of the grade}
  number: {type: integer, heading: Answers for at least}
  holds: {type: keys, heading: What it answers for}
  of_which_inferred: {type: integer, heading: Of which as head of a unit (inferred)}
  more: {type: text, heading: Are there others}
says:
  info: "{post} answers for at least {number}: {holds}. Whether there are others: {more}."
words: {info: Load}
thresholds:
  at_least: {default: 2, authority: "Ours: one is not a load"}
why: A post that answers for many things gives each of them a share of its time; what is urgent takes it from what matters.
remedy: Move or divide some of them, or give the post a deputy for them.
limits: >-
  A count says nothing about weight. It is at least this number wherever the source does not give the whole list, and
  a post that has one thing "among others" is listed. Responsibilities and whole processes count, each once.
sources: ["timothy-2023#69", "timothy-2023#89"]
order: [grade_rank, -number, post]
version: 1
maturity: first
population_is: Posts that answer for a responsibility or a process in the line chain
population: >-
  MATCH (p:Post)-[:ACCOUNTABLE_FOR {model: $model, chain: 'line'}]->(:Responsibility|Process)
  RETURN count(DISTINCT p.key) AS population
*/
MATCH (p:Post)-[a:ACCOUNTABLE_FOR {model: $model, chain: 'line'}]->(r:Responsibility|Process)
WHERE a.by = 'stated'
   OR NOT EXISTS { MATCH (p)-[b:ACCOUNTABLE_FOR]->(r) WHERE b.by = 'stated' AND b.chain = 'line' }
WITH p, collect(DISTINCT r.key) AS holds, collect(DISTINCT a.key) AS held, count(DISTINCT r.key) AS number,
     count(DISTINCT CASE WHEN a.by = 'head' THEN r.key END) AS inferred
WITH *, CASE WHEN p.other_responsibilities IN ['known', 'open'] THEN 1 ELSE 0 END AS others
WITH *, CASE WHEN number + others >= $at_least THEN 'info' ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN p.key AS post, p.grade AS grade, p.grade_rank AS grade_rank, number AS number, holds AS holds,
       inferred AS of_which_inferred,
       CASE WHEN p.other_responsibilities = 'none' THEN 'no'
            WHEN p.other_responsibilities IN ['known', 'open'] THEN 'yes'
            WHEN p.other_responsibilities = 'unclear' THEN 'not clear'
            ELSE p.other_responsibilities END AS more,
       verdict AS verdict, [p.key] + held AS evidence
