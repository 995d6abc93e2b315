"""Make the pages of documentation that come from the code. With --check, only say which are stale."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.doc_pages import commands, definitions, findings, graph, options, principles  # noqa: E402

PAGES = {
    "findings.md": findings.render,
    "principles.md": principles.render,
    "definitions.md": definitions.render,
    "options.md": options.render,
    "graph.md": graph.render,
    "commands.md": commands.render,
}


def stale_pages() -> dict[Path, str]:
    """The pages that differ from what the code says, with their new text."""
    wanted = {ROOT / "docs" / name: render() for name, render in PAGES.items()}
    return {
        path: text for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text
    }


def main() -> int:
    """Write what is stale, or with --check only name it and end with 1."""
    stale = stale_pages()
    for path, text in stale.items():
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
