"""Small pieces of Markdown that the pages share."""

from collections.abc import Iterable, Sequence

NOTICE = "<!-- Made by scripts/build_docs.py from the code. Change the code, then run it again. -->"


def cell(text: object) -> str:
    """Text that may stand in a cell of a table."""
    return " ".join(str(text).split()).replace("|", "\\|")


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """The lines of a table."""
    lines = [f"| {' | '.join(headings)} |", f"|{'---|' * len(headings)}"]
    return [*lines, *(f"| {' | '.join(map(cell, row))} |" for row in rows)]


def paragraphs(text: str | None) -> str:
    """A docstring as paragraphs on one line each."""
    return "\n\n".join(" ".join(part.split()) for part in (text or "").strip().split("\n\n"))


def page(*blocks: str | Iterable[str]) -> str:
    """Blocks with an empty line between them; a block is a text, or the lines of a table or list."""
    whole = [block if isinstance(block, str) else "\n".join(block) for block in blocks]
    return "\n\n".join(block for block in [whole[0], NOTICE, *whole[1:]] if block) + "\n"
