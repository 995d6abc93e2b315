"""docs/graph.md: the labels, relationships and properties, from the graph's one declaration."""

from orgmodel.graph.schema import COMMON, LABELS, NAMED, RELATIONSHIPS, Properties
from scripts.doc_pages.graph_meanings import LABEL_MEANINGS, PROPERTY_MEANINGS, RELATIONSHIP_MEANINGS
from scripts.doc_pages.markdown import page, table

OPENING = """\
The same graph on both engines. To write a query of your own, read `queries/README.md`; to keep the graph on a server,
[Using Neo4j](guides/using-neo4j.md)."""

KEYS = """\
`model` is `id@version`, the version being a digest of the rows; `key` is `id@version/thing`. Several models, and
several versions of each, live in one graph, so every query anchors on `{model: $model}`. A slot's key is
`thing.slot`, or `thing.slot.chain` for who is accountable."""

SLOTS = """\
A `Slot` is a node for one question about a thing, so that a query can ask for what is *not* there. Its `state` is
never null. `says_none`, `says_unclear` and `says_redacted` tell whether any claim in it says so, since a source may
say two things at once. `expected` marks the chains in which the model expects somebody to answer. `by_unit` means
that a unit holds it and the post is not stated; that the unit's head answers is a relationship with `by: 'head'` and
basis `inferred`."""

DAY = """\
Rows are of one day, the model's `as_of`: facts that began later or ended earlier are left out, and so are facts whose
mode is not `actual`. Durations are whole months, counted before loading, so that no query does arithmetic on dates."""


def render() -> str:
    """The page."""
    blocks: list[str | list[str]] = ["# The graph", OPENING, KEYS, DAY, "## On every node and relationship"]
    blocks += [_properties(COMMON), "Every node also has `id` and `title`.", "## Nodes", SLOTS]
    for label, properties in LABELS.items():
        own = {name: type_ for name, type_ in properties.items() if name not in NAMED}
        blocks += [f"### {label}", LABEL_MEANINGS.get(label, ""), _properties(own)]
    blocks += ["## Relationships"]
    for relationship in RELATIONSHIPS.values():
        own = {name: type_ for name, type_ in relationship.properties.items() if name not in COMMON}
        ends = _ends(relationship.ends)
        blocks += [f"### {relationship.type}", RELATIONSHIP_MEANINGS.get(relationship.type, ""), ends, _properties(own)]
    return page(*blocks)


def missing_meanings() -> set[str]:
    """Labels, relationships and properties without a meaning, and meanings of what is gone."""
    properties = {name for own in LABELS.values() for name in own}
    properties |= {name for relationship in RELATIONSHIPS.values() for name in relationship.properties}
    return (
        (set(LABELS) ^ set(LABEL_MEANINGS))
        | (set(RELATIONSHIPS) ^ set(RELATIONSHIP_MEANINGS))
        | (properties ^ set(PROPERTY_MEANINGS))
    )


def _properties(properties: Properties) -> list[str]:
    rows = [
        (f"`{name}`", type_.replace("_", " or "), PROPERTY_MEANINGS.get(name, "")) for name, type_ in properties.items()
    ]
    return table(["property", "type", "meaning"], rows) if rows else []


def _ends(ends: tuple[tuple[str, str], ...]) -> str:
    by_start: dict[str, list[str]] = {}
    for start, end in ends:
        by_start.setdefault(start, []).append(end)
    grouped: dict[tuple[str, ...], list[str]] = {}
    for start, targets in by_start.items():
        grouped.setdefault(tuple(targets), []).append(start)
    said = [f"from {' or '.join(starts)} to {' or '.join(targets)}" for targets, starts in grouped.items()]
    return f"Runs {'; '.join(said)}."
