"""Import many damaged copies of an organogram, and count what was said of them.

python bench/bench_damaged_organograms.py FILE [COPIES] [BYTES_OF_NOISE]
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.properties.damaged_organograms import damage
from tests.properties.importing_damaged import import_damaged


def main() -> int:
    """Import every copy, until interrupted; 1 where any ended in something other than a model or a reason."""
    data = Path(sys.argv[1]).read_bytes()
    copies = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    noise = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000_000
    problems, with_kind, faults, done = Counter[str](), Counter[str](), 0, 0
    slowest = (0.0, "")
    with contextlib.suppress(KeyboardInterrupt):
        for seed in range(copies):
            what, copy = damage(data, seed, noise)
            began = time.perf_counter()
            kinds = import_one(copy, f"seed {seed} ({what})")
            slowest = max(slowest, (time.perf_counter() - began, f"seed {seed}: {what}, {len(copy):,} bytes"))
            problems.update(kinds)
            with_kind.update(kinds.keys())
            faults, done = faults + (not kinds), done + 1
    print(f"{done} copies, {faults} faults; slowest {slowest[0]:.1f} s ({slowest[1]})")
    for kind, count in with_kind.most_common():
        print(f"  {kind:26} in {count:5} copies, {problems[kind]:9,} in all")
    return 1 if faults else 0


def import_one(copy: bytes, what: str) -> dict[str, int]:
    """What was said of a copy, by kind; nothing, and the fault printed, where it was not imported well."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return import_damaged(copy, Path(folder))
        except Exception as error:  # noqa: BLE001 - counting them is what this is for
            print(f"{what}: {type(error).__name__}: {str(error)[:300]}", flush=True)
            return {}


if __name__ == "__main__":
    sys.exit(main())
