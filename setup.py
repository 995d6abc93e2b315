"""Names the packages of the wheel; everything else about the project is in pyproject.toml.

Outside `orgmodel` the folders keep short names in the repository and are installed under names that
cannot clash with anybody else's. Code imports only the installed names.
"""

from collections.abc import Iterator

from setuptools import find_packages, setup

FOLDERS = {
    "orgmodel": "orgmodel",
    "orgmodel_app": "app",
    "orgmodel_definitions": "definitions",
    "orgmodel_queries": "queries",
}


def find_installed_packages() -> Iterator[str]:
    """Every package under the name it is installed as."""
    for package, folder in FOLDERS.items():
        yield package
        yield from (f"{package}.{inner}" for inner in find_packages(folder))


setup(package_dir=FOLDERS, packages=list(find_installed_packages()))
