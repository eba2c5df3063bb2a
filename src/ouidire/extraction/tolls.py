"""Tolls that one clause counts side by side: *trois morts et douze blessés* says two things.

Killed, wounded and missing are never compared with each other, so each count becomes a unit of its own:
its span is the count, its event the casualty word, and it keeps the place, the time and the marks of
the clause it stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ouidire.extraction.certainty import Marks
from ouidire.extraction.division import Piece
from ouidire.extraction.propositions import Timed, Words, number_at
from ouidire.languages import Analysis, Token

__all__ = ["split_tolls"]

_BETWEEN = 2
"""Words that may stand between a number and its casualty word (*douze autres blessés*)."""


@dataclass(frozen=True, slots=True)
class _Toll:
    """Token indices of a count of casualties, its casualty word, and that word's type."""

    first: int
    head: int
    type: str


def split_tolls(
    pieces: Sequence[Piece], marks: Sequence[Marks], analysis: Analysis, words: Words, timed: Timed
) -> tuple[list[Piece], list[Marks]]:
    """Give each further count of a clause a unit behind that of the clause; `marks` run beside `pieces`."""
    heads = {piece.unit.head for piece in pieces}
    found: list[Piece] = []
    kept: list[Marks] = []
    for piece, mark in zip(pieces, marks, strict=True):
        found.append(piece)
        kept.append(mark)
        tolls = [] if piece.unit.speech is not None else _tolls(analysis, piece, words)
        others = [t for t in tolls[1:] if t.type != tolls[0].type and t.head not in heads]
        for toll in others:
            away = _counted(analysis, piece, words, timed) - set(range(toll.first, toll.head + 1))
            away |= {k for t in tolls if t is not toll for k in range(t.first, t.head + 1)}
            found.append(_unit(analysis, piece, toll, away))
            kept.append(mark)
    return found, kept


def _counted(analysis: Analysis, piece: Piece, words: Words, timed: Timed) -> set[int]:
    """Return the tokens of a unit's numbers, those of its times left out."""
    dated = {k for row in timed for k in range(row.first, row.last + 1)}
    tokens = [analysis.tokens[k] for k in piece.unit.tokens]
    found: set[int] = set()
    for n in range(len(tokens)):
        number = number_at(tokens, n, words)
        found |= {t.i for t in tokens[n : n + number.length]} if number else set()
    return found - dated


def _unit(analysis: Analysis, piece: Piece, toll: _Toll, away: set[int]) -> Piece:
    tokens = tuple(k for k in piece.unit.tokens if k not in away)
    span = analysis.span(toll.first, toll.head + 1)
    return Piece(replace(piece.unit, head=toll.head, tokens=tokens, span=span, nominal=True), piece.clause)


def _tolls(analysis: Analysis, piece: Piece, words: Words) -> list[_Toll]:
    """Return the counts of casualties in a unit, in text order; a main verb that is one comes first."""
    tokens = [analysis.tokens[k] for k in piece.unit.tokens]
    own = _casualty(analysis.tokens[piece.unit.head], words) if piece.unit.tokens else ""
    found = [_Toll(piece.unit.head, piece.unit.head, own)] if own else []
    n = 0
    while n < len(tokens):
        toll = _toll_at(tokens, n, words)
        if toll is None:
            n += 1
            continue
        if found and toll.head == found[0].head:
            found[0] = toll
        elif not found or _is_joined(tokens, n):
            found.append(toll)
        while n < len(tokens) and tokens[n].i <= toll.head:
            n += 1
    return found


def _toll_at(tokens: Sequence[Token], n: int, words: Words) -> _Toll | None:
    """*douze blessés*, *at least twelve others wounded* at `n`."""
    bound = words.bounds.at(tokens, n)
    start = n + bound[0] if bound else n
    number = number_at(tokens, start, words) if start < len(tokens) else None
    if number is None:
        return None
    for at in range(start + number.length, min(start + number.length + 1 + _BETWEEN, len(tokens))):
        type_ = _casualty(tokens[at], words)
        if type_:
            return _Toll(tokens[n].i, tokens[at].i, type_)
        if tokens[at].upos not in {"NOUN", "ADJ", "ADP", "DET", "PRON"}:
            return None
    return None


def _is_joined(tokens: Sequence[Token], n: int) -> bool:
    """Whether a count is joined to what stands before it: *et*, *and*, a comma."""
    return n > 0 and (tokens[n - 1].upos in {"CCONJ", "PUNCT"})


def _casualty(token: Token, words: Words) -> str:
    """Return the type of casualty a word names, empty where it names none."""
    for table in (words.nouns, words.adjectives, words.verbs):
        entry = table.get(token.lemma.lower()) or table.get(token.lower)
        if entry is not None and entry.type.startswith("casualty."):
            return entry.type
    return ""
