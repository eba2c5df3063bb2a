"""Rules for how long and how often: *trois jours*, *two and a half years*, *chaque lundi*, *weekly*."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ouidire.extraction.propositions import moments
from ouidire.extraction.propositions.moments import Clock, Moment
from ouidire.extraction.propositions.numbers import Number
from ouidire.extraction.propositions.time_words import Hit, Reader
from ouidire.extraction.propositions.words import class_of

__all__ = ["Length", "amount", "during", "every", "length", "length_at", "lengthy", "regularly", "whole"]

Parts = tuple[tuple[float | None, str], ...]

_LETTER = {
    "century": "CE",
    "decade": "DE",
    "year": "Y",
    "half": "Y",
    "quarter": "Q",
    "month": "M",
    "week": "W",
    "weekend": "WE",
    "day": "D",
    "hour": "TH",
    "minute": "TM",
    "second": "TS",
    "fortnight": "W",
}
_ORDER = tuple(_LETTER)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: how many pieces it takes, and (number or None, unit), longest unit first."""

    size: int
    parts: Parts


def amount(number: Number | None) -> float | None:
    """Return what a number counts exactly or about; None for *several*."""
    return number.value if number and number.kind in {"exact", "about"} else None


def length_at(reader: Reader, n: int, *, one: bool, bare: bool) -> Length | None:
    """Read a length of time at `n`.

    Args:
        one: Whether *a year* counts as one (after *since*, before *ago*).
        bare: Whether a plural without a number counts (*for years*).

    """
    first = _part(reader, n, one=one, bare=bare)
    if first is None:
        return None
    size, parts = first.size, [*first.parts]
    while True:
        at = n + size
        link = reader.kind(at, "and")
        more = _part(reader, at + (link[0] if link else 0), one=False, bare=False)
        finer = more and _ORDER.index(more.parts[0][1]) > _ORDER.index(parts[-1][1])
        if more is None or not finer or parts[-1][0] is None:
            return Length(size, tuple(parts))
        size += more.size + (link[0] if link else 0)
        parts += more.parts


def _part(reader: Reader, n: int, *, one: bool, bare: bool) -> Length | None:
    at = reader.skip(n, "approx", "article")
    half = _half(reader, at)
    if half:
        return Length(half[0] + at - n, ((0.5, half[1]),))
    number = reader.number(at)
    single = reader.kind(at, "one")
    end = at + (number.length if number else single[0] if single else 0)
    half_more = reader.kind(end, "and_half") if end > at else None
    end = reader.skip(end + (half_more[0] if half_more else 0), "of", "consecutive", "coming")
    end += reader.lower(end) == "-" and reader.glued(end)
    unit = reader.kind(end, "unit")
    if (
        not unit
        or unit[1] not in _LETTER
        or (unit[1] == "second" and single and not number and _goes_on(reader, end))
    ):
        return None
    count = 1.0 if number is None and single else amount(number)
    after = end + unit[0]
    definite = reader.kind(end - 1, "article") is not None or reader.kind(after, "coming") is not None
    if number is None and single is None and (definite or not (bare and reader.is_plural(end))):
        return None
    if number and number.value > 1000 and unit[1] in {"quarter", "half", "weekend"}:
        return None  # *2017 Q1*
    if number is None and single and unit[1] == "quarter" and not one:
        return None  # *about a quarter*
    more = reader.kind(after, "and_half")
    counted = number is not None and reader.upos(at) == "NUM"
    if (
        (number is None or number.value == 1)
        and single
        and not (one or more or half_more or counted or at > n)
    ):
        return None
    count = count + 0.5 if (more or half_more) and count is not None else count
    if unit[1] == "fortnight":
        return Length(after - n, ((count * 2 if count else count, "week"),))
    return Length(after + (more[0] if more else 0) - n, ((count, unit[1]),))


def _goes_on(reader: Reader, n: int) -> bool:
    """Whether *second* is an ordinal here (*a second consecutive day*)."""
    return reader.upos(n + 1) in {"NOUN", "ADJ"}


