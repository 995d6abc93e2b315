"""Every verb, told apart by `do`. They say what is to be, and do nothing themselves.

A new verb is a class in one of the `changes_of_` modules, a line in `AnyChange`, and a function in one of the `apply_`
modules.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from orgmodel.options.change import Change
from orgmodel.options.changes_of_adopting import Adopt, AdoptedSlot
from orgmodel.options.changes_of_boards import Chair, Limit, Members, Remit, Rhythm
from orgmodel.options.changes_of_closing import Close, ClosePost, CloseUnit, Merge, PartTaken, Split
from orgmodel.options.changes_of_creating import (
    Create,
    CreateBoard,
    CreateDataSystem,
    CreateLever,
    CreateLocation,
    CreateObjective,
    CreatePerson,
    CreatePost,
    CreateProcess,
    CreateResponsibility,
    CreateStaffGroup,
    CreateSubject,
    CreateUnit,
)
from orgmodel.options.changes_of_links import HandOff, Link, Owner, Unlink
from orgmodel.options.changes_of_people import Appoint, Cover
from orgmodel.options.changes_of_silence import Ask, Keep
from orgmodel.options.changes_of_structure import (
    MovePost,
    MoveStaff,
    MoveUnit,
    Regrade,
    Rename,
    Require,
    SetHead,
    SetLine,
)
from orgmodel.options.changes_of_undoing import Restore, RestoreHolders, Withdraw
from orgmodel.options.changes_of_work import (
    Assign,
    Concern,
    Divide,
    Only,
    PartOfIt,
    Precedence,
    Release,
    Share,
    Staff,
    Transfer,
)

AnyChange = Annotated[
    CreateUnit
    | CreatePost
    | CreateStaffGroup
    | CreateResponsibility
    | CreateSubject
    | CreateProcess
    | CreateBoard
    | CreateDataSystem
    | CreateObjective
    | CreateLever
    | CreateLocation
    | CreatePerson
    | Adopt
    | Rename
    | MoveUnit
    | MovePost
    | MoveStaff
    | SetLine
    | SetHead
    | Regrade
    | Require
    | Concern
    | Release
    | Transfer
    | Assign
    | Share
    | Divide
    | Only
    | Precedence
    | Staff
    | Chair
    | Members
    | Limit
    | Rhythm
    | Remit
    | Appoint
    | Cover
    | Owner
    | Link
    | Unlink
    | HandOff
    | CloseUnit
    | ClosePost
    | Close
    | Merge
    | Split
    | Keep
    | Ask
    | Restore
    | RestoreHolders
    | Withdraw,
    Field(discriminator="do"),
]

__all__ = [
    "Adopt",
    "AdoptedSlot",
    "AnyChange",
    "Appoint",
    "Ask",
    "Assign",
    "Chair",
    "Change",
    "Close",
    "ClosePost",
    "CloseUnit",
    "Concern",
    "Cover",
    "Create",
    "CreateBoard",
    "CreateDataSystem",
    "CreateLever",
    "CreateLocation",
    "CreateObjective",
    "CreatePerson",
    "CreatePost",
    "CreateProcess",
    "CreateResponsibility",
    "CreateStaffGroup",
    "CreateSubject",
    "CreateUnit",
    "Divide",
    "HandOff",
    "Keep",
    "Limit",
    "Link",
    "Members",
    "Merge",
    "MovePost",
    "MoveStaff",
    "MoveUnit",
    "Only",
    "Owner",
    "PartOfIt",
    "PartTaken",
    "Precedence",
    "Regrade",
    "Release",
    "Remit",
    "Rename",
    "Require",
    "Restore",
    "RestoreHolders",
    "Rhythm",
    "SetHead",
    "SetLine",
    "Share",
    "Split",
    "Staff",
    "Transfer",
    "Unlink",
    "Withdraw",
]
