import pytest

from orgmodel.loading.scalars import resolve_scalar


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("", None),
        ("~", None),
        ("null", None),
        ("3", 3),
        ("-12", -12),
        ("0", 0),
        ("0.5", 0.5),
        ("-2.25", -2.25),
    ],
)
def test_words_that_are_values(text: str, value: object) -> None:
    assert resolve_scalar(text) == value
    assert type(resolve_scalar(text)) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "no",
        "on",
        "off",
        "y",
        "2023-03-03",
        "2023-03",
        "12:30",
        "0x10",
        "0o7",
        "1_000",
        "+3",
        ".5",
        "5.",
        "1e3",
        ".inf",
        ".nan",
        "1.10",
        "007",
        "-0.0.1",
        "9" * 5000,
        "1." + "1" * 400,
        "tRUE",
        "٣",
    ],
)
def test_all_else_is_text(text: str) -> None:
    assert resolve_scalar(text) == text
