"""Makes the derived state of a ledger anew from the set of its evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from ouidire import storage
from ouidire.codec import canonical
from ouidire.engine import inprocess, worlds
from ouidire.engine.deciding import decided
from ouidire.engine.reading_order import Index, facets, in_reading_order, names
from ouidire.engine.versions import assessed_by, made_by
from ouidire.gazetteer import World
from ouidire.model import Extraction
from ouidire.storage import Derived, Store, StoredDocument

__all__ = ["Scope", "articles", "rebuild", "stale"]

OnDocument = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a rebuild rests on: the world in force, its digest, and ids of the documents that count."""

    world: World
    digest: str
    documents: tuple[str, ...]

    @classmethod
    def of(cls, store: Store) -> Scope:
        """Take it from a ledger."""
        world, _ = worlds.stored(store)
        return cls(world, worlds.digest(world), store.counting())

    def fingerprint(self, store: Store) -> str:
        """Return the hash of everything the derived state depends on, the program's rules included."""
        rests_on = [self.digest, self.documents, storage.decision_ids(store), assessed_by()]
        return hashlib.sha256(canonical(rests_on)).hexdigest()


def stale(store: Store, scope: Scope) -> bool:
    """Whether evidence was added, or the program changed, since the derived state was made."""
    return storage.fingerprint(store) != scope.fingerprint(store)


def articles(store: Store, scope: Scope, wanted: Container[str] | None = None) -> Iterator[Extraction]:
    """Yield the extraction of every article: by this program if there is one, else the newest.

    Args:
        wanted: Ids of articles; all where it is None.

    """
    for document in store.documents(scope.documents):
        if wanted is None or (document.article and document.article.id in wanted):
            item = store.extraction(document, made_by=made_by(), world=scope.digest)
            if item is not None:
                yield item


def rebuild(store: Store, *, again: bool = False, on_document: OnDocument | None = None) -> Derived:
    """Extract what has not been extracted with this world, link, assess, and write the result.

    Args:
        again: Extract again what another version of the program extracted.
        on_document: Called with the place of each document that is extracted.

    """
    from ouidire import pipeline

    scope = Scope.of(store)
    for document in store.documents(scope.documents):
        _extract(store, document, scope, again=again, on_document=on_document)
    items = tuple(articles(store, scope))
    telling = tuple(item for item in items if item.assertions)  # the rest, however long, makes no claim
    people = decided(store, telling)
    assessed = pipeline.assess(
        telling, people.world(scope.world), judgements=people.judgements, no_copies=people.no_copies
    )
    index = Index(items)
    claims = in_reading_order(assessed.claims, index)
    derived = Derived(
        claims=claims,
        names=tuple(names(claim, index) for claim in claims),
        facets=facets(claims, index),
        links=tuple(sorted(assessed.links, key=lambda link: (link.left, link.right))),
        copies=assessed.copies,
        articles=items,
        fingerprint=scope.fingerprint(store),
    )
    storage.replace(store, derived)
    return derived


def _extract(
    store: Store, document: StoredDocument, scope: Scope, *, again: bool, on_document: OnDocument | None
) -> None:
    version = made_by() if again else None
    if document.article is None or store.has_extraction(document.id, made_by=version, world=scope.digest):
        return
    if on_document:
        on_document(document.place)
    found = inprocess.extract(document.article, scope.world)
    store.add_extraction(document.id, found, made_by=made_by(), world=scope.digest)
