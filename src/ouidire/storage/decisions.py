"""What people decided, as rows of evidence: one table, each body led by the noun it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TypeVar

import orjson
from sqlalchemy import select

from ouidire.codec import canonical, decode, encode
from ouidire.model import Grade, Judgement, Ruling
from ouidire.storage import log, tables
from ouidire.storage.store import Store

__all__ = ["Decision", "add_decision", "decision_id", "decision_ids", "decisions", "decisions_with"]

Decision = Judgement | Ruling | Grade
D = TypeVar("D", Judgement, Ruling, Grade)


def add_decision(store: Store, decision: Decision) -> str:
    """Record what a person decided and return the row's id; the same decision twice changes nothing."""
    row = {"id": decision_id(decision), "body": _body(decision).decode()}
    with store.writing() as connection, connection.begin():
        log.append_new(connection, tables.judgements, row)
    return row["id"]


def decision_id(decision: Decision) -> str:
    """Return the id of the row that holds a decision: it follows from the decision."""
    return f"j:{hashlib.sha256(_body(decision)).hexdigest()[:24]}"


def _body(decision: Decision) -> bytes:
    return canonical({"noun": type(decision).__name__, "body": encode(decision)})


def decisions(store: Store, noun: type[D]) -> tuple[D, ...]:
    """Return every decision of one kind that was recorded, those taken back too, sorted by row id."""
    return decisions_with(store, noun, None)


def decisions_with(store: Store, noun: type[D], ids: Iterable[str] | None) -> tuple[D, ...]:
    """Return the decisions of one kind with these row ids, sorted by them; all where it is None."""
    table = tables.judgements
    wanted = None if ids is None else set(ids)
    with store.engine.connect() as connection:
        rows = connection.execute(select(table.c.id, table.c.body).order_by(table.c.id)).all()
    found = (orjson.loads(row.body) for row in rows if wanted is None or row.id in wanted)
    return tuple(decode(one["body"], noun) for one in found if one["noun"] == noun.__name__)


def decision_ids(store: Store) -> tuple[str, ...]:
    """Return the row ids of all decisions, sorted."""
    table = tables.judgements
    with store.engine.connect() as connection:
        return tuple(connection.execute(select(table.c.id).order_by(table.c.id)).scalars())
