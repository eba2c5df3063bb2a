"""Rules for times that hang on the day of writing or on a time mentioned before."""

from __future__ import annotations

from datetime import date, timedelta

from ouidire.extraction.propositions import moments
from ouidire.extraction.propositions.lengths import Length, amount, length_at, lengthy
from ouidire.extraction.propositions.moments import Clock, Moment
from ouidire.extraction.propositions.time_words import Hit, Reader

__all__ = [
    "ago",
    "base_of",
    "day_from",
    "deictic_day",
    "moved_unit",
    "week_then_day",
    "weekday",
    "weekend",
]

_OFFSET = {"last": -1, "next": 1, "past": -1}
_FINE = {"day", "week", "hour", "minute", "second"}


def weekday(reader: Reader, n: int) -> Hit | None:
    """*mardi*, *last Tuesday*, *mardi prochain*, *Tuesday of next week*."""
    before = reader.kind(n, "last", "next", "this", "past")
    at = n + before[0] if before else n
    named = reader.kind(at, "weekday")
    if not named or (not before and reader.kind(n - 1, "one") and reader.upos(at + named[0]) != "NOUN"):
        return None  # *on a Monday* is any of them, *a Monday meeting* is one
    end = at + named[0]
    number = int(named[1])
    after = reader.kind(end, "last_after", "next_after", "past_after") if not before else None
    if after:
        return end + after[0] - n, _weekday(number, after[1], reader.clock)
    inner = moved_unit(reader, reader.skip(end, "of")) if not before else None
    if inner and inner[1] and inner[1].begin and inner[1].days == 7:
        day = inner[1].begin + timedelta(days=number - 1)
        return reader.skip(end, "of") + inner[0] - n, moments.one_day(day, "publication")
    return end - n, _weekday(number, before[1] if before else "", reader.clock)


def _weekday(number: int, moved: str, clock: Clock) -> Moment | None:
    """A day of the week: the last one (today included), or the next where it is to come."""
    today = clock.today
    if today is None:
        return Moment(f"XXXX-WXX-{number}", anchor="none")
    back = (today.isoweekday() - number) % 7
    if moved in {"last", "past"} and back == 0:
        back = 7
    ahead = 7 - back if back else 7
    if moved == "next" or (clock.future and moved not in {"last", "past"}):
        return day_from(today, 0 if moved != "next" and not back else ahead)
    return day_from(today, -back)


def day_from(at: date, offset: int, anchor: str = "publication") -> Moment | None:
    """Return the day `offset` days from `at`; None past the ends of the calendar."""
    try:
        return moments.one_day(at + timedelta(days=offset), anchor)
    except OverflowError:
        return None


def deictic_day(reader: Reader, n: int) -> Hit | None:
    """*hier*, *tomorrow*, *ce matin*, *last night*, *earlier today*."""
    led = reader.kind(n, "earlier", "later")
    at = reader.skip(n + led[0], "of") if led else n
    found = reader.kind(at, "day")
    if not found:
        return None
    offset, _, part = found[1].partition(" ")
    moment = moments.span_of("day", int(offset), reader.clock.today)
    if part and moment and moment.begin:
        moment = Moment(f"{moment.value}T{part}", moment.begin, moment.until, moment.anchor)
    return at + found[0] - n, moment


