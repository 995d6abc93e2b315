"""What the YAML parser says of a text that is not YAML, in words that say what to do."""

from __future__ import annotations

import yaml

from orgmodel.errors import Place, Problem

# A part of the parser's own message, what it means to a writer, and what to do.
MEANINGS: tuple[tuple[str, str, str], ...] = (
    (
        "cannot start any token",
        "a character stands here that means something else in YAML",
        "Indent with spaces, not tabs, and put text that starts with @, `, % or a tab in quotes.",
    ),
    (
        "mapping values are not allowed",
        "a ':' stands where no key can be",
        "Check the indentation, and put text that holds ': ' in quotes.",
    ),
    ("could not find expected ':'", "a ':' is missing after a key", "Write 'key: value'; check the indentation."),
    (
        "did not find expected key",
        "the indentation or the quotes are broken before this place",
        "Keys of one mapping start in the same column; text with quotes in it goes in quotes as a whole.",
    ),
    (
        "did not find expected '-' indicator",
        "the indentation is broken before this place",
        "Entries of one list start in the same column, each with '- '.",
    ),
    ("did not find expected ',' or ']'", "a list in '[ ]' is not closed", "Add the ']' or the ',' that is missing."),
    ("did not find expected ',' or '}'", "a mapping in '{ }' is not closed", "Add the '}' or the ',' that is missing."),
    ("unexpected end of stream", "a quotation mark is opened and never closed", "Close the quotes."),
    (
        "expected node content",
        "a value or a closing bracket is missing before this place",
        "Close every '[' with ']' and every '{' with '}'.",
    ),
    ("found a tab character", "a tab stands where only spaces may", "Indent with spaces."),
    (
        "block sequence entries are not allowed",
        "a '- ' stands where no list can be",
        "Start the list on a line of its own, and put text that starts with '- ' in quotes.",
    ),
    (
        "did not find expected <document start>",
        "the text goes on where the document should have ended",
        "Check the indentation of this line and the line before.",
    ),
    ("escape", "a '\\' in double quotes is followed by something unknown", "Write '\\\\', or use single quotes."),
)
DEEPEST = 64
TOO_DEEP = f"lists and mappings are nested more than {DEEPEST} deep"
TOO_DEEP_HINT = "Definitions need eight levels at most: look for brackets that are never closed."
DEFAULT_HINT = "Check the indentation, the quotes and the brackets around this place."


def describe_syntax(error: yaml.YAMLError, file: str) -> Problem:
    """The problem that a parser's error stands for, at the place where it was noticed."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(Place(file, 1, 1), f"this is not YAML: {error}", DEFAULT_HINT)
    said = " ".join(part for part in (error.problem, error.context) if part)
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    if "maximum nesting depth" in said:
        return Problem(place, TOO_DEEP, TOO_DEEP_HINT)
    for part, meaning, hint in MEANINGS:
        if part in said:
            return Problem(place, f"this is not YAML: {meaning}", hint)
    return Problem(place, f"this is not YAML: {said}", DEFAULT_HINT)
