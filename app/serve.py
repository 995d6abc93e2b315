"""Starts the app's server from any folder, on this machine alone unless told otherwise."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path

from orgmodel_app.settings import MODEL_VARIABLE, flags, is_loopback

ASGI = Path(__file__).with_name("asgi.py")


def run(model: str, port: int = 8501, address: str = "127.0.0.1") -> int:
    """Serve a model (an id, or a folder) until the process is ended. Returns the exit code."""
    from streamlit.web import cli

    os.environ[MODEL_VARIABLE] = str(Path(model).resolve()) if Path(model).is_dir() else model
    # What the server hands back its own signals to: Python ends as it should, and takes along what lies on the disk.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    hosts = [f"--server.allowedHosts={name}" for name in _own_names(address)]
    sys.argv = ["streamlit", "run", str(ASGI), *flags(port, address), *hosts]
    try:
        cli.main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0


def _own_names(address: str) -> list[str]:
    """The names under which a server on the loopback may be asked for; any other address is the user's to restrict."""
    return ["localhost", address] if is_loopback(address) else []


def main() -> int:
    """`python -m orgmodel_app.serve MODEL`."""
    parser = argparse.ArgumentParser(prog="python -m orgmodel_app.serve", description="Open a model in the app.")
    parser.add_argument("model", help="the id of a model, or the folder that it is in")
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--address", default="127.0.0.1")
    given = parser.parse_args()
    return run(given.model, given.port, given.address)


if __name__ == "__main__":
    sys.exit(main())
