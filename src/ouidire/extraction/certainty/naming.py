"""What phrases name without claiming it: *the threat of a strike*, *an alleged theft*, *plans the closure*.

Words that keep an event open also do so where a noun phrase or an infinitive names it. Five scopes of
marker entries say where that phrase stands: ``noun``, ``phrase``, ``compound``, ``object``, ``subject``.
"""

from __future__ import annotations

from ouidire.extraction.wordlists import Hit
from ouidire.languages import Analysis, Token

__all__ = ["named"]

_FAR = 6  # words from the marker to the head of its phrase (*the threat of another long general strike*)
_SMALL = frozenset({"compound", "flat", "amod", "nummod", "det", "case", "nmod:poss", "advmod", "mark"})
_OPEN = frozenset({"NOUN", "PROPN", "VERB"})
_UNTENSED = frozenset({"Inf", "Ger", "Part"})


def named(analysis: Analysis, hit: Hit, at: int) -> tuple[int, ...]:
    """Return the heads of the phrases a hit bears on, in text order; none where its scope is another.

    Args:
        at: The word by which the hit hangs on the rest.

    """
    if hit.entry.scope == "noun":
        return _modified(analysis, hit, at)
    if hit.entry.scope == "phrase":
        return _following(analysis, hit)
    if hit.entry.scope == "compound":
        return tuple(t.i for t in analysis.children(at, "compound") if t.upos in _OPEN)
    if hit.entry.scope == "object":
        return _objects(analysis, hit, at)
    if hit.entry.scope == "subject":
        top = analysis.tokens[at].head if analysis.tokens[at].deprel in {"cop", "aux"} else at
        return tuple(t.i for t in analysis.children(top, "nsubj") if t.i < hit.first and t.upos == "NOUN")
    return ()


def _modified(analysis: Analysis, hit: Hit, at: int) -> tuple[int, ...]:
    """Return the noun a word modifies; the next word where the parse is odd."""
    above = analysis.tokens[analysis.tokens[at].head]
    if above.upos in {"NOUN", "PROPN"} and above.i != at:
        return (above.i,)
    after = analysis.tokens[hit.last] if hit.last < len(analysis.tokens) else above
    return (after.i,) if after.upos in {"NOUN", "PROPN"} and after.sent == above.sent else ()


def _following(analysis: Analysis, hit: Hit) -> tuple[int, ...]:
    """Return the head of the phrase that begins right after a hit, or the noun or verb that ends it."""
    last = analysis.tokens[hit.last - 1]
    if last.i > hit.first and (last.upos == "NOUN" or last.feats.get("VerbForm") in _UNTENSED):
        return (last.i,)
    if hit.last >= analysis.sentence_of(hit.first).last:
        return ()
    token = analysis.tokens[hit.last]
    if token.upos == "PUNCT":
        return ()
    for _ in range(_FAR):
        small = token.upos not in _OPEN or not _SMALL.isdisjoint(
            {token.deprel, token.deprel.partition(":")[0]}
        )
        above = analysis.tokens[token.head]
        inside = hit.last <= above.i < hit.last + _FAR
        if not small or (token.upos in _OPEN and not inside):
            return (token.i,)
        if not inside or above.i == token.i:
            return ()
        token = above
    return ()


def _objects(analysis: Analysis, hit: Hit, at: int) -> tuple[int, ...]:
    """Return what a verb is done to: object, infinitive, passive subject, or the noun it stands beside."""
    verb = analysis.tokens[at]
    below = [t for t in analysis.children(at, "obj", "xcomp") if t.i >= hit.last and _is_phrase(t)]
    below += [t for t in analysis.children(at) if t.deprel == "nsubj:pass" and t.upos in _OPEN]
    past = verb.feats.get("VerbForm") == "Part" and verb.feats.get("Tense") != "Pres"
    if past and verb.deprel.partition(":")[0] in {"acl", "amod"} and not analysis.children(at, "aux"):
        below.append(analysis.tokens[verb.head])
    return tuple(sorted(t.i for t in below))


def _is_phrase(token: Token) -> bool:
    if token.upos == "VERB":
        return token.feats.get("VerbForm") in _UNTENSED
    return token.upos in _OPEN
