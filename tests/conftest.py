"""What every test may use: a real Neo4j server, a browser; and how a test run is counted and reported.

Two workers share a run. All tests of one engine's server, and all tests in the browser, go to one worker each,
so that each server is started once.
"""

import os
import shutil
from collections import Counter
from collections.abc import Iterator

import hypothesis
import pytest

from tests.neo4j_server import Neo4jServer, find_obstacle, start_server

RUNS_ON = ("embedded", "neo4j", "browser")
MARK_OF_FIXTURE = {"neo4j_server": "neo4j", "neo4j_own_server": "neo4j", "chromium_path": "browser"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FAILED = pytest.StashKey[bool]()

# CI tries the same random examples each time, so that a change is judged by itself; every other run tries new ones.
hypothesis.settings.register_profile("ci", derandomize=True)
if os.environ.get("CI") == "true":
    hypothesis.settings.load_profile("ci")


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A Neo4j server that the whole run shares: leave in it nothing that another test could trip over."""
    yield from _run_server(request, tmp_path_factory)


@pytest.fixture(scope="module")
def neo4j_own_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A Neo4j server for one module of tests that give wrong passwords, or stop or kill it."""
    yield from _run_server(request, tmp_path_factory)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where the system's Chromium is, for Playwright's `executable_path`."""
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if found is None:
        pytest.skip("no Chromium was found; `make chromium` installs it where it may")
    return found


def _run_server(request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    obstacle = find_obstacle()
    if obstacle:
        pytest.skip(obstacle)
    server = start_server(folders.mktemp("neo4j") / "home")
    yield server
    server.kill()
    if request.session.stash.get(FAILED, False):
        print(f"\nThe Neo4j server's logs are kept in {server.home / 'logs'}")
    else:
        shutil.rmtree(server.home, ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by the fixtures they use, and keep those that share a server or browser in one worker."""
    for test in items:
        for fixture, mark in MARK_OF_FIXTURE.items():
            if fixture in getattr(test, "fixturenames", ()):
                test.add_marker(mark)
        for group in ("neo4j", "browser"):
            if test.get_closest_marker(group):
                test.add_marker(pytest.mark.xdist_group(group))
        runs_on = [mark for mark in RUNS_ON if test.get_closest_marker(mark)]
        test.user_properties.extend(("runs on", mark) for mark in runs_on)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """In CI nothing may be skipped: what could not be had there is a failure, under its reason."""
    report = yield
    _forbid_skip(report)
    if report.failed:
        item.session.stash[FAILED] = True
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """The same for a whole module that asks to be skipped."""
    report = yield
    _forbid_skip(report)
    return report


def _forbid_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    expected_to_fail = hasattr(report, "wasxfail")
    if os.environ.get("CI") != "true" or not report.skipped or expected_to_fail:
        return
    reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"{reason}\nA skipped test is a failure in CI."


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests really ran on each engine and in the browser."""
    ran: Counter[str] = Counter()
    for outcome in ("passed", "failed", "xfailed", "xpassed"):
        for report in terminalreporter.stats.get(outcome, ()):
            if report.when == "call":
                ran.update(value for name, value in report.user_properties if name == "runs on")
    terminalreporter.section("where the tests ran")
    terminalreporter.line(
        f"embedded engine: {ran['embedded']}; Neo4j server: {ran['neo4j']}; browser: {ran['browser']}"
    )
