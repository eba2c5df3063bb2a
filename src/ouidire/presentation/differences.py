"""Two wordings side by side, with the words that differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from ouidire.model import Assertion, Direction, Drift, Span
from ouidire.presentation import words
from ouidire.presentation.occurrences import OccurrenceView, Piece, cut

__all__ = ["DriftView", "drift_views", "unlike"]

_WORD = re.compile(r"\w+")
_LONGEST = 400
"""Words of a side beyond which it is not compared word by word."""


@dataclass(frozen=True, slots=True)
class DriftView:
    """All that differs between two wordings.

    Attributes:
        left: Pieces of the words of `before`, `right` those of `after`; part ``differs`` marks what differs.
        stronger: Whether `after` is the stronger in one of them.

    """

    drifts: tuple[Drift, ...]
    before: OccurrenceView
    after: OccurrenceView
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    stronger: bool

    @property
    def says(self) -> tuple[str, ...]:
        """Each dimension in words."""
        return tuple(
            words.dimension(d.dimension, weaker=d.direction is Direction.WEAKER) for d in self.drifts
        )

    @property
    def inside(self) -> bool:
        """Whether both stand in one article."""
        return self.before.article.id == self.after.article.id


def drift_views(drifts: Iterable[Drift], known: dict[str, OccurrenceView]) -> tuple[DriftView, ...]:
    """Return one row for each pair of wordings, in the order of `drifts`; pairs with unknown words are left out."""
    pairs: dict[tuple[str, str], dict[str, Drift]] = {}
    for drift in drifts:
        if drift.from_ in known and drift.to in known:
            pairs.setdefault((drift.from_, drift.to), {})[drift.dimension] = drift
    return tuple(_pair(known[a], known[b], tuple(found.values())) for (a, b), found in pairs.items())


def _pair(before: OccurrenceView, after: OccurrenceView, drifts: tuple[Drift, ...]) -> DriftView:
    named = [s for d in drifts for s in d.words if s != after.assertion.span]
    left, right = _unlike(before, after)
    return DriftView(
        drifts,
        before,
        after,
        cut(
            before.article.text,
            before.assertion.span,
            [(s, "differs") for s in (*left, *_hedges(before.assertion))],
        ),
        cut(after.article.text, after.assertion.span, [(s, "differs") for s in (*right, *named)]),
        any(d.direction is Direction.STRONGER for d in drifts),
    )


def _hedges(assertion: Assertion) -> list[Span]:
    return [m.span for c in assertion.commitments for m in c.markers if m.strength > 0]


def _unlike(before: OccurrenceView, after: OccurrenceView) -> tuple[list[Span], list[Span]]:
    """Return the stretches of each side that the other has no like of; none across languages."""
    if before.article.language != after.article.language:
        return [], []
    return unlike((before.article.text, before.assertion.span), (after.article.text, after.assertion.span))


def unlike(left: tuple[str, Span], right: tuple[str, Span]) -> tuple[list[Span], list[Span]]:
    """Return the words of each stretch of a text that the other has no like of; none where they are overlong."""
    ours, theirs = _words(*left), _words(*right)
    if max(len(ours), len(theirs)) > _LONGEST:
        return [], []
    matcher = SequenceMatcher(None, [w for w, _ in ours], [w for w, _ in theirs], autojunk=False)
    mine: list[Span] = []
    other: list[Span] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            mine += [Span(ours[a][1].start, ours[b - 1][1].end)] if b > a else []
            other += [Span(theirs[c][1].start, theirs[d - 1][1].end)] if d > c else []
    return mine, other


def _words(text: str, whole: Span) -> list[tuple[str, Span]]:
    found = _WORD.finditer(text, whole.start, whole.end)
    return [(m.group().casefold(), Span(m.start(), m.end())) for m in found]
