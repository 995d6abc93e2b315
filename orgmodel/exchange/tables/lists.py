"""The tables that a newcomer fills, and the columns of each in plain words, with one invented example."""

from __future__ import annotations

from orgmodel.exchange.tables.columns import RANK, Table, Wording, build_column

ID = Wording(
    "Id",
    "id",
    ("identifier", "key", "code"),
    says="May be left empty: it is made from the title. To give a thing another title later, write its id here.",
)


NAME = "Its name, as people read it."


def _table(name: str, title: str, says: str, *wordings: Wording, names: tuple[str, ...] = ()) -> Table:
    columns = tuple(build_column(name, wording) for wording in wordings)
    ranked = (RANK,) if name in ("unit_kinds", "grades") else ()
    return Table(name, title, says, (*ranked, *columns), names)


UNITS = _table(
    "units",
    "Units",
    "The parts of the organisation: the whole of it first, then each group, directorate or team.",
    Wording(
        "Title", "title", ("name", "unit", "unit name", "team", "directorate", "department"), "Harbour Works", NAME
    ),
    ID,
    Wording("Part of", "part_of", ("parent", "parent unit", "belongs to"), "Harbour Board"),
    Wording("Kind", "kind", ("type", "unit type", "level"), "Group", "What sort of unit it is, as in 'Kinds of unit'."),
    Wording("Head", "head", ("headed by", "manager", "led by", "lead"), "Director of Works"),
    Wording("Outside the organisation", "outside", ("outside", "external"), "no", "Whether it is a body of its own."),
    names=("teams", "departments", "structure", "organisation", "directorates", "groups"),
)
POSTS = _table(
    "posts",
    "Posts",
    "The jobs, whoever holds them. One row for each.",
    Wording(
        "Title", "title", ("job title", "post", "post title", "role", "position", "job"), "Director of Works", NAME
    ),
    Wording(ID.heading, ID.path, (*ID.names, "post id", "post reference number"), says=ID.says),
    Wording("Unit", "in_unit", ("in unit", "team", "department", "directorate", "group"), "Harbour Works"),
    Wording("Grade", "grade", ("band", "pay grade"), "Director", "As in 'Grades'."),
    Wording(
        "Reports to",
        "reports_to",
        ("line manager", "manager", "reports to post"),
        "Chief Executive",
        "The post above it.",
    ),
    Wording("State", "occupancy.state", ("occupancy", "status", "vacancy"), "vacant"),
    Wording("State since", "occupancy.since", ("since", "vacant since"), "2024-01", "Since when it is so."),
    Wording("Kind", "kind", ("type", "kind of post"), "official"),
    Wording("Full-time share", "fte", ("fte", "full time equivalent", "hours"), "1"),
    Wording(
        "Who calls it critical", "critical", ("critical",), says="Who says that the post is critical; else leave empty."
    ),
    names=("jobs", "positions", "roles", "staff list", "establishment"),
)
RESPONSIBILITIES = _table(
    "responsibilities",
    "Responsibilities",
    "What somebody should answer for, one row for each. Where nobody does, write 'nobody'.",
    Wording("Title", "title", ("responsibility", "name", "what", "duty", "activity"), "Dredging the channel", NAME),
    ID,
    Wording("Subject", "concerns", ("subjects", "concerns", "topic", "about"), "Navigation"),
    Wording(
        "Who is accountable",
        "accountable",
        ("accountable", "owner", "who answers", "a"),
        "Director of Works",
        "Who answers for it in the end.",
    ),
    Wording("Who does the work", "responsible", ("responsible", "done by", "r"), "Harbour Works"),
    Wording("Who is consulted", "consulted", ("consulted", "c"), "not stated"),
    Wording("Who is informed", "informed", ("informed", "i")),
    Wording("What it covers", "scope", ("scope", "coverage")),
    names=("raci", "duties", "accountabilities", "who does what"),
)
SUBJECTS = _table(
    "subjects",
    "Subjects",
    "What responsibilities are about. A subject may be part of wider ones.",
    Wording("Title", "title", ("subject", "name", "topic"), "Navigation", NAME),
    ID,
    Wording("Part of", "part_of", ("parent", "wider subject")),
    Wording(
        "Who calls it a priority",
        "priority",
        ("priority",),
        "The strategy",
        "Who says that it is a priority, in words; else leave it empty.",
    ),
    names=("topics", "themes"),
)
PEOPLE = _table(
    "people",
    "People",
    "Only if you need them: personal data, kept in a folder of its own that version control leaves out.",
    Wording("Name", "title", ("person", "full name"), "Marlow Example", "The person's name."),
    ID,
    Wording("Invented", "invented", ("fictional",), "yes", "Whether the person does not exist, as in an example."),
    names=("persons",),
)
HOLDINGS = _table(
    "holdings",
    "Who holds what",
    "Which person holds which post. People and posts by their name or id.",
    Wording("Person", "person", ("name", "holder", "who"), "Marlow Example"),
    Wording("Post", "post", ("job title", "position", "role"), "Director of Works"),
    Wording("Footing", "holding", ("basis", "kind of holding"), "substantive"),
    Wording("Share of a full week", "fte", ("fte",), "1"),
    Wording("From", "from", ("start", "start date", "since"), "2023-04"),
    Wording("Until", "until", ("end", "end date")),
    Wording("Was to end", "due_end", ("due end",)),
    names=("holders", "post holders", "postholders", "appointments"),
)
UNIT_KINDS = _table(
    "unit_kinds",
    "Kinds of unit",
    "The words that you use for units, in order of rank. Those given are a beginning: change them.",
    Wording("Title", "title", ("kind", "name", "kind of unit"), "Group", NAME),
    ID,
    names=("unit kinds", "unit types", "levels"),
)
GRADES = _table(
    "grades",
    "Grades",
    "Your grades, in order of rank. Those given are a beginning: change them.",
    Wording("Title", "title", ("grade", "name", "band"), "Director", NAME),
    ID,
    names=("bands", "pay bands"),
)
TABLES: dict[str, Table] = {
    table.list: table for table in (UNITS, POSTS, RESPONSIBILITIES, SUBJECTS, UNIT_KINDS, GRADES, PEOPLE, HOLDINGS)
}
BEGINNINGS: dict[str, tuple[str, ...]] = {
    "unit_kinds": ("Organisation", "Group", "Team"),
    "grades": ("Head", "Director", "Manager", "Officer"),
}
"""What the sheets of kinds and grades hold to begin with; these rows are read."""
EXAMPLE = "(example)"
"""How the row begins that shows how to fill a sheet; it is never read."""
