"""A crash at any point leaves a ledger that verifies, and that a second run completes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ouidire.storage import Store, store, verify
from tests.storage.conftest import document, extraction

ROOT = Path(__file__).parents[2]
WRITER = """
import os, sys
from pathlib import Path
from ouidire.storage import Store
from tests.storage.conftest import document, extraction
with Store(Path(sys.argv[1])) as store:
    for n in range(int(sys.argv[2])):
        given = document(str(n % 10), place=f"{n}.txt")
        store.add(given)
        store.add_extraction(given.id, extraction(given), made_by="1", world="w")
        print(given.id, flush=True)
"""


class _Crash(Exception):
    """Stands for the power going out."""


def _fill(opened):
    for n in range(3):
        given = document(str(n), place=f"{n}.txt")
        opened.add(given)
        opened.add_extraction(given.id, extraction(given), made_by="1", world="w")


def _faults(opened):
    return list(verify(opened, lambda _type, body, article: article.text == body.decode()))


def _evidence(opened):
    with opened.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT kind, subject, digest FROM log ORDER BY 1, 2")
        return [tuple(row) for row in rows]


@pytest.mark.parametrize("point", range(18))
@pytest.mark.parametrize("where", ["before the entry", "after the entry"])
def test_failing_at_any_write_leaves_a_whole_ledger(path, tmp_path, monkeypatch, point, where):
    """Rows and their log entries come together or not at all."""
    append, count = store.log.append, iter(range(1000))

    def failing(*args, **kwargs):
        fails = next(count) == point
        if fails and where == "before the entry":
            raise _Crash
        append(*args, **kwargs)
        if fails:
            raise _Crash

    monkeypatch.setattr(store.log, "append", failing)
    with Store(path) as opened:
        try:
            _fill(opened)
        except _Crash:
            pass
    monkeypatch.undo()
    with Store(path) as opened:
        assert _faults(opened) == []
        _fill(opened)
        with Store(tmp_path / "whole.db") as whole:
            _fill(whole)

            assert _evidence(opened) == _evidence(whole)


@pytest.mark.parametrize("call", ["fsync", "write", "replace"])
def test_failing_while_an_original_is_written_leaves_no_half(path, monkeypatch, call):
    """No document is recorded whose original is not whole on the disk."""

    def failing(*_args, **_kwargs):
        raise _Crash

    with Store(path) as opened:
        target = {"fsync": (os, "fsync"), "write": (os, "fdopen"), "replace": (type(path), "replace")}[call]
        with monkeypatch.context() as patch:
            patch.setattr(*target, failing)
            with pytest.raises(_Crash):
                opened.add(document())

        assert list(opened.documents()) == []
        assert [p for p in opened.objects.root.rglob("*") if p.is_file()] == []
        assert opened.add(document())
        assert _faults(opened) == []


def test_killed_writers_lose_nothing_acknowledged(path):
    """A process killed at odd moments: what it printed is there."""
    acknowledged = set()
    for lines in (1, 3, 6):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), "30"], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        for _ in range(lines):
            acknowledged.add(process.stdout.readline().strip())
        process.kill()
        process.communicate()

    with Store(path) as opened:
        assert {d.id for d in opened.documents()} >= acknowledged - {""}
        assert _faults(opened) == []


def test_two_writers_at_once(path):
    """Both finish, nothing is doubled, and the chain is one chain."""
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), "12"], stdout=subprocess.PIPE, cwd=ROOT)
        for _ in "ab"
    ]
    for writer in writers:
        writer.communicate(timeout=60)

    assert [writer.returncode for writer in writers] == [0, 0]
    with Store(path) as opened:
        assert len(list(opened.documents())) == 12
        assert _faults(opened) == []
