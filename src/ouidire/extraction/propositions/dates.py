"""Rules for days on the calendar: dates in words and in figures, named days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.easter import easter

from ouidire.extraction.propositions import moments
from ouidire.extraction.propositions.moments import Moment
from ouidire.extraction.propositions.time_words import Hit, Reader

__all__ = ["bare_day", "calendar_date", "day_of_month", "holiday", "month_of", "numeric_date", "weekday_of_month", "year_after", "year_of"]

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
        year = year_of(number, reader.clock.today.year, reader.clock.today.month, moved[1])
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
    if not named or reader.upos(n) in {"AUX", "VERB"} or (reader.kind(n, "given_name") and not _numbered(reader, n)):
        return None
    if reader.upos(n) != "PROPN" and reader.tokens[n].text.islower() and reader.kind(n, "month_capital"):
        return None
    return named[0], int(named[1])


def _numbered(reader: Reader, n: int) -> bool:
    """Whether digits stand beside a short month that could be a name (*Jan 3*, *12 Jan*)."""
    beside = any(reader.lower(at)[:1].isdigit() for at in (n - 1, n + 1))
    return beside or reader.lower(n + 1) in {"-", "/"} or reader.kind(n - 1, "of", "in_year") is not None


def weekday_of_month(reader: Reader, n: int) -> Hit | None:
    """*mardi 11*, *Sunday the 12th*: the nearest month in which that day is that weekday."""
    start = reader.skip(n, "article")
    named = reader.kind(start, "weekday", "weekday_short")
    at = reader.skip(start + named[0], "article") if named else start
    day = reader.day_at(at) if named else None
    today = reader.clock.today
    if not named or not day or today is None or reader.upos(at + day[0]) in {"NOUN", "NUM"}:
        return None
    if reader.kind(at + day[0], "hour_mark", "meridiem", "range_to", "range_dash"):
        return None
    near = [m for k in range(-12, 13) if (m := _in_month(today, k, day[1])) and m.begin]
    fits = [m for m in near if m.begin and m.begin.isoweekday() == int(named[1])]
    past, coming = [m for m in fits if m.begin <= today], [m for m in fits if m.begin > today]  # type: ignore[operator]
    nearer = sorted(fits, key=lambda m: abs(m.begin - today) if m.begin else timedelta.max)
    found = coming[:1] if reader.clock.future else past[-1:] if reader.clock.past else nearer[:1]
    return (at + day[0] - n, found[0].anchored("publication")) if found else None


def _in_month(today: date, step: int, day: int) -> Moment | None:
    index = today.year * 12 + today.month - 1 + step
    return moments.day(index // 12, index % 12 + 1, day)


def bare_day(reader: Reader, n: int) -> Hit | None:
    """*le 18*, *on the 18th*: the day of that number, in the month that the tense asks for."""
    at = reader.skip(n, "article")
    day = reader.day_at(at)
    today = reader.clock.today
    if day and (shared := _shared_month(reader, at + day[0], day[1])):
        return at + day[0] - n, shared
    if at == n or not day or (reader.words.month_first and day[0] < 2):
        return None
    end = at + day[0]
    adverbial = reader.tokens[at].deprel.partition(":")[0] in {"obl", "nmod", "advmod", "obj"}
    if not adverbial or reader.upos(end) not in {"PUNCT", "ADP", "VERB", "AUX", "CCONJ", ""} or reader.kind(end, "of"):
        return None
    if not reader.lower(at)[:1].isdigit() or reader.kind(end, "range_to", "hour_mark"):
        return None
    if today is None:
        return end - n, Moment(f"XXXX-XX-{day[1]:02d}", anchor="none")
    near = [m for k in (-2, -1, 0, 1, 2) if (m := _in_month(today, k, day[1])) and m.begin]
    if reader.clock.future:
        found = next((m for m in near if m.begin and m.begin > today), None)
    else:
        found = next((m for m in reversed(near) if m.begin and m.begin <= today), None)
    return (end - n, found.anchored("publication")) if found else None


def _shared_month(reader: Reader, n: int, day: int) -> Moment | None:
    """*les 18 et 19 juin*: the first of two days takes the month of the second."""
    link = reader.kind(n, "and", "or")
    inner = calendar_date(reader, n + link[0]) if link and n + link[0] < len(reader.tokens) else None
    if inner is None or inner[1] is None:
        return None
    year, month, other = inner[1].value[:10].split("-")
    if int(other) <= day:
        return None
    return moments.day(int(year) if year.isdigit() else None, int(month), day)


def day_of_month(reader: Reader, n: int) -> Hit | None:
    """*le 15 du mois prochain*, *the 15th of this month*."""
    at = reader.skip(n, "article")
    day = reader.day_at(at)
    if day is None:
        return None
    unit = reader.kind(at + day[0], "unit")
    after = at + day[0] + (unit[0] if unit and unit[1] == "day" else 0)
    inner = reader.plain(reader.skip(after, "of")) if reader.kind(after, "of", "this") else None
    month = inner[1] if inner else None
    if inner is None or month is None or month.begin is None or not 28 <= (month.days or 0) <= 31:
        return None
    found = moments.day(month.begin.year, month.begin.month, day[1])
    return reader.skip(after, "of") + inner[0] - n, found.anchored(month.anchor) if found else None


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
    if reader.year_at(at + 2) and reader.digits(at) and reader.digits(at + 1) and end == at + 1:
        text, end = f"{reader.lower(at)}/{reader.lower(at + 1)}/{reader.lower(at + 2)}", at + 3
    elif reader.year_at(at) and reader.digits(at + 1) and reader.digits(at + 2) and end == at + 1:
        text, end = f"{reader.lower(at)}/{reader.lower(at + 1)}/{reader.lower(at + 2)}", at + 3
    led = at > n or reader.kind(n - 1, "article", "range_from", "range_to", "range_dash", "weekday") is not None
    led = led or (at == 0 and end == len(reader.tokens)) or (reader.ended == n - 1 and reader.kind(n - 1, "and", "or") is not None)
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


def holiday(reader: Reader, n: int) -> Hit | None:
    """*Noël 2024*, *last Easter*, *à la Toussaint*: a fixed day, or days from Easter Sunday."""
    before = reader.kind(n, "last", "next", "this")
    at = reader.skip(n + before[0] if before else n, "article")
    named = reader.kind(at, "holiday")
    if not named or (reader.upos(at - 1) == "PROPN" and not reader.matches(at - 1)):
        return None
    end, year = year_after(reader, at + named[0])
    moved = before or (reader.kind(end, "last_after", "next_after") if year is None else None)
    end += moved[0] if moved and not before else 0
    found = _on(named[1], year) if year else _nearest(reader, named[1], moved[1] if moved else "")
    return end - n, found


def _nearest(reader: Reader, day: str, moved: str) -> Moment | None:
    """The last one where the clause is past, the next where it is to come, else the nearer."""
    today = reader.clock.today
    if today is None:
        return _on(day, None)
    every = [m for y in (-1, 0, 1) if (m := _on(day, today.year + y)) and m.begin]
    past = [m for m in every if m.begin and m.begin <= today]
    coming = [m for m in every if m.begin and m.begin > today]
    if moved == "last" or (not moved and not reader.clock.future and reader.clock.past):
        return past[-1]
    if moved == "next" or reader.clock.future:
        return coming[0]
    return min(every, key=lambda m: abs(m.begin - today) if m.begin else timedelta.max)


def _on(day: str, year: int | None) -> Moment | None:
    month, _, number = day.partition("-")
    if "#" in number:  # *11-4#4*: the fourth Thursday of November, with days after it
        weekday, _, rest = number.partition("#")
        which, _, more = rest.partition("+")
        first = date(year, int(month), 1) if year else None
        if first is None:
            return Moment(f"XXXX-{month}-WXX-{weekday}-#{which}", anchor="none")
        away = (int(weekday) - first.isoweekday()) % 7 + 7 * (int(which) - 1) + int(more or 0)
        return moments.one_day(first + timedelta(days=away), "calendar")
    if month != "easter":
        return moments.day(year, int(month), int(number))
    if year is None:
        return Moment("XXXX-XX-XX", anchor="none", kind="vague")
    return moments.one_day(easter(year) + timedelta(days=int(number)), "calendar")


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
