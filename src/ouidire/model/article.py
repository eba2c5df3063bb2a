"""What is read: bytes, the article they hold, and the zones of its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ouidire.model.span import Span

__all__ = ["Article", "Capture", "Credit", "Issue", "IssueLevel", "Outlet", "Passage", "PassageRole"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Bytes as they were fetched from a place at a time (WARC record).

    Attributes:
        sha256: ``"sha256:"`` and 64 hex digits over `body`.
        place: URL, path, or ``"-"`` for standard input; with ``#LINE`` for a JSON line.
        media_type: MIME type that was used to read it.

    """

    sha256: str
    place: str
    captured_at: datetime
    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What was read from one capture.

    Attributes:
        id: SHA-256 of canonical {hash of the input bytes, url, outlet, title}.
        ref: The `id` given in the input, else the URL, else the path.
        language: BCP 47 tag.
        title: Empty where there is none.
        published_at: Aware; None when the article is undated.
        text: The title, one line feed, and the text as given; the text alone where there is no title.
        capture: `Capture.sha256` of the bytes it was read from.

    """

    id: str
    ref: str
    url: str | None = None
    outlet: str | None = None
    owner: str | None = None
    author: str | None = None
    language: str
    title: str = ""
    published_at: datetime | None = None
    text: str
    capture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who publishes: agency, newspaper, broadcaster, state medium. Never called a source.

    Attributes:
        reviewed: Whether a person vouches that what it reports as seen by itself, it saw.

    """

    name: str
    kind: str = "unknown"
    owner: str | None = None
    reviewed: bool = False


class PassageRole(StrEnum):
    """What a passage is for."""

    HEADLINE = "headline"
    TAKEAWAY = "takeaway"
    LEDE = "lede"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A zone of an article, and its role. Passages do not overlap and come in text order."""

    role: PassageRole
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A wire or other outlet that an article as a whole says it draws on (*avec AFP*, a dateline).

    Attributes:
        span: The words that make the credit; two names of one credit share it.
        name: The outlet as the credit writes it, without its article.

    """

    span: Span
    name: str


class IssueLevel(StrEnum):
    """How much of an input an issue cost."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something about an input that a person should know. Errors mean the input was not read.

    Attributes:
        code: Stable, lower-case, dotted or hyphenated, e.g. ``"limit:size"``.
        where: The place it concerns, in the words of `Capture.place`; empty for the article itself.

    """

    level: IssueLevel
    code: str
    message: str
    where: str = ""
