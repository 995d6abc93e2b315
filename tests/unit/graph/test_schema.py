"""The one declaration of the graph: every link has its relationship, and what is declared is what is built."""

from orgmodel.graph import LABELS, RELATIONSHIPS
from orgmodel.graph.properties import NODE_PROPERTIES
from orgmodel.graph.rows import LINE_EXTRA
from orgmodel.graph.schema import COMMON, DERIVED, EXTRA, NAMED
from orgmodel.model import LABELS as MODEL_LABELS
from orgmodel.model import LINKS


def test_every_link_has_its_relationship_with_its_ends() -> None:
    for link in LINKS:
        for target in link.targets:
            pair = (target, link.label) if link.reverse else (link.label, target)
            assert pair in RELATIONSHIPS[link.relationship].ends


def test_every_relationship_comes_from_a_link_or_is_derived() -> None:
    assert set(RELATIONSHIPS) == {link.relationship for link in LINKS} | set(DERIVED)
    assert set(EXTRA) <= set(RELATIONSHIPS)


def test_ends_are_declared_once_and_are_labels() -> None:
    for relationship in RELATIONSHIPS.values():
        assert len(set(relationship.ends)) == len(relationship.ends)
        assert {label for pair in relationship.ends for label in pair} <= set(LABELS)


def test_everything_carries_its_identity_version_and_evidence() -> None:
    for properties in LABELS.values():
        assert NAMED.items() <= properties.items()
    for relationship in RELATIONSHIPS.values():
        assert COMMON.items() <= relationship.properties.items()


def test_every_list_of_the_model_has_its_label_and_every_computed_property_a_declared_one() -> None:
    assert set(MODEL_LABELS.values()) <= set(LABELS)
    assert set(NODE_PROPERTIES) <= set(LABELS)


def test_names_differ_by_more_than_case() -> None:
    for properties in (*LABELS.values(), *(relationship.properties for relationship in RELATIONSHIPS.values())):
        assert len({name.lower() for name in properties}) == len(properties)
    names = [*LABELS, *RELATIONSHIPS]
    assert len({name.lower() for name in names}) == len(names)


def test_what_is_taken_from_claims_is_declared_on_some_relationship() -> None:
    declared = {name for properties in EXTRA.values() for name in properties}
    assert set(LINE_EXTRA) <= declared
