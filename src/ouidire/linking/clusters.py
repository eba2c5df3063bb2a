"""Complete-link clusters: in a claim every pair is judged SAME, since tolerances do not add up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ouidire.model import Link, Relation

__all__ = ["cluster", "is_by_table"]

Pair = tuple[str, str]

_APART = frozenset({Relation.CONTRADICTS, Relation.UPDATES, Relation.UPDATED_BY})


def cluster(ids: Iterable[str], links: Sequence[Link]) -> tuple[tuple[str, ...], ...]:
    """Group assertions into claims.

    SAME pairs are taken in the order of their ids; a pair joins two groups only where every pair
    across them is SAME. So the result depends on the set of links, not on their order. After
    those come the pairs that a person judged SAME: they join their groups, unless somebody judged
    a pair across them otherwise or the table holds that two of them exclude each other.

    Returns:
        Sorted groups of sorted ids; every id is in exactly one, alone if need be.

    """
    same = sorted({_pair(link) for link in links if link.relation is Relation.SAME})
    judged = sorted({_pair(x) for x in links if x.relation is Relation.SAME and not is_by_table(x)})
    apart = {
        _pair(x) for x in links if x.relation in _APART or not (is_by_table(x) or x.relation is Relation.SAME)
    }
    known = set(same)
    group: dict[str, list[str]] = {key: [key] for key in sorted(set(ids))}
    _join(group, same, lambda pair: pair in known)
    _join(group, judged, lambda pair: pair not in apart)
    return tuple(sorted({tuple(sorted(members)) for members in group.values()}))


def _join(group: dict[str, list[str]], pairs: Sequence[Pair], fits: Callable[[Pair], bool]) -> None:
    """Join the groups of each pair where every pair across them fits."""
    for a, b in pairs:
        if a not in group or b not in group or group[a] is group[b]:
            continue
        left, right = group[a], group[b]
        if all(fits((min(x, y), max(x, y))) for x in left for y in right):
            left.extend(right)
            for key in right:
                group[key] = left


def is_by_table(link: Link) -> bool:
    """Whether the decision table judged a pair, and no person."""
    return link.judge.startswith("table/")


def _pair(link: Link) -> Pair:
    return (link.left, link.right) if link.left < link.right else (link.right, link.left)
