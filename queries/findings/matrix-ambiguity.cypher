/*
title: Does the matrix say who decides?
severity: high
family: structure
fails_when: >-
  A subject has a lead across commands and heads of commands with parts of it, and the source says that nobody's word
  goes before the other's.
columns:
  subject: {type: key, heading: Subject, identifies: true}
  leads: {type: keys, heading: Lead across commands}
  heads: {type: keys, heading: Have a part of it in their own command}
  precedence: {type: text, heading: Whose word goes first}
  named: {type: keys, heading: Named as deciding}
  also_unclear: {type: yes_no, heading: Also said to be unclear}
  silent: {type: keys, heading: Parts whose owner is not known}
  line_unknown: {type: keys, heading: Owners whose line is not known}
says:
  fail: "{subject} has a lead across commands ({leads}) and heads with parts of it ({heads}), and nobody's word goes before the other's: the source says so."
  unknown: "Whose word goes first in {subject} cannot be told. Lead across commands: {leads}. Heads with parts of it: {heads}. Owner not known: {silent}. Line not known: {line_unknown}."
  info: "Whose word goes first in {subject} is not clear to the people concerned: the source says so. Lead across commands: {leads}. Heads with parts of it: {heads}."
words: {fail: Nobody decides, unknown: We do not know, info: Not clear}
why: >-
  Where a lead and the head of a command disagree and nobody's word goes first, the one with the staff gets it, or it
  goes to the top, or it waits.
remedy: Write down for each such subject whether the lead or the head of the command decides, and in what.
settles: A statement of whose word goes first; or who answers for the parts without a known owner, and to whom they report.
limits: >-
  Who leads across commands is taken from what the model says of each accountability; every other one is of a command.
  A head who reports to the lead, or to whom the lead reports, is no rival, nor is the head of the organisation, nor a
  body outside; a unit that is not marked as outside counts as inside, whatever it is part of. Precedence that is not
  declared is not known, whatever people do. Line chain.
sources: ["timothy-2023#14", "timothy-2023#71", "timothy-2023#81", "timothy-2023#88"]
order: [subject]
version: 1
maturity: first
population_is: Subjects with a lead across commands, in the line chain
population: |-
  MATCH (s:Subject {model: $model})<-[:CONCERNS]-(:Responsibility)
        <-[:ACCOUNTABLE_FOR {chain: 'line', axis: 'horizontal'}]-(l:Post|Unit|Board)
  WHERE NOT coalesce(l.head, false) AND NOT EXISTS { MATCH (:Post)-[:HEADS]->(l) }
    AND (EXISTS { MATCH (l)-[:IN_UNIT|HEADS*0..1]->(:Unit {outside: false}) }
         OR NOT EXISTS { MATCH (l)-[:IN_UNIT|HEADS*0..1]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) })
  RETURN count(DISTINCT s.key) AS population
*/
OPTIONAL MATCH (h:Post {model: $model, head: true})
OPTIONAL MATCH (h)-[:REPORTS_TO*1..20 {kind: 'line'}]->(x:Post)
WITH collect(DISTINCT h.key) + collect(DISTINCT x.key) AS high
MATCH (s:Subject {model: $model})<-[:CONCERNS]-(:Responsibility)
      <-[:ACCOUNTABLE_FOR {chain: 'line', axis: 'horizontal'}]-(l:Post|Unit|Board)
WHERE NOT coalesce(l.head, false) AND NOT EXISTS { MATCH (:Post)-[:HEADS]->(l) }
  AND (EXISTS { MATCH (l)-[:IN_UNIT|HEADS*0..1]->(:Unit {outside: false}) }
       OR NOT EXISTS { MATCH (l)-[:IN_UNIT|HEADS*0..1]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) })
WITH high, s, collect(DISTINCT l.key) AS leads
// What is about the subject, a part of it, or all of something wider.
MATCH (s)<-[:PART_OF*0..10]-(:Subject)<-[:CONCERNS]-(part:Responsibility)
OPTIONAL MATCH (s)-[:PART_OF*1..10]->(:Subject)<-[:CONCERNS {extent: 'whole'}]-(wider:Responsibility)
WITH high, s, leads, collect(DISTINCT part.key) + collect(DISTINCT wider.key) AS things
UNWIND things AS thing
MATCH (r:Responsibility)-[:HAS_SLOT]->(asked:Slot {name: 'accountable', chain: 'line'})
WHERE r.key = thing
// Whose line is not known all the way, so that one may be under the other; and who is said to go before nobody.
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line'}]-(o:Post {head: false})-[:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post)
               -[:HAS_SLOT]->(line:Slot {name: 'reports_to'})
WHERE NOT m.key IN high
  AND (line.state = 'open' OR line.state IN ['known', 'not_stated', 'redacted']
                              AND NOT EXISTS { MATCH (m)-[:REPORTS_TO {kind: 'line'}]->(:Post) })
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line'}]-(quiet:Post)-[:HAS_SLOT]->(mute:Slot {name: 'precedes_over', says_none: true})
WITH high, s, leads, things, collect(DISTINCT o.key) AS loose, collect(DISTINCT line.key) AS lines,
     collect(DISTINCT quiet.key) AS humble, collect(DISTINCT mute.key) AS mutes,
     collect(DISTINCT CASE WHEN asked.says_none = false
                            AND (asked.says_redacted OR asked.state = 'open' OR asked.state = 'not_stated' AND asked.known = 0)
                           THEN r.key END) AS silent
