"""Erases an article for good and leaves a tombstone: hashes, the reason, and who asked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, Row, Table, select

from ouidire.codec import canonical, loads
from ouidire.model import Tombstone
from ouidire.storage import log, tables
from ouidire.storage.store import Store
from ouidire.storage.writing import forget

__all__ = ["Erasing", "erase", "tombstones"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasing:
    """What is to be erased: the article with this id, why, who asked, and when (ISO time, UTC)."""

    article: str
    because: str
    asked_by: str
    made_at: str


def tombstones(store: Store) -> tuple[Tombstone, ...]:
    """Return what is left of every erased article, sorted by article id."""
    table = tables.tombstones
    with store.engine.connect() as connection:
        bodies = connection.execute(select(table.c.body).order_by(table.c.article, table.c.id)).scalars()
        return tuple(loads(body, Tombstone) for body in bodies)


def erase(store: Store, wanted: Erasing) -> Tombstone | None:
    """Remove an article's text, its original and all that quotes it; None where there is no such article.

    Rows that name other articles too lose nothing. An original that holds several articles is
    removed as a whole; what was read of the others stays. The derived state is emptied, for it
    quotes the article; the file is rewritten, so that no page keeps what was removed.
    """
    with store.writing() as connection, connection.begin():
        documents = _documents(connection, wanted.article)
        if not documents:
            return None
        for statement in tables.unguards():
            connection.exec_driver_sql(statement)
        rows = [*_emptied(connection, documents), *_removed(connection, wanted.article, documents)]
        stone = Tombstone(
            article=wanted.article,
            captures=tuple(sorted({d.capture for d in documents if d.capture})),
            rows=tuple(sorted(rows)),
            because=wanted.because,
            asked_by=wanted.asked_by,
            made_at=wanted.made_at,
        )
        _keep(connection, stone)
        _forget_derived(connection)
        for statement in tables.guards():
            connection.exec_driver_sql(statement)
    for digest in stone.captures:
        store.objects.remove(digest)
    _rewrite(store)
    return stone


def _documents(connection: Connection, article: str) -> list[Row[Any]]:
    table = tables.documents
    query = select(table).where(table.c.article == article, table.c.body.is_not(None))
    return list(connection.execute(query.order_by(table.c.id)).all())


def _emptied(connection: Connection, documents: list[Row[Any]]) -> list[str]:
    table = tables.documents
    for row in documents:
        blank = {"body": None, "issues": "[]", "outcome": "erased"}
        connection.execute(table.update().where(table.c.id == row.id).values(**blank))
    return [_name(table, row) for row in documents]


def _removed(connection: Connection, article: str, documents: list[Row[Any]]) -> list[str]:
    """Remove what was found in the documents, and decisions that quote the article."""
    found = tables.extractions
    ids = [row.id for row in documents]
    rows = connection.execute(select(found).where(found.c.document.in_(ids))).all()
    names = [_name(found, row) for row in rows]
    connection.execute(found.delete().where(found.c.document.in_(ids)))
    decided = tables.judgements
    for row in connection.execute(select(decided)).all():
        body = orjson.loads(row.body)["body"]
        if any((body.get(side) or {}).get("article") == article for side in ("left_at", "right_at")):
            names.append(_name(decided, row))
            connection.execute(decided.delete().where(decided.c.id == row.id))
    return names


def _name(table: Table, row: Row[Any]) -> str:
    """Return how a tombstone names a row: table, id, and the digest the log has of it."""
    return f"{table.name} {row.id} {log.digest_of(dict(row._mapping))}"  # noqa: SLF001 (its public name)


def _keep(connection: Connection, stone: Tombstone) -> None:
    body = canonical(stone).decode()
    id_ = f"e:{hashlib.sha256(body.encode()).hexdigest()[:24]}"
    log.append_new(connection, tables.tombstones, {"id": id_, "article": stone.article, "body": body})


def _forget_derived(connection: Connection) -> None:
    """Empty the derived state, and the indexes of its searches, which keep words of deleted rows."""
    forget(connection)
    for name in tables.SEARCHES:
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('rebuild')")  # noqa: S608


def _rewrite(store: Store) -> None:
    """Leave no trace in free pages or in the write-ahead log."""
    with store.engine.connect().execution_options(bare=True) as connection:
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
