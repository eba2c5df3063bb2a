"""What no known word asserts: complements of unknown governors, loose quotations, cues yet to come.

The safety net below the word lists. A clause under *that* whose governor nobody listed, and what somebody
is only to confirm, must not come out as stated or confirmed: such units are marked ``open``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ouidire.extraction.certainty import Marks
from ouidire.extraction.clauses import Clause, ClauseKind
from ouidire.extraction.division import Division, Piece
from ouidire.extraction.found import FoundRelation
from ouidire.extraction.spans import hull
from ouidire.extraction.subordination import Link
from ouidire.model import Act, Marker, MarkerClass
from ouidire.text import quoted

__all__ = ["mark_unsettled", "prune"]


def prune(
    division: Division, pieces: Sequence[Piece], marks: Sequence[Marks]
) -> tuple[tuple[Piece, ...], tuple[Marks, ...]]:
    """Drop quotations nobody has been found to say; mark complements that no relation and no marker explains.

    A clause in the subjunctive is no assertion of the author's; nor is one whose governor is no cue we
    know. It gets a line of its own, left open, and its words stay with the unit of that governor. What a
    factive governor takes for granted (*unaware that*, *le fait que*) is presupposed.
    """
    lost = {n for n, p in enumerate(pieces) if _is_loose(division, p)}
    orphans = [n for n, p in enumerate(pieces) if n not in lost and _is_orphan(division, p, marks[n])]
    for n in orphans:
        above = _governor(division, pieces[n])
        factive = above in division.listed.factive and not _is_subjunctive(division, pieces[n])
        class_ = MarkerClass.PRESUPPOSITION if factive else MarkerClass.OPEN
        span = division.analysis.span(above, above + 1)
        marks[n].add(Marker(span=span, class_=class_, strength=0 if factive else 2))
    kept: list[Piece] = []
    for n, piece in enumerate(pieces):
        if n not in lost:
            kept.append(_with_orphans(division, piece, [pieces[k] for k in orphans]))
    return tuple(kept), tuple(m for n, m in enumerate(marks) if n not in lost)


def _governor(division: Division, piece: Piece) -> int:
    """Return the word a clause hangs on, the copula's complement for *it is odd that*."""
    assert piece.clause is not None
    return division.analysis.tokens[piece.clause.head].head


def _is_subjunctive(division: Division, piece: Piece) -> bool:
    clause = piece.clause
    finite = None if clause is None or clause.finite is None else division.analysis.tokens[clause.finite]
    return finite is not None and finite.feats.get("Mood") == "Sub"


def _is_orphan(division: Division, piece: Piece, marks: Marks) -> bool:
    clause = piece.clause
    if clause is None or piece.unit.relation is not None or piece.unit.speech is not None:
        return False
    if any(m.class_ is not MarkerClass.NEGATION for m in marks.markers) or marks.conditional is not None:
        return False
    link = division.links.get(clause.index)
    if link is not None and link[0] in _FACTUAL:
        return False
    if _is_told(division, piece):
        return True
    if link is None and clause.kind is ClauseKind.ADVERBIAL and clause.marks:
        return True
    complement = clause.kind is ClauseKind.COMPLEMENT and clause.parent is not None
    bare = _is_bare_object(division, clause)
    return _is_subjunctive(division, piece) or (complement and (bool(clause.marks) or bare))


def _is_bare_object(division: Division, clause: Clause) -> bool:
    """Whether a clause is what a verb before it, with no comma between, governs without *that* (*swears he was out*)."""
    tokens = division.analysis.tokens
    head = tokens[clause.head]
    words = [i for i in clause.tokens if tokens[i].upos != "PUNCT"]
    if (
        head.deprel.partition(":")[0] != "ccomp"
        or head.head > words[0]
        or words[0] in division.listed.questions
    ):
        return False
    return all(tokens[i].upos not in {"PUNCT", "VERB", "AUX"} for i in range(head.head + 1, words[0]))


