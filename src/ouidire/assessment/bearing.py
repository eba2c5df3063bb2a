"""Which tellings of other claims bear on a claim's status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ouidire.assessment.status import Bearing
from ouidire.assessment.strength import CONFIRMING
from ouidire.assessment.tellings import Telling
from ouidire.model import Link, Relation

__all__ = ["bearings"]

Cluster = tuple[str, ...]

# Who takes a thing back seldom repeats its every detail, or adds some; it cuts only its own paths.
_NEARLY = frozenset({Relation.ENTAILS, Relation.ENTAILED_BY})
_KINDS = ("against", "updates", "withdrawn", "confirming")


def bearings(
    groups: Sequence[Cluster], links: Sequence[Link], told: Mapping[str, Telling]
) -> dict[Cluster, Bearing]:
    """Collect, for each cluster, its tellings and those from outside that bear on it."""
    home = {member: group for group in groups for member in group}
    found: dict[Cluster, dict[str, set[str]]] = defaultdict(lambda: {kind: set() for kind in _KINDS})
    for link in links:
        for this, that, relation in _both_ways(link):
            if this not in home or that not in home or home[this] == home[that]:
                continue
            kind = _kind(told[this], told[that], relation)
            if kind is not None:
                found[home[this]][kind].add(that)
    takers = {
        g: [*(told[m] for m in g if told[m].retracts), *(told[m] for m in sorted(found[g]["withdrawn"]))]
        for g in groups
    }
    return {group: _bearing(group, found[group], takers, home, told) for group in groups}


def _kind(this: Telling, that: Telling, relation: Relation) -> str | None:
    """What `that` is to the claim of `this`, given "this RELATION that" (``UPDATES``: that overtakes)."""
    if relation is Relation.CONTRADICTS and that.supports:
        return "against"
    if relation is Relation.ENTAILS and that.denies:
        return "against"
    if relation is Relation.UPDATES and that.supports:
        return "updates"
    if relation in _NEARLY and that.retracts and not this.retracts and that.article.id != this.article.id:
        return "withdrawn"  # what a correction says besides, it stands by
    if relation is Relation.ENTAILED_BY and that.supports and that.act in CONFIRMING:
        return "confirming"  # R12: what is confirmed holds of what follows from it
    return None


def _bearing(
    group: Cluster,
    found: Mapping[str, set[str]],
    takers: Mapping[Cluster, Sequence[Telling]],
    home: Mapping[str, Cluster],
    told: Mapping[str, Telling],
) -> Bearing:
    parts = {kind: tuple(told[m] for m in sorted(found[kind])) for kind in _KINDS}
    outside = [t for kind in ("against", "updates", "confirming") for t in parts[kind]]
    undone = tuple(
        (one.id, back) for one in outside for back in takers[home[one.id]] if _takes_back(back, one)
    )
    return Bearing(told=tuple(told[m] for m in group), undone=undone, **parts)


def _takes_back(back: Telling, one: Telling) -> bool:
    """Whether a withdrawal is by the origin of a telling, or by its publisher."""
    if back.corrects:
        return one.home.key == back.home.key
    return bool(one.chain) and one.chain[0].key == back.chain[0].key


def _both_ways(link: Link) -> Iterable[tuple[str, str, Relation]]:
    """A link as each side reads it; ``UPDATES``: the other overtakes this."""
    turned = {
        Relation.ENTAILS: Relation.ENTAILED_BY,
        Relation.ENTAILED_BY: Relation.ENTAILS,
        Relation.UPDATES: Relation.UPDATED_BY,
        Relation.UPDATED_BY: Relation.UPDATES,
    }
    other = turned.get(link.relation, link.relation)
    return ((link.left, link.right, link.relation), (link.right, link.left, other))
