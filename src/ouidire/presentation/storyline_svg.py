"""Claims in time as an SVG element: a row for each, an overview above whose bars lead into a period."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from html import escape

from ouidire.model import Contest
from ouidire.presentation import words
from ouidire.presentation.messages import day_words, number, say
from ouidire.presentation.storyline import Clock, Entry, Window
from ouidire.presentation.view import ClaimView

__all__ = ["draw"]

_WIDTH, _LEFT, _RIGHT, _ROW, _CHARS = 1000, 330, 985, 26, 44
_BARS, _TOP = 46, 84
_BINS = 48
_STEPS = (1, 7, 31, 92, 366, 3653)
"""Days between two ticks, in rising order."""

Address = Callable[[date, date], str]


def draw(
    rows: Sequence[tuple[ClaimView, Sequence[Entry]]],
    everything: Sequence[Entry],
    window: Window,
    *,
    clock: Clock,
    links: tuple[Sequence[str], Address],
) -> str:
    """Return the picture of `rows` over the days of `window`.

    Args:
        everything: All entries, for the overview.
        links: Where each row leads, and the address of a period.

    """
    height = _TOP + len(rows) * _ROW + 10
    title = say(
        "Claims over time, %(first)s to %(last)s",
        first=day_words(window.first.isoformat()),
        last=day_words(window.last.isoformat()),
    )
    says = say(
        "One row for each claim, and above them how many there are in each period; the table says the same."
    )
    out = [
        (
            f'<svg class="timeline storyline" viewBox="0 0 {_WIDTH} {height}" role="group" '
            'aria-labelledby="storyline-title storyline-desc">'
            f'<title id="storyline-title">{escape(title)}</title><desc id="storyline-desc">{escape(says)}</desc>'
        )
    ]
    out += _overview([e for e in everything if window.holds(e)], window, links[1])
    out += _ticks(window, height)
    for n, ((view, mine), link) in enumerate(zip(rows, links[0], strict=True)):
        out.append(_row(view, mine, (link, _TOP + n * _ROW, clock), window))
    return "".join(out) + "</svg>"


def _x(day: date, window: Window) -> int:
    """Return where a day begins; days outside lie at the edge."""
    whole = (window.last - window.first).days + 1
    share = min(max((day - window.first).days, 0), whole) / whole
    return round(_LEFT + share * (_RIGHT - _LEFT))


def _overview(found: Sequence[Entry], window: Window, address: Address) -> Iterator[str]:
    days = (window.last - window.first).days + 1
    size = -(-days // _BINS)
    counts = [0] * (-(-days // size))
    for entry in found:
        counts[max((entry.low - window.first).days, 0) // size] += 1
    most = max(counts, default=0)
    for n, count in enumerate(counts):
        if not count:
            continue
        first = window.first + timedelta(n * size)
        last = min(first + timedelta(size - 1), window.last)
        left, right = _x(first, window), _x(last + timedelta(1), window)
        tall = max(round(count / most * (_BARS - 6)), 3)
        period = day_words(first.isoformat())
        if last != first:
            period = say("%(first)s to %(last)s", first=period, last=day_words(last.isoformat()))
        told = f"{period}: {number(count)}"
        yield (
            f'<a href="{escape(address(first, last))}" aria-label="{escape(told)}"><title>{escape(told)}</title>'
            f'<rect class="bar" x="{left}" y="{_BARS - tall}" width="{max(right - left - 1, 2)}" height="{tall}"/></a>'
        )


def _ticks(window: Window, height: int) -> Iterator[str]:
    """Yield a line and its date at even distances; the beginnings of months or years where these are long."""
    free = 0
    for day, says in _days(window):
        x = _x(day, window)
        yield f'<path class="tick" d="M{x} {_BARS}V{height - 4}"/>'
        if x >= free:
            yield f'<text class="day" x="{x}" y="{_BARS + 18}" text-anchor="middle">{escape(says)}</text>'
            free = x + 14 + 7 * len(says)


def _days(window: Window) -> list[tuple[date, str]]:
    days = (window.last - window.first).days + 1
    step = next((s for s in _STEPS if days / s <= 12), days // 8)
    if step <= 7:
        found = [window.first + timedelta(n) for n in range(0, days, step)]
        return [(day, day_words(day.isoformat())) for day in found]
    months = max(step // 30, 1)
    at, found = date(window.first.year, 1 if months >= 12 else window.first.month, 1), []
    while at <= window.last:
        if at >= window.first:
            found.append(at)
        turn = at.year * 12 + at.month - 1 + months
        if turn // 12 > 9998:
            break
        at = date(turn // 12, turn % 12 + 1, 1)
    return [(day, f"{day:%Y}" if months >= 12 else day_words(f"{day:%Y-%m}")) for day in found]


def _row(view: ClaimView, mine: Sequence[Entry], where: tuple[str, int, Clock], window: Window) -> str:
    link, y, clock = where
    best = view.best
    short = best.quote if len(best.quote) <= _CHARS else best.quote[: _CHARS - 1] + "…"
    middle = y + _ROW // 2
    out = [
        (
            f'<a href="{escape(link)}"><text class="row" lang="{escape(best.article.language)}" x="4" '
            f'y="{middle + 4}"><title>{escape(best.quote)}</title>{escape(short)}</text></a>'
        )
    ]
    if clock is not Clock.HAPPENED:
        out += _band(view, window, middle)
    out += [_mark(entry, window, middle) for entry in mine if window.holds(entry)]
    return "".join(out)


def _band(view: ClaimView, window: Window, y: int) -> Iterator[str]:
    """Yield how the claim stood between the steps of its status: support as a band, contest as a line below."""
    steps = [(day, step) for step in view.claim.timeline if (day := _step_day(step.date))]
    for n, (day, step) in enumerate(steps):
        end = steps[n + 1][0] if n + 1 < len(steps) else window.last + timedelta(1)
        left, right = _x(day, window), _x(end, window)
        if right <= left or day > window.last:
            continue
        says = f"{day_words(day.isoformat())}: {words.SUPPORT[step.support]}"
        yield f'<path class="held {step.support.value}" d="M{left} {y}H{right}"><title>{escape(says)}</title></path>'
        if step.contest is not Contest.NONE:
            says = f"{day_words(day.isoformat())}: {words.CONTEST[step.contest]}"
            yield f'<path class="contested" d="M{left} {y + 8}H{right}"><title>{escape(says)}</title></path>'


def _step_day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def _mark(entry: Entry, window: Window, y: int) -> str:
    """Draw a day as a dot, an interval as a bar, an open end with a pointed one; hollow for an echo."""
    tone = "echo" if entry.item.echo else entry.item.tone
    label = say("echo") if entry.item.echo else entry.item.label
    says = f"<title>{escape(f'{entry.when}: {label}')}</title>"
    left = _x(entry.begin or window.first, window)
    right = _x(entry.until or window.last + timedelta(1), window)
    if entry.begin and entry.until and (right - left < 10 or (entry.until - entry.begin).days == 1):
        return f'<circle class="mark {tone}" cx="{(left + right) // 2}" cy="{y}" r="4.5">{says}</circle>'
    right = max(right, left + 10)
    start = f"M{left + 6} {y - 5}L{left} {y}l6 5" if entry.begin is None else f"M{left} {y - 5}v10"
    stop = f"L{right - 6} {y + 5}L{right} {y}l-6 -5z" if entry.until is None else f"H{right}v-10z"
    return f'<path class="mark span {tone}" d="{start}{stop}">{says}</path>'
