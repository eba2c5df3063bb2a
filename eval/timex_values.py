"""When two TIMEX3 values, or a value and an interval, say the same."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

__all__ = ["bounds", "ends", "next_day", "normal", "same_interval", "same_value", "start_of"]

_LENGTH = re.compile(r"P(?:[\dX.]+[A-Z]+)*(?:T(?:[\dX.]+[HMS])+)?")
_PIECE = re.compile(r"([\dX.]+)([A-Z]+)")
_SLIP = re.compile(r"P(T?)([A-Z])(\d+)")
_FACTOR = {"CE": (1200, "M"), "DE": (120, "M"), "Y": (12, "M"), "Q": (3, "M"), "W": (7, "D")}


def normal(value: str) -> str:
    """Return a value in one of its forms.

    Longer units in months, weeks in days; seconds of zero and the zone left out of a clock time; an
    unknown day left out; *PM6* read as *P6M*, a slip of the annotators.
    """
    if slip := _SLIP.fullmatch(value):
        value = f"P{slip[1]}{slip[3]}{slip[2]}"
    if _LENGTH.fullmatch(value) and len(value) > 1:
        days, _, clock = value[1:].partition("T")
        parts = [_in_smaller(*m) for m in _PIECE.findall(days)] + [
            f"T{n}{u}" for n, u in _PIECE.findall(clock)
        ]
        return "P" + "".join(parts)
    value = re.sub(r"(T\d\d(?::\d\d)?):00$", r"\1", value.removesuffix("Z"))
    return re.sub(r"-XX$", "", value)


def _in_smaller(count: str, unit: str) -> str:
    if "X" in count:
        return f"X{'Y' if unit in {'DE', 'CE'} else unit}"
    times, smaller = _FACTOR.get(unit, (1, unit))
    return f"{float(count) * times:g}{smaller}"


def same_value(found: str, gold: str) -> bool:
    """Whether two values are the same in one of their forms."""
    return normal(found) == normal(gold)


def start_of(value: str) -> date | None:
    """Return the first day of a calendar value (``2025``, ``2025-11``, ``2025-11-03``)."""
    if part := re.fullmatch(r"(\d{4})-([QH])([1-4])", value):
        return date(int(part[1]), (int(part[3]) - 1) * (3 if part[2] == "Q" else 6) + 1, 1)
    parts = value.split("T", maxsplit=1)[0].split("-")
    try:
        numbers = [int(part) for part in parts]
        return date(*[*numbers, 1, 1][:3]) if len(parts[0]) == 4 else None
    except (TypeError, ValueError):
        return None


def bounds(value: str) -> tuple[str, str]:
    """Return the first day of a value, and the day after its last, both with the year as written (``XXXX``)."""
    year, _, rest = value.partition("-")
    if part := re.fullmatch(r"([QH])([1-4])", rest):
        length = 3 if part[1] == "Q" else 6
        first, last = (int(part[2]) - 1) * length + 1, int(part[2]) * length + 1
        return f"{year}-{first:02d}-01", f"{year}-{last:02d}-01"
    if re.fullmatch(r"\d\d", rest):
        return f"{value}-01", f"{year}-{int(rest) % 12 + 1:02d}-01"
    return value, value


def ends(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the two ends of a range as two expressions with its span; TIMEX3 marks them apart."""
    first, slash, last = found["value"].partition("/")
    if not slash:
        return [found]
    return [found | {"value": first}, found | {"value": last}]


def same_interval(found: dict[str, Any], start: str | None, end: str | None) -> bool:
    """Whether an expression covers ``[start, end)``; a gold end left open is not compared.

    The last day of a range may be counted in or left out: the product counts it in.
    """
    if start and found["begin"] != start:
        return False
    if not end:
        return bool(start)
    if found["until"] == end:
        return True
    last = start_of(found["value"].partition("/")[2])
    return last is not None and last.isoformat() == end


def next_day(day: str) -> str:
    """Return the day after."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
