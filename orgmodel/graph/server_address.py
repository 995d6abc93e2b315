"""Where a server is and who asks: an address as people write it, and a user and a password from options or environment.

A password is never taken from an address, and never shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from orgmodel.errors import UsageError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
USER, PASSWORD, PASSWORD_FILE = (
    "ORGMODEL_NEO4J_USER",
    "ORGMODEL_NEO4J_PASSWORD",
    "ORGMODEL_NEO4J_PASSWORD_FILE",
)
FORMS = "Write 'embedded', or the address of a Neo4j server: neo4j://host:7687 or neo4j://host:7687/database."
HOST = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s:/\[\]?#]+)(:(?P<port>\d{1,5}))?(/(?P<database>[A-Za-z0-9._-]*))?")


@dataclass(frozen=True)
class Address:
    """Where a server is: what the driver connects to, and the database in it (None: the user's own default)."""

    uri: str
    database: str | None = None


@dataclass(frozen=True)
class Login:
    """Who asks, with a password that is never shown. No password means that the server is to ask for none."""

    user: str = "neo4j"
    password: str = field(default="", repr=False)


def read_address(address: str) -> Address:
    """The parts of a server's address; raises UsageError, without repeating what may be a password."""
    scheme, separator, rest = address.partition("://")
    if "@" in address:
        raise UsageError(
            "the address holds a user or a password, which others can read in it",
            f"Write the address without them; give the user with --user or {USER}, and the password with "
            f"--password-file or {PASSWORD}.",
        )
    if not separator or scheme not in SCHEMES:
        what = f"'{scheme}://' is not an address of an engine" if separator else f"there is no engine '{address}'"
        raise UsageError(what, FORMS)
    match = HOST.fullmatch(rest)
    if match is None or int(match["port"] or 7687) not in range(1, 65536):
        raise UsageError(f"the address after {scheme}:// is not a host, a port and a database", FORMS)
    return Address(f"{scheme}://{match['host']}:{match['port'] or 7687}", match["database"] or None)


def find_login(user: str | None, password: str | None, password_file: str | None, environ: Mapping[str, str]) -> Login:
    """User and password: what is given as an option first, then what the environment says."""
    return Login(user or environ.get(USER) or "neo4j", _find_password(password, password_file, environ))


def _find_password(given: str | None, file: str | None, environ: Mapping[str, str]) -> str:
    if given:
        return given
    if file:
        return _read_password(file)
    if environ.get(PASSWORD):
        return environ[PASSWORD]
    return _read_password(environ[PASSWORD_FILE]) if environ.get(PASSWORD_FILE) else ""


def _read_password(file: str) -> str:
    try:
        password = Path(file).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text in UTF-8"
        hint = "Check its name, and that you may read it."
        raise UsageError(f"the password file '{file}' cannot be read: {reason}", hint) from None
    if not password:
        raise UsageError(f"the password file '{file}' is empty", "Write the password into it, on one line.")
    return password
