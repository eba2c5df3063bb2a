"""What an article touches: who may have to do with it, and what hangs together with it already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select

from ouidire.codec import loads
from ouidire.model import Copy, Link
from ouidire.storage import tables
from ouidire.storage.store import Store
from ouidire.storage.writing import chunks

__all__ = [
    "Pending",
    "aging",
    "claims_of",
    "copies_among",
    "counting_for",
    "days",
    "documents_of",
    "links_among",
    "meeting",
    "pending",
    "remembered",
    "same_pages",
    "size",
    "tied",
]

_NAMED = ("documents", "extractions", "judgements")


@dataclass(frozen=True, slots=True)
class Pending:
    """Evidence that came since the derived state was made.

    Attributes:
        last: Number of the newest entry of the log.
        documents: Ids of documents that are new or were extracted anew.
        judgements: Ids of new decisions.
        other: Whether something came that may touch everything.

    """

    last: int
    documents: frozenset[str]
    judgements: frozenset[str]
    other: bool


def remembered(store: Store) -> dict[str, str]:
    """Return what was noted beside the derived state, by name; empty where there is none."""
    with store.engine.connect() as connection:
        return {row.key: row.value for row in connection.execute(select(tables.state))}


def pending(store: Store, since: int) -> Pending:
    """Return what the log has after entry `since`."""
    log, extractions = tables.log, tables.extractions
    query = select(log.c.n, log.c.kind, log.c.subject).where(log.c.n > since).order_by(log.c.n)
    found: dict[str, set[str]] = {kind: set() for kind in _NAMED}
    last, other = since, False
    with store.engine.connect() as connection:
        for row in connection.execute(query):
            last = row.n
            if row.kind in found:
                found[row.kind].add(row.subject)
            else:
                other = other or row.kind != "captures"
        documents = set(found["documents"])
        for part in chunks(sorted(found["extractions"])):
            rows = connection.execute(select(extractions.c.document).where(extractions.c.id.in_(part)))
            documents.update(rows.scalars())
    return Pending(last, frozenset(documents), frozenset(found["judgements"]), other)


def documents_of(store: Store, documents: Iterable[str]) -> dict[str, str]:
    """Return, for each article that some documents are of, the document that counts."""
    table = tables.documents
    ids: set[str] = set()
    with store.engine.connect() as connection:
        for part in chunks(sorted(documents)):
            query = select(table.c.article).where(table.c.id.in_(part), table.c.body.is_not(None))
            ids.update(connection.execute(query).scalars())
    return counting_for(store, ids)


def counting_for(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """Return the document that counts for each of some articles: the smallest, as `Store.counting`."""
    table = tables.documents
    out: dict[str, str] = {}
    with store.engine.connect() as connection:
        for part in chunks(sorted(ids)):
            query = select(table.c.article, func.min(table.c.id).label("first"))
            query = query.where(table.c.article.in_(part), table.c.body.is_not(None))
            out |= {row.article: row.first for row in connection.execute(query.group_by(table.c.article))}
    return out


def meeting(
    store: Store, keys: tuple[frozenset[int], frozenset[int]], *, day: int | None, reach: int, least: int
) -> frozenset[str]:
    """Return ids of the articles that share a strong key, or `least` weak ones, within reach.

    Args:
        keys: Strong and weak ones, as `Told` has them.
        day: Of publication; None is near all.

    """
    found: set[int] = set()
    with store.engine.connect() as connection:
        found.update(_sharing(connection, keys[0], 0, (day, reach), 1))
        found.update(_sharing(connection, keys[1], 1, (day, reach), least))
        return frozenset(_names(connection, found))


def _sharing(
    connection: Connection, keys: frozenset[int], weak: int, near: tuple[int | None, int], least: int
) -> set[int]:
    marks = tables.marks.c
    day, reach = near
    shared: dict[int, int] = {}
    for part in chunks(sorted(keys)):
        query = select(marks.article, func.count()).where(marks.key.in_(part), marks.weak == weak)
        if day is not None:
            days = or_(marks.day == tables.UNDATED, marks.day.between(day - reach, day + reach))
            query = query.where(days)
        for article, many in connection.execute(query.group_by(marks.article)):
            shared[article] = shared.get(article, 0) + many
    return {article for article, many in shared.items() if many >= least}


def _names(connection: Connection, numbers: Iterable[int]) -> set[str]:
    table = tables.articles
    found: set[str] = set()
    for part in chunks(sorted(numbers)):
        found.update(connection.execute(select(table.c.id).where(table.c.n.in_(part))).scalars())
    return found


def _numbers(connection: Connection, ids: Iterable[str]) -> set[int]:
    table = tables.articles
    found: set[int] = set()
    for part in chunks(sorted(ids)):
        found.update(connection.execute(select(table.c.n).where(table.c.id.in_(part))).scalars())
    return found


def tied(store: Store, ids: Iterable[str], *, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the articles that hang together with some: by links, copies, and pages, step by step.

    Args:
        without: Articles through which no step leads, since what ties them is made anew.

    """
    with store.engine.connect() as connection:
        barred = _numbers(connection, without)
        seen = _numbers(connection, ids) - barred
        todo = set(seen)
        while todo:
            todo = _beside(connection, todo) - seen - barred
            seen |= todo
        return frozenset(_names(connection, seen))


