"""Timelines as SVG: when claims were reported, and how their status moved."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape

from ouidire.model import Contest
from ouidire.presentation import words
from ouidire.presentation.view import ClaimView

__all__ = ["draw"]

_WIDTH, _LEFT, _ROW, _TOP, _CHARS = 960, 330, 24, 34, 46


def draw(views: tuple[ClaimView, ...]) -> str:
    """Return one row per claim and one mark per dated occurrence, as an SVG element.

    Undated occurrences have no mark; a claim without a dated one is left out. Empty where
    fewer than two days are known, since then there is no course of events to show.
    """
    rows = [(v, _days(v)) for v in views if v.claim.family != "speech"]
    rows = [(v, days) for v, days in rows if days]
    known = sorted({day for _, days in rows for day in days})
    if len(known) < 2:
        return ""
    first, last = known[0], known[-1]
    height = _TOP + len(rows) * _ROW + 12
    out = [
        (
            f'<svg class="timeline" viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="timeline-title">'
            f'<title id="timeline-title">When each claim was reported, {first} to {last}. The table of claims says the same.</title>'
        )
    ]
    out += [_tick(day, first, last, height) for day in _ticks(first, last)]
    for n, (view, days) in enumerate(rows):
        out.append(_row(view, days, _TOP + n * _ROW, (first, last)))
    return "".join(out) + "</svg>"


def _days(view: ClaimView) -> list[date]:
    return sorted(o.article.published_at.date() for o in view.occurrences if o.article.published_at)


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / max(1, (last - first).days)
    return _LEFT + 10 + share * (_WIDTH - _LEFT - 30)


def _ticks(first: date, last: date) -> list[date]:
    step = max(1, -(-(last - first).days // 8))
    return [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]


def _tick(day: date, first: date, last: date, height: int) -> str:
    x = _x(day, first, last)
    return (
        f'<path class="tick" d="M{x:.0f} {_TOP - 8}V{height - 6}"/>'
        f'<text class="day" x="{x:.0f}" y="16" text-anchor="middle">{day.day:02}.{day.month:02}.</text>'
    )


def _row(view: ClaimView, days: list[date], y: int, ends: tuple[date, date]) -> str:
    gloss = view.best.quote
    short = gloss if len(gloss) <= _CHARS else gloss[: _CHARS - 1] + "…"
    middle = y + _ROW / 2
    out = [
        (
            f'<a href="#claim-{view.number}"><text class="row" x="8" y="{middle + 4:.0f}">'
            f"<title>{escape(gloss)}</title>{view.number}. {escape(short)}</text></a>"
        )
    ]
    left, right = _x(days[0], *ends), _x(days[-1], *ends)
    if right > left:
        out.append(f'<path class="band {view.tone}" d="M{left:.0f} {middle:.0f}H{right:.0f}"/>')
    out += [_mark(view, item_day, echo, middle, ends) for item_day, echo in _marks(view)]
    for change in view.claim.timeline:
        if change.contest is not Contest.NONE and change.date:
            x = _x(_clamp(date.fromisoformat(change.date[:10]), ends), *ends)
            says = escape(words.CONTEST[change.contest])
            out.append(
                f'<path class="contest" d="M{x - 5:.0f} {middle - 5:.0f}l10 10m0 -10l-10 10">'
                f"<title>{change.date}: {says}</title></path>"
            )
    return "".join(out)


def _marks(view: ClaimView) -> list[tuple[date, bool]]:
    found: dict[date, bool] = {}
    for item in view.occurrences:
        if item.article.published_at:
            day = item.article.published_at.date()
            found[day] = found.get(day, True) and item.echo is not None
    return sorted(found.items())


def _mark(view: ClaimView, day: date, echo: bool, middle: float, ends: tuple[date, date]) -> str:
    kind = "echo" if echo else view.tone
    says = f"{day}: {'echo' if echo else view.label}"
    return f'<circle class="mark {kind}" cx="{_x(day, *ends):.0f}" cy="{middle:.0f}" r="5"><title>{escape(says)}</title></circle>'


def _clamp(day: date, ends: tuple[date, date]) -> date:
    return min(max(day, ends[0]), ends[1])
