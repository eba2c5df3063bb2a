"""What tense, mood and conditions add to the marks that words have left on units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ouidire.extraction.certainty import Conditions, Marks, leaning, under
from ouidire.extraction.clauses import ClauseKind
from ouidire.extraction.conditional import Verdict
from ouidire.extraction.division import Division, Piece, is_announced
from ouidire.extraction.found import FoundHop, FoundRelation
from ouidire.extraction.subordination import Link
from ouidire.languages import Analysis
from ouidire.model import Act, ConditionalKind, HopRole, Marker, MarkerClass, SourceKind, Span

__all__ = ["implied_relations", "mark_conditionals", "mark_conditions", "mark_sources", "mark_times"]

_WEAK = frozenset({ConditionalKind.HEARSAY, ConditionalKind.UNCERTAIN})


def mark_conditions(
    division: Division, pieces: Sequence[Piece], marks: Sequence[Marks], found: Conditions
) -> None:
    """Mark what hangs on a condition, what is asked, and sentences that end in a question mark."""
    silenced = {MarkerClass.UNDISCLOSED, MarkerClass.DEONTIC, MarkerClass.UNVERIFIED, MarkerClass.DOUBT}
    for n, piece in enumerate(pieces):
        clause = piece.clause or division.clauses.of(piece.unit.head)
        if clause is None:
            continue
        words = found.hypothetical.get(clause.index)
        ruled = piece.clause is None and marks[n].has(MarkerClass.DEONTIC)  # the condition is the rule's own
        if words is not None and not ruled:
            marks[n].add(_marker(division.analysis, words, MarkerClass.HYPOTHETICAL, 3))
        words = found.asked.get(clause.index)
        if words is not None and not marks[n].has(*silenced):
            marks[n].add(_marker(division.analysis, words, MarkerClass.QUESTION, 3))
    for n, piece in enumerate(pieces):
        mark = _question_mark(division, piece)
        if mark is not None:
            marks[n].add(_marker(division.analysis, (mark, mark + 1), MarkerClass.QUESTION, 3))


def _question_mark(division: Division, piece: Piece) -> int | None:
    """Return the question mark that closes the sentence of a unit that is no aside in it."""
    sentence = division.analysis.sentence_of(piece.unit.head)
    for i in range(sentence.last - 1, max(sentence.first, sentence.last - 4) - 1, -1):
        if division.analysis.tokens[i].text.endswith("?"):
            return None if piece.unit.speech is not None and piece.unit.tokens[-1] < i - 3 else i
    return None


def _marker(analysis: Analysis, words: tuple[int, int], class_: MarkerClass, strength: int) -> Marker:
    return Marker(span=analysis.span(*words), class_=class_, strength=strength)


def mark_conditionals(
    division: Division, pieces: Sequence[Piece], marks: Sequence[Marks], found: dict[int, Verdict]
) -> None:
    """Lay every verdict on its unit, on what leans on it, and on what is said under it."""
    for index in sorted(found):
        verdict = found[index]
        words = (verdict.verb, verdict.verb + 1)
        own = [n for n, p in enumerate(pieces) if p.clause is not None and p.clause.index == index]
        for n in sorted({*own, *leaning(pieces, index)}):
            _lay_verdict(division.analysis, marks[n], verdict)
        if verdict.kind is ConditionalKind.FUTURE_IN_PAST:
            continue
        for n in _said_under(division, pieces, index):
            if verdict.kind in _WEAK:
                marks[n].add(_marker(division.analysis, words, MarkerClass.REPORTATIVE, 2))
            elif marks[n].conditional is None:
                _lay_verdict(division.analysis, marks[n], verdict)


def _lay_verdict(analysis: Analysis, marks: Marks, verdict: Verdict) -> None:
    words = (verdict.verb, verdict.verb + 1)
    if marks.conditional is None:
        marks.conditional = verdict.kind
    if verdict.grade is not None:
        strength = 1 if verdict.grade is MarkerClass.EXPECTED else 2
        marks.add(_marker(analysis, words, verdict.grade, strength))
    elif verdict.kind in _WEAK:
        marks.add(_marker(analysis, words, MarkerClass.CONDITIONAL, 2))
    elif verdict.kind is ConditionalKind.HYPOTHETICAL:
        marks.add(_marker(analysis, words, MarkerClass.HYPOTHETICAL, 3))


def _said_under(division: Division, pieces: Sequence[Piece], index: int) -> list[int]:
    """Return the pieces that are content of a cue in the given clause, or complement of it."""
    clause = division.clauses.items[index]
    found: list[int] = []
    for n, relation in enumerate(division.relations):
        verbal = relation.construction not in {"frame", "nominal", "morphological"}
        if verbal and division.clauses.owner[relation.cue_head] == index:
            found += [k for k, p in enumerate(pieces) if under(division, p.unit.relation, n)]
    for k, piece in enumerate(pieces):
        below = piece.clause
        if below is not None and below.parent == clause.index and below.kind is ClauseKind.COMPLEMENT:
            found.append(k)
    return sorted(set(found))


def mark_times(division: Division, pieces: Sequence[Piece], marks: Sequence[Marks]) -> None:
    """Mark clauses of time in the author's voice: *when the dam broke* takes it that the dam broke.

    So are headlines of what is to come (*Port to close*).
    """
    for n, piece in enumerate(pieces):
        if piece.clause is None or piece.unit.relation is not None:
            continue
        head = division.analysis.tokens[piece.clause.head]
        if piece.clause.kind is ClauseKind.FRAGMENT and is_announced(division.analysis, head):
            marks[n].add(_marker(division.analysis, (head.i + 1, head.i + 2), MarkerClass.EXPECTED, 1))
        link = division.links.get(piece.clause.index)
        if link is not None and link[0] is Link.TIME:
            words = (link[1], link[2])
            class_ = MarkerClass.EXPECTED if _is_ahead(division, piece) else MarkerClass.PRESUPPOSITION
            marks[n].add(_marker(division.analysis, words, class_, 0))


def _is_ahead(division: Division, piece: Piece) -> bool:
    """Whether a clause of time hangs on what is only to come (*once the vote is over, the port will open*)."""
    clause = piece.clause
    parent = None if clause is None or clause.parent is None else division.clauses.items[clause.parent]
    future = division.has(parent, MarkerClass.EXPECTED, MarkerClass.HYPOTHETICAL, MarkerClass.DEONTIC)
    finite = None if clause is None or clause.finite is None else division.analysis.tokens[clause.finite]
    return future and finite is not None and finite.feats.get("Tense") != "Past"


def mark_sources(division: Division, pieces: Sequence[Piece], marks: Sequence[Marks]) -> None:
    """Mark what rests on nothing but unspecified reports or anonymous words."""
    vague = {SourceKind.UNSPECIFIED_REPORTS}
    for n, piece in enumerate(pieces):
        if piece.unit.relation is None:
            continue
        origin = division.relations[piece.unit.relation].chain[:1]
        if origin and origin[0].kind in vague and origin[0].spans:
            marks[n].add(Marker(span=origin[0].spans[0], class_=MarkerClass.VAGUE_SOURCE, strength=2))


def implied_relations(
    division: Division, pieces: Sequence[Piece], marks: Sequence[Marks]
) -> tuple[list[Piece], list[FoundRelation]]:
    """Give units that are only hearsay by their verb or an adverb a relation without a speaker.

    Returns:
        The pieces, with the new relations' indices, and all relations.

    """
    relations = list(division.relations)
    found: list[Piece] = []
    for n, piece in enumerate(pieces):
        cue = None if piece.unit.relation is not None or piece.unit.speech is not None else _cue(marks[n])
        if cue is None:
            found.append(piece)
            continue
        head, span = _verb_group(division, piece, cue)
        hop = FoundHop(role=HopRole.ORIGIN, kind=SourceKind.IMPLICIT, anonymity=5)
        relations.append(
            FoundRelation(
                cue=span,
                cue_head=head,
                lemma=division.analysis.tokens[head].lemma,
                act=Act.HEARSAY,
                content=(piece.unit.span,),
                chain=(hop,),
                construction="naming" if piece.named else "morphological",
            )
        )
        found.append(_under_relation(piece, len(relations) - 1))
    return found, relations


def _under_relation(piece: Piece, relation: int) -> Piece:
    return replace(piece, unit=replace(piece.unit, relation=relation))


def _cue(marks: Marks) -> Marker | None:
    """Return the marker that makes a unit hearsay: its conditional, else its reportative word."""
    if marks.has(MarkerClass.HYPOTHETICAL, MarkerClass.QUESTION, MarkerClass.CORRECTION):
        return None
    if marks.conditional is ConditionalKind.HEARSAY:
        return next((m for m in marks.markers if m.class_ is MarkerClass.CONDITIONAL), None)
    return next((m for m in marks.markers if m.class_ is MarkerClass.REPORTATIVE), None)


def _verb_group(division: Division, piece: Piece, cue: Marker) -> tuple[int, Span]:
    """Return the head and span of a cue; a conditional auxiliary takes its participle along."""
    inside = division.analysis.within(cue.span)
    first = inside[0].i if inside else piece.unit.head
    if cue.class_ is not MarkerClass.CONDITIONAL or piece.clause is None:
        return first, cue.span
    token = division.analysis.tokens[first]
    if token.deprel.partition(":")[0] == "aux" and token.i < piece.clause.head:
        return piece.clause.head, division.analysis.span(token.i, piece.clause.head + 1)
    return first, cue.span
