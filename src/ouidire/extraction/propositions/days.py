"""Rules for days told without their month, or by name: *le 18*, *mardi 11*, *the 15th of next month*, *Noël*."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

from ouidire.extraction.propositions import moments
from ouidire.extraction.propositions.dates import calendar_date, year_after
from ouidire.extraction.propositions.moments import Moment
from ouidire.extraction.propositions.time_words import Hit, Reader

__all__ = ["bare_day", "day_of_month", "holiday", "weekday_of_month"]


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
    if (
        not adverbial
        or reader.upos(end) not in {"PUNCT", "ADP", "VERB", "AUX", "CCONJ", ""}
        or reader.kind(end, "of")
    ):
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


def holiday(reader: Reader, n: int) -> Hit | None:
    """*Noël 2024*, *last Easter*, *à la Toussaint*: a fixed day, or days from Easter Sunday."""
    before = reader.kind(n, "last", "next", "this")
    at = reader.skip(n + before[0] if before else n, "article")
    named = reader.kind(at, "holiday")
    if not named or (reader.upos(at - 1) == "PROPN" and not reader.matches(at - 1)):
        return None
    if reader.tokens[at].text.islower() and reader.upos(at + named[0]) == "NOUN":
        return None  # *new year celebrations*
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
