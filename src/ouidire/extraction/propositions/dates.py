"""Rules for times on the calendar: dates, months, seasons, years, and ranges of them."""

from __future__ import annotations

from datetime import date

from ouidire.extraction.propositions import moments
from ouidire.extraction.propositions.moments import Moment
from ouidire.extraction.propositions.relative import bare_weekday, deictic_day
from ouidire.extraction.propositions.time_words import Hit, Reader

__all__ = ["bare_year", "calendar_date", "day_range", "month_range", "month_year", "numeric_date", "season"]


def calendar_date(reader: Reader, n: int) -> Hit | None:
    """*26 avril 2025*, *April 26, 2025*, *le mardi 6 mai*."""
    at = reader.skip(n, "article")
    named = reader.kind(at, "weekday")
    if named:
        at += named[0]
        if at < len(reader.tokens) and reader.tokens[at].text == ",":
            at += 1
        at = reader.skip(at, "article")
    day = reader.day_at(at)
    month = reader.kind(reader.skip(at + 1, "of"), "month") if day else None
    if day and month:
        end, year = reader.year_after(reader.skip(at + 1, "of") + month[0])
    else:
        month = reader.kind(at, "month")
        day = reader.day_at(at + month[0]) if month else None
        if not (month and day):
            return None
        end, year = reader.year_after(at + month[0] + 1)
    number = int(month[1])
    found = moments.day(year or reader.clock.year_for(number, day), number, day)
    return end - n, found


def numeric_date(reader: Reader, n: int) -> Hit | None:
    """*2025-04-26*, *26/04/2025* (the first two of these day-first outside the year-first form)."""
    text = reader.tokens[n].text
    if not 7 <= len(text) <= 10 or not text[0].isdigit():
        return None
    for mark in "-/.":
        parts = text.split(mark)
        if len(parts) == 3 and all(p.isascii() and p.isdigit() for p in parts):
            first, second, third = (int(p) for p in parts)
            if len(parts[0]) == 4:
                return 1, moments.day(first, second, third) if second in range(1, 13) else None
            if len(parts[2]) == 4 and second in range(1, 13):
                return 1, moments.day(third, second, first)
    return None


def day_range(reader: Reader, n: int) -> Hit | None:
    """*du 3 au 5 mai*, *from 3 to 5 May*, *May 3-5*."""
    at = reader.kind(n, "range_from")
    start = n + at[0] if at else n
    start = reader.skip(start, "article")
    first = reader.day_at(start)
    link = reader.kind(start + 1, "range_to") if first else None
    if not first or not link:
        return None
    second_at = reader.skip(start + 1 + link[0], "article")
    last = reader.day_at(second_at)
    month = reader.kind(reader.skip(second_at + 1, "of"), "month") if last else None
    if not last or not month:
        return None
    end, year = reader.year_after(reader.skip(second_at + 1, "of") + month[0])
    number = int(month[1])
    year = year or reader.clock.year_for(number, first)
    return end - n, _joined(moments.day(year, number, first), moments.day(year, number, last))


def month_range(reader: Reader, n: int) -> Hit | None:
    """*entre mars et juin 2025*, *from Monday to Friday*."""
    opening = reader.kind(n, "range_from")
    if not opening:
        return None
    one = _plain(reader, n + opening[0])
    link = reader.kind(n + opening[0] + one[0], "range_to") if one else None
    two = _plain(reader, n + opening[0] + one[0] + link[0]) if one and link else None
    if not one or not link or not two or one[1] is None or two[1] is None:
        return None
    first, last = one[1], two[1]
    if first.begin and last.begin and first.begin > last.begin:
        first = Moment(first.value, _year_before(first.begin), first.until, first.anchor)
    return opening[0] + one[0] + link[0] + two[0], _joined(first, last)


def _plain(reader: Reader, n: int) -> Hit | None:
    at = reader.skip(n, "article")
    year = reader.year_at(at)
    if year is not None:
        return at + 1 - n, moments.year(year)
    for rule in (
        calendar_date, month_year, bare_weekday, deictic_day, bare_year
    ):  # fmt: skip
        found = rule(reader, at) if at < len(reader.tokens) else None
        if found and found[1]:
            return found[0] + at - n, found[1]
    return None


