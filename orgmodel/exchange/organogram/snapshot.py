"""One snapshot: its rows put together into the files of one model, and what can be counted in them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.exchange.organogram.grades import GradeList
from orgmodel.exchange.organogram.idents import Idents
from orgmodel.exchange.organogram.names import Names
from orgmodel.exchange.organogram.posts import (
    JUNIOR,
    SENIOR,
    Around,
    Record,
    build_people,
    build_post,
    build_stub,
    part_of,
)
from orgmodel.exchange.organogram.problems import Noted
from orgmodel.exchange.organogram.reading import Row
from orgmodel.exchange.organogram.references import PostRows, Superiors, find_loops, tell_posts
from orgmodel.exchange.organogram.staff import build_staff
from orgmodel.exchange.organogram.texts import render_header, render_lists, render_staff
from orgmodel.exchange.organogram.units import KINDS, Units
from orgmodel.exchange.organogram.values import read_holder
from orgmodel.loading.scaffold import GITIGNORE, slug_of

HEAD_NOTE = "The one post that the list lets report to nobody."


@dataclass(frozen=True)
class Snapshot:
    """The model of one day: its folder's name, its files as text by path, and what is in it by count."""

    day: dt.date
    files: dict[str, str]
    counts: dict[str, float]


def build_snapshot(
    day: dt.date, rows: Sequence[Row], organisation: str, grades: GradeList, names: Names, noted: Noted, people: bool
) -> Snapshot:
    """The model of the rows of one day. Everything that is odd is noted; what can stand is in the model."""
    idents = Idents()
    senior = [row for row in rows if row.senior and _says_anything(row, noted)]
    junior = [row for row in rows if not row.senior and _says_anything(row, noted)]
    posts = tell_posts(senior, idents, noted)
    superiors = Superiors(posts, idents, noted)
    around = Around(grades, Units(organisation, noted, idents, names.clean), superiors, noted)
    records = [build_post(post, around) for post in posts]
    from_senior = set(superiors.stubs)
    staff = build_staff(junior, around, idents)
    stubs = [build_stub(ref, ident, ref not in from_senior) for ref, ident in superiors.stubs.items()]
    tops = _check_lines(posts, records, noted)
    files = _files(day, organisation, around, [*records, *stubs], staff, tops, posts)
    if people:
        holders, holdings = build_people(posts)
        files["people/people.yaml"] = render_lists({"people": holders, "holdings": holdings})
    return Snapshot(day, files, _count(posts, superiors, staff, around.units))


def _says_anything(row: Row, noted: Noted) -> bool:
    wanted = ("reference", "title") if row.senior else ("title", "fte", "unit", "superior")
    if any(row[field] for field in wanted):
        return True
    what = "the row has neither a reference nor a job title" if row.senior else "the row says nothing of any staff"
    noted.add("row-left-out", row.place(), f"{what}, and was left out", "Complete it, or delete it.")
    return False


def _check_lines(posts: Sequence[PostRows], records: Sequence[Record], noted: Noted) -> list[str]:
    """Note circles, several tops and no top; the ids of the live tops."""
    by_id = {post.id: post for post in posts}
    lines = {
        record["id"]: claim["who"] for record in records for claim in record.get("reports_to", ()) if "who" in claim
    }
    for loop in find_loops(lines):
        if len(loop) > 1:
            names = ", ".join(f"'{by_id[ident].reference}'" for ident in [*loop, loop[0]])
            what = f"posts report in a circle: {names}"
            noted.add("loop", by_id[loop[0]].rows[0].place("superior"), what, "Correct one of them.")
    tops = [r["id"] for r in records if {"state": "none"}.items() <= (r.get("reports_to") or [{}])[0].items()]
    live = [ident for ident in tops if not by_id[ident].closed]
    if len(live) > 1:
        for ident in live:
            what = f"{len(live)} posts report to nobody; '{by_id[ident].reference}' is one of them"
            noted.add("several-tops", by_id[ident].rows[0].place("superior"), what, "Keep XX for the one at the top.")
    if not live and posts:
        what = "no post says that it reports to nobody, so that the list has no top"
        noted.add("no-top", posts[0].rows[0].place("superior"), what, "Write XX as the superior of the one at the top.")
    return live


def _files(
    day: dt.date,
    organisation: str,
    around: Around,
    posts: Sequence[Record],
    staff: Sequence[Record],
    tops: Sequence[str],
    of: Sequence[PostRows],
) -> dict[str, str]:
    kinds = [{"id": f"kind-{ident}", "title": title} for ident, title in KINDS]
    grades = [{"id": ident, "title": title} for ident, title in around.grades.grades]
    date = f"{day.day} {day:%B %Y}"
    about: Record = {
        "id": f"{slug_of(organisation) or 'organisation'}-{day}",
        "title": f"{organisation}, organogram of {date}",
        "account_of": f"{organisation}, in the organogram that it publishes",
        "as_of": day.isoformat(),
        "marking": "Imported from a published list",
        "organisation": around.units.top,
    }
    files = {
        "model.yaml": render_header(about),
        "sources.yaml": render_lists({"sources": _sources(organisation, posts, staff)}),
        "grades-and-kinds.yaml": render_lists({"unit_kinds": kinds, "grades": grades}),
        "units.yaml": render_lists({"units": _units(around.units, tops, of)}),
        "posts.yaml": render_lists({"posts": posts}),
        ".gitignore": GITIGNORE,
    }
    return files | (render_staff(staff) if staff else {})


def _units(units: Units, tops: Sequence[str], posts: Sequence[PostRows]) -> list[Record]:
    records: list[Record] = []
    for unit in units.records:
        record: Record = {"id": unit.id, "title": unit.title, "kind": f"kind-{unit.kind}"}
        if unit.part_of:
            record["part_of"] = [{"who": unit.part_of}]
        if unit.id == units.top and len(tops) == 1:
            reference = next(post.reference for post in posts if post.id == tops[0])
            cites = [f"{SENIOR}#{part_of(reference)}"]
            record["head"] = [{"who": tops[0], "basis": "inferred", "cites": cites, "note": HEAD_NOTE}]
        records.append(record)
    return records


def _sources(organisation: str, posts: Sequence[Record], staff: Sequence[Record]) -> list[Record]:
    cited = [post["cites"][0] for post in posts] + [group["cites"] for group in staff]
    note = "Parts are cited by the reference of the post; rows of junior posts by that of the post above them."
    sources = []
    for ident, kind in ((SENIOR, "senior"), (JUNIOR, "junior")):
        parts = dict.fromkeys(cite.partition("#")[2] for cite in cited if cite.startswith(f"{ident}#"))
        if parts:
            title = f"Organogram: {kind} posts"
            sources.append({"id": ident, "title": title, "author": organisation, "note": note, "parts": list(parts)})
    return sources


def _count(posts: Sequence[PostRows], superiors: Superiors, staff: Sequence[Record], units: Units) -> dict[str, float]:
    holders = Counter(read_holder(row["holder"]) for post in posts for row in post.rows)
    return {
        "posts": len(posts),
        "live posts": sum(not post.closed for post in posts),
        "closed posts": sum(post.closed for post in posts),
        "vacancies": holders["vacant"],
        "named holders": holders["named"],
        "withheld holders": holders["withheld"],
        "posts not in the list": len(superiors.stubs),
        "units": len(units.records),
        "staff groups": len(staff),
        "staff in full-time equivalents": round(sum(group["fte"] or 0 for group in staff), 2),
    }
