"""Which markers stand on which unit: every lexicon hit, with its scope, laid on the division."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ouidire.extraction.certainty.unchecked import said_before
from ouidire.extraction.clauses import ClauseKind, Clauses
from ouidire.extraction.division import Division, Piece
from ouidire.extraction.spans import covers_token
from ouidire.extraction.wordlists import Hit, occurrences
from ouidire.languages import Analysis, LanguagePack
from ouidire.model import ConditionalKind, Marker, MarkerClass, Span

__all__ = ["LEXICONS", "Marks", "find_hits", "lay", "leaning", "marked_clauses", "silent_clauses", "under"]

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
)
"""The lexicon files that hold markers; overlapping hits compete inside one file only."""

_ANY_POLARITY = frozenset({MarkerClass.UNDISCLOSED, MarkerClass.CORRECTION})

_ON_CONTENT = frozenset(
    {
        MarkerClass.REPORTATIVE,
        MarkerClass.POSSIBLE,
        MarkerClass.PROBABLE,
        MarkerClass.INFERENTIAL,
        MarkerClass.EXPECTED,
        MarkerClass.ANTIFACTIVE,
        MarkerClass.HYPOTHETICAL,
        MarkerClass.QUESTION,
        MarkerClass.CORRECTION,
        MarkerClass.DISTANCE,
        MarkerClass.UNVERIFIED,
        MarkerClass.UNDISCLOSED,
        MarkerClass.DEONTIC,
    }
)
"""Classes that reach from the verb of saying to what is said: a report that is itself only reported."""


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


def anchor(analysis: Analysis, hit: Hit) -> int:
    """Return the word of a hit by which it hangs on the rest: a verb if it has one, else its top."""
    inside = range(hit.first, hit.last)
    tops = [i for i in inside if analysis.tokens[i].head not in inside or analysis.tokens[i].head == i]
    words = [i for i in tops if analysis.tokens[i].upos != "PUNCT"] or tops
    verbs = [i for i in words if analysis.tokens[i].is_verbal]
    return (verbs or words or [hit.first])[0]


def silent_clauses(analysis: Analysis, clauses: Clauses, hits: Sequence[Hit]) -> frozenset[int]:
    """Return the clauses that only bring in another (*il semblerait que …*) and are no claim."""
    silent: set[int] = set()
    for hit in hits:
        if hit.entry.scope not in {"complement", "gap"}:
            continue
        clause = clauses.of(anchor(analysis, hit))
        if clause is not None and _complements(clauses, clause.index, hit):
            silent.add(clause.index)
    return frozenset(silent)


def _complements(clauses: Clauses, index: int, hit: Hit) -> tuple[int, ...]:
    """Return the clauses directly below `index` that follow a hit and are no adverbial or relative."""
    return tuple(
        c.index
        for c in clauses.items
        if c.parent == index and c.head >= hit.last - 1 and c.kind in {ClauseKind.COMPLEMENT, ClauseKind.MAIN}
    )


def lay(division: Division, pieces: Sequence[Piece], hits: Sequence[Hit]) -> tuple[Marks, ...]:
    """Return the marks of every piece, by position."""
    found = tuple(Marks() for _ in pieces)
    for hit in hits:
        marker = _marker(division.analysis, hit)
        about = said_before(division, pieces, hit, anchor(division.analysis, hit))
        for n in {*_reach(division, pieces, hit), *about}:
            if hit.entry.author_only and pieces[n].unit.relation is not None:
                continue
            if hit.entry.class_ is MarkerClass.NEGATION or hit.entry.negates:
                found[n].negative = True
            found[n].add(marker)
    return found


def _marker(analysis: Analysis, hit: Hit) -> Marker:
    span = Span(analysis.tokens[hit.first].start, analysis.tokens[hit.last - 1].end)
    return Marker(span=span, class_=hit.entry.class_, strength=hit.entry.strength)


def _reach(division: Division, pieces: Sequence[Piece], hit: Hit) -> tuple[int, ...]:
    at = anchor(division.analysis, hit)
    if hit.entry.scope in {"sentence", "article"}:
        return _following(division, pieces, hit)
    if hit.entry.scope == "noun":
        nouns = {division.analysis.tokens[at].head, hit.last}  # the next word where the parse is odd
        return tuple(n for n, p in enumerate(pieces) if p.unit.nominal and p.unit.head in nouns)
    if hit.entry.scope == "uncited":
        return _uncited(division, pieces, at, hit)
    if hit.entry.scope == "own":
        own = {n for n, p in enumerate(pieces) if p.unit.tokens and p.unit.tokens[0] == hit.first}
        return tuple(sorted({*own, *_content(division, pieces, at, hit)}))
    if hit.entry.scope in {"complement", "gap"}:
        below = _under(division, pieces, at, hit)
        if below:
            return below
    if hit.entry.scope == "cue":
        return _content(division, pieces, at, hit) or _unattributed(division, pieces, at, hit)
    near = _holding(division, pieces, at)
    said = _content(division, pieces, at, hit)
    if not said and hit.entry.class_ in _ANY_POLARITY:
        said = _unattributed(division, pieces, at, hit)
    return tuple(sorted({*near, *said}))


def _uncited(division: Division, pieces: Sequence[Piece], at: int, hit: Hit) -> tuple[int, ...]:
    """Return the author's own claims a word stands in, where that word has become nobody's cue."""
    if any(hit.first <= r.cue_head < hit.last for r in division.relations):
        return ()
    near = _holding(division, pieces, at)
    return tuple(n for n in near if pieces[n].unit.relation is None and pieces[n].unit.speech is None)


def _unattributed(division: Division, pieces: Sequence[Piece], at: int, hit: Hit) -> tuple[int, ...]:
    """Return the complements of the clause a hit stands in that no relation has taken."""
    clause = division.clauses.of(at)
    if clause is None:
        return ()
    return tuple(
        n
        for n, p in enumerate(pieces)
        if p.unit.relation is None
        and p.clause is not None
        and p.clause.parent == clause.index
        and (p.clause.head > hit.first or division.analysis.tokens[p.clause.head].deprel.startswith("csubj"))
        and p.clause.kind in {ClauseKind.COMPLEMENT, ClauseKind.MAIN}
    )


def marked_clauses(
    analysis: Analysis, clauses: Clauses, hits: Sequence[Hit]
) -> dict[int, frozenset[MarkerClass]]:
    """Map clause index to the classes of the markers that stand in it."""
    found: dict[int, set[MarkerClass]] = {}
    for hit in hits:
        clause = clauses.of(anchor(analysis, hit))
        if clause is not None:
            found.setdefault(clause.index, set()).add(hit.entry.class_)
    return {index: frozenset(classes) for index, classes in sorted(found.items())}


def _following(division: Division, pieces: Sequence[Piece], hit: Hit) -> tuple[int, ...]:
    sentence = division.analysis.sentence_of(hit.first)
    block = hit.entry.scope == "article"
    found = []
    for n, piece in enumerate(pieces):
        other = division.analysis.sentence_of(piece.unit.head)
        near = other.i == sentence.i or (block and other.block == sentence.block and other.i > sentence.i)
        if near and piece.unit.tokens[-1] >= hit.first:
            found.append(n)
    return tuple(found)


def _under(division: Division, pieces: Sequence[Piece], at: int, hit: Hit) -> tuple[int, ...]:
    """Return the pieces below the operator; by the tree, else the next ones in the sentence."""
    clause = division.clauses.of(at)
    if clause is None:
        return ()
    tops = _complements(division.clauses, clause.index, hit)
    inside = {*tops, *(c.index for top in tops for c in division.clauses.below(top))}
    found = [n for n, p in enumerate(pieces) if p.clause is not None and p.clause.index in inside]
    if not found and tops:
        found = [n for n, p in enumerate(pieces) if p.unit.head >= hit.last and _same(division, p, at)]
    return tuple(found)


def _same(division: Division, piece: Piece, at: int) -> bool:
    return division.analysis.tokens[piece.unit.head].sent == division.analysis.tokens[at].sent


def _holding(division: Division, pieces: Sequence[Piece], at: int) -> tuple[int, ...]:
    """Return the smallest piece a word stands in, with those that lean on its verb group."""
    holding = [n for n, p in enumerate(pieces) if at in p.unit.tokens]
    if not holding:
        clause = division.clauses.of(at)
        own = [n for n, p in enumerate(pieces) if clause and p.clause and p.clause.index == clause.index]
        return tuple(own)
    best = min(holding, key=lambda n: (len(pieces[n].unit.tokens), n))
    clause = pieces[best].clause
    if clause is None:
        return (best,)
    twins = [n for n, p in enumerate(pieces) if p.clause and p.clause.index == clause.index]
    return tuple(sorted({best, *twins, *leaning(pieces, clause.index)}))


def leaning(pieces: Sequence[Piece], index: int) -> list[int]:
    """Return the pieces without a finite word of their own that hang on a clause, at any depth."""
    found: list[int] = []
    todo, seen = [index], {index}
    while todo:
        at = todo.pop()
        for n, piece in enumerate(pieces):
            clause = piece.clause
            if clause is None or clause.parent != at or clause.index in seen:
                continue
            if clause.shares or clause.kind is ClauseKind.PARTICIPLE:
                seen.add(clause.index)
                todo.append(clause.index)
                found.append(n)
    return found


def _content(division: Division, pieces: Sequence[Piece], at: int, hit: Hit) -> tuple[int, ...]:
    """Return the pieces that are content of a cue the hit modifies."""
    if hit.entry.class_ not in _ON_CONTENT:
        return ()
    clause = division.clauses.of(at)
    found: list[int] = []
    for n, relation in enumerate(division.relations):
        head = division.clauses.of(relation.cue_head)
        inside = hit.first <= relation.cue_head < hit.last
        if head is None or clause is None or (head.index != clause.index and not inside):
            continue
        if relation.polarity == "-" and hit.entry.class_ not in _ANY_POLARITY:
            continue
        if relation.construction in {"frame", "morphological"}:
            continue
        if (
            relation.construction == "nominal"
            and not inside
            and not _qualifies(division, at, relation.cue_head)
        ):
            continue
        if hit.entry.scope == "cue" and covers_token(division.analysis, relation.content, hit.first):
            continue
        found += [k for k, p in enumerate(pieces) if under(division, p.unit.relation, n)]
    return tuple(found)


def _qualifies(division: Division, at: int, noun: int) -> bool:
    """Whether a word is said of a noun: beside it (*a false claim*) or of it (*the claim is a hoax*)."""
    tokens = division.analysis.tokens
    return tokens[at].head == noun or tokens[noun].head == at


def under(division: Division, relation: int | None, above: int) -> bool:
    """Whether a relation is another one, or nested in it at any depth."""
    for _ in range(len(division.relations) + 1):
        if relation is None:
            return False
        if relation == above:
            return True
        relation = division.relations[relation].parent
    return False
