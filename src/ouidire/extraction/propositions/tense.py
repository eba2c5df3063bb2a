"""Whether a clause is about what is over or what is to come, as far as its time expressions need it."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.extraction.propositions.polarity import is_ahead
from ouidire.extraction.propositions.words import Words
from ouidire.languages import Analysis, Token

__all__ = ["Tense", "tense_at"]

_STEPS = 8


@dataclass(frozen=True, slots=True)
class Tense:
    """What the verb above a time expression says; see `Clock` for the fields."""

    future: bool = False
    past: bool = False
    narrated: bool = False


def tense_at(analysis: Analysis, at: int, words: Words) -> Tense:
    """Return the tense of the clause that token `at` stands in: that of the first verb above it."""
    token = analysis.tokens[at]
    for _ in range(_STEPS):
        if token.is_verbal or token.head == token.i:
            break
        token = analysis.tokens[token.head]
    group = [token, *analysis.children(token.i, "aux", "cop")]
    planned = words.is_kind(token, "prospective") and token.deprel.partition(":")[0] in {"acl", "amod"}
    if (
        planned
        or is_ahead(analysis, token.i, words)
        or _is_open(group, words)
        or _is_arranged(analysis, token, words)
    ):
        return Tense(future=True)
    had = any(t.lemma.lower() in words.having and t.feats.get("Tense") in {"Past", "Imp"} for t in group[1:])
    narrated = had or any(t.feats.get("Tense") == "Imp" for t in group)
    return Tense(past=narrated or _is_over(group, words), narrated=narrated)


def _is_over(group: list[Token], words: Words) -> bool:
    """Whether the finite verb is past or a perfect; *la route est fermée* is neither."""
    finite = [t for t in group if t.is_verbal and t.feats.get("VerbForm") == "Fin"]
    if not finite:
        return group[0].feats.get("Tense") == "Past"
    if any(t.feats.get("Tense") == "Past" for t in finite):
        return True
    return any(t.lemma.lower() in words.having or t.deprel == "aux:tense" for t in group[1:])


def _is_open(group: list[Token], words: Words) -> bool:
    """Whether a modal leaves the clause to come (*should be completed in October*, not *could have been*)."""
    lemmas = [t.lemma.lower() for t in group[1:]]
    return any(lemma in words.modals for lemma in lemmas) and not any(
        lemma in words.having for lemma in lemmas
    )


def _is_arranged(analysis: Analysis, token: Token, words: Words) -> bool:
    """Whether a verb of being lays it down (*the vote is to be held in May*)."""
    above = analysis.tokens[token.head]
    return token.deprel == "xcomp" and above.upos == "VERB" and above.lemma.lower() in words.being
