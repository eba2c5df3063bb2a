"""The log: one entry for each row of evidence, each chained to the one before it by hash."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import Connection, Table, select

from ouidire.codec import canonical
from ouidire.storage import tables

__all__ = ["GENESIS", "append", "append_new", "digest_of", "entry_hash", "there"]

GENESIS = "0" * 64
"""What the first entry follows."""


def digest_of(row: dict[str, Any]) -> str:
    """Return the hash of a row of evidence, all columns included."""
    return hashlib.sha256(canonical(row)).hexdigest()


def entry_hash(number: int, kind: str, subject: str, *, digest: str, previous: str) -> str:
    """Return the hash of an entry; it covers the one before."""
    entry = {"n": number, "kind": kind, "subject": subject, "digest": digest, "previous": previous}
    return hashlib.sha256(canonical(entry)).hexdigest()


def append(connection: Connection, kind: str, subject: str, *, row: dict[str, Any]) -> None:
    """Record that `row` was added; to be called in the transaction that adds it."""
    last = connection.execute(
        select(tables.log.c.n, tables.log.c.hash).order_by(tables.log.c.n.desc()).limit(1)
    ).first()
    number, previous = (last.n + 1, last.hash) if last else (1, GENESIS)
    digest = digest_of(row)
    connection.execute(
        tables.log.insert().values(
            n=number,
            kind=kind,
            subject=subject,
            digest=digest,
            previous=previous,
            hash=entry_hash(number, kind, subject, digest=digest, previous=previous),
        )
    )


def there(connection: Connection, table: Table, id_: str) -> bool:
    """Whether a table of evidence has a row with this id."""
    return connection.execute(select(table.c.id).where(table.c.id == id_)).first() is not None


def append_new(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Add a row of evidence and its entry, where no row has its id."""
    if not there(connection, table, row["id"]):
        connection.execute(table.insert().values(**row))
        append(connection, table.name, row["id"], row=row)
