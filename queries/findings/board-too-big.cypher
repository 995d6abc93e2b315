/*
title: Are too many at the table?
severity: medium
family: governance
fails_when: More people attend a board that decides than the limit allows.
columns:
  board: {type: key, heading: Board, identifies: true}
  decides: {type: text, heading: Does it decide}
  attendance: {type: text, heading: What the source says of attendance}
  at_least: {type: integer, heading: At least that many attend}
  at_most: {type: integer, heading: At most that many attend}
  allowed: {type: integer, heading: Limit}
  members: {type: integer, heading: Members named}
says:
  fail: "{board} decides, and at least {at_least} attend. The limit is {allowed}."
  unknown: "Whether {board} is too big cannot be told. Attendance: {attendance}, at least {at_least}, at most {at_most}. Does it decide: {decides}. The limit is {allowed}."
words: {fail: Too big, unknown: We do not know}
thresholds:
  limit: {default: 10, authority: "timothy-2023#41, for one board; taken here for every board that decides", unit: people}
why: Where many sit at a table, each matter gets a few minutes, and nobody is pressed for an answer.
remedy: Keep a small permanent membership, invite others for one item only, and send the rest the papers.
settles: How many attend as a rule, or whether the board decides anything.
limits: >-
  Those who attend count, not those named as members, since not every member comes and others are invited; named
  members are shown. A board that does not decide may be any size. Left out is a board of which the source says
  neither that it decides nor anything about how many attend.
sources: ["timothy-2023#40", "timothy-2023#41"]
order: [-at_least, board]
version: 1
maturity: first
population_is: Boards that decide, or of whose attendance the source speaks, apart from those said not to decide
population: |-
  MATCH (b:Board {model: $model})
  WHERE b.decides <> 'no'
  OPTIONAL MATCH (b)-[:HAS_SLOT]->(said:Slot {name: 'attendance'})
  WITH b, said
  WHERE b.decides = 'yes' OR said.state <> 'not_stated' OR size(said.cites) > 0
  RETURN count(b) AS population
*/
MATCH (b:Board {model: $model})
WHERE b.decides <> 'no'
OPTIONAL MATCH (b)-[:HAS_SLOT]->(said:Slot {name: 'attendance'})
WITH b, said
WHERE b.decides = 'yes' OR said.state <> 'not_stated' OR size(said.cites) > 0
OPTIONAL MATCH (m:Post|Unit|Person)-[:MEMBER_OF]->(b)
WITH b, said, count(DISTINCT m.key) AS members
// A number that is only proposed, or was true once, has no slot and is not counted.
WITH b, said, members, coalesce(said.state, 'not_stated') AS attendance,
     CASE WHEN said.state IN ['known', 'open'] THEN b.attendance_at_least END AS low,
     CASE WHEN said.state = 'known' THEN b.attendance_at_most END AS high
WITH *, CASE WHEN attendance = 'none' OR high <= $limit THEN 'pass'
             WHEN b.decides = 'yes' AND low > $limit THEN 'fail'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN b.key AS board, b.decides AS decides, attendance AS attendance, low AS at_least, high AS at_most,
       $limit AS allowed, members AS members, verdict AS verdict, [b.key, said.key] AS evidence
