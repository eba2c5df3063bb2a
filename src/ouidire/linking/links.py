"""Judge every candidate pair; a person's judgement overrules the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace

from ouidire.gazetteer import World
from ouidire.linking.blocking import candidates
from ouidire.linking.clusters import is_by_table
from ouidire.linking.located import Located, locate
from ouidire.linking.reused import aligned_pairs, as_copied
from ouidire.linking.setting import share_setting
from ouidire.linking.table import relate
from ouidire.linking.wording import is_one_sentence
from ouidire.linking.worth import is_worth
from ouidire.model import Assertion, Bound, Copy, Extraction, Judgement, Link, Relation

__all__ = ["compared", "inverse", "link"]

Key = tuple[str, str]

# What the same words may overrule: that something could not be told, or stands on one side only.
_LOOSE = frozenset({Relation.SAME, Relation.RELATED, Relation.ENTAILS, Relation.ENTAILED_BY})

_INVERSE = {
    Relation.ENTAILS: Relation.ENTAILED_BY,
    Relation.ENTAILED_BY: Relation.ENTAILS,
    Relation.UPDATES: Relation.UPDATED_BY,
    Relation.UPDATED_BY: Relation.UPDATES,
}


def link(
    items: Sequence[Extraction],
    world: World | None = None,
    judgements: Sequence[Judgement] = (),
    *,
    copied: Sequence[Copy] = (),
    fresh: Container[str] | None = None,
) -> tuple[Link, ...]:
    """Link the assertions of a set of articles.

    Args:
        world: Says who answers to whom, so that a body and its state are not taken for two.
        judgements: Of several on one pair the newest holds.
        copied: Copies among the articles, whose aligned sentences say the same.
        fresh: Ids of articles; only links with a side in one of them. A link depends on its two articles
            and what people judged, so that the links of a set are those of its parts.

    Returns:
        Links sorted by their ids, ``left < right`` (for FILLS_GAP `left` is the side with the gap);
        pairs that are unrelated, or related to no purpose, are left out, but for those that a
        person judged so.

    """
    located = locate(items, world)
    ids = {item.id for item in located}
    inside = frozenset(id_ for copy in copied for id_ in (copy.from_, copy.to))
    judge = _Judging()
    pairs = candidates(located, fresh, inside)
    found = {(a.id, b.id): made for a, b in pairs if is_worth(a, b, made := judge(a, b))}
    found |= _copied(located, copied, found, judge)
    for ruling in sorted(judgements, key=lambda j: (j.made_at, j.judge)):
        if {ruling.left, ruling.right} <= ids and ruling.left != ruling.right:
            made = _ruled(ruling)
            found[(min(made.left, made.right), max(made.left, made.right))] = made
    home = {item.id: item.article.id for item in located}
    kept = (
        found[key] for key in sorted(found) if fresh is None or home[key[0]] in fresh or home[key[1]] in fresh
    )
    return tuple(x for x in kept if x.relation is not Relation.UNRELATED or not is_by_table(x))


class _Judging:
    """Judges each pair once, however often it is asked."""

    def __init__(self) -> None:
        self._made: dict[Key, Link] = {}

    def __call__(self, a: Located, b: Located) -> Link:
        key = (a.id, b.id)
        if key not in self._made:
            self._made[key] = _judge(a, b)
        return self._made[key]


def _copied(
    located: Sequence[Located], copied: Sequence[Copy], found: Mapping[Key, Link], judge: _Judging
) -> dict[Key, Link]:
    """Judge what stands in aligned sentences; what an article says twice, its copy says again."""
    pairs = [(p, same) for p in aligned_pairs(located, copied) if (same := as_copied(p, judge)) is not None]
    out = {pair.key: same for pair, same in pairs}
    same_as: dict[str, set[str]] = defaultdict(set)
    for made in found.values():
        if made.relation is Relation.SAME:
            same_as[made.left].add(made.right)
            same_as[made.right].add(made.left)
    home = {item.id: item.article.id for item in located}
    for pair, same in pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            for third in sorted(x for x in same_as[one.id] if home[x] == one.article.id):
                key = (min(third, other.id), max(third, other.id))
                held = found.get(key)
                if held is None or held.relation in _LOOSE:
                    out.setdefault(key, replace(same, left=key[0], right=key[1]))
    return out


def compared(
    item: Extraction, world: World, worth: Callable[[Assertion, Assertion], bool]
) -> tuple[Link, ...]:
    """Judge the pairs of one article that are worth it and related at all."""
    pairs = candidates(locate([item], world))
    made = (_judge(a, b) for a, b in pairs if worth(a.assertion, b.assertion))
    return tuple(one for one in made if one.relation is not Relation.UNRELATED)


def _judge(a: Located, b: Located) -> Link:
    """Judge a candidate pair; across articles more is asked than the table does.

    There SAME needs something that pins the event down, and two numbers exclude each other only
    where each side says for itself of what event they are.
    """
    made = relate(a, b)
    if made.relation is Relation.RELATED and made.rows == (4,):
        return relate(b, a)
    if made.relation in _LOOSE and is_one_sentence(a, b):
        return replace(made, relation=Relation.SAME, rows=(9,), why="one long sentence, word for word")
    if made.relation is Relation.SAME and a.article.id != b.article.id and not _pinned(a, b):
        return _doubted(made, "alike, but nothing named or counted says that it is one event")
    if made.relation is Relation.CONTRADICTS and made.rows == (6,) and not (_anchored(a) and _anchored(b)):
        return _doubted(made, "the numbers differ, but perhaps of different events")
    return made


def _doubted(made: Link, why: str) -> Link:
    return replace(made, relation=Relation.RELATED, rows=(*made.rows, 10), why=why)


def _anchored(item: Located) -> bool:
    """Whether an assertion says itself when, where or to whom, or gives a running total."""
    proposition = item.assertion.proposition
    running = proposition.quantity is not None and proposition.quantity.cumulative
    named = any(r.referent is not None for r in proposition.roles)
    return running or named or proposition.place is not None or proposition.time is not None


def _pinned(a: Located, b: Located) -> bool:
    """Whether what both name, or where both stories are set, says that one event is meant."""
    proposition = a.assertion.proposition
    if any(r.referent is not None for r in proposition.roles):
        return True
    if proposition.family == "speech" or _is_bare(a) or _is_bare(b):
        return False
    named = proposition.place is not None and b.assertion.proposition.place is not None
    return named or share_setting(a.setting, b.setting) or _counted_and_dated(a, b)


def _is_bare(item: Located) -> bool:
    """Whether nothing but the kind of event is told (*the death*, *drunk driving*): another may be meant."""
    p = item.assertion.proposition
    return not (p.roles or p.equipment) and p.place is None and p.time is None and p.quantity is None


def _counted_and_dated(a: Located, b: Located) -> bool:
    """Whether both give one exact number for one stated day, in stories that share a place or a name."""
    one, other = a.assertion.proposition, b.assertion.proposition
    counts = (one.quantity, other.quantity)
    exact = all(q is not None and q.n is not None and q.bound is Bound.EXACT for q in counts)
    times = (one.time, other.time)
    told = one.place is not None or other.place is not None or bool(a.setting.names & b.setting.names)
    return exact and None not in times and told


def inverse(relation: Relation) -> Relation:
    """Return the relation of the same pair read from the other side."""
    return _INVERSE.get(relation, relation)


def _ruled(ruling: Judgement) -> Link:
    left, right, relation = ruling.left, ruling.right, ruling.relation
    if left > right and relation is not Relation.FILLS_GAP:
        left, right, relation = right, left, inverse(relation)
    why = f"judged by {ruling.judge} on {ruling.made_at}"
    return Link(left=left, right=right, relation=relation, rows=(), why=why, judge=ruling.judge)
