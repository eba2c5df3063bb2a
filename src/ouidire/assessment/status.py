"""A claim's status over time: a fold over its tellings in the order of their days.

Each step recomputes the status of what was known by then, so replaying the same tellings in any
order gives the same steps; a step is kept only where it changes something.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ouidire.assessment.contest import SUPERSEDED, contest
from ouidire.assessment.revision import current
from ouidire.assessment.support import count, support
from ouidire.assessment.tellings import Telling
from ouidire.gazetteer import World
from ouidire.gazetteer.event_types import is_state
from ouidire.model import Contest, Label, Status, StatusChange, Support

__all__ = ["LASTS", "Bearing", "final", "timeline"]

WITHDRAWN = 9
FOLLOWS = 12
AGED = 13
# Days after which a state that is not reported again is shown as last reported then (R13).
LASTS = 30
# The rules by which a contest came, and by which it goes when whoever contested comes round.
_BY = {Contest.DISPUTED: 7, Contest.DENIED_BY_ACCUSED: 8, Contest.SUPERSEDED: SUPERSEDED}


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
            told=tuple(_as_of(t, order) for t in self.told if t.order <= order),
            against=known(self.against),
            updates=known(self.updates),
            withdrawn=known(self.withdrawn),
            confirming=known(self.confirming),
        )

    def outside(self) -> tuple[Telling, ...]:
        """Return the tellings of other claims that bear on it."""
        backs = (back for _, back in self.undone)
        return (*self.against, *self.updates, *self.withdrawn, *self.confirming, *backs, *self.notices())

    def notices(self) -> tuple[Telling, ...]:
        """Return the tellings by which publishers withdraw pages that told it."""
        return tuple(t.withdrawn_by for t in self.told if t.withdrawn_by is not None)

    def moments(self) -> list[tuple[tuple[str, str], Telling]]:
        """Return everything that may change the status, in order."""
        return sorted({t.order: t for t in (*self.told, *self.outside())}.items())


def _as_of(telling: Telling, order: tuple[str, str]) -> Telling:
    """A telling before the notice that withdraws its page is not yet withdrawn."""
    notice = telling.withdrawn_by
    return replace(telling, withdrawn_by=None) if notice is not None and notice.order > order else telling


def timeline(given: Bearing, world: World, newest: str = "") -> tuple[StatusChange, ...]:
    """Return the steps of a claim's status, oldest first, undated ones last.

    Args:
        newest: ISO date of the newest article of all, as of which claims age (R13).

    """
    steps: list[StatusChange] = []
    last = Status(support=Support.NONE, contest=Contest.NONE)
    for order, telling in given.moments():
        now, rules = _status(given.by(order), world)
        if now == last:
            continue
        steps.append(_step(telling, now, _rule(given, telling, last, now, rules)))
        last = now
    return (*steps, *_aged(given, last, newest))


def _step(telling: Telling, now: Status, rule: int, date: str | None = None) -> StatusChange:
    on = telling.date if date is None else date
    return StatusChange(date=on, support=now.support, contest=now.contest, rule=rule, assertion=telling.id)


def _rule(given: Bearing, telling: Telling, last: Status, now: Status, rules: tuple[int, int]) -> int:
    """Return the rule by which a step was made: what was withdrawn, gained, contested, or given up."""
    order = list(Support)
    back = telling.retracts or telling in given.notices()
    if order.index(now.support) < order.index(last.support) and back:
        return WITHDRAWN
    if now.support != last.support:
        return FOLLOWS if telling in given.confirming else rules[0]
    if now.contest is not Contest.NONE:
        return rules[1]
    return WITHDRAWN if back else _BY.get(last.contest, rules[0])


def _aged(given: Bearing, now: Status, newest: str) -> Iterable[StatusChange]:
    """R13: what lasts holds as of its articles; thirty days on it is shown as last reported then."""
    lasting = [t for t in given.told if t.supports and _lasts(t)]
    over = now.contest in {Contest.RETRACTED, Contest.SUPERSEDED} or now.support is Support.NONE
    if over or not newest or not lasting or any(t.supports and not t.published for t in given.told):
        return
    last = max(lasting, key=lambda t: (t.published, t.id))
    ends = date.fromisoformat(last.published) + timedelta(days=LASTS)
    if ends < date.fromisoformat(newest):
        yield _step(last, now, AGED, ends.isoformat())


def _lasts(telling: Telling) -> bool:
    """Whether it is told as lasting at publication, rather than as over or to come."""
    proposition = telling.assertion.proposition
    if not is_state(proposition.type) or proposition.prospective or telling.label is Label.NORMATIVE:
        return False
    time = proposition.time
    return time is None or time.until is None or time.until > telling.published


def _status(known: Bearing, world: World) -> tuple[Status, tuple[int, int]]:
    """Return the status that some tellings give, and the rules behind support and contest."""
    if not known.told:
        return Status(support=Support.NONE, contest=Contest.NONE), (0, 0)
    told = [*current(known.told), *known.withdrawn]
    counted = count(told)
    # What nobody could verify is not verified by somebody who says more: there the fuller claim stands.
    unverified = any(t.label is Label.UNVERIFIED for t in known.told)
    supported, why = support(told, counted, world, () if unverified else known.confirming)
    contested, why_not = contest(
        told, known.against, known.updates, counted=counted, world=world, beside=known.confirming
    )
    return Status(support=supported, contest=contested), (why, why_not)


def final(steps: Sequence[StatusChange]) -> Status:
    """Return the status the last step leaves."""
    if not steps:
        return Status(support=Support.NONE, contest=Contest.NONE)
    return Status(support=steps[-1].support, contest=steps[-1].contest)
