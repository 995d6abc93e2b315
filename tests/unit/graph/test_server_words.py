"""The words for what a server answers, for what lies beneath a failed connection, and for its version."""

import socket
import ssl

import pytest

from orgmodel.errors import EngineError
from orgmodel.graph.server import check_version
from orgmodel.graph.server_errors import LONGEST, refusal, unreachable


def caused_by(cause: BaseException) -> RuntimeError:
    """An error with a cause, as the driver raises it."""
    try:
        raise RuntimeError("Couldn't connect") from cause
    except RuntimeError as error:
        return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (caused_by(ConnectionRefusedError()), "nothing answers there"),
        (caused_by(socket.gaierror()), "no machine of that name is known"),
        (caused_by(TimeoutError()), "no answer in time"),
        (caused_by(ssl.SSLError()), "no encrypted connection could be made"),
        (RuntimeError("Failed to read four byte Bolt handshake response"), "does not answer as Neo4j does"),
        (
            caused_by(ExceptionGroup("all", [ValueError(), caused_by(ConnectionRefusedError())])),
            "nothing answers there",
        ),
        (RuntimeError("something new"), "cannot be reached: something new"),
    ],
)
def test_a_server_that_cannot_be_reached(error: BaseException, words: str) -> None:
    told = unreachable("the server", error).problem
    assert told.what.startswith("the server")
    assert words in told.what
    assert told.hint


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("Neo.ClientError.Security.Unauthorized", "refuses the user or the password"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", "has locked the user for a while"),
        ("Neo.ClientError.Security.CredentialsExpired", "wants the user's first password changed"),
        ("Neo.ClientError.Security.Forbidden", "does not allow the user to do this: said"),
        ("Neo.ClientError.Database.DatabaseNotFound", "has no such database: said"),
        ("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "took longer than it may"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "refused: said"),
        ("", "refused: said"),
    ],
)
def test_what_a_server_refuses(code: str, words: str) -> None:
    told = refusal("the server", code, "said")
    assert told.problem.what.startswith("the server")
    assert words in told.problem.what
    assert told.exit_code == 4


def test_a_long_message_is_cut_and_on_one_line() -> None:
    what = refusal("the server", "Neo.ClientError.Statement.SyntaxError", "line\n" * 500).problem.what
    assert "\n" not in what
    assert len(what) < LONGEST + 50


@pytest.mark.parametrize("agent", ["Neo4j/5.26.10", "Neo4j/5.27-aura", "Neo4j/2025.08.0", "Neo4j/v6.0.1"])
def test_a_version_that_is_new_enough(agent: str) -> None:
    assert check_version("the server", agent) in agent


@pytest.mark.parametrize("agent", ["Neo4j/4.4.30", "Neo4j/5.25.1"])
def test_a_version_that_is_too_old(agent: str) -> None:
    with pytest.raises(EngineError, match="which is too old") as raised:
        check_version("the server", agent)
    assert raised.value.problem.hint == "Neo4j 5.26 or later is needed."


def test_a_server_that_is_another_product() -> None:
    with pytest.raises(EngineError, match=r"calls itself 'Other/1\.0'"):
        check_version("the server", "Other/1.0")
