"""The product as the harness sees it: the public front door, its JSON shapes, and nothing else."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ouidire
from ouidire.codec import encode
from ouidire.model import IssueLevel

__all__ = ["SPENT", "Spent", "extraction", "outermost", "records"]


@dataclass
class Spent:
    """What extraction has cost so far: texts, their words, and seconds of this process."""

    texts: int = 0
    words: int = 0
    seconds: float = 0.0


SPENT = Spent()
"""Added to by every text that is read; a text read twice is read once."""


@lru_cache(maxsize=4096)
def _extract(text: str, language: str, published_at: str | None) -> Any:
    started = time.process_time()
    found = ouidire.extract(text, language=language, published_at=published_at)
    SPENT.seconds += time.process_time() - started
    SPENT.texts += 1
    SPENT.words += len(text.split())
    return found


def extraction(text: str, language: str, published_at: str | None = None) -> dict[str, Any]:
    """Return the extraction of a text in the shape of the interface contract."""
    found = _extract(text, language, published_at)
    failed = [i.message for i in found.issues if i.level == IssueLevel.ERROR]
    if failed:  # a crash is no abstention: it must not pass as one
        raise RuntimeError(f"extraction failed: {failed}")
    return encode(found, found.article.text)  # type: ignore[no-any-return]


def records(text: str, language: str) -> list[dict[str, Any]]:
    """Return every source-cue-content relation found in a text."""
    return extraction(text, language)["attributions"]  # type: ignore[no-any-return]


_RELATIVE = re.compile(r",? (who|which|that|whom)\b")


def outermost(text: str, language: str) -> list[dict[str, Any]]:
    """Return the relations that are nested in no other, in PolNeAR's terms.

    Its source of a relative clause is the pronoun; the product names what the pronoun stands for.
    """
    found = [r for r in records(text, language) if r["parent"] is None]
    for record in found:
        pronoun = _RELATIVE.match(text, record["source"][-1][1]) if record["source"] else None
        if pronoun is not None and record["cue"] and pronoun.end() < record["cue"][0][0]:
            record["source"] = [list(pronoun.span(1))]
    return found
