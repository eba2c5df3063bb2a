"""Rules for weeks by number, and for counted parts of a month or year: *the first two weeks of 2021*."""

from __future__ import annotations

from datetime import date

from ouidire.extraction.propositions import moments
from ouidire.extraction.propositions.dates import year_after
from ouidire.extraction.propositions.moments import Moment
from ouidire.extraction.propositions.time_words import Hit, Reader

__all__ = ["counted_part", "numbered_week", "week_number"]


def numbered_week(reader: Reader, n: int) -> Hit | None:
    """*week 31*, *semaine 10 de 2027*."""
    start = reader.skip(n, "article")
    unit = reader.kind(start, "unit")
    number = reader.digits(start + unit[0]) if unit and unit[1] == "week" else None
    if not unit or number is None or not 1 <= number <= 53:
        return None
    end, year = year_after(reader, start + unit[0] + 1)
    today = reader.clock.today
    year = year or (today.year if today else None)
    if year is None:
        return end - n, Moment(f"XXXX-W{number:02d}", anchor="none")
    return end - n, moments.span_of("week", number - 1, date(year, 1, 4), "calendar")


def counted_part(reader: Reader, n: int) -> Hit | None:
    """*the first two weeks of 2021*, *les dix premiers jours de mai*, *the third month of 2021*."""
    start = reader.skip(n, "article")
    order = reader.ordinal(start) or reader.kind(start, "last")
    number = reader.number(start + order[0]) if order else reader.number(start)
    if number and not order:
        order = reader.ordinal(start + number.length) or reader.kind(start + number.length, "last")
    at = start + (order[0] if order else 0) + (number.length if number else 0)
    unit = reader.kind(at, "unit")
    if (
        not order
        or not unit
        or unit[1] not in {"day", "week", "month"}
        or not reader.kind(at + unit[0], "of")
    ):
        return None
    inner_at = reader.skip(at + unit[0], "of", "article", "month_word", "year_word")
    inner = reader.plain(inner_at)
    whole = inner[1] if inner else None
    if inner is None or whole is None or not whole.begin or not whole.until or (whole.days or 0) < 28:
        return None
    end = inner_at + inner[0] - n
    if number is None:
        month = unit[1] == "month" and not isinstance(order[1], str) and (whole.days or 0) > 31
        return (end, moments.span_of("month", int(order[1]) - 1, whole.begin, "calendar")) if month else None
    if number.kind != "exact" or (not isinstance(order[1], str) and order[1] != 1):
        return None
    other = moments.shifted(
        whole.until if isinstance(order[1], str) else whole.begin,
        unit[1],
        -number.value if isinstance(order[1], str) else number.value,
    )
    ends = (other, whole.until) if isinstance(order[1], str) else (whole.begin, other)
    return end, Moment(f"P{number.value:g}{unit[1][0].upper()}", *ends)


def _period_at(reader: Reader, n: int) -> Hit | None:
    """Return (pieces from `n` on, moment) of the time at `n` or behind its article."""
    for at in dict.fromkeys((n, reader.skip(n, "article", "month_word"))):
        found = reader.plain(at)
        if found and found[1] and found[1].kind == "date":
            return at + found[0] - n, found[1]
    return None


def week_number(reader: Reader, n: int) -> Hit | None:
    """*the first week of May*, *la dernière semaine de 2016*, *the week of April 10*, *semaine du 18 mai*."""
    start = reader.skip(n, "article")
    order = reader.ordinal(start) or reader.kind(start, "last")
    at = start + (order[0] if order else 0)
    unit = reader.kind(at, "unit")
    of = reader.kind(at + unit[0], "of", "commencing") if unit and unit[1] in {"week", "weekend"} else None
    after = reader.skip(at + unit[0], "of", "commencing") if unit else at
    inner = _period_at(reader, after) if of else None
    whole = inner[1] if inner else None
    if not of or not unit or whole is None or inner is None:
        return None
    end = after + inner[0]
    if order and not whole.begin and len(whole.value) == 7 and not isinstance(order[1], str):
        return end - n, Moment(f"{whole.value}-W{order[1]:02d}", anchor="none")
    if not whole.begin or not whole.until:
        return None
    if order is None:
        return end - n, moments.span_of(unit[1], 0, whole.begin, "calendar") if whole.days == 1 else None
    if (whole.days or 0) < 28:
        return None
    if isinstance(order[1], str):  # the last one lies where the last day but three does
        return end - n, moments.span_of(unit[1], 0, moments.shifted(whole.until, "day", -4), "calendar")
    first = moments.shifted(whole.begin, "day", 3)
    return end - n, moments.span_of(unit[1], order[1] - 1, first, "calendar")
