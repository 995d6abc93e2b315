"""The walls around what people type, one by one and without an engine where none is needed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from orgmodel.graph.asking import RefusedError, check_words, child, hide_people
from orgmodel.graph.asking.folder import BEGINS, OwnedFolder
from orgmodel.graph.asking.plans import check_embedded_plan, check_server_plan
from orgmodel.graph.asking.vocabulary import check_names
from orgmodel.graph.rows import Rows

HEAD = "┌──────┐\n│┌────┐│\n││ Logical Plan ││\n│└────┘│\n└──────┘\n"
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="these limits are Linux's")


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (p:Post {model: $model}) RETURN p.title;",
        "/* LOAD */ match (p:Post) // CALL\nRETURN p.title AS `set`, 'CREATE; DELETE' AS words",
        "MATCH (p:Post)-[:REPORTS_TO|ANSWERS_TO*1..3]->(q:Post) WHERE p.id <> q.id RETURN p, q",
        "WITH {own: 1} AS map RETURN map.own",
        "MATCH (p:Post) WHERE p.title CONTAINS 'café' RETURN p.title AS `Café`",
        "MATCH (p:Post) RETURN COUNT { MATCH (p)<-[:REPORTS_TO]-(:Post) } AS n",
        "UNWIND [1, 2] AS x RETURN x",
    ],
)
def test_ordinary_queries_are_let_through(query: str) -> None:
    check_names(query, check_words(query))


def box(*names: str) -> str:
    """The drawing of a plan: boxes one below the other."""
    return HEAD + "".join(
        f"┌──────────────────────┐\n│{name:^22}│\n│  a detail  │\n└──────────┬───────────┘\n" for name in names
    )


def test_a_plan_is_held_against_the_list() -> None:
    check_embedded_plan(box("PROJECTION", "SCAN_NODE_TABLE"))
    with pytest.raises(RefusedError, match="COPY_TO, NEW_IN_THE_NEXT"):
        check_embedded_plan(box("PROJECTION", "NEW_IN_THE_NEXT", "COPY_TO"))


@pytest.mark.parametrize("drawing", ["", "no plan", HEAD, box("")])
def test_a_plan_that_cannot_be_read_is_refused(drawing: str) -> None:
    with pytest.raises(RefusedError):
        check_embedded_plan(drawing)


def test_boxes_side_by_side_are_all_read() -> None:
    two = "┌────────┐ ┌──────────┐\n│ FILTER │ │ COPY_TO  │\n└────────┘ └──────────┘\n"
    with pytest.raises(RefusedError, match="COPY_TO"):
        check_embedded_plan(HEAD + two)


def test_a_text_in_a_query_can_add_a_box_and_not_hide_one() -> None:
    hostile = (
        "┌────────┐\n│ FILTER │\n│ ┌──────┐ │\n│ │ PROJECTION │\n└────────┘\n┌─────────┐\n│ COPY_TO │\n└─────────┘\n"
    )
    with pytest.raises(RefusedError, match="COPY_TO"):
        check_embedded_plan(HEAD + hostile)


@pytest.mark.parametrize(
    "operator", ["LoadCSV", "ProcedureCall", "ShowTransactions", "TerminateTransactions", "Foreach"]
)
def test_a_servers_operator_deep_in_a_plan_is_refused_by_name(operator: str) -> None:
    deep = {"operatorType": f"{operator}@neo4j", "args": {}, "children": []}
    plan = {"operatorType": "ProduceResults@neo4j", "args": {}, "children": [deep]}
    with pytest.raises(RefusedError, match=operator):
        check_server_plan(plan, "r")


def test_a_scan_of_a_foreign_label_is_refused_however_it_is_written() -> None:
    for details in ("n:Secret", "n:`Model`", "n:Post|Secret", ""):
        scan = {"operatorType": "NodeByLabelScan@neo4j", "args": {"Details": details}, "children": []}
        if "|" in details:
            scan["args"] = {"Details": "n:Post|:Secret"}
        with pytest.raises(RefusedError, match="no part of this graph"):
            check_server_plan(scan, "r")


def rows_with_people() -> Rows:
    """A person who holds a post and is a candidate, a figure about them, and texts that do and do not name them."""
    common = {"model": "m@1", "cites": []}
    node = {"title": "", **common}
    slot = {**node, "state": "known"}
    rows = Rows("m", "1")
    rows.nodes = {
        "Person": [{**node, "key": "p", "title": "Ada Ember"}],
        "Post": [{**node, "key": "post", "title": "Chief"}, {**node, "key": "other", "title": "Deputy of ADA EMBER"}],
        "Figure": [{**node, "key": "f", "title": "Pay"}, {**node, "key": "g", "title": "Staff"}],
        "Slot": [
            {**slot, "key": "s", "owner_label": "Person", "name": "covers"},
            {**slot, "key": "c", "owner_label": "Post", "name": "candidates"},
            {**slot, "key": "d", "owner_label": "Post", "name": "candidates", "state": "not_stated"},
            {**slot, "key": "h", "owner_label": "Post", "name": "reports_to"},
        ],
    }
    line = {"reason": None, **common}
    rows.relationships = {
        ("HOLDS", "Person", "Post"): [{**line, "key": "1", "start": "p", "end": "post"}],
        ("CANDIDATE_FOR", "Post", "Post"): [{**line, "key": "2", "start": "other", "end": "post"}],
        ("COVERS", "Post", "Post"): [
            {**line, "key": "3", "start": "other", "end": "post", "reason": "Ada Ember is ill"}
        ],
        ("ABOUT", "Figure", "Person"): [{**line, "key": "4", "start": "f", "end": "p"}],
        ("ABOUT", "Figure", "Post"): [{**line, "key": "5", "start": "g", "end": "post"}],
        ("HAS_SLOT", "Post", "Slot"): [
            {**line, "key": "6", "start": "post", "end": "c"},
            {**line, "key": "7", "start": "post", "end": "h"},
        ],
    }
    return rows


def test_people_and_all_that_is_about_them_are_taken_out_and_counted() -> None:
    rows = rows_with_people()
    kept, hidden = hide_people(rows)
    assert kept.nodes["Person"] == []
    assert [row["key"] for row in kept.nodes["Figure"]] == ["g"]
    assert [row["key"] for row in kept.nodes["Slot"]] == ["h"]
    left = {row["key"] for group in kept.relationships.values() for row in group}
    assert left == {"3", "5", "7"}
    assert "Ada" not in repr(kept)
    assert "ADA" not in repr(kept)
    assert dict(hidden.counts) == {
        "ABOUT": 1, "CANDIDATE_FOR": 1, "Figure": 1, "HOLDS": 1, "Person": 1, "Slot": 2, "texts": 2,
    }  # fmt: skip
    assert rows.nodes["Person"], "the rows that were given are as they were"
    assert "Ada Ember is ill" in repr(rows)


def test_a_model_without_people_hides_nothing() -> None:
    rows = Rows("m", "1", {"Post": [{"key": "post", "title": "Chief", "model": "m@1"}]}, {})
    kept, hidden = hide_people(rows)
    assert kept.nodes == rows.nodes
    assert str(hidden) == ""


def test_a_folder_goes_with_its_maker_even_when_that_was_killed(tmp_path: Path) -> None:
    make = "import sys, time; from pathlib import Path; from orgmodel.graph.asking.folder import OwnedFolder\n"
    make += "made = OwnedFolder(Path(sys.argv[1])); (made.path / 'graph').write_text('x'); made.protect()\n"
    maker = subprocess.Popen(
        [sys.executable, "-c", f"{make}print(made.path, flush=True); time.sleep(60)", str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert maker.stdout is not None
    left = Path(maker.stdout.readline().strip())
    mine = OwnedFolder(tmp_path)
    assert left.exists(), "the folder of somebody who is there was taken away"
    maker.kill()
    maker.wait()
    assert left.exists()
    again = OwnedFolder(tmp_path)
    assert not left.exists()
    assert mine.path.exists()
    for folder in (mine, again):
        folder.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_goes_when_its_maker_is_interrupted(tmp_path: Path) -> None:
    make = "import sys; from pathlib import Path; from orgmodel.graph.asking.folder import OwnedFolder\n"
    make += "made = OwnedFolder(Path(sys.argv[1])); raise KeyboardInterrupt"
    subprocess.run([sys.executable, "-c", make, str(tmp_path)], capture_output=True, check=False)
    assert list(tmp_path.iterdir()) == []


def test_a_link_that_is_named_like_a_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "owned").touch()
    (tmp_path / f"{BEGINS}link").symlink_to(tmp_path / "precious")
    (tmp_path / "precious").chmod(0o750)
    OwnedFolder(tmp_path).remove()
    assert (tmp_path / "precious" / "owned").exists()
    assert (tmp_path / "precious").stat().st_mode & 0o777 == 0o750


@ON_LINUX
def test_the_process_can_open_write_start_and_reach_nothing_any_more(tmp_path: Path) -> None:
    attempt = f"""
