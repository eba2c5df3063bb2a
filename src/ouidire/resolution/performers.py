"""Who did a speech act that is told first and signed later (*La confirmation … . X a fait cette annonce*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ouidire.languages import Token
from ouidire.languages.phrases import phrase
from ouidire.model import Assertion, Source, SourceKind, Span
from ouidire.resolution.anaphors import Anaphor
from ouidire.resolution.antecedents import Answer
from ouidire.resolution.entries import ClaimNoun
from ouidire.resolution.naming import Thing, identify
from ouidire.resolution.nominals import nominal_in
from ouidire.resolution.scene import Scene

__all__ = ["performing_verb", "sign", "speaker_at"]


def performing_verb(scene: Scene, anaphor: Anaphor) -> Token | None:
    """Return the verb that makes a claim noun a speech act (*faire une annonce*), None where none does."""
    verb = scene.analysis.tokens[anaphor.head.head]
    performs = verb.lemma.lower() in scene.words.small.get("perform", frozenset())
    return verb if performs and isinstance(anaphor.noun, ClaimNoun) else None


def sign(
    scene: Scene, assertions: Sequence[Assertion], answers: Sequence[tuple[Anaphor, Answer]]
) -> tuple[Assertion, ...]:
    """Give contents without a speaker the one who is later said to have made the announcement."""
    speakers: dict[str, Source] = {}
    for anaphor, answer in answers:
        if answer.ambiguous or not answer.assertions:
            continue
        if (source := _speaker(scene, anaphor, assertions)) is not None:
            for target in answer.assertions:
                speakers.setdefault(target, source)
    return tuple(_signed(a, speakers[a.id]) if a.id in speakers else a for a in assertions)


def _signed(assertion: Assertion, source: Source) -> Assertion:
    found = assertion.attribution
    if found is None or len(found.chain) != 1 or found.chain[0].source.spans:
        return assertion
    if found.chain[0].source.kind is not SourceKind.IMPLICIT:
        return assertion
    return replace(assertion, attribution=replace(found, chain=(replace(found.chain[0], source=source),)))


def _speaker(scene: Scene, anaphor: Anaphor, assertions: Sequence[Assertion]) -> Source | None:
    verb = performing_verb(scene, anaphor)
    if verb is None:
        return None
    subject = next(iter(scene.analysis.children(verb.i, "nsubj", "obl:agent")), None)
    if subject is None or subject.deprel == "nsubj:pass":
        return None
    return speaker_at(scene, subject, assertions)


def speaker_at(scene: Scene, subject: Token, assertions: Sequence[Assertion]) -> Source | None:
    """Return the source a subject would be: one found there, else by name or office; None for others."""
    for a in assertions:
        for hop in a.attribution.chain if a.attribution is not None else ():
            if any(s.start <= subject.start < s.end for s in hop.source.spans):
                return hop.source
    span = phrase(scene.analysis, subject.i, without=("acl", "advmod"))
    nominal = nominal_in(scene.analysis, span, scene.origins)
    if nominal is None:
        return None
    if (thing := identify(scene, nominal)) is not None:
        return _source(thing, span)
    lemma = nominal.head.lemma.lower()
    if nominal.number == "Plur" or nominal.determiner != "def":
        return None
    kind = SourceKind.ROLE if lemma in scene.words.titles else SourceKind.ORGANISATION
    known = lemma in scene.words.titles or lemma in scene.words.bodies
    return Source(kind=kind, anonymity=1, spans=(span,)) if known else None


def _source(thing: Thing, span: Span) -> Source:
    return Source(
        kind=thing.kind or SourceKind.ORGANISATION,
        anonymity=0 if thing.name else 1,
        name=thing.name,
        referent=thing.referent,
        spans=(span,),
    )
