"""The examination of an installation names everything that may be missing from it, and what brings it."""

import re
import tomllib
from pathlib import Path

from orgmodel.use_cases.examining import PACKAGES, examine_installation

ROOT = Path(__file__).parents[3]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
OPTIONAL = {
    re.split(r"[<>=\[]", wanted)[0]
    for name, everything in EXTRAS.items()
    if name not in ("dev", "all")
    for wanted in everything
} - {"orgmodel"}


def test_every_optional_library_is_looked_for_with_an_extra_that_brings_it() -> None:
    assert {"neo4j", "streamlit", "rdflib", "python-docx"} <= OPTIONAL
    assert {name for name, (needed, _, _) in PACKAGES.items() if not needed} == OPTIONAL
    for library in OPTIONAL:
        extra = re.fullmatch(r"pip install 'orgmodel\[(\w+)\]'", PACKAGES[library][2])
        assert extra, library
        assert any(re.match(rf"{library}\b", wanted) for wanted in EXTRAS[extra[1]]), library


def test_here_all_of_them_are_found() -> None:
    found = {one.name: one for one in examine_installation()}
    assert all(found[name].fine for name in PACKAGES), [name for name in PACKAGES if not found[name].fine]
