"""A ledger as people use it: add articles, ask for claims, dossiers, drifts and reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from ouidire import reading, storage
from ouidire.engine import inprocess, worlds
from ouidire.engine.asking import Wanted, matching
from ouidire.engine.dossiers import dossier_of
from ouidire.engine.rebuild import Scope, articles, rebuild, stale
from ouidire.engine.reread import holds
from ouidire.engine.versions import made_by
from ouidire.errors import LedgerError, UnknownId
from ouidire.model import Assertion, Claim, Dossier, Drift, Evidence, Extraction, Issue, Link
from ouidire.presentation import reasons
from ouidire.reading import ReadResult, ReadSettings
from ouidire.storage import Document, Store

__all__ = ["Added", "Ledger", "open_ledger"]

OnDocument = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one document that was offered to a ledger.

    Attributes:
        outcome: ok, partial, failed or refused.
        new: False where the ledger had it already.
        assertions: How many were found in it; 0 where it was there already.

    """

    place: str
    outcome: str
    new: bool
    assertions: int
    issues: tuple[Issue, ...] = ()


def open_ledger(path: str | Path, *, create: bool = True) -> Ledger:
    """Open the ledger at `path`, making it where there is none.

    Args:
        create: False to refuse to make one.

    Raises:
        LedgerTooNew: A newer program wrote it.
        LedgerError: It cannot be opened, is no ledger, or is not there.

    """
    where = Path(path)
    if not create and not where.exists():
        raise LedgerError(f"no ledger @ {where}; make one with: ouidire add SOURCE")
    return Ledger(Store(where))


