"""Two articles of a ledger side by side: sentences, the claims they make, and how those differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ouidire.engine.shelves import Shelves
from ouidire.linking.reuse import Pair, align, sentences
from ouidire.model import Extraction, Span
from ouidire.presentation.differences import DriftView

__all__ = ["CLAIM", "Comparison", "Row", "compare"]

CLAIM = "claim"
"""That two sentences are matched by a claim that both make, not by their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence of each article that belong together, or one that stands alone.

    Attributes:
        how: verbatim, reworded, translated or `CLAIM`; empty for one alone.
        moved: Whether the right one stands elsewhere in its article.
        ours: Ids of the assertions in the left sentence; `theirs` in the right.
        shared: Ids of the claims that both make.

    """

    left: Span | None
    right: Span | None
    how: str = ""
    moved: bool = False
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles side by side, in the order of the left.

    Attributes:
        drifts: Differing wordings between the two.

    """

    left: Extraction
    right: Extraction
    rows: tuple[Row, ...]
    drifts: tuple[DriftView, ...]

    def count(self, how: str) -> int:
        """Return how many rows are matched in this way; with ``"left"`` or ``"right"``, stand alone there."""
        if how in {"left", "right"}:
            return sum(getattr(row, how) is not None and not row.how for row in self.rows)
        return sum(row.how == how for row in self.rows)


def compare(view: Shelves, left: Extraction, right: Extraction) -> Comparison:
    """Lay two articles side by side."""
    a = [sentence.span for sentence in sentences(left)]
    b = [sentence.span for sentence in sentences(right)]
    ours, theirs = _inside(left, a, view), _inside(right, b, view)
    over = view.over
    pairs: dict[Span, Pair | Span] = {pair.left: pair for pair in align(left, right)}
    taken = {pair.right for pair in pairs.values() if isinstance(pair, Pair)}
    pairs |= _by_claim(
        [s for s in a if s not in pairs], [s for s in b if s not in taken], (ours, theirs), over
    )
    rows = [_row(one, pairs.get(one), (ours, theirs), over) for one in a]
    alone = [s for s in b if s not in {row.right for row in rows}]
    ids = left.article.id, right.article.id
    drifts = tuple(
        drift
        for drift in view.between.get(ids[0], ())
        if {drift.before.article.id, drift.after.article.id} == set(ids)
    )
    made = _woven(rows, [Row(left=None, right=s, theirs=theirs.get(s, ())) for s in alone])
    return Comparison(left, right, tuple(made), drifts)


def _inside(item: Extraction, spans: Sequence[Span], view: Shelves) -> dict[Span, tuple[str, ...]]:
    """Return the ids of the assertions that begin in each sentence and stand under a claim about events."""
    found: dict[Span, list[str]] = {}
    for one in item.assertions:
        home = next((span for span in spans if span.start <= one.span.start < span.end), None)
        claim = view.over.get(one.id)
        if home and claim in view.views and one.proposition.family != "speech":
            found.setdefault(home, []).append(one.id)
    return {span: tuple(ids) for span, ids in found.items()}


def _by_claim(
    a: Sequence[Span],
    b: Sequence[Span],
    inside: tuple[Mapping[Span, tuple[str, ...]], Mapping[Span, tuple[str, ...]]],
    over: Mapping[str, str],
) -> dict[Span, Pair | Span]:
    """Match what is left by a claim that both sentences make, the first of each in order."""
    ours, theirs = inside
    free = list(b)
    found: dict[Span, Pair | Span] = {}
    for one in a:
        claims = {over[id_] for id_ in ours.get(one, ())}
        other = next((s for s in free if claims & {over[id_] for id_ in theirs.get(s, ())}), None)
        if other is not None:
            free.remove(other)
            found[one] = other
    return found


def _row(
    one: Span,
    match: Pair | Span | None,
    inside: tuple[Mapping[Span, tuple[str, ...]], Mapping[Span, tuple[str, ...]]],
    over: Mapping[str, str],
) -> Row:
    ours = inside[0].get(one, ())
    if match is None:
        return Row(left=one, right=None, ours=ours)
    right = match.right if isinstance(match, Pair) else match
    theirs = inside[1].get(right, ())
    shared = {over[id_] for id_ in ours} & {over[id_] for id_ in theirs}
    return Row(
        left=one,
        right=right,
        how=match.how.value if isinstance(match, Pair) else CLAIM,
        moved=isinstance(match, Pair) and match.moved,
        ours=ours,
        theirs=theirs,
        shared=tuple(sorted(shared)),
    )


def _woven(rows: Sequence[Row], alone: Sequence[Row]) -> list[Row]:
    """Put the sentences that only the right has after the one that precedes them there."""
    out = list(rows)
    for row in alone:
        assert row.right is not None
        before = [
            n for n, other in enumerate(out) if other.right and not other.moved and other.right < row.right
        ]
        out.insert(before[-1] + 1 if before else 0, row)
    return out
