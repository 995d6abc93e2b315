// Which posts answer for most?
MATCH (p:Post {model: $model})-[:ACCOUNTABLE_FOR]->(r:Responsibility)
RETURN p.title AS post, count(DISTINCT r.id) AS responsibilities
ORDER BY responsibilities DESC, post
LIMIT 10
