/*
title: Which hand-offs drop cases?
severity: medium
family: work
fails_when: >-
  Between two consecutive stages done by different units there is no common owner, no shared data system or no shared
  target.
columns:
  process: {type: key, heading: Process, identifies: true}
  before: {type: key, heading: From, identifies: true}
  after: {type: key, heading: To, identifies: true}
  units_before: {type: keys, heading: The first is done by}
  units_after: {type: keys, heading: The second is done by}
  missing: {type: texts, heading: Missing}
  not_known: {type: texts, heading: Not known}
  number: {type: integer, heading: How many are missing}
says:
  fail: "{before} is handed to {after} ({units_before} to {units_after}). Missing: {missing}. Not known: {not_known}."
  unknown: "Whether the hand-off from {before} to {after} has all that it needs cannot be told. Missing: {missing}. Not known: {not_known}."
words: {fail: Gap, unknown: We do not know}
thresholds:
  missing: {default: 1, authority: "Ours: any one that is missing"}
why: >-
  Cases get lost where one unit stops and another begins: each side counts its own work, in its own system, for its own
  head.
remedy: Give both stages one owner, one system in which the case can be followed, and one target that counts the case.
settles: Which units do the two stages, and whether they have an owner, a data system and a target in common.
limits: >-
  The source's word on a hand-off counts first. Where it is silent, a post that answers for the whole process is a common
  owner, and a system that both stages use is shared. That it is not clear who owns both is not the same as nobody, and is
  unknown here. A unit and a part of it are one place, and
  where it is not told what a unit is part of, it may be a part of the other; the order of the stages is as the model gives it.
sources: ["timothy-2023#83", "timothy-2023#84", "timothy-2023#85", "timothy-2023#90", "timothy-2023#105", "timothy-2023#110"]
order: [-number, process, before, after]
version: 1
maturity: first
population_is: Pairs of consecutive stages
population: |-
  MATCH (f:Process {model: $model})-[:HAS_STAGE]->(a:Stage)-[:NEXT]->(b:Stage)
  WITH DISTINCT f.key AS f, a.key AS a, b.key AS b
  RETURN count(*) AS population
*/
MATCH (f:Process {model: $model})-[:HAS_STAGE]->(a:Stage)-[n:NEXT]->(b:Stage)
WITH f, a, b, collect(DISTINCT n.key) AS steps,
     count(CASE WHEN n.common_owner = 'none' THEN 1 END) AS no_owner,
     count(CASE WHEN n.shared_system = 'none' THEN 1 END) AS no_system,
     count(CASE WHEN n.shared_target = 'none' THEN 1 END) AS no_target,
     count(CASE WHEN n.common_owner IN ['known', 'open'] THEN 1 END) AS has_owner,
     count(CASE WHEN n.shared_system IN ['known', 'open'] THEN 1 END) AS has_system,
     count(CASE WHEN n.shared_target IN ['known', 'open'] THEN 1 END) AS has_target,
     count(CASE WHEN n.common_owner = 'unclear' THEN 1 END) AS owner_unclear
// What both have in common without its being said of the hand-off.
OPTIONAL MATCH (f)-[:HAS_SLOT]->(asked:Slot {name: 'owner', chain: 'line', says_none: false, says_unclear: false})
OPTIONAL MATCH (f)<-[owns:ACCOUNTABLE_FOR {chain: 'line'}]-(:Post|Board)
WHERE owns.sharing <> 'divided' AND asked.key IS NOT NULL
WITH *, CASE WHEN owner_unclear = 0 THEN owns.key END AS whole
WITH f, a, b, steps, no_owner, no_system, no_target, has_owner, has_system, has_target,
     collect(DISTINCT whole) AS owned, collect(DISTINCT CASE WHEN whole IS NOT NULL THEN asked.key END) AS owner_slots
OPTIONAL MATCH (a)-[here:USES]->(:DataSystem)<-[there:USES]-(b)
WITH f, a, b, steps, no_owner, no_system, no_target, has_owner, has_system, has_target, owned, owner_slots,
     collect(DISTINCT here.key) + collect(DISTINCT there.key) AS used
OPTIONAL MATCH (a)<-[aims_a:CONCERNS]-(:Objective)-[aims_b:CONCERNS]->(b)
WITH f, a, b, steps, no_owner, no_system, no_target, has_owner, has_system, has_target, owned, owner_slots, used,
     collect(DISTINCT aims_a.key) + collect(DISTINCT aims_b.key) AS aimed
// Who does the two stages, and whether that is more than one place. The organisation as a whole is no place.
OPTIONAL MATCH (a)<-[:PERFORMS]-(:Unit|Post|Board)-[:IN_UNIT|HEADS*0..1]->(x:Unit),
               (b)<-[:PERFORMS]-(:Unit|Post|Board)-[:IN_UNIT|HEADS*0..1]->(y:Unit)
WHERE x.key <> y.key
  AND (y.organisation OR NOT EXISTS { MATCH (x)-[:PART_OF*1..10]->(y) })
  AND (x.organisation OR NOT EXISTS { MATCH (y)-[:PART_OF*1..10]->(x) })
// Where it is not told what a unit is part of, it may be a part of the other.
OPTIONAL MATCH (x)-[:PART_OF*0..10]->(:Unit {organisation: false, outside: false})-[:HAS_SLOT]->(lies_x:Slot {name: 'part_of'})
WHERE lies_x.state IN ['not_stated', 'redacted', 'open'] AND NOT x.organisation AND NOT y.organisation
OPTIONAL MATCH (y)-[:PART_OF*0..10]->(:Unit {organisation: false, outside: false})-[:HAS_SLOT]->(lies_y:Slot {name: 'part_of'})
WHERE lies_y.state IN ['not_stated', 'redacted', 'open'] AND NOT x.organisation AND NOT y.organisation
WITH f, a, b, steps, no_owner, no_system, no_target, has_owner, has_system, has_target, owned, owner_slots, used, aimed,
     x, y, count(lies_x.key) + count(lies_y.key) AS adrift, collect(lies_x.key) + collect(lies_y.key) AS lies
