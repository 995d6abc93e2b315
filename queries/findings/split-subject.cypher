/*
title: Is a subject spread over groups with no lead below the top?
severity: high
story: subject
family: ownership
fails_when: >-
  Two or more top-level groups own parts of a subject, and no post below the head answers for all of it.
columns:
  subject: {type: key, heading: Subject, identifies: true}
  groups: {type: keys, heading: Groups that own parts}
  number: {type: integer, heading: How many groups}
  owners: {type: keys, heading: Answer for parts of it}
  leads: {type: keys, heading: Lead for all of it}
  unclear: {type: yes_no, heading: Said to be unclear who leads}
  silent: {type: keys, heading: Parts or owners whose group is not known}
  told_under: {type: keys, heading: Narrower subjects with the same finding}
  wider: {type: integer, heading: Wider subjects that are split with it}
says:
  fail: "{subject} is split over {number} groups ({groups}), and no post below the head answers for all of it."
  unknown: "Whether {subject} is split cannot be told: known groups {groups}; not placed: {silent}."
  info: "{subject} is spread over {groups}. Lead for all of it: {leads}. Told under: {told_under}."
words: {fail: Split, unknown: We do not know, info: Spread}
thresholds:
  groups: {default: 2, authority: "Ours: one group is no split"}
why: >-
  A subject spread over commands without a lead has as many policies as commands, and its gaps lie where they meet.
remedy: Name a lead below the head for all of it, or bring its parts into one group.
settles: Which group owns the parts that are not placed, or whether a post answers for the whole.
limits: >-
  Only what the model says is part of the subject, or concerns it, counts. A subject spread over bodies with a named
  lead is no fault and is shown for information; a lead of something wider, or a body outside by its name, is a lead.
  Where the source says that nobody leads, or that it is not clear who does, there is none. Accountability in the line
  chain. The head and the organisation itself are above the groups, and bodies outside are not groups.
  One owner who is in two groups does not split a subject.
sources: ["timothy-2023#46", "timothy-2023#68", "timothy-2023#69", "timothy-2023#78", "timothy-2023#116"]
order: [-number, subject]
version: 1
maturity: first
population_is: Subjects that any responsibility concerns, itself or a part of it
population: >-
  MATCH (part:Subject {model: $model})-[:PART_OF*0..10]->(s:Subject)
  MATCH (:Responsibility)-[:CONCERNS]->(part)
  RETURN count(DISTINCT s.key) AS population
*/
MATCH (s:Subject {model: $model})
// Who answers for all of it, or for all of something wider: a post below the head, or a body outside by its name.
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(:Subject)<-[:CONCERNS {extent: 'whole'}]-(w:Responsibility)
               -[:HAS_SLOT]->(said:Slot {name: 'accountable', chain: 'line'})
OPTIONAL MATCH (w)<-[leads:ACCOUNTABLE_FOR {chain: 'line'}]-(lead:Post|Unit)
WHERE leads.sharing <> 'divided' AND said.says_none = false AND (lead.head = false OR lead.outside = true)
OPTIONAL MATCH (w)<-[has:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(u:Unit {organisation: false, outside: false})
WHERE has.sharing <> 'divided' AND NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) }
WITH s, count(lead.key) AS led, count(CASE WHEN said.says_unclear THEN w.key END) AS unclear,
     count(CASE WHEN said.says_none = false
                 AND (said.says_redacted OR said.state = 'open' OR u.key IS NOT NULL
                      OR said.state = 'not_stated' AND said.known = 0) THEN w.key END) AS perhaps_led
// In which groups those are who answer for a part. Those above the groups, and bodies outside, own no part of it.
MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(r:Responsibility)
OPTIONAL MATCH (r)-[:HAS_SLOT]->(asked:Slot {name: 'accountable', chain: 'line', says_none: false})
WHERE asked.says_redacted OR asked.state = 'open' OR asked.state = 'not_stated' AND asked.known = 0
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(lost:Post|Board)
               -[:HAS_SLOT]->(sits:Slot {name: 'in_unit'})
WHERE NOT coalesce(lost.head, false)
  AND (sits.state = 'open'
       OR sits.state IN ['not_stated', 'redacted'] AND NOT EXISTS { MATCH (lost)-[:IN_UNIT|HEADS]->(:Unit) })
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(o:Post|Unit|Board)
               -[:IN_UNIT|HEADS*0..1]->(home:Unit {outside: false})-[:PART_OF*0..10]->(g:Unit {organisation: false, outside: false})
WHERE NOT coalesce(o.head, false)
OPTIONAL MATCH (g)-[:PART_OF]->(top:Unit {organisation: true})
OPTIONAL MATCH (g)-[:HAS_SLOT]->(lies:Slot {name: 'part_of'})
WHERE lies.state IN ['not_stated', 'redacted', 'open']
WITH s, led, unclear, perhaps_led, count(DISTINCT CASE WHEN top.key IS NOT NULL THEN g.key END) AS number,
     count(DISTINCT CASE WHEN top.key IS NOT NULL THEN o.key END) AS owners,
     count(DISTINCT asked.key) + count(DISTINCT sits.key) + count(DISTINCT lies.key) AS unknowns
