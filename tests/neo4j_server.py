"""Starts a real Neo4j Community server from its jars, on a free port of this machine and in a folder of its own.

Knows nothing of orgmodel or of pytest: `find_obstacle` says why no server can be had, `start_server` starts one.
"""

import os
import secrets
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
USER = "neo4j"
SECONDS_TO_START = 120
OPENED_PACKAGES = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
CONFIGURATION = """\
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.routing.listen_address=127.0.0.1:{routing_port}
dbms.usage_report.enabled=false
server.memory.pagecache.size=256m
"""


class ServerDidNotStartError(RuntimeError):
    """The server ended, or did not answer in time; the message holds the end of its log."""


@dataclass(frozen=True)
class Neo4jServer:
    """A server that answers, until it is stopped."""

    uri: str
    user: str
    password: str
    home: Path
    process: subprocess.Popen[bytes]

    @property
    def auth(self) -> tuple[str, str]:
        """User and password, as the driver takes them."""
        return self.user, self.password

    @property
    def log(self) -> Path:
        """What the server printed."""
        return self.home / "logs" / "console.log"

    def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self.process.kill()
        self.process.wait(timeout=30)

    def restart(self) -> "Neo4jServer":
        """Start it again with the same data, address and password."""
        self.stop()
        return _wait_until_up(replace(self, process=_launch(self.home)))


def find_jars() -> Path:
    """The folder the jars are in, whether or not it exists."""
    return Path(os.environ.get("ORGMODEL_NEO4J_JARS") or ROOT / ".cache" / "neo4j" / "jars")


def find_obstacle() -> str | None:
    """Why no server can be had on this machine, or None if one can."""
    if _find_java() is None:
        return "no Java was found for the Neo4j server; install Java 17"
    if not (find_jars() / ".complete").exists():
        return "the Neo4j server's jars were not found; `make neo4j-jars` fetches them"
    return None


def start_server(home: Path) -> Neo4jServer:
    """Start a new, empty server whose data and logs go into `home`, and wait until it answers."""
    port, routing_port = _find_free_ports(2)
    (home / "conf").mkdir(parents=True)
    (home / "logs").mkdir()
    configuration = CONFIGURATION.format(port=port, routing_port=routing_port)
    (home / "conf" / "neo4j.conf").write_text(configuration, encoding="utf-8")
    password = secrets.token_urlsafe(12)
    _set_password(home, password)
    return _wait_until_up(Neo4jServer(f"bolt://127.0.0.1:{port}", USER, password, home, _launch(home)))


def _find_java() -> str | None:
    at_home = Path(os.environ.get("JAVA_HOME", "/nowhere")) / "bin" / "java"
    return str(at_home) if at_home.exists() else shutil.which("java")


def _find_free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [opened.getsockname()[1] for opened in sockets]
    for opened in sockets:
        opened.close()
    return ports


def _java_command(main_class: str, *options: str) -> list[str]:
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED_PACKAGES]
    return [str(_find_java()), *opens, *options, "-cp", f"{find_jars()}/*", main_class]


def _set_password(home: Path, password: str) -> None:
    command = _java_command("org.neo4j.cli.AdminTool", "-XX:TieredStopAtLevel=1")
    subprocess.run(
        [*command, "dbms", "set-initial-password", password],
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        check=True,
        capture_output=True,
        timeout=SECONDS_TO_START,
    )


def _launch(home: Path) -> subprocess.Popen[bytes]:
    command = _java_command("org.neo4j.server.CommunityEntryPoint", "-Xms256m", "-Xmx1g", "-Dfile.encoding=UTF-8")
    with (home / "logs" / "console.log").open("ab") as log:
        return subprocess.Popen(
            [*command, f"--home-dir={home}", f"--config-dir={home / 'conf'}"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def _wait_until_up(server: Neo4jServer) -> Neo4jServer:
    deadline = time.monotonic() + SECONDS_TO_START
    while not _answers(server):
        ended = server.process.poll() is not None
        if ended or time.monotonic() > deadline:
            server.kill()
            what = "ended" if ended else f"did not answer within {SECONDS_TO_START} seconds"
            raise ServerDidNotStartError(f"the Neo4j server {what}; the end of its log:\n{_read_end(server.log)}")
        time.sleep(0.25)
    return server


def _answers(server: Neo4jServer) -> bool:
    """Whether Bolt answers. The socket is tried first: the driver's own retries are slow, and a refused
    password would count towards the account's lock."""
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    host, port = server.uri.removeprefix("bolt://").split(":")
    try:
        socket.create_connection((host, int(port)), timeout=1).close()
        with GraphDatabase.driver(server.uri, auth=server.auth) as driver:
            driver.execute_query("RETURN 1", database_="neo4j")
    except (OSError, DriverError, Neo4jError):
        return False
    return True


def _read_end(log: Path, lines: int = 40) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
