// Which accountabilities were inferred, not stated?
MATCH (a:Post {model: $model})-[r:ACCOUNTABLE_FOR]->(b:Responsibility)
WHERE r.basis = 'inferred'
RETURN a.title AS who, b.title AS responsibility, r.by AS by, r.cites AS paragraphs
ORDER BY who, responsibility
