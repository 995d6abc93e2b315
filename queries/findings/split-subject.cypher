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
  silent: {type: keys, heading: Parts whose group is not known}
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
  Only what the model says is part of the subject, or concerns it, counts. A subject whose parts are divided among
  bodies with a named lead is no fault and is shown for information. Accountability in the line chain; outside
  bodies are not groups.
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
MATCH (part:Subject)-[:PART_OF*0..10]->(s)
MATCH (r:Responsibility)-[about:CONCERNS]->(part)
OPTIONAL MATCH (r)-[:HAS_SLOT]->(slot:Slot {name: 'accountable', chain: 'line'})
OPTIONAL MATCH (owner:Post|Unit|Board)-[a:ACCOUNTABLE_FOR {chain: 'line', by: 'stated'}]->(r)
OPTIONAL MATCH (owner)-[:IN_UNIT|HEADS]->(home:Unit)
WITH s, r, about, slot, owner, a, coalesce(home.key, owner.key) AS base
OPTIONAL MATCH (u:Unit)-[:PART_OF*0..10]->(g:Unit)-[:PART_OF]->(:Unit {organisation: true})
WHERE u.key = base
OPTIONAL MATCH (v:Unit)-[:PART_OF*0..10]->(root:Unit)
WHERE v.key = base AND (root.organisation OR root.outside)
WITH s, collect(DISTINCT g.key) AS groups, collect(DISTINCT owner.key) AS owners, collect(DISTINCT about.key) AS abouts,
     collect(DISTINCT a.key) AS held, collect(DISTINCT slot.key) AS slots,
     collect(DISTINCT CASE WHEN slot.state = 'open' OR owner.key IS NULL AND slot.state IN ['not_stated', 'redacted']
                           THEN r.key END) AS no_owner,
     collect(DISTINCT CASE WHEN root.key IS NULL AND owner.key IS NOT NULL THEN owner.key END) AS no_place
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(whole:Subject)<-[all_of:CONCERNS {extent: 'whole'}]-(w:Responsibility)
OPTIONAL MATCH (w)-[:HAS_SLOT]->(ws:Slot {name: 'accountable', chain: 'line'})
OPTIONAL MATCH (lead:Post {head: false})-[leads:ACCOUNTABLE_FOR {chain: 'line'}]->(w)
WHERE leads.sharing <> 'divided'
WITH s, groups, owners, abouts, held, slots, no_owner + no_place AS silent, collect(DISTINCT lead.key) AS lead_keys,
     collect(DISTINCT leads.key) AS lead_facts, collect(DISTINCT ws.key) AS lead_slots,
     count(CASE WHEN lead.key IS NULL AND ws.state IN ['not_stated', 'redacted', 'open'] THEN w.key END) AS silent_leads
WITH s, groups, owners, lead_keys, silent, [s.key] + abouts + held + slots + lead_facts + lead_slots AS facts,
     CASE WHEN size(lead_keys) > 0 AND size(groups) >= $groups THEN 'info'
          WHEN size(lead_keys) > 0 THEN 'pass'
          WHEN size(groups) >= $groups AND silent_leads > 0 THEN 'unknown'
          WHEN size(groups) >= $groups THEN 'fail'
          WHEN size(groups) + size(silent) >= $groups THEN 'unknown'
          ELSE 'pass' END AS found
WITH collect({subject: s.key, groups: groups, owners: owners, leads: lead_keys, silent: silent, found: found,
              facts: facts}) AS all_rows,
     collect(CASE WHEN found = 'fail' THEN s.key END) AS failing
UNWIND all_rows AS row
OPTIONAL MATCH (narrower:Subject)-[:PART_OF*1..10]->(above:Subject)
WHERE above.key = row.subject AND narrower.key IN failing
OPTIONAL MATCH (below:Subject)-[:PART_OF*1..10]->(wider:Subject)
WHERE below.key = row.subject AND wider.key IN failing
WITH row, collect(DISTINCT narrower.key) AS told_under, count(DISTINCT wider.key) AS wider
WITH row, told_under, wider,
     CASE WHEN row.found = 'fail' AND size(told_under) > 0 THEN 'info' ELSE row.found END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN row.subject AS subject, row.groups AS groups, size(row.groups) AS number, row.owners AS owners,
       row.leads AS leads, row.silent AS silent, told_under AS told_under, wider AS wider, verdict AS verdict,
       row.facts AS evidence
