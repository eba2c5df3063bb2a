"""Contents without a clause at their top: noun phrases and infinitives that are claims."""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.extraction.division.scene import EVENTS, Division, Piece, is_gap
from ouidire.extraction.division.words import content_part
from ouidire.extraction.found import FoundRelation, Unit
from ouidire.extraction.spans import covers_token, hull
from ouidire.model import Act, MarkerClass

__all__ = ["content_pieces", "is_mere_wording"]

_OPEN = (MarkerClass.DEONTIC, MarkerClass.POSSIBLE, MarkerClass.EXPECTED, MarkerClass.HYPOTHETICAL)

_OPENING = frozenset({Act.HEARSAY, Act.REPORT, Act.SUSPECT, Act.ACCUSE, Act.CLAIM})
"""Acts whose nouns are read along with the event they keep open."""

_PRESCRIBING = frozenset({Act.STIPULATE, Act.ORDER, Act.REQUEST})


def is_mere_wording(division: Division, n: int) -> bool:
    """Whether a verb of saying has a bare object and is itself only possible or prescribed.

    *Crews must report their position* is a rule about reporting, not something crews have said.
    """
    relation = division.relations[n]
    if relation.act in EVENTS or relation.act is Act.STIPULATE or relation.quoted:
        return False
    ruled = relation.parent is not None and division.relations[relation.parent].act in _PRESCRIBING
    if not ruled and not division.has(division.clauses.of(relation.cue_head), *_OPEN):
        return False
    top = _top(division, relation)
    return top is None or not division.is_clause_head(top)


def content_pieces(division: Division, pieces: Sequence[Piece]) -> list[Piece]:
    """Return noun-phrase and infinitive units for contents that hold no clause at their top."""
    found: list[Piece] = []
    for n, relation in enumerate(division.relations):
        if relation.act is Act.ATTITUDE or is_gap(division, n) or is_mere_wording(division, n):
            continue
        if _is_unsaid(division, relation):
            continue
        if any(
            p.unit.relation in {n, division.raised(n)}
            and p.clause is not None
            and _tops(division, p, relation)
            for p in pieces
        ):
            continue
        inner = next((k for k, r in enumerate(division.relations) if _is_wrapped(division, n, k)), None)
        if inner is not None and (division.raised(inner) == n or _has_clause(division, inner)):
            continue
        event = inner is not None and division.relations[inner].act in EVENTS
        if inner is not None and relation.act is Act.RELAY and any(p.unit.relation == inner for p in pieces):
            continue  # *quoted X as saying p*: p is all there is
        piece = _nominal(division, n, relation, inner if event else None)
        if piece is not None:
            found.append(piece)
    return found


def _is_unsaid(division: Division, relation: FoundRelation) -> bool:
    """Whether a content only names that something was said, not what (*les accusations portées par X*).

    A noun that takes up an earlier claim (*a fait cette annonce*) stands for that one.
    """
    top = _top(division, relation)
    if top is not None and division.analysis.tokens[top].upos == "PRON":
        return bool(division.analysis.children(top, "acl:relcl"))  # *ce que X a dit*
    if relation.construction != "support" or relation.presupposes:
        return False
    return top is None or (top in division.listed.claims and not division.is_clause_head(top))


def _tops(division: Division, piece: Piece, relation: FoundRelation) -> bool:
    """Whether the predicate of a piece is not under some noun that tops the content."""
    top = _top(division, relation)
    return top is None or piece.clause is None or division.clauses.owner[top] == piece.clause.index


def _is_wrapped(division: Division, outer: int, inner: int) -> bool:
    """Whether a nested relation makes up the outer one's content (*X says that Y claims that p*)."""
    if division.relations[inner].parent != outer:
        return False
    top = _top(division, division.relations[outer])
    return top is None or covers_token(division.analysis, (division.relations[inner].cue,), top)


def _has_clause(division: Division, n: int) -> bool:
    """Whether the cue of a relation is a clause of its own, so that it has been divided already."""
    return division.is_clause_head(division.relations[n].cue_head)


def _top(division: Division, relation: FoundRelation) -> int | None:
    """Return the highest word of a relation's content."""
    analysis = division.analysis
    inside = [t.i for span in relation.content for t in analysis.within(span)]
    held = set(inside)
    tops = [i for i in inside if analysis.tokens[i].head not in held or analysis.tokens[i].head == i]
    words = [i for i in tops if analysis.tokens[i].upos not in {"PUNCT", "ADP", "SCONJ", "CCONJ", "DET"}]
    return max(words, key=lambda i: (len(analysis.subtree(i)), -i), default=None)


def _nominal(division: Division, n: int, relation: FoundRelation, speech: int | None) -> Piece | None:
    top = _top(division, relation)
    if top is None:
        return None
    passage = division.passage(top)
    if passage is None or any(
        covers_token(division.analysis, hop.spans, top)
        for k, other in enumerate(division.relations)
        for hop in other.chain
        if k != n
    ):
        return None
    span = content_part(division, relation, top)
    inside = tuple(t.i for s in span for t in division.analysis.within(s))
    away = tuple(s for hop in relation.chain for s in hop.spans)
    inside = tuple(i for i in inside if not covers_token(division.analysis, away, i))
    inside = _without_trailing_clauses(division, top, inside)
    if _is_wording(division, relation, top):
        noun = [i for i in division.analysis.subtree(relation.cue_head) if i <= relation.cue_head]
        inside = tuple(sorted({*noun, *range(relation.cue_head, inside[0]), *inside}))
    tokens = _trim_noun(division, inside, top)
    whole = hull(division.analysis, tokens)
    if whole is None:
        return None
    nominal = not division.analysis.tokens[top].is_verbal
    unit = Unit(
        head=top,
        tokens=tokens,
        span=whole,
        passage=passage,
        relation=division.raised(n),
        nominal=nominal,
        speech=speech,
    )
    return Piece(unit, division.clauses.of(top) if not nominal else None)


def _is_wording(division: Division, relation: FoundRelation, top: int) -> bool:
    """Whether a noun that keeps an event open belongs to the claim: *rumours of a strike*, not *a strike*."""
    if relation.construction != "nominal" or relation.act not in _OPENING or top < relation.cue_head:
        return False
    noun = division.analysis.tokens[relation.cue_head]
    return noun.upos == "NOUN" and noun.i in {t.i for t in division.analysis.ancestors(top)}


def _without_trailing_clauses(division: Division, top: int, tokens: tuple[int, ...]) -> tuple[int, ...]:
    owner = division.clauses.owner
    last = len(tokens)
    while last > 1 and owner[tokens[last - 1]] != owner[top] and tokens[last - 1] > top:
        last -= 1
    return tokens[:last]


def _trim_noun(division: Division, tokens: tuple[int, ...], top: int) -> tuple[int, ...]:
    """Drop prepositions and complementisers before a noun phrase or infinitive (*de la reprise …*)."""
    first = 0
    while first < len(tokens) - 1 and tokens[first] < top:
        token = division.analysis.tokens[tokens[first]]
        article = token.lower in {"du", "des", "au", "aux"} and token.upos == "ADP"
        if token.upos not in {"ADP", "SCONJ", "CCONJ", "PUNCT", "PART"} or article:
            break
        first += 1
    return tokens[first:]
