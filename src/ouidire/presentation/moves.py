"""When the status of a claim became another."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from ouidire.model import Claim, Contest, StatusChange

__all__ = ["Move", "moves"]


@dataclass(frozen=True, slots=True)
class Move:
    """A dated step at which a claim's status changed; `before` is None where it began contested."""

    claim: Claim
    change: StatusChange
    before: StatusChange | None


def moves(claims: Iterable[Claim]) -> list[Move]:
    """Return the steps at which a status became another, newest first; plain beginnings are none."""
    found = [
        Move(claim, change, before)
        for claim in claims
        for before, change in itertools.pairwise((None, *claim.timeline))
        if change and change.date and _moved(before, change)
    ]
    return sorted(found, key=lambda m: (m.change.date, m.claim.id, m.change.rule), reverse=True)


def _moved(before: StatusChange | None, change: StatusChange) -> bool:
    if before is None:
        return change.contest is not Contest.NONE
    return (before.support, before.contest) != (change.support, change.contest)
