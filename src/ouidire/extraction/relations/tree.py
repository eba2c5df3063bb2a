"""Stretches of a dependency tree: verb groups, phrases, spans of token sets."""

from __future__ import annotations

from collections.abc import Iterable

from ouidire.languages import Analysis, Token
from ouidire.model import Span

__all__ = [
    "NOMINAL",
    "QUOTE_MARKS",
    "clause_head",
    "hull",
    "is_finite",
    "is_infinitive",
    "is_mark",
    "lowest_above",
    "phrase",
    "spans_of",
    "trim",
]

QUOTE_MARKS = frozenset(
    {'"', "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}", "«", "»", "''", "``", "„"}
)
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_CLAUSES = frozenset({"root", "ccomp", "csubj", "advcl", "conj", "parataxis", "acl", "xcomp", "dep"})
_MODIFIERS = frozenset(
    {"det", "amod", "nummod", "compound", "flat", "nmod", "advmod", "fixed", "case", "punct"}
)
_PAIRS = {")": "(", "]": "["}


def is_mark(token: Token) -> bool:
    """Whether a token is punctuation other than a quotation mark."""
    return token.upos == "PUNCT" and token.text not in QUOTE_MARKS


def is_finite(analysis: Analysis, token: Token) -> bool:
    """Whether a predicate is finite, by itself or through an auxiliary."""
    if token.feats.get("VerbForm") == "Fin":
        return True
    return any(t.feats.get("VerbForm") == "Fin" for t in analysis.children(token.i, "aux", "cop"))


def is_infinitive(analysis: Analysis, token: Token) -> bool:
    """Whether a predicate is an infinitive, by itself or through an auxiliary (*avoir tiré*)."""
    if token.feats.get("VerbForm") == "Inf":
        return True
    return any(t.feats.get("VerbForm") == "Inf" for t in analysis.children(token.i, "aux", "cop"))


def clause_head(analysis: Analysis, i: int) -> int:
    """Return the predicate of the clause token `i` stands in (itself if it is one)."""
    here = analysis.tokens[i]
    if _is_clause(here):
        return i
    for above in analysis.ancestors(i):
        if _is_clause(above):
            return above.i
    return i


def _is_clause(token: Token) -> bool:
    relation = token.deprel.partition(":")[0]
    return relation in _CLAUSES and (relation == "root" or token.is_verbal or relation not in {"conj", "dep"})


def lowest_above(analysis: Analysis, start: int, floor: int) -> int:
    """Return the head of the noun phrase that begins at `start`, never climbing to `floor` or before."""
    i = start
    while True:
        token = analysis.tokens[i]
        head = analysis.tokens[token.head]
        if head.i == i or head.i <= floor or head.upos not in NOMINAL or token.sent != head.sent:
            return i
        if token.deprel.partition(":")[0] not in _MODIFIERS:
            return i
        i = head.i


def trim(analysis: Analysis, tokens: Iterable[int]) -> tuple[int, ...]:
    """Drop punctuation at both ends; keep quotation marks, and brackets opened inside."""
    kept = sorted(tokens)
    while kept and is_mark(analysis.tokens[kept[0]]):
        kept.pop(0)
    while kept and is_mark(analysis.tokens[kept[-1]]):
        opening = _PAIRS.get(analysis.tokens[kept[-1]].text)
        if opening and any(analysis.tokens[i].text == opening for i in kept):
            break
        kept.pop()
    return tuple(kept)


def hull(tokens: Iterable[int]) -> tuple[int, ...]:
    """Fill the gaps of a token set."""
    found = sorted(tokens)
    return tuple(range(found[0], found[-1] + 1)) if found else ()


def spans_of(analysis: Analysis, tokens: Iterable[int]) -> tuple[Span, ...]:
    """Turn a token set into spans; only missing words, not missing punctuation, divide it."""
    spans: list[Span] = []
    for run in _runs(analysis, sorted(set(tokens))):
        kept = trim(analysis, run)
        if any(analysis.tokens[i].upos != "PUNCT" for i in kept):
            spans.append(analysis.span(kept[0], kept[-1] + 1))
    return tuple(spans)


def _runs(analysis: Analysis, tokens: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for i in tokens:
        last = runs[-1][-1] if runs else None
        if last is not None and all(is_mark(analysis.tokens[k]) for k in range(last + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def phrase(
    analysis: Analysis, head: int, *, floor: int = -1, drop: frozenset[int] = frozenset()
) -> tuple[int, ...]:
    """Return the noun phrase under `head` without its preposition: one stretch around the head.

    Args:
        floor: Tokens up to this index do not belong to it.
        drop: Tokens taken out before the stretch is measured (e.g. *cité par Y*).

    """
    outer = set(drop)
    for child in analysis.children(head):
        if child.deprel.partition(":")[0] in {"case", "mark", "cc", "punct", "parataxis", "conj:cc"} and (
            child.i < head or child.deprel.startswith("parataxis")
        ):
            if 0 <= floor < child.i and child.deprel == "case":
                continue
            outer.update(analysis.subtree(child.i))
        elif child.i > head and child.deprel == "acl" and analysis.children(child.i, "ccomp"):
            outer.update(
                analysis.subtree(child.i)
            )  # *X, adding that p*: what is added is told, not who tells
    inside = {i for i in analysis.subtree(head) if i > floor and i not in outer}
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return trim(analysis, range(first, last + 1))
