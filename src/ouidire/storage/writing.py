"""Writes what was derived: the whole of it, or the part that was touched, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select, text

from ouidire.codec import dumps
from ouidire.storage import tables
from ouidire.storage.records import Derived, Shown, Told
from ouidire.storage.store import Store

__all__ = ["CHUNK", "chunks", "forget", "replace", "update"]

CHUNK = 500
"""So many values go into one query."""

T = TypeVar("T")


def replace(store: Store, derived: Derived) -> None:
    """Throw away what was derived before and write `derived`, which is the whole."""
    with store.writing() as connection, connection.begin():
        forget(connection)
        _write(connection, derived)


def update(store: Store, derived: Derived) -> None:
    """Write `derived` in place of what was derived of the same articles; the rest stays as it is."""
    with store.writing() as connection, connection.begin():
        _drop_articles(connection, [told.item.article.id for told in derived.articles])
        _drop_claims(connection, derived.around)
        _write(connection, derived)


def forget(connection: Connection) -> None:
    """Empty the tables of the derived state, in the transaction that is under way."""
    for table in tables.DERIVED:
        connection.execute(table.delete())
    for name in tables.SEARCHES:
        connection.exec_driver_sql(f"DELETE FROM {name}")  # noqa: S608 (a name of ours)


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """Yield values by as many as go into one query."""
    every = list(values)
    for start in range(0, len(every), CHUNK):
        yield every[start : start + CHUNK]


def _write(connection: Connection, derived: Derived) -> None:
    _write_articles(connection, derived.articles)
    _write_claims(connection, derived.claims)
    _write_links(connection, derived)
    for key, value in (("fingerprint", derived.fingerprint), *derived.state):
        connection.execute(tables.state.delete().where(tables.state.c.key == key))
        connection.execute(tables.state.insert().values(key=key, value=value))


def _drop_articles(connection: Connection, ids: Sequence[str]) -> None:
    """Forget articles with their links, copies and marks; nothing of one that is not there yet."""
    numbers = list(_numbers(connection, tables.articles, ids).values())
    if not numbers:
        return
    for table, column in (
        (tables.links, tables.links.c.left_article),
        (tables.links, tables.links.c.right_article),
        (tables.copies, tables.copies.c.from_article),
        (tables.copies, tables.copies.c.to_article),
        (tables.marks, tables.marks.c.article),
        (tables.articles, tables.articles.c.n),
    ):
        for part in chunks(numbers):
            connection.execute(table.delete().where(column.in_(part)))
    _unindex(connection, "article_search", numbers)


def _drop_claims(connection: Connection, around: Iterable[str]) -> None:
    """Forget the claims that rest on some articles."""
    facet = tables.facets.c
    ids: set[str] = set()
    for part in chunks(around):
        query = select(facet.claim).where(facet.kind == "article", facet.value.in_(part))
        ids.update(connection.execute(query).scalars())
    for named in chunks(sorted(ids)):
        connection.execute(tables.facets.delete().where(facet.claim.in_(named)))
    numbers = list(_numbers(connection, tables.claims, sorted(ids)).values())
    for rows in chunks(numbers):
        connection.execute(tables.claims.delete().where(tables.claims.c.n.in_(rows)))
    _unindex(connection, "claim_search", numbers)


def _unindex(connection: Connection, name: str, numbers: Iterable[int]) -> None:
    for number in numbers:
        connection.execute(text(f"DELETE FROM {name} WHERE rowid = :n"), {"n": number})  # noqa: S608 (a name of ours)


def _numbers(connection: Connection, table: Table, ids: Iterable[str]) -> dict[str, int]:
    """Return the rows of articles or claims by their ids, as far as they are there."""
    found: dict[str, int] = {}
    for part in chunks(ids):
        rows = connection.execute(select(table.c.id, table.c.n).where(table.c.id.in_(part)))
        found |= {row.id: row.n for row in rows}
    return found


def _next(connection: Connection, table: Table) -> int:
    last = connection.execute(select(table.c.n).order_by(table.c.n.desc()).limit(1)).scalar()
    return 0 if last is None else int(last) + 1


def _write_articles(connection: Connection, articles: Sequence[Told]) -> None:
    first = _next(connection, tables.articles)
    rows, found, words = [], [], []
    for n, told in enumerate(articles, first):
        article = told.item.article
        day = tables.UNDATED if told.day is None else told.day
        rows.append(
            {
                "n": n,
                "id": article.id,
                "document": told.document,
                "day": day,
                "language": article.language,
                "page": told.page,
            }
        )
        for weak, keys in ((0, told.strong), (1, told.weak)):
            found += [{"key": key, "weak": weak, "day": day, "article": n} for key in sorted(keys)]
        words.append({"n": n, "id": article.id, "title": article.title, "words": article.text})
    _insert(connection, tables.articles, rows)
    _insert(connection, tables.marks, found)
    if words:
        into = "INSERT INTO article_search (rowid, id, title, words) VALUES (:n, :id, :title, :words)"
        connection.execute(text(into), words)


def _write_claims(connection: Connection, claims: Sequence[Shown]) -> None:
    first = _next(connection, tables.claims)
    rows, facets, words = [], [], []
    for n, shown in enumerate(claims, first):
        claim = shown.claim
        body = dumps(claim).decode()
        rows.append({"n": n, "id": claim.id, "place": shown.place, "ages": shown.ages, "body": body})
        facets += [{"claim": f.claim, "kind": f.kind, "value": f.value} for f in shown.facets]
        said = "\n".join(dict.fromkeys([claim.gloss, *(a.quote for a in claim.assertions)]))
        words.append({"n": n, "id": claim.id, "words": said, "names": shown.names})
    _insert(connection, tables.claims, rows)
    _insert(connection, tables.facets, facets)
    if words:
        into = "INSERT INTO claim_search (rowid, id, words, names) VALUES (:n, :id, :words, :names)"
        connection.execute(text(into), words)


def _write_links(connection: Connection, derived: Derived) -> None:
    home = _homes(connection, derived)
    rows = [
        {
            "left": x.left,
            "right": x.right,
            "left_article": home[x.left],
            "right_article": home[x.right],
            "body": dumps(x).decode(),
        }
        for x in derived.links
    ]
    _insert(connection, tables.links, rows)
    ids = sorted({id_ for c in derived.copies for id_ in (c.from_, c.to)})
    numbers = _numbers(connection, tables.articles, ids)
    _insert(
        connection,
        tables.copies,
        [
            {
                "from_article": numbers[c.from_],
                "to_article": numbers[c.to],
                "kind": c.kind.value,
                "body": dumps(c).decode(),
            }
            for c in derived.copies
        ],
    )


def _homes(connection: Connection, derived: Derived) -> Mapping[str, int]:
    """Return the row of the article of each assertion that links name, by the facets of the claims."""
    wanted = {id_ for x in derived.links for id_ in (x.left, x.right)}
    where = {one.id: told.item.article.id for told in derived.articles for one in told.item.assertions}
    where |= {o.id: o.article for shown in derived.claims for o in shown.claim.assertions}
    numbers = _numbers(connection, tables.articles, sorted(set(where.values())))
    return {id_: numbers[where[id_]] for id_ in wanted}


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)
