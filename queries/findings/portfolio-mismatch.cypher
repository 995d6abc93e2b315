/*
title: Do portfolios line up with groups?
severity: medium
family: structure
fails_when: >-
  A subject is with one minister, and the group that owns it answers to another.
columns:
  subject: {type: key, heading: Subject, identifies: true}
  ministers: {type: keys, heading: With which ministers}
  groups: {type: keys, heading: Owned in which groups}
  group_ministers: {type: keys, heading: To which ministers the groups answer}
  apart: {type: keys, heading: Ministers on one side alone}
  silent_groups: {type: keys, heading: Groups whose minister is not known}
  silent: {type: keys, heading: Parts or owners whose group is not known}
  withheld: {type: yes_no, heading: More ministers may have it}
says:
  fail: "{subject} is with {ministers} among ministers, and in {groups} among groups, which answer to {group_ministers}. On one side alone: {apart}."
  unknown: "Whether ministers and groups line up on {subject} cannot be told. Ministers: {ministers}. Groups: {groups}. Groups whose minister is not known: {silent_groups}. Group not known: {silent}. More ministers may have it: {withheld}."
words: {fail: Does not line up, unknown: We do not know}
why: A minister whose subject is worked on by a group that answers to another minister has to ask a colleague for everything.
remedy: Give the subject to the minister of the group, or move its work to the group of the minister.
settles: To which minister each group answers, which ministers have the subject, and which group owns it.
limits: >-
  Only subjects of which the text says that a minister has them. The minister to whom the whole organisation answers is
  above all of its groups, and cannot be out of line with one; nor does that minister stand in for a group's own. A
  minister who answers to the other is on the same side. What is owned above the groups, or outside, has no group; a
  unit of which it is not told what it is part of may be in any. What
  is about all of a wider subject is about the narrower one too. Ministers in the ministerial chain, groups in the line.
sources:
  - "Ours: one minister for a subject and for the group that owns it"
  - "timothy-2023#36"
  - "timothy-2023#68"
  - "timothy-2023#120"
order: [subject]
version: 1
maturity: first
population_is: Subjects that a minister below the organisation's own has, or of which it is withheld which minister does
population: |-
  OPTIONAL MATCH (:Unit {model: $model, organisation: true})-[:ANSWERS_TO {chain: 'ministerial'}]->(t:Post)
  WITH collect(DISTINCT t.key) AS tops
  MATCH (s:Subject {model: $model})<-[:CONCERNS]-(r:Responsibility)
        -[:HAS_SLOT]->(said:Slot {name: 'accountable', chain: 'ministerial', says_none: false})
  OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'ministerial', by: 'stated'}]-(p:Post)
  WHERE NOT p.key IN tops
  WITH s, count(p.key) AS ministers, count(CASE WHEN said.says_redacted OR said.state = 'open' THEN said.key END) AS more
  WHERE ministers + more > 0
  RETURN count(s) AS population
*/
// The minister of the whole organisation is above all of its groups.
OPTIONAL MATCH (:Unit {model: $model, organisation: true})-[:ANSWERS_TO {chain: 'ministerial'}]->(t:Post)
WITH collect(DISTINCT t.key) AS tops
MATCH (s:Subject {model: $model})<-[about:CONCERNS]-(r:Responsibility)
      -[:HAS_SLOT]->(said:Slot {name: 'accountable', chain: 'ministerial', says_none: false})
OPTIONAL MATCH (r)<-[a:ACCOUNTABLE_FOR {chain: 'ministerial', by: 'stated'}]-(p:Post)
WHERE NOT p.key IN tops
WITH s, count(CASE WHEN said.says_redacted OR said.state = 'open' THEN said.key END) AS more, count(p.key) AS known,
     collect(DISTINCT p.key) AS ministers,
     collect(DISTINCT CASE WHEN p.key IS NOT NULL OR said.says_redacted OR said.state = 'open' THEN about.key END)
       + collect(DISTINCT CASE WHEN p.key IS NOT NULL OR said.says_redacted OR said.state = 'open' THEN said.key END)
       + collect(DISTINCT a.key) AS facts
WHERE known + more > 0
// Which groups own it.
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(r:Responsibility)
               -[:HAS_SLOT]->(asked:Slot {name: 'accountable', chain: 'line'})
WHERE x.key = s.key OR about.extent = 'whole'
WITH *, asked.says_none = false AND (asked.says_redacted OR asked.state = 'open'
                                     OR asked.state = 'not_stated' AND asked.known = 0) AS open_end
WITH s, more, ministers, facts, count(r.key) AS things, collect(DISTINCT CASE WHEN open_end THEN r.key END) AS silent,
     collect(DISTINCT CASE WHEN open_end THEN asked.key END) AS open_slots
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(:Responsibility)
               <-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(lost:Post|Board)-[:HAS_SLOT]->(sits:Slot {name: 'in_unit'})
WHERE (x.key = s.key OR about.extent = 'whole') AND NOT coalesce(lost.head, false)
  AND (sits.state = 'open'
       OR sits.state IN ['not_stated', 'redacted'] AND NOT EXISTS { MATCH (lost)-[:IN_UNIT|HEADS]->(:Unit) })
