"""Whether a clause says that something is not so, or that it is still to come."""

from __future__ import annotations

from ouidire.extraction.propositions.events import Event
from ouidire.extraction.propositions.tree import relation
from ouidire.extraction.propositions.words import Words
from ouidire.languages import Analysis, Token

__all__ = ["is_ahead", "is_negated", "is_prospective"]

_ARGUMENTS = ("nsubj", "obj", "obl", "iobj")


def is_negated(analysis: Analysis, event: Event, words: Words) -> bool:
    """Whether the event is denied: a negator on its verb or noun, or *no* on a participant.

    French *ne* alone (expletive) does not count, nor does *ne … que*, which restricts.
    """
    ends = [event.clause] + ([event.noun] if event.noun is not None else [])
    above = _governors(analysis, event.clause)
    ends += above
    failed = any(words.is_kind(analysis.tokens[at], "failing") for at in above)
    return failed != _denied(analysis, ends, words)  # who does not fail to do it does it


def _denied(analysis: Analysis, ends: list[int], words: Words) -> bool:
    for at in ends:
        below = [*analysis.children(at)]
        below += [t for verb in analysis.children(at, "aux", "cop") for t in analysis.children(verb.i)]
        if any(words.is_kind(t, "negator") and relation(t) in {"advmod", "det", "cc", "neg"} for t in below):
            return not _restricted(analysis, at, words)
    return any(_none_of(analysis, at, words) for at in ends)


def _governors(analysis: Analysis, at: int) -> list[int]:
    """Verbs that carry this one (*n'a pas commencé à bombarder*)."""
    found: list[int] = []
    token = analysis.tokens[at]
    while relation(token) == "xcomp" and token.head != token.i and len(found) < 3:
        token = analysis.tokens[token.head]
        found.append(token.i)
    return found


def _restricted(analysis: Analysis, at: int, words: Words) -> bool:
    """Whether the negator is followed by *que* without *pas*: only, not not."""
    sentence = analysis.sentence_of(at)
    tail = analysis.tokens[at + 1 : min(sentence.last, at + 4)]
    strong = any(words.is_kind(t, "strong_negator") for t in analysis.children(at))
    return not strong and any(words.is_kind(t, "restrictor") for t in tail)


def _none_of(analysis: Analysis, at: int, words: Words) -> bool:
    for argument in analysis.children(at, *_ARGUMENTS):
        if words.is_kind(argument, "not_determiner") and argument.upos in {"PRON", "DET"}:
            return True
        if any(
            words.is_kind(t, "not_determiner") for t in analysis.children(argument.i, "det", "advmod", "amod")
        ):
            return True
    return any(words.is_kind(t, "not_determiner") for t in analysis.children(at, "det"))


def is_prospective(analysis: Analysis, event: Event, words: Words) -> bool:
    """Whether the event is said of the future: tense, *will*, or a word of planning above it."""
    return is_ahead(analysis, event.clause, words)


def is_ahead(analysis: Analysis, at: int, words: Words) -> bool:
    """Whether the clause of the word at `at` is about the future; as `is_prospective`."""
    token = analysis.tokens[at]
    group = [token, *analysis.children(at, "aux", "cop")]
    if any(t.feats.get("Tense") == "Fut" for t in group):
        return True
    if any(words.is_kind(t, "future_auxiliary") for t in group if t.i != at):
        return True
    return _planned(analysis, token, words)


def _planned(analysis: Analysis, token: Token, words: Words) -> bool:
    for _ in range(2):
        if relation(token) not in {"xcomp", "ccomp", "obj", "obl"} or token.head == token.i:
            return False
        above = analysis.tokens[token.head]
        if words.is_kind(above, "prospective") and relation(token) != "obl":
            return True
        token = above
    return False
