"""What anaphors change: contents that stand for a claim get its proposition, and point at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ouidire.model import Act, Assertion, BackReference, MarkerClass, Span, Stance
from ouidire.resolution.anaphors import Anaphor
from ouidire.resolution.antecedents import Answer, Antecedents
from ouidire.resolution.ellipsis import find_elliptic
from ouidire.resolution.nominals import head_in
from ouidire.resolution.performers import performing_verb, sign
from ouidire.resolution.scene import Scene

__all__ = ["resolve_claims"]


def resolve_claims(
    scene: Scene, assertions: Sequence[Assertion], anaphors: Sequence[Anaphor]
) -> tuple[tuple[Assertion, ...], tuple[BackReference, ...]]:
    """Return the assertions with claim anaphors followed, and the anaphors themselves."""
    antecedents = Antecedents(scene, assertions)
    by_id = {a.id: a for a in assertions}
    answers = [(anaphor, antecedents.answer(anaphor)) for anaphor in anaphors]
    assertions = sign(scene, assertions, answers)
    done: list[Assertion] = []
    for a in (_denying(scene, one, answers) for one in assertions):
        found = _answer_for(scene, a, answers)
        performed = _performed_by(scene, a, answers)
        if found is None and performed is not None:
            done.append(_pointing(a, performed, by_id, only=True))
        else:
            done.append(a if found is None else _pointing(a, found, by_id))
    told = {a.id: a for a in (*done, *find_elliptic(scene, done, antecedents))}
    return tuple(sorted(told.values(), key=_order)), tuple(_references(answers))


def _order(assertion: Assertion) -> tuple[Span, bool, str]:
    return assertion.span, assertion.attribution is not None, assertion.id


def _references(answers: Sequence[tuple[Anaphor, Answer]]) -> list[BackReference]:
    """Anaphors that must have an antecedent are kept without one too; the others are just nouns then."""
    return [
        BackReference(span=anaphor.span, assertions=answer.assertions, ambiguous=answer.ambiguous)
        for anaphor, answer in answers
        if answer.assertions or (anaphor.deictic and not anaphor.is_event)
    ]


def _answer_for(
    scene: Scene, assertion: Assertion, answers: Sequence[tuple[Anaphor, Answer]]
) -> Answer | None:
    """The answer to the anaphor an assertion consists of, or that its speech event is about."""
    for anaphor, answer in answers:
        if anaphor.is_event or not answer.assertions or assertion.id in answer.assertions:
            continue
        if _stands_for(scene, assertion, anaphor) or _is_about(assertion, anaphor):
            return answer
        speech = assertion.proposition.family == "speech" and not assertion.refers_to
        if speech and assertion.span.covers(anaphor.span):
            return answer
    return None


def _stands_for(scene: Scene, assertion: Assertion, anaphor: Anaphor) -> bool:
    """Whether a content is a noun phrase or pronoun whose head is the anaphor's."""
    if assertion.attribution is None or assertion.proposition.family == "speech":
        return False
    if not assertion.span.covers(Span(anaphor.head.start, anaphor.head.end)):
        return False
    head = head_in(scene.analysis, assertion.span)
    return head is not None and head.i == anaphor.head.i


def _is_about(assertion: Assertion, anaphor: Anaphor) -> bool:
    """Whether the author says of the claim itself that nobody could verify it."""
    if assertion.attribution is not None or not assertion.span.covers(anaphor.span):
        return False
    return any(m.class_ is MarkerClass.UNVERIFIED for c in assertion.commitments for m in c.markers)


def _denying(scene: Scene, assertion: Assertion, answers: Sequence[tuple[Anaphor, Answer]]) -> Assertion:
    """Make *rejected those allegations* a denial, whatever act the noun suggested."""
    found = assertion.attribution
    if found is None or found.cue.polarity == "-" or assertion.stance is not Stance.SUPPORT:
        return assertion
    for anaphor, _ in answers:
        if not anaphor.is_event and _stands_for(scene, assertion, anaphor):
            verb = scene.analysis.tokens[anaphor.head.head]
            entry = scene.words.claim_verbs.get(verb.lemma.lower())
            covered = found.cue.span.covers(Span(verb.start, verb.end))
            if covered and entry is not None and entry.act is Act.DENY:
                cue = replace(found.cue, act=Act.DENY)
                return replace(
                    assertion, act=Act.DENY, stance=Stance.CONTEST, attribution=replace(found, cue=cue)
                )
    return assertion


def _performed_by(
    scene: Scene, assertion: Assertion, answers: Sequence[tuple[Anaphor, Answer]]
) -> Answer | None:
    """The answer to the anaphor whose speech act an assertion tells (*X a fait cette annonce*)."""
    if assertion.attribution is not None:
        return None
    for anaphor, answer in answers:
        verb = performing_verb(scene, anaphor)
        if verb is not None and answer.assertions and assertion.span.covers(Span(verb.start, verb.end)):
            return answer
    return None


def _pointing(
    assertion: Assertion, answer: Answer, by_id: dict[str, Assertion], *, only: bool = False
) -> Assertion:
    """Link an assertion to its antecedents; an ambiguous one is left as it is.

    Args:
        only: Point at them without taking over what they say.

    """
    if answer.ambiguous:
        return assertion
    targets = tuple(i for i in answer.assertions if i != assertion.id)
    refers = tuple(dict.fromkeys((*assertion.refers_to, *targets)))
    if only or assertion.proposition.family == "speech":
        return replace(assertion, refers_to=refers)
    return replace(assertion, refers_to=refers, proposition=by_id[answer.assertions[0]].proposition)
