"""The plans that engines make of a query, held against lists of what only reads. What is not on a list is refused.

An engine that learns a new operator has it refused by name until somebody has looked at it and put it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from orgmodel.graph.asking.port import RefusedError
from orgmodel.graph.schema import LABELS, RELATIONSHIPS

_EMBEDDED = (
    "ACCUMULATE AGGREGATE COUNT_REL_TABLE CROSS_PRODUCT DISTINCT DUMMY_SCAN EMPTY_RESULT EXPRESSIONS_SCAN EXTEND "
    "FILTER FLATTEN HASH_JOIN INTERSECT LIMIT MULTIPLICITY_REDUCER NODE_LABEL_FILTER ORDER_BY PATH_PROPERTY_PROBE "
    "PROJECTION QUERY_PRIMARY_KEY_LOOKUP RECURSIVE_EXTEND SCAN_NODE_TABLE SEMI_MASKER UNION_ALL UNWIND"
)
EMBEDDED = frozenset(_EMBEDDED.split())
"""Operators of the embedded engine's logical plans that read the graph and nothing else."""

_SERVER = (
    "AntiSemiApply Apply Argument AssertSameNode AssertSameRelationship BFSPruningVarLengthExpand CacheProperties "
    "CartesianProduct ConditionalApply DirectedRelationshipTypeScan DirectedUnionRelationshipTypesScan Distinct "
    "Eager EagerAggregation EmptyResult Expand Filter IntersectionNodeByLabelsScan LeftOuterHashJoin "
    "LetAntiSemiApply LetSelectOrAntiSemiApply LetSelectOrSemiApply LetSemiApply Limit NodeByLabelScan "
    "NodeCountFromCountStore NodeHashJoin NodeIndexContainsScan NodeIndexEndsWithScan NodeIndexScan NodeIndexSeek "
    "NodeIndexSeekByRange NodeLeftOuterHashJoin NodeRightOuterHashJoin NodeUniqueIndexSeek "
    "NodeUniqueIndexSeekByRange NonFuseable NullifyMetadata Optional OptionalExpand OrderedAggregation "
    "OrderedDistinct OrderedUnion PartialSort PartialTop ProduceResults ProjectEndpoints Projection "
    "PruningVarLengthExpand RelationshipCountFromCountStore Repeat RightOuterHashJoin RollUpApply "
    "SelectOrAntiSemiApply SelectOrSemiApply SemiApply ShortestPath Skip Sort StatefulShortestPath "
    "SubtractionNodeByLabelsScan Top Top1WithTies UndirectedRelationshipTypeScan "
    "UndirectedUnionRelationshipTypesScan Union UnionNodeByLabelsScan Unwind ValueHashJoin VarLengthExpand"
)
SERVER = frozenset(_SERVER.split())
"""Operators of the server's plans that read what has a label or a type, and nothing else; each in any of its ways."""

EVERYTHING = ("AllNodesScan", "AllRelationshipsScan")
WRITING = ("w", "rw", "s")
HINT = "A query may only match, filter, count, sort and return what is in this graph."
BOX = re.compile(r"┌[─┴┬]*┐")
FIRST_LINES = 5


def check_embedded_plan(plan: str) -> None:
    """Raises RefusedError for the drawing of a logical plan with an operator that is not known to only read."""
    names = list(_names_in_boxes(plan))
    unknown = sorted(set(names) - EMBEDDED)
    if unknown or not names:
        raise RefusedError(f"the query would do more than read this graph: {', '.join(unknown) or 'no plan'}", HINT)


def _names_in_boxes(plan: str) -> Iterator[str]:
    """The first line inside each box. What the query says stands in later lines, where it can add a box, not hide one.

    Raises RefusedError for a drawing that does not look as it should.
    """
    lines = plan.splitlines()
    if len(lines) <= FIRST_LINES or "Logical Plan" not in "".join(lines[:FIRST_LINES]):
        raise RefusedError("the engine gave no plan that could be read, so that nothing was run", HINT)
    for line, below in zip(lines[FIRST_LINES:], [*lines[FIRST_LINES + 1 :], ""], strict=True):
        for box in BOX.finditer(line):
            yield below[box.start() + 1 : box.end() - 1].strip()


def check_server_plan(plan: Mapping[str, Any], query_type: str | None) -> None:
    """Raises RefusedError for a plan that writes, or reads anything but labels and types of this graph."""
    if query_type in WRITING:
        raise RefusedError("the query would write", HINT)
    for operator, details in _operators(plan):
        if any(word in operator for word in EVERYTHING):
            raise RefusedError(
                "the query reads every node or relationship of the server, whoever it belongs to",
                "Name a label or a type: (p:Post {model: $model}), [:REPORTS_TO].",
            )
        if operator.partition("(")[0] not in SERVER:
            raise RefusedError(f"the query would do more than read this graph: {operator}", HINT)
        if "Scan" in operator or "Seek" in operator or "CountStore" in operator:
            _check_labels(details)
    if query_type != "r":
        raise RefusedError("the query would do more than read this graph", HINT)


def _operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    details = plan.get("args", {}).get("Details", "")
    yield str(plan["operatorType"]).partition("@")[0], str(details)
    children: Iterable[Mapping[str, Any]] = plan.get("children", ())
    for child in children:
        yield from _operators(child)


def _check_labels(details: str) -> None:
    """What a scan, a seek or a count begins at has to be a label or a type of this graph."""
    found = re.findall(r":\s*`?([A-Za-z_]\w*)", details.split(" WHERE ")[0])
    foreign = sorted(name for name in found if name not in LABELS and name not in RELATIONSHIPS)
    if foreign or not found:
        raise RefusedError(f"the query reads what is no part of this graph: {', '.join(foreign) or details[:80]}", HINT)
