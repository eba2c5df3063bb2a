"""Sentences to clauses: who is the predicate, which words are its own, how it hangs on the others.

Built from the finite words up, not from the arcs down: every finite verb or auxiliary must belong to
some clause, so that a wrong arc may misplace a clause but never loses one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ouidire.extraction.parses import (
    has_relative,
    is_bare_participle,
    is_detached,
    is_lost_copula,
    strays,
    swallowing,
)
from ouidire.languages import Analysis, Sentence, Token

__all__ = ["Clause", "ClauseKind", "Clauses", "find_clauses"]


class ClauseKind(StrEnum):
    """How a clause hangs on the rest of its sentence."""

    MAIN = "main"
    COMPLEMENT = "complement"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    PARTICIPLE = "participle"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate with the words that are its own.

    Attributes:
        head: Token index of the predicate.
        finite: Token index of the finite word; None for participles and fragments.
        tokens: Own tokens in text order: its subtree without the clauses below it.
        marks: Tokens that introduce it (*que*, *si*, *after*).
        parent: Index of the clause it hangs on; None for roots.
        shares: Whether it shares the auxiliary and the subject of the clause it is coordinated with.

    """

    index: int
    head: int
    kind: ClauseKind
    finite: int | None
    tokens: tuple[int, ...]
    marks: tuple[int, ...] = ()
    parent: int | None = None
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Clauses:
    """All clauses of a text, in text order of their predicates, and each token's owner.

    Attributes:
        owner: For every token the index of the clause it belongs to; -1 for none.

    """

    items: tuple[Clause, ...]
    owner: tuple[int, ...]

    def of(self, token: int) -> Clause | None:
        """Return the clause a token belongs to."""
        at = self.owner[token]
        return None if at < 0 else self.items[at]

    def below(self, index: int) -> tuple[Clause, ...]:
        """Return the clauses that hang, at any depth, on clause `index`."""
        found: list[Clause] = []
        inside = {index}
        todo = [index]
        while todo:
            at = todo.pop()
            for clause in self.items:
                if clause.parent == at and clause.index not in inside:
                    inside.add(clause.index)
                    todo.append(clause.index)
                    found.append(clause)
        return tuple(sorted(found, key=lambda c: c.index))


_AUX = ("aux", "cop")
_CONJ = ("conj",)


def find_clauses(analysis: Analysis) -> Clauses:
    """Divide every sentence into clauses."""
    drafts: list[Clause] = []
    owner = [-1] * len(analysis.tokens)
    for sentence in analysis.sentences:
        heads = _heads(analysis, sentence)
        lost = strays(analysis, sentence, heads)
        for stray in lost:
            heads.pop(stray, None)
        base = len(drafts)
        order = {head: base + n for n, head in enumerate(sorted(heads))}
        homes = {**order, **{stray: order[head] for stray, head in lost.items() if head in order}}
        for i in range(sentence.first, sentence.last):
            owner[i] = _owner(analysis, i, homes)
        drafts += [_clause(analysis, heads, homes, head, owner) for head in sorted(heads)]
    return Clauses(tuple(drafts), tuple(owner))


def is_finite(token: Token) -> bool:
    """Whether a token bears the tense and person of a clause."""
    if not token.is_verbal:
        return False
    return token.feats.get("VerbForm") == "Fin" or token.feats.get("Mood") in {"Ind", "Cnd", "Sub", "Imp"}


def _heads(analysis: Analysis, sentence: Sentence) -> dict[int, int | None]:
    """Map the predicate of each clause of a sentence to its finite token."""
    tokens = analysis.tokens[sentence.first : sentence.last]
    heads: dict[int, int | None] = {}
    for token in tokens:
        if is_finite(token) and not is_bare_participle(analysis, token):
            heads.setdefault(_predicate(analysis, token), token.i)
    for token in tokens:
        if token.i not in heads and _shares_auxiliary(analysis, token, heads):
            heads[token.i] = heads[token.head]
    for token in tokens:
        if token.i not in heads and _is_participial_clause(analysis, token):
            heads[token.i] = None
    root = next((t for t in tokens if t.head == t.i), None)
    if root is not None and root.i not in heads and root.upos != "PUNCT":
        heads[root.i] = None
    return heads


