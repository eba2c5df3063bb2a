"""From a page's bytes to its text and metadata; runs in the isolated process."""

from __future__ import annotations

from typing import Any

from ouidire.errors import ReadError
from ouidire.reading.charset import Decoded, declared_in_html, decode_bytes
from ouidire.reading.html import metadata
from ouidire.reading.html.answer import Note, Page, Question
from ouidire.reading.html.body import Body, extract
from ouidire.reading.html.tree import parse
from ouidire.reading.moment import parse_moment

__all__ = ["assemble", "warm_up"]


def warm_up() -> None:
    """Import the parsers, so that no page pays for it."""
    import htmldate  # noqa: F401
    import lxml.html  # noqa: F401
    import trafilatura  # noqa: F401


def assemble(body: bytes, question: Question) -> Page:
    """Read a page. Faults of the page are in the answer; faults of parsers are raised."""
    decoded = _decode(body, question.charset)
    notes = _charset_notes(decoded)
    try:
        root, dropped = parse(decoded.text)
        found = metadata.find(root, question.url)
        published = found.published or _search_date(root, question.url or found.url)
        text = extract(root, found, url=question.url)
    except ReadError as exc:
        return Page(fault=exc.code, notes=(*notes, Note(level="error", code=exc.code, message=exc.message)))
    notes += tuple(
        Note(level="warning", code="html:dropped", message=f"the parser dropped text: {m}") for m in dropped
    )
    return Page(
        text=text.text,
        title=found.title or "",
        url=found.url,
        outlet=found.outlet,
        author=found.author,
        language=found.language,
        published=published,
        notes=notes + _loss_notes(text),
        lost=bool(dropped) or text.lost or decoded.replaced > 0,
    )


def _decode(body: bytes, charset: str | None) -> Decoded:
    if charset is not None:
        return decode_bytes(body, charset)
    return decode_bytes(body, declared_in_html(body))


def _charset_notes(decoded: Decoded) -> tuple[Note, ...]:
    notes: tuple[Note, ...] = ()
    if decoded.contradicted:
        message = f"declared as {decoded.contradicted}, but the bytes are {decoded.charset}"
        notes += (Note(level="info", code="charset:declared", message=message),)
    if decoded.replaced:
        message = f"{decoded.replaced} byte sequences are not {decoded.charset}"
        notes += (Note(level="warning", code="charset:damaged", message=message),)
    return notes


def _search_date(root: Any, url: str | None) -> str | None:
    """Look for the date where pages put it. Not in their text: an article's events are dated too."""
    from htmldate import find_date

    try:
        found = find_date(
            root, extensive_search=False, original_date=True, url=url, deferred_url_extractor=False
        )
    except Exception:  # noqa: BLE001 (undated is a value; a parser's fault here costs no text)
        return None
    if not found or not parse_moment(found):
        return None
    stated = (time.get("datetime") or "" for time in root.iter("time"))
    return next((moment for moment in stated if moment.startswith(found) and parse_moment(moment)), found)


def _loss_notes(text: Body) -> tuple[Note, ...]:
    notes: tuple[Note, ...] = ()
    if text.fallback:
        message = "no article could be told from the page; all of its text was taken"
        notes += (Note(level="warning", code="html:fallback", message=message),)
    elif not text.text:
        message = "no text could be told from the page, only its title"
        notes += (Note(level="warning", code="html:no-text", message=message),)
    if text.short:
        message = "most of the text that the page states for machines (articleBody) is not in what was read"
        notes += (Note(level="warning", code="html:left-out", message=message),)
    if text.recovered:
        message = f"{text.recovered} blocks that stood by the text (standfirst, key points, paragraphs) were put back"
        notes += (Note(level="info", code="html:recovered", message=message),)
    return notes
