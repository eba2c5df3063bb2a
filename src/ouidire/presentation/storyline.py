"""Claims in time, by one of four clocks: entries to draw and to list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from functools import lru_cache

from ouidire.presentation.messages import day_words, say
from ouidire.presentation.occurrences import OccurrenceView
from ouidire.presentation.view import ClaimView

__all__ = ["Clock", "Entry", "Window", "entries", "window_of"]

_FAR = 4
"""Where all that is dated spans this many times the middle of it, the middle is shown first."""

_EDGES = 20
"""One in so many entries at either end is no part of the middle."""


class Clock(StrEnum):
    """Which time is meant."""

    HAPPENED = "happened"
    SAID = "said"
    PUBLISHED = "published"
    CAPTURED = "captured"


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim at a time, by one telling.

    Attributes:
        begin: First day; None where it is open.
        until: Day on which it is over; None where it is open. One of the two is always there.
        words: Of the text for the time; empty where the clock is not the text's.
        told: Whether the text itself dates it; False where the day of publication stands in for that.

    """

    view: ClaimView
    item: OccurrenceView
    begin: date | None
    until: date | None
    words: str = ""
    told: bool = True

    @property
    def low(self) -> date:
        """A day to sort and place it by: the first, else the last there is."""
        return self.begin or (self.until or date.max) - timedelta(1)

    @property
    def high(self) -> date:
        """The last day of it, as far as that is known."""
        return (self.until or self.low + timedelta(1)) - timedelta(1)

    @property
    def when(self) -> str:
        """The time in words, no more exact than it is."""
        if self.begin is None:
            return say("before %(day)s", day=_day(self.until or date.max))
        if self.until is None:
            return say("since %(day)s", day=_day(self.begin))
        return _interval(self.begin, self.until)


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are shown, both included, and how many entries lie before and after."""

    first: date
    last: date
    before: int = 0
    after: int = 0

    def holds(self, entry: Entry) -> bool:
        """Whether a part of an entry lies inside."""
        return entry.low <= self.last and entry.high >= self.first


def entries(
    views: Iterable[ClaimView], clock: Clock, captured: Mapping[str, str] | None = None
) -> tuple[Entry, ...]:
    """Return when claims are told to have happened, or were said, published or captured; oldest first.

    Each time of a claim stands once, by the telling that is no echo where there is one.

    Args:
        captured: ISO time of capture by the id of an article; for that clock.

    """
    found: dict[tuple[str, date | None, date | None], Entry] = {}
    for view in views:
        for item in sorted(view.occurrences, key=lambda o: o.echo is not None):
            entry = _entry(view, item, clock, captured or {})
            if entry is not None:
                found.setdefault((view.claim.id, entry.begin, entry.until), entry)
    return tuple(sorted(found.values(), key=lambda e: (e.low, e.high, e.view.number)))


def window_of(found: Sequence[Entry], first: date | None, last: date | None) -> Window | None:
    """Return the days to show: those asked for, else all, else the middle where a few lie far off."""
    if not found:
        return None
    lows, highs = sorted(e.low for e in found), sorted(e.high for e in found)
    start, end = lows[0], highs[-1]
    if first is None and last is None:
        cut = len(found) // _EDGES + 1 if len(found) > 4 else 0
        low, high = lows[cut], highs[-1 - cut]
        if low <= high and (end - start).days > _FAR * max((high - low).days, 7):
            start, end = low, high
    start, end = first or start, last or end
    end = max(end, start)
    before = sum(e.high < start for e in found)
    return Window(start, end, before, sum(e.low > end for e in found))


def _entry(view: ClaimView, item: OccurrenceView, clock: Clock, captured: Mapping[str, str]) -> Entry | None:
    if clock is Clock.HAPPENED:
        return _happened(view, item)
    if clock is Clock.PUBLISHED:
        published = item.article.published_at
        return _on(view, item, published.date().isoformat() if published else "")
    if clock is Clock.CAPTURED:
        return _on(view, item, captured.get(item.article.id, "")[:10])
    return _on(view, item, item.said, told=item.dated)


def _happened(view: ClaimView, item: OccurrenceView) -> Entry | None:
    time = item.assertion.proposition.time
    begin, until = (_parsed(time.begin), _parsed(time.until)) if time else (None, None)
    if time is None or (begin is None and until is None) or (begin and until and begin >= until):
        return None
    return Entry(view, item, begin, until, time.span.of(item.article.text))


def _on(view: ClaimView, item: OccurrenceView, iso: str, *, told: bool = True) -> Entry | None:
    """Return an entry on a day, or over the month or year where no more is known."""
    bounds = _bounds(iso)
    return Entry(view, item, bounds[0], bounds[1], told=told) if bounds else None


@lru_cache(maxsize=4096)
def _bounds(iso: str) -> tuple[date, date] | None:
    try:
        numbers = [int(part) for part in iso.split("-")]
        if len(numbers) == 3:
            first = date(*numbers)
            return first, first + timedelta(1)
        if len(numbers) == 2:
            year, month = numbers
            return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
        return date(numbers[0], 1, 1), date(numbers[0] + 1, 1, 1)
    except (ValueError, OverflowError):
        return None


def _parsed(iso: str | None) -> date | None:
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def _day(day: date) -> str:
    return day_words(day.isoformat())


def _interval(begin: date, until: date) -> str:
    """Return a day, a month, a year, or the first and the last day."""
    last = until - timedelta(1)
    if begin == last:
        return _day(begin)
    if (begin.day, until.day) == (1, 1) and last.month == begin.month and last.year == begin.year:
        return day_words(f"{begin:%Y-%m}")
    if (begin.month, begin.day, until.month, until.day) == (1, 1, 1, 1) and begin.year == last.year < MAXYEAR:
        return f"{begin:%Y}"
    return say("%(first)s to %(last)s", first=_day(begin), last=_day(last))
