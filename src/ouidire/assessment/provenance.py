"""The provenance graph of one claim: who got it from whom, down to the reader.

Nodes are holders (`nodes.Node`), pages (an article as read, which cannot fail), and the reader. An
edge runs from whom a thing was got to who got it: declared by a chain, by a credit, or shown by
copied text. Rings of outlets that cite each other are cut at their newest edge.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ouidire.assessment.graph import min_vertex_cut, reachable, rings
from ouidire.assessment.nodes import Node
from ouidire.assessment.tellings import LAST, Telling

__all__ = ["Provenance", "build", "is_page"]

READER = "reader"
_PAGE = "page:"
UNLISTED = "outlet:?"


def is_page(key: str) -> bool:
    """Whether a key is a page or the reader: what does not fail."""
    return key == READER or key.startswith(_PAGE)


@dataclass(slots=True)
class Provenance:
    """A graph under construction, and then read only.

    Attributes:
        dates: Day of each edge, the earliest known.
        vague: Outlets that speak in their own voice, without a source.

    """

    nodes: dict[str, Node] = field(default_factory=dict)
    dates: dict[tuple[str, str], str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    vague: set[str] = field(default_factory=set)
    circular: tuple[tuple[str, ...], ...] = ()

    def edges(self) -> dict[str, tuple[str, ...]]:
        """Return successors of each node, sorted."""
        out: dict[str, list[str]] = {}
        for a, b in sorted(self.dates):
            out.setdefault(a, []).append(b)
        return {a: tuple(b) for a, b in out.items()}

    def roots(self) -> tuple[Node, ...]:
        """Return the holders nobody else stands behind, sorted by key."""
        behind = {b for _, b in self.dates}
        heads = {a for a, _ in self.dates} - behind
        return tuple(self.nodes[key] for key in sorted(heads) if key in self.nodes)

    def is_known(self, node: Node) -> bool:
        """Whether a root is somebody a reader can identify, who is said to say so."""
        return node.known and node.key not in self.vague

    def known_roots(self) -> tuple[Node, ...]:
        """Return the identifiable roots."""
        return tuple(r for r in self.roots() if self.is_known(r))

    def channels(self, roots: Iterable[Node]) -> int:
        """Return how many routes that share no holder lead from `roots` to the reader.

        Who publishes is a holder too, whatever the number of its pages; outlets of which no table
        knows whose they are may be one house, and add no route to one that is known.
        """
        starts = [self._holder(r.key) for r in roots]
        if not starts:
            return 0
        edges: dict[str, set[str]] = {}
        for a, b in self.dates:
            one, other = self._holder(a), self._holder(b)
            if one != other and UNLISTED not in {one, other}:
                edges.setdefault(one, set()).add(other)
        listed = [key for key in starts if key != UNLISTED]
        return max(min_vertex_cut(edges, listed, READER, solid=lambda key: key == READER), 1)

    def _holder(self, key: str) -> str:
        """The holder whose failing takes a node away: for a page, its outlet."""
        key = self.homes.get(key, key)
        node = self.nodes.get(key)
        return UNLISTED if node is not None and node.outlet and not node.listed else key

    def bottlenecks(self) -> tuple[str, ...]:
        """Return the names of outlets every route passes (dominators of the reader), sorted.

        An outlet that only speaks on its own page passes nothing on.
        """
        edges, starts = self.edges(), [r.key for r in self.roots()]
        found = [
            node.name
            for key, node in sorted(self.nodes.items())
            if node.outlet and self._passes_on(key) and READER not in reachable(edges, starts, without=key)
        ]
        return tuple(sorted(found)) if starts else ()

    def _passes_on(self, key: str) -> bool:
        after = [b for a, b in self.dates if a == key]
        return any(self.homes.get(b, b) != key for b in after)

    def cut(self, keys: Iterable[str]) -> None:
        """Take holders and pages out of the graph, with all that rested on them alone."""
        gone = set(keys)
        starts = [r.key for r in self.roots() if r.key not in gone]
        self.dates = {e: d for e, d in self.dates.items() if not gone & set(e)}
        held = reachable(self.edges(), starts)
        self.dates = {e: d for e, d in self.dates.items() if e[0] in held}
        _drop_dead_ends(self)


def build(told: Sequence[Telling]) -> Provenance:
    """Build the graph of the tellings that support a claim."""
    graph = Provenance()
    attributed = {t.article.id for t in told if t.chain}
    present = {t.article.id: t.home for t in told}
    for telling in sorted(told, key=lambda t: t.order):
        _add(graph, telling, attributed, present)
    _break_rings(graph)
    return graph


def _add(graph: Provenance, telling: Telling, attributed: set[str], present: dict[str, Node]) -> None:
    page = f"{_PAGE}{telling.article.id}"
    graph.homes[page] = telling.home.key
    upstream = [
        present[a] for a in telling.copied_from if a in present and present[a].key != telling.home.key
    ]
    if upstream and not telling.adds_source:
        for node in upstream:
            _link(graph, [node], page, telling)
        return
    if telling.chain:
        _link(graph, telling.chain, page, telling)
    elif telling.is_own_report and telling.home.reviewed:
        _link(graph, [telling.home], page, telling)
    elif telling.article.id not in attributed:
        _own_voice(graph, telling, page)


def _own_voice(graph: Provenance, telling: Telling, page: str) -> None:
    """No source given: the outlet itself, or the outlets it credits, is a vague root."""
    for node in telling.credits or (telling.home,):
        graph.vague.add(node.key)
        _link(graph, [node], page, telling)


def _link(graph: Provenance, chain: Sequence[Node], page: str, telling: Telling) -> None:
    """Add a chain; the last hop feeds the page, and the outlet for whoever cites it."""
    keys = [node.key for node in chain]
    for node in (*chain, telling.home):
        graph.nodes.setdefault(node.key, node)
    pairs = [(a, b) for a, b in itertools.pairwise(keys) if a != b]
    pairs += [(keys[-1], page), (page, READER)]
    if keys[-1] != telling.home.key:
        pairs.append((keys[-1], telling.home.key))
    for pair in pairs:
        graph.dates[pair] = min(graph.dates.get(pair, LAST), telling.date or LAST)


def _break_rings(graph: Provenance) -> None:
    """Cut rings at their newest edge until none is left; their members vouch only for each other."""
    found: list[tuple[str, ...]] = []
    while ring := next(iter(rings(graph.edges())), None):
        if not found or not set(ring) <= {k for r in found for k in r}:
            found.append(ring)
        inside = [e for e in graph.dates if e[0] in ring and e[1] in ring]
        newest = max(inside, key=lambda e: (graph.dates[e], e))
        del graph.dates[newest]
        graph.vague.update(ring)
    graph.circular = tuple(sorted(tuple(sorted(graph.nodes[k].name for k in ring)) for ring in found))
    _drop_dead_ends(graph)


def _drop_dead_ends(graph: Provenance) -> None:
    """Forget outlets that nobody cites: only what leads to a reader is provenance."""
    edges = graph.edges()
    dead = {b for _, b in graph.dates if READER not in reachable(edges, [b])}
    graph.dates = {e: d for e, d in graph.dates.items() if e[1] not in dead}