// Each lead with each head of a command who is neither above nor below, and of whom no post goes before the other.
UNWIND leads AS lead
MATCH (l:Post|Unit|Board)
WHERE l.key = lead
UNWIND things AS thing
MATCH (r:Responsibility)
WHERE r.key = thing
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line', axis: 'vertical'}]-(v:Post|Unit|Board)
WHERE v.key <> l.key AND NOT coalesce(v.head, false) AND NOT EXISTS { MATCH (:Post)-[:HEADS]->(v) }
  AND (EXISTS { MATCH (v)-[:IN_UNIT|HEADS*0..1]->(:Unit {outside: false}) }
       OR NOT EXISTS { MATCH (v)-[:IN_UNIT|HEADS*0..1]->(:Unit)-[:PART_OF*0..10]->(:Unit {outside: true}) })
  AND NOT EXISTS { MATCH (v)-[:REPORTS_TO*1..20 {kind: 'line'}]->(m:Post) WHERE m.key = l.key }
  AND NOT EXISTS { MATCH (l)-[:REPORTS_TO*1..20 {kind: 'line'}]->(m:Post) WHERE m.key = v.key }
  AND NOT EXISTS { MATCH (v)-[:PRECEDES_OVER]->(m:Post) WHERE m.key = l.key }
  AND NOT EXISTS { MATCH (l)-[:PRECEDES_OVER]->(m:Post) WHERE m.key = v.key }
WITH *, v.key IN loose OR v.organisation IS NOT NULL AS head_loose, l.key IN loose OR l.organisation IS NOT NULL AS lead_loose
WITH high, s, leads, things, loose, lines, humble, mutes, silent, count(v.key) AS rivals, collect(DISTINCT v.key) AS heads,
     count(CASE WHEN NOT head_loose AND NOT lead_loose THEN v.key END) AS sure,
     count(CASE WHEN NOT head_loose AND NOT lead_loose AND v.key IN humble AND l.key IN humble THEN v.key END) AS neither,
     collect(DISTINCT CASE WHEN head_loose THEN v.key END)
       + collect(DISTINCT CASE WHEN lead_loose AND v.key IS NOT NULL THEN l.key END) AS line_unknown
MATCH (s)-[:HAS_SLOT]->(said:Slot {name: 'precedence'})
OPTIONAL MATCH (s)-[:PART_OF*0..10]->(:Subject)<-[before:PRECEDES_OVER]-(d:Post)
WITH high, s, leads, things, lines, mutes, silent, rivals, heads, sure, neither, line_unknown, said,
     count(d.key) AS decided, collect(DISTINCT d.key) AS named, collect(DISTINCT before.key) AS befores
WITH *, CASE WHEN rivals = 0 AND size(silent) = 0 THEN 'pass'
             WHEN said.says_none AND sure > 0 OR neither > 0 AND decided = 0 THEN 'fail'
             WHEN said.says_none THEN 'unknown'
             WHEN decided > 0 THEN 'pass'
             WHEN said.says_unclear THEN 'info'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
UNWIND things AS thing
MATCH (r:Responsibility)-[:HAS_SLOT]->(asked:Slot {name: 'accountable', chain: 'line'})
WHERE r.key = thing
OPTIONAL MATCH (r)<-[a:ACCOUNTABLE_FOR {chain: 'line'}]-(o:Post|Unit|Board)
WHERE (o.key IN leads OR o.key IN heads)
  AND (a.by = 'stated' OR NOT EXISTS { MATCH (o)-[b:ACCOUNTABLE_FOR]->(r) WHERE b.by = 'stated' AND b.chain = 'line' })
OPTIONAL MATCH (r)<-[:ACCOUNTABLE_FOR {chain: 'line'}]-(p:Post)-[:REPORTS_TO*0..20 {kind: 'line'}]->(m:Post)
               -[up:REPORTS_TO {kind: 'line'}]->(:Post)
WHERE (p.key IN leads OR p.key IN heads) AND NOT m.key IN high
OPTIONAL MATCH (r)-[about:CONCERNS]->(x:Subject)-[:PART_OF*0..10]->(y:Subject)
WHERE y.key = s.key
OPTIONAL MATCH (r)-[wide:CONCERNS {extent: 'whole'}]->(:Subject)<-[:PART_OF*0..9]-(:Subject)<-[rises:PART_OF]-(:Subject)
               <-[:PART_OF*0..9]-(y2:Subject)
WHERE y2.key = s.key
OPTIONAL MATCH (r)-[:CONCERNS]->(:Subject)-[:PART_OF*0..9]->(:Subject)-[inside:PART_OF]->(:Subject)-[:PART_OF*0..9]->(z:Subject)
WHERE z.key = s.key
WITH s, leads, heads, lines, mutes, silent, neither, line_unknown, said, named, befores, verdict,
     collect(DISTINCT CASE WHEN a.key IS NOT NULL THEN about.key END)
       + collect(DISTINCT CASE WHEN a.key IS NOT NULL THEN wide.key END)
       + collect(DISTINCT CASE WHEN a.key IS NOT NULL THEN rises.key END)
       + collect(DISTINCT CASE WHEN a.key IS NOT NULL THEN inside.key END)
       + collect(DISTINCT a.key) + collect(DISTINCT up.key) AS facts,
     collect(DISTINCT CASE WHEN r.key IN silent THEN asked.key END) AS asked_slots
RETURN s.key AS subject, leads AS leads, heads AS heads, said.state AS precedence, named AS named,
       said.says_unclear AS also_unclear, silent AS silent, line_unknown AS line_unknown, verdict AS verdict,
       CASE WHEN verdict = 'fail' AND neither > 0 THEN [s.key, said.key] + facts + mutes
            WHEN verdict = 'fail' OR verdict = 'info' THEN [s.key, said.key] + facts
            ELSE [s.key, said.key] + facts + befores + asked_slots + lines END AS evidence
