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

__all__ = ["extract_each", "extract_text", "once"]


def extract_each(
    sources: Iterable[str], settings: ReadSettings, world: World
) -> Iterator[tuple[tuple[Issue, ...], Extraction | None]]:
    """Yield, for each document met, its issues and what was found; None where it gave no article."""
    for result in reading.read(sources, settings):
        if result.article is None:
            yield result.issues, None
            continue
        found = inprocess.extract(result.article, world)
        yield once(*result.issues, *found.issues), _with_issues(found, result.issues)


def extract_text(
    text: str,
    language: str | None = None,
    title: str | None = None,
    published_at: datetime | str | None = None,
    *,
    world: World | None = None,
) -> Extraction:
    """Take out of a text what it says, who says so, and how sure each of them is.

    Args:
        language: BCP 47 tag; found out where it is None.
        published_at: What relative dates are resolved by, ISO 8601 if a string; UTC where it has no offset.

    Raises:
        ReadError: There is no text in it.
        ValueError: `published_at` is no date.

    """
    when = datetime.fromisoformat(published_at) if isinstance(published_at, str) else published_at
    result = reading.read_text(text, ReadSettings(language=language, published_at=when), title=title)
    if result.article is None:
        issue = result.issues[-1]
        raise ReadError(issue.message, code=issue.code, where=result.place)
    found = inprocess.extract(result.article, world or World())
    return _with_issues(found, result.issues)


def _with_issues(found: Extraction, issues: tuple[Issue, ...]) -> Extraction:
    return replace(found, issues=once(*issues, *found.issues))


def once(*issues: Issue) -> tuple[Issue, ...]:
    """Drop repeats: reading and extraction may both miss a language pack."""
    return tuple({(issue.code, issue.where): issue for issue in reversed(issues)}.values())[::-1]
