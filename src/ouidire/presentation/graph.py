"""The provenance of claims as nodes and edges: origins left, relays between, outlets right.

Layers by longest path from an origin, order inside a layer by the mean place of the neighbours
(Sugiyama et al. 1981); graphs here are small, one pass each way is enough.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ouidire.model import Stance
from ouidire.presentation.occurrences import Hop, OccurrenceView, outlet_name
from ouidire.presentation.view import ClaimView

__all__ = ["Edge", "Graph", "Node", "graph_of"]


@dataclass(frozen=True, slots=True)
class Node:
    """A speaker or outlet.

    Attributes:
        layer: Column, 0 at the left; `row` its place in it.
        outlet: Whether it publishes.
        grey: Whether it only echoes.
        narrow: Whether every route runs through it.
        language: Of `words`, where they are quoted.

    """

    key: str
    words: str
    layer: int
    row: int = 0
    outlet: bool = False
    grey: bool = False
    narrow: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """`to` has it from `from_`.

    Attributes:
        kind: ``"told"``, ``"denied"``, ``"echoed"``, or ``"copied"`` for text taken over without saying so.

    """

    from_: str
    to: str
    kind: str = "told"


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by layer and row; edges between them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    narrow: tuple[str, ...]


@dataclass(slots=True)
class _Draft:
    names: dict[str, Hop] = field(default_factory=dict)
    rank: dict[str, int] = field(default_factory=dict)
    edges: dict[tuple[str, str], Edge] = field(default_factory=dict)
    direct: set[str] = field(default_factory=set)
    echoing: set[str] = field(default_factory=set)


def graph_of(views: Sequence[ClaimView]) -> Graph:
    """Return how the claims of a thread reached their outlets, in a fixed order."""
    draft = _Draft()
    for view in views:
        for item in view.occurrences:
            _route(draft, item)
    outlets = {
        i.article.id: f"outlet:{outlet_name(i.article).casefold()}" for v in views for i in v.occurrences
    }
    for copy in (copy for view in views for copy in view.claim.copies):
        older, newer = outlets.get(copy.from_), outlets.get(copy.to)
        if older and newer and older != newer and not copy.declared:
            draft.edges[older, newer] = Edge(older, newer, "copied")
    spoken = any(hop.role != "outlet" for hop in draft.names.values())
    for key, hop in draft.names.items():
        draft.rank[key] = max(draft.rank[key], int(spoken and hop.role == "outlet"))
    _push_right(draft.rank, draft.edges)
    narrow = tuple(dict.fromkeys(name for view in views for name in view.claim.bottleneck))
    return Graph(_nodes(draft, {name.casefold() for name in narrow}), tuple(draft.edges.values()), narrow)


def _route(draft: _Draft, item: OccurrenceView) -> None:
    keys = [hop.key for hop in item.hops]
    for depth, hop in enumerate(item.hops):
        draft.names.setdefault(hop.key, hop)
        draft.rank[hop.key] = max(draft.rank.get(hop.key, 0), depth)
    denied = item.assertion.stance is Stance.CONTEST
    kind = "echoed" if item.echo else "denied" if denied else "told"
    for left, right in itertools.pairwise(keys):
        known = draft.edges.get((left, right))
        if left != right and (known is None or known.kind == "echoed"):
            draft.edges[left, right] = Edge(left, right, kind)
    (draft.echoing if item.echo else draft.direct).update(keys)


def _push_right(rank: dict[str, int], edges: dict[tuple[str, str], Edge]) -> None:
    """Move each node right of what it has it from; bounded, so that rings of citing end."""
    for _ in rank:
        moved = False
        for left, right in edges:
            if rank[right] <= rank[left] and rank[left] + 1 < len(rank):
                rank[right], moved = rank[left] + 1, True
        if not moved:
            return


def _nodes(draft: _Draft, narrow: set[str]) -> tuple[Node, ...]:
    layers = {layer: n for n, layer in enumerate(sorted(set(draft.rank.values())))}
    nodes = [
        Node(
            key,
            hop.name,
            layers[draft.rank[key]],
            outlet=hop.role == "outlet",
            grey=key in draft.echoing - draft.direct,
            narrow=hop.name.casefold() in narrow,
            language=hop.language if hop.name == hop.words else "",
        )
        for key, hop in draft.names.items()
    ]
    columns = [[n for n in nodes if n.layer == layer] for layer in range(len(layers))]
    for towards in (0, 1):
        _untangle(columns, draft.edges, towards=towards)
    return tuple(replace(node, row=row) for column in columns for row, node in enumerate(column))


def _untangle(columns: list[list[Node]], edges: dict[tuple[str, str], Edge], *, towards: int) -> None:
    """Order each column by where its neighbours stand: `towards` 0 looks left, 1 looks right."""
    order = columns if towards == 0 else columns[::-1]
    place = {node.key: row for column in columns for row, node in enumerate(column)}
    for column in order[1:]:
        mean = {}
        for node in column:
            ends = [ab[towards] for ab in edges if ab[1 - towards] == node.key and ab[towards] != node.key]
            rows = [place[key] for key in ends]
            mean[node.key] = sum(rows) / len(rows) if rows else place[node.key]
        column.sort(key=lambda n, mean=mean: mean[n.key])  # type: ignore[misc]
        place.update({node.key: row for row, node in enumerate(column)})
