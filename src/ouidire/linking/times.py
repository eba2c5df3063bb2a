"""Compare when: events by their days, states as of their article.

An event without a time lies in the open interval before its article's publication: never equal to
a stated day, but within the reach of one story two such events are taken as of one time.
"""

from __future__ import annotations

import re

from ouidire.linking.events import is_state
from ouidire.linking.fit import Aspect, Fit
from ouidire.linking.located import Located, day_number
from ouidire.model import TimeExpression

__all__ = ["EVENT_REACH", "FAR", "STATE_REACH", "is_later", "reach", "time_aspect"]

# Days between two articles that may still speak of one event, or of one continuing state.
EVENT_REACH = 3
STATE_REACH = 30
# Days after an event in which an article may mention it without saying when.
STORY_REACH = 10
# Days between two articles beyond which nothing of them is compared, text included.
FAR = max(STATE_REACH, STORY_REACH)

_CALENDAR = re.compile(r"\d|XXXX-(?!XX-XX)")

Days = tuple[int | None, int | None]


def reach(item: Located) -> int:
    """Return the days between two articles within which this assertion may be the same."""
    return STATE_REACH if is_state(item.assertion.proposition.type) else EVENT_REACH


def _time(item: Located) -> TimeExpression | None:
    """Return the time of an assertion if it says when: neither how long (``P3D``) nor vaguely (``PAST_REF``)."""
    time = item.assertion.proposition.time
    if time is None or time.type == "SET":
        return time
    says = time.begin is not None or time.until is not None or _CALENDAR.match(time.value)
    return time if says else None


def _days(item: Located) -> Days | None:
    time = _time(item)
    if time is None:
        return None
    begin, until = day_number(time.begin), day_number(time.until)
    return None if begin is None and until is None else (begin, until)


def time_aspect(left: Located, right: Located) -> Aspect:
    """Compare the times of two assertions."""
    a, b = _days(left), _days(right)
    if a is not None and b is not None:
        return _stated(a, b)
    if partial := _partial(left, right):
        return partial
    if a is None and b is None:
        return Aspect("time", _unstated(left, right), 9, "neither side gives a date")
    return _one_stated(left, right, left_stated=a is not None)


def _stated(a: Days, b: Days) -> Aspect:
    fit = Fit.OPEN
    if a == b:
        fit = Fit.EQUAL
    elif _before(a, b) or _before(b, a):
        fit = Fit.DISJOINT
    elif _inside(a, b):
        fit = Fit.LEFT
    elif _inside(b, a):
        fit = Fit.RIGHT
    return Aspect("time", fit, 7, "the stated times")


def _partial(left: Located, right: Located) -> Aspect | None:
    """Compare times of which at least one lacks its year (TIMEX3 ``XXXX-05-03``), field by field."""
    a, b = _time(left), _time(right)
    sets = [t for t in (a, b) if t is not None and t.type == "SET"]
    if sets:  # *every Monday* is no Monday
        same = a is not None and b is not None and (a.type, a.value) == (b.type, b.value)
        return Aspect("time", Fit.EQUAL if same else Fit.OPEN, 7, "how often it happens")
    if a is None or b is None:
        return None
    if ("W" in a.value) != ("W" in b.value):
        return Aspect("time", Fit.OPEN, 7, "the stated times")
    fields = tuple(zip(a.value.split("-"), b.value.split("-"), strict=False))
    clash = any(x != y for x, y in fields if "X" not in x + y)
    known = any("X" not in x + y for x, y in fields)
    if clash:
        return Aspect("time", Fit.DISJOINT, 3, "the stated times")
    fit = Fit.EQUAL if known and len(a.value) == len(b.value) else Fit.OPEN
    return Aspect("time", fit, 7, "the stated times")


def _before(a: Days, b: Days) -> bool:
    return a[1] is not None and b[0] is not None and a[1] <= b[0]


def _inside(a: Days, b: Days) -> bool:
    starts = b[0] is None or (a[0] is not None and a[0] >= b[0])
    ends = b[1] is None or (a[1] is not None and a[1] <= b[1])
    return starts and ends


def _unstated(left: Located, right: Located) -> Fit:
    if left.article.id == right.article.id or left.published is None or right.published is None:
        return Fit.EQUAL
    apart = abs(left.published - right.published)
    return Fit.EQUAL if apart <= min(reach(left), reach(right)) else Fit.OPEN


def _one_stated(left: Located, right: Located, *, left_stated: bool) -> Aspect:
    stated, other = (left, right) if left_stated else (right, left)
    begin, until = _days(stated) or (None, None)
    fit = Fit.LEFT if left_stated else Fit.RIGHT
    if other.published is not None:
        if begin is not None and begin > other.published:
            future = other.assertion.proposition.prospective
            return Aspect("time", Fit.OPEN if future else Fit.DISJOINT, 3, "it happened after publication")
        limit = STATE_REACH if is_state(stated.assertion.proposition.type) else STORY_REACH
        if until is not None and other.published - until > limit:
            fit = Fit.OPEN
    return Aspect("time", fit, 8, "only one side gives a date")


def is_later(left: Located, right: Located) -> int:
    """Return 1 where the right side is the later of the two, -1 the left, 0 where unknown or equal."""
    for a, b in ((_last(left), _last(right)), (left.published, right.published)):
        if a is not None and b is not None and a != b:
            return 1 if b > a else -1
    return 0


def _last(item: Located) -> int | None:
    days = _days(item)
    return None if days is None else days[1]
