/*
title: To whom does it answer in the end?
severity: high
family: structure
fails_when: >-
  A body with a responsibility of its own answers neither to Parliament nor to an elected principal, and the source says
  that the way up ends.
columns:
  body: {type: key, heading: Body, identifies: true}
  responsibilities: {type: keys, heading: Has of its own}
  answers_to: {type: keys, heading: Answers to}
  last: {type: keys, heading: Where the way up ends}
  silence: {type: text, heading: What the source says of the body}
  withheld: {type: yes_no, heading: A part withheld}
  also_unclear: {type: yes_no, heading: Also said to be unclear}
says:
  fail: "{body} has {responsibilities}, and in the end answers to nobody who is elected: the source says that there is nobody above {last}."
  unknown: "To whom {body} answers in the end cannot be told. It has {responsibilities}, answers to {answers_to}, and the text ends at {last}."
  info: "To whom {body}, which has {responsibilities}, answers in the end is not clear: the source says so of {last}."
words: {fail: Answers to nobody, unknown: We do not know, info: Not clear}
why: A body with public duties or powers that no elected person can call to account cannot be put right by those it serves.
remedy: Say to whom it answers, in what, and what happens when the answer is not good enough; or give its duties to one that does answer.
settles: To whom the body, or the last that is known on the way up, answers.
limits: >-
  Bodies outside the organisation, boards, and the organisation itself. Work for which somebody else answers is not a
  body's own. The way up is who it answers to in any chain, what it is part of, and to whom its head answers; it is
  enough that one way reaches an elected post, a minister, or a body that the model says is the end of answering. That
  the way up ends counts only where the source says so, and nothing of what a body is part of is withheld. Ways of more than eight steps are not seen. How well
  anybody is held to account is not asked.
sources: ["timothy-2023#9", "timothy-2023#55", "timothy-2023#58"]
order: [body]
version: 1
maturity: first
population_is: The organisation, and bodies outside and boards with a responsibility of their own
population: |-
  OPTIONAL MATCH (top:Unit {model: $model, organisation: true})
  WITH collect(top.key) AS tops
  OPTIONAL MATCH (b:Unit|Board)<-[:IN_UNIT|HEADS*0..1]-(o:Post|Unit|Board)-[has:ACCOUNTABLE_FOR|RESPONSIBLE_FOR {model: $model}]->(r:Responsibility)
  WHERE (b.outside OR b.decides IS NOT NULL) AND (b.key = o.key OR o.decides IS NULL)
    AND (b.key = o.key OR NOT EXISTS { MATCH (o)-[:IN_UNIT|HEADS]->(:Unit {outside: false}) })
    AND (has.by = 'stated'
         OR has.by IS NULL
            AND NOT EXISTS { MATCH (r)<-[a:ACCOUNTABLE_FOR]-(x:Post|Unit|Board) WHERE a.by = 'stated' AND x.key <> o.key })
  WITH tops, collect(DISTINCT b.key) AS bodies
  WITH tops + bodies AS bodies
  UNWIND bodies AS body
  RETURN count(DISTINCT body) AS population
*/
OPTIONAL MATCH (top:Unit {model: $model, organisation: true})
WITH collect(top.key) AS tops
OPTIONAL MATCH (b:Unit|Board)<-[:IN_UNIT|HEADS*0..1]-(o:Post|Unit|Board)-[has:ACCOUNTABLE_FOR|RESPONSIBLE_FOR {model: $model}]->(r:Responsibility)
WHERE (b.outside OR b.decides IS NOT NULL) AND (b.key = o.key OR o.decides IS NULL)
  AND (b.key = o.key OR NOT EXISTS { MATCH (o)-[:IN_UNIT|HEADS]->(:Unit {outside: false}) })
  AND (has.by = 'stated'
       OR has.by IS NULL
          AND NOT EXISTS { MATCH (r)<-[a:ACCOUNTABLE_FOR]-(x:Post|Unit|Board) WHERE a.by = 'stated' AND x.key <> o.key })
WITH tops, collect(DISTINCT b.key) AS bodies,
     collect(DISTINCT CASE WHEN b.key IS NOT NULL THEN {body: b.key, thing: r.key, held: has.key}
                           ELSE {body: '', thing: '', held: ''} END) AS claims
