/*
# What people read: the question, in which {column} stands for a value of the row.
title: Does a post report to anybody?
# high, medium, low or info. `orgmodel check` ends with code 1 from a severity on.
severity: low
family: own
fails_when: The source says that a post below the head reports to nobody.
# Each column that the query returns: its type (key, keys, text, texts, integer, number, yes_no) and its heading.
# `identifies: true` on those that tell one row from another.
columns:
  post: {type: key, heading: Post, identifies: true}
  silence: {type: text, heading: What the source says}
says:
  fail: "{post} reports to nobody: the source says so."
  unknown: "To whom {post} reports is {silence}."
words: {fail: Gap, unknown: We do not know}
why: Whoever reports to nobody is helped, paid and judged by nobody.
remedy: Say to whom the post reports.
settles: A passage that says to whom it reports.
limits: By line and dotted lines alike.
# By what authority you ask: a paragraph (report#3), a standard, or that it is your own.
sources: ["Our own"]
order: [post]
# True where the finding only repeats what the source states, false where it is concluded from several facts.
restates: true
# Raise the version whenever the query changes what it finds, so that it is not taken for news.
version: 1
maturity: first
# How many the question is asked of; the query returns one row for each of them when $passes is true.
population_is: Posts below the head
population: "MATCH (p:Post {model: $model, head: false}) RETURN count(p) AS population"
*/
MATCH (p:Post {model: $model, head: false})-[:HAS_SLOT]->(s:Slot {name: 'reports_to'})
OPTIONAL MATCH (p)-[line:REPORTS_TO]->(:Post)
WITH p, s, collect(DISTINCT line.key) AS lines
// What is not stated or redacted is never a gap: it is not known.
WITH *, CASE WHEN s.says_none THEN 'fail'
             WHEN s.state IN ['not_stated', 'redacted'] THEN 'unknown'
             ELSE 'pass' END AS verdict
WHERE $passes OR verdict <> 'pass'
RETURN p.key AS post, s.state AS silence, verdict AS verdict, [s.key] + lines AS evidence
