"""Brings the derived state up to date: only what new evidence touches is made again.

A link or a copy depends on its two articles. A claim depends on the articles that hang together by
links, copies and versions of a page; and on the newest day of all, by which states age. So the new
articles are linked with those they may meet, everything that hung or now hangs together with
them is assessed anew, and the rest stays. The result is that of `rebuild`, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ouidire import pipeline, storage
from ouidire.engine.deciding import decided, in_force
from ouidire.engine.rebuild import Head, Scope, articles, extracted, newest_of, rebuild, shown, stale, told
from ouidire.linking.reuse.translated import SHARED
from ouidire.linking.times import FAR
from ouidire.model import Anchor, Claim, Copy, Extraction, Judgement, Link, Ruling, RulingKind
from ouidire.storage import Derived, Store, Told

__all__ = ["Moved", "refresh"]

# Where so large a part of the ledger is new, making the whole anew costs less.
_MANY = 64
_SHARE = 4


@dataclass(frozen=True, slots=True)
class Moved:
    """Claims that were made anew: as they were, and as they are."""

    before: tuple[Claim, ...] = ()
    after: tuple[Claim, ...] = ()


def refresh(store: Store) -> Moved:
    """Take in the evidence that came since the derived state was made."""
    scope = Scope.of(store)
    if not stale(store, scope):
        return Moved()
    head, touched = _touched(store, scope)
    if touched is None:
        before = storage.claims(store)
        return Moved(before, tuple(one.claim for one in rebuild(store).claims))
    return _part(store, scope, head, touched)


def _touched(store: Store, scope: Scope) -> tuple[Head, frozenset[str] | None]:
    """Return the newest entry that was looked at, and ids of the articles that are new or to be linked anew.

    None for the articles where everything may be.
    """
    known = storage.remembered(store)
    head = store.head()
    if "processed" not in known or known.get("base") != scope.base(store):
        return head, None
    while True:  # until a pass found nothing to extract, and nobody added anything
        waiting = storage.pending(store, int(known["processed"]))
        if waiting.other:
            return head, None
        counting = storage.documents_of(store, waiting.documents)
        for document in store.documents(counting.values()):
            extracted(store, document, scope)
        if head == store.head():
            break
        head = store.head()
    touched = frozenset(counting) | _judged(store, waiting.judgements)
    many = len(touched) > _MANY and len(touched) * _SHARE > storage.size(store)
    return head, None if many or _redated(store, scope, touched) else touched


def _redated(store: Store, scope: Scope, touched: frozenset[str]) -> bool:
    """Whether an article that was there already is of another day now; then states may grow younger."""
    days = storage.days(store, touched)
    found = articles(store, scope, [id_ for id_ in touched if id_ in days])
    return any(days[item.article.id] != told(item, scope.world).day for item in found)


def _judged(store: Store, new: frozenset[str]) -> frozenset[str]:
    """The articles that new decisions are about."""
    if not new:
        return frozenset()
    found: set[str] = set()
    for one in storage.decisions_with(store, Judgement, new):
        for id_, at in ((one.left, one.left_at), (one.right, one.right_at)):
            found |= _home(store, id_, at)
    for ruling in storage.decisions_with(store, Ruling, new):
        if ruling.kind is RulingKind.NOT_A_COPY:
            found |= {ruling.left, ruling.right}
    return frozenset(found & set(storage.counting_for(store, found)))


def _home(store: Store, id_: str, at: Anchor | None) -> set[str]:
    claim = storage.claim_with(store, id_)
    found = {one.article for one in claim.assertions if one.id == id_} if claim is not None else set()
    return found | ({at.article} if at is not None else set())


def _partners(store: Store, touched: frozenset[str]) -> frozenset[str]:
    """The articles that people's judgements tie to some, whatever they share."""
    found: set[str] = set()
    for one in in_force(storage.decisions(store, Judgement)):
        sides = [_home(store, one.left, one.left_at), _home(store, one.right, one.right_at)]
        if any(side & touched for side in sides):
            found |= sides[0] | sides[1]
    return frozenset(found - touched)


