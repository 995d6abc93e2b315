"""What the tests in the browser share: a browser, servers of the app as processes, and pages that are watched."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.app.models import HOSTILE, write_broken_model, write_model

sync_api = pytest.importorskip("playwright.sync_api")

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 90_000
READY = ".om-marking, .om-problems"
NOTE_VIOLATIONS = """
(window.top.violations = window.top.violations || []);
document.addEventListener("securitypolicyviolation", event =>
  window.top.violations.push(event.violatedDirective + " " + event.blockedURI));
"""


@dataclass
class Watched:
    """A page with everything it asked for and complained of."""

    page: Any
    base: str
    may_be_broken: bool = False
    hosts: list[str] = field(default_factory=list)
    requests: int = 0
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def note_request(self, request: Any) -> None:
        """Keep the host of a request, unless it stays inside the browser."""
        address = urlsplit(request.url)
        if address.scheme in ("data", "blob", "about"):
            return
        self.requests += 1
        self.hosts.append(address.netloc)

    def note_message(self, message: Any) -> None:
        """Keep what is logged as an error."""
        if message.type == "error":
            self.errors.append(message.text)

    def note_dialog(self, dialog: Any) -> None:
        """A dialog means that script from data ran."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def open(self, path: str) -> Any:
        """Open a page of the app, and wait until it is drawn."""
        answer = self.page.goto(f"{self.base}/{path}")
        self.page.wait_for_selector(READY)
        self.page.wait_for_selector("[data-testid=stStatusWidget]", state="detached")
        self.page.wait_for_timeout(300)
        problems = self.page.locator(".om-problems")
        assert self.may_be_broken or not problems.count(), problems.first.inner_text()
        return answer

    @property
    def foreign(self) -> list[str]:
        """The hosts that are not the server."""
        return [host for host in self.hosts if host != urlsplit(self.base).netloc]

    @property
    def violations(self) -> list[str]:
        """What the content security policy forbade, in the page and in its frames."""
        return self.page.evaluate("window.violations")


Open = Callable[..., Watched]


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Any]:
    """The system's Chromium, for the whole run."""
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """The address of a server of the app for a model; each is started once, from a folder that is not the project's."""
    made = tmp_path_factory.mktemp("served")
    models = {
        "hostile": lambda: str(write_model(made / "hostile", HOSTILE, "hostile")),
        "broken": lambda: str(write_broken_model(made / "broken")),
    }
    running: dict[str, tuple[subprocess.Popen[bytes], str]] = {}

    def address(name: str) -> str:
        if name not in running:
            running[name] = _start(models[name]() if name in models else name, made)
        return running[name][1]

    yield address
    for process, _ in running.values():
        process.terminate()
        process.wait(timeout=20)


def _start(model: str, folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("orgmodel")), "serve", model, "--port", str(port)]
    log = (folder / f"{port}.log").open("wb")
    process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, env={**os.environ})
    base = f"http://127.0.0.1:{port}"
    _wait(process, f"{base}/_stcore/health", Path(log.name))
    return process, base


def _wait(process: subprocess.Popen[bytes], health: str, log: Path) -> None:
    for _ in range(120):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(health, timeout=2)
            return
        except OSError:
            time.sleep(0.5)
    process.kill()
    pytest.fail(f"the server did not come up:\n{log.read_text(errors='replace')[-2000:]}")


@pytest.fixture
def watch(browser: Any, servers: Callable[[str], str]) -> Iterator[Open]:
    """Opens a watched page on the server of a model at a width."""
    opened: list[Any] = []

    def start(model: str = "home-office-2023", width: int = 1440, height: int = 900) -> Watched:
        context = browser.new_context(viewport={"width": width, "height": height})
        opened.append(context)
        context.add_init_script(NOTE_VIOLATIONS)
        context.set_default_timeout(PATIENCE)
        watched = Watched(context.new_page(), servers(model), may_be_broken=model == "broken")
        watched.page.on("request", watched.note_request)
        watched.page.on("console", watched.note_message)
        watched.page.on("pageerror", lambda error: watched.errors.append(str(error)))
        watched.page.on("dialog", watched.note_dialog)
        return watched

    yield start
    for context in opened:
        context.close()
