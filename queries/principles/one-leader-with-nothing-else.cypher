/*
title: Does one post answer for all of it, and for nothing else?
severity: info
family: principles
belongs: [subject]
fails_when: >-
  Nobody answers in the line for all of a subject, or nobody can tell who does, or several do, or whoever does answers for
  something else too.
columns:
  subject: {type: key, heading: Subject, identifies: true}
  leads: {type: keys, heading: Answers for all of it}
  number: {type: integer, heading: How many}
  elsewhere: {type: keys, heading: What else they answer for}
  silent: {type: keys, heading: Not known who answers}
  more: {type: texts, heading: Whether there is more besides}
says:
  fail: "{subject} has no one post that answers for all of it and for nothing else. For all of it: {number} ({leads}). Beside it: {elsewhere}."
  unknown: "Whether one post answers for all of {subject} and for nothing else cannot be told. For all of it: {leads}. Not known who answers: {silent}. Whether they have more: {more}."
words: {fail: Not kept, unknown: Cannot be told}
why: A system without one who has all of it and only it is led by nobody, or by somebody whose day belongs to other things.
remedy: Appoint one post below the head for all of it, and give what else it holds to others.
settles: Who answers for the whole, or whether that post has anything else.
limits: >-
  All of a subject is what a responsibility says of itself: where nothing in the model concerns all of it, it cannot be told.
  Two posts that answer for parts of it are not one. The head of the organisation has everything, and so not only this. What
  lies within the subject is not something else. Line chain; a body outside is no post. Asked of any subject, called a
  priority or not; no-dedicated-owner asks of priorities, and accepts a post for a part.
sources: ["timothy-2023#87"]
order: [subject]
version: 1
maturity: first
population_is: Subjects that something concerns, itself or a part of it
population: |-
  MATCH (s:Subject {model: $model})
  WHERE EXISTS { MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility|Process) }
  RETURN count(s.key) AS population
*/
MATCH (s:Subject {model: $model})
WHERE EXISTS { MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility|Process) }
OPTIONAL MATCH (s)<-[:CONCERNS {extent: 'whole'}]-(w:Responsibility|Process)-[:HAS_SLOT]->(asked:Slot {chain: 'line'})
WITH s, count(DISTINCT w.key) AS wholes,
     count(DISTINCT CASE WHEN asked.says_none = false
                          AND (asked.says_redacted OR asked.state = 'open'
                               OR asked.state = 'not_stated' AND asked.known = 0) THEN w.key END) AS unknowns,
     count(DISTINCT CASE WHEN asked.says_none OR asked.says_unclear THEN w.key END) AS nobody
// A unit whose head is not known: which post answers is not told.
OPTIONAL MATCH (s)<-[:CONCERNS {extent: 'whole'}]-(:Responsibility|Process)<-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-
               (u:Unit {outside: false})-[:HAS_SLOT]->(:Slot {name: 'head', says_none: false})
WHERE NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) }
WITH s, wholes, nobody, unknowns, count(DISTINCT u.key) AS no_head
WITH s, wholes, nobody, unknowns + no_head AS unknowns
OPTIONAL MATCH (s)<-[:CONCERNS {extent: 'whole'}]-(:Responsibility|Process)<-[a:ACCOUNTABLE_FOR {chain: 'line'}]-(o:Post)
WHERE a.sharing <> 'divided'
WITH DISTINCT s, wholes, unknowns, nobody, o
OPTIONAL MATCH (o)-[:ACCOUNTABLE_FOR {chain: 'line'}]->(other:Responsibility|Process)-[:HAS_SLOT]->(lies:Slot {name: 'concerns'})
WITH s, wholes, unknowns, nobody, o,
     count(CASE WHEN lies.says_none OR lies.says_unclear THEN other.key END) AS nowhere,
     count(CASE WHEN lies.says_redacted OR lies.state IN ['not_stated', 'open'] THEN other.key END) AS unplaced
OPTIONAL MATCH (o)-[:ACCOUNTABLE_FOR {chain: 'line'}]->(:Responsibility|Process)-[:CONCERNS]->(x:Subject)
WHERE NOT EXISTS { MATCH (x)-[:PART_OF*0..10]->(s) }
WITH s, wholes, unknowns, nobody, o, nowhere, unplaced, count(x.key) AS away
WITH *, CASE WHEN o.key IS NULL THEN 'nobody'
             WHEN o.head OR nowhere + away > 0 OR o.other_responsibilities IN ['known', 'open'] THEN 'no'
             WHEN o.other_responsibilities = 'none' AND unplaced = 0 THEN 'yes'
             ELSE 'maybe' END AS alone
WITH s, wholes, unknowns, nobody, count(DISTINCT o.key) AS number,
     count(CASE WHEN alone = 'yes' THEN o.key END) AS surely, count(CASE WHEN alone = 'maybe' THEN o.key END) AS maybe
WITH *, CASE WHEN number > 1 OR number = 1 AND surely + maybe = 0 OR number = 0 AND nobody > 0 AND unknowns = 0 THEN 'fail'
             WHEN wholes = 0 OR unknowns + maybe > 0 THEN 'unknown'
             WHEN nobody > 0 OR number = 0 THEN 'fail'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
OPTIONAL MATCH (s)<-[c:CONCERNS {extent: 'whole'}]-(w:Responsibility|Process)-[:HAS_SLOT]->(asked:Slot {chain: 'line'})
OPTIONAL MATCH (asked)<-[:HAS_SLOT]-(:Responsibility|Process)<-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-
               (u:Unit {outside: false})-[:HAS_SLOT]->(:Slot {name: 'head', says_none: false})
WHERE NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) }
WITH s, number, verdict, collect(DISTINCT c.key) + collect(DISTINCT asked.key) AS facts,
     collect(DISTINCT CASE WHEN asked.says_none = false
                            AND (asked.says_redacted OR asked.state = 'open' OR u.key IS NOT NULL
                                 OR asked.state = 'not_stated' AND asked.known = 0) THEN w.key END) AS silent
OPTIONAL MATCH (s)<-[:CONCERNS {extent: 'whole'}]-(:Responsibility|Process)<-[a:ACCOUNTABLE_FOR {chain: 'line'}]-(o:Post)
WHERE a.sharing <> 'divided'
OPTIONAL MATCH (o)-[also:ACCOUNTABLE_FOR {chain: 'line'}]->(e:Responsibility|Process)-[away:CONCERNS]->(x:Subject)
WHERE NOT EXISTS { MATCH (x)-[:PART_OF*0..10]->(s) }
OPTIONAL MATCH (o)-[:ACCOUNTABLE_FOR {chain: 'line'}]->(n:Responsibility|Process)-[:HAS_SLOT]->(lies:Slot {name: 'concerns'})
WHERE lies.says_none OR lies.says_unclear OR lies.says_redacted OR lies.state IN ['not_stated', 'open']
WITH s, number, verdict, facts, silent, collect(DISTINCT o.key) AS leads, collect(DISTINCT o.other_responsibilities) AS more,
     collect(DISTINCT e.key) + collect(DISTINCT n.key) AS elsewhere,
     collect(DISTINCT a.key) + collect(DISTINCT also.key) + collect(DISTINCT away.key) + collect(DISTINCT lies.key) AS held
RETURN s.key AS subject, leads AS leads, number AS number, elsewhere AS elsewhere, silent AS silent, more AS more,
       verdict AS verdict, [s.key] + leads + facts + held AS evidence