def _beside(connection: Connection, numbers: set[int]) -> set[int]:
    links, copies, articles = tables.links.c, tables.copies.c, tables.articles.c
    found: set[int] = set()
    for part in chunks(sorted(numbers)):
        for here, there in (
            (links.left_article, links.right_article),
            (links.right_article, links.left_article),
            (copies.from_article, copies.to_article),
            (copies.to_article, copies.from_article),
        ):
            found.update(connection.execute(select(there).distinct().where(here.in_(part))).scalars())
        pages = connection.execute(select(articles.page).where(articles.n.in_(part))).scalars().all()
        for held in chunks(sorted({page for page in pages if page is not None})):
            found.update(connection.execute(select(articles.n).where(articles.page.in_(held))).scalars())
    return found


def same_pages(store: Store, pages: Iterable[str]) -> frozenset[str]:
    """Return ids of the articles that are versions of some pages."""
    table = tables.articles
    found: set[str] = set()
    with store.engine.connect() as connection:
        for part in chunks(sorted(pages)):
            found.update(connection.execute(select(table.c.id).where(table.c.page.in_(part))).scalars())
    return frozenset(found)


def links_among(store: Store, ids: Iterable[str]) -> tuple[Link, ...]:
    """Return the links between articles that are all of some."""
    return tuple(loads(body, Link) for body in _among(store, ids, ("left_article", "right_article"), "links"))


def copies_among(store: Store, ids: Iterable[str]) -> tuple[Copy, ...]:
    """Return the copies between articles that are all of some."""
    return tuple(loads(body, Copy) for body in _among(store, ids, ("from_article", "to_article"), "copies"))


def _among(store: Store, ids: Iterable[str], sides: tuple[str, str], name: str) -> list[str]:
    table = tables.metadata.tables[name]
    one, other = (table.c[side] for side in sides)
    with store.engine.connect() as connection:
        numbers = _numbers(connection, ids)
        found: list[str] = []
        for part in chunks(sorted(numbers)):
            rows = connection.execute(select(other, table.c.body).where(one.in_(part)))
            found += [body for number, body in rows if number in numbers]
        return found


def claims_of(store: Store, ids: Iterable[str]) -> frozenset[str]:
    """Return ids of the claims that rest on some articles."""
    facet = tables.facets.c
    found: set[str] = set()
    with store.engine.connect() as connection:
        for part in chunks(sorted(ids)):
            query = select(facet.claim).where(facet.kind == "article", facet.value.in_(part))
            found.update(connection.execute(query).scalars())
    return frozenset(found)


def days(store: Store, ids: Iterable[str]) -> dict[str, int | None]:
    """Return the day of publication of those of some articles that are there; None for undated ones."""
    table = tables.articles
    found: dict[str, int | None] = {}
    with store.engine.connect() as connection:
        for part in chunks(sorted(ids)):
            rows = connection.execute(select(table.c.id, table.c.day).where(table.c.id.in_(part)))
            found |= {row.id: None if row.day == tables.UNDATED else row.day for row in rows}
    return found


def size(store: Store) -> int:
    """Return how many articles the derived state was made of."""
    with store.engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(tables.articles)).scalar_one())


def aging(store: Store, newest: str) -> frozenset[str]:
    """Return ids of the articles of claims that must be made again now that the newest article is of `newest`."""
    claims, facet = tables.claims.c, tables.facets.c
    with store.engine.connect() as connection:
        due = (
            connection.execute(select(claims.id).where(claims.ages != "", claims.ages < newest))
            .scalars()
            .all()
        )
        found: set[str] = set()
        for part in chunks(due):
            query = select(facet.value).where(facet.kind == "article", facet.claim.in_(part))
            found.update(connection.execute(query).scalars())
    return frozenset(found)
