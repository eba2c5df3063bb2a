"""Calendar arithmetic: from years, months and offsets to TIMEX3 values and half-open intervals."""

from __future__ import annotations

from calendar import isleap, monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

__all__ = [
    "Clock",
    "Moment",
    "century",
    "day",
    "decade",
    "half",
    "joined",
    "month",
    "one_day",
    "part_of",
    "quarter",
    "season",
    "shifted",
    "span_of",
    "vague",
    "week",
    "year",
]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month each season starts in (northern, meteorological)."""

_SLACK = timedelta(days=45)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """A resolved expression: TIMEX3 value, interval ``[begin, until)``, and what it hangs on.

    Attributes:
        kind: ``date``, or ``length`` (how long, not when), ``set`` (how often), ``vague``.

    """

    value: str
    begin: date | None = None
    until: date | None = None
    anchor: str = "calendar"
    kind: str = "date"

    @property
    def days(self) -> int | None:
        """Days between the two ends; None where one is open."""
        return (self.until - self.begin).days if self.begin and self.until else None

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
        past: Whether the clause is about what is over.
        narrated: Whether it is told from a moment in the past (imperfect, pluperfect).
        last: The last definite time mentioned before; None where there is none.
        day: The last of them that is a day.

    """

    today: date | None
    future: bool = False
    past: bool = False
    narrated: bool = False
    last: Moment | None = None
    day: Moment | None = None

    def after(self, found: Moment) -> Clock:
        """Return the clock once `found` was mentioned: what is definite, closed and no range is told from."""
        if found.kind != "date" or found.days is None or "/" in found.value:
            return self
        return replace(self, last=found, day=found if found.days <= 2 else self.day)

    def _leap_year(self) -> int | None:
        """Return the nearest year with a 29 February: the last, the next where it is to come."""
        if self.today is None:
            return None
        step = 1 if self.future else -1
        return next((y for y in range(self.today.year, self.today.year + 9 * step, step) if isleap(y)), None)

    def year_for(self, month_: int, day_: int = 1) -> int | None:
        """Return the year a date without one lies in: the latest past one, the next if in future."""
        if self.today is None:
            return None
        try:
            candidate = date(self.today.year, month_, day_)
        except ValueError:
            return self._leap_year() if (month_, day_) == (2, 29) else self.today.year
        if not self.future and candidate > self.today + _SLACK:
            return self.today.year - 1
        if self.future and candidate < self.today - _SLACK:
            return self.today.year + 1
        return self.today.year


def day(year_: int | None, month_: int, day_: int) -> Moment | None:
    """Return one day; without a year its value alone (``XXXX-04-26``)."""
    if year_ is None:
        return Moment(f"XXXX-{month_:02d}-{day_:02d}", anchor="none") if 1 <= day_ <= 31 else None
    try:
        return one_day(date(year_, month_, day_), "calendar")
    except ValueError:
        return None


def one_day(at: date, anchor: str) -> Moment:
    """Return the moment of one day."""
    return Moment(at.isoformat(), at, at + _DAY, anchor)


def month(year_: int | None, month_: int) -> Moment | None:
    """Return a month; without a year its value alone (``XXXX-04``)."""
    if year_ is None:
        return Moment(f"XXXX-{month_:02d}", anchor="none")
    return _months(f"{year_:04d}-{month_:02d}", year_, month_, 1)


def year(year_: int) -> Moment | None:
    """Return a year."""
    return _months(f"{year_:04d}", year_, 1, 12)


def decade(first: int) -> Moment | None:
    """Return the ten years from `first` on (``199``)."""
    return _months(f"{first // 10}", first, 1, 120)


def century(number: int) -> Moment | None:
    """Return a century as TIMEX3 writes it: the 20th is ``19``, from 1900 to 1999."""
    return _months(f"{number - 1:02d}", (number - 1) * 100, 1, 1200) if number > 1 else None


def quarter(year_: int | None, number: int) -> Moment | None:
    """Return a quarter (``2009-Q3``)."""
    return _part_of_year(year_, f"Q{number}", 3 * number - 2, 3)


def half(year_: int | None, number: int) -> Moment | None:
    """Return half a year (``2009-H1``)."""
    return _part_of_year(year_, f"H{number}", 6 * number - 5, 6)


def season(year_: int | None, name: str) -> Moment | None:
    """Return a season (SP, SU, FA, WI); winter runs into the next year."""
    return _part_of_year(year_, name, SEASONS[name], 3)


