"""What was made of the evidence: read by claim, searched by words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select, text

from ouidire.codec import canonical, loads
from ouidire.errors import UnknownId
from ouidire.model import Claim, Copy, Link
from ouidire.storage import tables
from ouidire.storage.store import Store
from ouidire.storage.writing import chunks

__all__ = [
    "claim_with",
    "claims",
    "copies",
    "export",
    "fingerprint",
    "full_id",
    "links",
    "many",
    "search",
    "with_facet",
    "within_days",
]

_WORD = re.compile(r"\w{1,80}")


def fingerprint(store: Store) -> str:
    """Return the fingerprint of the evidence the derived state was made of; empty where there is none."""
    query = select(tables.state.c.value).where(tables.state.c.key == "fingerprint")
    with store.engine.connect() as connection:
        return str(connection.execute(query).scalar() or "")


def claims(store: Store, ids: Iterable[str] | None = None) -> tuple[Claim, ...]:
    """Return claims in reading order; all of them, or those with these ids."""
    table = tables.claims
    query = select(table.c.place, table.c.id, table.c.body)
    found: list[tuple[str, str, str]] = []
    with store.engine.connect() as connection:
        if ids is None:
            found = [tuple(row) for row in connection.execute(query)]
        else:
            for part in chunks(sorted(set(ids))):
                found += [tuple(row) for row in connection.execute(query.where(table.c.id.in_(part)))]
    return tuple(loads(body, Claim) for _, _, body in sorted(found))


def many(store: Store) -> int:
    """Return how many claims there are."""
    with store.engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(tables.claims)).scalar_one())


def claim_with(store: Store, id_: str) -> Claim | None:
    """Return the claim with this id, or over the assertion with this id; None where there is none."""
    facet = tables.facets.c
    query = select(facet.claim).where(facet.kind == "assertion", facet.value == id_).order_by(facet.claim)
    with store.engine.connect() as connection:
        over = connection.execute(query.limit(1)).scalar()
    return next(iter(claims(store, (over or id_,))), None)


def links(store: Store) -> tuple[Link, ...]:
    """Return every judged pair, sorted by the ids of its sides."""
    query = select(tables.links.c.body).order_by(tables.links.c.left, tables.links.c.right)
    with store.engine.connect() as connection:
        return tuple(loads(body, Link) for body in connection.execute(query).scalars())


def copies(store: Store) -> tuple[Copy, ...]:
    """Return every case of text taken over, sorted by the two articles."""
    with store.engine.connect() as connection:
        found = [loads(body, Copy) for body in connection.execute(select(tables.copies.c.body)).scalars()]
    return tuple(sorted(found, key=lambda c: (c.from_, c.to, c.kind)))


def search(store: Store, query: str) -> frozenset[str]:
    """Return ids of the claims in whose words, speakers or places all words of `query` stand.

    Where none match, the claims of the articles that match as a whole. The last word may be the
    beginning of one. Case and accents do not matter.
    """
    words = _WORD.findall(query)
    if not words:
        return frozenset()
    pattern = " ".join(f'"{word}"' for word in words) + "*"
    own = text("SELECT id FROM claim_search WHERE claim_search MATCH :pattern")
    around = text(
        "SELECT facets.claim FROM article_search JOIN facets "
        "ON facets.kind = 'article' AND facets.value = article_search.id "
        "WHERE article_search MATCH :pattern"
    )
    with store.engine.connect() as connection:
        for statement in (own, around):
            found = frozenset(connection.execute(statement, {"pattern": pattern}).scalars())
            if found:
                return found
    return frozenset()


def with_facet(store: Store, kind: str, value: str) -> frozenset[str]:
    """Return ids of the claims that have a facet whose value contains `value`, case folded."""
    query = select(tables.facets.c.claim, tables.facets.c.value).where(tables.facets.c.kind == kind)
    wanted = value.casefold()
    with store.engine.connect() as connection:
        return frozenset(row.claim for row in connection.execute(query) if wanted in row.value.casefold())


def within_days(store: Store, since: date | None, until: date | None) -> frozenset[str]:
    """Return ids of the claims that an article published from `since` to `until` makes, both inclusive."""
    facet = tables.facets.c
    query = select(facet.claim).where(facet.kind == "day")
    if since:
        query = query.where(facet.value >= since.isoformat())
    if until:
        query = query.where(facet.value <= until.isoformat())
    with store.engine.connect() as connection:
        return frozenset(connection.execute(query).scalars())


def full_id(store: Store, short: str) -> str:
    """Return the id of the one claim or assertion that `short` begins; its prefix may be left out.

    Raises:
        UnknownId: None has it, or several have.

    """
    with store.engine.connect() as connection:
        ids = [str(id_) for id_ in connection.execute(select(tables.claims.c.id)).scalars()]
        query = select(tables.facets.c.value).where(tables.facets.c.kind == "assertion")
        ids += sorted(set(connection.execute(query).scalars()))
    if short in ids:
        return short
    starts = (short,) if ":" in short else (f"c:{short}", f"a:{short}")
    found = [id_ for id_ in ids if id_.startswith(starts)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownId(f"{len(found)} ids begin so @ {short}; give more of it")
    raise UnknownId(f"no claim or assertion has this id @ {short}; try: ouidire claims")


def export(store: Store) -> bytes:
    """Return the whole derived state as canonical lines: equal bytes mean equal state."""
    lines = [canonical(claim) for claim in sorted(claims(store), key=lambda c: c.id)]
    lines += [canonical(link) for link in links(store)]
    lines += sorted(canonical(copy) for copy in copies(store))
    return b"\n".join(lines) + b"\n"