def _near(store: Store, fresh: Iterable[Told]) -> frozenset[str]:
    """The articles that new ones share something with, within reach."""
    found: set[str] = set()
    for one in fresh:
        found |= storage.meeting(store, (one.strong, one.weak), day=one.day, reach=FAR, least=SHARED)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is at hand while a part is made anew.

    Attributes:
        fresh: The touched articles, by id.
        met: Other articles that were loaded, by id.

    """

    store: Store
    scope: Scope
    head: Head
    fresh: Mapping[str, Told]
    met: dict[str, Extraction]
    newest: str

    def load(self, ids: Iterable[str]) -> None:
        """Load articles that are not at hand."""
        missing = [id_ for id_ in ids if id_ not in self.met and id_ not in self.fresh]
        self.met.update({x.article.id: x for x in articles(self.store, self.scope, missing)})

    def telling(self, ids: Iterable[str]) -> list[Extraction]:
        """Return those of some articles that make claims, sorted."""
        known = self.met | {id_: one.item for id_, one in self.fresh.items()}
        return [known[id_] for id_ in sorted(ids) if known[id_].assertions]


def _part(store: Store, scope: Scope, head: Head, touched: frozenset[str]) -> Moved:
    fresh = {x.article.id: told(x, scope.world) for x in articles(store, scope, touched)}
    newest = max(storage.remembered(store).get("newest", ""), newest_of([x.item for x in fresh.values()]))
    at = _Parts(store, scope, head, fresh, {}, newest)
    hung = storage.tied(store, {*touched, *storage.aging(store, newest)})
    near = (_near(store, fresh.values()) | _partners(store, touched)) - touched
    at.load(near)
    people = decided(store, at.telling({*near, *fresh}))
    world = people.world(scope.world)
    links, copies = pipeline.relate(
        at.telling({*near, *fresh}),
        world,
        judgements=people.judgements,
        no_copies=people.no_copies,
        fresh=touched,
    )
    around = storage.tied(store, hung | _ends(at, links, copies), without=touched) | frozenset(fresh)
    kept = around - touched
    at.load(kept)
    every = at.telling(around)
    claims = pipeline.conclude(
        every,
        sorted((*storage.links_among(store, kept), *links), key=lambda x: (x.left, x.right)),
        sorted((*storage.copies_among(store, kept), *copies), key=lambda c: (c.from_, c.to, c.kind)),
        world,
        newest=newest,
    )
    return _written(at, _Made(claims, links, copies, around), every)


def _ends(at: _Parts, links: Iterable[Link], copies: Iterable[Copy]) -> set[str]:
    """The articles that new links, copies and pages tie to the touched ones."""
    home = {one.id: id_ for id_, x in at.met.items() for one in x.assertions}
    found = {home[side] for x in links for side in (x.left, x.right) if side in home}
    found |= {side for c in copies for side in (c.from_, c.to)}
    pages = {x.page for x in at.fresh.values() if x.page is not None}
    return found | storage.same_pages(at.store, pages)


@dataclass(frozen=True, slots=True)
class _Made:
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    copies: tuple[Copy, ...]
    around: frozenset[str]


def _written(at: _Parts, made: _Made, every: Sequence[Extraction]) -> Moved:
    before = storage.claims(at.store, storage.claims_of(at.store, made.around))
    derived = Derived(
        articles=tuple(at.fresh.values()),
        claims=shown(made.claims, every, at.newest),
        links=made.links,
        copies=made.copies,
        around=made.around,
        fingerprint=at.scope.fingerprint(at.head),
        state=at.scope.state(at.store, at.head, at.newest),
    )
    storage.update(at.store, derived)
    return Moved(before, tuple(one.claim for one in derived.claims))
