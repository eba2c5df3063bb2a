"""A whole ledger as one value in memory, for programs that ask it many things: nothing here writes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ouidire import storage
from ouidire.codec import canonical
from ouidire.engine.asking import Wanted, fits, indexed
from ouidire.engine.deciding import grades
from ouidire.engine.dossiers import dossier_of
from ouidire.engine.recording import Recorded, recorded
from ouidire.engine.review import Open, questions
from ouidire.engine.shelves import Shelves
from ouidire.engine.worlds import stored
from ouidire.errors import UnknownId
from ouidire.model import Claim, Dossier, Evidence, Extraction, Link
from ouidire.presentation import reasons
from ouidire.presentation.citations import Citation, citations
from ouidire.presentation.messages import read_in
from ouidire.storage import Store

__all__ = ["Snapshot", "snapshot", "state_of"]

_SHORTEST = 6
"""Digits of an id that are enough to name it."""


def state_of(store: Store) -> str:
    """Return the hash of the derived state and of what people decided since; it moves when either does."""
    return hashlib.sha256(canonical([storage.fingerprint(store), storage.decision_ids(store)])).hexdigest()


def snapshot(store: Store) -> Snapshot:
    """Read the derived state as it stands; it is not brought up to date."""
    state = state_of(store)
    _, world = stored(store)
    claims = storage.claims(store)
    whole = dossier_of(store, claims, title=store.path.stem, world=world, everything=True)
    found = Snapshot(store, state, whole)
    with read_in(""):
        found.prepare()
    return found


@dataclass(frozen=True)
class Snapshot(Shelves):
    """What a ledger holds at one state.

    Attributes:
        state: Of the ledger when `whole` was read; see `state_of`.
        whole: Every claim, article and link.

    """

    store: Store
    state: str
    whole: Dossier

    def prepare(self) -> None:
        """Make every index now, so that many threads may ask and the first need not wait."""
        _ = self.survey, self.views, self.threads, self.between, self.copies, self.told
        _ = (
            self.sources,
            self.drifts,
            self.open,
            self.moved,
            self.newest,
            self.decisions,
            self.captured,
            self.facets,
        )
        _ = (
            self._claims,
            self.over,
            self._assertions,
            self._articles,
            self._ranks,
            self.article_ids,
            self._links,
        )

    @cached_property
    def sources(self) -> tuple[Citation, ...]:
        """Who is cited, most cited first."""
        return citations(self.whole.extractions, self.whole.claims, grades=grades(self.store))

    def cited(self, name: str) -> tuple[Citation, ...]:
        """Return the sources whose name or referent holds `name`, in any case; all where it is empty."""
        wanted = name.casefold()
        return tuple(c for c in self.sources if wanted in c.name.casefold() or wanted in c.key.casefold())

    @cached_property
    def open(self) -> tuple[Open, ...]:
        """What the program was unsure of, weightiest first."""
        whole = self.whole
        return questions(self.store, whole.extractions, whole.claims, whole.links)

    @cached_property
    def captured(self) -> Mapping[str, str]:
        """When each article was first had, ISO, by its id."""
        return self.store.captured()

    @cached_property
    def decisions(self) -> tuple[Recorded, ...]:
        """What people decided, newest first."""
        return recorded(self.store)

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {claim.id: n for n, claim in enumerate(self.whole.claims)}

    @cached_property
    def _links(self) -> Mapping[str, tuple[Link, ...]]:
        found: dict[str, list[Link]] = {}
        for link in self.whole.links:
            for end in (link.left, link.right):
                found.setdefault(end, []).append(link)
        return {end: tuple(links) for end, links in found.items()}

    @cached_property
    def _claims(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self.whole.claims}

    def claims(self, wanted: Wanted) -> tuple[Claim, ...]:
        """Return the claims asked for, in reading order."""
        if wanted == Wanted():
            return self.whole.claims
        ids = indexed(self.store, wanted)
        if ids is None:
            return tuple(claim for claim in self.whole.claims if fits(claim, wanted))
        known = sorted(ids & self._ranks.keys(), key=self._ranks.__getitem__)
        return tuple(self._claims[id_] for id_ in known if fits(self._claims[id_], wanted))

    def claim(self, short: str) -> Claim:
        """Return the claim with this id, or over the assertion with it, or whose id begins so.

        Raises:
            UnknownId: None has it, or several have.

        """
        full = self.over.get(short, short)
        if full not in self._claims:
            full = self.over.get(found := _begun(short, (*self._claims, *self.over), ("c:", "a:")), found)
        return self._claims[full]

    def extraction(self, short: str) -> Extraction:
        """Return what was found in the article with this id, or whose id begins so.

        Raises:
            UnknownId: None has it, or several have.

        """
        full = short if short in self._articles else _begun(short, self._articles, ("sha256:",))
        return self._articles[full]

    def texts(self) -> Mapping[str, str]:
        """Return the text of each article by the id of an assertion in it."""
        return {id_: item.article.text for id_, (_, item) in self._assertions.items()}

    def dossier(self, claims: Iterable[Claim], title: str) -> Dossier:
        """Return the part of everything that `claims` rest on."""
        chosen = tuple(claims)
        members = {one.id for claim in chosen for one in claim.assertions}
        wanted = {one.article for claim in chosen for one in claim.assertions}
        known = sorted(wanted & self._articles.keys(), key=self.article_ids.__getitem__)
        items = tuple(self._articles[id_] for id_ in known)
        days = [item.article.published_at.date().isoformat() for item in items if item.article.published_at]
        return replace(
            self.whole,
            title=title,
            as_of=max(days, default=""),
            claims=chosen,
            extractions=items,
            links=self._inside(members),
            issues=tuple(dict.fromkeys(issue for item in items for issue in item.issues)),
        )

    def _inside(self, members: set[str]) -> tuple[Link, ...]:
        found = {(x.left, x.right): x for id_ in members for x in self._links.get(id_, ())}
        return tuple(x for _, x in sorted(found.items()) if {x.left, x.right} <= members)

    def why(self, short: str) -> tuple[Evidence, ...]:
        """Return the reasons behind a claim or an assertion, one sentence each.

        Raises:
            UnknownId: None has this id, or several have.

        """
        claim = self.claim(short)
        if short not in self._assertions:
            part = self.dossier((claim,), claim.id)
            return tuple(reasons.of_claim(claim, part.extractions, part.links))
        one, item = self._assertions[short]
        links = self._links.get(short, ())
        ends = {id_ for x in links for id_ in (x.left, x.right)} & self._assertions.keys()
        words = {id_: self._quote(id_) for id_ in sorted(ends)}
        return tuple(reasons.of_assertion(one, item, links, words=words))

    def _quote(self, id_: str) -> str:
        one, item = self._assertions[id_]
        return one.span.of(item.article.text)


def _begun(short: str, ids: Iterable[str], prefixes: tuple[str, ...]) -> str:
    """Return the one id that begins with `short`; its prefix may be left out."""
    starts = (short,) if ":" in short else tuple(f"{prefix}{short}" for prefix in prefixes)
    digits = short.rpartition(":")[2]
    found = sorted({id_ for id_ in ids if id_.startswith(starts)}) if len(digits) >= _SHORTEST else []
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownId(f"{len(found)} ids begin so @ {short}; give more of it")
    raise UnknownId(f"nothing here has this id @ {short}; look in the lists of claims and articles")
