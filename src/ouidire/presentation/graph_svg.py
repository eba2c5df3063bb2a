"""The provenance graph as an SVG element with a text alternative."""

from __future__ import annotations

from html import escape

from ouidire.presentation.graph import Edge, Graph, Node
from ouidire.presentation.messages import Spoken, say

__all__ = ["draw"]

_BOX, _HEIGHT, _GAP, _PAD, _BETWEEN, _CHARS = 210, 34, 14, 8, 90, 30
_KINDS: Spoken[str] = Spoken(
    {
        "told": "",
        "denied": "denying it",
        "echoed": "an echo",
        "copied": "text copied without saying so",
    }
)


def draw(graph: Graph, name: str) -> str:
    """Return the picture of a graph; empty where there are no two speakers to tell apart.

    Args:
        name: What the ids of its title and description begin with; unique in the page.

    """
    if len(graph.nodes) < 3 or not graph.edges:
        return ""
    columns = max(n.layer for n in graph.nodes) + 1
    rows = max(n.row for n in graph.nodes) + 1
    width = columns * _BOX + (columns - 1) * _BETWEEN + 2 * _PAD
    height = rows * (_HEIGHT + _GAP) - _GAP + 2 * _PAD + (_GAP if columns > 2 else 0)
    place = _places(graph.nodes, height)
    out = [
        (
            f'<svg class="graph" viewBox="0 0 {width} {height}" width="{width}" role="img" '
            f'aria-labelledby="{name}-title {name}-desc"><title id="{name}-title">{escape(say("How it reached the page"))}</title>'
            f'<desc id="{name}-desc">{escape(_in_words(graph))}</desc>'
            f'<defs><marker id="{name}-tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" '
            'markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
        )
    ]
    out += [_edge(edge, place, name) for edge in graph.edges]
    out += [_node(node, place[node.key]) for node in graph.nodes]
    return "".join(out) + "</svg>"


def _places(nodes: tuple[Node, ...], height: int) -> dict[str, tuple[int, int]]:
    tall: dict[int, int] = {}
    for node in nodes:
        tall[node.layer] = tall.get(node.layer, 0) + 1
    place = {}
    for node in nodes:
        top = (height - tall[node.layer] * (_HEIGHT + _GAP) + _GAP) // 2
        place[node.key] = (_PAD + node.layer * (_BOX + _BETWEEN), top + node.row * (_HEIGHT + _GAP))
    return place


def _edge(edge: Edge, place: dict[str, tuple[int, int]], name: str) -> str:
    (x1, y1), (x2, y2) = place[edge.from_], place[edge.to]
    left, right = y1 + _HEIGHT // 2, y2 + _HEIGHT // 2
    if x2 > x1:
        x1 += _BOX
        bend = (x1 + x2) // 2
        lift = _HEIGHT if x2 - x1 > _BOX else 0
        path = f"M{x1} {left}C{bend} {left + lift} {bend} {right + lift} {x2 - 1} {right}"
    else:
        path = f"M{x1 + _BOX} {left}C{x1 + _BOX + 40} {left} {x2 + _BOX + 40} {right} {x2 + _BOX} {right}"
    return f'<path class="edge {edge.kind}" d="{path}" marker-end="url(#{name}-tip)"/>'


def _node(node: Node, at: tuple[int, int]) -> str:
    marks = (("node", True), ("outlet", node.outlet), ("echo", node.grey), ("narrow", node.narrow))
    kind = " ".join(name for name, on in marks if on)
    short = node.words if len(node.words) <= _CHARS else node.words[: _CHARS - 1] + "…"
    language = f' lang="{escape(node.language)}"' if node.language else ""
    return (
        f'<g class="{kind}"><title{language}>{escape(node.words)}</title>'
        f'<rect x="{at[0]}" y="{at[1]}" width="{_BOX}" height="{_HEIGHT}" rx="5"/>'
        f'<text{language} x="{at[0] + _BOX // 2}" y="{at[1] + 22}" text-anchor="middle">{escape(short)}</text></g>'
    )


def _in_words(graph: Graph) -> str:
    names = {n.key: n.words for n in graph.nodes}
    told = []
    for edge in graph.edges:
        line = say("%(one)s to %(other)s", one=names[edge.from_], other=names[edge.to])
        told.append(f"{line} ({_KINDS[edge.kind]})" if _KINDS[edge.kind] else line)
    alone = [n.words for n in graph.nodes if not any(n.key in {e.from_, e.to} for e in graph.edges)]
    parts = ["; ".join(told)]
    if alone:
        parts.append(say("in its own voice only: %(names)s", names=", ".join(alone)))
    if graph.narrow:
        parts.append(say("every route of a claim runs through %(names)s", names=", ".join(graph.narrow)))
    return ". ".join(parts) + "."
