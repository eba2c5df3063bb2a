"""Makes the derived state of a ledger anew from the set of its evidence, the whole of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from ouidire import storage
from ouidire.codec import canonical
from ouidire.engine import inprocess, worlds
from ouidire.engine.deciding import decided, in_force
from ouidire.engine.reading_order import Index, ages, facets, names, place
from ouidire.engine.versions import assessed_by, made_by
from ouidire.gazetteer import World
from ouidire.model import Claim, Extraction, PassageRole, Ruling, RulingKind
from ouidire.storage import Derived, Shown, Store, StoredDocument, Told

__all__ = ["Head", "Scope", "articles", "extracted", "newest_of", "rebuild", "shown", "stale", "told"]

OnDocument = Callable[[str], None]
Head = tuple[int, str]
"""Number and hash of an entry of the log."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a rebuild rests on besides the articles: the world in force and its digest."""

    world: World
    digest: str

    @classmethod
    def of(cls, store: Store) -> Scope:
        """Take it from a ledger."""
        world, _ = worlds.stored(store)
        return cls(world, worlds.digest(world))

    def base(self, store: Store) -> str:
        """Return the hash of what every link and claim depends on: world, rules, sources judged one."""
        rulings = in_force(storage.decisions(store, Ruling))
        one = sorted(sorted((r.left, r.right)) for r in rulings if r.kind is RulingKind.SAME_ORIGIN)
        return _hash([self.digest, assessed_by(), one])

    def fingerprint(self, head: Head) -> str:
        """Return the hash of everything the derived state depends on, the program's rules included."""
        return _hash([self.digest, assessed_by(), list(head)])

    def state(self, store: Store, head: Head, newest: str) -> tuple[tuple[str, str], ...]:
        """Return what is remembered beside the derived state, so that the next part can be added to it.

        Args:
            head: Of the log, up to which the evidence was taken in; another process may have gone on.

        """
        return ("base", self.base(store)), ("processed", str(head[0])), ("newest", newest)


def _hash(value: object) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()


def stale(store: Store, scope: Scope) -> bool:
    """Whether evidence was added, or the program changed, since the derived state was made."""
    return storage.fingerprint(store) != scope.fingerprint(store.head())


def articles(store: Store, scope: Scope, wanted: Collection[str] | None = None) -> Iterator[Extraction]:
    """Yield the extraction of every article: by this program if there is one, else the newest.

    Args:
        wanted: Ids of articles; all where it is None.

    """
    ids = store.counting() if wanted is None else storage.counting_for(store, wanted).values()
    for document in store.documents(ids):
        item = store.extraction(document, made_by=made_by(), world=scope.digest)
        if item is not None:
            yield item


def rebuild(store: Store, *, again: bool = False, on_document: OnDocument | None = None) -> Derived:
    """Extract what has not been extracted with this world, link, assess, and write the result.

    Args:
        again: Extract again what another version of the program extracted.
        on_document: Called with the place of each document that is extracted.

    """
    scope = Scope.of(store)
    from ouidire import pipeline  # what only asks a ledger needs no stage

    head = None
    while head != store.head():  # until a pass found nothing to extract, and nobody added anything
        head = store.head()
        for document in store.documents(store.counting()):
            extracted(store, document, scope, again=again, on_document=on_document)
    items = tuple(articles(store, scope))
    telling = tuple(item for item in items if item.assertions)  # the rest, however long, makes no claim
    people = decided(store, telling)
    world = people.world(scope.world)
    made = pipeline.assess(telling, world, judgements=people.judgements, no_copies=people.no_copies)
    newest = newest_of(telling)
    derived = Derived(
        articles=tuple(told(item, scope.world) for item in items),
        claims=shown(made.claims, items, newest),
        links=made.links,
        copies=made.copies,
        fingerprint=scope.fingerprint(head),
        state=scope.state(store, head, newest),
    )
    storage.replace(store, derived)
    return derived


def told(item: Extraction, world: World) -> Told:
    """Return an article with what others find it by; one that makes no claim is found by nothing."""
    from ouidire import linking  # as above
    from ouidire.assessment.revision import page_of

    if not item.assertions:
        return Told(item=item)
    found = linking.marks(item, world)
    return Told(item=item, day=found.day, page=page_of(item.article), strong=found.strong, weak=found.weak)


def shown(claims: Sequence[Claim], items: Sequence[Extraction], newest: str) -> tuple[Shown, ...]:
    """Return claims as they are kept, in reading order.

    Args:
        items: What their articles say, at least.
        newest: ISO date of the newest article of the ledger.

    """
    index = Index(items)
    found = [
        Shown(
            claim=claim,
            place=place(claim, index),
            ages=ages(claim, index, newest),
            names=names(claim, index),
            facets=facets((claim,), index),
        )
        for claim in claims
    ]
    return tuple(sorted(found, key=lambda one: one.place))


def newest_of(items: Sequence[Extraction]) -> str:
    """Return the ISO date of the newest article that tells anything outside boilerplate; empty without one."""
    days = [
        item.article.published_at.date().isoformat()
        for item in items
        if item.article.published_at is not None
        and any(one.passage is not PassageRole.BOILERPLATE for one in item.assertions)
    ]
    return max(days, default="")


def extracted(
    store: Store,
    document: StoredDocument,
    scope: Scope,
    *,
    again: bool = False,
    on_document: OnDocument | None = None,
) -> None:
    """Extract a document where that has not been done with this world, and record what was found."""
    version = made_by() if again else None
    if document.article is None or store.has_extraction(document.id, made_by=version, world=scope.digest):
        return
    if on_document:
        on_document(document.place)
    found = inprocess.extract(document.article, scope.world)
    store.add_extraction(document.id, found, made_by=made_by(), world=scope.digest)
