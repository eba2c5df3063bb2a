"""Rules for times told from one mentioned before: *la veille*, *the following week*, *ensuite*; and vague ones."""

from __future__ import annotations

from datetime import date, timedelta

from ouidire.extraction.propositions import moments
from ouidire.extraction.propositions.moments import Moment
from ouidire.extraction.propositions.relative import base_of, day_from
from ouidire.extraction.propositions.time_words import Hit, Reader

__all__ = ["reference_day", "reference_unit", "vague"]


def reference_day(reader: Reader, n: int) -> Hit | None:
    """*la veille*, *le lendemain*, *the next day*, *ce jour-là*: a day told from the last one mentioned."""
    start = reader.skip(n, "article")
    found = reader.kind(n, "reference_day") or reader.kind(start, "reference_day")
    if not found:
        return None
    end = (n if reader.kind(n, "reference_day") else start) + found[0]
    offset, _, part = found[1].partition(" ")
    of = reader.kind(end, "of", "article")
    inner = reader.plain(reader.skip(end, "of", "article")) if of else None
    base, anchor = base_of(reader.clock, "day"), "timex"
    if inner and inner[1] and inner[1].begin and inner[1].days == 1:
        base, anchor, end = inner[1].begin, inner[1].anchor, reader.skip(end, "of", "article") + inner[0]
    moment = day_from(base, int(offset), anchor) if base else None
    if moment is None:
        return end - n, Moment("XXXX-XX-XX", anchor="none", kind="vague")
    value = f"{moment.value}T{part}" if part else moment.value
    return end - n, Moment(value, moment.begin, moment.until, moment.anchor)


def reference_unit(reader: Reader, n: int) -> Hit | None:
    """*la semaine suivante*, *the previous month*, *the same year*, *cette année-là*."""
    start = reader.skip(n, "article")
    before = reader.kind(start, "reference")
    at = start + before[0] if before else reader.skip(start, "this")
    unit = reader.kind(at, "unit", "weekday", "month")
    if not unit or (not before and at == n):
        return None
    end = at + unit[0]
    after = reader.kind(end, "reference_after") if not before else None
    moved = before or after
    if not moved:
        return None
    end += after[0] if after else 0
    base = base_of(reader.clock, unit[1] if reader.kind(at, "unit") else "day")
    if not reader.kind(at, "unit"):
        return _named_after(reader, (n, at, end), int(moved[1]), base)
    if base is not None:
        return end - n, moments.span_of(unit[1], int(moved[1]), base, "timex")
    if int(moved[1]) and reader.clock.today:
        return end - n, moments.span_of(unit[1], int(moved[1]), reader.clock.today)
    form = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX"}.get(unit[1])
    return (end - n, Moment(form, anchor="none", kind="vague")) if form else None


def _named_after(reader: Reader, at: tuple[int, int, int], step: int, base: date | None) -> Hit | None:
    """*le mardi suivant*, *the following March*."""
    n, where, end = at
    named = reader.kind(where, "weekday")
    if base is None or not step or not named:
        return None
    away = (int(named[1]) - base.isoweekday()) % 7 or 7
    return end - n, day_from(base, away if step > 0 else away - (7 if away < 7 else 14), "timex")


def vague(reader: Reader, n: int) -> Hit | None:
    """*auparavant*, *recently*, *à l'époque*; *ensuite* runs from the last time mentioned to the day of writing."""
    found = reader.kind(n, "vague")
    if found and not (reader.number(n + found[0]) or reader.kind(n + found[0], "unit")):
        return found[0], moments.vague(found[1])
    side = reader.kind(n, "since_last")
    if not side:
        return None
    last, today = reader.clock.last, reader.clock.today
    if last is None or last.begin is None or reader.clock.future:
        return side[0], moments.vague("XXXX-XX-XX")
    until = today + timedelta(days=1) if today and today >= last.begin else None
    return side[0], Moment("XXXX-XX-XX", last.begin, until, "timex", "vague")