def _part_of_year(year_: int | None, name: str, first: int, length: int) -> Moment | None:
    if year_ is None:
        return Moment(f"XXXX-{name}", anchor="none")
    return _months(f"{year_:04d}-{name}", year_, first, length)


def _months(value: str, year_: int, first: int, length: int) -> Moment | None:
    last = year_ * 12 + first - 1 + length
    try:
        return Moment(value, date(year_, first, 1), date(last // 12, last % 12 + 1, 1))
    except ValueError:
        return None


def week(at: date) -> Moment:
    """Return the ISO week of a day."""
    begin = at - timedelta(days=at.weekday())
    iso = at.isocalendar()
    return Moment(f"{iso.year:04d}-W{iso.week:02d}", begin, begin + timedelta(days=7))


def _weekend(at: date) -> Moment:
    whole = week(at)
    saturday = at + timedelta(days=5 - at.weekday())
    return Moment(f"{whole.value}-WE", saturday, saturday + timedelta(days=2))


def part_of(moment: Moment, part: str) -> Moment:
    """Return the START, MID or END third of a moment (a month by days 10 and 20), its value unchanged."""
    days = moment.days
    if days is None or moment.begin is None or moment.until is None or part not in {"START", "MID", "END"}:
        return moment
    month_like = 28 <= days <= 31 and moment.begin.day == 1
    if days in {365, 366} and moment.begin.day == moment.begin.month == 1:
        one, two = moment.begin.replace(month=5), moment.begin.replace(month=9)
    else:
        third = 10 if month_like else max(1, days // 3)
        one, two = moment.begin + timedelta(days=third), moment.begin + timedelta(days=2 * third)
    begin, until = {"START": (moment.begin, one), "MID": (one, two), "END": (two, moment.until)}[part]
    return replace(moment, begin=begin, until=until) if begin < until else moment


def span_of(unit: str, offset: int, at: date | None, anchor: str = "publication") -> Moment | None:
    """Return the day, week, month or year that lies `offset` of them from the one `at` is in.

    Without a day to count from: ``PAST_REF``, ``PRESENT_REF`` or ``FUTURE_REF``.
    """
    if at is None:
        return vague("FUTURE_REF" if offset > 0 else "PAST_REF" if offset else "PRESENT_REF")
    try:
        found = _span_of(unit, offset, at)
    except (OverflowError, ValueError):
        return None
    return found.anchored(anchor) if found else None


def _span_of(unit: str, offset: int, at: date) -> Moment | None:
    if unit == "day":
        return one_day(at + timedelta(days=offset), "")
    if unit == "week":
        return week(at + timedelta(weeks=offset))
    if unit == "weekend":
        return _weekend(at + timedelta(weeks=offset))
    index = at.year * 12 + at.month - 1
    if unit == "month":
        return month((index + offset) // 12, (index + offset) % 12 + 1)
    if unit == "quarter":
        return quarter((index // 3 + offset) // 4, (index // 3 + offset) % 4 + 1)
    if unit == "half":
        return half((index // 6 + offset) // 2, (index // 6 + offset) % 2 + 1)
    if unit == "year":
        return year(at.year + offset)
    if unit == "decade":
        return decade(at.year // 10 * 10 + 10 * offset)
    return century(at.year // 100 + 1 + offset) if unit == "century" else None


def shifted(at: date, unit: str, number: float) -> date | None:
    """Return the day that lies `number` units from `at`; None past the ends of the calendar."""
    days = {"day": 1, "week": 7, "hour": 1 / 24, "minute": 1 / 1440}.get(unit)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if days:
            return at + timedelta(days=int(days * number))
        if months:
            index = at.year * 12 + at.month - 1 + int(months * number)
            year_, month_ = index // 12, index % 12 + 1
            return date(year_, month_, min(at.day, monthrange(year_, month_)[1]))
    except (OverflowError, ValueError):
        return None
    return None


def joined(first: Moment | None, last: Moment | None) -> Moment | None:
    """Return the range of two moments, both within; None where the second does not come later."""
    if first is None or last is None:
        return None
    if first.begin and last.until and first.begin >= last.until:
        return None
    anchor = first.anchor if first.anchor == last.anchor else "publication"
    return Moment(f"{first.value}/{last.value}", first.begin, last.until, anchor)


def vague(value: str) -> Moment:
    """Return an expression that names no interval (``PAST_REF``)."""
    return Moment(value, anchor="none", kind="vague")
