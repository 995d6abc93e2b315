"""Bless the decision paper of the example: write it anew, to be read line by line before it is committed."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from orgmodel.render.brief.md import render_md  # noqa: E402
from tests.unit.render.brief_model import gather  # noqa: E402

GOLDEN = ROOT / "tests" / "unit" / "render" / "brief_example.md"

if __name__ == "__main__":
    GOLDEN.write_text(render_md(gather("example", "flood-lead", "ships-in-one-hand")), encoding="utf-8")
    print(f"{GOLDEN.relative_to(ROOT)}: read the difference against the model before committing it.")
