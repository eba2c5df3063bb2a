"""Complete-link clusters: in a claim every pair is judged SAME, since tolerances do not add up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ouidire.model import Link, Relation

__all__ = ["cluster"]


def cluster(ids: Iterable[str], links: Sequence[Link]) -> tuple[tuple[str, ...], ...]:
    """Group assertions into claims.

    SAME pairs are taken in the order of their ids; a pair joins two groups only where every pair
    across them is SAME. So the result depends on the set of links, not on their order.

    Returns:
        Sorted groups of sorted ids; every id is in exactly one, alone if need be.

    """
    same = sorted({_pair(link) for link in links if link.relation is Relation.SAME})
    known = set(same)
    group: dict[str, list[str]] = {key: [key] for key in sorted(set(ids))}
    for a, b in same:
        if a not in group or b not in group or group[a] is group[b]:
            continue
        left, right = group[a], group[b]
        if all((min(x, y), max(x, y)) in known for x in left for y in right):
            left.extend(right)
            for key in right:
                group[key] = left
    return tuple(sorted({tuple(sorted(members)) for members in group.values()}))


def _pair(link: Link) -> tuple[str, str]:
    return (link.left, link.right) if link.left < link.right else (link.right, link.left)
