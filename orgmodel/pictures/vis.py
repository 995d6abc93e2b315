"""Draws a network: pyvis holds it, our own short page shows it with the vis-network file that pyvis brings along.

pyvis's own page is never used: it fetches from other hosts and runs script from data. Only here is pyvis imported.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from orgmodel.pictures.frame import allow, fill, read_asset
from orgmodel.pictures.network import Edge, Network, Node
from orgmodel.pictures.positions import place_nodes
from orgmodel.pictures.text import FONT, clean_text, escape_text, wrap_text

SIZE, LINE_HEIGHT, BOX_WIDTH, BOX_MARGIN = 14, 17.0, 150.0, 8.0
SHAPES = frozenset({"box", "ellipse", "database", "text", "dot"})
NODE_KEYS = frozenset(
    {"id", "label", "title", "x", "y", "shape", "color", "font", "borderWidth", "shapeProperties", "widthConstraint"}
    | {"margin", "thing", "chosen", "size"}
)
EDGE_KEYS = frozenset({"from", "to", "label", "title", "color", "width", "dashes", "arrows", "font", "smooth"})
LOOKS: dict[str, tuple[str, str, str]] = {
    "Unit": ("box", "#f3f2f1", "#3D3D3D"),
    "Post": ("box", "#ffffff", "#12436D"),
    "Board": ("box", "#ffffff", "#801650"),
    "Responsibility": ("box", "#e9f4f2", "#1b6e64"),
    "Process": ("box", "#e9f4f2", "#801650"),
    "Subject": ("ellipse", "#ffffff", "#12436D"),
    "DataSystem": ("database", "#ffffff", "#3D3D3D"),
    "Silence": ("box", "#fdf6e3", "#6b4e00"),
}
ACROSS = {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.35}
BESIDE = {"enabled": True, "type": "curvedCW", "roundness": 0.6}
"""How edges run between columns, and within one, where a straight line would cross the boxes between."""

PASSAGE = {"label": " ", "shape": "dot", "size": 0.5, "borderWidth": 0, "physics": False, "chosen": False}
"""A point that an edge goes through between two columns that are not next to each other."""

ROUND = {"Post": 14, "Responsibility": 4, "Silence": 14}
TOLD_HEIGHT = 74
"""Room for two lines of text under the picture."""


@dataclass(frozen=True)
class DrawnNetwork:
    """The page of a network, and how many pixels high a frame for it has to be."""

    page: str
    height: int


def vis_network_file() -> Path:
    """Where the vis-network script is that pyvis brings along, without importing pyvis."""
    spec = importlib.util.find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pyvis is not installed; `pip install orgmodel[app]` brings it")
    return Path(spec.origin).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"


def hold_network(network: Network) -> Any:
    """The network as a pyvis `Network` with a place for each node, without physics."""
    from pyvis.network import Network as Held

    held = Held(directed=True)
    held.toggle_physics(False)
    heights = {node.key: _height(node) for node in network.nodes}
    places = place_nodes(network, heights)
    for node in network.nodes:
        x, y = places.at[node.key]
        held.add_node(node.key, **_node(node), x=round(x), y=round(y))
    top = min((y - heights.get(key, 0.0) / 2 for key, (_, y) in places.at.items()), default=0.0)
    _add_headings(held, places.headings, sorted({round(x) for x, _ in places.at.values()}), top)
    for edge, way in zip(network.edges, places.ways, strict=True):
        _add_edge(held, edge, way, places.at)
    return held


def draw_network(
    network: Network, script: str | None = None, link: Callable[[str], str | None] = lambda _: None
) -> DrawnNetwork:
    """The page of a network. `script` is where vis-network is served; without it the page holds the script itself."""
    held = hold_network(network)
    nodes = [_allowed(node, NODE_KEYS) for node in held.nodes]
    edges = [_allowed(edge, EDGE_KEYS) for edge in held.edges]
    hrefs = {node.thing: link(node.thing) for node in network.nodes if node.thing}
    focus = next((node.key for node in network.nodes if node.focus), None)
    data = {"nodes": nodes, "edges": edges, "links": hrefs, "focus": focus, "size": SIZE}
    own = read_asset("leave.js") + read_asset("vis_page.js")
    library = "" if script else vis_network_file().read_text(encoding="utf-8").replace("</script", "<\\/script")
    host = "'self' " if script else ""
    values = {
        "title": escape_text(network.title or "Network"),
        "policy": f"default-src 'none'; script-src {host}{allow(own, library)}; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'",
        "height": str(canvas_height(held)),
        "font": FONT,
        "library": f'<script src="{escape_text(script)}"></script>' if script else f"<script>{library}</script>",
        "data": escape_json(data),
        "own": f"<script>{own}</script>",
    }
    return DrawnNetwork(fill("vis_page.html", values), canvas_height(held) + TOLD_HEIGHT)


def canvas_height(held: Any) -> int:
    """How many pixels the picture needs at its natural size, within what fits on a screen."""
    ys = [node["y"] for node in held.nodes]
    return int(min(max(max(ys) - min(ys) + 140, 240), 620)) if ys else 240


def escape_json(value: Any) -> str:
    """JSON that can stand inside a script element: nothing in it ends the element or a line of script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _allowed(drawn: Mapping[str, Any], keys: frozenset[str]) -> dict[str, Any]:
    if drawn.get("shape", "box") not in SHAPES:
        raise ValueError(f"'{drawn['shape']}' is not a shape that is drawn; use one of {', '.join(sorted(SHAPES))}")
    return {key: value for key, value in drawn.items() if key in keys and value is not None}