UNWIND lies + [''] AS lie
WITH f, a, b, steps, no_owner, no_system, no_target, has_owner, has_system, has_target, owned, owner_slots, used, aimed,
     count(CASE WHEN adrift = 0 THEN x.key END) AS crossings, count(CASE WHEN adrift > 0 THEN x.key END) AS perhaps,
     collect(DISTINCT CASE WHEN lie <> '' THEN lie END) AS lies
MATCH (a)-[:HAS_SLOT]->(by_a:Slot {name: 'performed_by'})
MATCH (b)-[:HAS_SLOT]->(by_b:Slot {name: 'performed_by'})
OPTIONAL MATCH (a)<-[:PERFORMS]-(lost_a:Post|Board)-[:HAS_SLOT]->(seat_a:Slot {name: 'in_unit'})
WHERE NOT EXISTS { MATCH (lost_a)-[:IN_UNIT|HEADS]->(:Unit) }
   OR seat_a.says_none = false AND (seat_a.says_redacted OR seat_a.state = 'open')
OPTIONAL MATCH (b)<-[:PERFORMS]-(lost_b:Post|Board)-[:HAS_SLOT]->(seat_b:Slot {name: 'in_unit'})
WHERE NOT EXISTS { MATCH (lost_b)-[:IN_UNIT|HEADS]->(:Unit) }
   OR seat_b.says_none = false AND (seat_b.says_redacted OR seat_b.state = 'open')
WITH f, a, b, steps, no_owner, no_system, no_target, has_owner, has_system, has_target, owned, owner_slots, used, aimed,
     crossings, perhaps, lies, by_a, by_b, count(lost_a.key) + count(lost_b.key) AS lost
WITH *, crossings = 0 AND (lost + perhaps > 0 OR by_a.says_redacted OR by_a.state IN ['not_stated', 'open', 'unclear']
                           OR by_b.says_redacted OR by_b.state IN ['not_stated', 'open', 'unclear']) AS unplaced,
        CASE WHEN no_owner > 0 THEN 'missing' WHEN has_owner + size(owned) > 0 THEN 'there' ELSE 'not known' END AS owner,
        CASE WHEN no_system > 0 THEN 'missing' WHEN has_system + size(used) > 0 THEN 'there' ELSE 'not known' END AS system,
        CASE WHEN no_target > 0 THEN 'missing' WHEN has_target + size(aimed) > 0 THEN 'there' ELSE 'not known' END AS target
WITH *, CASE WHEN owner = 'missing' THEN 1 ELSE 0 END + CASE WHEN system = 'missing' THEN 1 ELSE 0 END
          + CASE WHEN target = 'missing' THEN 1 ELSE 0 END AS number,
        CASE WHEN owner = 'not known' THEN 1 ELSE 0 END + CASE WHEN system = 'not known' THEN 1 ELSE 0 END
          + CASE WHEN target = 'not known' THEN 1 ELSE 0 END AS unknowns
WITH *, CASE WHEN crossings = 0 AND NOT unplaced OR number + unknowns < $missing THEN 'pass'
             WHEN crossings > 0 AND number >= $missing THEN 'fail'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
OPTIONAL MATCH (a)<-[does_a:PERFORMS]-(:Unit|Post|Board)
OPTIONAL MATCH (a)<-[:PERFORMS]-(:Unit|Post|Board)-[:IN_UNIT|HEADS*0..1]->(u:Unit)
OPTIONAL MATCH (a)<-[:PERFORMS]-(:Post|Board)-[seat_a:IN_UNIT|HEADS]->(:Unit)
WITH f, a, b, steps, owner, system, target, owned, owner_slots, used, aimed, by_a, by_b, number, unplaced, lies, verdict,
     collect(DISTINCT u.key) AS units_before, collect(DISTINCT does_a.key) + collect(DISTINCT seat_a.key) AS facts_a
OPTIONAL MATCH (b)<-[does_b:PERFORMS]-(:Unit|Post|Board)
OPTIONAL MATCH (b)<-[:PERFORMS]-(:Unit|Post|Board)-[:IN_UNIT|HEADS*0..1]->(v:Unit)
OPTIONAL MATCH (b)<-[:PERFORMS]-(:Post|Board)-[seat_b:IN_UNIT|HEADS]->(:Unit)
WITH f, a, b, steps, owner, system, target, owned, owner_slots, used, aimed, by_a, by_b, number, unplaced, lies, verdict,
     units_before, facts_a, collect(DISTINCT v.key) AS units_after,
     collect(DISTINCT does_b.key) + collect(DISTINCT seat_b.key) AS facts_b
RETURN f.key AS process, a.key AS before, b.key AS after, units_before AS units_before, units_after AS units_after,
       [CASE WHEN owner = 'missing' THEN 'a common owner' END, CASE WHEN system = 'missing' THEN 'a shared data system' END,
        CASE WHEN target = 'missing' THEN 'a shared target' END] AS missing,
       [CASE WHEN unplaced THEN 'whether different units do them' END,
        CASE WHEN owner = 'not known' THEN 'a common owner' END, CASE WHEN system = 'not known' THEN 'a shared data system' END,
        CASE WHEN target = 'not known' THEN 'a shared target' END] AS not_known,
       number AS number, verdict AS verdict,
       [by_a.key, by_b.key] + steps + owned + owner_slots + used + aimed + facts_a + facts_b
         + CASE WHEN unplaced THEN lies ELSE [''] END AS evidence
