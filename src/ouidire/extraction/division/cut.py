"""Clauses and relations to units: the lines an analyst wants, each with the relation it is content of."""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.extraction.clauses import Clause, ClauseKind
from ouidire.extraction.division.contents import content_pieces, is_mere_wording
from ouidire.extraction.division.scene import EVENTS, NEVER, Division, Piece, is_gap
from ouidire.extraction.division.words import clause_words, is_announced, is_minor_relative, predicate
from ouidire.extraction.found import FoundRelation, Unit
from ouidire.extraction.spans import covers_token, hull
from ouidire.extraction.wordlists import Hit
from ouidire.model import Act, Passage, PassageRole

__all__ = ["divide"]

_NOMINAL = frozenset({"nominal", "support"})
_VERBLESS = frozenset({"frame", "colon", "morphological", "adjectival"})


def divide(division: Division, hits: Sequence[Hit] = ()) -> tuple[Piece, ...]:
    """Cut an article into units, in text order; hits of scope ``own`` are units of their own."""
    pieces: list[Piece] = []
    for clause in division.clauses.items:
        piece = _clause_piece(division, clause)
        if piece is not None and not _is_double(pieces, piece):
            pieces.append(piece)
    pieces += content_pieces(division, pieces)
    pieces += _own_pieces(division, hits)
    return tuple(sorted(pieces, key=lambda p: (p.unit.span.start, p.unit.span.end, p.unit.head)))


def _is_double(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether the same cue has made this speech event already (*n'a ni confirmé ni démenti*)."""
    speech = piece.unit.speech
    return speech is not None and any(p.unit.speech == speech for p in pieces)


def _cue_of(division: Division, clause: Clause) -> int | None:
    """Return the relation whose cue is the predicate of a clause."""
    for n in division.near(clause.head):
        relation = division.relations[n]
        if relation.construction in _VERBLESS or relation.construction in _NOMINAL:
            continue
        if relation.cue_head == clause.head or covers_token(division.analysis, (relation.cue,), clause.head):
            return n
    return None


def _clause_piece(division: Division, clause: Clause) -> Piece | None:
    passage = division.passage(clause.head)
    if passage is None or clause.index in division.silent or _is_aside(division, clause):
        return None
    cue = _cue_of(division, clause)
    if cue is not None:
        return _speech_piece(division, clause, cue, passage)
    inner = division.innermost(clause)
    if inner is not None and division.relations[inner].act is Act.ATTITUDE:
        return None
    if not _is_claim(division, clause, passage, attributed=inner is not None):
        return None
    nominal_cue = _nominal_cue(division, clause)
    if nominal_cue is not None:
        return _piece(division, clause, passage, division.innermost(clause, nominal_cue), nominal_cue)
    return _piece(division, clause, passage, inner, None)


def _is_claim(division: Division, clause: Clause, passage: Passage, *, attributed: bool) -> bool:
    """Whether an analyst wants a line for this clause."""
    tokens = division.analysis.tokens
    link = division.links.get(clause.index)
    if link is not None and link[0] in NEVER:
        return False
    if clause.kind is ClauseKind.FRAGMENT:
        if attributed:
            return True
        head = tokens[clause.head]
        named = clause.head in division.events or head.feats.get("VerbForm") == "Part"
        named = named or is_announced(division.analysis, head)
        return named and passage.role in {PassageRole.HEADLINE, PassageRole.TAKEAWAY, PassageRole.LEDE}
    return not is_minor_relative(division, clause)


def _is_aside(division: Division, clause: Clause) -> bool:
    """Whether a clause is only (part of) some relation's source (*X, who spoke on condition of …*)."""
    for n in division.near(clause.head):
        relation = division.relations[n]
        for hop in relation.chain:
            away = hop.spans if hop.cue is None else (*hop.spans, hop.cue)
            if covers_token(division.analysis, away, clause.head) and not _is_own_cue(relation, clause):
                return True
    return False


def _is_own_cue(relation: FoundRelation, clause: Clause) -> bool:
    return relation.cue_head == clause.head


def _nominal_cue(division: Division, clause: Clause) -> int | None:
    """Return the event-act relation whose cue noun is the subject, or with a light verb the predicate."""
    for n in division.near(clause.head):
        relation = division.relations[n]
        if relation.construction not in _NOMINAL or relation.act not in EVENTS:
            continue
        head = division.analysis.tokens[relation.cue_head]
        subject = head.head == clause.head and head.deprel.startswith("nsubj")
        if subject or covers_token(division.analysis, (relation.cue,), clause.head):
            return n
    return None


def _speech_piece(division: Division, clause: Clause, cue: int, passage: Passage) -> Piece | None:
    relation = division.relations[cue]
    outer = division.innermost(clause, cue)
    if is_gap(division, cue):
        return _piece(division, clause, passage, cue, None, whole=True)
    if relation.act is Act.ATTITUDE or is_mere_wording(division, cue):
        return _piece(division, clause, passage, outer, None, whole=True)
    if relation.act is Act.DISCLOSE and relation.polarity == "-":
        return None
    if relation.act not in EVENTS:
        return None
    return _piece(division, clause, passage, outer, cue, whole=True)


def _piece(
    division: Division,
    clause: Clause,
    passage: Passage,
    relation: int | None,
    speech: int | None,
    *,
    whole: bool = False,
) -> Piece | None:
    tokens = clause_words(division, clause, relation, whole=whole)
    span = hull(division.analysis, tokens)
    if span is None or all(division.analysis.tokens[i].upos in {"AUX", "PUNCT", "ADV"} for i in tokens):
        return None
    unit = Unit(
        head=predicate(division, clause),
        tokens=tokens,
        span=span,
        passage=passage,
        relation=relation,
        speech=speech,
    )
    return Piece(unit, clause)


def _own_pieces(division: Division, hits: Sequence[Hit]) -> list[Piece]:
    """Return the units that phrases make by themselves (*sans préciser la date*)."""
    found: list[Piece] = []
    for hit in hits:
        passage = division.passage(hit.first) if hit.entry.scope == "own" else None
        if passage is None:
            continue
        sentence = division.analysis.sentence_of(hit.first)
        last = hit.last
        while last < sentence.last and division.analysis.tokens[last].upos != "PUNCT":
            last += 1
        tokens = tuple(range(hit.first, last))
        span = hull(division.analysis, tokens)
        if span is not None:
            head = next((i for i in tokens if division.analysis.tokens[i].is_verbal), hit.first)
            found.append(Piece(Unit(head=head, tokens=tokens, span=span, passage=passage), None))
    return found
