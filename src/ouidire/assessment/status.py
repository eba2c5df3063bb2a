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
    """What the status of one claim rests on.

    Attributes:
        told: Its own tellings.
        against: Tellings that contradict it, and denials of what it entails.
        updates: Tellings that overtake its number or state.
        withdrawn: Withdrawals of nearly the same claim.
        confirming: Confirmations of claims it follows from.
        undone: Ids of tellings from outside, each with the withdrawal that ends its bearing.

    """

    told: tuple[Telling, ...]
    against: tuple[Telling, ...] = ()
    updates: tuple[Telling, ...] = ()
    withdrawn: tuple[Telling, ...] = ()
    confirming: tuple[Telling, ...] = ()
    undone: tuple[tuple[str, Telling], ...] = ()

    def by(self, order: tuple[str, str]) -> Bearing:
        """Return what was known by a moment (`Telling.order`)."""
        ended = {one for one, back in self.undone if back.order <= order}

        def known(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
            return tuple(t for t in tellings if t.order <= order and t.id not in ended)

        return Bearing(
            told=tuple(t for t in self.told if t.order <= order),
            against=known(self.against),
            updates=known(self.updates),
            withdrawn=known(self.withdrawn),
            confirming=known(self.confirming),
        )

    def moments(self) -> list[tuple[tuple[str, str], Telling]]:
        """Return everything that may change the status, in order."""
        backs = [back for _, back in self.undone]
        every = (*self.told, *self.against, *self.updates, *self.withdrawn, *self.confirming, *backs)
        return sorted({t.order: t for t in every}.items())


def timeline(given: Bearing, world: World) -> tuple[StatusChange, ...]:
    """Return the steps of a claim's status, oldest first, undated ones last."""
    steps: list[StatusChange] = []
    last = Status(support=Support.NONE, contest=Contest.NONE)
    for order, telling in given.moments():
        now, rules = _status(given.by(order), world)
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


def _status(known: Bearing, world: World) -> tuple[Status, tuple[int, int]]:
    """Return the status that some tellings give, and the rules behind support and contest."""
    if not known.told:
        return Status(support=Support.NONE, contest=Contest.NONE), (0, 0)
    told = [*known.told, *known.withdrawn]
    counted = count(told)
    supported, why = support(told, counted, world, known.confirming)
    contested, why_not = contest(told, known.against, known.updates, counted=counted, world=world)
    return Status(support=supported, contest=contested), (why, why_not)


def final(steps: Sequence[StatusChange]) -> Status:
    """Return the status the last step leaves."""
    if not steps:
        return Status(support=Support.NONE, contest=Contest.NONE)
    return Status(support=steps[-1].support, contest=steps[-1].contest)
