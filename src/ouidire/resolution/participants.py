"""Participants of events: names and states, and what pronouns and *ces troupes* take up.

Candidates are the nouns of the sentences before, scored by subject parallelism first and distance
second; where two different ones score alike, none is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ouidire.model import Assertion, Role, Span
from ouidire.resolution.entries import Pronoun
from ouidire.resolution.naming import Thing, identify
from ouidire.resolution.nominals import Nominal, head_in, nominal_in
from ouidire.resolution.people import person_name
from ouidire.resolution.scene import Scene

__all__ = ["Participants"]

_FAR = {"pronoun": 2, "dem": 4}
_SUBJECT, _OBJECT, _SENTENCE, _TOPIC = 4, 2, 3, 2
_ARGUMENT = ("nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "root")


@dataclass(frozen=True, slots=True)
class _Found:
    """What a phrase was resolved to."""

    span: Span
    referent: str | None
    reading: str | None
    head: str


class Participants:
    """Resolves the roles of an article's propositions, in text order."""

    def __init__(
        self, scene: Scene, assertions: Sequence[Assertion], *, claims: frozenset[int] = frozenset()
    ) -> None:
        """Prepare the candidates.

        Args:
            claims: Tokens that stand for claims (*denied it*), which are no participants.

        """
        self._scene = scene
        self._claims = claims
        self._frames = _framed(scene, assertions)
        self._speakers = _taken_up(assertions)
        self._classes = _classes(scene, assertions)
        self._resolved: dict[int, _Found] = {}
        self._nouns = [
            t
            for t in scene.analysis.tokens
            if t.upos in {"NOUN", "PROPN"} and t.deprel.partition(":")[0] in _ARGUMENT
        ]

    def resolve(self, assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
        """Return the assertions with the referents of their roles."""
        spans = sorted({role.span for a in assertions for role in a.proposition.roles})
        known = {span: self._look(span) for span in spans}
        return tuple(
            replace(
                a,
                proposition=replace(
                    a.proposition,
                    roles=tuple(_filled(role, known[role.span]) for role in a.proposition.roles),
                ),
            )
            if a.proposition.roles
            else a
            for a in assertions
        )

    def _look(self, span: Span) -> tuple[_Found | None, bool]:
        """What a span stands for, and whether that was found in earlier words."""
        nominal = nominal_in(self._scene.analysis, span, self._scene.origins)
        if nominal is None:
            return None, False
        if (speaker := self._speakers.get(span)) is not None:
            return self._as_speaker(speaker), True
        thing = identify(self._scene, nominal)
        head = nominal.head.lemma
        if thing is not None:
            return _as_participant(span, thing, head), False
        if nominal.country is not None and not nominal.is_pronoun:
            return _Found(span, nominal.country, "group", head), False
        found = self._antecedent(nominal)
        if found is not None:
            self._resolved[nominal.head.i] = found
            return (found if nominal.is_pronoun else replace(found, head="")), True
        return None, False

    def _as_speaker(self, antecedent: Span) -> _Found:
        """A role that is the subject of a cue means whom the source means."""
        nominal = nominal_in(self._scene.analysis, antecedent, self._scene.origins)
        if nominal is None:
            return _Found(antecedent, None, None, "")
        return replace(self._found(nominal), span=antecedent)

    def _antecedent(self, nominal: Nominal) -> _Found | None:
        entry = _entry(self._scene, nominal)
        if self._is_nobody(nominal):
            return None
        if entry is None and (nominal.is_pronoun or nominal.determiner != "dem"):
            return None
        far = _FAR["pronoun" if entry is not None else "dem"]
        scored = [
            (self._score(nominal, other), -other.head.i, other)
            for other in self._candidates(nominal, far)
            if self._fits(nominal, entry, other)
        ]
        if not scored:
            return None
        top = max(scored, key=lambda s: s[:2])
        rivals = {self._key(other) for score, _, other in scored if score == top[0]}
        return self._found(top[2]) if len(rivals) == 1 else None

    def _is_nobody(self, nominal: Nominal) -> bool:
        """Whether a pronoun is an expletive (*il semblerait que*, *it seems that*)."""
        if not nominal.is_pronoun:
            return False
        if nominal.head.i in self._claims:
            return True
        if nominal.head.deprel.startswith("expl"):
            return True
        verb = self._scene.analysis.tokens[nominal.head.head]
        clause = self._scene.analysis.children(verb.i, "ccomp", "csubj", "xcomp")
        impersonal = self._scene.words.small.get("impersonal", frozenset())
        return bool(clause) and verb.lemma.lower() in impersonal and nominal.number != "Plur"

    def _candidates(self, nominal: Nominal, far: int) -> Sequence[Nominal]:
        here = nominal.head
        above = {here.i, *(t.i for t in self._scene.analysis.ancestors(here.i))}
        return [
            self._scene.nominal_at(t)
            for t in self._nouns
            if t.end <= nominal.span.start
            and here.sent - t.sent <= far
            and not (t.i in self._frames and t.sent == here.sent)
            and t.i not in above
        ]

    def _fits(self, nominal: Nominal, entry: Pronoun | None, other: Nominal) -> bool:
        if not _agrees(nominal, entry, other):
            return False
        if entry is not None and self._is_place(other, entry):
            return False
        lemma, mine = other.head.lemma.lower(), nominal.head.lemma.lower()
        groups = self._scene.words.groups
        if entry is None:
            theirs = groups.get(lemma) or groups.get(other.head.lower, frozenset())
            return lemma == mine or bool(theirs & groups.get(mine, frozenset()))
        if not entry.person:
            return entry.gender != "Neut" or not self._is_person(other)
        return self._is_person(other)

    def _is_place(self, other: Nominal, entry: Pronoun) -> bool:
        """Whether a name is a place: only a state, in the singular, acts."""
        scene = self._scene
        entity = scene.analysis.entity_at(other.head.i)
        named = entity is not None and entity.label in {"LOC", "GPE"}
        thing = identify(scene, other) if named else None
        return named and (entry.number == "Plur" or thing is None or thing.reading != "state")

    def _is_person(self, nominal: Nominal) -> bool:
        words = self._scene.words
        if nominal.head.lemma.lower() in words.titles:
            return True
        entity = self._scene.analysis.entity_at(nominal.head.i)
        if entity is None or entity.label != "PER":
            return False
        return person_name(self._scene.analysis, nominal.span, words) is not None

    def _score(self, nominal: Nominal, other: Nominal) -> int:
        score = -_SENTENCE * (nominal.head.sent - other.head.sent)
        if other.is_subject:
            score += _SUBJECT if nominal.is_subject else _SUBJECT - 1
        elif other.head.deprel.startswith(("obj", "iobj")):
            score += _OBJECT
        elif other.head.deprel.startswith(("nmod", "conj")):
            score -= 1
        if nominal.is_pronoun and nominal.is_subject:
            score += self._acts(other)
        return score + _TOPIC * (other.head.i in self._resolved)

    def _acts(self, other: Nominal) -> int:
        """1 for people and bodies, which do things; -1 for what is no one: events, claims."""
        words, lemma = self._scene.words, other.head.lemma.lower()
        people = lemma in words.groups and lemma not in words.things
        if people or lemma in words.titles or lemma in words.bodies:
            return 1
        return -1 if lemma in words.event_nouns or lemma in words.claim_nouns else 0

    def _key(self, other: Nominal) -> object:
        found = self._found(other)
        return found.referent or found.span

    def _found(self, other: Nominal) -> _Found:
        """What a candidate stands for: what it took up itself, else its own words."""
        if (again := self._resolved.get(other.head.i)) is not None:
            return again
        thing = identify(self._scene, other)
        head = self._classes.get(other.head.lemma.lower(), other.head.lemma)
        if thing is not None:
            return _as_participant(other.span, thing, head)
        reading = "group" if other.number == "Plur" else None
        return _Found(other.span, other.country, reading, head)


def _as_participant(span: Span, thing: Thing, head: str) -> _Found:
    """A state's body acts for its state, as a group of its own: an army is not the navy."""
    if thing.country is not None:
        return _Found(span, thing.country, "group", head)
    return _Found(span, thing.referent, thing.reading, head)


def _filled(role: Role, look: tuple[_Found | None, bool]) -> Role:
    found, taken_up = look
    if found is None:
        return role
    if taken_up:
        return replace(
            role,
            referent=found.referent or role.referent,
            reading=found.reading or role.reading,
            head=found.head or role.head,
            antecedent=found.span,
        )
    if role.reading == "place" and (role.role not in _ACTING or found.reading != "state"):
        return role  # a seat that is struck or gone to is a place; one that acts is its state
    named = found.reading not in {None, "group"}
    return replace(
        role,
        referent=found.referent if named or role.referent is None else role.referent,
        reading=found.reading if named or role.reading is None else role.reading,
    )


_ACTING = frozenset({"agent", "speaker", "with", "recipient"})


def _taken_up(assertions: Sequence[Assertion]) -> dict[Span, Span]:
    """From the words of sources that take up earlier ones to those."""
    return {
        span: hop.source.antecedent
        for a in assertions
        if a.attribution is not None
        for hop in a.attribution.chain
        if hop.source.antecedent is not None
        for span in hop.source.spans[:1]
    }


def _classes(scene: Scene, assertions: Sequence[Assertion]) -> dict[str, str]:
    """From the lemma of a participant to the word propositions have for it, which may be a class."""
    classes: dict[str, str] = {}
    for a in assertions:
        for role in a.proposition.roles:
            head = head_in(scene.analysis, role.span)
            if head is not None and head.upos != "PRON" and role.head:
                classes.setdefault(head.lemma.lower(), role.head)
    return classes


def _framed(scene: Scene, assertions: Sequence[Assertion]) -> frozenset[int]:
    """Tokens of sources in a frame (*selon des médias*): what they say is not about them."""
    spans = {
        span
        for a in assertions
        if a.attribution is not None
        for hop in a.attribution.chain
        for span in hop.source.spans
    }
    return frozenset(
        t.i
        for span in sorted(spans)
        if (nominal := nominal_in(scene.analysis, span, scene.origins)) and not nominal.is_subject
        for t in scene.analysis.within(span)
    )


def _entry(scene: Scene, nominal: Nominal) -> Pronoun | None:
    form = nominal.span.of(scene.analysis.text).lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    entries = scene.words.pronouns.get(form, ())
    if not entries and nominal.is_pronoun:
        entries = scene.words.pronouns.get(nominal.head.lower, ())
    return next((e for e in entries if e.stands_for == "entity"), None)


def _agrees(nominal: Nominal, entry: Pronoun | None, other: Nominal) -> bool:
    number = (entry.number if entry else "") or nominal.number
    if number and other.number and number != other.number:
        return False
    gender = entry.gender if entry is not None and entry.gender != "Neut" else ""
    shown = other.gender
    return not (gender and shown and gender != shown)
