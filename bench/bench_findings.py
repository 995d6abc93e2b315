"""What the whole catalogue costs beside its bare queries: `python bench/bench_findings.py [posts ...]`.

For the shipped models' largest account and for made-up organisations of each size, on the embedded engine: the time of
running every finding (identity, evidence, sentences, counts) as a ratio to asking the same queries and throwing the
rows away, taken in turns in one run; and the dearest questions. The median of five turns.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.big_organisation import build_organisation
from orgmodel import use_cases
from orgmodel.findings.catalogue import FindingQuery, parameters
from orgmodel.graph import Engine, build_rows
from orgmodel.graph.connect import connect
from orgmodel.model import Model
from orgmodel.use_cases.checking import check_loaded

SIZES = (1000, 10_000)
TURNS = 5


def seconds_of(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ask_bare(engine: Engine, model: Model, key: str, finding: FindingQuery) -> None:
    """Ask a finding's two queries and keep nothing."""
    engine.query(finding.query, parameters(finding, model, key, passes=False))
    engine.query(finding.about.population, {"model": key})


def measure(name: str, model: Model, catalogue: list[FindingQuery]) -> None:
    """Print one line for a model, and its dearest questions below."""
    engine = connect()
    start = time.perf_counter()
    rows = build_rows(model)
    built = time.perf_counter() - start
    loaded = seconds_of(lambda: engine.load(rows))
    each: dict[str, list[float]] = {finding.id: [] for finding in catalogue}
    bare, whole = [], []
    for _ in range(TURNS):
        for finding in catalogue:
            each[finding.id].append(seconds_of(lambda finding=finding: ask_bare(engine, model, rows.model, finding)))
        bare.append(sum(times[-1] for times in each.values()))
        whole.append(seconds_of(lambda: check_loaded(model, rows, catalogue, engine, passes=False)))
    ratio = statistics.median(whole) / statistics.median(bare)
    print(
        f"{name}: {len(model.posts)} posts, {rows.count} rows; build {built:.2f} s, load {loaded:.2f} s; "
        f"bare queries {statistics.median(bare):.2f} s, whole catalogue {statistics.median(whole):.2f} s, "
        f"ratio {ratio:.2f}",
        flush=True,
    )
    dearest = sorted(each, key=lambda ident: -statistics.median(each[ident]))[:5]
    print(
        "   dearest: " + ", ".join(f"{ident} {statistics.median(each[ident]):.2f} s" for ident in dearest), flush=True
    )
    engine.close()


def main(sizes: list[int]) -> None:
    """The largest shipped model, then each size."""
    opened = [use_cases.open_model(entry.id) for entry in use_cases.list_models()]
    largest = max(opened, key=lambda one: len(build_rows(one.model).nodes.get("Slot", [])))
    catalogue = use_cases.open_catalogue()
    measure(largest.model.id, largest.model, catalogue)
    for posts in sizes:
        measure(f"made up, {posts}", build_organisation(posts), catalogue)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
