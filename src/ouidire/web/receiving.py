"""Takes articles in: a text that was pasted, files that came along; what became of each is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from starlette.responses import RedirectResponse, Response

from ouidire import reading
from ouidire.engine.adding import taking_in
from ouidire.reading import ReadResult, ReadSettings, parse_moment
from ouidire.web.clerk import Errand
from ouidire.web.parameters import LANGUAGE, Parameter, read_language, words_up_to
from ouidire.web.problems import Problem
from ouidire.web.writing import FILES, Deed, Doing

__all__ = ["ARTICLE_FIELDS", "PAGE_DEED", "add"]

_PATIENCE = 1.0
"""Seconds a person waits for a short text to be read before the page shows how far it is."""

_LONGEST = 5_000_000
_NAME = re.compile(r"[^\\/]{1,200}\Z")


def _day(words: str) -> datetime:
    found = parse_moment(words)
    if found is None:
        raise ValueError("no date; write it as 2026-02-05 or 2026-02-05T10:00:00Z")
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _url(words: str) -> str:
    plain = words.strip()  # a pattern's end may stand before a line feed
    if not re.fullmatch(r"https?://\S{1,1990}", plain):
        raise ValueError("no address of the web; it begins with http:// or https://")
    return plain


_WHEN = {"anyOf": [{"type": "string", "format": form} for form in ("date", "date-time")] + [{"const": ""}]}
_SHORT = {"type": "string", "maxLength": 1000}
ARTICLE_FIELDS = (
    Parameter(
        "text",
        "The text, as it was published.",
        {"type": "string", "pattern": "\\S", "maxLength": _LONGEST},
        words_up_to(_LONGEST),
    ),
    Parameter("title", "Its title.", _SHORT, words_up_to(1000)),
    Parameter("outlet", "Who published it.", _SHORT, words_up_to(1000)),
    Parameter(
        "url", "Where it was published.", {"type": "string", "pattern": "^(https?://\\S{1,1990})?$"}, _url
    ),
    Parameter("published_at", "When it was published, ISO 8601.", _WHEN, _day),
    Parameter("language", "Its language, e.g. fr.", LANGUAGE, read_language),
)


def add(doing: Doing) -> Errand:
    """Take in what came along.

    Raises:
        Problem: Nothing did (400).

    """
    text = str(doing.values.get("text", ""))
    files = [(_called(name), body) for name, body in doing.uploads]
    if not text.strip() and not files:
        raise Problem(400, "neither a text nor a file is given", at="text")
    settings = _settings(doing.values)
    store = doing.view.store

    def work(errand: Errand) -> None:
        for item in taking_in(store, _read(text, files, settings, str(doing.values.get("title", "")))):
            errand.added.append(item)

    return doing.clerk.give(work, expected=bool(text.strip()) + len(files))


def _settings(given: Mapping[str, Any]) -> ReadSettings:
    names = ("outlet", "url", "language", "published_at")
    return ReadSettings(**{name: given[name] for name in names if given.get(name)})


def _read(
    text: str, files: Sequence[tuple[str, bytes]], settings: ReadSettings, title: str
) -> Iterator[ReadResult]:
    # A form sends line ends as two characters; a text is kept as it was typed.
    plain = text.replace("\r\n", "\n")
    if plain.strip():
        called = settings.url or title or "pasted text"
        yield reading.read_text(plain, settings, title=title or None, ref=called)
    for name, body in files:
        yield from reading.read_bytes(body, name, settings)


def _called(name: str) -> str:
    """Return the last part of a file's name: folders of whoever sent it are nobody's business."""
    found = _NAME.search(name)
    return found.group() if found else "file"


def _add_page(doing: Doing) -> Response:
    errand = add(doing)
    errand.finished.wait(_PATIENCE)
    return RedirectResponse(f"/work/{errand.id}", status_code=303)


PAGE_DEED = Deed("/add", "addPage", "Add articles.", _add_page, ARTICLE_FIELDS, most=FILES)
