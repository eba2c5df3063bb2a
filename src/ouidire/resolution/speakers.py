"""Sources: names, referents, pronouns, office holders, and participles without a subject.

Sources are taken in text order; each may take up an earlier one. Pronouns that are the subject of a
cue look for the previous subject of a cue first: parallel subjects of cue verbs beat distance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ouidire.languages import Token
from ouidire.model import Assertion, Attribution, Relay, Source, SourceKind, Span
from ouidire.resolution.entries import Pronoun
from ouidire.resolution.naming import Thing, identify
from ouidire.resolution.nominals import Nominal, head_in, nominal_in, own_words
from ouidire.resolution.people import whole_name
from ouidire.resolution.scene import Scene

__all__ = ["Speaker", "resolve_sources"]

_FAR = 4
"""Sentences a pronoun may look back; an office holder is looked for in the whole article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A source as it stands in the article, resolved."""

    source: Source
    nominal: Nominal
    cue: Span


def resolve_sources(scene: Scene, assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """Return the assertions with every source of their chains resolved as far as the text allows."""
    hops = sorted(
        {
            (hop.source, a.attribution.cue.span)
            for a in assertions
            if a.attribution is not None
            for hop in a.attribution.chain
            if hop.source.spans
        },
        key=lambda pair: (pair[0].spans[0], pair[1], pair[0].kind),
    )
    speakers: list[Speaker] = []
    resolved: dict[tuple[Source, Span], Source] = {}
    for raw, cue in hops:
        source = _mended(scene, raw)
        nominal = nominal_in(scene.analysis, source.spans[0], scene.origins)
        if nominal is None:
            resolved[raw, cue] = source
            continue
        done = _resolve(scene, source, nominal, speakers)
        resolved[raw, cue] = done
        speakers.append(Speaker(source=done, nominal=nominal, cue=cue))
    return tuple(_with_sources(scene, a, resolved, speakers) for a in assertions)


def _mended(scene: Scene, source: Source) -> Source:
    """Give a source back the part of its name that a hyphen cost it."""
    whole = whole_name(scene.analysis, source.spans[0])
    if whole is None:
        return source
    return replace(source, kind=SourceKind.PERSON, anonymity=0, name=None, spans=(whole, *source.spans[1:]))


def _with_sources(
    scene: Scene,
    assertion: Assertion,
    resolved: dict[tuple[Source, Span], Source],
    speakers: Sequence[Speaker],
) -> Assertion:
    found = assertion.attribution
    if found is None:
        return assertion
    chain = tuple(
        replace(hop, source=resolved.get((hop.source, found.cue.span), hop.source)) for hop in found.chain
    )
    if len(chain) == 1 and not chain[0].source.spans:
        chain = (_of_participle(scene, found, chain[0], speakers),)
    return replace(assertion, attribution=replace(found, chain=chain))


def _resolve(scene: Scene, source: Source, nominal: Nominal, earlier: Sequence[Speaker]) -> Source:
    if nominal.is_pronoun or _last_named(scene, nominal):
        found = _antecedent(scene, nominal, earlier)
        return source if found is None else _taken_up(source, found)
    if source.kind in {SourceKind.ANONYMOUS, SourceKind.UNSPECIFIED_REPORTS, SourceKind.SOCIAL_MEDIA}:
        return source
    thing = identify(scene, nominal)
    if thing is not None and _may_be(source, thing):
        return _named(source, thing)
    if (holder := _holder(scene, nominal, earlier)) is not None:
        return _taken_up(source, holder)
    return source  # unnamed: no identifier, so that two articles' "des experts" never meet


def _may_be(source: Source, thing: Thing) -> bool:
    """A collective is no single body, whatever name stands in it."""
    collective = source.kind.endswith("_collective") or source.anonymity >= 3
    return not collective or thing.kind in {SourceKind.STATE, SourceKind.WIRE_AGENCY, SourceKind.MEDIA_OUTLET}


def _named(source: Source, thing: Thing) -> Source:
    kind = thing.kind or source.kind
    if kind is SourceKind.PERSON and thing.reading == "organisation":
        kind = SourceKind.ORGANISATION
    named = thing.name or source.name
    return replace(
        source,
        kind=kind,
        anonymity=_grade(source, thing),
        name=named,
        referent=thing.referent,
    )


def _grade(source: Source, thing: Thing) -> int:
    if thing.name is None:
        return min(source.anonymity, 1)
    return 0 if thing.kind is not None or source.kind is SourceKind.ORGANISATION else source.anonymity


def _taken_up(source: Source, found: Speaker) -> Source:
    other = found.source
    return replace(
        source,
        kind=other.kind,
        anonymity=other.anonymity,
        name=other.name,
        referent=other.referent,
        antecedent=other.antecedent or other.spans[0],
    )


def _pronoun(scene: Scene, nominal: Nominal) -> Pronoun | None:
    form = nominal.span.of(scene.analysis.text).lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    for text in (form, nominal.head.lower):
        for entry in scene.words.pronouns.get(text, ()):
            if entry.stands_for == "entity":
                return entry
    return None


def _last_named(scene: Scene, nominal: Nominal) -> bool:
    entry = _pronoun(scene, nominal)
    return entry is not None and entry.last


def _antecedent(scene: Scene, nominal: Nominal, earlier: Sequence[Speaker]) -> Speaker | None:
    """Return the speaker a pronoun takes up: the previous cue subject that agrees with it."""
    entry = _pronoun(scene, nominal)
    if entry is None:
        return None
    here = nominal.head.sent
    best: list[Speaker] = []
    for speaker in reversed(earlier):
        there = speaker.nominal.head.sent
        if here - there > _FAR or (best and best[0].nominal.head.sent != there):
            break
        if speaker.nominal.span.end <= nominal.span.start and _agrees(scene, entry, nominal, speaker):
            best.append(speaker)
    subjects = [s for s in best if s.nominal.is_subject] or best
    who = {_identity(s) for s in subjects}
    return subjects[0] if len(who) == 1 else None


def _identity(speaker: Speaker) -> object:
    return speaker.source.referent or speaker.source.antecedent or speaker.source.spans


def _agrees(scene: Scene, entry: Pronoun, nominal: Nominal, speaker: Speaker) -> bool:
    other = speaker.nominal
    if not speaker.source.spans or speaker.source.kind is SourceKind.UNSPECIFIED_REPORTS:
        return False
    number = entry.number or nominal.number
    if number and other.number and number != other.number:
        return False
    gender = _gender(scene, speaker)
    if entry.gender and gender and entry.gender != gender:
        return False
    person = speaker.source.kind in {SourceKind.PERSON, SourceKind.ROLE, SourceKind.EYEWITNESS}
    if entry.gender == "Neut" and person:
        return False
    return not entry.person or person or speaker.source.kind is SourceKind.ANONYMOUS


def _gender(scene: Scene, speaker: Speaker) -> str:
    """The gender a speaker's words show: of the noun, or of a title before the name."""
    for token in scene.analysis.within(speaker.nominal.span):
        title = scene.words.titles.get(token.lower) or scene.words.titles.get(token.lemma.lower())
        if title is not None and title.gender:
            return title.gender
        if title is not None and token.upos == "NOUN":
            return _shown(token)
    return speaker.nominal.gender


