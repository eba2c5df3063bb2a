"""Noun and infinitive phrases that name what other words keep open: units of their own.

*The threat of a strike worries the port* asserts a worry, not a strike. The clause keeps its label; the
phrase gets a line of its own, marked by the words it stands under.
"""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.extraction.certainty import NAMING, anchor, bearing
from ouidire.extraction.division import Division, Piece
from ouidire.extraction.found import Unit
from ouidire.extraction.spans import covers_token, hull
from ouidire.extraction.wordlists import Hit
from ouidire.model import Act

__all__ = ["governed", "kept_open"]

_EDGES = frozenset({"ADP", "SCONJ", "CCONJ", "PUNCT", "PART"})


def governed(
    division: Division, pieces: Sequence[Piece], hits: Sequence[Hit], events: frozenset[int]
) -> tuple[Piece, ...]:
    """Add a unit for each phrase that a hit of a naming scope bears on, where none has its head.

    Args:
        events: Tokens that name events, for entries that ask for one.

    """
    taken = {p.unit.head for p in pieces}
    spans = {(p.unit.span, p.unit.nominal) for p in pieces}
    added: list[Piece] = []
    naming = [h for h in hits if h.entry.scope in NAMING]
    for hit in sorted(naming, key=lambda h: (h.entry.scope == "object", h.first, h.last)):
        for head in bearing(division, hit):
            if head in taken or not _is_open(division, hit, head, events):
                continue
            piece = _piece(division, hit, head)
            if piece is None or (piece.unit.span, True) in spans:
                continue
            taken.add(head)
            spans.add((piece.unit.span, True))
            added.append(piece)
    return tuple(sorted([*pieces, *added], key=lambda p: (p.unit.span.start, p.unit.span.end, p.unit.head)))


def kept_open(division: Division, hits: Sequence[Hit]) -> frozenset[int]:
    """Return the heads of all phrases that some word keeps open."""
    return frozenset(head for hit in hits if hit.entry.scope in NAMING for head in bearing(division, hit))


def _is_open(division: Division, hit: Hit, head: int, events: frozenset[int]) -> bool:
    """Whether a phrase may name what is claimed: no clause, nobody's name, no event where one is asked for."""
    token = division.analysis.tokens[head]
    clause = division.clauses.of(head)
    if clause is None or (clause.head == head and clause.finite is not None):
        return False
    if hit.entry.events and head not in events and not token.is_verbal:
        return False
    if token.upos == "PROPN" and hit.entry.scope != "phrase":
        return False
    away = (s for r in division.relations for s in (r.cue, *(s for h in r.chain for s in h.spans)))
    return not covers_token(division.analysis, away, head)


def _piece(division: Division, hit: Hit, head: int) -> Piece | None:
    analysis, owner = division.analysis, division.clauses.owner
    words = set(analysis.subtree(head))
    at = anchor(analysis, hit)
    within = hit.entry.scope in {"phrase", "compound"} and analysis.tokens[at].upos == "NOUN"
    if within and not division.is_clause_head(at):
        words |= {i for i in analysis.subtree(at) if i <= max(head, at)}
    if (
        analysis.tokens[head].head == at
        and analysis.tokens[at].upos == "NOUN"
        and not division.is_clause_head(at)
    ):
        words |= set(analysis.subtree(at))  # *a supposed flight*, parsed with the hedge as its head
    words |= _attached(division, head, max(words))
    low = min(i for i in words if i >= analysis.sentence_of(head).first)
    tokens = [i for i in range(low, max(words) + 1) if i in words and owner[i] == owner[head]]
    while len(tokens) > 1 and tokens[0] < head and analysis.tokens[tokens[0]].upos in _EDGES:
        tokens.pop(0)
    span, passage = hull(analysis, tokens), division.passage(head)
    if span is None or passage is None:
        return None
    relation = _around(division, head)
    unit = Unit(head=head, tokens=tuple(tokens), span=span, passage=passage, relation=relation, nominal=True)
    return Piece(unit, None, named=True)


def _attached(division: Division, head: int, last: int) -> set[int]:
    """Return a phrase right after an event noun that the parser hung on the verb (*his talks | with X*)."""
    analysis = division.analysis
    at = last + 1
    if at >= analysis.sentence_of(head).last or at not in division.listed.joining:
        return set()
    noun = analysis.tokens[analysis.tokens[at].head]
    whole = analysis.subtree(noun.i)
    beside = noun.head in {head, analysis.tokens[head].head} and whole[0] == at
    return set(whole) if beside and noun.upos in {"NOUN", "PROPN"} else set()


def _around(division: Division, head: int) -> int | None:
    """Return the innermost relation that a phrase is content of; attitudes do not count."""
    found = [
        n
        for n, r in enumerate(division.relations)
        if r.act is not Act.ATTITUDE and covers_token(division.analysis, r.content, head)
    ]
    best = min(
        found,
        key=lambda n: (-division.depth(n), sum(len(s) for s in division.relations[n].content), n),
        default=None,
    )
    return None if best is None else division.raised(best)
