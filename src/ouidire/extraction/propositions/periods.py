"""Rules for months and longer: months, seasons, quarters, years, decades, centuries, and their parts."""

from __future__ import annotations

import re
from itertools import pairwise

from ouidire.extraction.propositions import moments
from ouidire.extraction.propositions.dates import month_of, year_after, year_of
from ouidire.extraction.propositions.moments import SEASONS, Moment
from ouidire.extraction.propositions.time_words import Hit, Reader

__all__ = ["bare_year", "century", "decade", "month_year", "part", "quarter", "season"]

_ROMAN = {"i": 1, "v": 5, "x": 10}
_IN_ROMAN = re.compile(r"([ivx]+)[a-zè]{0,3}")
_LED = {"ADP", "AUX", "DET", "SCONJ", "NOUN", "PROPN", "PUNCT", "PART"}


def part(reader: Reader, n: int) -> Hit | None:
    """*début mai*, *in late November 2024*, *la fin de l'année*, *early next week*, *mid-2011*."""
    named = reader.kind(n, "part_whole")
    if named:
        return named[0], _current(reader, *reversed(named[1].split()))
    led = reader.kind(reader.skip(n, "article"), "part")
    if not led:
        return None
    start = reader.skip(n, "article") + led[0]
    at = reader.skip(start, "article", "of", "joint", "month_word", "year_word")
    inner = reader.plain(at)
    if inner is None:
        at = reader.skip(start, "article", "of", "joint")
        unit = reader.kind(at, "unit") if at > start or reader.kind(start - 1, "of") else None
        if not unit or reader.is_plural(at):
            return None
        return at + unit[0] - n, _current(reader, unit[1], led[1])
    if inner[1] is None or inner[1].kind != "date" or (inner[1].begin and (inner[1].days or 0) < 5):
        return None
    return at + inner[0] - n, moments.part_of(inner[1], led[1])


def _current(reader: Reader, unit: str, name: str) -> Moment | None:
    found = moments.span_of(unit, 0, reader.clock.today)
    return moments.part_of(found, name) if found and (found.days or 0) >= 5 else found


def month_year(reader: Reader, n: int) -> Hit | None:
    """*novembre 2025*, *last November*, *mai dernier*, *June of next year*."""
    before = reader.kind(n, "last", "next", "this", "past")
    at = reader.skip(n + before[0] if before else n, "month_word")
    named = month_of(reader, at)
    if not named or (at == n and reader.upos(n - 1) == "PROPN" and not reader.matches(n - 1)):
        return None  # a name (*Anna May*)
    end, year = year_after(reader, at + named[0])
    moved = before or (reader.kind(end, "last_after", "next_after", "past_after") if year is None else None)
    end += moved[0] if moved and not before else 0
    today = reader.clock.today
    if year is None and today and moved:
        year = year_of(named[1], today.year, today.month, moved[1])
    return end - n, moments.month(year or reader.clock.year_for(named[1]), named[1])


def season(reader: Reader, n: int) -> Hit | None:
    """*été 2025*, *last winter*, *l'hiver dernier*, *au printemps*."""
    before = reader.kind(n, "last", "next", "this", "past")
    at = n + before[0] if before else n
    named = reader.kind(at, "season")
    if not named or reader.upos(at) in {"VERB", "AUX", "ADJ"}:
        return None
    end, year = year_after(reader, at + named[0])
    after = reader.kind(end, "last_after", "next_after", "past_after") if year is None else None
    moved = before or after
    end += after[0] if after and not before else 0
    today = reader.clock.today
    if year is None and (today is None or (moved is None and not _stands_alone(reader, n, end))):
        return None
    first = SEASONS[named[1]]
    if year is None and today and moved:
        year = year_of(first, today.year, today.month, moved[1])
    return end - n, moments.season(year or reader.clock.year_for(first), named[1])


def _stands_alone(reader: Reader, n: int, end: int) -> bool:
    """Whether a season is a time by itself (*in the spring*), not part of a name (*Winter Games*)."""
    named = reader.upos(n) == "PROPN" or reader.upos(end) in {"PROPN", "NOUN", "ADJ"}
    return (reader.upos(n - 1) == "ADP" or reader.kind(n - 1, "article") is not None) and not named


def quarter(reader: Reader, n: int) -> Hit | None:
    """*premier trimestre 2013*, *Q3 2012*, *2019-Q1*, *the second half of May*."""
    year = reader.year_at(n)
    start = n + 1 if year else reader.skip(n, "article")
    start = reader.skip(start, "joint") if year else start
    found = _ordered_part(reader, start) or _marked_part(reader, start)
    if found is None:
        return None
    end, unit, number = found
    if year is None:
        end, year = year_after(reader, reader.skip(end, "joint"))
    if year is None and unit == "half" and (inner := _half_of(reader, end, number)):
        return inner[0] - n, inner[1]
    if year is None:
        today, end = reader.clock.today, found[0]
        year = reader.clock.year_for(number * (3 if unit == "quarter" else 6)) if today else None
        of = reader.kind(end, "of")
        whole = reader.kind(reader.skip(end, "of", "article"), "unit") if of else None
        if (of or reader.kind(end - 1, "halves")) and not (whole and whole[1] == "year"):
            return None
        end = reader.skip(end, "of", "article") + whole[0] if whole else end
    make = moments.quarter if unit == "quarter" else moments.half
    return end - n, make(year, number) if number <= (4 if unit == "quarter" else 2) else None


def _ordered_part(reader: Reader, n: int) -> tuple[int, str, int] | None:
    """Return (index after, unit, number) of *troisième trimestre*."""
    order = reader.ordinal(n) or _last_one(reader, n)
    unit = reader.kind(n + order[0], "unit", "halves") if order else None
    if not order or not unit or unit[1] not in {"quarter", "half"}:
        return None
    return n + order[0] + unit[0], unit[1], order[1] or {"quarter": 4, "half": 2}[unit[1]]


