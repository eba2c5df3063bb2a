"""The provenance graph of a claim as SVG: origins left, relays between, outlets right.

Layers by longest path from an origin (Sugiyama et al. 1981, without crossing reduction: graphs
here are small and their order is the order of dates).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from html import escape

from ouidire.model import Claim
from ouidire.presentation.view import ClaimView, Hop, outlet_name

__all__ = ["Edge", "Node", "draw", "graph_of"]

_WIDTH, _BOX, _HEIGHT, _GAP, _PAD = 720, 190, 34, 16, 12


@dataclass(frozen=True, slots=True)
class Node:
    """A speaker or outlet; `grey` for one that only echoes, `narrow` for a bottleneck."""

    key: str
    words: str
    layer: int
    grey: bool = False
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """`to` has it from `from_`; dashed where the text was copied without saying so."""

    from_: str
    to: str
    copied: bool = False


def graph_of(view: ClaimView) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Return nodes and edges of a claim's provenance, in a fixed order."""
    rank: dict[str, int] = {}
    names: dict[str, str] = {}
    edges: dict[tuple[str, str], Edge] = {}
    direct: set[str] = set()
    echoing: set[str] = set()
    for item in view.occurrences:
        keys = [_key(h, item.article.id) for h in item.hops]
        for depth, (key, hop) in enumerate(zip(keys, item.hops, strict=True)):
            names.setdefault(key, hop.words)
            rank[key] = max(rank.get(key, 0), depth)
        for left, right in itertools.pairwise(keys):
            if left != right:
                edges.setdefault((left, right), Edge(left, right))
        (echoing if item.echo else direct).add(keys[-1])
    outlet_of = {i.article.id: f"outlet:{outlet_name(i.article)}" for i in view.occurrences}
    for copy in view.claim.copies:
        older, newer = outlet_of.get(copy.from_), outlet_of.get(copy.to)
        if older and newer and older != newer:
            edges[(older, newer)] = Edge(older, newer, copied=not copy.declared)
    _push_right(rank, edges)
    narrow = {n.casefold() for n in view.claim.bottleneck}
    nodes = tuple(
        Node(k, names[k], rank[k], k in echoing - direct, names[k].casefold() in narrow) for k in names
    )
    return nodes, tuple(edges.values())


def draw(view: ClaimView) -> str:
    """Return the graph as an SVG element with a text alternative; empty for a single outlet's own voice."""
    nodes, edges = graph_of(view)
    if len(nodes) < 2:
        return ""
    place, width, height = _layout(nodes)
    title = f"graph-{view.number}"
    out = [
        (
            f'<svg class="graph" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{title}">'
            f'<title id="{title}">{escape(_in_words(view.claim, nodes, edges))}</title>'
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" '
            'orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
        )
    ]
    out += [_edge_svg(edge, place) for edge in edges]
    out += [_node_svg(node, place[node.key]) for node in nodes]
    return "".join(out) + "</svg>"


def _key(hop: Hop, article: str) -> str:
    if hop.role == "outlet":
        return f"outlet:{hop.words}"
    if hop.words == "nobody named":
        return f"vague:{article}"
    return f"hop:{hop.words.casefold()}"


def _push_right(rank: dict[str, int], edges: dict[tuple[str, str], Edge]) -> None:
    """Move each node right of what it has it from; bounded, so that rings of citing end."""
    for _ in rank:
        moved = False
        for left, right in edges:
            if rank[right] <= rank[left] and rank[left] + 1 < len(rank):
                rank[right], moved = rank[left] + 1, True
        if not moved:
            return


def _layout(nodes: tuple[Node, ...]) -> tuple[dict[str, tuple[float, float]], int, int]:
    layers = sorted({n.layer for n in nodes})
    columns = {layer: [n for n in nodes if n.layer == layer] for layer in layers}
    width = max(_WIDTH, len(layers) * (_BOX + 50))
    tallest = max(len(c) for c in columns.values())
    height = tallest * (_HEIGHT + _GAP) + 2 * _PAD + (_GAP if len(layers) > 2 else -_GAP)
    step = (width - _BOX - 2 * _PAD) / max(1, len(layers) - 1)
    place = {}
    for n, layer in enumerate(layers):
        column = columns[layer]
        top = (height - len(column) * (_HEIGHT + _GAP) + _GAP) / 2
        for m, node in enumerate(column):
            place[node.key] = (_PAD + n * step, top + m * (_HEIGHT + _GAP))
    return place, width, height


def _edge_svg(edge: Edge, place: dict[str, tuple[float, float]]) -> str:
    (x1, y1), (x2, y2) = place[edge.from_], place[edge.to]
    kind = "copied" if edge.copied else "declared"
    if x2 > x1:
        x1 += _BOX
        bend, lift = (x1 + x2) / 2, _HEIGHT + _GAP if x2 - x1 > _BOX else 0
        left, right = y1 + _HEIGHT / 2, y2 + _HEIGHT / 2
        path = (
            f"M{x1:.0f} {left:.0f}C{bend:.0f} {left + lift:.0f} {bend:.0f} {right + lift:.0f} "
            f"{x2 - 2:.0f} {right:.0f}"
        )
    else:
        path = f"M{x1 + _BOX / 2:.0f} {y1 + _HEIGHT:.0f}L{x2 + _BOX / 2:.0f} {y2 - 2:.0f}"
    return f'<path class="edge {kind}" d="{path}" marker-end="url(#tip)"/>'


def _node_svg(node: Node, at: tuple[float, float]) -> str:
    kind = " ".join(c for c, on in (("node", True), ("echo", node.grey), ("narrow", node.narrow)) if on)
    words = node.words if len(node.words) <= 28 else node.words[:27] + "…"
    return (
        f'<g class="{kind}"><title>{escape(node.words)}</title>'
        f'<rect x="{at[0]:.0f}" y="{at[1]:.0f}" width="{_BOX}" height="{_HEIGHT}" rx="5"/>'
        f'<text x="{at[0] + _BOX / 2:.0f}" y="{at[1] + 22:.0f}" text-anchor="middle">{escape(words)}</text></g>'
    )


def _in_words(claim: Claim, nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> str:
    names = {n.key: n.words for n in nodes}
    told = [
        f"{names[e.from_]} to {names[e.to]}{' (copied, not declared)' if e.copied else ''}" for e in edges
    ]
    narrow = f" Every route runs through {', '.join(claim.bottleneck)}." if claim.bottleneck else ""
    return f"How this claim reached the page: {'; '.join(told)}.{narrow}"