def _lines(node: Node) -> list[str]:
    head = " · ".join((node.kind, *node.words))
    return [*wrap_text(head, BOX_WIDTH, SIZE - 1, 2), *wrap_text(node.title, BOX_WIDTH, SIZE, 4)]


def _height(node: Node) -> float:
    height = len(_lines(node)) * LINE_HEIGHT + 2 * BOX_MARGIN
    return height * 1.45 if LOOKS.get(node.label, ("",))[0] in ("ellipse", "database") else height


def _node(node: Node) -> dict[str, Any]:
    shape, fill, border = LOOKS.get(node.label, ("box", "#ffffff", "#3D3D3D"))
    silent = node.label == "Silence"
    spoken = ". ".join(part for part in (node.kind, node.title, *node.words) if part)
    return {
        "label": "\n".join(_lines(node)),
        "title": clean_text(spoken),
        "shape": shape,
        "color": {"background": fill, "border": border, "highlight": {"background": "#fff7bf", "border": "#0b0c0c"}},
        "font": {"size": SIZE, "color": "#6b4e00" if silent else "#0b0c0c", "face": "system-ui, Arial, sans-serif"},
        "borderWidth": 3 if node.focus else 1.5,
        "shapeProperties": {"borderRadius": ROUND.get(node.label, 0), "borderDashes": [4, 3] if silent else False},
        "widthConstraint": {"minimum": BOX_WIDTH * 0.8, "maximum": BOX_WIDTH * 2},
        "margin": BOX_MARGIN,
        "thing": node.thing,
        "physics": False,
    }


def _edge(edge: Edge) -> dict[str, Any]:
    silent = edge.relationship == "SILENCE"
    shown = edge.phrase if edge.basis == "stated" else f"{edge.phrase}\n({edge.basis})"
    details = (edge.phrase, *edge.words, edge.basis, *edge.cites)
    return {
        "label": "" if silent else shown,
        "title": clean_text(", ".join(details)),
        "color": "#6b4e00" if silent else "#3D3D3D",
        "width": 2 if edge.relationship == "ACCOUNTABLE_FOR" else 1.2,
        "dashes": [2, 3] if silent else [7, 5] if edge.basis != "stated" else False,
        "arrows": "to",
        "font": {"size": 12, "color": "#383f43", "strokeWidth": 4, "strokeColor": "#ffffff", "align": "middle"},
    }


def _add_edge(held: Any, edge: Edge, way: Sequence[str], at: Mapping[str, tuple[float, float]]) -> None:
    """An edge, in pieces from passage to passage; the first carries the label and the last the arrow."""
    drawn = _edge(edge)
    for key in way:
        x, y = at[key]
        held.add_node(key, **PASSAGE, color=drawn["color"], x=round(x), y=round(y))
    pieces = list(pairwise((edge.start, *way, edge.end)))
    for number, (start, end) in enumerate(pieces):
        upright = at[start][0] == at[end][0]
        piece = {**drawn, "smooth": BESIDE if upright else ACROSS}
        piece["label"] = drawn["label"] if number == 0 else ""
        piece["arrows"] = drawn["arrows"] if number == len(pieces) - 1 else ""
        held.add_edge(start, end, **piece)


def _add_headings(held: Any, headings: Sequence[str], xs: list[int], top: float) -> None:
    told: set[str] = set()
    for number, (heading, x) in enumerate(zip(headings, xs, strict=True)):
        if heading in told:
            continue
        told.add(heading)
        font = {"size": 15, "color": "#505a5f", "bold": True}
        held.add_node(
            f"heading.{number}",
            label=heading,
            shape="text",
            font=font,
            x=x,
            y=round(top - 40),
            title=heading,
            physics=False,
            chosen=False,
        )
