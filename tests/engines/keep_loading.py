"""A program that loads versions of a model into a server one after the other until it is killed.

Run with the server's address, the file of pickled rows, and user and password in the environment.
"""

import itertools
import os
import pickle
import sys
import time
from pathlib import Path

from orgmodel.errors import EngineError
from orgmodel.graph.server import ServerEngine
from orgmodel.graph.server_address import find_login

BATCH = 250
LEASE_SECONDS = 0.5


def main(uri: str, file: str) -> None:
    """Load each version in turn, for ever; wait where the lease of one who was killed is still held."""
    versions = pickle.loads(Path(file).read_bytes())
    engine = ServerEngine(uri, find_login(None, None, None, os.environ), lease_seconds=LEASE_SECONDS, batch=BATCH)
    print("ready", flush=True)
    for rows in itertools.cycle(versions):
        while True:
            try:
                engine.load(rows)
                print("loaded", flush=True)
                break
            except EngineError as error:
                if "is being loaded by" not in str(error):
                    raise
                time.sleep(0.05)


if __name__ == "__main__":
    main(*sys.argv[1:])
