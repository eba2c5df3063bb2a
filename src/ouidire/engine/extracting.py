"""Reading and extracting without a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from ouidire import reading
from ouidire.engine import inprocess
from ouidire.errors import ReadError
from ouidire.gazetteer import World
from ouidire.model import Extraction, Issue
from ouidire.reading import ReadSettings

__all__ = ["extract_each", "extract_text"]


def extract_each(
    sources: Iterable[str], settings: ReadSettings, world: World
) -> Iterator[tuple[tuple[Issue, ...], Extraction | None]]:
    """Yield, for each document met, its issues and what was found; None where it gave no article."""
    for result in reading.read(sources, settings):
        if result.article is None:
            yield result.issues, None
            continue
        found = inprocess.extract(result.article, world)
        yield _once(*result.issues, *found.issues), _with_issues(found, result.issues)


def extract_text(
    text: str,
    *,
    language: str | None = None,
    title: str | None = None,
    published_at: datetime | str | None = None,
    world: World | None = None,
) -> Extraction:
    """Take out of a text what it says, who says so, and how sure each of them is.

    Args:
        language: BCP 47 tag; found out where it is None.
        published_at: What relative dates are resolved by: a moment or an ISO date; a naive one is
            taken as UTC.

    Raises:
        ValueError: `published_at` is no date.
        ReadError: There is no text in it.

    """
    settings = ReadSettings(language=language, published_at=_moment(published_at))
    result = reading.read_text(text, settings, title=title)
    if result.article is None:
        issue = result.issues[-1]
        raise ReadError(issue.message, code=issue.code, where=result.place)
    found = inprocess.extract(result.article, world or World())
    return _with_issues(found, result.issues)


def _moment(given: datetime | str | None) -> datetime | None:
    if not isinstance(given, str):
        return given
    moment = reading.parse_moment(given)
    if moment is None:
        raise ValueError(
            f"not a date: {given!r} @ published_at; write it as 2026-03-12 or 2026-03-12T08:00:00Z"
        )
    return moment


def _with_issues(found: Extraction, issues: tuple[Issue, ...]) -> Extraction:
    return replace(found, issues=_once(*issues, *found.issues))


def _once(*issues: Issue) -> tuple[Issue, ...]:
    """Drop repeats: reading and extraction may both miss a language pack."""
    return tuple({(issue.code, issue.where): issue for issue in reversed(issues)}.values())[::-1]
