"""When each thread was told, as an SVG element."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

from ouidire.model import Contest
from ouidire.presentation import words
from ouidire.presentation.occurrences import OccurrenceView
from ouidire.presentation.threads import Thread
from ouidire.presentation.view import ClaimView

__all__ = ["draw"]

_WIDTH, _LEFT, _ROW, _TOP, _CHARS, _STEP = 1000, 340, 26, 34, 46, 9
_TICKS = 7


def draw(threads: Sequence[Thread], anchors: Sequence[str]) -> str:
    """Return one row for each thread and one mark for each day and label.

    Undated words have no mark; a thread without a dated one is left out. Empty where fewer than
    two days are known, since then there is no course of events to show.

    Args:
        anchors: Id in the page of each thread.

    """
    rows = [(thread, anchor) for thread, anchor in zip(threads, anchors, strict=True) if thread.days[0]]
    known = sorted({day for thread, _ in rows for day in (_day(d) for d in thread.days)})
    if len(known) < 2:
        return ""
    ends = (known[0], known[-1])
    height = _TOP + len(rows) * _ROW + 12
    out = [
        (
            f'<svg class="timeline" viewBox="0 0 {_WIDTH} {height}" role="group" '
            'aria-labelledby="timeline-title timeline-desc">'
            f'<title id="timeline-title">When each thread was told, {ends[0]} to {ends[1]}</title>'
            '<desc id="timeline-desc">One row for each thread; the tables of claims say the same.</desc>'
        )
    ]
    out += [_tick(day, ends, height) for day in _ticks(*ends)]
    for n, (thread, anchor) in enumerate(rows):
        out.append(_row(thread, anchor, _TOP + n * _ROW, ends))
    return "".join(out) + "</svg>"


def _day(value: str) -> date:
    """Return the first day of an ISO date, month or year."""
    return date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value[:10])


def _x(day: date, ends: tuple[date, date]) -> int:
    inside = min(max(day, ends[0]), ends[1])
    share = (inside - ends[0]).days / max(1, (ends[1] - ends[0]).days)
    return round(_LEFT + 36 + share * (_WIDTH - _LEFT - 96))


def _ticks(first: date, last: date) -> list[date]:
    step = max(1, -(-(last - first).days // _TICKS))
    return [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]


def _tick(day: date, ends: tuple[date, date], height: int) -> str:
    x = _x(day, ends)
    return (
        f'<path class="tick" d="M{x} {_TOP - 8}V{height - 6}"/>'
        f'<text class="day" x="{x}" y="16" text-anchor="middle">{day.isoformat()}</text>'
    )


def _row(thread: Thread, anchor: str, y: int, ends: tuple[date, date]) -> str:
    lead = thread.lead.best
    short = lead.quote if len(lead.quote) <= _CHARS else lead.quote[: _CHARS - 1] + "…"
    middle = y + _ROW // 2
    language = f'lang="{escape(lead.article.language)}"'
    out = [
        (
            f'<a href="#{anchor}"><text class="row" {language} x="4" y="{middle + 4}">'
            f"<title>{escape(lead.quote)}</title>{escape(short)}</text></a>"
        )
    ]
    left, right = (_x(_day(d), ends) for d in thread.days)
    if right > left:
        out.append(f'<path class="band" d="M{left} {middle}H{right}"/>')
    at: dict[str, int] = {}
    for day, tone, says in _marks(thread):
        x = _x(_day(day), ends) + _STEP * at.get(day, 0)
        at[day] = at.get(day, 0) + 1
        out.append(_mark(x, middle, tone, f"{day}: {says}"))
    return "".join(out)


def _marks(thread: Thread) -> list[tuple[str, str, str]]:
    """Return day, colour class and words of each mark, without repeats."""
    found = {
        (item.said, "echo" if item.echo else item.tone, "echo" if item.echo else item.label): None
        for view in thread.claims
        for item in _dated(view)
    }
    found |= {
        (change.date, "contest", words.CONTEST[change.contest]): None
        for view in thread.claims
        for change in view.claim.timeline
        if change.contest is not Contest.NONE and change.date
    }
    return sorted(found)


def _dated(view: ClaimView) -> list[OccurrenceView]:
    return [item for item in view.occurrences if item.said]


def _mark(x: int, y: int, tone: str, says: str) -> str:
    title = f"<title>{escape(says)}</title>"
    if tone == "contest":
        return f'<path class="contest" d="M{x - 5} {y - 5}l10 10m0 -10l-10 10">{title}</path>'
    return f'<circle class="mark {tone}" cx="{x}" cy="{y}" r="4.5">{title}</circle>'
