"""When each thread was told, as an SVG element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from ouidire.model import Contest
from ouidire.presentation import words
from ouidire.presentation.messages import day_words, plain, say
from ouidire.presentation.threads import Thread

__all__ = ["draw"]

_WIDTH, _LEFT, _ROW, _TOP, _CHARS, _STEP, _WIDEST = 1000, 340, 26, 34, 46, 10, 110


def draw(threads: Sequence[Thread], links: Sequence[str]) -> str:
    """Return one row for each thread and one mark for each day and label.

    Days on which something was said stand in order at equal distances, since news comes in bursts.
    Undated words have no mark; a thread without a dated one is left out. Empty where fewer than
    two days are known, since then there is no course of events to show.

    Args:
        links: Where the words of each thread lead, for ``href``.

    """
    rows = [(thread, link, _marks(thread)) for thread, link in zip(threads, links, strict=True)]
    rows = [row for row in rows if row[2]]
    days = sorted({day for _, _, marks in rows for day, _, _ in marks})
    if len(days) < 2:
        return ""
    step = min(_WIDEST, (_WIDTH - _LEFT - 20) // len(days))
    places = {day: _LEFT + 14 + n * step for n, day in enumerate(days)}
    height = _TOP + len(rows) * _ROW + 8
    out = [
        (
            f'<svg class="timeline" viewBox="0 0 {_WIDTH} {height}" role="group" '
            'aria-labelledby="timeline-title timeline-desc">'
            f'<title id="timeline-title">{escape(_title(days[0], days[-1]))}</title>'
            f'<desc id="timeline-desc">{escape(say("One row for each thread; the tables of claims say the same."))}</desc>'
        )
    ]
    out += _ticks(places, step, height)
    for n, (thread, link, marks) in enumerate(rows):
        out.append(_row(thread, link, marks, (_TOP + n * _ROW, places)))
    return "".join(out) + "</svg>"


def _title(first: str, last: str) -> str:
    first, last = day_words(first), day_words(last)
    return say("When each thread was told, %(first)s to %(last)s", first=first, last=last)


def _ticks(places: Mapping[str, int], step: int, height: int) -> Iterator[str]:
    """Yield a line for each day, and as many dates as fit; the year where it is another."""
    year, free = "", 0
    for day, x in places.items():
        yield f'<path class="tick" d="M{x} {_TOP - 8}V{height - 4}"/>'
        if x >= free:
            short = day[5:] if plain() and day[:4] == year and len(day) > 4 else day_words(day)
            yield f'<text class="day" x="{x}" y="16" text-anchor="middle">{short}</text>'
            year, free = day[:4], x + max(step, 48 if plain() else 90)


def _row(
    thread: Thread, link: str, marks: Sequence[tuple[str, str, str]], where: tuple[int, Mapping[str, int]]
) -> str:
    y, places = where
    lead = thread.lead.best
    short = lead.quote if len(lead.quote) <= _CHARS else lead.quote[: _CHARS - 1] + "…"
    middle = y + _ROW // 2
    language = f'lang="{escape(lead.article.language)}"'
    out = [
        (
            f'<a href="{escape(link)}"><text class="row" {language} x="4" y="{middle + 4}">'
            f"<title>{escape(lead.quote)}</title>{escape(short)}</text></a>"
        )
    ]
    left, right = places[marks[0][0]], places[marks[-1][0]]
    if right > left:
        out.append(f'<path class="band" d="M{left} {middle}H{right}"/>')
    at: dict[str, int] = {}
    for day, tone, says in marks:
        x = places[day] + _STEP * at.get(day, 0)
        at[day] = at.get(day, 0) + 1
        out.append(_mark(x, middle, tone, f"{day_words(day)}: {says}"))
    return "".join(out)


def _marks(thread: Thread) -> list[tuple[str, str, str]]:
    """Return day, colour class and words of each mark, by day and without repeats."""
    found = {
        (item.said, "echo" if item.echo else item.tone, say("echo") if item.echo else item.label)
        for view in thread.claims
        for item in view.occurrences
        if item.said
    }
    found |= {
        (change.date[:10], "contest", words.CONTEST[change.contest])
        for view in thread.claims
        for change in view.claim.timeline
        if change.contest is not Contest.NONE and change.date
    }
    return sorted(found)


def _mark(x: int, y: int, tone: str, says: str) -> str:
    title = f"<title>{escape(says)}</title>"
    if tone == "contest":
        return f'<path class="contest" d="M{x - 5} {y - 5}l10 10m0 -10l-10 10">{title}</path>'
    return f'<circle class="mark {tone}" cx="{x}" cy="{y}" r="4.5">{title}</circle>'
