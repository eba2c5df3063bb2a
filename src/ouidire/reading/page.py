"""HTML as a document: the isolated reader's answer joined with what is known beforehand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ouidire.errors import ReadError
from ouidire.model import Capture, Issue, IssueLevel
from ouidire.reading.html import Page, read_page
from ouidire.reading.identity import Draft, failure
from ouidire.reading.moment import parse_moment
from ouidire.reading.result import ReadResult, ReadSettings, error

__all__ = ["html_draft"]

_REFUSALS = "limit:"


def html_draft(
    body: bytes, had: Capture, settings: ReadSettings, *, known: Draft | None = None
) -> Draft | ReadResult:
    """Read a page.

    Args:
        body: The page's bytes; those of `had`, or of the ``html`` field of a JSON line.
        known: What a JSON line says; it wins over the page.

    Returns:
        The draft, or the failure where the page could not be read.

    """
    base = known or Draft(body="", ref=had.place)
    url = base.url or settings.url
    try:
        page = read_page(body, url=url, charset="utf-8" if known else None)
    except ReadError as exc:
        refused = exc.code.startswith(_REFUSALS)
        return failure(had.place, error(exc.code, exc.message, had.place), refused=refused, had=had)
    found = _merge(base, page, had, settings)
    return replace(found, issues=found.issues + _issues(page, had.place))


def _merge(base: Draft, page: Page, had: Capture, settings: ReadSettings) -> Draft:
    url = base.url or settings.url or page.url
    own_ref = base.ref if base.ref != had.place else None
    return replace(
        base,
        body=page.text,
        title=base.title or page.title,
        ref=own_ref or url or had.place,
        url=url,
        outlet=base.outlet or settings.outlet or page.outlet,
        author=base.author or page.author,
        given_language=base.given_language or settings.language,
        declared_language=page.language,
        published_at=base.published_at or settings.published_at or _moment(page),
        lost=base.lost or page.lost,
    )


def _moment(page: Page) -> datetime | None:
    return parse_moment(page.published) if page.published else None


def _issues(page: Page, where: str) -> tuple[Issue, ...]:
    return tuple(
        Issue(level=IssueLevel(note.level), code=note.code, message=note.message, where=where)
        for note in page.notes
    )
