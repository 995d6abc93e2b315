"""How fast each engine loads: `python bench/bench_load.py [posts ...]` prints one line for each engine and size.

Starts a Neo4j server of its own where the jars for the tests are there; ORGMODEL_NEO4J_JARS says where.
"""

import contextlib
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from orgmodel.graph import Engine
from orgmodel.graph.connect import connect
from tests.engines.building import count_all, expected_counts, rows_of
from tests.neo4j_server import find_obstacle, start_server

SIZES = (100, 1000, 5000)


@contextlib.contextmanager
def engines() -> Iterator[list[Engine]]:
    """The engines that can be had on this machine."""
    with contextlib.ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        found = [stack.enter_context(contextlib.closing(connect()))]
        obstacle = find_obstacle()
        if obstacle:
            print(f"no Neo4j server: {obstacle}", file=sys.stderr)
        else:
            server = start_server(Path(folder) / "home")
            stack.callback(server.kill)
            found.append(stack.enter_context(contextlib.closing(connect(server.uri, *server.auth))))
        yield found


def main(sizes: list[int]) -> None:
    """Load each size twice under other titles: the first load makes tables or plans, the second is what lasts."""
    print(f"{'engine':10} {'posts':>7} {'rows':>9} {'first s':>8} {'again s':>8} {'rows/s':>8}")
    with engines() as found:
        for posts in sizes:
            versions = [rows_of(f"bench-{posts}", posts, title) for title in ("Post", "Role")]
            for engine in found:
                seconds = []
                for rows in versions:
                    start = time.perf_counter()
                    engine.load(rows)
                    seconds.append(time.perf_counter() - start)
                    assert count_all(engine, rows.model) == expected_counts(rows)
                rate = round(versions[1].count / seconds[1])
                print(
                    f"{engine.name:10} {posts:7} {rows.count:9} {seconds[0]:8.2f} {seconds[1]:8.2f} {rate:8}",
                    flush=True,
                )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
