// Of what does the text say nothing, by kind of thing and question?
MATCH (s:Slot {model: $model})
WHERE s.state = 'not_stated'
RETURN s.owner_label AS kind, s.name AS question, count(s.id) AS things
ORDER BY things DESC, kind, question
LIMIT 20