WITH tops + bodies AS bodies, claims
UNWIND bodies AS body
WITH DISTINCT body, claims
UNWIND claims AS claim
WITH body, collect(DISTINCT CASE WHEN claim.body = body THEN claim.thing END) AS responsibilities,
     collect(DISTINCT CASE WHEN claim.body = body THEN claim.held END) AS held
MATCH (b:Unit|Board)-[:HAS_SLOT]->(own:Slot {name: 'answers_to'})
WHERE b.key = body
// Whom it reaches: through those it answers to and what it is part of, or through the heads of these.
MATCH (b)-[:ANSWERS_TO|PART_OF|IN_UNIT*0..8]->(n:Unit|Post|Board)
WITH DISTINCT b, own, responsibilities, held, n
OPTIONAL MATCH (n)<-[:HEADS]-(h:Post)
WITH b, own, responsibilities, held, collect(DISTINCT n.key) AS above, collect(DISTINCT h.key) + [''] AS leaders
UNWIND leaders AS leader
OPTIONAL MATCH (h:Post)-[:ANSWERS_TO|PART_OF|IN_UNIT*0..8]->(q:Unit|Post|Board)
WHERE h.key = leader AND (q.principal OR (q.kind = 'elected' OR q.kind = 'minister') AND q.head IS NOT NULL)
WITH b, own, responsibilities, held, above, count(DISTINCT q.key) AS led
// Where the way up ends, and how.
UNWIND above AS step
MATCH (n:Unit|Post|Board)-[:HAS_SLOT]->(s:Slot {name: 'answers_to'})
WHERE n.key = step
OPTIONAL MATCH (n)-[up:ANSWERS_TO|PART_OF|IN_UNIT]->(:Unit|Post|Board)
WITH b, own, responsibilities, held, above, led, n, s, count(up.key) AS onward
OPTIONAL MATCH (n)-[:HAS_SLOT]->(lies:Slot {says_redacted: true, says_none: false})
WHERE lies.name = 'part_of' OR lies.name = 'in_unit'
WITH b, own, responsibilities, held, above, led, n, s, onward, count(lies.key) AS veiled, min(lies.key) AS lies
WITH *, n.principal OR (n.kind = 'elected' OR n.kind = 'minister') AND n.head IS NOT NULL AS principal,
     veiled > 0 OR s.says_none = false AND (s.says_redacted OR s.state = 'open' OR s.state = 'not_stated' AND onward = 0) AS gap
WITH b, own, responsibilities, held, above, led, count(CASE WHEN principal THEN n.key END) AS reached,
     count(CASE WHEN s.says_none THEN n.key END) AS nones,
     count(CASE WHEN gap THEN n.key END) AS gaps,
     count(CASE WHEN s.says_none = false AND s.says_unclear THEN n.key END) AS unclear,
     collect(CASE WHEN s.says_none OR gap OR s.says_unclear THEN n.key END) AS last,
     collect(CASE WHEN s.says_none OR gap OR s.says_unclear THEN s.key END) + collect(lies) AS slots
WITH *, CASE WHEN reached + led > 0 THEN 'pass'
             WHEN gaps > 0 THEN 'unknown'
             WHEN unclear > 0 THEN 'info'
             WHEN nones > 0 THEN 'fail'
             ELSE 'unknown' END AS verdict
WHERE $passes OR verdict <> 'pass'
// What it rests on.
UNWIND above AS step
MATCH (n:Unit|Post|Board)
WHERE n.key = step
OPTIONAL MATCH (n)-[up:ANSWERS_TO|PART_OF|IN_UNIT]->(:Unit|Post|Board)
OPTIONAL MATCH (n)<-[heads:HEADS]-(:Post)-[via:ANSWERS_TO]->(:Unit|Post|Board)
OPTIONAL MATCH (n)-[:ANSWERS_TO]->(t:Unit|Post|Board)
WITH b, own, responsibilities, held, last, slots, verdict, collect(DISTINCT CASE WHEN n.key = b.key THEN t.key END) AS answers_to,
     collect(DISTINCT up.key) + collect(DISTINCT heads.key) + collect(DISTINCT via.key) AS steps
RETURN b.key AS body, responsibilities AS responsibilities, answers_to AS answers_to, last AS last, own.state AS silence,
       own.says_redacted AS withheld, own.says_unclear AS also_unclear, verdict AS verdict,
       [b.key] + held + slots + steps AS evidence
