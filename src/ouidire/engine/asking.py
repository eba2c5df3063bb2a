"""Which claims are asked for, and how they are found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ouidire import storage
from ouidire.model import Claim, Link
from ouidire.storage import Store

__all__ = ["Wanted", "fits", "indexed", "matching", "words_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which claims are asked for; a value that is empty or None asks for nothing special.

    Attributes:
        query: Words that stand in the claim, its speakers or places; else in its articles.
        status: A value of the support axis or of the contest axis.
        since: First day on which an article says it, inclusive; `until` is the last.
        changed_since: Day on or after which its status changed, by the dates of the articles.

    """

    query: str = ""
    status: str = ""
    label: str = ""
    actor: str = ""
    place: str = ""
    language: str = ""
    outlet: str = ""
    since: date | None = None
    until: date | None = None
    changed_since: date | None = None


def matching(store: Store, wanted: Wanted) -> tuple[Claim, ...]:
    """Return the claims asked for, in reading order."""
    claims = storage.claims(store, indexed(store, wanted))
    return tuple(claim for claim in claims if fits(claim, wanted))


def indexed(store: Store, wanted: Wanted) -> frozenset[str] | None:
    """Return ids of the claims that the indexes leave; None where they leave all."""
    found: frozenset[str] | None = None
    if wanted.query.strip():
        found = storage.search(store, wanted.query)
    for kind in ("actor", "place", "language", "outlet"):
        if value := getattr(wanted, kind):
            ids = storage.with_facet(store, kind, value)
            found = ids if found is None else found & ids
    if wanted.since or wanted.until:
        ids = storage.within_days(store, wanted.since, wanted.until)
        found = ids if found is None else found & ids
    return found


def fits(claim: Claim, wanted: Wanted) -> bool:
    """Whether a claim has the status and the label that are asked for."""
    status = {claim.status.support.value, claim.status.contest.value}
    day = wanted.changed_since.isoformat() if wanted.changed_since else ""
    return (
        (not wanted.label or claim.label.value == wanted.label.upper())
        and (not wanted.status or wanted.status.lower() in status)
        and (not day or any(step.date >= day for step in claim.timeline))
    )


def words_of(store: Store, links: Iterable[Link]) -> dict[str, str]:
    """Return the quoted words of each assertion that `links` tie."""
    ids = {id_ for link in links for id_ in (link.left, link.right)}
    claims = (storage.claim_with(store, id_) for id_ in sorted(ids))
    return {one.id: one.quote for claim in claims if claim for one in claim.assertions}
