"""Denials and confirmations without words of their own: *Kiev dément*, *ce que dément le préfet*.

They make a claim all the same, that of their antecedent: an assertion of its proposition, contested or
supported, and the speech event around it. Only affirmed, finite verbs with a known speaker count, and
only with one antecedent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from ouidire.codec import canonical
from ouidire.languages import Token
from ouidire.languages.phrases import verb_group
from ouidire.model import (
    Act,
    Assertion,
    Attribution,
    Commitment,
    Cue,
    Factuality,
    HopRole,
    PassageRole,
    Proposition,
    Relay,
    Role,
    Source,
    SourceKind,
    Span,
    Stance,
)
from ouidire.resolution.anaphors import Anaphor
from ouidire.resolution.antecedents import Antecedents
from ouidire.resolution.entries import ClaimVerb
from ouidire.resolution.nominals import core_span, nominal_at
from ouidire.resolution.performers import speaker_at
from ouidire.resolution.scene import Scene

__all__ = ["find_elliptic"]

_CLAIMING = frozenset({Act.DENY, Act.CONFIRM, Act.CORROBORATE, Act.ADMIT})
_READING = {SourceKind.STATE: "state", SourceKind.PERSON: "person", SourceKind.ORGANISATION: "organisation"}
_OBJECTS = ("obj", "ccomp", "xcomp", "obl:arg", "iobj", "csubj", "obl")


def find_elliptic(scene: Scene, assertions: Sequence[Assertion], antecedents: Antecedents) -> list[Assertion]:
    """Return the assertions that elliptic denials and confirmations make, two for each.

    Where the author's voice already tells the act as any other event, that row (same id) becomes the
    speech event.
    """
    cues = {
        t.i
        for a in assertions
        if a.attribution is not None
        for t in scene.analysis.within(a.attribution.cue.span)
    }
    by_id = {a.id: a for a in assertions}
    made: list[Assertion] = []
    for token in scene.analysis.tokens:
        entry = _entry(scene, token)
        if entry is None or token.i in cues or entry.act not in _CLAIMING:
            continue
        anaphor = _anaphor(scene, token, entry)
        subject = _subject(scene, token)
        if anaphor is None or subject is None or not _is_plain(scene, token):
            continue
        source = speaker_at(scene, subject, assertions)
        if source is None:
            continue
        start = min(anaphor.span.start, *(s.start for s in source.spans))
        whole = replace(anaphor, span=Span(start, anaphor.span.end))
        answer = antecedents.elliptic(whole, source.referent)
        if answer.assertions and not answer.ambiguous:
            speech, content = _assertions(scene, token, entry, source, [by_id[i] for i in answer.assertions])
            made += [_as_told(token, speech, assertions), content]
    return made


def _is_plain(scene: Scene, verb: Token) -> bool:
    """Whether a verb is said to happen: finite, active, indicative, not negated, no modal."""
    group = [verb, *scene.analysis.children(verb.i, "aux", "advmod")]
    if any(t.feats.get("Polarity") == "Neg" or t.feats.get("Mood") in {"Cnd", "Sub"} for t in group):
        return False
    if any(t.deprel == "aux:pass" or t.feats.get("VerbForm") == "Inf" for t in group if t.is_verbal):
        return False
    if _parsed(scene, verb):
        return any(t.feats.get("VerbForm") == "Fin" for t in group)
    around = scene.analysis.tokens[max(0, verb.i - 2) : verb.i + 2]
    return not any(t.feats.get("Polarity") == "Neg" for t in around)


def _entry(scene: Scene, token: Token) -> ClaimVerb | None:
    """The lexicon's verb a token is a form of, whatever the tagger took it for."""
    verbs = scene.words.claim_verbs
    if _parsed(scene, token):
        return verbs.get(token.lemma.lower())
    entry = verbs.get(token.lower)
    return entry if entry is not None and token.lower in entry.forms else None


def _parsed(scene: Scene, token: Token) -> bool:
    """Whether the parser knew a verb: by its part of speech, or at least its subject."""
    return token.upos == "VERB" or bool(scene.analysis.children(token.i, "nsubj"))


def _subject(scene: Scene, verb: Token) -> Token | None:
    """The subject; beside a verb that was taken for an adverb, the noun before or else after it."""
    if (found := next(iter(scene.analysis.children(verb.i, "nsubj")), None)) is not None:
        return found
    if _parsed(scene, verb):
        return None
    sentence = scene.analysis.sentence_of(verb.i)
    nouns = [t for t in scene.analysis.tokens[sentence.first : sentence.last] if t.upos in {"NOUN", "PROPN"}]
    head = scene.analysis.tokens[verb.head]
    if head in nouns and head.i < verb.i and not any(head.i < t.i < verb.i for t in nouns):
        return head
    after = next((t for t in nouns if t.i > verb.i), None)
    return after if after is not None and after.i <= verb.i + 3 else None


