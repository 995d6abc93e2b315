"""Grades in the order of rank: those of the civil service are known, others stand where their pay puts them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from orgmodel.exchange.organogram.idents import Idents
from orgmodel.exchange.organogram.problems import Noted
from orgmodel.exchange.organogram.reading import Row
from orgmodel.exchange.organogram.values import NOTHING, read_number

KNOWN: tuple[tuple[str, ...], ...] = (
    ("scs4", "permanentsecretary", "permsec"),
    ("scs3", "directorgeneral"),
    ("scs2", "director"),
    ("scs1a",),
    ("scs1", "deputydirector"),
    ("grade6", "g6"),
    ("grade7", "g7"),
    ("seo",),
    ("heod",),
    ("heo",),
    ("eo",),
    ("ao",),
    ("aa",),
)
"""From the highest to the lowest; other ways to write a grade follow the usual one."""

RANKS = {name: rank for rank, names in enumerate(KNOWN) for name in names}


@dataclass(frozen=True)
class GradeList:
    """The grades that are used, highest first, as (id, title), and the id of each way in which one is written."""

    grades: tuple[tuple[str, str], ...]
    ids: dict[str, str]


def build_grades(rows: Sequence[Row], noted: Noted) -> GradeList:
    """The grades of all rows together, so that two snapshots have the same list.

    A grade whose rank neither its name nor the pay of junior posts tells is left out, and noted where it stands.
    """
    pay: dict[str, list[float]] = {}
    for row in rows:
        written = row["grade"]
        if written.lower() not in NOTHING:
            pay.setdefault(written, [])
            if not row.senior and (floor := _floor(row)):
                pay[written].append(floor)
    ranks = {written: _known_rank(written) for written in pay}
    usual = _usual_pay(ranks, pay)
    placed: dict[str, float] = {}
    for written, floors in pay.items():
        rank = ranks[written]
        if rank is None and floors and usual:
            rank = _rank_by_pay(median(floors), usual)
        if rank is not None:
            placed[written] = rank
    _say_unknown(rows, placed, noted)
    return _list(placed)


def _list(placed: dict[str, float]) -> GradeList:
    idents, ids, grades = Idents(), dict[str, str](), list[tuple[str, str]]()
    by_name: dict[str, str] = {}
    for written in sorted(placed, key=lambda each: (placed[each], each)):
        name = KNOWN[int(placed[written])][0] if _is_exact(written) else _plain(written) or written
        if name not in by_name:
            by_name[name] = idents.make("grade", re.sub(r"(?i)^grade\b\s*", "", written) or written)
            grades.append((by_name[name], written))
        ids[written] = by_name[name]
    return GradeList(tuple(grades), ids)


def _plain(written: str) -> str:
    return re.sub(r"[^a-z0-9]", "", written.lower())


def _is_exact(written: str) -> bool:
    return _plain(written) in RANKS


def _known_rank(written: str) -> float | None:
    """The rank by name; a grade with an addition in brackets, such as `SEO (London)`, comes just below it."""
    plain = _plain(written)
    if plain in RANKS:
        return RANKS[plain]
    base = _plain(re.sub(r"\(.*?\)", "", written))
    return RANKS[base] + 0.25 if base in RANKS else None


def _floor(row: Row) -> float | None:
    try:
        return read_number(row["floor"])
    except ValueError:
        return None


def _usual_pay(ranks: dict[str, float | None], pay: dict[str, list[float]]) -> list[tuple[float, float]]:
    known = ((rank, floors) for written, floors in pay.items() if (rank := ranks[written]) is not None and floors)
    return sorted((rank, median(floors)) for rank, floors in known)


def _rank_by_pay(floor: float, usual: list[tuple[float, float]]) -> float:
    above = [rank for rank, other in usual if other >= floor]
    return max(above, default=usual[0][0] - 0.5) + 0.5


def _say_unknown(rows: Sequence[Row], placed: dict[str, float], noted: Noted) -> None:
    said: set[str] = set()
    for row in rows:
        written = row["grade"]
        if written.lower() in NOTHING or written in placed or written in said:
            continue
        said.add(written)
        what = f"nothing tells the rank of the grade '{written[:60]}'; posts of it are read without a grade"
        noted.add("grade-unknown", row.place("grade"), what, "Add it to the model's grades where it belongs.")
