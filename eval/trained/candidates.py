"""Every source-cue-content relation the tree allows, whatever its words: what a classifier chooses from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ouidire.languages import Analysis, Token

__all__ = ["Candidate", "candidates"]

QUOTES = frozenset('"«»“”')
_GROUP = ("aux", "advmod", "cop", "expl", "compound:prt")
_CLAUSES = ("ccomp", "csubj", "xcomp")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECTS = ("nsubj", "obl:agent")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible relation as token indices.

    Attributes:
        kind: How content hangs on the cue: the relation's name, ``inserted``, ``quote`` or ``frame``.
        below: Token index of the content's head.
    """

    head: int
    kind: str
    below: int
    cue: tuple[int, ...]
    content: tuple[int, ...]
    source: int | None


def candidates(analysis: Analysis) -> Iterator[Candidate]:
    """Yield candidates in the order of their heads."""
    for token in analysis.tokens:
        if token.upos in {"VERB", "ADJ", "NOUN"} and not token.deprel.startswith("aux"):
            yield from _hanging(analysis, token)
        if token.upos == "VERB":
            yield from _around(analysis, token)
        if token.upos in _NOMINAL:
            yield from _frame(analysis, token)


def _hanging(analysis: Analysis, token: Token) -> Iterator[Candidate]:
    cue, source = _cue(analysis, token), _source(analysis, token)
    for child in analysis.children(token.i):
        base = child.deprel.partition(":")[0]
        marked = bool(analysis.children(child.i, "mark"))
        clause = base in _CLAUSES or (marked and base in {"advcl", "acl", "parataxis"})
        phrase = token.upos == "VERB" and (base in {"obj", "obl"} or child.deprel == "nsubj:pass")
        phrase = phrase or (token.upos == "NOUN" and base == "nmod")
        if not (clause or phrase) or child.i == source:
            continue
        content = tuple(i for i in analysis.subtree(child.i) if i not in cue)
        if len(content) > 1:
            yield Candidate(token.i, child.deprel, child.i, cue, content, source)


def _around(analysis: Analysis, token: Token) -> Iterator[Candidate]:
    """Yield the sentence around an inserted clause of saying, and the quotations beside a verb."""
    sentence = analysis.sentence_of(token.i)
    everything = set(range(sentence.first, sentence.last))
    source, cue = _source(analysis, token), _cue(analysis, token)
    own = {*cue, *(analysis.subtree(source) if source is not None else ())}
    if token.head != token.i and token.deprel.partition(":")[0] in {"parataxis", "advcl", "conj", "dep"}:
        rest = tuple(sorted(everything - set(analysis.subtree(token.i))))
        if len(rest) > 1:
            yield Candidate(token.i, "inserted", token.head, cue, rest, source)
    quoted = _quoted(analysis, sentence.first, sentence.last)
    if quoted and token.i not in quoted and source is not None:
        yield Candidate(token.i, "quote", min(quoted), cue, tuple(sorted(quoted - own)), source)


def _quoted(analysis: Analysis, first: int, last: int) -> set[int]:
    marks = [i for i in range(first, last) if analysis.tokens[i].text in QUOTES]
    found: set[int] = set()
    for start, end in zip(marks[::2], marks[1::2], strict=False):
        if end - start > 3:
            found.update(range(start, end + 1))
    return found


def _frame(analysis: Analysis, token: Token) -> Iterator[Candidate]:
    """Yield the clause under a phrase that opens or closes it (*according to X, p*)."""
    case = analysis.children(token.i, "case")
    host = analysis.tokens[token.head]
    if not case or host.i == token.i or token.deprel.partition(":")[0] not in {"obl", "nmod", "advmod"}:
        return
    words = tuple(sorted({i for t in case for i in analysis.subtree(t.i)}))
    inside = set(analysis.subtree(token.i))
    rest = tuple(i for i in analysis.subtree(host.i) if i not in inside)
    if len(rest) > 2:
        yield Candidate(case[0].i, "frame", host.i, words, rest, token.i)


def _cue(analysis: Analysis, token: Token) -> tuple[int, ...]:
    near = [t.i for t in analysis.children(token.i, *_GROUP) if abs(t.i - token.i) <= 3]
    return tuple(sorted({token.i, *near}))


def _source(analysis: Analysis, token: Token) -> int | None:
    """Return the head of who would be speaking: subject, agent, possessor; a controller's subject."""
    own = analysis.children(token.i, *_SUBJECTS)
    passive = analysis.children(token.i, "obl:agent")
    if passive or own:
        return (passive or own)[0].i
    if token.upos == "NOUN":
        owner = analysis.children(token.i, "nmod:poss", "nmod", "compound")
        return owner[0].i if owner else None
    if token.deprel in {"xcomp", "conj"} and token.head != token.i:
        above = analysis.children(token.head, "nsubj")
        return above[0].i if above else None
    return token.head if token.deprel.startswith("acl") else None
