"""An option beside another account of its organisation: whether that followed it, and carrying it over to there."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from orgmodel import use_cases
from orgmodel.errors import Problem
from orgmodel.model import Model
from orgmodel.options import Changeset, Drift, Rebase
from orgmodel.render.option_yaml import render_option
from orgmodel.use_cases import ModelEntry
from orgmodel_app.state.desk import Desk
from orgmodel_app.state.opening import MOST_KEPT, find_fingerprint, try_it

Given = list[tuple[str, bytes]]


@dataclass(frozen=True)
class Followed:
    """What became of an option in another account, and what carrying it over there meets; each is everything that is
    wrong where it cannot be told. `carried` is the option as text for there, and `ids` are of all that is named."""

    drift: Drift | list[Problem]
    rebase: Rebase | list[Problem]
    carried: str | list[Problem]
    ids: frozenset[str]


def accounts_of(desk: Desk) -> dict[str, ModelEntry]:
    """The other accounts of the same organisation that come with the program, by id, the earliest first."""
    return {entry.id: entry for entry in use_cases.list_accounts(desk.model)}


@st.cache_resource(max_entries=MOST_KEPT, show_spinner="Reading the other account …")
def _account(name: str, fingerprint: object, _model: Model) -> Model:
    return use_cases.open_account(_model, name)


def try_account(desk: Desk, entry: ModelEntry) -> Model | list[Problem]:
    """One of those accounts."""
    return try_it(_account, entry.id, find_fingerprint(entry.folder), desk.model)


def try_files(desk: Desk, given: Given, day: str) -> Model | list[Problem]:
    """An account from files that somebody brings, or everything that is wrong in them. Nothing is written."""
    return try_it(use_cases.bring_account, desk.model, given, day)


def follow(desk: Desk, option: str, other: Model) -> Followed:
    """An option held against another account, each question by itself, so that one may fail without the other."""
    return Followed(
        try_it(use_cases.drift_option, desk.opened, option, other),
        try_it(use_cases.rebase_option, desk.opened, option, other),
        try_it(lambda: render_option(_carry(desk, option, other))),
        frozenset({*desk.model.by_id, *other.by_id, *desk.opened.options[option].created}),
    )


def _carry(desk: Desk, option: str, other: Model) -> Changeset:
    return use_cases.carry_option(desk.opened, option, other)