def _last_one(reader: Reader, n: int) -> tuple[int, int] | None:
    """*the last quarter of 2019*: the fourth, where a year follows."""
    last = reader.kind(n, "last")
    unit = reader.kind(n + last[0], "unit") if last else None
    year = unit and last and year_after(reader, n + last[0] + unit[0])[1]
    return (last[0], 0) if last and year else None


def _marked_part(reader: Reader, n: int) -> tuple[int, str, int] | None:
    """Return (index after, unit, number) of *Q3*, *T1*, *H2*."""
    mark = reader.kind(n, "mark")
    number = reader.digits(n + mark[0], 1) if mark and reader.glued(n + mark[0]) else None
    return (n + mark[0] + 1, mark[1], number) if mark and number else None


def _half_of(reader: Reader, n: int, number: int) -> tuple[int, Moment] | None:
    """Return (index after, moment) of *(the first half) of May*."""
    at = reader.skip(n, "of", "article", "month_word")
    inner = reader.plain(at) if reader.kind(n, "of") else None
    whole = inner[1] if inner else None
    if inner is None or whole is None or whole.begin is None or whole.until is None:
        return None
    middle = whole.begin + (whole.until - whole.begin) / 2
    ends = (whole.begin, middle) if number == 1 else (middle, whole.until)
    return at + inner[0], Moment(whole.value, *ends, whole.anchor)


def decade(reader: Reader, n: int) -> Hit | None:
    """*les années 1990*, *the 1990s*, *the '60s*, *the sixties*."""
    start = reader.skip(n, "article")
    if reader.tokens[min(start, len(reader.tokens) - 1)].text in {"'", "\N{RIGHT SINGLE QUOTATION MARK}"}:
        start += 1
    years = reader.kind(start, "unit")
    if years and years[1] == "year" and reader.is_plural(start):
        first = _tens(reader, start + years[0])
        return (start + years[0] + first[0] - n, moments.decade(first[1])) if first else None
    named = reader.kind(start, "tens")
    if named and (start > n or reader.upos(n - 1) == "ADP"):
        return start + named[0] - n, moments.decade(1900 + int(named[1]))
    first = _tens(reader, start)
    end = start + first[0] if first else start
    quote = reader.lower(end) in {"'", "'s"} and reader.glued(end)
    plural = end + quote
    if first and (reader.lower(end) == "'s" or (reader.lower(plural) == "s" and reader.glued(plural))):
        return plural + (reader.lower(end) != "'s") - n, moments.decade(first[1])
    return None


def _tens(reader: Reader, n: int) -> tuple[int, int] | None:
    """Return (length, first year) of a number that names ten years (*1990*, *90*)."""
    full = reader.year_at(n)
    if full is not None:
        return (1, full) if full % 10 == 0 else None
    short = reader.digits(n)
    number = reader.number(n) if short is None else None
    tens = short if short is not None else int(number.value) if number and number.value < 100 else None
    if tens is None or tens % 10 or not 20 <= tens <= 90:
        return None
    return (number.length if number else 1), 1900 + tens


def century(reader: Reader, n: int) -> Hit | None:
    """*XIXe siècle*, *the 20th century*, *le siècle dernier*."""
    start = reader.skip(n, "article")
    roman = _IN_ROMAN.fullmatch(reader.lower(start))
    order = reader.ordinal(start) or ((1, _roman(roman[1])) if roman else None)
    unit = reader.kind(start + order[0] + (reader.lower(start + order[0]) == "-"), "unit") if order else None
    if not order or not unit or unit[1] != "century":
        return None
    end = start + order[0] + unit[0] + (reader.lower(start + order[0]) == "-")
    return end - n, moments.century(order[1])


def _roman(text: str) -> int:
    """Read a Roman number below forty."""
    values = [_ROMAN[c] for c in text] + [0]
    return sum(-a if a < b else a for a, b in pairwise(values))


def bare_year(reader: Reader, n: int) -> Hit | None:
    """*en 2025*, *the year 2024*, *the 1991 settlement*; not *2018 chaises*."""
    start = reader.skip(n, "article", "year_word") if reader.kind(n, "year_word", "article") else n
    year = reader.year_at(start)
    if year is None:
        spelled = reader.spelled_year(n) if reader.upos(n - 1) == "ADP" else None
        if not spelled or reader.upos(n + spelled[0]) in {"NOUN", "ADJ", "ADP", "PROPN"}:
            return None
        return spelled[0], moments.year(spelled[1])
    worded = reader.kind(start - 1, "year_word") is not None
    if not worded and not _reads_as_year(reader, start):
        return None
    return start + 1 - n, moments.year(year)


def _reads_as_year(reader: Reader, n: int) -> bool:
    if reader.glued(n + 1) and reader.glued(n + 2) and reader.lower(n + 2)[:1].isdigit():
        return False
    before = reader.tokens[n - 1] if n else None
    near = 1900 <= (reader.year_at(n) or 0) <= 2099
    counts = reader.upos(n + 1) in {"NOUN", "ADJ", "SYM"} and not reader.matches(n + 1)
    if reader.kind(n + 1, "unit"):
        return False
    if near and reader.kind(n - 1, "since"):
        return True
    if near and before is not None and before.upos == "DET" and before.feats.get("Definite") != "Ind":
        return True
    if near and counts and before is not None and before.upos == "DET":
        return not reader.is_plural(n + 1)
    led = before is None or before.upos in _LED or bool(reader.matches(n - 1))
    led = led or (near and reader.upos(n + 1) == "PUNCT" and before is not None and before.upos == "ADV")
    return led and not counts
