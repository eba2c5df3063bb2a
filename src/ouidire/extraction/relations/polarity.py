"""Whether a cue says that somebody spoke: its negation, what modifies it, and refusals."""

from __future__ import annotations

from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.verbs import Match, controllers
from ouidire.languages import Analysis

__all__ = ["modality", "negated", "negated_above"]


def negated(analysis: Analysis, cues: Cues, cue: tuple[int, ...]) -> bool:
    """Whether a cue's verb group holds a negation."""
    tokens = [analysis.tokens[i] for i in cue]
    if any(cues.has("negation", t) for t in tokens):
        return True
    return any(cues.has("negation_with", t) for t in tokens) and any(
        cues.has("negation_clitic", t) for t in tokens
    )


def negated_above(analysis: Analysis, cues: Cues, head: int) -> bool:
    """Whether an infinitive or participle stands under a negated verb, or under *sans*, *without*."""
    token = analysis.tokens[head]
    for _ in range(3):
        if any(cues.has("privative", t) for t in analysis.children(token.i, "mark", "case")):
            return True
        if token.deprel not in {"xcomp", "dep"}:
            return False
        token = analysis.tokens[token.head]
        below = tuple(t.i for t in analysis.children(token.i, "advmod", "cc", "det"))
        if negated(analysis, cues, below):
            return True
    return False


def modality(analysis: Analysis, cues: Cues, match: Match) -> tuple[str | None, bool]:
    """Return the word that modifies the cue, and whether it is a refusal."""
    for i in controllers(analysis, cues, match.head):
        token = analysis.tokens[i]
        if cues.has("decline", token):
            return token.lemma.lower(), True
        if cues.has("wish", token) and negated_above(analysis, cues, match.head):
            return token.lemma.lower(), True
        if cues.has("modal", token):
            return token.lemma.lower(), False
    for token in analysis.children(match.head, "aux"):
        if cues.has("modal", token):
            return token.lemma.lower(), False
    return _short_of(analysis, cues, match.head)


def _short_of(analysis: Analysis, cues: Cues, head: int) -> tuple[str | None, bool]:
    """Return the verb of *stopped short of saying*, a refusal."""
    token = analysis.tokens[head]
    above = analysis.tokens[token.head]
    first = next((t.i for t in analysis.children(head, "mark", "case") if t.i < head), 0)
    short = first > 0 and cues.has("short", analysis.tokens[first - 1]) and above.i < first
    return (above.lemma.lower(), True) if short and above.is_verbal else (None, False)
