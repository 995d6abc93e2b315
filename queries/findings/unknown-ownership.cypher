/*
title: What does the text not tell us about who answers?
severity: info
family: ownership
fails_when: Never. It lists what is not stated, known in part, or withheld, so that it is not taken for "nobody".
columns:
  thing: {type: key, heading: Responsibility or process, identifies: true}
  chain: {type: text, heading: Chain, identifies: true}
  silence: {type: text, heading: What the source says}
  known_so_far: {type: keys, heading: Known so far}
  withheld: {type: texts, heading: Passages withheld}
says:
  info: "Which post answers for {thing} in the {chain} chain: {silence}. Known so far: {known_so_far}."
words: {info: We do not know}
why: Silence and redaction are facts about the text. Taking them for absence would be wrong, and hiding them worse.
remedy: Ask the organisation; the answer settles what rests on it.
settles: A statement of which post answers for it. What is redacted is not guessed at.
limits: A unit that holds a responsibility is shown as known so far; which post in it answers is not.
  A withheld passage is named where the model says that it touches the thing and may hold structure.
sources: ["timothy-2023#37", "timothy-2023#55", "timothy-2023#68", "timothy-2023#119", "timothy-2023#121"]
restates: true
order: [silence, thing, chain]
version: 1
maturity: first
population_is: Accountabilities for responsibilities and processes, in chains that are expected or spoken of
population: >-
  MATCH (t:Responsibility|Process {model: $model})-[:HAS_SLOT]->(s:Slot)
  WHERE s.name = 'accountable' OR s.name = 'owner'
  RETURN count(s) AS population
*/
MATCH (t:Responsibility|Process {model: $model})-[:HAS_SLOT]->(s:Slot)
WHERE s.name = 'accountable' OR s.name = 'owner'
OPTIONAL MATCH (a:Post|Unit|Board)-[holds:ACCOUNTABLE_FOR]->(t)
WHERE holds.chain = s.chain AND holds.by = 'stated'
WITH t, s, collect(DISTINCT a.key) AS known, collect(DISTINCT holds.key) AS held
OPTIONAL MATCH (passage:Passage)-[touch:TOUCHES]->(t)
WHERE passage.state <> 'open' AND passage.structural
WITH t, s, known, held, collect(DISTINCT passage.id) AS withheld, collect(DISTINCT touch.key) AS touches
WITH t, s, known, held, withheld, touches,
     CASE WHEN s.says_redacted OR s.state IN ['not_stated', 'open'] THEN 'info' ELSE 'pass' END AS verdict,
     CASE WHEN s.says_redacted AND s.state = 'none' THEN 'nobody, and a part redacted'
          WHEN s.says_redacted AND s.state = 'unclear' THEN 'not clear, and a part redacted'
          WHEN s.says_redacted AND s.known > 0 THEN 'known in part, the rest redacted'
          WHEN s.state = 'open' THEN 'known in part'
          WHEN s.by_unit THEN 'not stated, but the unit is'
          WHEN s.state = 'redacted' THEN 'redacted'
          WHEN s.state = 'not_stated' THEN 'not stated'
          WHEN s.state = 'none' THEN 'nobody'
          WHEN s.state = 'unclear' THEN 'not clear'
          ELSE 'known' END AS silence
WHERE $passes OR verdict <> 'pass'
RETURN t.key AS thing, s.chain AS chain, silence AS silence, known AS known_so_far, withheld AS withheld,
       verdict AS verdict, [s.key] + held + touches AS evidence
