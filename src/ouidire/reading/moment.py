"""Moments as inputs state them: ISO 8601 or RFC 5322, made aware and UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["aware", "parse_moment"]


def aware(moment: datetime) -> datetime:
    """Return `moment` in UTC; a naive one is taken to be UTC already."""
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:  # year 1 or 9999 at the edge of a day
        return moment.replace(tzinfo=UTC)


def parse_moment(words: str) -> datetime | None:
    """Read a date or date and time, exactly or not at all.

    ISO 8601 in the forms of `datetime.fromisoformat` (a bare date is its midnight, UTC), or a
    mail-style date (RFC 5322). Anything else is None: an article is rather undated than misdated.
    """
    words = words.strip()[:80]
    try:
        return aware(datetime.fromisoformat(words))
    except ValueError:
        pass
    try:
        return aware(parsedate_to_datetime(words))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
