"""What people decided, as it holds now: taken back, superseded, and found again after a better extractor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ouidire import storage
from ouidire.gazetteer import World
from ouidire.model import Anchor, Assertion, Extraction, Grade, Judgement, Ruling, RulingKind
from ouidire.storage import Store

__all__ = ["Decided", "decided", "grades", "in_force"]

_OVERLAP = 0.8
"""An assertion is the one that was judged where its words and those share this much (IoU of code points)."""

T = TypeVar("T", Judgement, Ruling)


@dataclass(frozen=True, slots=True)
class Decided:
    """What is to be replayed on the extractions of today.

    Attributes:
        judgements: On assertions there are, by their ids of today.
        lost: Judgements whose words no assertion bears any more; nobody's work is thrown away.
        no_copies: Pairs of articles.
        origins: Groups of sources that are one origin.

    """

    judgements: tuple[Judgement, ...]
    lost: tuple[Judgement, ...]
    no_copies: frozenset[frozenset[str]]
    origins: tuple[frozenset[str], ...]

    def world(self, world: World) -> World:
        """Return `world` with the sources that were judged one origin."""
        return replace(world, one_origin=self.origins)


def decided(store: Store, items: Sequence[Extraction]) -> Decided:
    """Return what people decided, fitted to what is found in the articles today."""
    found = {one.id: (item.article.id, one) for item in items for one in item.assertions}
    fitted, lost = [], []
    for judgement in in_force(storage.decisions(store, Judgement)):
        left = _today(judgement.left, judgement.left_at, found)
        right = _today(judgement.right, judgement.right_at, found)
        if left is None or right is None or left == right:
            lost.append(judgement)
        else:
            fitted.append(replace(judgement, left=left, right=right))
    rulings = in_force(storage.decisions(store, Ruling))
    apart = frozenset(frozenset({r.left, r.right}) for r in rulings if r.kind is RulingKind.NOT_A_COPY)
    one = [frozenset({r.left, r.right}) for r in rulings if r.kind is RulingKind.SAME_ORIGIN]
    return Decided(tuple(fitted), tuple(lost), apart, _groups(one))


def in_force(decisions: Iterable[T]) -> tuple[T, ...]:
    """Return the newest decision on each pair, of those that nobody took back; sorted by pair.

    A person takes back his or her own decision only; another's on the same pair holds then.
    """
    newest: dict[tuple[str, frozenset[str], str], T] = {}
    for one in sorted(decisions, key=_moment):
        newest[(_kind(one), frozenset({one.left, one.right}), one.judge)] = one
    holds: dict[tuple[str, frozenset[str]], T] = {}
    for (kind, pair, _), one in sorted(newest.items(), key=lambda x: _moment(x[1])):
        if not one.withdrawn:
            holds[(kind, pair)] = one
    return tuple(holds[key] for key in sorted(holds, key=lambda k: (k[0], sorted(k[1]))))


def grades(store: Store) -> dict[str, Grade]:
    """Return the newest grade of each source that has one."""
    found = sorted(storage.decisions(store, Grade), key=lambda g: (g.made_at, g.judge, g.reliability))
    return {one.source: one for one in found}


def _moment(one: Judgement | Ruling) -> tuple[str, str, str, str, bool]:
    return (one.made_at, one.judge, one.left, one.right, one.withdrawn)


def _kind(one: Judgement | Ruling) -> str:
    return one.kind.value if isinstance(one, Ruling) else ""


def _today(id_: str, at: Anchor | None, found: Mapping[str, tuple[str, Assertion]]) -> str | None:
    """Return the id of the assertion that was judged: the same, else the one that bears its words."""
    if id_ in found:
        return id_
    if at is None:
        return None
    near = [
        (shared, one.id)
        for article, one in found.values()
        if article == at.article and (shared := _shared(one, at)) >= _OVERLAP
    ]
    near.sort(key=lambda x: (-x[0], x[1]))
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None  # none, or two that fit alike: a person has to say which
    return near[0][1]


def _shared(one: Assertion, at: Anchor) -> float:
    common = min(one.span.end, at.span.end) - max(one.span.start, at.span.start)
    whole = max(one.span.end, at.span.end) - min(one.span.start, at.span.start)
    return max(common, 0) / whole if whole else 0.0


def _groups(pairs: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Return the pairs joined where they share a member."""
    groups: list[frozenset[str]] = []
    for pair in pairs:
        touching = [g for g in groups if g & pair]
        groups = [g for g in groups if not g & pair] + [pair.union(*touching)]
    return tuple(sorted(groups, key=sorted))
