"""Every refusal of an option that is read from a file says in which line it is to be put right, all of them at once."""

from pathlib import Path

import pytest

from orgmodel.errors import OptionError
from orgmodel.options import load_options
from tests.unit.options.small import small_model

OPTION = """\
id: bad
title: Bad in every way
model: harbour
because: It shows what is said.
phases:
  - {id: early, title: Early, from: 2024-06-01, until: 2024-05-01}
  - {id: late, title: Late, from: 2024-04-01, requires: [early]}
changes:
  - do: merge
    because: x
    unit: pilots
    into: pilots
  - do: split
    because: x
    unit: docks
    into: [{to: pilots, takes: [cranes]}]
  - do: share
    because: x
    responsibility: berths
    to: chief
  - do: divide
    because: x
    responsibility: lifting
    parts: [{scope: a, to: chief}, {scope: b, to: chief-pilot}]
  - do: chair
    because: x
    board: tide-group
    to: chief
  - do: chair
    because: x
    board: tide-group
    to: chief-pilot
  - do: link
    because: x
    thing: docks
    slot: user
    to: pilots
"""


def refused(folder: Path, text: str) -> list[str]:
    (folder / "options").mkdir()
    (folder / "options" / "bad.yaml").write_text(text)
    with pytest.raises(OptionError) as found:
        load_options(folder, small_model())
    prefix = f"{folder.name}/options/bad.yaml:"
    return [str(problem).removeprefix(prefix).split("\n")[0] for problem in found.value.problems]


def test_phases_out_of_order_have_their_lines(tmp_path: Path) -> None:
    said = refused(tmp_path, OPTION)
    assert [line.split(": ", 1)[0].split(":")[0] for line in said] == ["6", "7"]
    assert "phase 'early' ends before it begins" in said[0]
    assert "'late' begins before 'early', which it requires, has ended" in said[1]


def test_changes_that_cannot_be_carried_out_have_their_lines(tmp_path: Path) -> None:
    dates = OPTION.replace("until: 2024-05-01", "until: 2024-06-02").replace("2024-04-01", "2024-07-01")
    said = refused(tmp_path, dates)
    lines = {int(line.split(":")[0]): line for line in said}
    assert "cannot be merged with itself" in lines[12]
    assert "splitting 'Docks' (docks) leaves" in lines[13]
    assert "would be shared without a reason" in lines[17]
    assert "leaves what is in none of the parts over" in lines[21]
    assert "two changes of one option decide the same: chair of tide-group" in lines[29]
    assert "has no slot 'user'" in lines[36]
    assert set(lines) == {12, 13, 17, 21, 29, 36}
