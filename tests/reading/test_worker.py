"""The isolated process: killed when it must be, replaced, never in the way."""

import sys
import time

import pytest

from ouidire.errors import ReadError
from ouidire.reading.html import client
from ouidire.reading.html.answer import Question

READY = "import os,sys,time\nw=lambda b: os.write(1, len(b).to_bytes(8,'big')+b)\nw(b'ready')\n"


def faulty(code):
    """Return the command of a worker that starts well and then misbehaves."""
    return (sys.executable, "-c", READY + code)


@pytest.fixture
def only(monkeypatch):
    """Return a function that makes every new worker run `code`."""

    def use(code):
        client._drop()
        start = client.Worker
        monkeypatch.setattr(client, "Worker", lambda: start(faulty(code)))

    yield use
    client._drop()


@pytest.mark.parametrize(
    "code",
    [
        "sys.exit(0)",
        "os.kill(os.getpid(), 11)",
        "os.write(1, b'short')",
        "os.write(1, (1 << 50).to_bytes(8, 'big') + b'x')",
        "os.read(0, 8); w(b'not json')",
        "os.read(0, 8); w(b'{\"text\": 1}')",
    ],
)
def test_a_worker_that_dies_or_lies_costs_one_document(only, code):
    """Twice, and the document is recorded as the one that broke it."""
    only(code)

    with pytest.raises(ReadError) as caught:
        client.read_page(b"<p>x</p>")

    assert caught.value.code == "html:crash"


def test_a_worker_that_hangs_is_killed():
    """After its time is up the question fails and the process is gone."""
    worker = client.Worker(faulty("time.sleep(600)"))
    began = time.monotonic()

    with pytest.raises(TimeoutError):
        worker.ask(b"x", Question(), 0.3)

    assert time.monotonic() - began < 20
    assert worker._process.poll() is not None


def test_after_a_breach_the_next_page_is_read(page):
    """The process is replaced."""
    client._drop()
    client._current()._process.kill()

    assert "zqxj" in client.read_page(page().encode()).text


def test_without_a_process_the_page_is_read_here(monkeypatch, page):
    """Where none can be started, size limits have to do."""

    def refuse():
        raise OSError

    client._drop()
    monkeypatch.setattr(client, "Worker", refuse)

    assert "zqxj" in client.read_page(page().encode()).text


def test_a_page_that_takes_too_long_is_refused(read_bytes, page, monkeypatch):
    """A flood behind a quoted angle bracket evades the scan but not the clock."""
    monkeypatch.setattr(client, "WALL_SECONDS", 0.5)
    monkeypatch.setattr(client.Worker.ask, "__defaults__", (0.5,))
    flood = '<p x=">" ' + " ".join(f"a{n}=1" for n in range(50_000)) + ">x</p>"

    (result,) = read_bytes("a.html", page(flood).encode())
    (after,) = read_bytes("b.html", page().encode())

    assert (result.outcome, result.issues[0].code) == ("refused", "limit:time")
    assert "zqxj" in after.article.text
