"""What was made of the evidence: written as a whole, read by claim, searched by words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select, text

from ouidire.codec import canonical, dumps, loads
from ouidire.errors import UnknownId
from ouidire.model import Claim, Copy, Extraction, Link
from ouidire.storage import tables
from ouidire.storage.records import Derived
from ouidire.storage.store import Store

__all__ = [
    "claim_with",
    "claims",
    "copies",
    "export",
    "fingerprint",
    "forget",
    "full_id",
    "links",
    "replace",
    "search",
    "with_facet",
    "within_days",
]

_CHUNK = 500
_WORD = re.compile(r"\w{1,80}")


def replace(store: Store, derived: Derived) -> None:
    """Throw away what was derived before and write `derived`, in one transaction."""
    with store.writing() as connection, connection.begin():
        forget(connection)
        _write_claims(connection, derived)
        _write_links(connection, derived)
        _index(connection, derived)
        connection.execute(tables.state.insert().values(key="fingerprint", value=derived.fingerprint))


def forget(connection: Connection) -> None:
    """Empty the tables of the derived state, in the transaction that is under way."""
    for table in tables.DERIVED:
        connection.execute(table.delete())
    for name in tables.SEARCHES:
        connection.exec_driver_sql(f"DELETE FROM {name}")  # noqa: S608 (a name of ours)


def fingerprint(store: Store) -> str:
    """Return the fingerprint of the evidence the derived state was made of; empty where there is none."""
    query = select(tables.state.c.value).where(tables.state.c.key == "fingerprint")
    with store.engine.connect() as connection:
        return str(connection.execute(query).scalar() or "")


def claims(store: Store, ids: Iterable[str] | None = None) -> tuple[Claim, ...]:
    """Return claims in reading order; all of them, or those with these ids."""
    wanted = None if ids is None else set(ids)
    with store.engine.connect() as connection:
        rows = connection.execute(select(tables.claims.c.id, tables.claims.c.rank)).all()
        chosen = sorted((row.rank, row.id) for row in rows if wanted is None or row.id in wanted)
        bodies: dict[str, str] = {}
        for start in range(0, len(chosen), _CHUNK):
            part = [id_ for _, id_ in chosen[start : start + _CHUNK]]
            query = select(tables.claims.c.id, tables.claims.c.body).where(tables.claims.c.id.in_(part))
            bodies |= {row.id: row.body for row in connection.execute(query)}
    return tuple(loads(bodies[id_], Claim) for _, id_ in chosen)


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
    """Return every case of text taken over."""
    query = select(tables.copies.c.body).order_by(tables.copies.c.n)
    with store.engine.connect() as connection:
        return tuple(loads(body, Copy) for body in connection.execute(query).scalars())


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


def _write_claims(connection: Connection, derived: Derived) -> None:
    if derived.claims:
        bodies = [
            {"id": claim.id, "rank": rank, "body": dumps(claim).decode()}
            for rank, claim in enumerate(derived.claims)
        ]
        connection.execute(tables.claims.insert(), bodies)
    if derived.facets:
        rows = [{"claim": f.claim, "kind": f.kind, "value": f.value} for f in derived.facets]
        connection.execute(tables.facets.insert(), rows)


def _write_links(connection: Connection, derived: Derived) -> None:
    if derived.links:
        rows = [{"left": x.left, "right": x.right, "body": dumps(x).decode()} for x in derived.links]
        connection.execute(tables.links.insert(), rows)
    for n, copy in enumerate(derived.copies):
        connection.execute(tables.copies.insert().values(n=n, body=dumps(copy).decode()))


def _index(connection: Connection, derived: Derived) -> None:
    by_claim = text("INSERT INTO claim_search (id, words, names) VALUES (:id, :words, :names)")
    rows = [
        {
            "id": claim.id,
            "words": "\n".join(dict.fromkeys([claim.gloss, *(a.quote for a in claim.assertions)])),
            "names": names,
        }
        for claim, names in zip(derived.claims, derived.names, strict=True)
    ]
    if rows:
        connection.execute(by_claim, rows)
    by_article = text("INSERT INTO article_search (id, title, words) VALUES (:id, :title, :words)")
    for item in _each_once(derived.articles):
        article = item.article
        connection.execute(by_article, {"id": article.id, "title": article.title, "words": article.text})


def _each_once(items: Iterable[Extraction]) -> list[Extraction]:
    return list({item.article.id: item for item in items}.values())
