"""A small invented model with five options, each of which has something that a decision paper must not get wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from orgmodel import use_cases
from tests.unit.render.gathering import QUESTIONS

FILES = {
    "model.yaml": """
id: quays
title: Quays Board (invented)
account_of: the Examiner, who is invented
as_of: 2024-05-01
marking: Invented for tests
organisation: board
""",
    "lists.yaml": """
sources: [{id: review, title: A review of the quays, author: The Examiner, paragraphs: 12}]
passages:
  - {source: review, paragraph: "7", state: redacted, touches: [berths]}
  - {source: review, paragraph: "8", state: part_redacted, touches: [dredging]}
  - {source: review, paragraph: "9", state: redacted}
unit_kinds: [{id: body, title: Body}, {id: group, title: Group}]
units:
  - {id: board, title: Quays Board, kind: body, head: [{who: chief}], cites: [review#1]}
  - {id: pilots, title: Pilots, kind: group, part_of: [{who: board}], head: [{who: chief-pilot}], cites: [review#1]}
  - {id: berthing, title: Berthing, kind: group, part_of: [{who: board}], head: [{who: quay-master}], cites: [review#1]}
posts:
  - {id: chief, title: Chief, in_unit: [{who: board}], cites: [review#1]}
  - {id: chief-pilot, title: Chief Pilot, in_unit: [{who: pilots}], reports_to: [{who: chief}], cites: [review#2]}
  - {id: quay-master, title: Quay Master, in_unit: [{who: berthing}], reports_to: [{who: chief}], cites: [review#2]}
people:
  - {id: zelda-quill, title: Zelda Quill, invented: true, cites: [review#2]}
holdings:
  - {person: zelda-quill, post: chief-pilot, cites: [review#2]}
subjects: [{id: ships, title: Ships, cites: [review#3]}]
responsibilities:
  - {id: pilotage, title: Pilotage, concerns: [{who: ships}], accountable: [{who: chief-pilot, cites: [review#3]}]}
  - {id: berths, title: Berths, concerns: [{who: ships}], accountable: [{who: quay-master, cites: [review#4]}]}
  - {id: dredging, title: Dredging, accountable: [{state: none, cites: [review#5]}]}
  - {id: lamps, title: Lamps, accountable: [{state: none, cites: [review#6]}]}
ruled_out:
  - {id: berths-stay, title: Moving the berths, by: The Harbour Users, why: It was tried before., verbs: [transfer],
     things: [berths], cites: [review#10]}
""",
    "options/one-post.yaml": """
id: one-post
title: Ships under one post
model: quays
cites: [review#11]
because: Ships are met by two groups.
standing: recommended
by: The Examiner
why: One post ends the argument.
decided_by: chief
benefits:
  - {measure: Boats met, baseline: Half of them, owner: chief, cites: [review#11]}
  - {measure: Calls answered, cites: [review#11]}
costs:
  - {what: Moving, amount: {at_least: 1000, at_most: 2500}, cites: [review#11]}
  - {what: Rent, kind: recurring, amount: unknown, cites: [review#11]}
phases: [{id: first, title: First, from: 2024-06-01}]
changes:
  - {do: transfer, responsibilities: [berths], from: quay-master, to: chief-pilot, part: accountable, phase: first,
     because: The pilot meets the ship.}
  - {do: assign, responsibility: dredging, to: redacted, because: The review withholds to whom it goes.}
  - {do: staff, measure: full-time posts, amount: unknown, to: pilots, because: The work grows.}
  - {do: ask, question: Does the Quay Master keep the rest?, decided_by: chief, because: It is left open.}
  - {do: ask, question: When does it begin?, because: Nobody has said., cites: [review#12]}
""",
    "options/nothing-yet.yaml": """
id: nothing-yet
title: Nothing yet
model: quays
because: It was never worked out.
changes: []
""",
    "options/one-of-two.yaml": """
id: one-of-two
title: The Quay Master under one of two
model: quays
cites: [review#4]
because: Two are named, and none chosen.
by: The Chief
changes:
  - {do: set-line, post: quay-master, to: {one_of: [chief, chief-pilot]}, because: It is not said which.}
""",
    "options/appointed.yaml": """
id: appointed
title: Another in the post
model: quays
because: Zelda Quill is to have both posts.
changes:
  - {do: appoint, post: quay-master, person: zelda-quill, because: Zelda Quill is free.}
  - {do: ask, question: Does Zelda Quill agree?, because: Nobody asked.}
""",
    "options/lamps-lit.yaml": """
id: lamps-lit
title: Lamps lit
model: quays
cites: [review#6]
because: Nobody has the lamps.
standing: ruled_out
by: The Chief
why: There is no money.
changes:
  - {do: assign, responsibility: lamps, to: quay-master, because: The quay is dark.}
""",
}
ALL = ("one-post", "nothing-yet", "one-of-two", "appointed", "lamps-lit")


def write_quays(folder: Path) -> Path:
    """The model in a folder."""
    (folder / "options").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def gather(
    folder: Path | str, *names: str, criteria: Path | None = None, also: tuple[str, ...] = ()
) -> use_cases.Brief:
    """What a paper tells of some options, with only some questions asked (`also` those named), as each costs time."""
    opened = use_cases.open_model(str(folder))
    asked = {*QUESTIONS, *also, *(principle.query for principle in opened.model.principles)}
    few = replace(opened, catalogue=tuple(query for query in opened.catalogue if query.id in asked))
    weights = use_cases.load_criteria(few, criteria) if criteria else None
    with use_cases.open_engine() as engine:
        return use_cases.gather_brief(few, names, engine, criteria=weights)
