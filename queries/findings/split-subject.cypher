/*
title: Is a subject spread over groups with no lead below the top?
severity: high
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
MATCH (s:Subject {model: $model})<-[:PART_OF*0..10]-(:Subject)<-[about:CONCERNS]-(r:Responsibility)
OPTIONAL MATCH (r)-[:HAS_SLOT]->(slot:Slot {name: 'accountable', chain: 'line'})
WITH s, collect(DISTINCT about.key) + collect(DISTINCT slot.key) AS facts,
     collect(DISTINCT CASE WHEN NOT slot.says_none
                            AND (slot.says_redacted OR slot.state = 'open'
                                 OR slot.state = 'not_stated' AND slot.known = 0) THEN r.key END) AS no_owner
OPTIONAL MATCH (s)<-[:PART_OF*0..9]-(:Subject)<-[inside:PART_OF]-(below:Subject)
WHERE EXISTS { MATCH (below)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility) }
WITH s, facts, no_owner, collect(DISTINCT inside.key) AS edges
// Who answers for a part, and in which group each of them is. Those above the groups own no part of it.
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility)
               <-[a:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(o:Post|Unit|Board)
WITH s, facts, no_owner, edges, collect(DISTINCT o.key) AS owners, collect(DISTINCT a.key) AS held
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility)
               <-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(seated:Post|Board)-[seat:IN_UNIT|HEADS]->(:Unit)
WHERE NOT coalesce(seated.head, false)
WITH s, facts, no_owner, edges, owners, held, collect(DISTINCT seat.key) AS seats
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility)
               <-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(lost:Post|Board)-[:HAS_SLOT]->(sits:Slot {name: 'in_unit'})
WHERE NOT coalesce(lost.head, false)
  AND (sits.state = 'open'
       OR sits.state IN ['not_stated', 'redacted'] AND NOT EXISTS { MATCH (lost)-[:IN_UNIT|HEADS]->(:Unit) })
WITH s, facts, no_owner, edges, owners, held, seats, collect(DISTINCT lost.key) AS no_seat,
     collect(DISTINCT sits.key) AS seat_slots
OPTIONAL MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(:Responsibility)
               <-[:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(placed:Post|Unit|Board)
               -[:IN_UNIT|HEADS*0..1]->(home:Unit)-[:PART_OF*0..10]->(g:Unit {organisation: false, outside: false})
WHERE NOT coalesce(placed.head, false)
OPTIONAL MATCH (g)-[up:PART_OF]->(over:Unit)
OPTIONAL MATCH (g)-[:HAS_SLOT]->(lies:Slot {name: 'part_of'})
WITH *, lies.state IN ['not_stated', 'redacted', 'open'] AS no_place
WITH s, facts, no_owner, edges, owners, held, no_seat, seats + seat_slots AS seats,
     collect(DISTINCT CASE WHEN over.organisation AND NOT home.outside THEN g.key END) AS groups,
     collect(DISTINCT CASE WHEN no_place THEN placed.key END) AS no_place,
     collect(DISTINCT up.key) + collect(DISTINCT CASE WHEN no_place THEN lies.key END) AS ups
WITH s, facts, no_owner, edges, owners, held, groups, no_seat + no_place AS no_group, seats + ups AS places
// Who answers for all of it, or for all of something wider: a post below the head, or a body outside by its name.
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(:Subject)<-[whole:CONCERNS {extent: 'whole'}]-(w:Responsibility)
               -[:HAS_SLOT]->(said:Slot {name: 'accountable', chain: 'line'})
OPTIONAL MATCH (w)<-[leads:ACCOUNTABLE_FOR {chain: 'line'}]-(lead:Post|Unit)
WHERE leads.sharing <> 'divided' AND NOT said.says_none AND (lead.head = false OR lead.outside = true)
  AND (leads.by = 'stated'
       OR NOT EXISTS { MATCH (lead)-[b:ACCOUNTABLE_FOR]->(w) WHERE b.by = 'stated' AND b.chain = 'line' })
OPTIONAL MATCH (w)<-[has:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]-(u:Unit {organisation: false, outside: false})
WHERE has.sharing <> 'divided' AND NOT EXISTS { MATCH (:Post)-[:HEADS]->(u) }
WITH s, facts, no_owner, edges, owners, held, groups, places, no_group,
     collect(DISTINCT lead.key) AS leads, collect(DISTINCT leads.key) AS lead_facts,
     collect(DISTINCT whole.key) + collect(DISTINCT said.key) + collect(DISTINCT has.key) AS lead_slots,
     count(CASE WHEN said.says_unclear THEN w.key END) AS unclear,
     count(CASE WHEN NOT said.says_none
                 AND (said.says_redacted OR said.state = 'open' OR u.key IS NOT NULL
                      OR said.state = 'not_stated' AND said.known = 0) THEN w.key END) AS silent_leads
OPTIONAL MATCH (s)-[:PART_OF*0..9]->(:Subject)-[rises:PART_OF]->(t:Subject)
WHERE size(leads) > 0 AND EXISTS { MATCH (t)-[:PART_OF*0..9]->(:Subject)<-[:CONCERNS {extent: 'whole'}]-(:Responsibility) }
WITH s, facts, no_owner, edges, owners, held, groups, places, no_group, leads, lead_facts, lead_slots, unclear,
     silent_leads, collect(DISTINCT rises.key) AS rises
WITH *, no_owner + no_group AS silent
WITH *, CASE WHEN size(groups) < $groups AND size(leads) = 0 AND size(groups) + size(silent) >= $groups THEN 'unknown'
             WHEN size(groups) < $groups THEN 'pass'
             WHEN size(leads) > 0 THEN 'info'
             WHEN silent_leads > 0 THEN 'unknown'
             ELSE 'fail' END AS found
WITH collect({subject: s.key, groups: groups, owners: owners, leads: leads, silent: silent, unclear: unclear > 0,
              found: found,
              facts: [s.key] + facts + edges + held + places + lead_facts + lead_slots + rises}) AS all_rows,
     collect(CASE WHEN found = 'fail' THEN s.key END) AS failing
UNWIND all_rows AS row
// The deepest subject is reported; those around it are told under it, and counted.
OPTIONAL MATCH (narrower:Subject)-[:PART_OF*1..10]->(above:Subject)
WHERE above.key = row.subject AND narrower.key IN failing
WITH row, failing, collect(DISTINCT narrower.key) AS told_under
OPTIONAL MATCH (below:Subject)-[:PART_OF*1..10]->(wider:Subject)
WHERE below.key = row.subject AND wider.key IN failing
WITH row, told_under, count(DISTINCT wider.key) AS wider
WITH *, CASE WHEN row.found = 'fail' AND size(told_under) > 0 THEN 'info' ELSE row.found END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN row.subject AS subject, row.groups AS groups, size(row.groups) AS number, row.owners AS owners,
       row.leads AS leads, row.unclear AS unclear, row.silent AS silent, told_under AS told_under, wider AS wider,
       verdict AS verdict, row.facts AS evidence
