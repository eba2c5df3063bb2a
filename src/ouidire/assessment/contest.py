"""The contest axis: who says otherwise, and from which side (rules R7, R8, R9; superseded numbers)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ouidire.assessment.interest import is_same_side
from ouidire.assessment.support import Count
from ouidire.assessment.tellings import Telling
from ouidire.gazetteer import World
from ouidire.model import Act, Contest, Label

__all__ = ["SUPERSEDED", "contest"]

# Ours: the specification names the value and its place on the axis, but gives it no number.
SUPERSEDED = 15

_FAMILIES = frozenset(
    {"attack", "abuse", "damage", "capture", "casualty", "accident", "military", "presence"}
)
_STRONG = frozenset({Label.ATTRIBUTED, Label.CONFIRMED, Label.DENIED})


def contest(
    told: Sequence[Telling],
    against: Sequence[Telling],
    updates: Sequence[Telling],
    *,
    counted: Count,
    world: World,
    beside: Sequence[Telling] = (),
) -> tuple[Contest, int]:
    """Return the contest of a claim and the rule that gives it (0 where nobody contests it).

    Args:
        told: Tellings of the claim itself, denials among them.
        against: Tellings of claims that contradict it, and denials of what it entails.
        updates: Tellings that overtake its number or state.
        beside: Confirmations of claims from which this one follows: who denied may come round there.

    """
    if any(t.retracts or t.withdrawn_by is not None for t in told) and not counted.graph.known_roots():
        return Contest.RETRACTED, 9
    if updates:
        return Contest.SUPERSEDED, SUPERSEDED
    voices = _standing([t for t in told if t.denies], against, [*told, *beside])
    if not voices:
        return Contest.NONE, 0
    if all(_is_accused(t, told, world) for t in voices):
        return Contest.DENIED_BY_ACCUSED, 8
    return Contest.DISPUTED, 7


def _standing(
    denials: Iterable[Telling], against: Iterable[Telling], told: Sequence[Telling]
) -> list[Telling]:
    """Identifiable voices that say otherwise and have not come round since; hedges never dispute."""
    found = [t for t in denials if _is_voice(t)]
    found += [t for t in against if _is_voice(t) and t.label in _STRONG]
    return [t for t in found if not any(_came_round(t, later) for later in told)]


def _is_voice(telling: Telling) -> bool:
    attribution = telling.assertion.attribution
    if attribution is None or attribution.cue.polarity == "-" or attribution.cue.act is Act.DECLINE:
        return False
    return bool(telling.chain) and telling.chain[0].known


def _came_round(denial: Telling, later: Telling) -> bool:
    """Whether whoever denied later says that it is so, or takes the denial back."""
    if not later.chain or later.chain[0].key != denial.chain[0].key or later.id == denial.id:
        return False
    admitted = later.act is Act.ADMIT and later.date == denial.date
    return (later.order > denial.order or admitted) and later.supports


def _is_accused(voice: Telling, told: Sequence[Telling], world: World) -> bool:
    """Whether the voice is of the side that the claim says did it."""
    speaker = voice.speaker
    if speaker is None or speaker.referent is None:
        return False
    agents = {
        r.referent
        for t in told
        if t.assertion.proposition.family in _FAMILIES
        for r in t.assertion.proposition.roles
        if r.role == "agent" and r.referent is not None
    }
    return any(is_same_side(speaker.referent, agent, world, voice.date) for agent in sorted(agents))
