"""Relations and clauses to units: the lines an analyst wants, each with the relation it is content of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ouidire.extraction.wordlists import Hit
from ouidire.extraction.clauses import Clause, ClauseKind, Clauses
from ouidire.extraction.found import FoundRelation, Unit
from ouidire.extraction.spans import covers_token, hull, overlap, tokens_in
from ouidire.extraction.subordination import Link
from ouidire.languages import Analysis
from ouidire.model import Act, Passage, PassageRole, Span

__all__ = ["EVENTS", "Division", "Piece", "divide"]

EVENTS = frozenset(
    {
        Act.CONFIRM,
        Act.CORROBORATE,
        Act.VERIFY,
        Act.ADMIT,
        Act.DENY,
        Act.RETRACT,
        Act.ANNOUNCE,
        Act.ACCUSE,
        Act.CLAIM_RESPONSIBILITY,
        Act.DISCLOSE,
        Act.DECLINE,
        Act.WARN,
        Act.PROMISE,
        Act.THREATEN,
        Act.ORDER,
        Act.REQUEST,
    }
)
"""Acts that are events of their own: who confirmed what is a claim beside what was confirmed."""

_NEVER = frozenset({Link.PURPOSE, Link.BEFORE, Link.MANNER, Link.AGAINST, Link.ALTERNATIVE})
_VERBLESS = frozenset({"frame", "colon", "morphological", "adjectival"})
_GAPS = frozenset({Act.VERIFY, Act.CONFIRM, Act.CORROBORATE, Act.DISCLOSE, Act.ANNOUNCE, Act.UNKNOWN})
_MAJORITY = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit and the clause it came from; None for a noun phrase."""

    unit: Unit
    clause: Clause | None


@dataclass(frozen=True, slots=True)
class Division:
    """What units are cut from.

    Attributes:
        silent: Clauses that are no claim of their own (*il est possible que*).
        events: Token indices of event nouns.
        raising: Token indices of verbs whose infinitive is what is claimed.

    """

    analysis: Analysis
    clauses: Clauses
    relations: Sequence[FoundRelation]
    passages: Sequence[Passage]
    links: dict[int, tuple[Link, int, int]]
    silent: frozenset[int]
    events: frozenset[int]
    raising: frozenset[int]

    def passage(self, i: int) -> Passage | None:
        """Return the passage a token stands in, unless it is boilerplate."""
        start = self.analysis.tokens[i].start
        for passage in self.passages:
            if passage.span.start <= start < passage.span.end:
                return None if passage.role is PassageRole.BOILERPLATE else passage
        return None

    def depth(self, relation: int) -> int:
        """Return how deeply a relation is nested."""
        n = 0
        parent = self.relations[relation].parent
        while parent is not None and n < len(self.relations):
            n, parent = n + 1, self.relations[parent].parent
        return n

    def innermost(self, clause: Clause, but: int | None = None) -> int | None:
        """Return the innermost relation a clause is content of, other than `but`."""
        found = [
            n
            for n, r in enumerate(self.relations)
            if n != but and self._holds(r, clause) and not (but is not None and self._within(n, but))
        ]
        return min(found, key=lambda n: (-self.depth(n), self._size(n), n), default=None)

    def _within(self, inner: int, outer: int) -> bool:
        at: int | None = inner
        for _ in self.relations:
            if at is None:
                return False
            if at == outer:
                return True
            at = self.relations[at].parent
        return False

    def _size(self, n: int) -> int:
        return sum(len(s) for s in self.relations[n].content)

    def _holds(self, relation: FoundRelation, clause: Clause) -> bool:
        if covers_token(self.analysis, relation.content, clause.head):
            return True
        words = [i for i in clause.tokens if self.analysis.tokens[i].upos != "PUNCT"]
        held = tokens_in(self.analysis, relation.content, words)
        return len(held) >= _MAJORITY * max(1, len(words))


def divide(division: Division, hits: Sequence[Hit] = ()) -> tuple[Piece, ...]:
    """Cut an article into units, in text order; hits of scope ``own`` are units of their own."""
    pieces: list[Piece] = []
    for clause in division.clauses.items:
        piece = _clause_piece(division, clause)
        if piece is not None:
            pieces.append(piece)
    pieces += _content_pieces(division, pieces)
    pieces += _own_pieces(division, hits)
    return tuple(sorted(pieces, key=lambda p: (p.unit.span.start, p.unit.span.end, p.unit.head)))


def cue_of(division: Division, clause: Clause) -> int | None:
    """Return the relation whose cue is the predicate of a clause."""
    for n, relation in enumerate(division.relations):
        if relation.construction in _VERBLESS or relation.construction == "nominal":
            continue
        if relation.cue_head == clause.head or covers_token(division.analysis, (relation.cue,), clause.head):
            return n
    return None


