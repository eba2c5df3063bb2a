"""What a cue amounts to once its surroundings are read: refusals, hearsay, wrongness, corrections."""

from __future__ import annotations

from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.polarity import modality, negated
from ouidire.extraction.relations.subjects import is_passive
from ouidire.extraction.relations.verbs import Match, group, match_verb
from ouidire.languages import Analysis, Token
from ouidire.model import Act

__all__ = ["act_of", "author_of", "neither_nor", "with_wrongness"]

_REPORTED = frozenset({Act.SAY, Act.REPORT, Act.CLAIM, Act.RELAY})
_CONFIRMING = frozenset({Act.CONFIRM, Act.ADMIT, Act.CORROBORATE, Act.VERIFY})
_ANTIFACTIVE = -2
_REACH = 8


def act_of(analysis: Analysis, match: Match, construction: str, source: Token | None) -> Act:
    """Return the act: a report in the passive that names nobody is hearsay."""
    act = match.entry.act
    if construction == "passive" and source is None and act in _REPORTED and is_passive(analysis, match.head):
        return Act.HEARSAY
    return act


def with_wrongness(analysis: Analysis, cues: Cues, cue: tuple[int, ...]) -> tuple[int, ...]:
    """Extend a cue over an adverbial right after it that says it is wrong (*affirme à tort*)."""
    last = analysis.sentence_of(cue[-1]).last
    for size in (3, 2, 1):
        words = range(cue[-1] + 1, cue[-1] + 1 + size)
        if words.stop <= last and _said(analysis, words) in cues.grammar.get("antifactive", frozenset()):
            return (*cue, *words)
    return cue


def author_of(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> int:
    """Return how far the author leans: words in the cue that call it wrong outweigh the entry."""
    wrong = cues.grammar.get("antifactive", frozenset())
    sentence = analysis.sentence_of(cue[0])
    before = range(max(sentence.first, cue[0] - _REACH), cue[0])
    if any(cues.has("contrary", analysis.tokens[i]) for i in before):
        return _ANTIFACTIVE
    for start in range(len(cue)):
        for stop in range(start + 1, min(len(cue), start + 3) + 1):
            if _said(analysis, range(cue[start], cue[stop - 1] + 1)) in wrong:
                return _ANTIFACTIVE
    return match.entry.author


def _said(analysis: Analysis, words: range) -> str:
    return " ".join(analysis.tokens[i].lower for i in words)


def neither_nor(
    analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]
) -> tuple[Match, tuple[int, ...]] | None:
    """Return the second verb and the whole cue of *neither confirmed nor denied*, *refuse de confirmer ou démentir*."""
    if match.entry.act not in _CONFIRMING | {Act.DENY}:
        return None
    refused = modality(analysis, cues, match)[1]
    for child in analysis.children(match.head, "conj"):
        for second in match_verb(analysis, cues, child):
            opposite = (match.entry.act in _CONFIRMING) != (second.entry.act in _CONFIRMING)
            if not opposite or not second.entry.presupposes or child.i - match.head > 4:
                continue
            whole = tuple(range(cue[0], max(group(analysis, cues, second)[-1], child.i) + 1))
            if refused or negated(analysis, cues, whole):
                return second, whole
    return None
