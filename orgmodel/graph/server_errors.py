"""What can go wrong with a server, in words for people. It knows error codes and causes, but not the driver."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

from orgmodel.errors import EngineError

LONGEST = 400
OLDEST = (5, 26)
"""The oldest version of Neo4j that is tested."""
WRONG_PASSWORD = (
    "Check the user, and the password in ORGMODEL_NEO4J_PASSWORD or in the file that --password-file or "
    "ORGMODEL_NEO4J_PASSWORD_FILE names."
)
BY_CODE = {
    "Security.Unauthorized": ("{where} refuses the user or the password", WRONG_PASSWORD),
    "Security.AuthenticationRateLimit": (
        "{where} has locked the user for a while, after too many wrong passwords",
        "Wait some seconds, then try again with the right password.",
    ),
    "Security.CredentialsExpired": (
        "{where} wants the user's first password changed before anything else",
        "Change it in Neo4j (ALTER CURRENT USER SET PASSWORD ...), then try again.",
    ),
    "Security.Forbidden": (
        "{where} does not allow the user to do this: {said}",
        "Loading needs the right to write, and, the first time, to make constraints and indexes.",
    ),
    "Database.DatabaseNotFound": (
        "{where} has no such database: {said}",
        "The database is the last part of the address: neo4j://host:7687/database. Leave it out for the default.",
    ),
    "Statement.AccessMode": ("{where} refused a query that writes: {said}", "Only reading queries are run."),
    "Transaction.TransactionTimedOut": (
        "{where} stopped a transaction that took longer than it may",
        "Ask for less, or give it more time.",
    ),
    "Schema.ConstraintValidationFailed": (
        "{where} refused a row whose key exists already: {said}",
        "The load was undone. Load again; if it happens again, two things have the same id.",
    ),
}
"""What to say, and what to do, for codes that begin like this after `Neo.<kind>.`"""


class ConnectionLostError(EngineError):
    """The server stopped answering. `unknown_outcome` says that the last step may have been completed."""

    def __init__(self, what: str, hint: str = "", unknown_outcome: bool = False) -> None:
        super().__init__(what, hint)
        self.unknown_outcome = unknown_outcome


def refusal(where: str, code: str, said: str) -> EngineError:
    """The error for what a server answered, by its code and message."""
    tail = code.partition(".")[2].partition(".")[2]
    for begins, (what, hint) in BY_CODE.items():
        if tail.startswith(begins):
            return EngineError(what.format(where=where, said=_short(said)), hint)
    return EngineError(f"{where} refused: {_short(said)}", f"The server's code is {code}." if code else "")


def unreachable(where: str, error: BaseException) -> EngineError:
    """The error for a server to which no connection could be made, by what lies beneath the driver's error."""
    causes = list(_causes(error))
    text = " ".join(map(str, causes))
    if any(isinstance(cause, socket.gaierror) for cause in causes) or "DNS resolve" in text:
        return EngineError(f"{where}: no machine of that name is known", "Check the name in the address.")
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes) or "Connection refused" in text:
        return EngineError(
            f"{where}: nothing answers there",
            "Check that Neo4j runs there and the port: Bolt listens on 7687 unless configured otherwise.",
        )
    if any(isinstance(cause, ssl.SSLError) for cause in causes) or "encrypt" in text:
        return EngineError(
            f"{where}: no encrypted connection could be made",
            "Use neo4j:// for a server without encryption, neo4j+s:// for one with a certificate that others trust, "
            "neo4j+ssc:// for one with a certificate of its own.",
        )
    if any(words in text for words in ("handshake", "looks like HTTP", "does not support communication")):
        return EngineError(
            f"{where}: something is there, but it does not answer as Neo4j does",
            "Check the port (Bolt listens on 7687 unless configured otherwise, the browser's pages on 7474) and that "
            f"it is Neo4j {OLDEST[0]}.{OLDEST[1]} or later. One that has just been started needs some seconds.",
        )
    if any(isinstance(cause, TimeoutError) for cause in causes) or "timed out" in text.lower():
        return EngineError(f"{where}: no answer in time", "Check the address, and that no firewall stands between.")
    return EngineError(f"{where} cannot be reached: {_short(str(error))}", "Check the address, and that Neo4j runs.")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error, whatever it was raised from, and the members of groups among them."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for member in error.exceptions:
                yield from _causes(member)
        error = error.__cause__ or error.__context__


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]} ..."
