"""What becomes of a row of a finding between two models, versions or runs, told by its identity and its verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol, TypeVar

from orgmodel.findings.finding import Identity

Kind = Literal["closed", "opened", "changed", "settled", "become_unknown", "still", "gone"]
KINDS: tuple[Kind, ...] = ("closed", "opened", "changed", "settled", "become_unknown", "still", "gone")


class Identified(Protocol):
    """What has an identity: a finding and what its author chose to tell its rows apart."""

    @property
    def finding(self) -> str: ...
    @property
    def identity(self) -> Identity: ...


AnyRow = TypeVar("AnyRow", bound=Identified)


def by_key(rows: Iterable[AnyRow]) -> dict[tuple[str, Identity], AnyRow]:
    """Rows by what makes each the same row elsewhere."""
    return {(row.finding, row.identity): row for row in rows}


def find_kind(was: str, now: str, differs: bool, gone: bool = False) -> Kind | None:
    """How a verdict moved; None where both sides pass. `gone` says that the thing that it was about is."""
    if was == now:
        return None if was == "pass" else "changed" if differs else "still"
    if gone:
        return "gone" if was != "fail" else "closed"
    if now == "fail":
        return "opened" if was != "unknown" else "settled"
    if now == "unknown":
        return "become_unknown"
    if was == "fail":
        return "closed"
    return "settled" if was == "unknown" else "changed"
