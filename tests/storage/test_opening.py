"""Opening: safe settings, and refusal of what is no ledger of ours."""

import pytest

from ouidire.errors import LedgerError, LedgerTooNew
from ouidire.storage import SCHEMA, Store, sqlite
from tests.storage.conftest import document


def test_syncs_are_full_and_the_log_is_chosen_by_version(store):
    """Nothing acknowledged is lost to a power cut; a library with the WAL bug keeps off WAL."""
    _, wal = sqlite.driver()
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()

    assert mode == ("wal" if wal else "delete")


def test_the_standard_library_serves_where_nothing_better_is(path, monkeypatch):
    """Without the bundled build a ledger still works, with a rollback journal."""
    import sqlite3

    monkeypatch.setattr(sqlite, "driver", lambda: (sqlite3, False))
    with Store(path) as store:
        assert store.add(document())
        with store.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "delete"


def test_a_newer_ledger_is_refused(path):
    """A ledger of a newer program is left alone."""
    with Store(path) as store, store.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA + 1}")
        connection.commit()

    with pytest.raises(LedgerTooNew, match="upgrade"):
        Store(path)


def test_another_database_is_refused(path):
    """A database that is no ledger is not written to."""
    import sqlite3

    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE notes (words)")
    other.close()

    with pytest.raises(LedgerError, match="not a ledger"):
        Store(path)


def test_a_file_that_is_no_database_is_refused(path):
    """Text called a ledger is an error with its place, not a traceback."""
    path.write_text("this is a letter, and a long one at that " * 200)

    with pytest.raises(LedgerError, match="cannot be opened"):
        Store(path)
