"""Plain text and Markdown: nothing changed, metadata taken from front matter."""

from __future__ import annotations

import re
from dataclasses import replace

from ouidire.model import Capture, Issue
from ouidire.reading.charset import Decoded, decode_bytes
from ouidire.reading.identity import Draft
from ouidire.reading.moment import parse_moment
from ouidire.reading.result import ReadSettings, warning

__all__ = ["markdown_draft", "text_draft"]

_FENCE = re.compile(r"---[ \t]{0,9}\r?\n")
_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]{0,40}):[ \t]{0,9}(.{0,2000})")
_HEADING = re.compile(
    r"(?:[ \t]{0,3}\r?\n){0,9} {0,3}#[ \t]{1,9}([^\r\n]{1,500}?)[ \t]{0,9}#{0,6}[ \t]{0,9}(?:\r?\n|\Z)"
)
_FRONT_LINES = 100
_ALIASES = {
    "date": "published_at",
    "published": "published_at",
    "lang": "language",
    "source": "outlet",
    "publisher": "outlet",
    "site": "outlet",
    "link": "url",
}


def text_draft(had: Capture, settings: ReadSettings) -> Draft:
    """Read plain text: the text as given, without a title of its own."""
    decoded = decode_bytes(had.body)
    return Draft(
        body=decoded.text,
        ref=settings.url or had.place,
        issues=_charset_issues(decoded, had.place),
        lost=decoded.replaced > 0,
    )


def markdown_draft(had: Capture, settings: ReadSettings) -> Draft:
    """Read Markdown: front matter is metadata, a leading level-one heading is the title."""
    draft = text_draft(had, settings)
    meta, body = _front_matter(draft.body)
    title = meta.get("title", "")
    heading = _HEADING.match(body)
    if heading and title in ("", heading.group(1)):
        title, body = heading.group(1), body[heading.end() :]
    issues = draft.issues
    moment = None
    if words := meta.get("published_at"):
        moment = parse_moment(words)
        if moment is None:
            issues += (undated(words, had.place),)
    return replace(
        draft,
        body=body,
        title=title,
        ref=meta.get("id") or settings.url or meta.get("url") or had.place,
        url=settings.url or meta.get("url"),
        outlet=settings.outlet or meta.get("outlet"),
        owner=meta.get("owner"),
        author=meta.get("author"),
        given_language=settings.language or meta.get("language"),
        published_at=settings.published_at or moment,
        issues=issues,
    )


def undated(words: str, where: str) -> Issue:
    """Make the issue for a date that cannot be read; the article is then undated."""
    return warning(
        "date:unreadable", f"not a date: {words[:60]!r}; write 2026-02-05 or 2026-02-05T10:00:00Z", where
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Split ``key: value`` lines between two ``---`` from the text; no YAML, no nesting."""
    fence = _FENCE.match(text)
    if not fence:
        return {}, text
    meta: dict[str, str] = {}
    at = fence.end()
    for _ in range(_FRONT_LINES):
        end = text.find("\n", at)
        line = text[at:] if end < 0 else text[at:end]
        at = len(text) if end < 0 else end + 1
        if line.rstrip() in ("---", "..."):
            return meta, text[at:]
        if match := _KEY.match(line):
            key = match.group(1).lower()
            meta[_ALIASES.get(key, key)] = match.group(2).strip().strip("\"'")
        if end < 0:
            break
    return {}, text  # never closed: it was a rule, not front matter


def _charset_issues(decoded: Decoded, where: str) -> tuple[Issue, ...]:
    if not decoded.replaced:
        return ()
    return (
        warning("charset:damaged", f"{decoded.replaced} byte sequences are not {decoded.charset}", where),
    )
