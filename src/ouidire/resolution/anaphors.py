"""Words that stand for a claim or an event told earlier: *cette annonce*, *the claim*, *it*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from ouidire.languages import Analysis, Token
from ouidire.model import Act, Assertion, Span
from ouidire.resolution.entries import ClaimNoun, EventNoun, Words
from ouidire.resolution.nominals import core_span, nominal_at
from ouidire.resolution.scene import Scene

__all__ = ["Anaphor", "find_anaphors"]

T = TypeVar("T")

ABOUT_A_CLAIM = frozenset(
    {Act.CONFIRM, Act.CORROBORATE, Act.VERIFY, Act.ADMIT, Act.DENY, Act.RETRACT, Act.DOUBT, Act.DECLINE,
     Act.INSIST, Act.ANNOUNCE, Act.DISCLOSE, Act.CLAIM}
)  # fmt: skip
"""Acts whose object, as a pronoun, is a claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphor:
    """Words that take up a claim or an event.

    Attributes:
        noun: The lexicon entry that fired; None for a pronoun.
        deictic: Whether it has a demonstrative or is a pronoun: it must have an antecedent.
        complete: Whether it names participants of its own (*la présence des forces …*).
        plural: Whether it may stand for several.

    """

    span: Span
    head: Token
    noun: ClaimNoun | EventNoun | None = None
    deictic: bool = True
    complete: bool = False
    plural: bool = False

    @property
    def is_event(self) -> bool:
        """Whether it takes up an event rather than a claim."""
        return isinstance(self.noun, EventNoun)


def find_anaphors(scene: Scene, assertions: Sequence[Assertion]) -> tuple[Anaphor, ...]:
    """Return the anaphors of an article in text order, one per head."""
    cues = _cue_acts(scene.analysis, assertions)
    found = [
        anaphor
        for token in scene.analysis.tokens
        if (anaphor := _by_noun(scene, token, cues) or _by_pronoun(scene, token, cues)) is not None
    ]
    return tuple(found)


def _cue_acts(analysis: Analysis, assertions: Sequence[Assertion]) -> dict[int, Act]:
    """The act of every token that belongs to a cue."""
    acts: dict[int, Act] = {}
    for a in assertions:
        if a.attribution is not None:
            for token in analysis.within(a.attribution.cue.span):
                acts.setdefault(token.i, a.attribution.cue.act)
    return acts


def _by_noun(scene: Scene, token: Token, cues: dict[int, Act]) -> Anaphor | None:
    nounlike = token.upos in {"NOUN", "PROPN"}
    if not nounlike and not any(c.upos == "DET" for c in scene.analysis.children(token.i)):
        return None
    claim = _listed(scene.words.claim_nouns, token)
    events = _listed(scene.words.event_nouns, token) or ()
    if claim is None and not events:
        return None
    nominal = nominal_at(scene.analysis, token, scene.origins)
    entry: ClaimNoun | EventNoun = claim or events[0]
    plural = nominal.number == "Plur"
    core = core_span(scene.analysis, nominal)
    if nominal.determiner == "dem" and not _is_time(token):
        return Anaphor(span=core, head=token, noun=entry, plural=plural)
    if nominal.determiner != "def":
        return None
    complete = _has_complement(scene, token)
    if isinstance(entry, ClaimNoun):
        fits = entry.bare and not complete and _under_cue(scene, token, cues)
    else:
        fits = entry.bare or complete
    if not fits:
        return None
    span = nominal.span if complete else core
    return Anaphor(span=span, head=token, noun=entry, deictic=False, complete=complete, plural=plural)


def _listed(table: dict[str, T], token: Token) -> T | None:
    """Look a noun up by lemma, then as written: taggers give *démenti* a verb's lemma."""
    for word in (token.lemma.lower(), token.lower, token.lower.removesuffix("s")):
        if (entry := table.get(word)) is not None:
            return entry
    return None


def _has_complement(scene: Scene, token: Token) -> bool:
    """Whether a complement (*entre les ports*, *that the dike holds*) follows the noun at once."""
    tokens = scene.analysis.tokens
    sentence = scene.analysis.sentence_of(token.i)
    after = [t for t in tokens[token.i + 1 : sentence.last] if t.upos != "ADJ"]
    if not after or after[0].upos == "PUNCT":
        return False
    return after[0].lower in scene.words.small.get("complement", frozenset()) and _below(
        scene, after[0], token
    )


def _below(scene: Scene, token: Token, top: Token) -> bool:
    return any(up.i == top.i for up in scene.analysis.ancestors(token.i))


def _is_time(token: Token) -> bool:
    return token.deprel in {"obl:tmod", "nmod:tmod"}


def _under_cue(scene: Scene, token: Token, cues: dict[int, Act]) -> bool:
    """Whether the noun is what a cue bears on, or a part of a cue (*made the announcement*)."""
    if token.i in cues:
        return True
    verb = scene.analysis.tokens[token.head]
    lemma = verb.lemma.lower()
    performs = lemma in scene.words.small.get("perform", frozenset())
    bears = verb.i in cues or lemma in scene.words.claim_verbs or performs
    return bears and token.deprel.partition(":")[0] in {"obj", "nsubj", "obl", "iobj"}


def _by_pronoun(scene: Scene, token: Token, cues: dict[int, Act]) -> Anaphor | None:
    if token.upos not in {"PRON", "DET", "SCONJ"} or not _may_stand_for_claim(scene.words, token):
        return None
    verb = scene.analysis.tokens[token.head]
    about = verb.lemma.lower() in scene.words.claim_verbs
    if (cues.get(verb.i) not in ABOUT_A_CLAIM and not about) or token.deprel.partition(":")[0] not in {
        "obj",
        "nsubj",
    }:
        return None
    if token.deprel == "nsubj":  # "it denied …" is the speaker
        return None
    return Anaphor(span=Span(token.start, token.end), head=token)


def _may_stand_for_claim(words: Words, token: Token) -> bool:
    return any(entry.stands_for == "claim" for entry in words.pronouns.get(token.lower, ()))