def moved_unit(reader: Reader, n: int) -> Hit | None:
    """*la semaine dernière*, *last week*, *ce mois-ci*, *the past three months*, *later this year*."""
    led = reader.kind(n, "earlier", "later")
    start = reader.skip(n + led[0], "of") if led else n
    start = reader.skip(start, "article")
    before = reader.kind(start, "last", "next", "past", "this", "number_led")
    at = start + before[0] if before else start
    number = reader.number(at)
    if before and number is None and reader.kind(start, "number_led"):
        return None
    at += number.length if number else 0
    inner = (
        reader.kind(at, "last", "next", "past", "number_led")
        if number or (before and before[1] == "this")
        else None
    )
    if number and inner and not reader.is_plural(at + inner[0]):
        return None  # *15,000 last week*: the number counts something else
    at = reader.skip(at + (inner[0] if inner else 0), "consecutive")
    unit = reader.kind(at, "unit")
    if not unit:
        return None
    end = at + unit[0]
    after = None if (before and before[1] != "this") or inner else reader.kind(end, *_AFTER)
    moved = inner or (after if after and after[1] != "this" else None) or before or after or _led_alone(led)
    if not moved or (reader.upos(end) == "NOUN" and reader.glued(end)):
        return None
    end += after[0] if after else 0
    if unit[1] in {"day", "week", "month", "quarter"} and reader.kind(end, "of") and _has_period(reader, end):
        return None  # *the last week of July*
    plural = reader.is_plural(at) and moved[1] != "this"
    if (
        number
        or plural
        or unit[1] == "fortnight"
        or (moved[1] == "past" and not inner and not (before and before[1] == "this"))
    ):
        count = 1.0 if not number and not plural else amount(number)
        return end - n, _run(count, unit[1], _OFFSET.get(moved[1], 0) or -1, reader.clock)
    offset = _OFFSET.get(moved[1], 0)
    if unit[1] == "weekend" and not offset:
        return end - n, _weekend(reader.clock)
    found = moments.span_of(unit[1], offset, reader.clock.today)
    return end - n, _cut(found, led[1], reader.clock) if led and found else found


_AFTER = ("last_after", "next_after", "past_after", "this_after", "coming")


def _led_alone(led: tuple[int, str] | None) -> tuple[int, str] | None:
    """*later in the year* is said of this year."""
    return (0, "this") if led else None


def _has_period(reader: Reader, n: int) -> bool:
    """Whether a month or a year of which something is a part follows at *of*."""
    inner = reader.plain(reader.skip(n, "of", "article", "month_word"))
    return bool(inner and inner[1] and (inner[1].days or 0) >= 28) or (
        reader.kind(reader.skip(n, "of", "article", "month_word"), "month") is not None
    )


def _run(count: float | None, unit: str, direction: int, clock: Clock) -> Moment | None:
    """Return the last or next so many units: from the day beside that of writing, or whole quarters and decades."""
    if unit == "fortnight":
        count, unit = (count * 2 if count else count), "week"
    found = lengthy(((count, unit),), clock, direction=direction)
    today = clock.today
    if today is None or count is None or found.days is None:
        return found
    if unit in {"quarter", "half", "decade", "century"} and count > 1:
        first = moments.span_of(unit, -int(count) if direction < 0 else 1, today)
        last = moments.span_of(unit, 0 if direction < 0 else int(count) + 1, today)
        return Moment(found.value, first.begin, last.begin, "publication") if first and last else None
    if direction > 0 and unit in {"day", "week", "month", "year"}:
        return lengthy(((count, unit),), clock, direction=1, base=today + timedelta(days=1)).anchored(
            "publication"
        )
    return found


def _weekend(clock: Clock) -> Moment | None:
    """The weekend at hand; the one before where the clause is past and it has not come yet."""
    early = clock.today is not None and clock.past and clock.today.isoweekday() < 6
    return moments.span_of("weekend", -1 if early else 0, clock.today)


def weekend(reader: Reader, n: int) -> Hit | None:
    """*the weekend*, *le week-end*: by the tense."""
    start = reader.skip(n, "article")
    unit = reader.kind(start, "unit")
    if start == n or not unit or unit[1] != "weekend" or reader.is_plural(start):
        return None
    return (start + unit[0] - n, _weekend(reader.clock)) if reader.clock.today else None


