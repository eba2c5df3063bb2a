"""Which markers stand on which unit: every lexicon hit, with its scope, laid on the division."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ouidire.extraction.certainty.gaps import unanswered
from ouidire.extraction.certainty.reach import anchor, complements, reach
from ouidire.extraction.certainty.unchecked import said_before
from ouidire.extraction.clauses import Clauses
from ouidire.extraction.division import Division, Piece
from ouidire.extraction.wordlists import NAMING, Hit, occurrences
from ouidire.languages import Analysis, LanguagePack
from ouidire.model import ConditionalKind, Marker, MarkerClass, Span

__all__ = ["LEXICONS", "Marks", "find_hits", "lay", "marked_clauses", "silent_clauses"]

LEXICONS = (
    "corrections",
    "hypothetical",
    "undisclosed",
    "antifactive",
    "unverified",
    "reportative",
    "modals",
    "markers",
    "negation",
    "naming",
)
"""The lexicon files that hold markers; overlapping hits compete inside one file only."""

_BELIEVED = frozenset({MarkerClass.REPORTATIVE, MarkerClass.POSSIBLE, MarkerClass.PROBABLE})


@dataclass(slots=True)
class Marks:
    """What has been found on one unit so far."""

    markers: list[Marker] = field(default_factory=list)
    conditional: ConditionalKind | None = None
    negative: bool = False

    def add(self, marker: Marker) -> None:
        """Add a marker once."""
        if marker not in self.markers:
            self.markers.append(marker)

    def has(self, *classes: MarkerClass) -> bool:
        """Whether a marker of one of these classes is there."""
        return any(m.class_ in classes for m in self.markers)


def find_hits(analysis: Analysis, pack: LanguagePack) -> tuple[Hit, ...]:
    """Find every marker of every lexicon in every sentence, in text order within a lexicon."""
    return tuple(
        hit
        for name in LEXICONS
        for sentence in analysis.sentences
        for hit in occurrences(analysis, sentence, pack, name)
    )


def silent_clauses(analysis: Analysis, clauses: Clauses, hits: Sequence[Hit]) -> frozenset[int]:
    """Return the clauses that only bring in another (*il semblerait que …*) and are no claim."""
    silent: set[int] = set()
    for hit in hits:
        if hit.entry.scope not in {"complement", "gap"}:
            continue
        clause = clauses.of(anchor(analysis, hit))
        if clause is not None and complements(clauses, clause.index, hit):
            silent.add(clause.index)
    return frozenset(silent)


def lay(division: Division, pieces: Sequence[Piece], hits: Sequence[Hit]) -> tuple[Marks, ...]:
    """Return the marks of every piece, by position."""
    found = tuple(Marks() for _ in pieces)
    rejected = _rejected(division, pieces, hits)
    for hit in hits:
        marker = _marker(division.analysis, hit)
        about = said_before(division, pieces, hit, anchor(division.analysis, hit))
        for n in {*reach(division, pieces, hit), *about}:
            if hit.entry.author_only and pieces[n].unit.relation is not None:
                continue
            if n in rejected and hit.entry.scope in NAMING and hit.entry.class_ in _BELIEVED:
                continue
            if hit.entry.class_ is MarkerClass.NEGATION or hit.entry.negates:
                found[n].negative = True
            found[n].add(marker)
    for n, marker in unanswered(division, pieces).items():
        found[n].add(marker)
    return found


def _rejected(division: Division, pieces: Sequence[Piece], hits: Sequence[Hit]) -> frozenset[int]:
    """Return the pieces that name what is rejected (*cleared of the accusations of fraud*)."""
    doubting = [h for h in hits if h.entry.scope in NAMING and h.entry.class_ is MarkerClass.DOUBT]
    return frozenset(n for hit in doubting for n in reach(division, pieces, hit))


def _marker(analysis: Analysis, hit: Hit) -> Marker:
    span = Span(analysis.tokens[hit.first].start, analysis.tokens[hit.last - 1].end)
    return Marker(span=span, class_=hit.entry.class_, strength=hit.entry.strength)


def marked_clauses(
    analysis: Analysis, clauses: Clauses, hits: Sequence[Hit]
) -> dict[int, frozenset[MarkerClass]]:
    """Map clause index to the classes of the markers that stand in it."""
    found: dict[int, set[MarkerClass]] = {}
    for hit in hits:
        clause = clauses.of(anchor(analysis, hit))
        if clause is not None and hit.entry.scope not in NAMING:
            found.setdefault(clause.index, set()).add(hit.entry.class_)
    return {index: frozenset(classes) for index, classes in sorted(found.items())}
