"""Rules for days on the calendar: dates in words and in figures, named days."""

from __future__ import annotations

import re

from ouidire.extraction.propositions import moments
from ouidire.extraction.propositions.moments import Moment
from ouidire.extraction.propositions.time_words import Hit, Reader

__all__ = ["calendar_date", "month_of", "numeric_date", "year_after", "year_of"]

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_YEAR_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})")
_TWO = re.compile(r"(\d{1,2})/(\d{1,2})")
_PIVOT = 69
"""Two-digit years up to this one are of the 2000s (POSIX `strptime`)."""


def calendar_date(reader: Reader, n: int) -> Hit | None:
    """*26 avril 2025*, *April 26, 2025*, *le mardi 6 mai*, *the 3rd of May*."""
    at = reader.skip(n, "article", "this")
    named = reader.kind(at, "weekday")
    if named:
        at += named[0]
        at += reader.lower(at) in {",", "-", "."}
        at = reader.skip(at, "article")
    found = _day_first(reader, at) or _month_first(reader, at)
    if found is None:
        return _year_first(reader, n)
    end, (number, day) = found
    end, year = year_after(reader, end)
    moved = reader.kind(end, "last_after", "next_after") if year is None else None
    if moved and reader.clock.today:
        end += moved[0]
        today = reader.clock.today
        passed = (number, day) < (today.month, today.day)
        year = today.year - (not passed) if moved[1] == "last" else today.year + passed
    return end - n, moments.day(year or reader.clock.year_for(number, day), number, day)


def _year_first(reader: Reader, n: int) -> Hit | None:
    """*2020/Sep/23*, *2019-août-1*."""
    year = reader.year_at(n)
    month = month_of(reader, n + 2) if year and reader.glued(n + 1) and reader.glued(n + 2) else None
    at = n + 2 + month[0] + 1 if month else n
    day = reader.day_at(at) if month and reader.glued(at) and reader.lower(at - 1) in {"-", "/"} else None
    return (at + day[0] - n, moments.day(year, month[1], day[1])) if month and day else None


def _day_first(reader: Reader, at: int) -> tuple[int, tuple[int, int]] | None:
    """Return (index after, (month, day)): *26 avril*, *the 15th day of June*."""
    day = reader.day_at(at) or (_spelled_day(reader, at) if reader.matches(at - 1) else None)
    if day is None:
        return None
    unit = reader.kind(at + day[0], "unit")
    after = at + day[0] + (unit[0] if unit and unit[1] == "day" else 0)
    after += reader.lower(after) in {"-", "/"} and reader.glued(after)
    month_at = reader.skip(after, "of", "month_word")
    month = month_of(reader, month_at)
    return (month_at + month[0], (month[1], day[1])) if month else None


def _month_first(reader: Reader, at: int) -> tuple[int, tuple[int, int]] | None:
    """Return (index after, (month, day)): *April 26th*, *March the 3rd*; not *in March 15 people*."""
    month = month_of(reader, at)
    if month is None:
        return None
    after = at + month[0]
    after += reader.lower(after) in {"-", "/"} and reader.glued(after)
    comma = reader.lower(after) == "," and reader.ordinal(after + 1) is not None
    day_at = reader.skip(after + comma, "article")
    day = reader.day_at(day_at) or _spelled_day(reader, day_at, least=13)
    if day is None:
        return None
    end = day_at + day[0]
    if reader.ordinal(day_at) is None and not reader.matches(end) and _is_counted(reader, end):
        return None
    return end, (month[1], day[1])


def _spelled_day(reader: Reader, n: int, least: int = 1) -> tuple[int, int] | None:
    """Return (length, day) of a day in words (*le quinze mai*)."""
    number = reader.number(n)
    whole = number is not None and number.kind == "exact" and not number.value % 1
    if number is None or not whole or not least <= number.value <= 31:
        return None
    return number.length, int(number.value)


def _is_counted(reader: Reader, n: int) -> bool:
    """Whether the number before `n` counts a noun there; *a June 3 hearing* is a date where days come second."""
    if reader.glued(n) or reader.upos(n) not in {"NOUN", "ADJ"}:
        return False
    return reader.is_plural(n) or not reader.words.month_first


def month_of(reader: Reader, n: int) -> tuple[int, int] | None:
    """Return (length, number) of the month named at `n`; a verb (*may*, *march*) names none."""
    named = reader.kind(n, "month")
    if (
        not named
        or reader.upos(n) in {"AUX", "VERB"}
        or (reader.kind(n, "given_name") and not _numbered(reader, n))
    ):
        return None
    if reader.upos(n) != "PROPN" and reader.tokens[n].text.islower() and reader.kind(n, "month_capital"):
        return None
    return named[0], int(named[1])