def _predicate(analysis: Analysis, token: Token) -> int:
    head = analysis.tokens[token.head]
    if is_lost_copula(analysis, token, head):
        return head.i
    if token.deprel.partition(":")[0] in _AUX and head.i != token.i and head.sent == token.sent:
        return _predicate(analysis, head) if head.deprel.partition(":")[0] == "aux" else head.i
    return token.i


def _shares_auxiliary(analysis: Analysis, token: Token, heads: dict[int, int | None]) -> bool:
    """Whether a participle is coordinated with one whose auxiliary it shares (*a tué et blessé*)."""
    if token.deprel != "conj" or token.feats.get("VerbForm") != "Part" or token.head not in heads:
        return False
    finite = heads[token.head]
    return finite is not None and finite != token.head and analysis.tokens[finite].deprel.startswith("aux")


def _is_participial_clause(analysis: Analysis, token: Token) -> bool:
    """Whether a token heads a present participle clause set off from its host (*, menant des frappes*)."""
    if token.upos != "VERB" or token.feats.get("VerbForm") not in {"Part", "Ger"}:
        return False
    if token.feats.get("Tense") == "Past" or token.feats.get("Voice") == "Pass":
        return False
    if token.head == token.i or token.deprel.partition(":")[0] in {"xcomp", "ccomp", "aux", "cop", "case"}:
        return False
    if not is_detached(analysis, token):
        return False
    return bool(analysis.children(token.i, "obj", "obl", "iobj")) or swallowing(analysis, token) is not None


def _owner(analysis: Analysis, i: int, order: dict[int, int]) -> int:
    if i in order:
        return order[i]
    for above in analysis.ancestors(i):
        if above.i in order:
            return order[above.i]
    return -1


def _clause(
    analysis: Analysis,
    heads: dict[int, int | None],
    order: dict[int, int],
    head: int,
    owner: list[int],
) -> Clause:
    token = analysis.tokens[head]
    sentence = analysis.sentence_of(head)
    own = tuple(i for i in range(sentence.first, sentence.last) if owner[i] == order[head])
    above = (order[a.i] for a in analysis.ancestors(head) if a.i in order)
    parent = next((n for n in above if n != order[head]), None)
    finite = heads[head]
    shares = finite is not None and owner[finite] != order[head]
    marks = tuple(i for i in own if analysis.tokens[i].deprel == "mark" and _marks(analysis, i, head, order))
    return Clause(
        index=order[head],
        head=head,
        kind=_kind(analysis, token, finite, heads),
        finite=finite,
        tokens=own,
        marks=marks,
        parent=parent,
        shares=shares,
    )


def _marks(analysis: Analysis, i: int, head: int, homes: dict[int, int]) -> bool:
    above = analysis.tokens[i].head
    return above == head or (above in homes and homes[above] == homes[head])


def _kind(
    analysis: Analysis, token: Token, finite: int | None, heads: dict[int, int | None], depth: int = 0
) -> ClauseKind:
    if finite is None:
        return ClauseKind.FRAGMENT if token.head == token.i else ClauseKind.PARTICIPLE
    if token.deprel == "acl:relcl" or has_relative(analysis, token):
        return ClauseKind.RELATIVE
    base = token.deprel.partition(":")[0]
    if base == "conj" and token.head in heads and heads[token.head] is not None and depth < 20:
        if analysis.children(token.i, "mark"):
            return ClauseKind.COMPLEMENT
        above = analysis.tokens[token.head]
        return _kind(analysis, above, heads[token.head], heads, depth + 1)
    if base in {"ccomp", "csubj", "xcomp", "acl"}:
        return ClauseKind.COMPLEMENT
    if base == "advcl":
        return ClauseKind.ADVERBIAL
    if analysis.children(token.i, "mark"):
        return ClauseKind.COMPLEMENT
    return ClauseKind.MAIN
