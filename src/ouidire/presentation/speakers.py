"""Who is cited: every speaker that a claim is attributed to, and through whom it came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ouidire.model import Source
from ouidire.presentation import words
from ouidire.presentation.occurrences import OccurrenceView, outlet_name
from ouidire.presentation.view import ClaimView

__all__ = ["Speaker", "speakers"]

_GRADES = ("named", "an office", "a role", "a group", "anonymous, described", "unidentifiable")
"""By `Source.anonymity`."""


@dataclass(slots=True)
class Speaker:
    """A speaker as the articles call him, her or it.

    Attributes:
        called: Each way the texts put it, in the order of the claims.
        known: How far the text says who it is, in words.
        claims: Numbers of the claims it is a source of, sorted.
        outlets: Who publishes them, sorted; `relays` the speakers in between.

    """

    name: str
    known: str
    language: str
    called: list[str] = field(default_factory=list)
    claims: list[int] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    relays: list[str] = field(default_factory=list)


def speakers(views: Sequence[ClaimView]) -> tuple[Speaker, ...]:
    """Return everybody that `views` are attributed to, most cited first; outlets in their own voice are not."""
    found: dict[str, Speaker] = {}
    for view in views:
        for item in view.occurrences:
            hops = item.assertion.attribution.chain if item.assertion.attribution else ()
            for n, hop in enumerate(hops):
                if n == 0:
                    _count(found, view.number, item, (hop.source, [h.source for h in hops[1:]]))
    return tuple(sorted(found.values(), key=lambda s: (-len(s.claims), s.name.casefold())))


def _count(
    found: dict[str, Speaker], number: int, item: OccurrenceView, chain: tuple[Source, Iterable[Source]]
) -> None:
    source, relays = chain
    called = " … ".join(span.of(item.article.text) for span in source.spans)
    meant = source.antecedent.of(item.article.text) if source.antecedent else called
    name = source.name or meant or "nobody named"
    key = source.referent or name.casefold()
    row = found.setdefault(key, Speaker(name, _known(source), item.article.language))
    _add(row.called, called if called != name else "")
    _add(row.outlets, outlet_name(item.article))
    for relay in relays:
        _add(row.relays, relay.name or " ".join(span.of(item.article.text) for span in relay.spans))
    if number not in row.claims:
        row.claims.append(number)


def _known(source: Source) -> str:
    if not source.spans and not source.name:
        return "no words for a source"
    return words.kind_word(source.kind) or _GRADES[min(max(source.anonymity, 0), 5)]


def _add(rows: list[str], name: str) -> None:
    if name and name not in rows:
        rows.append(name)