def _numbered(reader: Reader, n: int) -> bool:
    """Whether digits stand beside a short month that could be a name (*Jan 3*, *12 Jan*)."""
    beside = any(reader.lower(at)[:1].isdigit() for at in (n - 1, n + 1))
    return beside or reader.lower(n + 1) in {"-", "/"} or reader.kind(n - 1, "of", "in_year") is not None


def numeric_date(reader: Reader, n: int) -> Hit | None:
    """*2025-04-26*, *26/04/2025*, *2025-11*; *26/04* after an article or a weekday.

    Day or month first as the language has it; the other way round where only that is a date.
    """
    at = reader.skip(n, "this", "next", "article", "weekday")
    end = at + 1
    while end < len(reader.tokens) and end < at + 6 and reader.glued(end):
        end += 1
    while end > at + 1 and not reader.lower(end - 1)[-1:].isdigit():
        end -= 1
    text = "".join(token.text for token in reader.tokens[at:end])
    if (reader.year_at(at + 2) and reader.digits(at) and reader.digits(at + 1) and end == at + 1) or (
        reader.year_at(at) and reader.digits(at + 1) and reader.digits(at + 2) and end == at + 1
    ):
        text, end = f"{reader.lower(at)}/{reader.lower(at + 1)}/{reader.lower(at + 2)}", at + 3
    led = (
        at > n or reader.kind(n - 1, "article", "range_from", "range_to", "range_dash", "weekday") is not None
    )
    led = (
        led
        or (at == 0 and end == len(reader.tokens))
        or (reader.ended == n - 1 and reader.kind(n - 1, "and", "or") is not None)
    )
    found = _numeric(reader, text, led=led)
    return (end - n, found) if found else None


def _numeric(reader: Reader, text: str, *, led: bool) -> Moment | None:
    if parts := _COMPACT.fullmatch(text):
        return _ordered(int(parts[1]), int(parts[2]), int(parts[3]))
    if parts := _YEAR_FIRST.fullmatch(text):
        return _ordered(int(parts[1]), int(parts[3]), int(parts[4]))
    if parts := _YEAR_LAST.fullmatch(text):
        year = int(parts[4])
        year += 0 if year > 99 else 2000 if year <= _PIVOT else 1900
        return _in_order(reader, year, int(parts[1]), int(parts[3]))
    if parts := _YEAR_MONTH.fullmatch(text):
        return moments.month(int(parts[1]), int(parts[2])) if 1 <= int(parts[2]) <= 12 else None
    if parts := _MONTH_YEAR.fullmatch(text):
        return moments.month(int(parts[2]), int(parts[1])) if 1 <= int(parts[1]) <= 12 else None
    if led and (parts := _TWO.fullmatch(text)):
        return _in_order(reader, None, int(parts[1]), int(parts[2]))
    return None


def _in_order(reader: Reader, year: int | None, first: int, second: int) -> Moment | None:
    month, day = (first, second) if reader.words.month_first else (second, first)
    if month > 12:
        month, day = day, month
    if not 1 <= month <= 12:
        return None
    return _ordered(year or reader.clock.year_for(month, day), month, day)


def _ordered(year: int | None, month: int, day: int) -> Moment | None:
    return moments.day(year, month, day) if 1 <= month <= 12 else None


def year_after(reader: Reader, n: int) -> tuple[int, int | None]:
    """Return (index after, year) of what may follow a day or a month: *2025*, *, 2025*, *of last year*, *- this year*."""
    end, year = reader.year_after(n)
    if year is not None:
        return end, year
    at = reader.skip(n, "of", "joint", "article")
    before = reader.kind(at, "last", "next", "this")
    at += before[0] if before else 0
    unit = reader.kind(at, "unit")
    if not unit or unit[1] != "year" or reader.clock.today is None:
        return n, None
    moved = before or reader.kind(at + unit[0], "last_after", "next_after", "this_after")
    if not moved:
        return n, None
    offset = {"last": -1, "next": 1}.get(moved[1], 0)
    return at + unit[0] + (0 if before else moved[0]), reader.clock.today.year + offset


def year_of(month: int, year: int, now: int, moved: str) -> int:
    """Return the year of the last or next month `month`, seen from month `now` of `year`."""
    if moved == "next":
        return year + (month <= now)
    if moved == "last":
        return year - (month >= now)
    return year
