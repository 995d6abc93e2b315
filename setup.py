"""Names the packages of the wheel; everything else about the project is in pyproject.toml.

Outside `orgmodel` the folders keep short names in the repository and are installed under names that
cannot clash with anybody else's. Code imports only the installed names.
"""

from collections.abc import Iterator

from setuptools import find_namespace_packages, setup

FOLDERS = {
    "orgmodel": "orgmodel",
    "orgmodel_app": "app",
    "orgmodel_definitions": "definitions",
    "orgmodel_queries": "queries",
}


def find_installed_packages() -> Iterator[str]:
    """Every package under the name it is installed as; to setuptools a folder of data is a package too."""
    for package, folder in FOLDERS.items():
        yield package
        inner = find_namespace_packages(folder, exclude=["*__pycache__*"])
        yield from (f"{package}.{name}" for name in inner if name.replace(".", "").isidentifier())


setup(package_dir=FOLDERS, packages=list(find_installed_packages()))
