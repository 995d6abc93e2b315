"""How long importing a large organogram takes, as a ratio to reading the file with the csv module.

python bench/bench_organogram.py [ROWS]
"""

from __future__ import annotations

import csv
import io
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from orgmodel.loading import load_model
from orgmodel.use_cases.importing import read_organogram, write_import

Result = TypeVar("Result")
GUIDE = Path(__file__).resolve().parents[1] / "docs" / "guides" / "invented-organogram.csv"


def generate(rows: int) -> bytes:
    """An organogram of one snapshot: a tenth of the rows senior, in a tree with eight reports each, the rest junior."""
    chance = random.Random(rows)
    header = next(row for row in csv.reader(io.StringIO(GUIDE.read_text("utf-8"))) if row[0] == "Back to Index")
    posts = max(1, rows // 10)
    table = [header]
    for number in range(posts):
        grade = ("SCS4", "SCS3", "SCS2", "SCS1", "SCS1", "SCS1", "SCS1")[min(6, len(f"{number:b}") // 3)]
        above = f"P{(number - 1) // 8}" if number else "XX"
        words = f"Leads on matter {number}. " * 8
        own = [f"P{number}", f"Holder Invented{number}", grade, f"Head of matter {number}", words]
        table.append(
            ["Sep-11", "Senior", *own, "Invented", "Invented", f"Unit {number}", "", "", above, "0", "1", "0", "0"]
        )
        table[-1] += ["Policy", "", "1"]
    for number in range(rows - posts):
        above, grade = chance.randrange(posts), chance.choice(("Grade 7", "SEO", "HEO", "EO", "AO"))
        own = ["", "", grade, f"Officer of kind {number % 300}", "", "Invented", "Invented", f"Unit {above}", "", ""]
        table.append(["Sep-11", "Junior", *own, f"P{above}", "", f"{chance.randint(1, 80) / 4:g}", "20000", "25000"])
        table[-1] += ["Operational Delivery", "", ""]
    out = io.StringIO()
    csv.writer(out).writerows(table)
    return out.getvalue().encode()


def measure(what: str, work: Callable[[], Result], unit: float = 0.0) -> tuple[float, Result]:
    """Run some work, print how long it took in processor time, and how many times `unit` that is."""
    began = time.process_time()
    result = work()
    took = time.process_time() - began
    print(f"  {what:28} {took:7.2f} s" + (f"  {took / unit:6.1f} times reading it as CSV" if unit else ""))
    return took, result


def main() -> None:
    """Print the times for a file of so many rows, 20,000 if not said."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    data = generate(rows)
    print(f"{rows:,} rows, {len(data):,} bytes")
    unit, _ = measure("read with the csv module", lambda: list(csv.reader(io.StringIO(data.decode(), newline=""))))
    _, found = measure("import, in memory", lambda: read_organogram([("large.csv", data)]), unit)
    with tempfile.TemporaryDirectory() as folder:
        _, written = measure("write it, checked by loading", lambda: write_import(found, Path(folder) / "new"), unit)
        measure("load the model again", lambda: load_model(written[0]), unit)
    print(f"  {len(found.problems)} problems")


if __name__ == "__main__":
    main()
