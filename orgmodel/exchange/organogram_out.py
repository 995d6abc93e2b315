"""The organogram as UK departments publish it: a CSV with a row for each senior post and for each group of junior
staff. What that form cannot hold is counted, and nothing is written in its place."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from orgmodel.exchange.exported import Exported
from orgmodel.exchange.formulas import safe_cell
from orgmodel.exchange.left_out import count_other_days
from orgmodel.exchange.text import one_line
from orgmodel.graph import holds_on
from orgmodel.model import Claim, Holding, LineClaim, Model, Post, Slot, StaffGroup, Unit

COLUMNS = (
    "Snapshot", "Senior/Junior", "Post Unique Reference", "Name", "Grade (or equivalent)", "Job Title",
    "Job/Team Function", "Parent Department", "Organisation", "Unit", "Contact Phone", "Contact E-mail",
    "Reports to Senior Post", "Salary Cost of Reports (£)", "FTE", "Actual Pay Floor (£)", "Actual Pay Ceiling (£)",
    "Professional/Occupational Group", "Notes", "Valid?",
)  # fmt: skip

NAME_WITHHELD, VACANT, CLOSED, TOP, WITHHELD = "N/D", "Vacant", "Eliminated", "XX", "Information withheld"
SHARED = "Job share."
CANNOT = {
    "holder": "posts of which it is not stated, not clear or withheld whether they are filled: the name is empty",
    "line": "posts whose line is not stated, not clear or withheld: the superior is empty",
    "lines": "further, dotted and statutory lines",
    "unit": "posts in further units",
    "bound": "grades known only as at least so high: the lowest is written",
    "duty": "responsibilities of posts that have a text of their own, or part of whose work is withheld",
    "place": "units that are part of something else than the organisation or a body of it",
    "quiet": "units without any post or staff",
}
"""What the form cannot hold, in words."""

Row = Mapping[str, str]


@dataclass(frozen=True)
class Withholding:
    """Which names are written: none, or (`names`) those of holders of posts not below a grade."""

    names: bool = False
    below: str | None = None


def render_organogram(model: Model, standing: str, withholding: Withholding = Withholding()) -> Exported:
    """The rows of the model's day below a line that says whose account it is."""
    listing = _Listing(model, withholding)
    rows = list(listing.rows())
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([safe_cell(one_line(standing))])
    writer.writerow(COLUMNS)
    writer.writerows([safe_cell(one_line(row.get(column, ""))) for column in COLUMNS] for row in rows)
    return Exported(written.getvalue(), (*listing.left_out(), *count_other_days(model)))