def _half(reader: Reader, n: int) -> tuple[int, str] | None:
    """Return (length, unit) of *une demi-heure*, *half an hour*."""
    at = reader.skip(n, "one")
    half = reader.kind(at, "half_of")
    if not half:
        return None
    end = reader.skip(at + half[0], "one", "joint")
    unit = reader.kind(end, "unit")
    return (end + unit[0] - n, unit[1]) if unit and unit[1] in _LETTER else None


def lengthy(parts: Parts, clock: Clock, *, direction: int = 0, base: date | None = None) -> Moment:
    """Return a length (``P3M``, ``PXM``) that ends (−1) or starts (+1) at `base`, the day of writing if none."""
    value = _value(parts)
    at = base or clock.today
    if at is None or direction == 0:
        return Moment(value, anchor="none", kind="length")
    anchor = "timex" if base else "publication"
    other: date | None = at
    for count, unit in parts:
        other = moments.shifted(other, unit, direction * count) if other and count is not None else None
    if other is None:
        return Moment(value, at if direction > 0 else None, at if direction < 0 else None, anchor)
    begin, until = sorted((at, other))
    if begin == until:
        until += timedelta(days=1)
    return Moment(value, begin, until, anchor)


def _value(parts: Parts) -> str:
    days, clock = "", ""
    for count, unit in parts:
        years = 2 if unit == "half" else 1
        text = "X" if count is None else f"{count / years:.10g}"
        letter = _LETTER[unit]
        if letter.startswith("T"):
            clock += text + letter[1:]
        else:
            days += text + letter
    return f"P{days}" + (f"T{clock}" if clock else "")


def during(reader: Reader, n: int) -> Hit | None:
    """*pendant trois mois*, *for years*, *en deux jours*, *within an hour*."""
    opening = reader.kind(n, "during", "before_in")
    if not opening or opening[1] == "+":
        return None
    found = length_at(reader, n + opening[0], one=True, bare=True) or _short(reader, n + opening[0])
    if found is None or _is_age(reader, n + opening[0], n + opening[0] + found.size):
        return None
    end = n + opening[0] + found.size
    if started := _started(reader, end, found, "from_on", "from_now_on"):
        return started[0] - n, started[1]
    if reader.upos(end) == "NOUN" and reader.glued(end):
        return None
    return end - n, lengthy(found.parts, reader.clock)


def _started(reader: Reader, end: int, found: Length, *kinds: str) -> tuple[int, Moment] | None:
    """Return (index after, moment) of a length that starts at a stated day (*two weeks starting May 20*)."""
    comma = reader.lower(end) == ","
    led = reader.kind(end + comma, *kinds)
    at = reader.skip(end + comma + led[0], *kinds, "article") if led else end
    inner = reader.plain(at) if led else None
    if not led or inner is None or inner[1] is None or inner[1].begin is None:
        return None
    moment = lengthy(found.parts, reader.clock, direction=1, base=inner[1].begin)
    return at + inner[0], moment.anchored(inner[1].anchor)


def _short(reader: Reader, n: int) -> Length | None:
    """*3h*, *10d*: a number and the letter of a unit."""
    number = reader.number(n)
    unit = (
        reader.kind(n + number.length, "unit_letter") if number and reader.glued(n + number.length) else None
    )
    return Length(number.length + unit[0], ((number.value, unit[1]),)) if number and unit else None


def length(reader: Reader, n: int) -> Hit | None:
    """*trois ans*, *12-hour*, *several years*, *decades-long*; not an age."""
    found = length_at(reader, n, one=False, bare=False)
    if found is None:
        unit = reader.kind(n, "unit")
        long = reader.kind(n + unit[0] + (reader.lower(n + unit[0]) == "-"), "long") if unit else None
        if not unit or not long or unit[1] not in _LETTER or not reader.is_plural(n):
            return None
        return unit[0] + 1 + long[0], lengthy(((None, unit[1]),), reader.clock)
    end = n + found.size
    if started := _started(reader, end, found, "commencing"):
        return started[0] - n, started[1]
    return (found.size, lengthy(found.parts, reader.clock)) if not _is_age(reader, n, end) else None


