"""From the words of a source or a participant to who or what is meant, on the words alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ouidire.gazetteer.names import body_id, fold
from ouidire.gazetteer.outlets import known_outlet, outlet_inside
from ouidire.languages import Token
from ouidire.model import SourceKind
from ouidire.resolution.nominals import Nominal, own_words
from ouidire.resolution.people import person_name
from ouidire.resolution.scene import Scene

__all__ = ["Thing", "identify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Who or what a phrase stands for.

    Attributes:
        kind: What sort of speaker it would be; None where the words do not tell.
        reading: state, person, group, organisation, thing.
        country: ISO alpha-3 of the state it is a body of; None where none.

    """

    referent: str
    reading: str
    kind: SourceKind | None = None
    name: str | None = None
    country: str | None = None


def identify(scene: Scene, nominal: Nominal) -> Thing | None:
    """Return what a phrase stands for by tables and names; None for pronouns and common nouns."""
    if nominal.is_pronoun and not _is_tagged_place(scene, nominal):
        return None
    key = (nominal.head.i, nominal.span)  # asked for the same phrase by roles, speakers and pronouns
    if key not in scene.things:
        looks = (_in_world, _outlet, _state, _named_body, _person, _institution)
        scene.things[key] = next((found for look in looks if (found := look(scene, nominal))), None)
    thing: Thing | None = scene.things[key]
    return thing


def _phrase(scene: Scene, nominal: Nominal) -> str:
    tokens = own_words(scene.analysis, nominal, scene.words)
    if not tokens:
        return ""
    return scene.analysis.text[tokens[0].start : tokens[-1].end]


def _in_world(scene: Scene, nominal: Nominal) -> Thing | None:
    phrase = _phrase(scene, nominal)
    name = person_name(scene.analysis, nominal.span, scene.words)
    full = scene.people.named(name) if name else None
    if (referent := scene.world.referent_of(phrase)) is not None:
        kind = SourceKind.PERSON if full is not None and fold(full) == fold(phrase) else None
        return Thing(referent=referent, reading="person" if kind else "organisation", kind=kind, name=phrase)
    for surface in filter(None, (full, name)):
        if (referent := scene.world.referent_of(surface)) is not None:
            return Thing(referent=referent, reading="person", kind=SourceKind.PERSON, name=full or name)
    if (seat := scene.world.metonym(phrase, scene.day)) is not None:
        return Thing(referent=seat, reading="organisation", name=phrase)
    referent = scene.world.surfaces.inside(phrase)
    if referent is not None and (_speaks_for(scene, nominal) or _is_head(scene, nominal, referent)):
        return Thing(referent=referent, reading="organisation", name=full)
    return None


def _speaks_for(scene: Scene, nominal: Nominal) -> bool:
    """Whether the head is a noun for one who speaks for a body (a spokesman, its chief)."""
    title = scene.words.titles.get(nominal.head.lemma.lower())
    return title is not None and title.rank in {"voice", "office"}


def _is_head(scene: Scene, nominal: Nominal, referent: str) -> bool:
    """Whether the surface found covers the head: without the head it is not found any more."""
    tokens = own_words(scene.analysis, nominal, scene.words)
    rest = " ".join(t.text for t in tokens if t.i != nominal.head.i)
    return scene.world.surfaces.inside(rest) != referent


def _outlet(scene: Scene, nominal: Nominal) -> Thing | None:
    phrase, whole = _phrase(scene, nominal), nominal.span.of(scene.analysis.text)
    for name in (whole, phrase):
        mine = scene.world.outlet(name)
        if name[1:] != name[1:].lower() and (mine is not None or scene.world.is_wire(name)):
            wire = scene.world.is_wire(name) or (mine is not None and "wire" in mine.kind)
            return Thing(
                referent=f"ref:{fold(name)}",
                reading="organisation",
                name=name,
                kind=SourceKind.WIRE_AGENCY if wire else SourceKind.MEDIA_OUTLET,
            )
    if not _names_itself(scene, nominal):
        return None
    known = known_outlet(phrase) or outlet_inside(phrase)
    if known is None:
        return None
    return Thing(
        referent=known.referent,
        reading="organisation",
        name=known.name,
        kind=SourceKind.WIRE_AGENCY if known.is_wire else SourceKind.MEDIA_OUTLET,
    )


def _names_itself(scene: Scene, nominal: Nominal) -> bool:
    """Whether the phrase is the outlet, not one who works there (*un journaliste de l’AFP*)."""
    lemma = nominal.head.lemma.lower()
    if lemma in scene.words.titles:
        return False
    return nominal.head.upos == "PROPN" or lemma in scene.words.media


def _state(scene: Scene, nominal: Nominal) -> Thing | None:
    phrase = _phrase(scene, nominal)
    code = scene.origins.state(phrase) or scene.words.metonyms.get(fold(phrase))
    if code is None:
        whole = scene.analysis.text[nominal.span.start : nominal.span.end]
        code = scene.words.metonyms.get(fold(whole)) or scene.origins.state(whole)
    if code is None:
        return None
    return Thing(referent=code, reading="state", kind=SourceKind.STATE, name=phrase)


def _is_tagged_place(scene: Scene, nominal: Nominal) -> bool:
    """Whether what the tree calls a pronoun was tagged as a place (*Kiev affirme*)."""
    return nominal.head.text[:1].isupper() and any(
        e.label in {"LOC", "GPE"} and e.first <= nominal.head.i < e.last for e in scene.analysis.entities
    )


