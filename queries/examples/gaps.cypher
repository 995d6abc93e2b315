// What does the source say that nobody answers for, or that people cannot tell?
MATCH (r:Responsibility {model: $model})-[:HAS_SLOT]->(s:Slot {name: 'accountable'})
WHERE s.says_none OR s.says_unclear
RETURN r.title AS responsibility, s.chain AS chain, s.state AS state, s.cites AS paragraphs
ORDER BY responsibility, chain
