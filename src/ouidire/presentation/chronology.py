"""What the texts date: when something was said, and when it is said to have happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ouidire.presentation.occurrences import OccurrenceView
from ouidire.presentation.view import ClaimView

__all__ = ["Dated", "chronology"]

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Dated:
    """One dated statement or event.

    Attributes:
        date: As exact as the text: a year, a month or a day.
        kind: ``"said"``, ``"happened"``, or ``"to come"``.
        words: Of the text for the date.

    """

    date: str
    kind: str
    words: str
    view: ClaimView
    item: OccurrenceView


def chronology(views: Sequence[ClaimView]) -> tuple[Dated, ...]:
    """Return the dates that stand in the texts of `views`, oldest first, each once for a claim."""
    found: dict[tuple[str, str, int], Dated] = {}
    for view in views:
        for entry in _of(view):
            found.setdefault((entry.date, entry.kind, view.number), entry)
    return tuple(found[key] for key in sorted(found))


def _of(view: ClaimView) -> Iterator[Dated]:
    for speech in view.speech:
        time = speech.item.assertion.proposition.time
        if speech.when and time:
            yield Dated(speech.when, "said", time.span.of(speech.item.article.text), view, speech.item)
    for item in view.occurrences:
        said = item.assertion.proposition
        if said.time and said.time.begin and _DATE.fullmatch(said.time.value):
            kind = "to come" if said.prospective else "happened"
            yield Dated(said.time.value, kind, said.time.span.of(item.article.text), view, item)
