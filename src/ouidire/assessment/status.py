"""A claim's status over time: a fold over its tellings in the order of their days.

Each step recomputes the status of what was known by then, so replaying the same tellings in any
order gives the same steps; a step is kept only where it changes something.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ouidire.assessment.contest import contest
from ouidire.assessment.support import count, support
from ouidire.assessment.tellings import Telling
from ouidire.gazetteer import World
from ouidire.model import Contest, Status, StatusChange, Support

__all__ = ["Bearing", "final", "timeline"]


@dataclass(frozen=True, slots=True)
class Bearing:
    """What the status of one claim rests on: its tellings, and those that bear on it from outside."""

    told: tuple[Telling, ...]
    against: tuple[Telling, ...] = ()
    updates: tuple[Telling, ...] = ()
    withdrawn: tuple[Telling, ...] = ()
    confirming: tuple[Telling, ...] = ()


def timeline(given: Bearing, world: World) -> tuple[StatusChange, ...]:
    """Return the steps of a claim's status, oldest first, undated ones last."""
    moments = sorted(
        {
            t.order: t
            for t in (*given.told, *given.against, *given.updates, *given.withdrawn, *given.confirming)
        }.items()
    )
    steps: list[StatusChange] = []
    last = Status(support=Support.NONE, contest=Contest.NONE)
    for order, telling in moments:
        now, rules = _as_of(given, order, world)
        if now == last:
            continue
        rule = rules[0] if now.support != last.support else rules[1] or rules[0]
        steps.append(
            StatusChange(
                date=telling.date, support=now.support, contest=now.contest, rule=rule, assertion=telling.id
            )
        )
        last = now
    return tuple(steps)


def final(steps: Sequence[StatusChange]) -> Status:
    """Return the status the last step leaves."""
    if not steps:
        return Status(support=Support.NONE, contest=Contest.NONE)
    return Status(support=steps[-1].support, contest=steps[-1].contest)


def _by(tellings: Sequence[Telling], order: tuple[str, str]) -> list[Telling]:
    return [t for t in tellings if t.order <= order]


def _as_of(given: Bearing, order: tuple[str, str], world: World) -> tuple[Status, tuple[int, int]]:
    told = _by(given.told, order)
    back = _by(given.withdrawn, order)
    counted = count([*told, *back])
    supported, why = (
        support([*told, *back], counted, world, _by(given.confirming, order)) if told else (Support.NONE, 0)
    )
    contested, why_not = contest(
        [*told, *back],
        _by(given.against, order),
        _by(given.updates, order),
        counted=counted,
        world=world,
    )
    if not told:
        contested, why_not = Contest.NONE, 0
    return Status(support=supported, contest=contested), (why, why_not)