WITH s, more, ministers, facts, things, silent, open_slots, collect(DISTINCT lost.key) AS lost, collect(DISTINCT sits.key) AS seats
// A unit of which it is not told what it is part of may lie in another group.
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(:Responsibility)
               <-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(adrift:Post|Unit|Board)
               -[:IN_UNIT|HEADS*0..1]->(:Unit)-[:PART_OF*0..10]->(:Unit {organisation: false, outside: false})
               -[:HAS_SLOT]->(lies:Slot {name: 'part_of'})
WHERE (x.key = s.key OR about.extent = 'whole') AND NOT coalesce(adrift.head, false)
  AND lies.state IN ['not_stated', 'redacted', 'open']
WITH s, more, ministers, facts, things, silent, open_slots, lost, seats, collect(DISTINCT adrift.key) AS apart_from,
     collect(DISTINCT lies.key) AS places
WITH *, lost + apart_from AS lost_owners, seats + places AS lost_slots
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(x:Subject)<-[about:CONCERNS]-(:Responsibility)
               <-[a:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(o:Post|Unit|Board)
               -[:IN_UNIT|HEADS*0..1]->(:Unit {outside: false})-[:PART_OF*0..10]->(g:Unit {organisation: false, outside: false})
               -[top:PART_OF]->(:Unit {organisation: true})
WHERE (x.key = s.key OR about.extent = 'whole') AND NOT coalesce(o.head, false)
WITH s, more, ministers, things, silent + lost_owners AS silent, open_slots + lost_slots AS open_slots, facts,
     collect(DISTINCT g.key) AS groups,
     collect(DISTINCT about.key) + collect(DISTINCT a.key) + collect(DISTINCT top.key) AS group_facts
// To which ministers the groups answer.
OPTIONAL MATCH (g:Unit)-[:HAS_SLOT]->(to:Slot {name: 'answers_to', says_none: false})
WHERE g.key IN groups
  AND (to.says_redacted OR to.state = 'open' OR NOT EXISTS { MATCH (g)-[:ANSWERS_TO {chain: 'ministerial'}]->(:Post) })
WITH s, more, ministers, things, silent, open_slots, facts, groups, group_facts, collect(DISTINCT g.key) AS silent_groups,
     collect(DISTINCT to.key) AS silent_slots
OPTIONAL MATCH (g:Unit)-[under:ANSWERS_TO {chain: 'ministerial'}]->(gp:Post)
WHERE g.key IN groups
WITH s, more, ministers, things, silent, open_slots, facts, groups, group_facts, silent_groups, silent_slots,
     collect(DISTINCT gp.key) AS group_ministers, collect(DISTINCT under.key) AS unders
// Ministers of one side who are neither on the other, nor above or below anybody there.
UNWIND ministers + [''] AS one
OPTIONAL MATCH (p:Post)-[:ANSWERS_TO*0..5 {chain: 'ministerial'}]->(q:Post)
WHERE p.key = one AND q.key IN group_ministers
OPTIONAL MATCH (t:Post)-[:ANSWERS_TO*0..5 {chain: 'ministerial'}]->(u:Post)
WHERE u.key = one AND t.key IN group_ministers
OPTIONAL MATCH (:Unit {organisation: true})-[:ANSWERS_TO {chain: 'ministerial'}]->(v:Post)
WHERE v.key IN group_ministers
WITH s, more, ministers, things, silent, open_slots, facts, groups, group_facts, silent_groups, silent_slots,
     group_ministers, unders, one, count(q.key) + count(t.key) + count(v.key) AS matches
WITH s, more, ministers, things, silent, open_slots, facts, groups, group_facts, silent_groups, silent_slots,
     group_ministers, unders, collect(CASE WHEN one <> '' AND matches = 0 THEN one END) AS apart
UNWIND group_ministers + [''] AS one
OPTIONAL MATCH (p:Post)-[:ANSWERS_TO*0..5 {chain: 'ministerial'}]->(q:Post)
WHERE p.key = one AND q.key IN ministers
OPTIONAL MATCH (t:Post)-[:ANSWERS_TO*0..5 {chain: 'ministerial'}]->(u:Post)
WHERE u.key = one AND t.key IN ministers
OPTIONAL MATCH (:Unit {organisation: true})-[:ANSWERS_TO {chain: 'ministerial'}]->(v:Post)
WHERE v.key = one
WITH s, more, ministers, things, silent, open_slots, facts, groups, group_facts, silent_groups, silent_slots,
     group_ministers, unders, apart, one, count(q.key) + count(t.key) + count(v.key) AS matches
WITH s, more, ministers, things, silent, open_slots, facts, groups, group_facts, silent_groups, silent_slots,
     group_ministers, unders, apart, collect(CASE WHEN one <> '' AND matches = 0 THEN one END) AS group_apart
WITH *, CASE WHEN size(groups) > 0 AND size(apart) > 0 AND size(silent) + size(silent_groups) = 0
               OR size(group_apart) > 0 AND more = 0 THEN 'fail'
             WHEN size(groups) = 0 AND things > 0 AND size(silent) = 0 THEN 'pass'
             WHEN size(groups) > 0 AND more = 0 AND size(silent) + size(silent_groups) = 0 THEN 'pass'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN s.key AS subject, ministers AS ministers, groups AS groups, group_ministers AS group_ministers,
       apart + group_apart AS apart, silent_groups AS silent_groups, silent AS silent, more > 0 AS withheld, verdict AS verdict,
       CASE WHEN verdict = 'unknown' THEN [s.key] + facts + group_facts + unders + open_slots + silent_slots
            ELSE [s.key] + facts + group_facts + unders END AS evidence
