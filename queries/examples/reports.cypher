// How many posts report to each post directly?
MATCH (p:Post {model: $model})<-[:REPORTS_TO]-(below:Post)
RETURN p.title AS post, count(DISTINCT below.id) AS direct_reports
ORDER BY direct_reports DESC, post
