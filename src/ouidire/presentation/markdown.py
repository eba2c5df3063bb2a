"""The dossier as Markdown, for notes and for systems that take text."""

from __future__ import annotations

from collections.abc import Iterator

from ouidire.model import Dossier, Extraction, PassageRole
from ouidire.presentation import words
from ouidire.presentation.chronology import chronology
from ouidire.presentation.differences import DriftView
from ouidire.presentation.occurrences import OccurrenceView, Piece, chain_text, day, outlet_name
from ouidire.presentation.overview import survey
from ouidire.presentation.reasons import of_label
from ouidire.presentation.speakers import speakers
from ouidire.presentation.threads import Sheet, Thread, lay_out
from ouidire.presentation.view import ClaimView

__all__ = ["render"]


def render(dossier: Dossier) -> str:
    """Return a dossier as CommonMark; words from articles are escaped and stand in quotation marks."""
    sheet = lay_out(dossier)
    lines = [f"# {_plain(dossier.title)}", "", *_opening(sheet)]
    for thread in sheet.major:
        lines += ["", *_thread(thread, sheet)]
    if sheet.single:
        lines += ["", f"## Told once ({words.count(len(sheet.single), 'claim')})"]
        for view in sheet.single:
            lines += ["", *_claim(view, sheet)]
    lines += _dates(sheet) + _speakers(sheet)
    lines += ["", "## Articles", ""]
    for item in dossier.extractions:
        lines += _article(item)
    return "\n".join(lines) + "\n"


def _opening(sheet: Sheet) -> Iterator[str]:
    found = survey(sheet)
    yield from (f"- {_plain(fact)}" for fact in found.facts)
    if found.labels:
        yield f"- said as: {', '.join(f'{n} {words.LABEL[label]}' for label, n in found.labels)}"
    yield from (f"- {_plain(line)}" for line in found.copies)
    for look in found.first:
        yield from ("", f"**{look.says}**", "")
        yield from (f"- {v.number}. « {_plain(v.best.context)} » ({_plain(says)})" for v, says in look.claims)


def _thread(thread: Thread, sheet: Sheet) -> list[str]:
    lines = [f"## {_plain(thread.lead.best.context)}", "", _plain(thread.extent)]
    for view in thread.claims:
        lines += ["", *_claim(view, sheet)]
    return lines + [line for drift in thread.drifts for line in ("", *_drift(drift))]


def _claim(view: ClaimView, sheet: Sheet) -> list[str]:
    lines = [f"### {view.number}. {_plain(view.best.context)}", ""]
    lines += [
        f"**{view.label}**, origins {_plain(view.origins)}. {_plain(view.verdict)} `{view.claim.id}`",
        "",
    ]
    lines += [line for item in view.occurrences for line in _occurrence(item)]
    for speech in view.told_apart:
        when = f"{speech.when}, " if speech.when else ""
        lines.append(f"- said how: {when}« {_plain(speech.item.context)} »")
    lines += [_change(*step) for step in _steps(view)]
    for says, numbers in sheet.tied(view):
        lines.append(f"- {says} {', '.join(map(str, numbers))}")
    for says, numbers in sheet.tied(view, loose=True):
        lines.append(f"- {says} {', '.join(map(str, numbers))}")
    return lines


def _occurrence(item: OccurrenceView) -> Iterator[str]:
    echo = " (echo)" if item.echo else ""
    echo += f" ({item.standing})" if item.standing else ""
    chain = f"{item.when}, {_plain(chain_text(item.hops))}{echo}, {words.PASSAGE[item.assertion.passage]}"
    meant = f" = « {_plain(item.takes_up)} »" if item.takes_up else ""
    yield f"- {chain}: « {_plain(item.quote)} »{meant}"
    if item.sentence[0].words != item.quote:
        yield f"  - in: « {_pieces(item.sentence, 'claim')} »"
    yield f"  - {_plain(of_label(item.assertion, item.article.text).says)}"


def _steps(view: ClaimView) -> Iterator[tuple[str, str, int]]:
    if len(view.claim.timeline) > 1:
        for change in view.claim.timeline:
            against = words.CONTEST[change.contest]
            says = words.SUPPORT[change.support] + (f"; {against}" if against else "")
            yield change.date or "undated", says, change.rule


def _change(date: str, says: str, rule: int) -> str:
    return f"- from {date}: {says} (R{rule})"


def _drift(drift: DriftView) -> list[str]:
    return [
        f"**Differs: {'; '.join(drift.says)}**",
        "",
        f"- « {_pieces(drift.left, 'differs')} » ({drift.before.label}; {_plain(drift.before.where)})",
        f"- « {_pieces(drift.right, 'differs')} » ({drift.after.label}; {_plain(drift.after.where)})",
    ]


def _dates(sheet: Sheet) -> list[str]:
    found = chronology(sheet.claims)
    lines = [
        f"- {d.date}, {d.kind} (« {_plain(d.words)} »): {d.view.number}. « {_plain(d.item.context)} »"
        for d in found
    ]
    return ["", "## Dates in the texts", "", *lines] if lines else []


def _speakers(sheet: Sheet) -> list[str]:
    lines = []
    for one in speakers(sheet.claims):
        through = f", through {', '.join(map(_plain, one.relays))}" if one.relays else ""
        numbers = ", ".join(map(str, one.claims))
        lines.append(
            f"- {_plain(one.name)} ({_plain(one.known)}{through}), in {', '.join(map(_plain, one.outlets))}: {numbers}"
        )
    return ["", "## Who is cited", "", *lines] if lines else []


def _article(item: Extraction) -> Iterator[str]:
    article = item.article
    where = f", <{article.url}>" if article.url and not set("<> \n") & set(article.url) else ""
    yield f"- {_plain(outlet_name(article))}, {day(article)}: {_plain(article.title)}{where} `{article.id}`"
    for passage in item.passages:
        if passage.role is PassageRole.BOILERPLATE:
            yield f"  - not part of the article: « {_plain(passage.span.of(article.text))} »"


def _pieces(pieces: tuple[Piece, ...], part: str) -> str:
    """Return the words, those of `part` in bold and, inside a sentence, the hedges in italics."""
    stars = {part: "**", "marker": "*"}
    return "".join(_starred(p.words, stars.get(p.part, "")) for p in pieces).strip()


def _starred(text: str, stars: str) -> str:
    """Return `text` between `stars`, which CommonMark reads only where they touch a word."""
    inner = text.strip()
    if not inner or not stars:
        return _plain(text)
    left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{_plain(left)}{stars}{_plain(inner)}{stars}{_plain(right)}"


def _plain(text: str) -> str:
    return "".join(
        f"\\{c}" if c in "\\`*_[]<>#|" else c if c.isprintable() else " " if c.isspace() else "" for c in text
    )
