"""In which order claims are read, and by what they can be found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from ouidire.assessment.status import LASTS
from ouidire.gazetteer.event_types import is_state
from ouidire.model import Assertion, Claim, Contest, Extraction, Support
from ouidire.storage import Facet

__all__ = ["Index", "ages", "facets", "names", "place"]

_UNDATED = "9999"
# More than any weight.
_MOST = 9


class Index:
    """Assertions of a set of extractions by id, each with where it stands."""

    def __init__(self, items: Sequence[Extraction]) -> None:
        self._where: Mapping[str, tuple[Assertion, Extraction]] = {
            one.id: (one, item) for item in items for one in item.assertions
        }

    def of(self, claim: Claim) -> Iterator[tuple[Assertion, Extraction]]:
        """Yield the assertions of a claim with their extractions."""
        for occurrence in claim.assertions:
            if occurrence.id in self._where:
                yield self._where[occurrence.id]


def place(claim: Claim, index: Index) -> str:
    """Return a text that sorts claims in reading order.

    Speech events last; what is contested, drifts or is said by more comes first; then by day.
    """
    places = [(_day(item), item.article.id, one.span.start) for one, item in index.of(claim)]
    day, article, start = min(places, default=(_UNDATED, "", 0))
    kind = f"{int(claim.family == 'speech')}{_MOST - _weight(claim)}{int(claim.family == 'other')}"
    return f"{kind} {day} {article} {start:09d} {claim.id}"


def ages(claim: Claim, index: Index, newest: str) -> str:
    """Return the ISO date after which a claim is to be made again (R13), though nothing it rests on moves.

    Args:
        newest: ISO date of the newest article of the ledger.

    """
    ends = [
        (item.article.published_at.date() + timedelta(days=LASTS)).isoformat()
        for one, item in index.of(claim)
        if item.article.published_at is not None and is_state(one.proposition.type)
    ]
    return min((end for end in ends if end >= newest), default="")


def _weight(claim: Claim) -> int:
    """Return how much there is to see in a claim: one point for each thing a reader looks for."""
    articles = len({occurrence.article for occurrence in claim.assertions})
    contested = claim.status.contest is not Contest.NONE
    supported = claim.status.support not in {Support.NONE, Support.VAGUE, Support.ATTRIBUTED}
    return min(articles, 4) + contested + supported + bool(claim.drifts)


def facets(claims: Sequence[Claim], index: Index) -> tuple[Facet, ...]:
    """Return every value a claim can be found by, sorted and without repeats."""
    found = {
        Facet(claim=claim.id, kind=kind, value=value)
        for claim in claims
        for kind, value in _values(claim, index)
    }
    return tuple(sorted(found, key=lambda f: (f.claim, f.kind, f.value)))


def names(claim: Claim, index: Index) -> str:
    """Return the speakers, actors, places and outlets of a claim, for the full-text search."""
    kinds = {"actor", "place", "outlet"}
    return "\n".join(sorted({value for kind, value in _values(claim, index) if kind in kinds}))


def _values(claim: Claim, index: Index) -> Iterator[tuple[str, str]]:
    for occurrence in claim.assertions:
        yield "assertion", occurrence.id
        yield "article", occurrence.article
    for one, item in index.of(claim):
        yield "language", item.article.language
        if item.article.outlet:
            yield "outlet", item.article.outlet
        if item.article.published_at:
            yield "day", item.article.published_at.date().isoformat()
        for value in _actors(one, item.article.text):
            yield "actor", value
        if place := one.proposition.place:
            yield "place", place.span.of(item.article.text)
            if place.referent:
                yield "place", place.referent


def _actors(assertion: Assertion, text: str) -> Iterator[str]:
    """Yield who speaks and who acts, in the words of the text, by name, and by referent."""
    for relay in assertion.attribution.chain if assertion.attribution else ():
        source = relay.source
        yield from (span.of(text) for span in source.spans)
        yield from (value for value in (source.name, source.referent) if value)
    for role in assertion.proposition.roles:
        yield role.span.of(text)
        if role.referent:
            yield role.referent


def _day(item: Extraction) -> str:
    when = item.article.published_at
    return when.date().isoformat() if when else _UNDATED
