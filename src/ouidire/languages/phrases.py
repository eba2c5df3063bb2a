"""Stretches of text that belong to a word: its phrase, its noun phrase, its verb group.

Import as ``from ouidire.languages.phrases import noun_phrase, phrase, verb_group``. All results
are contiguous and lie within one sentence.
"""

from __future__ import annotations

from collections.abc import Collection

from ouidire.languages.analysis import Analysis, Token
from ouidire.model import Span

__all__ = ["finite_verb", "noun_phrase", "phrase", "verb_group"]

_CLOSERS = {"»": "«", "”": "“", ")": "(", "]": "[", "’": "‘", "}": "{"}
_NOT_NOMINAL = (
    *("advcl", "aux", "case", "cc", "ccomp", "cop", "csubj", "discourse", "dislocated"),
    *("expl", "mark", "nsubj", "parataxis", "vocative"),
)
_OF_PREDICATE = ("advmod", "obl", "iobj", "obj", "xcomp")
_CORE = ("aux", "cop", "compound:prt", "expl", "expl:comp", "expl:pass", "expl:pv")


def phrase(analysis: Analysis, i: int, *, without: Collection[str] = ()) -> Span:
    """Return the contiguous stretch around token `i` of it and all below it.

    Punctuation at either end is left out, save a closing mark whose opening one is inside.

    Args:
        without: Relations of direct children to leave out with all below them; one without a
            subtype stands for its subtypes too (``acl`` for ``acl:relcl``).

    """
    first, last = _stretch(analysis, i, without)
    return analysis.span(first, last)


def noun_phrase(analysis: Analysis, i: int, *, relative: bool = True, conjuncts: bool = True) -> Span:
    """Return the noun phrase headed by token `i`, without its preposition.

    Where the noun is a predicate, its subject, copula and adverbials are left out.

    Args:
        relative: Keep clauses that modify the noun (``acl``, ``acl:relcl``).
        conjuncts: Keep what is coordinated with it.

    """
    without = [*_NOT_NOMINAL]
    if analysis.children(i, "cop"):
        without += _OF_PREDICATE
    if not relative:
        without.append("acl")
    if not conjuncts:
        without.append("conj")
    return phrase(analysis, i, without=without)


def finite_verb(analysis: Analysis, i: int) -> Token | None:
    """Return the token that makes the clause of `i` finite: itself, an auxiliary, or its copula.

    Its features carry mood, tense, person and number. None for an infinitive, a participle, a
    noun.
    """
    for token in (*analysis.children(i, "aux", "cop"), analysis.tokens[i]):
        if token.feats.get("VerbForm") == "Fin" or "Mood" in token.feats:
            return token
    return None


def verb_group(analysis: Analysis, i: int) -> Span:
    """Return the verb with its auxiliaries, negation, reflexive, particle, and what is between.

    Adverbs and clitics count where they stand between those (*n'a pas encore été confirmé*,
    *has not been formally denied*); a full subject in between (*did the army say*) ends the group.

    See:
        PolNeAR 1.0 guidelines: a cue is one span, the whole verb group.
    """
    sentence = analysis.sentence_of(i)
    first = _reach(analysis, i, range(i - 1, sentence.first - 1, -1))
    last = _reach(analysis, i, range(i + 1, sentence.last))
    return analysis.span(first, last + 1)


def _reach(analysis: Analysis, i: int, path: range) -> int:
    """Return how far the verb group of `i` goes along `path`: the last of its core words met."""
    reached = i
    for at in path:
        token = analysis.tokens[at]
        if token.head == i and _is_core(token):
            reached = at
        elif not _may_stand_between(analysis, token, i):
            break
    return reached


def _is_core(token: Token) -> bool:
    if token.deprel.partition(":")[0] == "aux" or token.deprel in _CORE:
        return True
    return token.deprel == "advmod" and token.feats.get("Polarity") == "Neg"


def _may_stand_between(analysis: Analysis, token: Token, i: int) -> bool:
    if token.head == i:
        if token.deprel.startswith("advmod"):
            return True
        return token.upos == "PRON" and not analysis.children(token.i)
    above = analysis.tokens[token.head]
    return above.head == i and above.deprel.startswith("advmod")


def _stretch(analysis: Analysis, i: int, without: Collection[str]) -> tuple[int, int]:
    """Return the token range of a phrase."""
    members = {i}
    for child in analysis.children(i):
        if child.deprel not in without and child.deprel.partition(":")[0] not in without:
            members.update(analysis.subtree(child.i))
    sentence = analysis.sentence_of(i)
    first, last = i, i + 1
    for at in range(i - 1, sentence.first - 1, -1):
        if at in members:
            first = at
        elif analysis.tokens[at].upos != "PUNCT":
            break
    for at in range(i + 1, sentence.last):
        if at in members:
            last = at + 1
        elif analysis.tokens[at].upos != "PUNCT":
            break
    return _trim(analysis, first, last, i)


def _trim(analysis: Analysis, first: int, last: int, i: int) -> tuple[int, int]:
    """Drop punctuation at the ends, keeping pairs of marks that are both inside."""
    tokens = analysis.tokens
    while last - 1 > i and tokens[last - 1].upos == "PUNCT":
        opener = _CLOSERS.get(tokens[last - 1].text)
        if opener is not None and any(t.text == opener for t in tokens[first : last - 1]):
            break
        last -= 1
    openers = {o: c for c, o in _CLOSERS.items()}
    while first < i and tokens[first].upos == "PUNCT":
        closer = openers.get(tokens[first].text)
        if closer is not None and any(t.text == closer for t in tokens[first + 1 : last]):
            break
        first += 1
    return first, last
