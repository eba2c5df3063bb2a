"""What is asked of, and answered by, the process that reads HTML: plain data, checked on arrival."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Note", "Page", "Question"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What goes with a page's bytes.

    Attributes:
        url: Where it was published, if known; relative links resolve against it.
        charset: Known charset; None to find out.

    """

    url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An issue, before it has a place. Levels as `IssueLevel`."""

    level: str
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was read from a page.

    Attributes:
        text: The article's text without its title, one block per line.
        published: Date or date and time as the page states it.
        lost: Whether text is known or suspected to be missing.
        fault: Code of the reason why nothing was read; then `notes` ends with it.

    """

    text: str = ""
    title: str = ""
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    published: str | None = None
    notes: tuple[Note, ...] = ()
    lost: bool = False
    fault: str = ""
