"""What reading takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ouidire.model import Article, Capture, Issue, IssueLevel

__all__ = ["Outcome", "ReadResult", "ReadSettings", "error", "info", "warning"]


class Outcome(StrEnum):
    """What became of one document. A document is never silently short."""

    OK = "ok"
    PARTIAL = "partial"
    FAILED = "failed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """What the caller knows about the inputs; given values win over what a page says of itself.

    A JSON line that states its own value keeps it.

    Attributes:
        language: BCP 47 tag.
        published_at: Aware; a naive value is taken as UTC.

    """

    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """One document, read or not; there is one for every document met.

    Attributes:
        capture: The bytes; None where they were never had.
        article: None where the outcome is failed or refused.
        place: As `Capture.place`.

    """

    capture: Capture | None
    article: Article | None
    issues: tuple[Issue, ...]
    outcome: Outcome
    place: str


def error(code: str, message: str, where: str) -> Issue:
    """Make an issue that cost the whole input."""
    return Issue(level=IssueLevel.ERROR, code=code, message=message, where=where)


def warning(code: str, message: str, where: str) -> Issue:
    """Make an issue that cost, or may have cost, a part of the input."""
    return Issue(level=IssueLevel.WARNING, code=code, message=message, where=where)


def info(code: str, message: str, where: str) -> Issue:
    """Make an issue that cost nothing but should be known."""
    return Issue(level=IssueLevel.INFO, code=code, message=message, where=where)
