"""Extraction by hand: fast, and independent of what the language stages find."""

import pytest

from ouidire import pipeline
from ouidire.engine import open_ledger
from ouidire.model import (
    Assertion,
    Extraction,
    Label,
    Passage,
    PassageRole,
    Proposition,
    Span,
)


def one_assertion(article, _world):
    """Find one assertion in every article: all of its text."""
    if "EXPLODE" in article.text:
        raise RuntimeError("the parser broke")
    whole = Span(0, len(article.text))
    assertion = Assertion(
        id=f"a:{article.id[7:31]}",
        span=whole,
        passage=PassageRole.BODY,
        sentence=whole,
        label=Label.ASSERTED,
        label_rule=14,
        proposition=Proposition(family="damage", type="damage.destroy", predicate="détruire"),
    )
    passage = Passage(role=PassageRole.BODY, span=whole)
    return Extraction(article=article, passages=(passage,), assertions=(assertion,))


@pytest.fixture
def plain(monkeypatch):
    """Replace the language stages; count how often they run."""
    calls = []

    def extract(article, world):
        calls.append(article.ref)
        return one_assertion(article, world)

    monkeypatch.setattr(pipeline, "extract", extract)
    return calls


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path):
    """Three articles about bridges in Évran, an invented town."""
    place = tmp_path / "articles"
    place.mkdir()
    for n, words in enumerate(
        ["Le pont nord est détruit.", "Le pont sud est détruit.", "La gare est fermée."]
    ):
        body = f"---\noutlet: Le Large {n}\nlanguage: fr\npublished_at: 2026-03-1{n}\n---\n# Évran {n}\n\n{words}\n"
        (place / f"{n}.md").write_text(body, encoding="utf-8")
    return place
