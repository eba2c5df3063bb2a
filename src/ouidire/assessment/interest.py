"""Whether a statement counts for or against whoever makes it, and who is a party to an event."""

from __future__ import annotations

from ouidire.assessment.tellings import Telling
from ouidire.gazetteer import World
from ouidire.model import Act, Proposition

__all__ = ["interest_of", "is_party", "is_same_side", "sides_of"]

AGAINST = "against"
SELF_SERVING = "self-serving"
NEUTRAL = "neutral"

# Whose loss, gain or fault an event is, by its family and the role the speaker's side has in it
# (LANGUAGE.md section 5, interest table). The names are those a world file may use.
_OWN = {
    ("casualty", "target"): "own_losses",
    ("damage", "target"): "own_losses",
    ("military.withdraw", "agent"): "own_retreat",
    ("territory.lose", "agent"): "own_retreat",
    ("territory.take", "agent"): "own_gains",
    ("territory.retake", "agent"): "own_gains",
    ("abuse", "agent"): "own_fault",
    ("accident", "agent"): "own_fault",
    ("military.presence", "agent"): "own_presence",
    ("military.participate", "agent"): "own_presence",
}
_ENEMY = {
    ("casualty", "target"): "enemy_losses",
    ("damage", "target"): "enemy_losses",
    ("military.withdraw", "agent"): "enemy_losses",
    ("abuse", "agent"): "enemy_fault",
    ("attack", "agent"): "enemy_fault",
}
_VALUES = {
    "own_losses": AGAINST,
    "own_retreat": AGAINST,
    "own_fault": AGAINST,
    "own_gains": SELF_SERVING,
    "enemy_losses": SELF_SERVING,
    "enemy_fault": SELF_SERVING,
}
# Without a world file a speaker is a party only where the claim itself names him or her here.
_INVOLVED = frozenset({"agent", "target", "with", "recipient"})


def sides_of(referent: str | None, world: World, on: str) -> tuple[str, ...]:
    """Return the sides a referent is on at a date, sorted; none where unknown."""
    return () if referent is None else world.sides_of(referent, on or None)


def is_same_side(a: str | None, b: str | None, world: World, on: str) -> bool:
    """Whether two referents are one, answer to one principal, or stand on one side."""
    if a is None or b is None:
        return False
    if set(world.principals(a, on or None)) & set(world.principals(b, on or None)):
        return True
    return bool(set(sides_of(a, world, on)) & set(sides_of(b, world, on)))


def is_party(telling: Telling, world: World) -> bool:
    """Whether the first speaker is a named principal of a side that is involved.

    A world file that lists parties decides; without one the claim must itself name the speaker (or
    whom the speaker answers to) among those involved. Collectives and unnamed sources never are.
    """
    speaker = telling.speaker
    if speaker is None or speaker.referent is None or speaker.anonymity > 1:
        return False
    if world.parties:
        return world.is_party(speaker.referent, telling.date or None)
    line = set(world.principals(speaker.referent, telling.date or None))
    return any(r.referent in line for r in telling.assertion.proposition.roles if r.role in _INVOLVED)


def interest_of(telling: Telling, world: World) -> str:
    """Return whether a telling is against its speaker's interest, self-serving, or neutral."""
    speaker = telling.speaker
    if speaker is None or speaker.referent is None:
        return NEUTRAL
    event = _event(telling.assertion.proposition, speaker.referent, world, telling.date)
    if telling.act is Act.ADMIT and _VALUES.get(event) != SELF_SERVING:
        event = event or "own_fault"
    sides = sides_of(speaker.referent, world, telling.date)
    for row in world.interest:
        if row.event == event and row.speaker_side in {"*", *sides}:
            return row.value
    if event == "own_presence":
        return AGAINST if telling.act is Act.ADMIT else NEUTRAL
    return _VALUES.get(event, NEUTRAL)


def _event(proposition: Proposition, speaker: str, world: World, on: str) -> str:
    """Name what an event is to the speaker; empty where it is nothing in particular."""
    for role in proposition.roles:
        keys = [(proposition.family, role.role), (_two(proposition.type), role.role)]
        if role.referent is None:
            continue
        own = is_same_side(role.referent, speaker, world, on)
        table = _OWN if own else _ENEMY if _opposed(role.referent, speaker, world, on) else {}
        if found := next((table[k] for k in keys if k in table), ""):
            return found
    return ""


def _two(kind: str) -> str:
    return ".".join(kind.split(".")[:2])


def _opposed(a: str, b: str, world: World, on: str) -> bool:
    pairs = ((x, y) for x in sides_of(a, world, on) for y in sides_of(b, world, on))
    return any(world.are_opposed(x, y, on or None) for x, y in pairs)
