"""How two statements of one or more clauses relate (``ouidire relate``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ouidire.linking.located import Located, locate
from ouidire.linking.table import JUDGE, relate
from ouidire.model import Act, Extraction, Link, Relation, Stance

__all__ = ["relate_statements"]

# Which of several pairs speaks for the whole: what excludes first, what says least last.
_RANK = (
    Relation.CONTRADICTS,
    Relation.UPDATES,
    Relation.UPDATED_BY,
    Relation.FILLS_GAP,
    Relation.SAME,
    Relation.ENTAILS,
    Relation.ENTAILED_BY,
    Relation.RELATED,
    Relation.UNRELATED,
)
_POLARITY = {"+": "-", "-": "+"}


def relate_statements(left: Extraction, right: Extraction) -> Link:
    """Judge two short texts by what each mainly says.

    Two acts of speech are compared as such; otherwise what was said is compared, and a content its
    source denies counts as its opposite. Where one text says more, the fuller entails the barer.
    """
    a, b = _mains(left), _mains(right)
    if not a or not b:
        why = "nothing was found that one of the two states"
        return Link(
            left=left.article.id, right=right.article.id, relation=Relation.RELATED, rows=(10,), why=why
        )
    if a[0].assertion.proposition.family != "speech" or b[0].assertion.proposition.family != "speech":
        a, b = _plain(a), _plain(b)
    made = [relate(x, y) for x in a for y in b]
    best = min(made, key=lambda m: (_RANK.index(m.relation), m.rows, m.left, m.right))
    return _whole(best, len(a), len(b))


def _mains(item: Extraction) -> tuple[Located, ...]:
    """The assertions of a text in its order, acts of speech first."""
    found = locate([item])
    order = sorted(found, key=lambda x: (x.assertion.span.start, -len(x.assertion.span), x.id))
    speech = [x for x in order if x.assertion.proposition.family == "speech"]
    return (*speech[:1],) if speech else tuple(order)


def _plain(found: Sequence[Located]) -> tuple[Located, ...]:
    out: list[Located] = []
    for item in found:
        out.extend(item.contents or (item,))
    return tuple(_as_meant(item) for item in out)


def _as_meant(item: Located) -> Located:
    """A content that its source denies or refuses to do, as the source means it."""
    one = item.assertion
    cue = one.attribution.cue if one.attribution is not None else None
    refused = cue is not None and cue.act is Act.DECLINE and cue.modality is None
    if one.stance is not Stance.CONTEST and not (refused and one.proposition.polarity == "+"):
        return item
    turned = replace(one.proposition, polarity=_POLARITY[one.proposition.polarity])
    return replace(item, assertion=replace(one, proposition=turned))


def _whole(best: Link, n_left: int, n_right: int) -> Link:
    if best.relation is not Relation.SAME or n_left == n_right:
        return best
    relation = Relation.ENTAILS if n_left > n_right else Relation.ENTAILED_BY
    why = "one clause is the same, and one side says more besides"
    return Link(
        left=best.left, right=best.right, relation=relation, rows=(*best.rows, 7), why=why, judge=JUDGE
    )