def _clause_piece(division: Division, clause: Clause) -> Piece | None:
    passage = division.passage(clause.head)
    if passage is None or clause.index in division.silent or _is_aside(division, clause):
        return None
    cue = cue_of(division, clause)
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
    if link is not None and link[0] in _NEVER:
        return False
    if clause.kind is ClauseKind.FRAGMENT:
        if attributed:
            return True
        head = tokens[clause.head]
        named = clause.head in division.events or head.feats.get("VerbForm") == "Part"
        return named and passage.role in {PassageRole.HEADLINE, PassageRole.TAKEAWAY, PassageRole.LEDE}
    if clause.kind is ClauseKind.RELATIVE and clause.finite is not None:
        copular = any(t.deprel == "cop" for t in division.analysis.children(clause.head))
        return not copular or tokens[clause.finite].feats.get("Mood") == "Cnd"
    return True


def _is_aside(division: Division, clause: Clause) -> bool:
    """Whether a clause is only (part of) some relation's source (*X, who spoke on condition of …*)."""
    for relation in division.relations:
        for hop in relation.chain:
            away = hop.spans if hop.cue is None else (*hop.spans, hop.cue)
            if covers_token(division.analysis, away, clause.head) and not _is_own_cue(relation, clause):
                return True
    return False


def _is_own_cue(relation: FoundRelation, clause: Clause) -> bool:
    return relation.cue_head == clause.head


def _nominal_cue(division: Division, clause: Clause) -> int | None:
    """Return the event-act relation whose cue noun is the subject of a clause."""
    for n, relation in enumerate(division.relations):
        if relation.construction == "nominal" and relation.act in EVENTS:
            head = division.analysis.tokens[relation.cue_head]
            if head.head == clause.head and head.deprel.startswith("nsubj"):
                return n
    return None


def _speech_piece(division: Division, clause: Clause, cue: int, passage: Passage) -> Piece | None:
    relation = division.relations[cue]
    if relation.act is Act.ATTITUDE:
        return _piece(division, clause, passage, division.innermost(clause, cue), None, whole=True)
    if relation.act is Act.DISCLOSE and relation.polarity == "-" and not _is_gap(relation):
        return None
    if _is_gap(relation):
        return _piece(division, clause, passage, cue, None, whole=True)
    if relation.act not in EVENTS:
        return None
    return _piece(division, clause, passage, division.innermost(clause, cue), cue, whole=True)


def _is_gap(relation: FoundRelation) -> bool:
    """Whether a relation says only that nothing was said: *le bilan n'a pas été communiqué*."""
    nobody = not any(hop.spans for hop in relation.chain)
    return (
        relation.polarity == "-" and nobody and relation.act in _GAPS and relation.construction == "passive"
    )


def _piece(
    division: Division,
    clause: Clause,
    passage: Passage,
    relation: int | None,
    speech: int | None,
    *,
    whole: bool = False,
) -> Piece | None:
    tokens = _words(division, clause, relation, whole=whole)
    span = hull(division.analysis, tokens)
    if span is None:
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


def _words(division: Division, clause: Clause, relation: int | None, *, whole: bool) -> tuple[int, ...]:
    """Return the tokens of a clause's unit: its own, those of clauses that make no unit, less frames."""
    tokens = set(clause.tokens)
    if whole:
        sentence = division.analysis.sentence_of(clause.head)
        tokens.update(
            i for i in division.analysis.subtree(clause.head) if sentence.first <= i < sentence.last
        )
    else:
        for below in division.clauses.below(clause.index):
            if below.parent == clause.index and _absorbed(division, below):
                tokens.update(below.tokens)
    kept = sorted(tokens)
    if relation is not None and not (whole and _is_gap(division.relations[relation])):
        found = division.relations[relation]
        inside = tokens_in(division.analysis, _piece_of(division, found, clause.head), kept)
        kept = list(inside) or kept
        away = (found.cue, *(s for hop in found.chain for s in hop.spans))
        kept = [i for i in kept if not covers_token(division.analysis, away, i)] or kept
    return _trim(division, clause, tuple(kept))


def _piece_of(division: Division, relation: FoundRelation, head: int) -> tuple[Span, ...]:
    """Return what a unit may span of a discontinuous content.

    Where only the cue stands between the pieces (*the army has | reportedly | retaken …*) that is all of
    it; where a speaker does (*"…", said X, "…"*) it is the piece that holds the predicate.
    """
    if len(relation.content) > 1:
        whole = Span(relation.content[0].start, relation.content[-1].end)
        if not any(overlap(s, whole) for hop in relation.chain for s in hop.spans):
            return (whole,)
    for span in relation.content:
        if covers_token(division.analysis, (span,), head):
            return (span,)
    return relation.content


