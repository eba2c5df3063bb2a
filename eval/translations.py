"""Translated copies: articles put together from PUD news sentences, and some of them in the other language."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

from eval.data import jsonl
from eval.metrics import Row
from ouidire import linking, pipeline
from ouidire.gazetteer import build_world
from ouidire.model import Article, CopyKind, Extraction

__all__ = ["translations"]

MANY = 60
LENGTH = 12
TAKEN = (5, 6, 8)


def translations(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score the detection of translated copies on `MANY` pairs of invented articles.

    Each original has 12 sentences of PUD's news, its copy 5, 6 or 8 of them in order in the other
    language. Every original is also compared with the copies of others that share no sentence with
    it: what is found there is a false alarm.
    """
    sentences = list(jsonl(data / "linking" / "pud.dev.jsonl"))
    draw = random.Random(20261124)
    made = []
    for n in range(MANY):
        told = draw.sample(sentences, LENGTH)
        kept = sorted(draw.sample(range(LENGTH), draw.choice(TAKEN)))
        one, other = ("en", "fr") if n % 2 else ("fr", "en")
        original = _article(2 * n, one, [s[one] for s in told])
        copy = _article(2 * n + 1, other, [told[i][other] for i in kept])
        made.append((original, copy, {s["id"] for s in told}))
    found = [_is_copy(original, copy) for original, copy, _ in made]
    apart = [
        (a[0], b[1])
        for a in made
        for b in made
        if a is not b and not a[2] & b[2] and a[0].article.language != b[1].article.language
    ]
    alarms = sum(_is_copy(a, b) for a, b in apart)
    right = sum(found)
    return {
        "translated.f1": 2 * right / (MANY + right + alarms),
        "translated.recall": right / MANY,
        "translated.false_alarms": alarms,
        "translated.pairs_apart": len(apart),
        "translated.n": MANY,
    }, [Row(f"translation-{n}", 1, int(hit), int(hit)) for n, hit in enumerate(found)]


def _article(n: int, language: str, told: list[str]) -> Extraction:
    article = Article(
        id=f"sha256:{n:064x}",
        ref=str(n),
        title="",
        outlet=f"Outlet {n}",
        language=language,
        text=" ".join(told),
        published_at=datetime(2031, 5, 4, tzinfo=UTC),
    )
    return pipeline.extract(article, build_world([]))


def _is_copy(a: Extraction, b: Extraction) -> bool:
    return any(copy.kind is CopyKind.TRANSLATED for copy in linking.copies((a, b)))
