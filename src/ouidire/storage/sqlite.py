"""Opens SQLite safely: a library without known corruption bugs, full syncs, and explicit transactions."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

__all__ = ["connect", "driver"]

_SAFE_WAL = (3, 51, 3)
"""Before this release two connections that checkpoint at once may corrupt a WAL database."""

_BUSY_MS = 30_000


def driver() -> tuple[ModuleType, bool]:
    """Return the SQLite module to use, and whether its write-ahead log is safe.

    The bundled build comes first; one process never mixes two builds, whose POSIX locks would
    cancel each other.
    """
    try:
        module: ModuleType = import_module("pysqlite3.dbapi2")
    except ImportError:
        module = import_module("sqlite3.dbapi2")
    return module, module.sqlite_version_info >= _SAFE_WAL


def connect(path: Path) -> Engine:
    """Return an engine for the SQLite file at `path`; the file is made when first written.

    Connections with the execution option ``immediate`` take the write lock when they begin; with
    ``bare`` they begin no transaction at all, as VACUUM asks.
    """
    module, wal = driver()
    engine = create_engine(URL.create("sqlite", database=str(path)), module=module)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are ours to begin, DDL included
        cursor = connection.cursor()
        # The order matters: with journal_mode first, concurrent starts fail as busy.
        cursor.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
        cursor.execute(f"PRAGMA journal_mode={'WAL' if wal else 'DELETE'}")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA trusted_schema=OFF")
        cursor.execute("PRAGMA mmap_size=0")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if not options.get("bare", False):
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("immediate", False) else "BEGIN")

    return engine
