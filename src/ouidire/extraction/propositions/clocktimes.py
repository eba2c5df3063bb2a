"""Rules for the time of day: *à 15 h 30*, *at 6:40 p.m. on Monday*, *mardi soir*, *dans la nuit de lundi à mardi*."""

from __future__ import annotations

from datetime import timedelta

from ouidire.extraction.propositions.moments import Moment, one_day
from ouidire.extraction.propositions.time_words import Hit, Reader

__all__ = ["clock_time", "night", "timed_day"]

_NOT_A_DAY = "XXXX-XX-XX"


def timed_day(reader: Reader, n: int) -> Hit | None:
    """*mardi soir*, *mardi à 15 heures*, *on Friday at 4 pm*, *the morning of May 3*."""
    lead = _part_of_day(reader, n)
    at = reader.skip(n + lead[0], "of", "article") if lead else n
    found = reader.plain(at)
    day = found[1] if found else None
    if found is None or day is None or day.days != 1 or day.kind != "date" or "T" in day.value:
        return None
    end = at + found[0]
    if lead:
        return end - n, _at(day, lead[1])
    comma = reader.lower(end) == ","
    clock = _hour(reader, end + comma, led=False)
    if clock and (not comma or reader.kind(end + 1, "at")):
        return end + comma + clock[0] - n, _at(day, clock[1])
    part = _part_of_day(reader, end)
    return (end + part[0] - n, _at(day, part[1])) if part else None


def _part_of_day(reader: Reader, n: int) -> tuple[int, str] | None:
    """Return (length, TIMEX3 letters) of *soir*, *dans la matinée*, *early in the morning*."""
    start = reader.skip(n, "article", "part")
    found = reader.kind(n, "daytime") or reader.kind(start, "daytime")
    if not found:
        return None
    return (start if not reader.kind(n, "daytime") else n) + found[0] - n, found[1]


def clock_time(reader: Reader, n: int) -> Hit | None:
    """*à 15h30*, *at 22:30*, *10 am on Tuesday*: on the day beside it, else on the last day mentioned, else on that of writing."""
    found = _hour(reader, n, led=True)
    if found is None:
        return None
    end = n + found[0]
    at = reader.skip(end + (reader.lower(end) == ","), "article", "of")
    inner = reader.plain(at)
    if inner and inner[1] and inner[1].days == 1 and inner[1].kind == "date" and "T" not in inner[1].value:
        return at + inner[0] - n, _at(inner[1], found[1])
    last, today = reader.clock.day, reader.clock.today
    if last is not None:
        return end - n, _at(last.anchored("timex"), found[1])
    if today is not None:
        return end - n, _at(one_day(today, "publication"), found[1])
    return end - n, Moment(f"{_NOT_A_DAY}T{found[1]}", anchor="none")


def _at(day: Moment, part: str) -> Moment:
    return Moment(f"{day.value.partition('T')[0]}T{part}", day.begin, day.until, day.anchor)


def _hour(reader: Reader, n: int, *, led: bool) -> tuple[int, str] | None:
    """Return (length, ``15:30``) of a clock time.

    Args:
        led: Whether digits alone need a word before or after them that shows them to be a time.

    """
    lead = reader.kind(n, "at")
    at = reader.skip(n + lead[0], "approx") if lead else n
    named = reader.kind(at, "noon")
    if named:
        return (at + named[0] - n, named[1]) if lead or not led else None
    hour, minute, end = _figures(reader, at, sure=lead is not None or not led)
    if hour is None:
        return None
    half = reader.kind(end, "meridiem")
    if half:
        end += half[0]
        hour = hour % 12 + (12 if half[1] == "pm" else 0) if hour <= 12 else hour
    zone = reader.kind(end, "zone")
    end += zone[0] if zone else 0
    marked = half is not None or zone is not None
    if minute is None and not marked and not _is_marked(reader, at, end):
        return None
    if led and lead is None and not marked and not (minute is not None and ":" in reader.lower(at)):
        return None
    if hour > 24 or (minute or 0) > 59:
        return None
    text = f"{hour % 24:02d}" + (f":{minute:02d}" if minute is not None else ":00")
    return end - n, text + (zone[1] if zone else "")


def _is_marked(reader: Reader, at: int, end: int) -> bool:
    return any(reader.kind(k, "hour_mark") for k in range(at + 1, end))


def _figures(reader: Reader, n: int, *, sure: bool) -> tuple[int | None, int | None, int]:
    """Return (hour, minute, index after) of *15h30*, *15 heures*, *22:30*, *8.30*, *0800*."""
    text = reader.lower(n)
    for mark in ":.":
        first, found, second = text.partition(mark)
        if found and first.isdigit() and second[:2].isdigit() and len(first) <= 2 and len(second) in {2, 5}:
            dotted = mark == "." and not (sure and reader.kind(n + 1, "meridiem"))
            return (None, None, n) if dotted else (int(first), int(second[:2]), n + 1)
    if len(text) == 4 and text.isdigit() and text.isascii() and reader.kind(n + 1, "zone"):
        return int(text[:2]), int(text[2:]), n + 1
    number = reader.number(n)
    if number is None or number.kind != "exact" or not 0 <= number.value <= 24 or number.value % 1:
        return None, None, n
    end = n + number.length
    mark_ = reader.kind(end, "hour_mark")
    if mark_ is None:
        return (int(number.value), None, end) if reader.kind(end, "meridiem") else (None, None, n)
    end += mark_[0]
    minutes = reader.digits(end)
    if minutes is not None and minutes < 60 and len(reader.lower(end)) == 2:
        return int(number.value), minutes, end + 1
    return int(number.value), None, end


def night(reader: Reader, n: int) -> Hit | None:
    """*dans la nuit de lundi à mardi*, *the night of May 3*: from the evening of one day into the next."""
    opening = reader.kind(n, "night_of")
    first = reader.plain(reader.skip(n + opening[0], "article")) if opening else None
    if not opening or first is None or first[1] is None or first[1].begin is None or first[1].days != 1:
        day = _night_of_days(reader, n + opening[0]) if opening else None
        return (opening[0] + day[0], day[1]) if opening and day else None
    end = reader.skip(n + opening[0], "article") + first[0]
    link = reader.kind(end, "range_to")
    second = reader.plain(reader.skip(end + link[0], "article")) if link else None
    moment = first[1]
    if link and second and second[1] and second[1].days == 1 and second[1].begin:
        end = reader.skip(end + link[0], "article") + second[0]
        before = second[1].begin - timedelta(days=1)
        moment = Moment(before.isoformat(), before, second[1].begin, second[1].anchor)
    return end - n, _night(moment)


def _night_of_days(reader: Reader, n: int) -> Hit | None:
    """*3 au 4 mai* after *la nuit du*."""
    at = reader.skip(n, "article")
    first = reader.day_at(at)
    link = reader.kind(at + first[0], "range_to") if first else None
    second = reader.plain(reader.skip(at + first[0] + link[0], "article")) if first and link else None
    if not first or not link or second is None or second[1] is None or not second[1].begin:
        return None
    end = reader.skip(at + first[0] + link[0], "article") + second[0]
    before = second[1].begin - timedelta(days=1)
    if second[1].days != 1 or before.day != first[1]:
        return None
    return end - n, _night(Moment(before.isoformat(), before, second[1].begin, second[1].anchor))


def _night(day: Moment) -> Moment:
    until = day.until + timedelta(days=1) if day.until else None
    return Moment(f"{day.value}TNI", day.begin, until, day.anchor)
