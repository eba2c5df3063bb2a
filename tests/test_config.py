"""Settings come from the command line, else the environment, else the file, else nowhere."""

from pathlib import Path

import pytest

from ouidire.config import settings
from ouidire.errors import ConfigError


def test_the_later_wins(tmp_path):
    """Command line over environment over file over default."""
    none = {}
    assert settings(folder=tmp_path, environment=none).ledger == Path("ouidire.db")
    (tmp_path / "ouidire.toml").write_text('ledger = "file.db"\nworld = ["w.toml"]\n', encoding="utf-8")
    there = settings(folder=tmp_path, environment=none)

    assert (there.ledger, there.world) == (Path("file.db"), (tmp_path / "w.toml",))
    told = {"OUIDIRE_LEDGER": "told.db"}
    assert settings(folder=tmp_path, environment=told).ledger == Path("told.db")
    assert settings(folder=tmp_path, environment=told, ledger="mine.db").ledger == Path("mine.db")


@pytest.mark.parametrize("body", ["ledger = 3", 'colour = "blue"', "ledger ="])
def test_a_bad_file_is_refused_with_its_place(tmp_path, body):
    """A key that is unknown, of the wrong kind, or no TOML at all."""
    (tmp_path / "ouidire.toml").write_text(body, encoding="utf-8")

    with pytest.raises(ConfigError, match=r"ouidire\.toml"):
        settings(folder=tmp_path, environment={})


def test_ledgers_of_another_kind_are_refused():
    """PostgreSQL is not here yet, and that is said."""
    with pytest.raises(ConfigError, match="postgresql"):
        settings(ledger="postgresql://host/db", environment={})


def test_a_sqlite_address_is_a_path():
    """``sqlite:///x.db`` is x.db."""
    assert settings(ledger="sqlite:///x.db", environment={}).ledger == Path("x.db")
