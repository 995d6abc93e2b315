/*
title: Can people tell who answers for it?
severity: high
family: ownership
fails_when: The source says that people in the organisation cannot tell who answers for a thing.
columns:
  thing: {type: key, heading: Responsibility or process, identifies: true}
  chain: {type: text, heading: Chain, identifies: true}
  silence: {type: text, heading: What the source says}
  also_nobody: {type: yes_no, heading: Also said to be nobody's}
  beside: {type: keys, heading: Named beside it}
says:
  fail: "It is not clear to the people concerned who answers for {thing} in the {chain} chain."
  unknown: "The passage on who answers for {thing} in the {chain} chain is withheld, so whether it is clear is not known."
words: {fail: Not clear, unknown: We do not know}
why: >-
  People who cannot tell who decides decide twice, wait for each other, or take every question to the top.
remedy: Say in one sentence who answers for it, tell everybody who deals with it, and take the sentence into job descriptions.
settles: The withheld passage.
limits: >-
  That it is unclear is a fact that a source reports about the organisation. It is not counted as nobody's: where a
  source says both, both are shown. What the text does not say at all is listed under "What does the text not
  tell us about who answers?".
sources: ["timothy-2023#80", "timothy-2023#81", "timothy-2023#105"]
restates: true
order: [thing, chain]
version: 1
maturity: first
population_is: Accountabilities for responsibilities and processes about which the source says anything at all
population: >-
  MATCH (t:Responsibility|Process {model: $model})-[:HAS_SLOT]->(s:Slot)
  WHERE (s.name = 'accountable' OR s.name = 'owner') AND (s.state <> 'not_stated' OR s.by_unit)
  RETURN count(s) AS population
*/
MATCH (t:Responsibility|Process {model: $model})-[:HAS_SLOT]->(s:Slot)
WHERE (s.name = 'accountable' OR s.name = 'owner') AND (s.state <> 'not_stated' OR s.by_unit)
OPTIONAL MATCH (a:Post|Unit|Board)-[holds:ACCOUNTABLE_FOR]->(t)
WHERE holds.chain = s.chain
WITH t, s, collect(DISTINCT a.key) AS beside
WITH t, s, beside,
     CASE WHEN s.says_unclear THEN 'fail' WHEN s.says_redacted THEN 'unknown' ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN t.key AS thing, s.chain AS chain, s.state AS silence, s.says_none AS also_nobody, beside AS beside,
       verdict AS verdict, [s.key] AS evidence
