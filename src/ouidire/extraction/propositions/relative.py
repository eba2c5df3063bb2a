"""Rules for times that hang on the day of writing: *hier*, *last week*, *il y a trois jours*."""

from __future__ import annotations

from datetime import timedelta

from ouidire.extraction.propositions import moments
from ouidire.extraction.propositions.moments import Clock, Moment
from ouidire.extraction.propositions.numbers import number_at
from ouidire.extraction.propositions.time_words import Hit, Reader
from ouidire.languages import Token

__all__ = ["ago", "bare_weekday", "beside", "deictic_day", "moved_unit", "since", "vague"]

_DAYTIME = {"MO": "TMO", "AF": "TAF", "EV": "TEV", "NI": "TNI", "MI": "TMI"}


def bare_weekday(reader: Reader, n: int) -> Hit | None:
    """*mardi*, *last Tuesday*, *mardi prochain*, *Tuesday night*."""
    before = reader.kind(n, "last", "next", "this")
    at = n + before[0] if before else n
    named = reader.kind(at, "weekday")
    if not named:
        return None
    end = at + named[0]
    after = reader.kind(end, "last", "next")
    moved = before or after
    end += after[0] if after else 0
    daytime = reader.kind(end, "daytime")
    end += daytime[0] if daytime else 0
    found = _weekday(int(named[1]), moved[1] if moved else "", reader.clock)
    return end - n, _with_daytime(found, daytime)


def deictic_day(reader: Reader, n: int) -> Hit | None:
    """*hier*, *yesterday morning*, *ce matin*, *tonight*."""
    found = reader.kind(n, "day")
    if not found:
        return None
    end = n + found[0]
    daytime = reader.kind(end, "daytime")
    offset, _, part = found[1].partition(" ")
    moment = moments.span_of("day", int(offset), reader.clock)
    return end + (daytime[0] if daytime else 0) - n, _with_daytime(
        moment, daytime or ((0, part) if part else None)
    )


def moved_unit(reader: Reader, n: int) -> Hit | None:
    """*la semaine dernière*, *last week*, *ce mois-ci*, *next year*, *the past three months*."""
    start = reader.skip(n, "article")
    before = reader.kind(start, "last", "next", "this")
    at = start + before[0] if before else start
    number = number_at(reader.tokens, at, reader.words) if at < len(reader.tokens) else None
    at += number.length if number else 0
    inner = reader.kind(at, "last", "next") if number else None
    if inner and not _is_plural(reader.tokens[min(at + inner[0], len(reader.tokens) - 1)]):
        return None  # *15,000 last week*: the number counts something else
    at += inner[0] if inner else 0
    unit = reader.kind(at, "unit")
    if not unit:
        return None
    end = at + unit[0]
    after = None if before or inner else reader.kind(end, "last", "next", "this_after")
    moved = before or inner or after
    if not moved:
        return None
    end += after[0] if after else 0
    of = reader.kind(end, "of")
    if of and reader.kind(reader.skip(end + of[0], "article"), "month"):
        return None
    offset = {"last": -1, "next": 1}.get(moved[1], 0)
    if number or (before and _is_plural(reader.tokens[at]) and offset):
        amount = number.value if number and number.kind in {"exact", "about"} else None
        return end - n, moments.duration(amount, unit[1], reader.clock, direction=offset or -1)
    return end - n, moments.span_of(unit[1], offset, reader.clock)