class _Listing:
    """Turns posts and groups of staff into rows, and counts what no column can say."""

    def __init__(self, model: Model, withholding: Withholding) -> None:
        self.model, self.withholding, self.day = model, withholding, model.about.as_of
        self.cannot: Counter[str] = Counter()
        self.withheld = self.named = 0
        self.used: set[str] = set()
        self.people = {person.id: person.title for person in model.people}
        self.grades = {grade.id: grade.title for grade in model.grades}
        self.posts = [post for post in model.posts if holds_on(post, self.day)]
        self.listed = {post.id: self.reference(post) for post in self.posts}
        self.holdings: dict[str, list[Holding]] = {}
        for holding in model.holdings:
            if holds_on(holding, self.day):
                self.holdings.setdefault(holding.post, []).append(holding)
        self.duties = self._duties()

    def rows(self) -> Iterator[Row]:
        """A row for each post and for each who shares it, then one for each group of staff."""
        for post in self.posts:
            if not post.not_in_source:
                yield from self.senior(post)
        for group in self.model.staff_groups:
            if holds_on(group, self.day):
                yield self.junior(group)
        self._count_units()

    def senior(self, post: Post) -> Iterator[Row]:
        names = list(self.names(post))
        self.cannot["bound"] += post.grade_bound == "at_least"
        notes = post.note or ""
        if len(names) > 1 and "job share" not in notes.lower():
            notes = f"{notes} {SHARED}".strip()
        lines = list(self.superiors(post))
        row = {
            **self.common(post.grade, post.profession, post.in_unit),
            "Senior/Junior": "Senior",
            "Post Unique Reference": self.reference(post),
            "Job Title": post.title,
            "Job/Team Function": self.function(post),
            "Notes": notes,
            "FTE": _number(post.fte, len(names)),
        }
        for name, superior in zip_longest(names, lines[: len(names)], fillvalue=lines[0]):
            yield row | {"Name": name, "Reports to Senior Post": superior}

    def junior(self, group: StaffGroup) -> Row:
        row = self.common(group.grade, group.profession, group.in_unit)
        above = [claim.who for claim in self.holding(group.reports_to) if claim.who]
        superior = self.listed.get(above[0] or "", "") if above else ""
        self.cannot["line"] += not superior
        more = {"Senior/Junior": "Junior", "Job Title": group.title, "FTE": _number(group.fte)}
        return row | more | {"Reports to Senior Post": superior}

    def common(self, grade: str | None, profession: str | None, units: Slot[Claim]) -> dict[str, str]:
        body, unit = self.place(units)
        return {
            "Snapshot": self.day.isoformat(),
            "Grade (or equivalent)": self.grades.get(grade or "", ""),
            "Parent Department": self.model.title_of(self.model.about.organisation),
            "Organisation": body,
            "Unit": unit,
            "Professional/Occupational Group": profession or "",
        }

    def reference(self, post: Post) -> str:
        """What the post is called in the list: its own reference, or its id where it has none."""
        return post.reference or post.id

    def holding(self, slot: Slot[Claim]) -> list[Claim]:
        return [claim for claim in slot.claims if holds_on(claim, self.day)]

    def names(self, post: Post) -> Iterator[str]:
        """What stands in the column of names: one for each holder where names are written, else the holder's state."""
        state = post.occupancy.state if holds_on(post.occupancy, self.day) else "not_stated"
        held = self.holdings.get(post.id, ())
        if state in ("vacant", "closed"):
            yield VACANT if state == "vacant" else CLOSED
        elif held and self.may_name(post):
            self.named += len(held)
            yield from (self.people.get(holding.person, NAME_WITHHELD) for holding in held)
        elif held or state == "filled":
            self.withheld += len(held)
            yield NAME_WITHHELD
        else:
            self.cannot["holder"] += 1
            yield ""

    def may_name(self, post: Post) -> bool:
        """Whether the holder's name may be written; below the grade, and where the grade is not known, it may not."""
        if not self.withholding.names or self.withholding.below is None:
            return self.withholding.names
        ranks = self.model.grade_rank
        return post.grade is not None and ranks[post.grade] <= ranks[self.withholding.below]

    def superiors(self, post: Post) -> Iterator[str]:
        """To whom a post reports: references, XX for nobody, or an empty text where that cannot be said."""
        claims = self.holding(post.reports_to)
        named = [claim for claim in claims if isinstance(claim, LineClaim) and claim.kind == "line" and claim.who]
        nobody = any(claim.state == "none" for claim in claims)
        found = [self.listed[str(claim.who)] for claim in named if claim.who in self.listed]
        found += [TOP] if nobody and not found else []
        shares = len(self.holdings.get(post.id, ())) if self.withholding.names else 1
        self.cannot["lines"] += sum(claim.who is not None for claim in claims) - min(len(named), max(shares, 1))
        if not found and post.occupancy.state != "closed":
            self.cannot["line"] += 1
        yield from found or [""]

    def function(self, post: Post) -> str:
        duties = self.duties.get(post.id, [])
        if post.other_responsibilities == "redacted":
            self.cannot["duty"] += len(duties)
            return WITHHELD
        if post.description:
            self.cannot["duty"] += len(duties)
            return post.description
        return f"Answers for: {'; '.join(duties)}." if duties else ""

    def _duties(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for item in self.model.responsibilities:
            if holds_on(item, self.day):
                claims = [claim for claim in item.accountable.known if holds_on(claim, self.day)]
                for who in dict.fromkeys(claim.who for claim in claims):
                    found.setdefault(who or "", []).append(item.title)
        return found

    def place(self, slot: Slot[Claim]) -> tuple[str, str]:
        """The body and the unit that a post or group of staff is in."""
        known = [claim.who for claim in self.holding(slot) if claim.who]
        self.cannot["unit"] += max(len(known) - 1, 0)
        if not known:
            return "", ""
        self.used.add(known[0])
        whole = self.model.title_of(self.model.about.organisation)
        chain = self._above(known[0])
        if len(chain) == 1:
            return self.model.title_of(chain[0]), ""
        body = chain[-2] if len(chain) > 2 else self.model.about.organisation
        self.cannot["place"] += len(chain) > 3
        return self.model.title_of(body) if body else whole, self.model.title_of(known[0])

    def _above(self, ident: str) -> list[str]:
        """A unit and what it is part of, up to the top; a unit that belongs nowhere is by itself."""
        chain = [ident]
        while isinstance(unit := self.model.by_id.get(chain[-1]), Unit):
            above = [claim.who for claim in self.holding(unit.part_of) if claim.who]
            if not above or above[0] in chain:
                break
            chain.append(str(above[0]))
        return chain

    def _count_units(self) -> None:
        units = [unit.id for unit in self.model.units if holds_on(unit, self.day)]
        on_the_way = {ident for used in self.used for ident in self._above(used)}
        self.cannot["quiet"] += sum(ident not in on_the_way for ident in units)

    def left_out(self) -> Iterator[str]:
        """What the form cannot hold, and which names are withheld, each with its count."""
        for kind, number in sorted(self.cannot.items()):
            if number > 0:
                yield f"The form cannot hold {number} of this: {CANNOT[kind]}."
        if self.withholding.names and self.withheld:
            grade = self.grades.get(self.withholding.below or "", "")
            yield f"Names withheld of {self.withheld} of {self.withheld + self.named} holders: posts below {grade}."


def _number(fte: float | None, share: int = 1) -> str:
    return "" if fte is None else f"{round(fte / share, 4):g}"
