/*
title: Is anyone ready?
severity: high
family: people
fails_when: >-
  Critical posts have fewer people between them who are ready now than there are posts, each person counted once.
columns:
  post: {type: key, heading: Post, identifies: true}
  together: {type: keys, heading: Critical posts that draw on the same people}
  number: {type: integer, heading: How many posts}
  at_least: {type: integer, heading: "Ready now, at least"}
  at_most: {type: integer, heading: "Ready now, at most"}
  candidates: {type: text, heading: What the source says of candidates}
  soon: {type: integer, heading: Ready later but soon}
says:
  fail: "{post}: too few are ready now. Critical posts that draw on the same people: {number} ({together}). Ready for them, each person counted once: at most {at_most}."
  unknown: "{post}: whether anybody is ready now cannot be told. Critical posts that draw on the same people: {number} ({together}). Ready for them: at least {at_least}, at most {at_most}."
  info: "{post}: too few are ready now, within what the model accepts. Critical posts that draw on the same people: {number} ({together}). Ready for them: at most {at_most}."
words: {fail: Too few ready, unknown: We do not know, info: Within the limit}
thresholds:
  coverage: {default: 1, authority: "Ours: somebody ready for every critical post", unit: of critical posts}
  ready_within: {default: 0, authority: "Ours: ready now", unit: months}
  soon: {default: 24, authority: "Ours: the band of one to two years", unit: months}
compute: bench-matching
why: >-
  One person can follow into one post only. Where three posts count on the same two people, one of the three stays empty.
remedy: Make more people ready for these posts, from outside their own unit too, or have fewer posts on which all depends.
settles: Whether those named are ready now, and whether the list of candidates is complete.
limits: >-
  What nobody has designated as critical is not assumed to be. Candidates to stand in for a time do not count, nor do
  those of whom the most months are not known, except as perhaps ready. A post put up as a candidate stands for its one
  holder. That a candidate leaves a gap behind is not asked here. How many are ready later is shown and changes nothing.
sources: ["timothy-2023#24", "timothy-2023#62", "timothy-2023#101"]
order: [at_most, -number, post]
version: 1
maturity: first
population_is: Posts that are designated as critical, apart from closed ones
population: >-
  MATCH (p:Post {model: $model, critical: true}) WHERE p.occupancy <> 'closed' RETURN count(p) AS population
*/
MATCH (p:Post {model: $model, critical: true})-[:HAS_SLOT]->(k:Slot {name: 'candidates'})
WHERE p.occupancy <> 'closed'
OPTIONAL MATCH (c:Post|Person)-[could:CANDIDATE_FOR {interim: false}]->(p)
WHERE NOT k.says_none AND NOT coalesce(c.occupancy, '') IN ['vacant', 'closed']
OPTIONAL MATCH (holder:Person)-[:HOLDS]->(own:Post)
WHERE own.key = c.key
WITH p, k, c, could, count(DISTINCT holder.key) AS holders, min(holder.key) AS holder
WITH *, CASE WHEN holders = 1 THEN holder ELSE c.key END AS somebody
WITH p, k, collect(DISTINCT could.key) AS facts,
     collect(DISTINCT CASE WHEN could.months_to_ready_max <= $ready_within THEN somebody END) AS ready,
     collect(DISTINCT CASE WHEN coalesce(could.months_to_ready_min, 0) <= $ready_within
                            AND coalesce(could.months_to_ready_max, $ready_within + 1) > $ready_within THEN somebody END) AS maybe,
     count(DISTINCT CASE WHEN could.months_to_ready_min > $ready_within AND could.months_to_ready_max <= $soon
                         THEN somebody END) AS soon
OPTIONAL MATCH (p)-[:HAS_SLOT]->(said:Slot {name: 'critical'})
RETURN p.key AS post, ready AS ready, maybe AS maybe, k.state AS candidates, soon AS soon,
       NOT (k.says_none OR k.complete AND k.state IN ['known', 'not_stated']) AS unlisted,
       [k.key, said.key] + facts AS evidence
