"""Options read from files: every problem with its file, line and column; including and requiring others."""

import textwrap
from pathlib import Path

import pytest

from orgmodel.errors import OptionError, Place
from orgmodel.options import Changeset, apply, load_options, required_model
from tests.unit.options.small import small_model

HEAD = "id: {id}\ntitle: An option\nmodel: harbour\nbecause: it helps\n{more}changes:\n"


def write(folder: Path, ident: str, changes: str, more: str = "", name: str = "") -> None:
    (folder / "options").mkdir(exist_ok=True)
    text = HEAD.format(id=ident, more=more) + textwrap.indent(textwrap.dedent(changes), "  ")
    (folder / "options" / f"{name or ident}.yaml").write_text(text, encoding="utf-8")


LINE = """\
- do: set-line
  post: crane-lead
  to: chief
  because: shorter
"""
NAME = """\
- do: rename
  thing: docks
  title: Quays
  because: nicer
  cites: [report#3]
"""


def refused(folder: Path) -> str:
    with pytest.raises(OptionError) as error:
        load_options(folder, small_model())
    return "\n".join(map(str, error.value.problems))


def test_options_are_read_by_id(tmp_path: Path) -> None:
    write(tmp_path, "shorter", LINE)
    write(tmp_path, "nicer", NAME)
    found = load_options(tmp_path, small_model())
    assert list(found) == ["nicer", "shorter"]
    assert isinstance(found["nicer"], Changeset)


def test_a_model_without_options_has_none(tmp_path: Path) -> None:
    assert load_options(tmp_path, small_model()) == {}


def test_a_post_that_does_not_exist_is_told_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, "shorter", LINE.replace("crane-lead", "crane-leed"))
    with pytest.raises(OptionError) as error:
        load_options(tmp_path, small_model())
    (problem,) = error.value.problems
    assert problem.place == Place(f"{tmp_path.name}/options/shorter.yaml", 7, 11)
    assert (problem.what, problem.hint) == ("no Post has the id 'crane-leed'", "did you mean 'crane-lead'?")
    assert error.value.exit_code == 3


def test_problems_of_all_options_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, "first", LINE.replace("crane-lead", "nobody"))
    write(tmp_path, "second", NAME.replace("docks", "nowhere"))
    text = refused(tmp_path)
    assert "'nobody'" in text
    assert "'nowhere'" in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (LINE.replace("set-line", "set-lines"), "shorter.yaml:6"),
        (LINE.replace("to: chief", "too: chief"), "'too'"),
        (LINE.replace("  because: shorter\n", ""), "because"),
        (LINE.replace("to: chief", "to: {one_of: [chief]}"), "'one_of' needs at least two different ids"),
    ],
)
def test_a_change_that_is_not_well_formed_is_told_with_its_place(tmp_path: Path, changes: str, words: str) -> None:
    write(tmp_path, "shorter", changes)
    assert words in refused(tmp_path)


def test_a_file_is_called_after_its_option(tmp_path: Path) -> None:
    write(tmp_path, "shorter", LINE, name="longer")
    assert "option 'shorter' is in a file called 'longer'" in refused(tmp_path)


def test_what_an_option_includes_comes_with_its_own_evidence(tmp_path: Path) -> None:
    write(tmp_path, "nicer", NAME)
    write(tmp_path, "shorter", LINE, "includes: [nicer]\ncites: [report#9]\n")
    option = load_options(tmp_path, small_model())["shorter"]
    assert [(change.do, change.cites) for change in option.changes] == [
        ("rename", ("report#3",)),
        ("set-line", ("report#9",)),
    ]
    assert [option.place("changes", number).file.rpartition("/")[2] for number in (0, 1)] == [
        "nicer.yaml",
        "shorter.yaml",
    ]
    assert apply(small_model(), option).by_id["docks"].title == "Quays"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("includes: [nice]\n", "no option has the id 'nice'"),
        ("requires: [nice]\n", "did you mean 'nicer'?"),
        ("excludes: [shorter]\n", "option 'shorter' excludes itself"),
    ],
)
def test_other_options_have_to_be_there(tmp_path: Path, more: str, words: str) -> None:
    write(tmp_path, "nicer", NAME)
    write(tmp_path, "shorter", LINE, more)
    assert words in refused(tmp_path)


def test_options_cannot_include_each_other(tmp_path: Path) -> None:
    write(tmp_path, "nicer", NAME, "includes: [shorter]\n")
    write(tmp_path, "shorter", LINE, "includes: [nicer]\n")
    assert "'nicer' and 'shorter' include each other" in refused(tmp_path)


def test_an_option_that_requires_another_is_refused_alone_and_carried_out_after_it(tmp_path: Path) -> None:
    write(tmp_path, "nicer", NAME)
    write(tmp_path, "shorter", LINE, "requires: [nicer]\n")
    options = load_options(tmp_path, small_model())
    with pytest.raises(OptionError) as error:
        apply(small_model(), options["shorter"])
    assert "option 'shorter' requires 'nicer', which is not applied" in str(error.value.problems[0])
    after = apply(required_model(small_model(), options["shorter"], options), options["shorter"])
    assert after.id == "harbour+nicer+shorter"


def test_options_that_exclude_each_other_are_not_applied_together(tmp_path: Path) -> None:
    write(tmp_path, "nicer", NAME)
    write(tmp_path, "shorter", LINE, "excludes: [nicer]\n")
    options = load_options(tmp_path, small_model())
    with pytest.raises(OptionError) as error:
        apply(apply(small_model(), options["nicer"]), options["shorter"])
    assert "option 'shorter' excludes 'nicer', which is applied" in str(error.value.problems[0])
