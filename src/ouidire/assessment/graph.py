"""Small directed graphs: reach, rings, and how many nodes must fail to cut a reader off."""

from __future__ import annotations

import itertools
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping

__all__ = ["Edges", "min_vertex_cut", "reachable", "rings"]

Edges = Mapping[str, Iterable[str]]


def reachable(edges: Edges, starts: Iterable[str], *, without: str | None = None) -> frozenset[str]:
    """Return all nodes that can be reached from `starts`, these included, not passing `without`."""
    todo = [s for s in starts if s != without]
    seen = set(todo)
    while todo:
        for after in edges.get(todo.pop(), ()):
            if after not in seen and after != without:
                seen.add(after)
                todo.append(after)
    return frozenset(seen)


def rings(edges: Edges) -> tuple[tuple[str, ...], ...]:
    """Return the sets of nodes that reach one another, each sorted; single nodes are no ring."""
    reach = {node: reachable(edges, edges.get(node, ())) for node in sorted(edges)}
    found = {
        tuple(sorted(b for b in reach if b in reach[a] and a in reach[b])) for a in reach if a in reach[a]
    }
    return tuple(sorted(ring for ring in found if len(ring) > 1))


def min_vertex_cut(edges: Edges, roots: Iterable[str], target: str, *, solid: Callable[[str], bool]) -> int:
    """Return the least number of nodes whose loss cuts `target` off from all `roots` (Menger 1927).

    Equals the number of routes that share no node. Each node is split in two with capacity one
    between; nodes that are `solid` never fail. Augmenting paths by breadth first search (Edmonds
    and Karp 1972).
    """
    residual: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    many = sum(1 for _ in reachable(edges, roots)) + 1
    nodes = reachable(edges, roots)
    for node in sorted(nodes):
        residual[f"{node}\0in"][f"{node}\0out"] = many if solid(node) or node == target else 1
        for after in sorted(edges.get(node, ())):
            residual[f"{node}\0out"][f"{after}\0in"] = many
    for root in sorted(roots):
        residual["\0source"][f"{root}\0in"] = many
    flow = 0
    while path := _augmenting(residual, f"{target}\0out"):
        for a, b in itertools.pairwise(path):
            residual[a][b] -= 1
            residual[b][a] += 1
        flow += 1
    return flow


def _augmenting(residual: dict[str, dict[str, int]], target: str) -> list[str]:
    before: dict[str, str] = {"\0source": ""}
    todo = deque(["\0source"])
    while todo:
        node = todo.popleft()
        if node == target:
            break
        for after, left in list(residual[node].items()):
            if left > 0 and after not in before:
                before[after] = node
                todo.append(after)
    if target not in before:
        return []
    path = [target]
    while before[path[-1]]:
        path.append(before[path[-1]])
    return path[::-1]
