"""What a claim or event anaphor stands for: candidates, filter, rank (one explainable pass).

Candidates are the claims of the two sentences before (and of the paragraph's first), newest first;
a content and the speech event around it are one. The noun filters; main clauses beat modifiers,
what the last anaphor stood for beats the rest, then the nearer. A tie is kept as ambiguous.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ouidire.model import Act, Assertion, PassageRole, Span
from ouidire.resolution.anaphors import Anaphor
from ouidire.resolution.entries import ClaimNoun, EventNoun
from ouidire.resolution.nominals import head_in, nominal_at
from ouidire.resolution.scene import Scene

__all__ = ["Answer", "Antecedents"]

_NEAR = 2
_FAR = 40
_APART = frozenset({PassageRole.HEADLINE, PassageRole.TAKEAWAY, PassageRole.SUBHEAD, PassageRole.CAPTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an anaphor stands for: ids of assertions; several candidates where it is ambiguous."""

    assertions: tuple[str, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A content (with the speech event around it), or a claim in the author's voice."""

    ids: tuple[str, ...]
    members: tuple[Assertion, ...]
    acts: frozenset[Act]
    attributed: bool
    speakers: frozenset[str]
    span: Span
    sent: int
    depth: int


class Antecedents:
    """Answers anaphors in text order, each answer open to the next."""

    def __init__(self, scene: Scene, assertions: Sequence[Assertion]) -> None:
        self._scene = scene
        self._by_id = {a.id: a for a in assertions}
        self._candidates = _candidates(scene, assertions)
        self._answers: list[tuple[Anaphor, Answer]] = []

    def answer(self, anaphor: Anaphor) -> Answer:
        """Return what an anaphor stands for, and remember it."""
        answer = self._event(anaphor) if anaphor.is_event else self._claim(anaphor)
        self._answers.append((anaphor, answer))
        return answer

    def elliptic(self, anaphor: Anaphor, speaker: str | None) -> Answer:
        """Return what a denial or confirmation without words of its own is about (*Kiev dément*).

        Args:
            speaker: Referent of the one who denies: nobody denies what they say themselves, and what is
                said about them comes first.

        """
        noun = anaphor.noun if isinstance(anaphor.noun, ClaimNoun) else None
        scored = [
            (self._score(anaphor, c, noun) + 2 * _concerns(c, speaker), c)
            for c in self._near(anaphor, _NEAR, overlapping=True)
            if _says(c, noun) and not (speaker and speaker in c.speakers)
        ]
        return self._best(scored)

    def _claim(self, anaphor: Anaphor) -> Answer:
        noun = anaphor.noun if isinstance(anaphor.noun, ClaimNoun) else None
        fitting = [c for c in self._near(anaphor, _NEAR) if _says(c, noun) and not self._contains(c, anaphor)]
        return self._best([(self._score(anaphor, c, noun), c) for c in fitting])

    def _event(self, anaphor: Anaphor) -> Answer:
        noun = anaphor.noun
        if not isinstance(noun, EventNoun) or (anaphor.complete and self._is_content(anaphor)):
            return Answer()
        near = self._near(anaphor, _FAR if anaphor.complete else _NEAR)
        fitting = [
            replace(c, ids=tuple(m.id for m in members), members=members)
            for c in near
            if not self._contains(c, anaphor)
            and (members := tuple(m for m in c.members if self._same_event(anaphor, noun, m)))
        ]
        return self._best([(self._score(anaphor, c, None), c) for c in fitting])

    def _is_content(self, anaphor: Anaphor) -> bool:
        """Whether somebody says the very noun phrase: then it is a claim, not an anaphor."""
        return any(a.attribution is not None and self._is_just(a, anaphor) for a in self._by_id.values())

    def _near(self, anaphor: Anaphor, far: int, *, overlapping: bool = False) -> Sequence[_Candidate]:
        """Candidates that stand before the anaphor, not too far, titles and subheads left out.

        Args:
            overlapping: Take those too whose words run on into the anaphor's clause (*P, ce que X nie*).

        """
        sentences = self._scene.analysis.sentences
        here = sentences[anaphor.head.sent]
        opening = next(s.i for s in sentences if s.block == here.block)
        body = [
            s.i
            for s in sentences[: here.i]
            if self._scene.role_at(s.span.start) not in _APART
            or self._scene.role_at(here.span.start) in _APART
        ]
        allowed = {here.i, opening, *body[-far:]}
        return [
            c
            for c in self._candidates
            if c.sent in allowed
            and (c.span.start if overlapping else c.span.end - 1) < anaphor.span.start
            and not self._only_performs(c)
        ]

    def _only_performs(self, candidate: _Candidate) -> bool:
        """Whether a candidate is no claim but the making of one that was not found."""
        return any(
            not answer.assertions and any(self._performs(m, anaphor) for m in candidate.members)
            for anaphor, answer in self._answers
        )

    def _contains(self, candidate: _Candidate, anaphor: Anaphor) -> bool:
        return any(m.span.covers(anaphor.span) for m in candidate.members)

    def _score(self, anaphor: Anaphor, candidate: _Candidate, noun: ClaimNoun | None) -> float:
        sentences = self._scene.analysis.sentences
        distance = sum(
            1
            for s in sentences[candidate.sent : anaphor.head.sent]
            if self._scene.role_at(s.span.start) not in _APART
        )
        score = -2.0 * distance - min(candidate.depth, 3)
        if anaphor.complete:
            score = 0.1 * score + 2 * self._family_rank(anaphor, candidate)
        if noun is not None and noun.acts and noun.acts[0] in candidate.acts:
            score += 2
        if self._answers and set(candidate.ids) & set(self._answers[-1][1].assertions):
            score += 1.5
        return score + 0.5 * candidate.attributed

    def _best(self, scored: list[tuple[float, _Candidate]]) -> Answer:
        if not scored:
            return Answer()
        top = max(score for score, _ in scored)
        best = [c for score, c in scored if score == top]
        ids = {self._root(c) for c in best}
        if len(ids) == 1:
            return Answer(assertions=min(ids))
        both = tuple(sorted({i for group in ids for i in group}, key=lambda i: self._by_id[i].span))
        return Answer(assertions=both, ambiguous=True)

    def _root(self, candidate: _Candidate) -> tuple[str, ...]:
        """The ids a candidate stands for: where it is an anaphor itself, what that stands for."""
        for anaphor, answer in reversed(self._answers):
            if not answer.assertions or answer.ambiguous or anaphor.is_event:
                continue
            if any(self._is_just(m, anaphor) or self._performs(m, anaphor) for m in candidate.members):
                return answer.assertions
        return candidate.ids

    def _is_just(self, member: Assertion, anaphor: Anaphor) -> bool:
        """Whether an assertion consists of the anaphor: their heads are one."""
        if not member.span.covers(Span(anaphor.head.start, anaphor.head.end)):
            return False
        head = head_in(self._scene.analysis, member.span)
        return head is not None and head.i == anaphor.head.i

    def _performs(self, member: Assertion, anaphor: Anaphor) -> bool:
        """Whether an assertion in the author's voice only does the speech act (*a fait cette annonce*)."""
        verb = self._scene.analysis.tokens[anaphor.head.head]
        performs = verb.lemma.lower() in self._scene.words.small.get("perform", frozenset())
        return (
            performs and member.span.covers(Span(verb.start, verb.end)) and member.span.covers(anaphor.span)
        )

    def _family_rank(self, anaphor: Anaphor, candidate: _Candidate) -> int:
        noun = anaphor.noun
        if not isinstance(noun, EventNoun):
            return 0
        events = [m.proposition for m in candidate.members]
        return int(
            any(e.type == f or e.predicate in noun.predicates[:1] for e in events for f in noun.families[:1])
        )

    def _same_event(self, anaphor: Anaphor, noun: EventNoun, other: Assertion) -> bool:
        event = other.proposition
        family = any(event.type == f or event.type.startswith(f + ".") for f in noun.families)
        if not family and event.predicate not in noun.predicates:
            return False
        if not anaphor.complete:
            return True
        return self._shares_participant(anaphor, other)

    def _shares_participant(self, anaphor: Anaphor, other: Assertion) -> bool:
        """Whether the complement of a nominalisation names a participant of the event."""
        analysis, origins = self._scene.analysis, self._scene.origins
        nouns = [
            t for t in analysis.within(anaphor.span) if t.upos in {"NOUN", "PROPN"} and t.i != anaphor.head.i
        ]
        own = [nominal_at(analysis, t, origins) for t in nouns]
        countries = {n.country for n in own if n.country}
        lemmas = {t.lemma.lower() for t in nouns}
        heads = {
            role.span: (head.lemma.lower() if (head := head_in(analysis, role.span)) is not None else "")
            for role in other.proposition.roles
        }
        return any(
            role.referent in countries or heads[role.span] in lemmas
            for role in other.proposition.roles
            if role.role in {"agent", "target", "theme"}
        )


def _speakers(assertion: Assertion) -> frozenset[str]:
    chain = assertion.attribution.chain if assertion.attribution is not None else ()
    return frozenset(hop.source.referent for hop in chain if hop.source.referent)


def _concerns(candidate: _Candidate, referent: str | None) -> bool:
    """Whether a claim is about somebody: what they are said to have done."""
    roles = [role for m in candidate.members for role in m.proposition.roles]
    return referent is not None and any(role.referent == referent for role in roles)


def _says(candidate: _Candidate, noun: ClaimNoun | None) -> bool:
    if noun is None:
        return True
    if noun.speech and not candidate.attributed:
        return False
    return not noun.acts or bool(candidate.acts & set(noun.acts))


def _candidates(scene: Scene, assertions: Sequence[Assertion]) -> list[_Candidate]:
    """Group what one cue says; leave speech events out, they stand behind their content."""
    groups: dict[object, list[Assertion]] = {}
    for a in assertions:
        if a.proposition.family != "speech":
            cue = a.attribution.cue.span if a.attribution is not None else None
            groups.setdefault((a.attribution.content, cue) if a.attribution else a.id, []).append(a)
    speech_acts = _speech_acts(assertions)
    found = []
    for members in groups.values():
        first = min(members, key=lambda m: m.span)
        token = head_in(scene.analysis, first.span)
        tokens = scene.analysis.within(first.span)
        if token is None and not tokens:
            continue
        sent = (token or tokens[0]).sent
        acts = {first.act} | {act for m in members for act in speech_acts.get(m.id, ())}
        found.append(
            _Candidate(
                ids=tuple(m.id for m in sorted(members, key=lambda m: m.span)),
                members=tuple(members),
                acts=frozenset(acts) if first.attribution else frozenset(),
                attributed=first.attribution is not None,
                speakers=_speakers(first),
                span=Span(first.span.start, max(m.span.end for m in members)),
                sent=sent,
                depth=_depth(scene, first),
            )
        )
    return sorted(found, key=lambda c: (c.span, c.ids))


def _speech_acts(assertions: Sequence[Assertion]) -> dict[str, tuple[Act, ...]]:
    acts: dict[str, tuple[Act, ...]] = {}
    for a in assertions:
        if a.proposition.family == "speech":
            for target in a.refers_to:
                acts[target] = (*acts.get(target, ()), a.act)
    return acts


def _depth(scene: Scene, assertion: Assertion) -> int:
    """How far below the sentence's root the claim, or the cue that says it, hangs."""
    span = assertion.attribution.cue.span if assertion.attribution is not None else assertion.span
    tokens = scene.analysis.within(span)
    return min((sum(1 for _ in scene.analysis.ancestors(t.i)) for t in tokens), default=0)
