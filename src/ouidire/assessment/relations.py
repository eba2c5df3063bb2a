"""How claims stand to each other, from how their assertions do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ouidire.model import ClaimRelation, Link, Relation

__all__ = ["claim_relations"]

# Of several links between two claims the most telling speaks for them.
_RANK = (
    Relation.CONTRADICTS,
    Relation.UPDATES,
    Relation.UPDATED_BY,
    Relation.FILLS_GAP,
    Relation.SAME,
    Relation.ENTAILS,
    Relation.ENTAILED_BY,
    Relation.RELATED,
)
# "left RELATION right" of a link, as read by the left claim and by the right claim: there the claim
# that updates or fills comes first ("this UPDATES that").
_READ = {
    Relation.UPDATES: (Relation.UPDATED_BY, Relation.UPDATES),
    Relation.UPDATED_BY: (Relation.UPDATES, Relation.UPDATED_BY),
    Relation.FILLS_GAP: (Relation.RELATED, Relation.FILLS_GAP),
    Relation.ENTAILS: (Relation.ENTAILS, Relation.ENTAILED_BY),
    Relation.ENTAILED_BY: (Relation.ENTAILED_BY, Relation.ENTAILS),
}


def claim_relations(names: Mapping[str, str], links: Sequence[Link]) -> dict[str, tuple[ClaimRelation, ...]]:
    """Return each claim's relations to others, sorted.

    Args:
        names: Claim id of every assertion.

    """
    between: dict[tuple[str, str], list[tuple[Relation, tuple[int, ...]]]] = defaultdict(list)
    for link in links:
        left, right = names.get(link.left), names.get(link.right)
        if left is None or right is None or left == right or link.relation not in _RANK:
            continue
        one, other = _READ.get(link.relation, (link.relation, link.relation))
        between[left, right].append((one, link.rows))
        between[right, left].append((other, link.rows))
    out: dict[str, list[ClaimRelation]] = defaultdict(list)
    for (this, that), found in sorted(between.items()):
        relation, rows = min(found, key=lambda f: (_RANK.index(f[0]), f[1]))
        out[this].append(ClaimRelation(claim=that, relation=relation, rows=rows))
    return {this: tuple(found) for this, found in out.items()}
