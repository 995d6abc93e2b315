"""Gathers what a page shows; of small models only some questions are asked, as each of them costs time."""

from __future__ import annotations

from dataclasses import replace

from orgmodel import use_cases
from orgmodel.use_cases.page import PageContents, gather_page

QUESTIONS = (
    "multiple-accountable", "ownerless-responsibility", "overloaded-post", "split-subject", "thin-bench",
    "unclear-accountability", "unknown-ownership", "vacant-critical-post",
)  # fmt: skip


def gather_few(opened: use_cases.Opened) -> PageContents:
    """The same with only some questions asked."""
    return gather(replace(opened, catalogue=tuple(query for query in opened.catalogue if query.id in QUESTIONS)))


def gather(opened: use_cases.Opened) -> PageContents:
    """Everything about a model, with every question asked."""
    with use_cases.open_engine() as engine:
        return gather_page(opened, engine)
