"""Which pieces a marker reaches: where its words stand, and how far its scope lets them go."""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.extraction.certainty.naming import named
from ouidire.extraction.clauses import ClauseKind, Clauses
from ouidire.extraction.division import Division, Piece
from ouidire.extraction.spans import covers_token
from ouidire.extraction.wordlists import NAMING, Hit
from ouidire.languages import Analysis
from ouidire.model import MarkerClass

__all__ = ["anchor", "bearing", "complements", "leaning", "reach", "under"]

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


_SAID_OF = frozenset({MarkerClass.UNVERIFIED, MarkerClass.ANTIFACTIVE, MarkerClass.DOUBT})
"""Classes that pass from a clause to what its subject tells."""

_TURNED = frozenset({MarkerClass.DOUBT, MarkerClass.ANTIFACTIVE, MarkerClass.HYPOTHETICAL})
"""Classes of verbs that say the contrary where they are denied (*did not prevent the strike*)."""


def anchor(analysis: Analysis, hit: Hit) -> int:
    """Return the word of a hit by which it hangs on the rest: a verb if it has one, else its top."""
    inside = range(hit.first, hit.last)
    last = analysis.tokens[hit.last - 1]
    if last.is_verbal and any(analysis.tokens[i].feats.get("PronType") == "Rel" for i in inside):
        return last.i  # *article 4, which provides for p*: the rule is in the relative clause
    tops = [i for i in inside if analysis.tokens[i].head not in inside or analysis.tokens[i].head == i]
    words = [i for i in tops if analysis.tokens[i].upos != "PUNCT"] or tops
    verbs = [i for i in words if analysis.tokens[i].is_verbal]
    return (verbs or words or [hit.first])[0]


def complements(clauses: Clauses, index: int, hit: Hit) -> tuple[int, ...]:
    """Return the clauses directly below `index` that follow a hit and are no adverbial or relative."""
    return tuple(
        c.index
        for c in clauses.items
        if c.parent == index and c.head >= hit.last - 1 and c.kind in {ClauseKind.COMPLEMENT, ClauseKind.MAIN}
    )


def reach(division: Division, pieces: Sequence[Piece], hit: Hit) -> tuple[int, ...]:
    """Return the positions of the pieces a hit bears on, in text order."""
    at = anchor(division.analysis, hit)
    if hit.entry.scope in NAMING:
        return _named(division, pieces, hit)
    if hit.entry.scope in {"sentence", "article"}:
        return _following(division, pieces, hit)
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
        said = _content(division, pieces, at, hit) or _unattributed(division, pieces, at, hit)
        return tuple(
            sorted({*said, *(_said_of(division, pieces, hit, at) if _predicates(division, at) else ())})
        )
    near = {*_holding(division, pieces, at), *_said_of(division, pieces, hit, at)}
    said = _content(division, pieces, at, hit)
    if not said and hit.entry.class_ in _ANY_POLARITY:
        said = _unattributed(division, pieces, at, hit)
    return tuple(sorted({*near, *said}))


def bearing(division: Division, hit: Hit) -> tuple[int, ...]:
    """Return the heads of the phrases a hit keeps open; none where its verb is denied.

    What somebody did not prevent has happened; what was not ruled out, other entries know.
    """
    at = anchor(division.analysis, hit)
    turned = hit.entry.scope == "object" and hit.entry.class_ in _TURNED
    if turned and division.has(division.clauses.of(at), MarkerClass.NEGATION):
        return ()
    return named(division.analysis, hit, at)


def _named(division: Division, pieces: Sequence[Piece], hit: Hit) -> tuple[int, ...]:
    """Return the phrases a hit bears on, and what is named inside them.

    What somebody is cited for is marked only by words that stand in what he is cited for.
    """
    heads = bearing(division, hit)
    inside = {i for head in heads for i in division.analysis.subtree(head)}
    found = []
    for n, piece in enumerate(pieces):
        below = piece.unit.nominal and piece.clause is None and piece.unit.head in inside
        if piece.unit.head not in heads and not below:
            continue
        cited = piece.unit.relation
        if cited is None or covers_token(division.analysis, division.relations[cited].content, hit.first):
            found.append(n)
    return tuple(found)


def _said_of(division: Division, pieces: Sequence[Piece], hit: Hit, at: int) -> tuple[int, ...]:
    """Return what the subject of a clause names or tells, where the clause says how that stands.

    *The report of a second gunman could not be verified*: nor could the gunman.
    """
    clause = division.clauses.of(at)
    if clause is None or hit.entry.class_ not in _SAID_OF:
        return ()
    inside = {
        i
        for subject in division.analysis.children(clause.head, "nsubj")
        if subject.i < hit.first
        for i in division.analysis.subtree(subject.i)
    }
    return tuple(
        n
        for n, p in enumerate(pieces)
        if p.unit.head in inside and p.unit.speech is None and p.clause != clause
    )


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
    tops = complements(division.clauses, clause.index, hit)
    inside = {*tops, *(c.index for top in tops for c in division.clauses.below(top))}
    found = [n for n, p in enumerate(pieces) if p.clause is not None and p.clause.index in inside]
    if not found and tops:
        found = [n for n, p in enumerate(pieces) if p.unit.head >= hit.last and _same(division, p, at)]
    return tuple(found)


def _same(division: Division, piece: Piece, at: int) -> bool:
    return division.analysis.tokens[piece.unit.head].sent == division.analysis.tokens[at].sent


def _holding(division: Division, pieces: Sequence[Piece], at: int) -> tuple[int, ...]:
    """Return the smallest piece a word stands in, with those that lean on its verb group."""
    holding = [n for n, p in enumerate(pieces) if at in p.unit.tokens and not p.named]
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


def _predicates(division: Division, at: int) -> bool:
    """Whether a word is the predicate of its clause, or the copula before it."""
    token = division.analysis.tokens[at]
    return division.is_clause_head(at) or (token.deprel == "cop" and division.is_clause_head(token.head))


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