def _anaphor(scene: Scene, verb: Token, entry: ClaimVerb) -> Anaphor | None:
    """What stands for the claim: nothing, a relative of the whole clause, or a claim noun beside it."""
    span = Span(verb.start, verb.end)
    objects = scene.analysis.children(verb.i, *_OBJECTS)
    above = scene.analysis.tokens[verb.head]
    relative = next((t for t in objects if t.feats.get("PronType") == "Rel"), None)
    before = scene.analysis.tokens[max(0, verb.i - 1)]
    if not _parsed(scene, verb) and before.feats.get("PronType") == "Rel":
        relative, objects = before, (before,)
    if verb.deprel.startswith("acl") and (noun := scene.words.claim_nouns.get(above.lemma.lower())):
        return Anaphor(span=Span(above.start, verb.end), head=above, noun=noun)
    if relative is not None and len(objects) == 1:
        return Anaphor(span=Span(relative.start, verb.end), head=verb)
    if (taken := _object(scene, verb, objects)) is not None:
        return taken
    if not entry.alone or objects or verb.deprel.startswith("acl"):
        return None
    subject = _subject(scene, verb)
    if subject is not None and subject.start < verb.start:
        span = Span(subject.start, verb.end)
    return Anaphor(span=span, head=verb)


def _object(scene: Scene, verb: Token, objects: Sequence[Token]) -> Anaphor | None:
    """The object, where it is a pronoun or a noun that stands for a claim (*l’a démenti*)."""
    sentence = scene.analysis.sentence_of(verb.i)
    if not objects and not _parsed(scene, verb):
        objects = [t for t in scene.analysis.tokens[verb.i + 1 : sentence.last] if t.upos == "NOUN"][:1]
    if len(objects) != 1 or verb.deprel.startswith("acl"):
        return None
    token = objects[0]
    if token.upos == "PRON":
        claim = any(e.stands_for == "claim" for e in scene.words.pronouns.get(token.lower, ()))
        return Anaphor(span=Span(token.start, token.end), head=token) if claim else None
    nominal = nominal_at(scene.analysis, token, scene.origins)
    noun = scene.words.claim_nouns.get(token.lemma.lower())
    if noun is None or nominal.determiner != "dem":
        return None
    return Anaphor(span=core_span(scene.analysis, nominal), head=token, noun=noun)


def _assertions(
    scene: Scene, verb: Token, entry: ClaimVerb, source: Source, told: Sequence[Assertion]
) -> tuple[Assertion, Assertion]:
    plain = Span(verb.start, verb.end)
    group = verb_group(scene.analysis, verb.i) if _parsed(scene, verb) else plain
    words = (group, *source.spans)
    span = Span(min(s.start for s in words), max(s.end for s in words))
    cue = Cue(span=group, lemma=verb.lemma, act=entry.act)
    passage = scene.role_at(span.start) or PassageRole.BODY
    sentence = scene.analysis.sentence_of(verb.i).span
    denies = entry.act is Act.DENY
    content = Assertion(
        id=_id(scene, span, cue, speech=False),
        span=span,
        passage=passage,
        sentence=sentence,
        act=entry.act,
        stance=Stance.CONTEST if denies else Stance.SUPPORT,
        attribution=Attribution(
            cue=cue,
            content=tuple(a.span for a in told),
            chain=(Relay(role=HopRole.ORIGIN, source=source, cue=cue),),
        ),
        commitments=(
            Commitment(holder="author", factuality=Factuality.UNKNOWN),
            Commitment(holder=0, factuality=Factuality.CERTAINLY_NOT if denies else Factuality.CERTAIN),
        ),
        proposition=told[0].proposition,
        refers_to=tuple(a.id for a in told),
    )
    speech = Assertion(
        id=_id(scene, span, cue, speech=True),
        span=span,
        passage=passage,
        sentence=sentence,
        act=entry.act,
        commitments=(Commitment(holder="author", factuality=Factuality.CERTAIN),),
        proposition=Proposition(
            family="speech",
            type=f"speech.{entry.act.value}",
            predicate=verb.lemma,
            roles=tuple(
                Role(role="speaker", span=s, referent=source.referent, reading=_READING.get(source.kind))
                for s in source.spans[:1]
            ),
        ),
        refers_to=(content.id,),
    )
    return speech, content


def _as_told(verb: Token, speech: Assertion, assertions: Sequence[Assertion]) -> Assertion:
    """The row in the author's voice that tells the same act, turned into the speech event; else `speech`."""
    for a in assertions:
        if a.attribution is None and a.proposition.predicate == verb.lemma and a.sentence == speech.sentence:
            return replace(a, act=speech.act, proposition=speech.proposition, refers_to=speech.refers_to)
    return speech


def _id(scene: Scene, span: Span, cue: Cue, *, speech: bool) -> str:
    """The id extraction would have given it: same fields, same hash."""
    fields = {
        "article": scene.article.id,
        "spans": [[span.start, span.end]],
        "cue": [cue.span.start, cue.span.end],
        "act": cue.act.value,
        "speech": speech,
    }
    return "a:" + hashlib.sha256(canonical(fields)).hexdigest()[:24]
