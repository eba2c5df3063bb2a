"""No document takes all of the time or memory; what is cut off is said, and the batch goes on."""

import time
from functools import partial

import pytest

from ouidire import pipeline
from ouidire.engine import limits
from tests.engine.conftest import one_assertion

pytestmark = pytest.mark.usefixtures("plain")


@pytest.fixture
def slow(monkeypatch, plain):
    """Extraction that never ends, or takes all memory, where a text asks for it."""

    def extract(article, world):
        while "ENDLESS" in article.text:
            try:
                time.sleep(0.01)
            except Exception:  # noqa: BLE001 (what stages do must not hold the clock up)
                continue
        if "ENORMOUS" in article.text:
            return bytearray(10**13)
        return one_assertion(article, world)

    monkeypatch.setattr(pipeline, "extract", extract)
    monkeypatch.setattr(limits, "bounded", partial(limits.bounded, 0.2))


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize(("words", "code"), [("ENDLESS", "limit:time"), ("ENORMOUS", "limit:memory")])
def test_a_document_beyond_a_limit_is_kept_without_claims(ledger, folder, words, code):
    """The others are read; the issue says which limit it was."""
    (folder / "1.md").write_text(f"Le pont est fermé. {words}", encoding="utf-8")
    start = time.perf_counter()
    added = ledger.add(str(folder))

    assert time.perf_counter() - start < 5
    assert [item.outcome for item in added] == ["ok"] * 3
    assert code in {issue.code for issue in added[1].issues}
    assert len(ledger.claims()) == 2
    assert code in {issue.code for issue in ledger.dossier().issues}


def test_a_text_longer_than_any_article_is_not_extracted(ledger, folder, monkeypatch, plain):
    """It is kept whole, and said."""
    monkeypatch.setattr(limits, "CHARS", 100)
    (folder / "1.md").write_text("Le pont est fermé. " * 10, encoding="utf-8")
    added = ledger.add(str(folder))

    assert "limit:length" in {issue.code for issue in added[1].issues}
    assert len(plain) == 2


def test_the_clock_of_others_is_left_alone(monkeypatch):
    """After a document the alarm is as it was; one that is set is not touched."""
    import signal

    heard = []
    before = signal.signal(signal.SIGALRM, lambda *_: heard.append(1))
    try:
        with limits.bounded(0.05):
            pass
        assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        with limits.bounded(0.01):
            time.sleep(0.2)
        assert heard == [1]
    finally:
        signal.signal(signal.SIGALRM, before)