import importlib.util, os, socket, subprocess, sys
at = importlib.util.spec_from_file_location("child", {child.__file__!r})
module = importlib.util.module_from_spec(at); at.loader.exec_module(module)
mine = os.open({str(tmp_path / "mine")!r}, os.O_CREAT | os.O_WRONLY)
print(sorted(module.give_up(2**28, 5)))
for name, work in dict(
    read=lambda: open("/etc/passwd"), write=lambda: open("x", "w"), through=lambda: os.write(mine, b"x"),
    reach=lambda: socket.socket(), start=lambda: os.pipe(), memory=lambda: bytearray(2**31),
).items():
    try:
        work(); print(name, "was possible")
    except (OSError, MemoryError) as error:
        print(name, "was not")
"""
    done = subprocess.run(
        [sys.executable, "-I", "-c", attempt], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    given_up, *lines = done.stdout.splitlines()
    for limit in ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_NPROC"):
        assert limit in given_up
    assert lines == [f"{name} was not" for name in ("read", "write", "through", "reach", "start", "memory")]
    assert (tmp_path / "mine").read_bytes() == b""


@ON_LINUX
def test_the_process_ends_when_nobody_waits_for_it_any_more(tmp_path: Path) -> None:
    ask = """
import subprocess, sys
from orgmodel.graph.asking import Limits
from orgmodel.graph.asking.embedded import EmbeddedAsker
from orgmodel.graph.rows import Rows
real = subprocess.Popen
def note(*words, **options):
    process = real(*words, **options)
    print(process.pid, flush=True)
    return process
asker = EmbeddedAsker(Rows("m", "1"))
subprocess.Popen = note
slow = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = 7 RETURN count(*)"
asker.ask(slow, {}, Limits(seconds=300))
"""
    parent = subprocess.Popen(
        [sys.executable, "-c", ask], stdout=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": str(tmp_path)}
    )
    assert parent.stdout is not None
    process = int(parent.stdout.readline())
    time.sleep(1)
    assert is_running(process)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    for _ in range(100):
        if not is_running(process):
            break
        time.sleep(0.1)
    assert not is_running(process)
    OwnedFolder(tmp_path).remove()
    assert list(tmp_path.iterdir()) == []


def is_running(process: int) -> bool:
    """Whether a process is there and not only waits to be taken note of."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
