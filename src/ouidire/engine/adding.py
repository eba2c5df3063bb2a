"""Reads sources into a ledger, one durable transaction each; what was erased does not come back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ouidire import reading, storage
from ouidire.engine import inprocess, worlds
from ouidire.engine.extracting import once
from ouidire.engine.versions import made_by
from ouidire.model import Extraction, Issue, IssueLevel, Tombstone
from ouidire.reading import ReadResult, ReadSettings
from ouidire.storage import Document, Store

__all__ = ["Added", "adding", "document_of", "taking_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one document that was offered to a ledger.

    Attributes:
        outcome: ok, partial, failed or refused.
        new: False where the ledger had it already, or has erased it.
        assertions: How many were found in it; 0 where it was there already.

    """

    place: str
    outcome: str
    new: bool
    assertions: int
    issues: tuple[Issue, ...] = ()


def adding(store: Store, sources: Iterable[str], settings: ReadSettings) -> Iterator[Added]:
    """Read sources one by one, as the result is consumed."""
    return taking_in(store, reading.read(sources, settings))


def taking_in(store: Store, results: Iterable[ReadResult]) -> Iterator[Added]:
    """Record what was read and extract it, one by one, as the result is consumed."""
    world, _ = worlds.stored(store)
    scope = worlds.digest(world)
    erased = {stone.article: stone for stone in storage.tombstones(store)}
    for result in results:
        document = document_of(result)
        if document.article and (stone := erased.get(document.article.id)):
            yield _refused(document.place, stone)
            continue
        new = store.add(document)
        found: Extraction | None = None
        known = store.has_extraction(document.id, made_by=None, world=scope)
        if document.article and not known:
            found = inprocess.extract(document.article, world)
            store.add_extraction(document.id, found, made_by=made_by(), world=scope)
        yield Added(
            place=result.place,
            outcome=result.outcome.value,
            new=new,
            assertions=len(found.assertions) if found else 0,
            issues=once(*result.issues, *(found.issues if found else ())),
        )


def document_of(result: ReadResult) -> Document:
    """Return what was read as the ledger keeps it."""
    return Document(
        place=result.place,
        outcome=result.outcome.value,
        capture=result.capture,
        article=result.article,
        issues=result.issues,
    )


def _refused(place: str, stone: Tombstone) -> Added:
    day = stone.made_at[:10]
    issue = Issue(
        level=IssueLevel.WARNING,
        code="evidence:erased",
        message=f"erased on {day} ({stone.because}); not read again",
        where=place,
    )
    return Added(place=place, outcome="refused", new=False, assertions=0, issues=(issue,))
