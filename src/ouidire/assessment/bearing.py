"""Which tellings of other claims bear on a claim's status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ouidire.assessment.status import Bearing
from ouidire.assessment.strength import CONFIRMING
from ouidire.assessment.tellings import Telling
from ouidire.model import Link, Relation

__all__ = ["bearings"]

Cluster = tuple[str, ...]

# Who takes a thing back seldom repeats its every detail, or adds some; it cuts only its own paths.
_NEARLY = frozenset({Relation.ENTAILS, Relation.ENTAILED_BY})


def bearings(
    groups: Sequence[Cluster], links: Sequence[Link], told: Mapping[str, Telling]
) -> dict[Cluster, Bearing]:
    """Collect, for each cluster, its tellings and those from outside that contradict or overtake it."""
    home = {member: group for group in groups for member in group}
    against: dict[Cluster, set[str]] = defaultdict(set)
    updates: dict[Cluster, set[str]] = defaultdict(set)
    withdrawn: dict[Cluster, set[str]] = defaultdict(set)
    confirming: dict[Cluster, set[str]] = defaultdict(set)
    for link in links:
        for this, that, relation in _both_ways(link):
            if this not in home or that not in home or home[this] == home[that]:
                continue
            if (relation is Relation.CONTRADICTS and told[that].supports) or (
                relation is Relation.ENTAILS and told[that].denies
            ):
                against[home[this]].add(that)
            elif relation is Relation.UPDATES and told[that].supports:
                updates[home[this]].add(that)
            elif relation in _NEARLY and told[that].retracts:
                withdrawn[home[this]].add(that)
            elif relation is Relation.ENTAILED_BY and told[that].supports and told[that].act in CONFIRMING:
                confirming[home[this]].add(that)  # R12: what is confirmed holds of what follows from it
    return {
        group: Bearing(
            told=tuple(told[m] for m in group),
            against=tuple(told[m] for m in sorted(against[group])),
            updates=tuple(told[m] for m in sorted(updates[group])),
            withdrawn=tuple(told[m] for m in sorted(withdrawn[group])),
            confirming=tuple(told[m] for m in sorted(confirming[group])),
        )
        for group in groups
    }


def _both_ways(link: Link) -> tuple[tuple[str, str, Relation], ...]:
    """A link as each side reads it; ``UPDATES``: the other overtakes this."""
    turned = {
        Relation.ENTAILS: Relation.ENTAILED_BY,
        Relation.ENTAILED_BY: Relation.ENTAILS,
        Relation.UPDATES: Relation.UPDATED_BY,
        Relation.UPDATED_BY: Relation.UPDATES,
    }
    other = turned.get(link.relation, link.relation)
    return ((link.left, link.right, link.relation), (link.right, link.left, other))
