"""Reads an original again, to check that the stored text is what it holds."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import orjson

from ouidire import reading
from ouidire.model import Article
from ouidire.reading import ReadSettings
from ouidire.reading.charset import decode_bytes
from ouidire.text import replace_surrogates

__all__ = ["holds"]


def holds(media_type: str, body: bytes, article: Article) -> bool | None:
    """Whether `body` still yields the text of `article`; None where that cannot be told.

    Everything but HTML is compared code point by code point with the bytes as they decode.
    """
    if media_type == "text/html":
        return _page(body, article)
    if media_type == "application/json":
        return _record(body, article)
    text, _ = replace_surrogates(decode_bytes(body).text)
    own = article.text.removeprefix(f"{article.title}\n") if article.title else article.text
    return text.endswith(own) if media_type == "text/markdown" else text in {own, article.text}


def _record(body: bytes, article: Article) -> bool | None:
    try:
        record: Any = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return None
    text, _ = replace_surrogates(record["text"])
    return article.text in {text, f"{article.title}\n{text}"}


def _page(body: bytes, article: Article) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_bytes(body)
        results = list(reading.read([str(page)], ReadSettings(language=article.language)))
    return any(result.article is not None and result.article.text == article.text for result in results)
