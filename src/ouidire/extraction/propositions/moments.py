"""Calendar arithmetic: from years, months and offsets to TIMEX3 values and half-open intervals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

__all__ = [
    "Clock",
    "Moment",
    "ago",
    "day",
    "duration",
    "month",
    "quarter_like",
    "span_of",
    "vague",
    "week",
    "year",
]

_UNIT_LETTER = {
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "hour": "TH",
    "minute": "TM",
    "decade": "DE",
}
_SEASON = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3)}


@dataclass(frozen=True, slots=True)
class Moment:
    """A resolved expression: TIMEX3 value, interval ``[begin, until)``, and what it hangs on."""

    value: str
    begin: date | None = None
    until: date | None = None
    anchor: str = "calendar"

    def open_ended(self, until: date | None) -> Moment:
        """Return *since* this moment: from its begin to `until`."""
        return replace(self, until=until)

    def only_before(self) -> Moment:
        """Return the open time before this moment (*before 2018*)."""
        return replace(self, begin=None, until=self.begin)

    def only_after(self) -> Moment:
        """Return the open time after this moment (*after 2016*)."""
        return replace(self, begin=self.until, until=None)

    def anchored(self, anchor: str) -> Moment:
        """Return the same moment hanging on something else."""
        return replace(self, anchor=anchor)


@dataclass(frozen=True, slots=True)
class Clock:
    """What relative expressions count from.

    Attributes:
        today: Day of publication; None for an undated article.
        future: Whether the clause is about what is to come.

    """

    today: date | None
    future: bool = False

    def year_for(self, month_: int, day_: int = 1) -> int | None:
        """Return the year a date without one lies in: the latest past one, the next if in future."""
        if self.today is None:
            return None
        try:
            candidate = date(self.today.year, month_, day_)
        except ValueError:
            return self.today.year
        slack = timedelta(days=45)
        if not self.future and candidate > self.today + slack:
            return self.today.year - 1
        if self.future and candidate < self.today - slack:
            return self.today.year + 1
        return self.today.year


def day(year_: int | None, month_: int, day_: int) -> Moment | None:
    """Return one day; without a year its value alone (``XXXX-04-26``)."""
    if year_ is None:
        return Moment(f"XXXX-{month_:02d}-{day_:02d}", anchor="none") if 1 <= day_ <= 31 else None
    try:
        at = date(year_, month_, day_)
    except ValueError:
        return None
    return Moment(at.isoformat(), at, at + timedelta(days=1))


def month(year_: int | None, month_: int, part: str = "") -> Moment | None:
    """Return a month, or its start, middle or end (thirds)."""
    if year_ is None:
        return Moment(f"XXXX-{month_:02d}", anchor="none")
    if not 1 <= year_ <= 9998:
        return None
    begin = date(year_, month_, 1)
    until = date(year_ + month_ // 12, month_ % 12 + 1, 1)
    value = f"{year_:04d}-{month_:02d}"
    if part == "START":
        return Moment(value, begin, begin + timedelta(days=10))
    if part == "MID":
        return Moment(value, begin + timedelta(days=10), begin + timedelta(days=20))
    if part == "END":
        return Moment(value, begin + timedelta(days=20), until)
    return Moment(value, begin, until)


def year(year_: int, part: str = "") -> Moment | None:
    """Return a year, or its first, middle or last third."""
    if not 1 <= year_ <= 9998:
        return None
    begin = date(year_, 1, 1)
    until = date(year_ + 1, 1, 1)
    cut = {"START": (begin, date(year_, 5, 1)), "MID": (date(year_, 5, 1), date(year_, 9, 1))}
    cut["END"] = (date(year_, 9, 1), until)
    lo, hi = cut.get(part, (begin, until))
    return Moment(f"{year_:04d}", lo, hi)


def decade(first: int) -> Moment:
    """Return the ten years from `first` on."""
    return Moment(f"{first // 10}", date(first, 1, 1), date(first + 10, 1, 1))


def quarter_like(year_: int | None, season: str) -> Moment | None:
    """Return a season (SP, SU, FA, WI); winter runs into the next year."""
    if year_ is None:
        return Moment(f"XXXX-{season}", anchor="none")
    first, length = _SEASON[season]
    begin = date(year_, first, 1)
    last = first + length
    until = date(year_ + (last > 12), last - 12 if last > 12 else last, 1)
    return Moment(f"{year_:04d}-{season}", begin, until)


def week(at: date) -> Moment:
    """Return the ISO week of a day."""
    begin = at - timedelta(days=at.weekday())
    iso = at.isocalendar()
    return Moment(f"{iso.year:04d}-W{iso.week:02d}", begin, begin + timedelta(days=7), "publication")


def span_of(unit: str, offset: int, clock: Clock) -> Moment | None:
    """Return the day, week, month or year `offset` units from the day of writing."""
    today = clock.today
    if today is None:
        words = {-1: "PAST_REF", 0: "PRESENT_REF"}
        return Moment(words.get(offset, "FUTURE_REF" if offset > 0 else "PAST_REF"), anchor="none")
    try:
        return _span_of(unit, offset, today)
    except (OverflowError, ValueError):
        return None


def _span_of(unit: str, offset: int, today: date) -> Moment | None:
    if unit == "day":
        at = today + timedelta(days=offset)
        return Moment(at.isoformat(), at, at + timedelta(days=1), "publication")
    if unit == "week":
        return week(today + timedelta(weeks=offset))
    if unit == "weekend":
        saturday = today + timedelta(days=5 - today.weekday(), weeks=offset)
        iso = saturday.isocalendar()
        return Moment(
            f"{iso.year:04d}-W{iso.week:02d}-WE", saturday, saturday + timedelta(days=2), "publication"
        )
    if unit == "month":
        index = today.year * 12 + today.month - 1 + offset
        found = month(index // 12, index % 12 + 1)
    elif unit == "year":
        found = year(today.year + offset)
    elif unit == "decade":
        start = today.year // 10 * 10 + 10 * offset
        found = Moment(f"{start // 10}", date(start, 1, 1), date(start + 10, 1, 1))
    else:
        return None
    return found.anchored("publication") if found else None


def duration(number: float | None, unit: str, clock: Clock, *, direction: int = 0) -> Moment | None:
    """Return a stretch of time (``P3M``, ``PXM``) that ends (−1) or starts (+1) at the day of writing."""
    letter = _UNIT_LETTER.get(unit)
    if letter is None:
        return None
    amount = "X" if number is None else f"{number:g}"
    value = f"PT{amount}{letter[1:]}" if letter.startswith("T") else f"P{amount}{letter}"
    today = clock.today
    if today is None or number is None or direction == 0:
        known = today if direction < 0 and number is None else None
        return Moment(value, None, known, "publication" if known else "none")
    other = _shift(today, unit, direction * number)
    if other is None:
        return Moment(value, anchor="none")
    begin, until = sorted((today, other))
    return Moment(value, begin, until, "publication") if begin < until else Moment(value, anchor="none")


def ago(number: float, unit: str, clock: Clock, *, direction: int = -1) -> Moment | None:
    """Return the day, week, month or year that lies `number` units back (or ahead)."""
    if unit in {"day", "week"} and clock.today is not None:
        at = _shift(clock.today, unit, direction * number)
        return Moment(at.isoformat(), at, at + timedelta(days=1), "publication") if at else None
    if unit in {"hour", "minute"}:
        return span_of("day", 0, clock)
    return span_of(unit, int(direction * number), clock)


def _shift(at: date, unit: str, number: float) -> date | None:
    days = {"day": 1, "week": 7}.get(unit)
    try:
        if days:
            return at + timedelta(days=days * number)
        if unit == "month":
            index = at.year * 12 + at.month - 1 + int(number)
            return date(index // 12, index % 12 + 1, min(at.day, 28))
        if unit in {"year", "decade"}:
            return date(at.year + int(number) * (10 if unit == "decade" else 1), at.month, min(at.day, 28))
    except (OverflowError, ValueError):
        return None
    return None


def vague(value: str) -> Moment:
    """Return an expression that names no interval (``PAST_REF``)."""
    return Moment(value, anchor="none")