def month_year(reader: Reader, n: int) -> Hit | None:
    """*novembre 2025*, *début mai*, *in late November*, *la fin du mois de mars*."""
    part = reader.kind(n, "part")
    at = reader.skip(n + part[0], "article", "of", "month_word") if part else n
    named = reader.kind(at, "month")
    if not named:
        return None
    token = reader.tokens[at]
    if token.upos in {"AUX", "VERB"}:
        return None
    number = int(named[1])
    end, year = reader.year_after(at + named[0])
    moved, step = reader.kind(end, "last", "next") if year is None else None, 0
    if moved and reader.clock.today:
        step = moved[0]
        year = _year_of(number, reader.clock.today, moved[1])
    found = moments.month(year or reader.clock.year_for(number), number, part[1] if part else "")
    return end + step - n, found


def season(reader: Reader, n: int) -> Hit | None:
    """*été 2025*, *last winter*, *l'hiver dernier*."""
    before = reader.kind(n, "last", "next", "this")
    at = n + before[0] if before else n
    named = reader.kind(at, "season")
    if not named:
        return None
    end, year = reader.year_after(at + named[0])
    after = reader.kind(end, "last", "next") if year is None else None
    moved = before or after
    if year is None and (moved is None or reader.clock.today is None):
        return None
    if year is None and reader.clock.today is not None and moved is not None:
        first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[named[1]]
        year = _year_of(first, reader.clock.today, moved[1])
    return end + (after[0] if after else 0) - n, moments.quarter_like(year, named[1])


def bare_year(reader: Reader, n: int) -> Hit | None:
    """*en 2025*, *début 2025*, *the end of 2024*."""
    part = reader.kind(n, "part")
    at = reader.skip(n + part[0], "article", "of", "year_word") if part else n
    ranged = _years_in(reader.tokens[at].text) if at < len(reader.tokens) else None
    if ranged:
        return at + 1 - n, _joined(moments.year(ranged[0]), moments.year(ranged[1]))
    tens = _decade_in(reader.tokens[at].text) if at < len(reader.tokens) else None
    if tens is not None:
        return at + 1 - n, moments.decade(tens)
    year = reader.year_at(at)
    if year is None:
        return None
    other = reader.year_at(at + 2)
    if other and year < other and reader.tokens[at + 1].text in {"-", "\N{EN DASH}"}:
        return at + 3 - n, _joined(moments.year(year), moments.year(other))
    if not part and not _reads_as_year(reader, n):
        return None
    if not part and year % 10 == 0 and n and _is_years_word(reader, n - 1):
        return at + 1 - n, moments.decade(year)
    return at + 1 - n, moments.year(year, part[1] if part else "")


def _is_years_word(reader: Reader, n: int) -> bool:
    """Whether a plural word for *year* stands here (*les années 1990*)."""
    hit = reader.kind(n, "unit")
    return hit is not None and hit[1] == "year" and reader.tokens[n].lower.endswith("s")


def _decade_in(text: str) -> int | None:
    """Read *1990s*."""
    plural = len(text) == 5 and text[:4].isascii() and text[:4].isdigit() and text[3:] == "0s"
    return int(text[:4]) if plural and 1800 <= int(text[:4]) <= 2090 else None


def _years_in(text: str) -> tuple[int, int] | None:
    """Read *2014-2018*, which is one token."""
    if len(text) != 9 or text[4] not in "-\N{EN DASH}~":
        return None
    first, last = text[:4], text[5:]
    if not (first.isascii() and last.isascii() and first.isdigit() and last.isdigit()):
        return None
    return (int(first), int(last)) if 1800 <= int(first) < int(last) <= 2100 else None


def _reads_as_year(reader: Reader, n: int) -> bool:
    before = reader.tokens[n - 1] if n else None
    after = reader.tokens[n + 1] if n + 1 < len(reader.tokens) else None
    token = reader.tokens[n]
    near = 1900 <= int(token.text) <= 2099 if token.text.isascii() and token.text.isdigit() else False
    if near and before is not None and before.upos == "DET" and before.feats.get("Definite") != "Ind":
        return True
    counts = after is not None and after.upos in {"NOUN", "ADJ", "SYM"}
    led = before is not None and before.upos in {"ADP", "DET", "SCONJ", "NOUN", "PUNCT"}
    return (before is None or led) and not counts


def _joined(first: Moment | None, last: Moment | None) -> Moment | None:
    if first is None or last is None:
        return None
    if first.begin and last.until and first.begin >= last.until:
        return None
    return Moment(f"{first.value}/{last.value}", first.begin, last.until, first.anchor)


def _year_of(month_: int, today: date, moved: str) -> int:
    """Year of the last or next month or season that starts in month `month_`."""
    if moved == "next":
        return today.year + (month_ <= today.month)
    if moved == "last":
        return today.year - (month_ >= today.month)
    return today.year


def _year_before(at: date) -> date:
    return at.replace(year=at.year - 1, day=min(at.day, 28))
