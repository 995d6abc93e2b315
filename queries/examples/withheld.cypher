// Which paragraphs are withheld, in whole or part, and what do they touch?
MATCH (p:Passage {model: $model})
WHERE p.state <> 'open'
OPTIONAL MATCH (p)-[:TOUCHES]->(thing)
RETURN p.id AS paragraph, p.state AS state, p.marked AS marked, collect(thing.title) AS touches
ORDER BY paragraph
