"""A department's published organogram, imported, held against an independent reading of the same file."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from orgmodel.loading import load_model
from orgmodel.model import Model
from orgmodel.use_cases.importing import read_organogram, write_import
from tests.models.organogram_findings import find_broken_lines

FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "home-office-organogram-2011.csv"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason=f"{FILE.name} is not here: it is not part of the project")
DAYS = {"Mar-11": "2011-03-31", "Sep-11": "2011-09-30"}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    found = read_organogram([(FILE.name, FILE.read_bytes())])
    written = write_import(found, tmp_path_factory.mktemp("published") / "models")
    return dict(zip(DAYS, written, strict=True))


@pytest.fixture(scope="module")
def models(folders: dict[str, Path]) -> dict[str, Model]:
    return {snapshot: load_model(folder) for snapshot, folder in folders.items()}


def read_file(snapshot: str, kind: str) -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8-sig", newline="") as file:
        rows = [{name: cell.replace("\xa0", " ").strip() for name, cell in row.items()} for row in csv.DictReader(file)]
    return [row for row in rows if row["Back to Index"] == snapshot and row["Senior/Junior"] == kind]


def read_posts(snapshot: str) -> list[dict[str, str]]:
    """Senior rows, each post once: shares of one job and rows that repeat another are the same post."""
    posts = {}
    for row in read_file(snapshot, "Senior"):
        posts[row["Post Unique Reference"], row["Job Title"], row["Unit"], row["Name"]] = row
    return list(posts.values())


def is_closed(row: dict[str, str]) -> bool:
    return "Eliminated" in row["Name"]


def superior(model: Model, ident: str) -> str | None:
    post = next(each for each in model.posts if each.id == ident)
    return next((claim.who for claim in post.reports_to.claims if claim.who), None)


@pytest.mark.parametrize("snapshot", DAYS)
def test_posts_live_closed_and_vacant_and_names_withheld(models: dict[str, Model], snapshot: str) -> None:
    rows = read_posts(snapshot)
    expected = Counter(
        "closed" if is_closed(row) else "vacant" if "Vacant" in row["Name"] else "filled" for row in rows
    )
    posts = models[snapshot].posts
    assert Counter(post.occupancy.state for post in posts) == expected
    assert {post.reference for post in posts} == {row["Post Unique Reference"] for row in rows}
    withheld = sum(row["Name"] == "N/D" for row in rows)
    assert sum("withholds the name" in (post.occupancy.note or "") for post in posts) == withheld


@pytest.mark.parametrize("snapshot", DAYS)
def test_every_line_and_so_the_top_its_span_self_reports_and_lines_to_closed_posts(
    models: dict[str, Model], snapshot: str
) -> None:
    model, rows = models[snapshot], read_posts(snapshot)
    titles = {post.id: post.reference for post in model.posts}
    lines = Counter(
        (post.reference, post.title, next((titles[claim.who] for claim in post.reports_to.claims if claim.who), "XX"))
        for post in model.posts
    )
    expected = Counter(
        (row["Post Unique Reference"], row["Job Title"].strip("'"), row["Reports to Senior Post"]) for row in rows
    )
    assert lines == expected
    assert sum(top == "XX" for _, _, top in lines) == 1
    span = sum(row["Reports to Senior Post"] == "4PO01" and not is_closed(row) for row in rows)
    live = {post.id for post in model.posts if post.occupancy.state != "closed"}
    assert sum(superior(model, ident) == "post-4po01" for ident in live) == span > 5
    closed = {row["Post Unique Reference"] for row in rows if is_closed(row)}
    closed -= {row["Post Unique Reference"] for row in rows if not is_closed(row)}
    to_closed = {
        row["Post Unique Reference"] for row in rows if not is_closed(row) and row["Reports to Senior Post"] in closed
    }
    assert {titles[ident] for ident in live if superior(model, ident) in set(titles) - live} == to_closed
    assert not [ident for ident in live if superior(model, ident) == ident]
    assert not [row for row in rows if row["Reports to Senior Post"] == row["Post Unique Reference"]]


@pytest.mark.parametrize("snapshot", DAYS)
def test_layers(models: dict[str, Model], snapshot: str) -> None:
    above = {row["Post Unique Reference"]: row["Reports to Senior Post"] for row in read_posts(snapshot)}

    def depth_in_file(reference: str) -> int:
        return 1 if reference == "XX" else 1 + depth_in_file(above[reference])

    model = models[snapshot]

    def depth(ident: str) -> int:
        upper = superior(model, ident)
        return 1 if upper is None else 1 + depth(upper)

    assert max(depth(post.id) for post in model.posts) == max(depth_in_file(ref) for ref in above) - 1 >= 4


@pytest.mark.parametrize("snapshot", DAYS)
def test_staff_by_unit_and_by_post(models: dict[str, Model], snapshot: str) -> None:
    by_unit: dict[str, float] = defaultdict(float)
    by_post: dict[str, float] = defaultdict(float)
    for row in read_file(snapshot, "Junior"):
        by_unit[" ".join(row["Unit"].lower().replace("&", "and").split())] += float(row["FTE"])
        by_post[row["Reports to Senior Post"]] += float(row["FTE"])
    model = models[snapshot]
    references = {post.id: post.reference for post in model.posts}
    found_unit: dict[str, float] = defaultdict(float)
    found_post: dict[str, float] = defaultdict(float)
    for group in model.staff_groups:
        (unit,), (above,) = group.in_unit.claims, group.reports_to.claims
        found_unit[" ".join(model.title_of(unit.who or "").lower().replace("&", "and").split())] += group.fte or 0
        found_post[references[above.who or ""] or ""] += group.fte or 0
    assert found_unit == pytest.approx(dict(by_unit))
    assert found_post == pytest.approx(dict(by_post))


@pytest.mark.embedded
def test_the_tree_is_found_to_be_a_tree_but_for_shared_references(folders: dict[str, Path]) -> None:
    shared = "shares its reference"
    assert find_broken_lines(folders["Mar-11"]) == []
    assert find_broken_lines(folders["Sep-11"]) == [
        (ref, shared) for ref in ("1CPG19", "1CPG19", "2SIIGSEC", "2SIIGSEC")
    ]
