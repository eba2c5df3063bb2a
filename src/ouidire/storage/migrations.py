"""Brings a ledger to the schema this program knows, one transaction per step.

The number of the last step is SQLite's ``user_version``; ``application_id`` tells a ledger from
any other database. A step that has been released is never edited.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine

from ouidire.errors import LedgerError, LedgerTooNew
from ouidire.storage import tables

__all__ = ["SCHEMA", "migrate"]

_APPLICATION = 0x6F756964  # "ouid"


def _first(connection: Connection) -> None:
    """Create everything."""
    tables.metadata.create_all(connection)
    for statement in (*tables.guards(), *tables.searches()):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id={_APPLICATION}")


def _tombstones(connection: Connection) -> None:
    """Make room for what is left of erased articles; a new ledger has it from the first step."""
    tables.tombstones.create(connection, checkfirst=True)
    for statement in tables.guards():
        connection.exec_driver_sql(statement)


def _touched_parts(connection: Connection) -> None:
    """Make the derived tables anew: what touches what is kept, so that only that is made again.

    They are filled from the evidence when the ledger is next read.
    """
    for table in reversed(tables.DERIVED):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table.name}")
    for table in tables.DERIVED:
        table.create(connection)
    for name in tables.SEARCHES:
        connection.exec_driver_sql(f"DELETE FROM {name}")  # noqa: S608 (a name of ours)


_STEPS: tuple[Callable[[Connection], None], ...] = (_first, _tombstones, _touched_parts)

SCHEMA = len(_STEPS)
"""Version of the schema this program writes."""


def migrate(engine: Engine, where: str) -> None:
    """Apply the steps that are missing.

    Raises:
        LedgerTooNew: A newer program wrote it.
        LedgerError: It is a database, but no ledger.

    """
    with engine.connect() as connection:
        version = _check(connection, where)
    for number in range(version, SCHEMA):
        with engine.connect().execution_options(immediate=True) as connection, connection.begin():
            if _pragma(connection, "user_version") > number:  # another process was faster
                continue
            _STEPS[number](connection)
            connection.exec_driver_sql(f"PRAGMA user_version={number + 1}")


def _check(connection: Connection, where: str) -> int:
    version = _pragma(connection, "user_version")
    if version > SCHEMA:
        raise LedgerTooNew(
            f"ledger has schema {version}, this program knows up to {SCHEMA} @ {where}; upgrade ouidire"
        )
    tables_there = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
    if tables_there and _pragma(connection, "application_id") != _APPLICATION:
        raise LedgerError(f"a database, but not a ledger @ {where}; choose another --ledger")
    return version


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