def _is_age(reader: Reader, n: int, end: int) -> bool:
    """Whether a length is how old somebody is: *aged 56*, *a two-year-old boy*, *un homme de 26 ans*."""
    if reader.kind(end + (reader.lower(end) == "-"), "old"):
        return True
    if any(reader.kind(at, "aged") for at in (n - 1, n - 2, n - 3)):
        return True
    unit = reader.kind(end - 1, "unit")
    if not unit or unit[1] != "year":
        return False
    before = reader.tokens[n - 1] if n else None
    if before is not None and before.lemma.lower() in reader.words.having:
        return True
    if n > 1 and reader.kind(n - 1, "of") and reader.upos(n - 2) in {"NOUN", "PROPN", "ADJ"}:
        return class_of(reader.tokens, n - 2, reader.words) in reader.words.people
    return False


def whole(reader: Reader, n: int) -> Hit | None:
    """*toute la journée*, *all day*, *the whole week*."""
    start = reader.skip(n, "article")
    led = reader.kind(start, "whole")
    unit = reader.kind(reader.skip(start + led[0], "article"), "unit") if led else None
    if not led or not unit or unit[1] not in _LETTER:
        return None
    end = reader.skip(start + led[0], "article") + unit[0]
    if reader.kind(end, "last", "next", "past") or reader.is_plural(end - 1):
        return None
    return end - n, lengthy(((1.0, unit[1]),), reader.clock)


def every(reader: Reader, n: int) -> Hit | None:
    """*chaque lundi*, *every two weeks*, *tous les jours*, *deux fois par an*, *15 a year*, *les lundis*."""
    each = reader.kind(n, "each")
    if each:
        return _each(reader, n, each[0])
    per = reader.kind(n, "per")
    if per and (per[1] or reader.upos(n - 1) == "NUM" or reader.kind(n - 1, "times")):
        unit = reader.kind(n + per[0], "unit")
        if unit and not reader.is_plural(n + per[0]) and unit[1] in _LETTER:
            return per[0] + unit[0], _often(((1.0, unit[1]),))
    start = reader.skip(n, "article", "during")
    named = reader.kind(start, "weekday")
    if named and reader.tokens[start].lower.endswith("s") and reader.tokens[start].lower.endswith("s"):
        plural = reader.tokens[start].lower != reader.tokens[start].lemma.lower()
        if plural and reader.tokens[start].feats.get("Number") != "Sing":
            return start + named[0] - n, Moment(f"XXXX-WXX-{named[1]}", anchor="none", kind="set")
    return None


def _each(reader: Reader, n: int, size: int) -> Hit | None:
    at = n + size
    number = reader.number(at)
    other = reader.kind(at, "other")
    after = at + (number.length if number else other[0] if other else 0)
    named = reader.kind(after, "weekday")
    if named:
        return after + named[0] - n, Moment(f"XXXX-WXX-{named[1]}", anchor="none", kind="set")
    month = reader.kind(after, "month")
    if month:
        return after + month[0] - n, Moment(f"XXXX-{int(month[1]):02d}", anchor="none", kind="set")
    unit = reader.kind(after, "unit")
    if not unit or unit[1] not in _LETTER:
        return None
    count = amount(number) if number else 2.0 if other else 1.0
    return after + unit[0] - n, _often(((count, unit[1]),))


def _often(parts: Parts) -> Moment:
    return Moment(_value(parts), anchor="none", kind="set")


def regularly(reader: Reader, n: int) -> Hit | None:
    """*quotidien*, *weekly*, *annual*: a set by one word."""
    found = reader.kind(n, "often")
    return (found[0], Moment(found[1], anchor="none", kind="set")) if found else None
