"""A store in a fresh folder, and documents made by hand."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ouidire.model import Article, Capture, Extraction
from ouidire.storage import Document, Store
from tests.presentation import builders


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def store(path):
    with Store(path) as opened:
        yield opened


def document(ref: str = "1", *, place: str = "a.txt", url: str | None = None, text: str = "") -> Document:
    """A document whose article is the one of the hand-made dossier."""
    base = builders.article(ref, "Le Large", url=url)
    body = (text or base.text).encode()
    digest = f"sha256:{hashlib.sha256(body).hexdigest()}"
    article = Article(
        id=f"sha256:{hashlib.sha256(body + ref.encode()).hexdigest()}",
        ref=ref,
        url=url,
        outlet=base.outlet,
        language="fr",
        title=base.title,
        published_at=base.published_at,
        text=text or base.text,
        capture=digest,
    )
    when = datetime(2026, 3, 13, tzinfo=UTC)
    capture = Capture(sha256=digest, place=place, captured_at=when, media_type="text/plain", body=body)
    return Document(place=place, outcome="ok", capture=capture, article=article)


def extraction(of: Document) -> Extraction:
    """What is found in it."""
    return builders.extraction(of.article)
