// What lies within each unit, at any depth?
MATCH (u:Unit {model: $model})<-[:PART_OF*1..20]-(part:Unit)
RETURN u.title AS unit, count(DISTINCT part.id) AS units_within
ORDER BY units_within DESC, unit
