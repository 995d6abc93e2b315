"""Bless what is found in the shipped models: write tests/models/blessed anew, and say which files changed."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.models.golden import bless  # noqa: E402

if __name__ == "__main__":
    changed = bless()
    for path in changed:
        print(path.relative_to(ROOT))
    print(f"{len(changed)} changed. Read the difference against the source before committing it.")