def _absorbed(division: Division, clause: Clause) -> bool:
    link = division.links.get(clause.index)
    if link is not None and link[0] in _NEVER:
        return True
    if clause.kind is ClauseKind.RELATIVE:
        passage = division.passage(clause.head)
        return passage is not None and not _is_claim(division, clause, passage, attributed=False)
    return False


_LEADING = frozenset({"cc", "mark", "punct", "discourse"})


def _trim(division: Division, clause: Clause, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Drop conjunctions, complementisers, subordinators and relative adverbs at the left edge."""
    analysis = division.analysis
    link = division.links.get(clause.index)
    opener = range(link[1], link[2]) if link is not None else range(0)
    first = 0
    while first < len(tokens) - 1:
        token = analysis.tokens[tokens[first]]
        relative = clause.kind is ClauseKind.RELATIVE and token.upos in {"ADV", "SCONJ"}
        where = clause.kind is ClauseKind.RELATIVE and not token.deprel.startswith(("nsubj", "det", "amod"))
        pronoun = where and token.feats.get("PronType") == "Rel"
        leading = token.deprel in _LEADING or token.upos in {"PUNCT", "CCONJ"}
        if not (leading or relative or pronoun or token.i in opener) or token.i == clause.head:
            break
        first += 1
    last = len(tokens)
    while last > first + 1 and analysis.tokens[tokens[last - 1]].upos in {"PUNCT", "CCONJ", "SPACE"}:
        last -= 1
    return tokens[first:last]


def predicate(division: Division, clause: Clause) -> int:
    """Return the predicate of a clause, below any modal or raising verb.

    A verb whose infinitive shares its subject (*devraient être retirées*, *is said to have left*) is
    not what is claimed; the infinitive is.
    """
    analysis, at = division.analysis, clause.head
    for _ in range(4):
        below = [t for t in analysis.children(at, "xcomp") if t.upos in {"VERB", "AUX", "ADJ", "NOUN"}]
        passive = bool(analysis.children(at, "aux:pass")) and bool(below) and below[0].is_verbal
        if not below or not (passive or at in division.raising):
            break
        at = below[0].i
    return at


def _content_pieces(division: Division, pieces: Sequence[Piece]) -> list[Piece]:
    """Return noun-phrase and infinitive units for contents that hold no clause at their top."""
    found: list[Piece] = []
    for n, relation in enumerate(division.relations):
        if relation.act is Act.ATTITUDE or any(_is_gap_piece(division, p, n) for p in pieces):
            continue
        if any(
            p.unit.relation == n and p.clause is not None and _tops(division, p, relation) for p in pieces
        ):
            continue
        if any(r.parent == n and _same_content(division, relation, r) for r in division.relations):
            continue
        piece = _nominal(division, n, relation)
        if piece is not None:
            found.append(piece)
    return found


def _is_gap_piece(division: Division, piece: Piece, n: int) -> bool:
    return piece.unit.relation == n and _is_gap(division.relations[n])


def _tops(division: Division, piece: Piece, relation: FoundRelation) -> bool:
    """Whether the predicate of a piece is not under some noun that tops the content."""
    top = _top(division, relation)
    return top is None or piece.clause is None or division.clauses.owner[top] == piece.clause.index


def _same_content(division: Division, outer: FoundRelation, inner: FoundRelation) -> bool:
    """Whether a nested relation makes up the outer one's content (*X says that Y claims that p*)."""
    top = _top(division, outer)
    return top is None or covers_token(division.analysis, (inner.cue,), top)


def _top(division: Division, relation: FoundRelation) -> int | None:
    """Return the highest word of a relation's content."""
    analysis = division.analysis
    inside = [t.i for span in relation.content for t in analysis.within(span)]
    held = set(inside)
    tops = [i for i in inside if analysis.tokens[i].head not in held or analysis.tokens[i].head == i]
    words = [i for i in tops if analysis.tokens[i].upos not in {"PUNCT", "ADP", "SCONJ", "CCONJ", "DET"}]
    return max(words, key=lambda i: (len(analysis.subtree(i)), -i), default=None)


def _nominal(division: Division, n: int, relation: FoundRelation) -> Piece | None:
    top = _top(division, relation)
    if top is None:
        return None
    passage = division.passage(top)
    if passage is None:
        return None
    span = _piece_of(division, relation, top)
    inside = tuple(t.i for s in span for t in division.analysis.within(s))
    away = tuple(s for hop in relation.chain for s in hop.spans)
    inside = tuple(i for i in inside if not covers_token(division.analysis, away, i))
    tokens = _trim_noun(division, _without_trailing_clauses(division, top, inside), top)
    whole = hull(division.analysis, tokens)
    if whole is None:
        return None
    nominal = not division.analysis.tokens[top].is_verbal
    unit = Unit(head=top, tokens=tokens, span=whole, passage=passage, relation=n, nominal=nominal)
    return Piece(unit, division.clauses.of(top) if not nominal else None)


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