WITH *, CASE WHEN owners < number THEN owners ELSE number END AS parts
WITH *, CASE WHEN parts >= $groups THEN CASE WHEN led > 0 THEN 'info' WHEN perhaps_led > 0 THEN 'unknown' ELSE 'fail' END
             WHEN parts + unknowns >= $groups AND led = 0 THEN 'unknown'
             ELSE 'pass' END AS found
// The deepest subject is reported; those around it, which are split with it, are told under it, and counted.
WITH collect({subject: s.key, found: found, unclear: unclear > 0, number: number}) AS all_rows,
     collect(CASE WHEN found = 'fail' THEN s.key END) AS failing
UNWIND all_rows AS row
MATCH (s:Subject)
WHERE s.key = row.subject
OPTIONAL MATCH (narrower:Subject)-[:PART_OF*1..10]->(s)
WHERE narrower.key IN failing
OPTIONAL MATCH (s)-[:PART_OF*1..10]->(around:Subject)
WHERE around.key IN failing
WITH s, row.found AS found, row.unclear AS unclear, row.number AS number, collect(DISTINCT narrower.key) AS told_under,
     count(DISTINCT around.key) AS wider
WITH *, CASE WHEN size(told_under) > 0 THEN 'info' ELSE found END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[about:CONCERNS]-(r:Responsibility)
OPTIONAL MATCH (r)-[:HAS_SLOT]->(asked:Slot {name: 'accountable', chain: 'line'})
OPTIONAL MATCH (r)<-[a:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(owner:Post|Unit|Board)
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(seated:Post|Board)-[seat:IN_UNIT|HEADS]->(:Unit)
WHERE NOT coalesce(seated.head, false)
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(lost:Post|Board)
               -[:HAS_SLOT]->(sits:Slot {name: 'in_unit'})
WHERE NOT coalesce(lost.head, false)
  AND (sits.state = 'open'
       OR sits.state IN ['not_stated', 'redacted'] AND NOT EXISTS { MATCH (lost)-[:IN_UNIT|HEADS]->(:Unit) })
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(o:Post|Unit|Board)
               -[:IN_UNIT|HEADS*0..1]->(:Unit {outside: false})-[:PART_OF*0..10]->(g:Unit {organisation: false, outside: false})
WHERE NOT coalesce(o.head, false)
OPTIONAL MATCH (g)-[up:PART_OF]->(over:Unit)
OPTIONAL MATCH (g)-[:HAS_SLOT]->(lies:Slot {name: 'part_of'})
WHERE lies.state IN ['not_stated', 'redacted', 'open']
WITH s, verdict, unclear, number, told_under, wider, collect(DISTINCT owner.key) AS owners,
     collect(DISTINCT CASE WHEN over.organisation THEN g.key END) AS groups,
     collect(DISTINCT CASE WHEN asked.says_none = false
                            AND (asked.says_redacted OR asked.state = 'open'
                                 OR asked.state = 'not_stated' AND asked.known = 0) THEN r.key END)
       + collect(DISTINCT lost.key) + collect(DISTINCT CASE WHEN lies.key IS NOT NULL THEN o.key END) AS silent,
     collect(DISTINCT about.key) + collect(DISTINCT asked.key) + collect(DISTINCT a.key) + collect(DISTINCT seat.key)
       + collect(DISTINCT sits.key) + collect(DISTINCT up.key) + collect(DISTINCT lies.key) AS facts
OPTIONAL MATCH (s)<-[:PART_OF*0..9]-(:Subject)<-[inside:PART_OF]-(below:Subject)
WHERE EXISTS { MATCH (below)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility) }
WITH s, verdict, unclear, number, told_under, wider, owners, groups, silent, facts, collect(DISTINCT inside.key) AS edges
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(:Subject)<-[whole:CONCERNS {extent: 'whole'}]-(w:Responsibility)
               -[:HAS_SLOT]->(said:Slot {name: 'accountable', chain: 'line'})
OPTIONAL MATCH (w)<-[leads:ACCOUNTABLE_FOR {chain: 'line'}]-(lead:Post|Unit)
WHERE leads.sharing <> 'divided' AND said.says_none = false AND (lead.head = false OR lead.outside = true)
  AND (leads.by = 'stated'
       OR NOT EXISTS { MATCH (lead)-[b:ACCOUNTABLE_FOR]->(w) WHERE b.by = 'stated' AND b.chain = 'line' })
OPTIONAL MATCH (w)<-[has:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(:Unit {outside: false})
OPTIONAL MATCH (s)-[:PART_OF*0..9]->(:Subject)-[rises:PART_OF]->(:Subject)-[:PART_OF*0..9]->(:Subject)
               <-[:CONCERNS {extent: 'whole'}]-(w)
WITH s, verdict, unclear, number, told_under, wider, owners, groups, silent, facts + edges AS facts,
     collect(DISTINCT lead.key) AS leads,
     collect(DISTINCT whole.key) + collect(DISTINCT said.key) + collect(DISTINCT has.key) + collect(DISTINCT leads.key)
       + collect(DISTINCT CASE WHEN lead.key IS NOT NULL THEN rises.key END) AS lead_facts
RETURN s.key AS subject, groups AS groups, number AS number, owners AS owners, leads AS leads, unclear AS unclear,
       silent AS silent, told_under AS told_under, wider AS wider, verdict AS verdict,
       [s.key] + facts + lead_facts AS evidence