def _named_body(scene: Scene, nominal: Nominal) -> Thing | None:
    """A body whose noun stands right before its name, also where that is a person's (*la fondation Karl Weiss*)."""
    tokens = own_words(scene.analysis, nominal, scene.words)
    if nominal.determiner == "indef" or nominal.number == "Plur":
        return None
    for n, (noun, name) in enumerate(pairwise(tokens)):
        if noun.upos not in {"NOUN", "PROPN", "ADJ"}:
            return None  # what stands before it is no part of the body's name (*le chef de l'agence X*)
        lemma = noun.lemma.lower()
        known = scene.words.bodies.get(lemma)
        body = lemma in scene.words.media or (known is not None and not known.key)
        of_state = scene.origins.adjective(name.text) or scene.origins.state(name.text)
        titled = lemma in scene.words.titles or name.lower in scene.words.titles
        if body and not titled and name.text[:1].isupper() and not of_state:
            own = (
                tokens[n + 1 :] if lemma in scene.words.media else tokens[n:]
            )  # *la chaîne Orsine* is Orsine
            whole = scene.analysis.text[own[0].start : own[-1].end]
            return Thing(referent=_id(own), reading="organisation", name=whole)
    return None


def _person(scene: Scene, nominal: Nominal) -> Thing | None:
    name = person_name(scene.analysis, nominal.span, scene.words) or _apposed(scene, nominal)
    if name is None or nominal.number == "Plur":
        return None
    full = scene.people.named(name)
    if full is None:
        return None
    return Thing(referent=scene.people.referent(full), reading="person", kind=SourceKind.PERSON, name=full)


def _apposed(scene: Scene, nominal: Nominal) -> str | None:
    """The name a title stands beside outside of the phrase (*Ivo Lasnier*, le préfet, …)."""
    if nominal.head.lemma.lower() not in scene.words.titles or nominal.determiner == "indef":
        return None
    tokens = scene.analysis.tokens
    inside = scene.analysis.within(nominal.span)
    before, after = inside[0].i - 2, inside[-1].i + 2
    for e in scene.analysis.entities:
        if e.label != "PER":
            continue
        ahead = e.last - 1 == before and _comma(tokens[before + 1])
        behind = e.first == after and _comma(tokens[after - 1]) and e.last < len(tokens)
        if ahead or (behind and _comma(tokens[e.last])):
            return person_name(scene.analysis, scene.analysis.span(e.first, e.last), scene.words)
    return None


def _comma(token: Token) -> bool:
    return token.text == ","


def _institution(scene: Scene, nominal: Nominal) -> Thing | None:
    """A body with a name of its own, or the sole holder of an office named with its body."""
    tokens = own_words(scene.analysis, nominal, scene.words)
    if (explained := _explained(scene, tokens)) is not None:
        return explained
    if nominal.determiner not in {"def", ""} or _is_place(scene, nominal):
        return None
    if nominal.country is None and not any(t.upos == "PROPN" for t in tokens):
        return None
    lemma = nominal.head.lemma.lower()
    if (title := scene.words.titles.get(lemma)) is not None:
        unique = title.rank == "office" and nominal.number != "Plur"
        return Thing(referent=_id(tokens), reading="person", kind=SourceKind.ROLE) if unique else None
    name = _phrase(scene, nominal)
    if (body := scene.words.bodies.get(lemma)) is not None:
        shared = _shared_id(scene, nominal, tokens) if body.key else None
        return Thing(
            referent=shared or _id(tokens), reading="organisation", name=name, country=nominal.country
        )
    if nominal.head.lower in scene.words.groups or lemma in scene.words.groups:
        return None
    if nominal.head.upos == "PROPN" and (nominal.number != "Plur" or len(tokens) == 1):
        return Thing(referent=_id(tokens), reading="organisation", name=name)
    return None


def _explained(scene: Scene, tokens: tuple[Token, ...]) -> Thing | None:
    """A body the article gives an acronym for, under either of its names."""
    words = {t.text for t in tokens}
    names = [name for short, name in scene.acronyms.items() if short in words]
    if len(names) != 1 or (len(tokens) > 1 and fold(names[0]) not in fold(" ".join(t.text for t in tokens))):
        return None
    return Thing(
        referent=f"ref:{fold(names[0])}", reading="organisation", kind=SourceKind.ORGANISATION, name=names[0]
    )


def _is_place(scene: Scene, nominal: Nominal) -> bool:
    return nominal.head.upos == "PROPN" and any(
        e.label in {"LOC", "GPE"} and e.first <= nominal.head.i < e.last for e in scene.analysis.entities
    )


def _shared_id(scene: Scene, nominal: Nominal, tokens: tuple[Token, ...]) -> str | None:
    """An identifier of a state's body that is the same in every language; None where words are left."""
    if nominal.country is None:
        return None
    keys: list[str] = []
    for token in tokens:
        body = scene.words.bodies.get(token.lemma.lower()) or scene.words.bodies.get(token.lower)
        if body is not None and body.key:
            keys.append(body.key)
        elif token.upos in {"NOUN", "PROPN", "ADJ"} and not _of_origin(scene, token):
            return None
    return body_id(nominal.country, " ".join(sorted(set(keys))))


def _of_origin(scene: Scene, token: Token) -> bool:
    """Whether a token belongs to the state's name or adjective: by itself, or as a part of one."""
    around = scene.analysis.text[max(0, token.start - 5) : token.end + 12].split()
    return any(
        scene.origins.adjective(w) or scene.origins.state(w) for w in (token.text, token.lemma)
    ) or any(token.text in w and scene.origins.adjective(w.strip(".,;:")) for w in around)


def _id(tokens: tuple[Token, ...]) -> str:
    return "ref:" + fold(" ".join(t.text for t in tokens if t.upos != "PUNCT"))
