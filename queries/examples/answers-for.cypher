// Who answers for what, in which chain, and how is it known?
MATCH (p:Post {model: $model})-[a:ACCOUNTABLE_FOR]->(r:Responsibility)
RETURN p.title AS post, r.title AS responsibility, a.chain AS chain, a.basis AS basis, a.cites AS paragraphs
ORDER BY post, responsibility, chain
