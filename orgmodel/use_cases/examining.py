"""Whether everything is in place: what is installed, what is shipped, and whether the engine answers."""

from __future__ import annotations

import importlib.metadata
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from orgmodel.errors import OrgmodelError
from orgmodel.use_cases.opening import list_models, open_catalogue, open_engine


@dataclass(frozen=True)
class Examined:
    """One thing that `doctor` looked at: whether it is there, whether it has to be, and what to do if not."""

    name: str
    fine: bool
    needed: bool
    found: str
    advice: str = ""


PACKAGES = {
    "ladybug": (True, "the embedded engine", "pip install --force-reinstall orgmodel"),
    "pyarrow": (True, "the embedded engine's loader", "pip install --force-reinstall orgmodel"),
    "neo4j": (False, "graph servers", "pip install 'orgmodel[server]'"),
    "streamlit": (False, "the app", "pip install 'orgmodel[app]'"),
    "pyvis": (False, "pictures in the app", "pip install 'orgmodel[app]'"),
    "Jinja2": (False, "pages that open without Python, and papers as a page", "pip install 'orgmodel[exchange]'"),
    "python-calamine": (False, "reading workbooks", "pip install 'orgmodel[exchange]'"),
    "XlsxWriter": (False, "writing workbooks", "pip install 'orgmodel[exchange]'"),
    "rdflib": (False, "Turtle", "pip install 'orgmodel[exchange]'"),
    "python-docx": (False, "decision papers", "pip install 'orgmodel[papers]'"),
    "python-pptx": (False, "slides", "pip install 'orgmodel[papers]'"),
    "resvg-py": (False, "pictures in papers", "pip install 'orgmodel[papers]'"),
}


def examine_installation(address: str = "embedded", **credentials: str | None) -> list[Examined]:
    """What is installed, whether the shipped models and findings are whole, and whether the engine answers."""
    python = ".".join(map(str, sys.version_info[:3]))
    found = [Examined("Python", sys.version_info >= (3, 11), True, python, "Install Python 3.11 or later.")]
    found += [_examine_package(name, *about) for name, about in PACKAGES.items()]
    found.append(_examined("Findings", True, lambda: f"{len(open_catalogue())} in the catalogue"))
    found.append(_examined("Models", True, lambda: ", ".join(entry.id for entry in list_models())))
    found.append(_examined(f"Engine {address.split('://')[0]}", True, lambda: _ask_engine(address, credentials)))
    return found


def _examine_package(name: str, needed: bool, use: str, advice: str) -> Examined:
    try:
        return Examined(name, True, needed, f"{importlib.metadata.version(name)}, for {use}")
    except importlib.metadata.PackageNotFoundError:
        return Examined(name, False, needed, f"not installed; needed for {use}", f"{advice}")


def _examined(name: str, needed: bool, look: Callable[[], str]) -> Examined:
    try:
        return Examined(name, True, needed, look())
    except OrgmodelError as error:
        return Examined(name, False, needed, error.problems[0].what, error.problems[0].hint)


def _ask_engine(address: str, credentials: Mapping[str, str | None]) -> str:
    with open_engine(address, **credentials) as engine:
        engine.query("MATCH (u:Unit) RETURN count(u) AS units", {})
        return engine.describe()
