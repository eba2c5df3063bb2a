"""What sort of speaker a noun phrase names, and how anonymous it leaves them (0 named … 5 unidentifiable)."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.extraction.relations.entries import Cues, SourceEntry
from ouidire.extraction.relations.subjects import antecedent
from ouidire.languages import Analysis, Token
from ouidire.model import SourceKind

__all__ = ["Speaker", "can_speak", "speaker"]

_ENTITY = {
    "PER": SourceKind.PERSON,
    "ORG": SourceKind.ORGANISATION,
    "GPE": SourceKind.STATE,
    "LOC": SourceKind.STATE,
}
_UNKNOWN = 5
_CAN_BE_NAMED = frozenset({SourceKind.ROLE, SourceKind.ROLE_COLLECTIVE, SourceKind.EYEWITNESS})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Kind, grade, the proper name where the phrase holds one, and whether a word of it tells the kind."""

    kind: SourceKind
    anonymity: int
    name: str | None = None
    known: bool = True


def speaker(analysis: Analysis, cues: Cues, head: int, tokens: tuple[int, ...]) -> Speaker:
    """Classify a source by its head noun, its names, and how definite it is."""
    token = analysis.tokens[head]
    named = antecedent(analysis, cues, token)
    if named is not None:
        return speaker(analysis, cues, named.i, (named.i,))
    name = _name(analysis, head, tokens)
    if token.upos in {"PRON", "DET"} and name is None:
        return _pronoun(cues, token)
    entry = cues.source(token)
    if name is None and any(cues.has("anonymity", analysis.tokens[i]) for i in tokens):
        return Speaker(SourceKind.ANONYMOUS, 4)
    if entry is not None and not _is_title(cues, token, name):
        return _worded(analysis, cues, token, entry, _apposed(analysis, head, tokens))
    if name is not None:
        return _named(analysis, cues, head, name)
    beside = _apposed(analysis, head, tokens)
    if beside is not None:
        return Speaker(SourceKind.PERSON, 0, beside)
    if cues.has("indefinite", token) or token.upos in {"NUM", "ADJ"}:
        return Speaker(SourceKind.ROLE_COLLECTIVE, 3)
    return Speaker(SourceKind.ROLE, 3 if _plural(token) else 2, known=False)


def can_speak(analysis: Analysis, cues: Cues, head: int) -> bool:
    """Whether a source's head is known to be able to speak: a name, a pronoun, or a noun of the lexicon."""
    return speaker(analysis, cues, head, analysis.subtree(head)).known


def _pronoun(cues: Cues, token: Token) -> Speaker:
    if cues.has("indefinite", token):
        return Speaker(SourceKind.ROLE_COLLECTIVE, 3)
    if token.feats.get("Number") == "Plur" or cues.has("plural_pronoun", token):
        return Speaker(SourceKind.ROLE_COLLECTIVE, 3)
    return Speaker(SourceKind.PERSON, 1)


def _plural(token: Token) -> bool:
    return token.feats.get("Number") == "Plur"


def _name(analysis: Analysis, head: int, tokens: tuple[int, ...]) -> str | None:
    """Return the proper name at the head of a phrase."""
    for entity in analysis.entities:
        if entity.first <= head < entity.last and entity.label != "MISC":
            return analysis.span(entity.first, entity.last).of(analysis.text)
    if analysis.tokens[head].upos != "PROPN":
        return None
    first = last = head
    while first - 1 in tokens and analysis.tokens[first - 1].upos == "PROPN":
        first -= 1
    while last + 1 in tokens and analysis.tokens[last + 1].upos == "PROPN":
        last += 1
    return analysis.span(first, last + 1).of(analysis.text)


def _apposed(analysis: Analysis, head: int, tokens: tuple[int, ...]) -> str | None:
    """Return a proper name that stands beside the head noun (*le ministre X*, *the agency X*)."""
    if analysis.tokens[head].upos == "PROPN":
        name = _name(analysis, head, tokens)
        return None if name == analysis.tokens[head].text else name
    for child in analysis.children(head, "appos", "flat", "compound", "nmod", "nsubj"):
        if child.i in tokens and child.upos == "PROPN" and not analysis.children(child.i, "case"):
            return _name(analysis, child.i, tokens)
    for i in tokens:
        capital = i > head and analysis.tokens[i].text[0].isupper()
        if capital and analysis.tokens[i - 1].upos in {"NOUN", "ADJ"}:
            return analysis.tokens[i].text
    for entity in analysis.entities:
        if entity.label == "PER" and {entity.first, entity.last - 1} <= set(tokens):
            before = analysis.tokens[entity.first - 1] if entity.first else None
            if before is not None and before.text == ",":
                return analysis.span(entity.first, entity.last).of(analysis.text)
    return None


def _named(analysis: Analysis, cues: Cues, head: int, name: str) -> Speaker:
    for word in name.lower().split():
        if word in cues.names:
            return Speaker(cues.names[word].kind, 0, name)
    for entity in analysis.entities:
        if entity.first <= head < entity.last and entity.label in _ENTITY:
            return Speaker(_ENTITY[entity.label], 0, name)
    return Speaker(SourceKind.PERSON, 0, name)


def _is_title(cues: Cues, token: Token, name: str | None) -> bool:
    """Whether a capitalised noun is part of an outlet's name rather than the noun itself (*Le Courrier*)."""
    return token.upos == "PROPN" and name is not None and token.lower in cues.names


def _worded(analysis: Analysis, cues: Cues, token: Token, entry: SourceEntry, name: str | None) -> Speaker:
    plural = _plural(token)
    kind = entry.plural if plural and entry.plural is not None else entry.kind
    if name is not None and kind in _CAN_BE_NAMED and not plural:
        return Speaker(SourceKind.PERSON, 0, name)
    if name is not None and kind not in {SourceKind.ANONYMOUS, SourceKind.UNSPECIFIED_REPORTS}:
        return Speaker(kind, 0, name)
    if plural:
        return Speaker(kind, entry.plural_anonymity)
    if entry.definite is not None and _definite(analysis, cues, token):
        return Speaker(kind, entry.definite)
    return Speaker(kind, entry.anonymity)


def _definite(analysis: Analysis, cues: Cues, token: Token) -> bool:
    determiners = analysis.children(token.i, "det", "nmod:poss")
    if not determiners:
        return True
    return not any(t.feats.get("Definite") == "Ind" or cues.has("indefinite", t) for t in determiners)
