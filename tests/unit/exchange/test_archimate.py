"""ArchiMate's exchange file: parts in the order that the format lays down, names that lead somewhere, and only
relationships that the standard allows between the elements that they join."""

import xml.etree.ElementTree as ET

import pytest

from orgmodel.exchange.archimate import SPACE, render_archimate
from orgmodel.graph import build_rows
from orgmodel.model import Model
from orgmodel.use_cases import list_models
from tests.unit.exchange.taking_away import HOSTILE, empty_model, hostile_model, large_model, shipped, small_model

STANDING = "Harbour Board: the account of an invented review."
NS = {"a": SPACE, "dc": "http://purl.org/dc/elements/1.1/"}
TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
ORDER = [
    "name",
    "documentation",
    "metadata",
    "elements",
    "relationships",
    "organizations",
    "propertyDefinitions",
    "views",
]

ACTORS = {"BusinessActor", "BusinessRole", "BusinessCollaboration"}
DOING = {"BusinessFunction", "BusinessProcess"}
SAME = {(kind, kind) for kind in ("BusinessActor", "BusinessProcess", "BusinessObject", "Location")}
ALLOWED = {
    "Composition": SAME,
    "Aggregation": SAME | {("BusinessCollaboration", kind) for kind in ACTORS},
    "Assignment": {(who, what) for who in ACTORS for what in DOING} | {("BusinessActor", "BusinessRole")},
    "Serving": {("ApplicationComponent", kind) for kind in ACTORS | DOING} | {(a, b) for a in ACTORS for b in ACTORS},
    "Triggering": {(a, b) for a in DOING for b in DOING},
    "Flow": {("ApplicationComponent", "ApplicationComponent")},
}
"""From the standard's tables of relationships (3.1), for the elements used; an association may join any two."""


def read(model: Model, with_people: bool = False) -> ET.Element:
    return ET.fromstring(str(render_archimate(model, STANDING, with_people).content))


def local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def elements(root: ET.Element) -> dict[str, str]:
    return {each.get("identifier", ""): each.get(TYPE, "") for each in root.findall("a:elements/a:element", NS)}


def relationships(root: ET.Element) -> list[tuple[str, str, str]]:
    found = root.findall("a:relationships/a:relationship", NS)
    return [(each.get(TYPE, ""), each.get("source", ""), each.get("target", "")) for each in found]


def properties(root: ET.Element, ident: str) -> dict[str, str]:
    names = {d.get("identifier"): d.findtext("a:name", "", NS) for d in root.iter(f"{{{SPACE}}}propertyDefinition")}
    (owner,) = (each for each in root.iter() if each.get("identifier") == ident)
    return {
        names[each.get("propertyDefinitionRef")]: each.findtext("a:value", "", NS)
        for each in owner.findall("a:properties/a:property", NS)
    }


MODELS = [entry.id for entry in list_models()]


@pytest.fixture(scope="module", params=[*MODELS, "small", "hostile", "empty"])
def root(request: pytest.FixtureRequest) -> ET.Element:
    made = {"small": small_model, "hostile": hostile_model, "empty": empty_model}
    return read(made[request.param]() if request.param in made else shipped(request.param).model)


def test_the_parts_come_in_the_order_of_the_format(root: ET.Element) -> None:
    names = [local(part) for part in root]
    assert names == [name for name in ORDER if name in names]
    assert names[:3] == ["name", "documentation", "metadata"]


def test_each_identifier_is_there_once_and_each_reference_leads_somewhere(root: ET.Element) -> None:
    idents = [each.get("identifier") for each in root.iter() if each.get("identifier")]
    assert len(idents) == len(set(idents))
    names = ("source", "target", "elementRef", "relationshipRef", "propertyDefinitionRef", "identifierRef")
    assert {each.get(name) for each in root.iter() for name in names if each.get(name)} <= set(idents)


def test_relationships_join_what_the_standard_lets_them_join(root: ET.Element) -> None:
    kinds = elements(root)
    wrong = {
        (type_, kinds[source], kinds[target])
        for type_, source, target in relationships(root)
        if type_ != "Association" and (kinds[source], kinds[target]) not in ALLOWED[type_]
    }
    assert wrong == set()


@pytest.mark.parametrize("name", MODELS)
def test_every_unit_post_and_line_of_a_shipped_model_is_there(name: str) -> None:
    model = shipped(name).model
    rows, whole = build_rows(model), read(model)
    kinds = elements(whole)
    assert sum(kind == "BusinessActor" for kind in kinds.values()) == len(rows.nodes["Unit"])
    assert sum(kind == "BusinessRole" for kind in kinds.values()) == len(rows.nodes["Post"])
    found = whole.findall("a:relationships/a:relationship[a:name='reports to']", NS)
    lines = [row for (type_, *_), each in rows.relationships.items() if type_ == "REPORTS_TO" for row in each]
    assert len(found) == len(lines)


def test_what_nobody_or_nobody_knows_who_answers_for_says_so() -> None:
    root = read(small_model())
    tasks, name = ("pilotage", "dredging", "wrecks", "buoys"), "state of accountable (line)"
    states = {each: properties(root, f"id-{each}").get(name) for each in tasks}
    assert states == {"pilotage": None, "dredging": "none", "wrecks": "unclear", "buoys": "not stated"}
    assert properties(root, "id-clerk")["state of reports to"] == "unclear"
    assert properties(root, "id-dredging")["basis"] == "stated"


def test_people_are_left_out_and_counted_unless_asked_for() -> None:
    text = str(render_archimate(small_model(), STANDING).content)
    assert "Ada Quill" not in text
    assert "id-ada" not in text
    assert properties(read(small_model()), "id-clerk")["statements about people that are hidden"] == "1"
    assert ("Assignment", "id-ada", "id-clerk") in relationships(read(small_model(), with_people=True))


def test_the_file_says_whose_account_it_is() -> None:
    root = read(small_model())
    assert root.findtext("a:documentation", "", NS) == STANDING
    assert root.findtext("a:metadata/dc:creator", "", NS) == "an invented review"
    assert root.findtext("a:metadata/dc:rights", "", NS) == "Invented"


def test_no_two_boxes_of_a_view_lie_on_each_other(root: ET.Element) -> None:
    for view in root.findall("a:views/a:diagrams/a:view", NS):
        boxes = [tuple(int(node.get(side, "")) for side in "xywh") for node in view.findall("a:node", NS)]
        overlapping = [
            (one, other)
            for number, one in enumerate(boxes)
            for other in boxes[:number]
            if abs(one[0] - other[0]) < one[2] and abs(one[1] - other[1]) < one[3]
        ]
        assert overlapping == []


def test_hostile_names_come_back_as_they_were() -> None:
    found = read(hostile_model()).findall("a:elements/a:element", NS)
    names = {each.findtext("a:name", "", NS) for each in found if each.get(TYPE) == "BusinessRole"}
    assert names == {name.strip().replace("\x0b", "\ufffd").replace("\x07", "\ufffd") for name in HOSTILE}


def test_what_has_no_word_is_counted() -> None:
    lever = {"id": "grant", "title": "Grant", "kind": "other"}
    assert render_archimate(small_model(levers=[lever]), STANDING).left_out[0] == (
        "Left out, since ArchiMate has no word for it: 1 Lever, 1 Source."
    )


def test_a_thousand_posts_have_a_thousand_roles() -> None:
    assert sum(kind == "BusinessRole" for kind in elements(read(large_model(1_000))).values()) == 1_000