def ago(reader: Reader, n: int) -> Hit | None:
    """*il y a trois jours*, *three days ago*, *dans deux semaines*, *in two weeks*."""
    opening = reader.kind(n, "before_ago", "before_in")
    at = n + opening[0] if opening else n
    at = reader.skip(at, "approx")
    number = number_at(reader.tokens, at, reader.words) if at < len(reader.tokens) else None
    indefinite = reader.kind(at, "one") if number is None else None
    if number is None and indefinite is None:
        return None
    at += number.length if number else indefinite[0] if indefinite else 0
    at = reader.skip(at, "of")
    unit = reader.kind(at, "unit")
    if not unit:
        return None
    end = at + unit[0]
    closing = reader.kind(end, "ago")
    if not opening and not closing:
        return None
    end += closing[0] if closing else 0
    direction = 1 if opening and opening[1] == "+" else -1
    if number and number.kind not in {"exact", "about"}:
        return end - n, moments.vague("PAST_REF" if direction < 0 else "FUTURE_REF")
    return end - n, moments.ago(number.value if number else 1, unit[1], reader.clock, direction=direction)


def since(reader: Reader, n: int) -> Hit | None:
    """*depuis mardi*, *since 2022*, *depuis plusieurs mois*, *for three days*."""
    opening = reader.kind(n, "since", "during")
    if not opening:
        return None
    start = reader.skip(n + opening[0], "article")
    stretch = _stretch(reader, start, -1 if opening[1] == "since" else 0)
    if stretch:
        return start + stretch[0] - n, stretch[1]
    inner = reader.read(start) if start < len(reader.tokens) and opening[1] == "since" else None
    if inner is None or inner[1] is None:
        return None
    return start + inner[0] - n, inner[1].open_ended(reader.clock.today)


def beside(reader: Reader, n: int) -> Hit | None:
    """*avant 2018*, *after Tuesday*, *jusqu'en mars*: the open time on one side."""
    opening = reader.kind(n, "before", "after", "until")
    start = reader.skip(n + opening[0], "article") if opening else n
    inner = reader.read(start) if opening and start < len(reader.tokens) else None
    if opening is None or inner is None or inner[1] is None or inner[1].begin is None:
        return None
    moment = inner[1].only_after() if opening[1] == "after" else inner[1].only_before()
    if opening[1] == "until":
        moment = Moment(inner[1].value, None, inner[1].until, inner[1].anchor)
    return start + inner[0] - n, moment


def _stretch(reader: Reader, n: int, direction: int) -> Hit | None:
    """A length of time: *trois jours*, *plusieurs mois*, *months*."""
    at = reader.skip(n, "approx")
    number = number_at(reader.tokens, at, reader.words) if at < len(reader.tokens) else None
    one = reader.kind(at, "one") if number is None else None
    end = at + (number.length if number else one[0] if one else 0)
    end = reader.skip(end, "of")
    unit = reader.kind(end, "unit")
    if not unit or (number is None and one is None and not _is_plural(reader.tokens[end])):
        return None
    exact = 1.0 if one else number.value if number and number.kind in {"exact", "about"} else None
    return end + unit[0] - n, moments.duration(exact, unit[1], reader.clock, direction=direction)


def vague(reader: Reader, n: int) -> Hit | None:
    """*auparavant*, *recently*, *à l'époque*."""
    found = reader.kind(n, "vague")
    return (found[0], moments.vague(found[1])) if found else None


def _weekday(number: int, moved: str, clock: Clock) -> Moment | None:
    """A day of the week: the last one (today included), or the next where it is to come."""
    today = clock.today
    if today is None:
        return Moment(f"XXXX-WXX-{number}", anchor="none")
    back = (today.isoweekday() - number) % 7
    if moved == "last" and back == 0:
        back = 7
    ahead = 7 - back if back else 7
    try:
        at = (
            today + timedelta(days=ahead)
            if moved == "next" or (clock.future and not moved)
            else today - timedelta(days=back)
        )
    except OverflowError:
        return None
    return Moment(at.isoformat(), at, at + timedelta(days=1), "publication")


def _with_daytime(found: Moment | None, daytime: tuple[int, str] | None) -> Moment | None:
    if found is None or daytime is None or found.begin is None:
        return found
    return Moment(found.value + _DAYTIME.get(daytime[1], ""), found.begin, found.until, found.anchor)


def _is_plural(token: Token) -> bool:
    return token.feats.get("Number") == "Plur" or token.lower.endswith("s")