class Ledger:
    """An open ledger. What it derives is brought up to date before it is read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def load_world(self, path: str | Path) -> bool:
        """Put a world file in force; return False where it is already."""
        return worlds.load(self._store, Path(path))

    def add(self, *sources: str, settings: ReadSettings | None = None) -> Iterator[Added]:
        """Read sources into the ledger, one durable transaction per document.

        Lazy: nothing happens until the result is consumed.
        """
        world, _ = worlds.stored(self._store)
        scope = worlds.digest(world)
        for result in reading.read(sources, settings or ReadSettings()):
            document = _document(result)
            new = self._store.add(document)
            found: Extraction | None = None
            known = self._store.has_extraction(document.id, made_by=None, world=scope)
            if document.article and not known:
                found = inprocess.extract(document.article, world)
                self._store.add_extraction(document.id, found, made_by=made_by(), world=scope)
            yield Added(
                place=result.place,
                outcome=result.outcome.value,
                new=new,
                assertions=len(found.assertions) if found else 0,
                issues=(*result.issues, *(found.issues if found else ())),
            )

    def add_text(
        self,
        text: str,
        *,
        title: str | None = None,
        ref: str | None = None,
        language: str | None = None,
        published_at: datetime | None = None,
    ) -> str | None:
        """Add a text that is at hand; return the id of its article, None where there is none."""
        settings = ReadSettings(language=language, published_at=published_at)
        document = _document(reading.read_text(text, settings, title=title, ref=ref))
        self._store.add(document)
        return document.article.id if document.article else None

    def refresh(self) -> None:
        """Make the derived state anew where evidence was added since."""
        if stale(self._store, Scope.of(self._store)):
            rebuild(self._store)

    def rebuild(self, on_document: OnDocument | None = None) -> int:
        """Make everything anew, with the words and rules of this program; return how many claims."""
        return len(rebuild(self._store, again=True, on_document=on_document).claims)

    def claims(self, wanted: Wanted | None = None) -> tuple[Claim, ...]:
        """Return the claims asked for, in reading order."""
        self.refresh()
        return matching(self._store, wanted or Wanted())

    def claim(self, short: str) -> Claim:
        """Return the claim whose id, or the id of one of whose assertions, begins with `short`.

        Raises:
            UnknownId: None has it, or several have.

        """
        self.refresh()
        claim = storage.claim_with(self._store, storage.full_id(self._store, short))
        if claim is None:
            raise UnknownId(f"no claim has this id @ {short}; try: ouidire claims")
        return claim

    def around(self, claim: Claim) -> tuple[Claim, ...]:
        """Return a claim and, after it, those it is related to."""
        ids = {claim.id, *(relation.claim for relation in claim.relations)}
        others = storage.claims(self._store, ids)
        return (claim, *(other for other in others if other.id != claim.id))

    def dossier(self, query: str = "", *, claims: Iterable[Claim] | None = None) -> Dossier:
        """Return everything a reader needs about the claims that match `query`, or about `claims`."""
        chosen = self.claims(Wanted(query=query)) if claims is None else tuple(claims)
        _, world = worlds.stored(self._store)
        everything = not query and claims is None
        return dossier_of(
            self._store,
            chosen,
            title=query or self._store.path.stem,
            world=world,
            everything=everything,
        )

    def drifts(self, article: str | None = None) -> tuple[tuple[Drift, Extraction], ...]:
        """Return drifts, each with the extraction its words stand in; those of one article or all.

        Args:
            article: An id, ref, URL, title or the beginning of an id.

        Raises:
            UnknownId: No article is called so.

        """
        self.refresh()
        items = tuple(articles(self._store, Scope.of(self._store)))
        if article is not None:
            chosen = [item for item in items if _called(item, article)]
            if not chosen:
                raise UnknownId(f"no article is called so @ {article}; give its id, path or URL")
        else:
            chosen = list(items)
        where = {one.id: item for item in items for one in item.assertions}
        wanted = {item.article.id for item in chosen}
        found = [d for item in chosen for d in item.drifts]
        found += [d for claim in storage.claims(self._store) for d in claim.drifts]
        each = {(d.from_, d.to, d.dimension): d for d in found if d.to in where}
        return tuple((d, where[d.to]) for d in each.values() if where[d.to].article.id in wanted)

    def why(self, short: str) -> tuple[Evidence, ...]:
        """Return the reasons behind a claim or an assertion, one sentence each.

        Raises:
            UnknownId: None has this id, or several have.

        """
        claim = self.claim(short)
        dossier = self.dossier(claims=(claim,))
        full = storage.full_id(self._store, short)
        if full == claim.id:
            return tuple(reasons.of_claim(claim, dossier.extractions, dossier.links))
        one, item = _assertion(dossier, full)
        links = tuple(x for x in self.links() if full in {x.left, x.right})
        return tuple(reasons.of_assertion(one, item, links))

    def links(self) -> tuple[Link, ...]:
        """Return every judged pair."""
        self.refresh()
        return storage.links(self._store)

    def extractions(self) -> tuple[Extraction, ...]:
        """Return what was found in every article, sorted by article id."""
        self.refresh()
        items = articles(self._store, Scope.of(self._store))
        return tuple(sorted(items, key=lambda item: item.article.id))

    def verify(self) -> Iterator[Issue]:
        """Yield what is wrong with the ledger; nothing when all holds."""
        return storage.verify(self._store, holds)

    def export(self) -> bytes:
        """Return the derived state as canonical lines."""
        self.refresh()
        return storage.export(self._store)


def _document(result: ReadResult) -> Document:
    return Document(
        place=result.place,
        outcome=result.outcome.value,
        capture=result.capture,
        article=result.article,
        issues=result.issues,
    )


def _called(item: Extraction, name: str) -> bool:
    article = item.article
    if name in {article.id, article.ref, article.url, article.title}:
        return True
    short = name.removeprefix("sha256:")
    return len(short) >= 6 and article.id.removeprefix("sha256:").startswith(short)


def _assertion(dossier: Dossier, id_: str) -> tuple[Assertion, Extraction]:
    for item in dossier.extractions:
        for one in item.assertions:
            if one.id == id_:
                return one, item
    raise UnknownId(f"no assertion has this id @ {id_}; try: ouidire claims")
