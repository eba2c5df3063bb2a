"""Rules for times that reach from one to another, or are open on one side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ouidire.extraction.propositions import moments
from ouidire.extraction.propositions.dates import month_of
from ouidire.extraction.propositions.lengths import length_at, lengthy
from ouidire.extraction.propositions.moments import Moment
from ouidire.extraction.propositions.time_words import Hit, Reader

__all__ = ["beside", "day_range", "ranged", "since", "years_range"]


def day_range(reader: Reader, n: int) -> Hit | None:
    """*du 3 au 5 mai*, *from 3 to 5 May*, *May 3-5*, *between April 9th and 17th*."""
    opening = reader.kind(n, "range_from")
    start = reader.skip(n + opening[0] if opening else n, "article")
    ahead = month_of(reader, start)
    first_at = reader.skip(start + ahead[0], "article") if ahead else start
    first = reader.day_at(first_at)
    kinds = ("range_to", "range_and") if opening and opening[1] == "between" else ("range_to",)
    link = reader.kind(first_at + first[0], *kinds) if first else None
    if not first or not link:
        return None
    second_at = reader.skip(first_at + first[0] + link[0], "article")
    last = reader.day_at(second_at)
    if not last or last[1] <= first[1] or reader.kind(second_at, "month"):
        return None
    end = second_at + last[0]
    month = ahead or month_of(reader, reader.skip(end, "of", "month_word"))
    if not month:
        return None
    end = end if ahead else reader.skip(end, "of", "month_word") + month[0]
    if ahead and reader.upos(end) == "NOUN" and not reader.matches(end):
        return None
    end, year = reader.year_after(end)
    year = year or reader.clock.year_for(month[1], first[1])
    ends = (moments.day(year, month[1], day[1]) for day in (first, last))
    return end - n, moments.joined(*ends)


def ranged(reader: Reader, n: int) -> Hit | None:
    """*entre mars et juin 2025*, *from Monday to Friday*, *du 3 mai au 4 juin*, *June 2–July 4*."""
    opening = reader.kind(n, "range_from")
    start = n + opening[0] if opening else n
    one = _end(reader, reader.skip(start, "article") if opening else start)
    if one is None or one[1] is None:
        return None
    link_at = (reader.skip(start, "article") if opening else start) + one[0]
    link = reader.kind(link_at, "range_to", "range_and") if opening else reader.kind(link_at, "range_dash")
    if not link or (opening and reader.kind(link_at, "range_and") and opening[1] != "between"):
        return None
    second = reader.skip(link_at + link[0], "article")
    two = _end(reader, second)
    if two is None or two[1] is None:
        return None
    last = _later(one[1], two[1], yearless=not any(reader.year_at(k) for k in range(second, second + two[0])))
    yearless = one[1].anchor != "publication" and not any(reader.year_at(k) for k in range(start, link_at))
    return second + two[0] - n, moments.joined(_earlier(one[1], last, yearless=yearless), last)


def _end(reader: Reader, n: int) -> Hit | None:
    """Read one end of a range: a definite time, or *now*."""
    found = reader.plain(n)
    if found is None or found[1] is None or found[1].kind not in {"date", "vague"}:
        return None
    if found[1].kind == "date":
        return found
    if found[1].value != "PRESENT_REF" or reader.clock.today is None:
        return None
    return found[0], moments.one_day(reader.clock.today, "publication")


def _later(first: Moment, last: Moment, *, yearless: bool) -> Moment:
    """Move a second end that would come before the first a week on (*from next Monday to Friday*), or a year."""
    if not first.begin or not last.begin or last.begin >= first.begin or last.days != 1:
        return last
    if last.anchor == "publication":
        moved = last.begin + timedelta(days=7)
        return moments.one_day(moved, last.anchor) if moved > first.begin else last
    if yearless and first.anchor == "calendar":
        return moments.day(last.begin.year + 1, last.begin.month, last.begin.day) or last
    return last


def _earlier(first: Moment, last: Moment, *, yearless: bool) -> Moment:
    """Give a first end without a year of its own that of the second (*from November to March 2026*)."""
    if not last.begin:
        return first
    if not first.begin:  # an undated *May* before *October 2020*
        month, _, day = first.value.removeprefix("XXXX-").partition("-")
        if not first.value.startswith("XXXX-") or not month.isdigit():
            return first
        year = last.begin.year - (int(month) > last.begin.month)
        given = moments.day(year, int(month), int(day)) if day.isdigit() else moments.month(year, int(month))
        return given or first
    value, begin, until = first.value, first.begin, first.until
    if len(value) >= 7 and value[:4].isdigit() and begin.year != last.begin.year and yearless:
        back = last.begin.year - (begin.month > last.begin.month)
        try:
            moved = moments.day(back, begin.month, begin.day) if first.days == 1 else None
            moved = moved or (moments.month(back, begin.month) if len(value) == 7 else None)
        except ValueError:
            moved = None
        if moved:
            return moved
    return Moment(value, begin, until, first.anchor)


def years_range(reader: Reader, n: int) -> Hit | None:
    """*2014-2018*, *2000–2050*, *2015-16*."""
    first = reader.year_at(n)
    if first is None or reader.lower(n + 1) not in {"-", "\N{EN DASH}", "~"}:
        return None
    last = reader.year_at(n + 2)
    short = reader.digits(n + 2) if last is None and reader.glued(n + 2) and reader.glued(n + 1) else None
    if short is not None and short > 12 and len(reader.lower(n + 2)) == 2:
        last = first // 100 * 100 + short
    if last is None or last <= first or (reader.glued(n + 3) and reader.lower(n + 3) == "-"):
        return None
    return 3, moments.joined(moments.year(first), moments.year(last))


def since(reader: Reader, n: int) -> Hit | None:
    """*depuis mardi*, *since 2022*, *depuis plusieurs mois*: up to the day of writing, or to the time told from."""
    opening = reader.kind(n, "since")
    if not opening:
        return None
    start = n + opening[0]
    length = length_at(reader, start, one=True, bare=True)
    if length and not reader.kind(start + length.size, "ago"):
        told = _told_from(reader)
        return start + length.size - n, lengthy(length.parts, reader.clock, direction=-1, base=told)
    inner = _inner(reader, start)
    if inner is None:
        return None
    until = reader.clock.today
    begin = inner[1].begin
    return inner[0] - n, inner[1].open_ended(until if until and begin and begin < until else None)


def _told_from(reader: Reader) -> date | None:
    """Return the moment a story in the past is told from; None where it is told from today."""
    clock = reader.clock
    return clock.last.begin if clock.narrated and clock.last is not None else None


def beside(reader: Reader, n: int) -> Hit | None:
    """*avant 2018*, *after Tuesday*, *jusqu'en mars*, *d'ici 2030*, *2018 ou plus tard*: open on one side."""
    opening = reader.kind(n, "before", "after", "until", "from_on")
    if not opening:
        return None
    now = reader.clock
    if opening[1] == "until" and not now.past:
        reader.turn(replace(now, future=True))
    inner = _inner(reader, n + opening[0])
    reader.turn(now)
    if inner is None or inner[1].begin is None:
        return None
    moment = inner[1]
    ends = reader.kind(reader.skip(n + opening[0], "article"), "part")
    if opening[1] == "after":
        moment = moment.only_after()
    elif opening[1] == "from":
        moment = moment.open_ended(None)
    elif opening[1] == "until" or (ends and ends[1] == "END"):
        moment = Moment(moment.value, None, moment.until, moment.anchor)
    else:
        moment = moment.only_before()
    return inner[0] - n, moment


def _inner(reader: Reader, n: int) -> tuple[int, Moment] | None:
    """Return (index after, moment) of the time after *since*, *before*, *until*."""
    start = reader.skip(n, "article")
    for at in dict.fromkeys((n, start)):
        found = reader.plain(at)
        if found and found[1] and found[1].kind == "date":
            return at + found[0], found[1]
    return None