def _shown(token: Token) -> str:
    return token.feats.get("Gender", "")


def _holder(scene: Scene, nominal: Nominal, earlier: Sequence[Speaker]) -> Speaker | None:
    """Return the earlier speaker a definite or demonstrative phrase takes up (*le ministre*)."""
    if nominal.determiner not in {"def", "dem"} or nominal.head.upos == "PROPN":
        return None
    lemma = nominal.head.lemma.lower()
    fitting: list[Speaker] = []
    for speaker in reversed(earlier):
        if speaker.nominal.is_pronoun or speaker.source.antecedent is not None:
            continue
        if _same_noun(scene, lemma, speaker.nominal, nominal.determiner) and _fits(scene, nominal, speaker):
            fitting.append(speaker)
    named = [s for s in fitting if s.source.name] or fitting
    who = {_identity(s) for s in named}
    return named[0] if len(who) == 1 else None


def _same_noun(scene: Scene, lemma: str, other: Nominal, determiner: str) -> bool:
    if any(t.lemma.lower() == lemma and t.upos != "PROPN" for t in _before_name(scene, other)):
        return True
    if any(t.lower == lemma for t in _before_name(scene, other)):
        return True
    mine = scene.words.groups.get(lemma, frozenset())
    return determiner == "dem" and bool(mine & scene.words.groups.get(other.head.lemma.lower(), frozenset()))


def _before_name(scene: Scene, nominal: Nominal) -> Sequence[Token]:
    """The head noun and nouns in apposition to it, not those in its complements."""
    inside = scene.analysis.within(nominal.span)
    return [
        t
        for t in inside
        if t.i == nominal.head.i
        or (t.head == nominal.head.i and t.deprel.partition(":")[0] in {"appos", "compound", "flat", "amod"})
    ]


def _fits(scene: Scene, nominal: Nominal, speaker: Speaker) -> bool:
    """Whether number agrees and the later phrase says nothing the earlier one does not."""
    if nominal.number and speaker.nominal.number and nominal.number != speaker.nominal.number:
        return False
    if nominal.country and speaker.nominal.country and nominal.country != speaker.nominal.country:
        return False
    mine = {t.lemma.lower() for t in own_words(scene.analysis, nominal, scene.words) if t.upos in _CONTENT}
    other = {t.lemma.lower() for t in scene.analysis.within(speaker.nominal.span)}
    if nominal.determiner == "dem":
        mine.discard(nominal.head.lemma.lower())
    return mine <= other


_CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})


def _of_participle(scene: Scene, found: Attribution, hop: Relay, speakers: Sequence[Speaker]) -> Relay:
    """Give a participle without a subject (*…, louant* P) the speaker of the cue it hangs on."""
    verb = head_in(scene.analysis, found.cue.span) or _first_verb(scene, found.cue.span)
    verb = _first_verb(scene, found.cue.span) or verb
    if verb is None or verb.feats.get("VerbForm") not in {"Part", "Ger"}:
        return hop
    if any(c.deprel.startswith(("aux", "nsubj")) for c in scene.analysis.children(verb.i)):
        return hop
    above = {t.i for t in scene.analysis.ancestors(verb.i)}
    for speaker in reversed(speakers):
        cue = scene.analysis.within(speaker.cue)
        if any(t.i in above for t in cue) and speaker.nominal.is_subject:
            return replace(hop, source=speaker.source)
    return hop


def _first_verb(scene: Scene, span: Span) -> Token | None:
    return next((t for t in scene.analysis.within(span) if t.is_verbal), None)
