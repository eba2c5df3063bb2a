"""Checks a ledger against itself: originals, quoted words, and the chain of the log."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import orjson
from sqlalchemy import Table, select

from ouidire.errors import LedgerError
from ouidire.model import Article, Issue, IssueLevel
from ouidire.storage import derived, log, tables
from ouidire.storage.erasure import tombstones
from ouidire.storage.store import Store

__all__ = ["verify"]


def verify(store: Store, holds: Callable[[str, bytes, Article], bool | None]) -> Iterator[Issue]:
    """Yield what is wrong; nothing when all holds.

    Args:
        holds: Whether an original (media type, bytes) still yields the text of an article; None
            where that cannot be told.

    """
    yield from _originals(store, holds)
    yield from _quotes(store)
    yield from _chain(store)


def _originals(store: Store, holds: Callable[[str, bytes, Article], bool | None]) -> Iterator[Issue]:
    with store.engine.connect() as connection:
        digests = connection.execute(
            select(tables.captures.c.sha256, tables.captures.c.media_type).distinct().order_by("sha256")
        ).all()
    types: dict[str, str] = {}
    erased = {digest for stone in tombstones(store) for digest in stone.captures}
    for digest, media_type in digests:
        if digest in erased:
            if store.objects.has(digest):
                yield _fault("original:kept", "an erased original is still there; erase it again", digest)
            continue
        try:
            body = store.objects.get(digest)
        except LedgerError as exc:
            yield _fault("original:missing", str(exc), digest)
            continue
        if hashlib.sha256(body).hexdigest() != digest.removeprefix("sha256:"):
            yield _fault("original:changed", "the stored bytes do not have their hash", digest)
            continue
        types[digest] = media_type
    for document in store.documents():
        article = document.article
        if article is None or article.capture not in types:
            continue
        if holds(types[article.capture], store.objects.get(article.capture), article) is False:
            yield _fault("text:differs", "the original now reads otherwise", document.place)


def _quotes(store: Store) -> Iterator[Issue]:
    """Check that every span lies in its text and every quoted occurrence is found there."""
    with store.engine.connect() as connection:
        rows = connection.execute(
            select(
                tables.extractions.c.id, tables.extractions.c.body, tables.documents.c.body.label("article")
            )
            .join_from(
                tables.extractions, tables.documents, tables.extractions.c.document == tables.documents.c.id
            )
            .order_by(tables.extractions.c.id)
        )
        for row in rows:
            length = len(orjson.loads(row.article)["text"])
            if _longest(orjson.loads(row.body)) > length:
                yield _fault("span:outside", "a span ends after the text does", row.id)
    texts = {d.article.id: d.article.text for d in store.documents() if d.article}
    for claim in derived.claims(store):
        for one in claim.assertions:
            if one.quote not in texts.get(one.article, ""):
                yield _fault("quote:absent", f"words of {one.id} are not in their article", claim.id)


def _longest(value: Any) -> int:
    """Return the largest ``end`` of any span below `value`."""
    if isinstance(value, dict):
        own = value.get("end")
        return max([own if isinstance(own, int) else 0, *(_longest(v) for v in value.values())])
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(v, int) for v in value):
            return int(value[1])
        return max((_longest(v) for v in value), default=0)
    return 0


def _chain(store: Store) -> Iterator[Issue]:
    by_name = {table.name: table for table in tables.EVIDENCE}
    seen: dict[str, set[str]] = {name: set() for name in by_name if name != "log"}
    erased = {name for stone in tombstones(store) for name in stone.rows}
    previous = log.GENESIS
    with store.engine.connect() as connection:
        for n, entry in enumerate(connection.execute(select(tables.log).order_by(tables.log.c.n)).all(), 1):
            expected = log.entry_hash(n, entry.kind, entry.subject, digest=entry.digest, previous=previous)
            if entry.n != n or entry.previous != previous or entry.hash != expected:
                yield _fault(
                    "log:broken", "the chain does not follow from the entry before", f"log {entry.n}"
                )
                return
            previous = entry.hash
            table = by_name.get(entry.kind)
            if table is None:
                yield _fault("log:unknown", f"entry of unknown kind {entry.kind!r}", f"log {entry.n}")
                continue
            seen[entry.kind].add(entry.subject)
            row = connection.execute(select(table).where(_key(table) == entry.subject)).mappings().first()
            if f"{entry.kind} {entry.subject} {entry.digest}" in erased:
                if row is not None and row.get("body") is not None:
                    yield _fault(
                        "evidence:restored",
                        f"{entry.kind} {entry.subject} was erased and is back",
                        f"log {n}",
                    )
            elif row is None or log.digest_of(dict(row)) != entry.digest:
                yield _fault(
                    "evidence:changed", f"{entry.kind} {entry.subject} is not as it was added", f"log {n}"
                )
        for name, subjects in seen.items():
            table = by_name[name]
            there = {str(key) for key in connection.execute(select(_key(table))).scalars()}
            for stray in sorted(there - subjects):
                yield _fault("log:absent", f"{name} {stray} was added without an entry", "log")


def _key(table: Table) -> Any:
    return table.c.n if table.name == "worlds" else table.c.id


def _fault(code: str, message: str, where: str) -> Issue:
    return Issue(level=IssueLevel.ERROR, code=code, message=message, where=where)
