/*
title: Will it stop?
severity: low
family: structure
fails_when: >-
  The source says that a team that was set up for a time has no end date, or nobody who works on it full time.
columns:
  unit: {type: key, heading: Team, identifies: true}
  end_date: {type: text, heading: Its end}
  ends_with: {type: keys, heading: Ends with}
  staff: {type: text, heading: Full-time staff}
  staffed_by: {type: keys, heading: Staffed by}
  missing: {type: texts, heading: What it lacks}
says:
  fail: "{unit} was set up for a time, and has {missing}: the source says so."
  unknown: "{unit} was set up for a time. Whether it has an end and staff of its own cannot be told. End: {end_date}. Full-time staff: {staff}."
  info: "{unit} was set up for a time. Its end or its staff are not clear to the people concerned: the source says so. End: {end_date}. Full-time staff: {staff}."
words: {fail: Open end, unknown: We do not know, info: Not clear}
why: >-
  A team without an end becomes one more unit, and one whose people have another job comes second to that job.
remedy: Set the day or the decision with which it ends, say where its work goes, and move people to it full time until then.
settles: When or with what decision the team ends, and who works on it full time.
limits: >-
  Only units that the model says were set up for a time. Whoever the source names as the team's staff counts as working
  on it full time. An end that is a decision to come counts as an end. What is not known does not hide what is missing.
sources: ["timothy-2023#16"]
order: [unit]
version: 1
maturity: first
population_is: Units that were set up for a time
population: "MATCH (u:Unit {model: $model, time_limited: true}) RETURN count(u) AS population"
*/
MATCH (u:Unit {model: $model, time_limited: true})-[:HAS_SLOT]->(e:Slot {name: 'end_date'})
MATCH (u)-[:HAS_SLOT]->(s:Slot {name: 'staffing'})
OPTIONAL MATCH (u)-[stops:ENDS_WITH]->(d:Decision)
WITH u, e, s, collect(DISTINCT d.key) AS ends_with, collect(DISTINCT stops.key) AS stops
OPTIONAL MATCH (u)-[has:STAFFED_BY]->(p:Unit|Post)
WITH u, e, s, ends_with, stops, collect(DISTINCT p.key) AS staffed_by, collect(DISTINCT has.key) AS staff
// A whole list in which there is nothing says that there is nothing; a decision to come is not there yet.
WITH *, CASE WHEN u.until_state = 'known' THEN 'known'
             WHEN e.says_none OR e.complete AND e.state = 'not_stated' AND e.known + e.gone = 0 THEN 'none'
             WHEN e.known + e.gone > 0 THEN 'known' ELSE e.state END AS end_state,
     CASE WHEN s.says_none OR s.complete AND s.state = 'not_stated' AND s.known = 0 THEN 'none'
          WHEN s.known > 0 THEN 'known' ELSE s.state END AS staff_state
WITH *, CASE WHEN end_state = 'none' OR staff_state = 'none' THEN 'fail'
             WHEN end_state IN ['not_stated', 'redacted', 'open'] OR staff_state IN ['not_stated', 'redacted', 'open'] THEN 'unknown'
             WHEN end_state = 'unclear' OR staff_state = 'unclear' THEN 'info'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN u.key AS unit, end_state AS end_date, ends_with AS ends_with, staff_state AS staff, staffed_by AS staffed_by,
       [CASE WHEN end_state = 'none' THEN 'no end' ELSE '' END,
        CASE WHEN staff_state = 'none' THEN 'nobody who works on it full time' ELSE '' END] AS missing,
       verdict AS verdict,
       CASE WHEN verdict = 'fail' THEN [u.key, CASE WHEN end_state = 'none' THEN e.key ELSE '' END,
                                        CASE WHEN staff_state = 'none' THEN s.key ELSE '' END]
            ELSE [u.key, e.key, s.key] + stops + staff END AS evidence