def _is_told(division: Division, piece: Piece) -> bool:
    """Whether a clause the parser calls relative says what a claim is (*a rumour that the king is dead*)."""
    clause = piece.clause
    if clause is None or clause.kind is not ClauseKind.RELATIVE:
        return False
    tokens = division.analysis.tokens
    pronouns = (tokens[i] for i in clause.tokens if tokens[i].feats.get("PronType") == "Rel")
    first = next(pronouns, None)
    return (
        first is not None
        and first.deprel.startswith("obl")
        and tokens[clause.head].head in division.listed.claims
    )


def _is_loose(division: Division, piece: Piece) -> bool:
    """Whether a whole sentence stands between quotation marks and nobody has been found who says it.

    A few quoted words inside a sentence of the author's are not this.
    """
    clause = piece.clause
    if clause is None or piece.unit.relation is not None or piece.unit.speech is not None:
        return False
    if clause.kind is not ClauseKind.MAIN or clause.finite is None:
        return False
    passage = piece.unit.passage.span
    for start, end in quoted(passage.of(division.analysis.text)):
        if passage.start + start < piece.unit.span.start and piece.unit.span.end <= passage.start + end:
            return True
    return False


_FACTUAL = frozenset({Link.CONCESSION, Link.CAUSE, Link.TIME, Link.CONTRAST})


def _with_orphans(division: Division, piece: Piece, orphans: Sequence[Piece]) -> Piece:
    clause = piece.clause
    if clause is None:
        return piece
    words = set(piece.unit.tokens)
    for orphan in orphans:
        if orphan.clause is not None and orphan.clause.parent == clause.index:
            words.update(orphan.clause.tokens)
    if len(words) == len(piece.unit.tokens):
        return piece
    tokens = tuple(sorted(words))
    while len(tokens) > 1 and division.analysis.tokens[tokens[-1]].upos == "PUNCT":
        tokens = tokens[:-1]
    span = hull(division.analysis, tokens) or piece.unit.span
    return replace(piece, unit=replace(piece.unit, tokens=tokens, span=span))


_CONFIRMING = frozenset({Act.CONFIRM, Act.CORROBORATE, Act.VERIFY, Act.ADMIT})
_AHEAD = frozenset({Link.CONDITION, Link.EXCEPTION, Link.PURPOSE, Link.BEFORE})


def mark_unsettled(
    division: Division, pieces: Sequence[Piece], marks: Sequence[Marks], open_: frozenset[int]
) -> None:
    """Mark what is only to be confirmed or admitted: *an inquiry to confirm that p*, *no confirmation of p*.

    Args:
        open_: Heads of phrases that other words keep open (*waits for the confirmation*).

    """
    for n, piece in enumerate(pieces):
        at = piece.unit.relation
        if at is None or division.relations[at].act not in _CONFIRMING:
            continue
        relation = division.relations[at]
        if relation.polarity == "+" and not _is_done(division, relation, open_):
            span = division.analysis.span(relation.cue_head, relation.cue_head + 1)
            marks[n].add(Marker(span=span, class_=MarkerClass.OPEN, strength=2))


def _is_done(division: Division, relation: FoundRelation, open_: frozenset[int]) -> bool:
    """Whether the act of a cue has happened, as far as tense, mood and governors tell."""
    analysis = division.analysis
    cue = analysis.tokens[relation.cue_head]
    clause = division.clauses.of(cue.i)
    if clause is None:
        return True
    link = division.links.get(clause.index)
    if link is not None and link[0] in _AHEAD and clause.head == cue.i:
        return False
    if not cue.is_verbal:
        nouns = {cue.i, *(t.i for t in analysis.ancestors(cue.i) if t.upos == "NOUN")}
        return not nouns & open_ and not division.has(clause, MarkerClass.NEGATION)
    if any(t.i in division.listed.ahead for t in analysis.children(cue.i, "mark", "case")):
        return False
    tensed = clause.head == cue.i and clause.finite is not None
    if tensed or cue.feats.get("VerbForm") != "Inf":
        return True
    above = division.clauses.of(cue.head)
    finite = {} if above is None or above.finite is None else analysis.tokens[above.finite].feats
    past = finite.get("Tense") != "Fut" and finite.get("Mood") != "Cnd"
    return cue.head in division.listed.implicative and past
