"""The append-only store: evidence goes in, one durable transaction per document, and stays."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

import orjson
from sqlalchemy import Connection, Engine, Select, func, select
from sqlalchemy.exc import DBAPIError

from ouidire.codec import canonical, decode, encode, loads
from ouidire.errors import LedgerError
from ouidire.model import Article, Capture, Extraction, Issue
from ouidire.storage import log, tables
from ouidire.storage.migrations import migrate
from ouidire.storage.objects import ObjectStore
from ouidire.storage.records import Document, StoredDocument, World
from ouidire.storage.sqlite import connect

__all__ = ["Store"]


_CHUNK = 500
"""So many ids go into one query."""


class Store:
    """The evidence of one ledger.

    Attributes:
        path: The SQLite file.
        engine: For the modules of this package.
        objects: The originals.

    Raises:
        LedgerTooNew: A newer program wrote it.
        LedgerError: It cannot be opened, or is no ledger.

    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.objects = ObjectStore(path.with_name(path.name + ".objects"))
        self.engine: Engine = connect(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            migrate(self.engine, str(path))
        except (DBAPIError, OSError) as exc:
            self.engine.dispose()
            cause = exc.orig if isinstance(exc, DBAPIError) else exc
            raise LedgerError(f"ledger cannot be opened: {cause} @ {path}; check --ledger") from exc
        except LedgerError:
            self.engine.dispose()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    def writing(self) -> Connection:
        """Return a connection that takes the write lock when it begins."""
        return self.engine.connect().execution_options(immediate=True)

    def add(self, document: Document) -> bool:
        """Record a document; return False where it was there already.

        The original reaches the disk before the transaction begins, so that a crash leaves at
        most an object nobody points at.
        """
        if self.has(document.id):
            return False
        if document.capture:
            self.objects.put(document.capture.body)
        with self.writing() as connection, connection.begin():
            if log.there(connection, tables.documents, document.id):
                return False
            if document.capture:
                log.append_new(connection, tables.captures, _capture_row(document.capture))
            log.append_new(connection, tables.documents, _document_row(document))
        return True

    def add_extraction(self, document: str, extraction: Extraction, *, made_by: str, world: str) -> None:
        """Record what one program version found in a document's article; twice changes nothing."""
        body = encode(extraction)
        del body["article"]
        row = {
            "document": document,
            "made_by": made_by,
            "world": world,
            "body": orjson.dumps(body).decode(),
        }
        row["id"] = f"x:{_hash(row)[:24]}"
        with self.writing() as connection, connection.begin():
            log.append_new(connection, tables.extractions, row)

    def add_world(self, name: str, body: str) -> bool:
        """Record a world file; return False where the same is in force under this name."""
        if any(w.name == name and w.body == body for w in self.worlds()):
            return False
        with self.writing() as connection, connection.begin():
            last = connection.execute(select(func.max(tables.worlds.c.n))).scalar_one() or 0
            digest = f"sha256:{hashlib.sha256(body.encode()).hexdigest()}"
            row = {"n": last + 1, "name": name, "sha256": digest, "body": body}
            connection.execute(tables.worlds.insert().values(**row))
            log.append(connection, "worlds", str(row["n"]), row=row)
        return True

    def has(self, document: str) -> bool:
        """Whether a document with this id is recorded."""
        with self.engine.connect() as connection:
            return log.there(connection, tables.documents, document)

    def has_extraction(self, document: str, *, made_by: str | None, world: str) -> bool:
        """Whether this program version (any, where None) has been through it with this world."""
        table = tables.extractions
        there = select(table.c.id).where(table.c.document == document, table.c.world == world)
        if made_by is not None:
            there = there.where(table.c.made_by == made_by)
        with self.engine.connect() as connection:
            return connection.execute(there.limit(1)).first() is not None

    def outdated(self, *, made_by: str, world: str) -> int:
        """Return how many documents that count were extracted with this world, but by another program only."""
        table = tables.extractions
        ran = select(table.c.id).where(table.c.document == tables.documents.c.id, table.c.world == world)
        query = select(func.count()).where(
            tables.documents.c.id.in_(_counting()),
            ran.exists(),
            ~ran.where(table.c.made_by == made_by).exists(),
        )
        with self.engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def counting(self) -> tuple[str, ...]:
        """Return the ids of the documents that count: for each article the smallest, sorted.

        One article may have come as several documents (a file and its copy in another folder);
        which came first must not matter.
        """
        with self.engine.connect() as connection:
            return tuple(sorted(connection.execute(_counting()).scalars()))

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[StoredDocument]:
        """Yield every document, or those with these ids, sorted by id (never in order of arrival)."""
        captures = tables.captures
        same = (captures.c.sha256 == tables.documents.c.capture) & (
            captures.c.place == tables.documents.c.place
        )
        query = (
            select(tables.documents, captures.c.captured_at)
            .join_from(tables.documents, captures, same, isouter=True)
            .order_by(tables.documents.c.id)
        )
        wanted = (
            [None]
            if ids is None
            else [sorted(set(ids))[n : n + _CHUNK] for n in range(0, len(set(ids)), _CHUNK)]
        )
        for part in wanted:
            chosen = query if part is None else query.where(tables.documents.c.id.in_(part))
            with self.engine.connect() as connection:
                for row in connection.execute(chosen):
                    yield _stored(row)

    def captured(self) -> dict[str, str]:
        """Return when each article's bytes were first had, ISO, by its id."""
        captures, documents = tables.captures, tables.documents
        same = (captures.c.sha256 == documents.c.capture) & (captures.c.place == documents.c.place)
        query = (
            select(documents.c.article, func.min(captures.c.captured_at))
            .join_from(documents, captures, same)
            .where(documents.c.article.is_not(None))
            .group_by(documents.c.article)
        )
        with self.engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def extraction(self, document: StoredDocument, *, made_by: str, world: str) -> Extraction | None:
        """Return what was found in a document: by this version and world, else the newest there is."""
        if document.article is None:
            return None
        table = tables.extractions
        fits = (table.c.made_by == made_by) & (table.c.world == world)
        query = select(table.c.body).where(table.c.document == document.id)
        newest = (
            select(tables.log.c.n)
            .where(tables.log.c.kind == "extractions", tables.log.c.subject == table.c.id)
            .scalar_subquery()
        )
        with self.engine.connect() as connection:
            body = connection.execute(query.order_by(fits.desc(), newest.desc()).limit(1)).scalar()
        if body is None:
            return None
        return decode({"article": encode(document.article), **orjson.loads(body)}, Extraction)

    def head(self) -> tuple[int, str]:
        """Return number and hash of the newest entry of the log; (0, "") where it is empty."""
        query = select(tables.log.c.n, tables.log.c.hash).order_by(tables.log.c.n.desc()).limit(1)
        with self.engine.connect() as connection:
            row = connection.execute(query).first()
        return (row.n, row.hash) if row is not None else (0, "")

    def worlds(self) -> tuple[World, ...]:
        """Return the world files in force, oldest first: the newest of each name."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(tables.worlds).order_by(tables.worlds.c.n)).all()
        newest = {row.name: row for row in rows}
        return tuple(World(name=r.name, sha256=r.sha256, body=r.body) for r in rows if newest[r.name] is r)


def _counting() -> Select[Any]:
    table = tables.documents
    return select(func.min(table.c.id)).where(table.c.body.is_not(None)).group_by(table.c.article)


def _stored(row: Any) -> StoredDocument:
    return StoredDocument(
        id=row.id,
        place=row.place,
        outcome=row.outcome,
        article=loads(row.body, Article) if row.body else None,
        issues=tuple(decode(item, Issue) for item in orjson.loads(row.issues)),
        captured_at=row.captured_at,
    )


def _hash(value: Any) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()


def _capture_row(capture: Capture) -> dict[str, Any]:
    row: dict[str, Any] = encode(capture)
    row["size"] = len(capture.body)
    row["id"] = f"k:{_hash({'sha256': capture.sha256, 'place': capture.place})[:24]}"
    return row


def _document_row(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "place": document.place,
        "outcome": document.outcome,
        "capture": document.capture.sha256 if document.capture else None,
        "article": document.article.id if document.article else None,
        "body": canonical(document.article).decode() if document.article else None,
        "issues": orjson.dumps(encode(document.issues)).decode(),
    }