def week_then_day(reader: Reader, n: int) -> Hit | None:
    """*next week on Tuesday*."""
    found = moved_unit(reader, n)
    week = found[1] if found else None
    at = reader.skip(n + found[0], "article", "joint") if found else n
    named = reader.kind(at, "weekday", "weekday_short")
    if not found or week is None or week.begin is None or week.days != 7 or not named:
        return None
    return at + named[0] - n, day_from(week.begin, int(named[1]) - 1)


def _cut(found: Moment, side: str, clock: Clock) -> Moment:
    """Keep what lies before or after the day of writing (*earlier this year*, *later this month*)."""
    today = clock.today
    if today is None or found.begin is None or found.until is None:
        return found
    begin, until = (found.begin, today) if side == "-" else (today, found.until)
    return Moment(found.value, begin, until, found.anchor) if begin < until else found


def ago(reader: Reader, n: int) -> Hit | None:
    """*il y a trois jours*, *three days ago*, *dans deux semaines*, *two days later*, *a week before Easter*."""
    opening = reader.kind(n, "before_ago", "before_in")
    length = length_at(reader, n + opening[0] if opening else n, one=True, bare=False)
    if length is None:
        return None
    end = (n + opening[0] if opening else n) + length.size
    closing = reader.kind(end, "ago", "from_now", "shift") if not opening or opening[1] == "-" else None
    if (
        closing
        and reader.kind(end, "later")
        and reader.kind(reader.skip(end, "later", "article"), "this", "unit")
    ):
        closing = None  # *30 minutes later this week*
    if opening and opening[1] == "+?" and not reader.clock.future:
        return None
    if opening and opening[1] == "within" and not reader.clock.past:
        return end - n, lengthy(length.parts, reader.clock, direction=1)
    if opening:
        direction = -1 if opening[1] == "-" else 1
        return end - n, _away(length, direction, reader.clock.today, "publication")
    if closing is None:
        return None
    end += closing[0]
    direction = -1 if closing[1] == "-" else 1
    if reader.kind(end - closing[0], "ago", "from_now"):
        return end - n, _away(length, direction, reader.clock.today, "publication")
    inner = reader.plain(reader.skip(end, "article"))
    if inner and inner[1] and inner[1].begin and inner[1].kind == "date":
        return (
            reader.skip(end, "article") + inner[0] - n,
            _away(length, direction, inner[1].begin, inner[1].anchor, exact=inner[1].days == 1),
        )
    if reader.kind(end - closing[0], "shift_alone") is None and reader.upos(end) not in {"PUNCT", ""}:
        return None
    base = base_of(reader.clock, length.parts[-1][1])
    return end - n, _away(length, direction, base, "timex")


def base_of(clock: Clock, unit: str) -> date | None:
    """Return the first day of the last time mentioned that is as fine as `unit`; hours are too fine for days."""
    last = clock.day if unit in {"day", "week", "weekend"} else clock.last
    fine = {"hour": 0, "minute": 0, "second": 0, "day": 2, "week": 7, "weekend": 7, "month": 31}.get(
        unit, 400
    )
    return last.begin if last is not None and (last.days or 0) <= fine else None


def _away(
    length: Length, direction: int, base: date | None, anchor: str, *, exact: bool = False
) -> Moment | None:
    """Return the day, month or year that lies a length away from `base`; vague where either is unknown.

    Args:
        exact: Whether the base is a day by its own words, so that months lead to a day too.

    """
    if base is None and anchor == "timex":
        return moments.vague("XXXX-XX-XX")
    if base is None or any(count is None for count, _ in length.parts):
        return moments.vague("PAST_REF" if direction < 0 else "FUTURE_REF")
    at: date | None = base
    unit = length.parts[-1][1]
    for count, name in length.parts:
        at = moments.shifted(at, name, direction * (count or 0)) if at else None
    if at is None:
        return None
    exact = unit in _FINE or exact or any((count or 0) % 1 for count, _ in length.parts)
    return moments.one_day(at, anchor) if exact else moments.span_of(unit, 0, at, anchor)
