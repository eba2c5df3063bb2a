"""The place a dateline names: it is cut off before analysis, and read as plain text (*ADA, Okla. (AP) —*)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ouidire.extraction.places.reader import Mention
from ouidire.gazetteer.places import Gazetteer, ancestors
from ouidire.gazetteer.towns import KnownPlace
from ouidire.model import Passage, PassageRole, Span

__all__ = ["dateline_mentions"]

_RUNNING = frozenset({PassageRole.LEDE, PassageRole.BODY})
# A name of capitals and small words, and what stands after its comma: a region, else a day.
_HEAD = re.compile(
    r"\W*(?P<name>[^\W\d_][^\d,()\[\]\u2013\u2014:/]*[^\W\d_.])(?:,\s*(?P<whole>[^\d,()\[\]\u2013\u2014:/]+))?"
)


def dateline_mentions(text: str, passages: Sequence[Passage], names: Gazetteer) -> Iterator[Mention]:
    """Yield the places of the datelines of an article: boilerplate right before running text, on its line."""
    for before, after in pairwise(passages):
        between = text[before.span.end : after.span.start]
        if before.role is PassageRole.BOILERPLATE and after.role in _RUNNING and "\n" not in between:
            yield from _read(text, before.span, names)


def _read(text: str, span: Span, names: Gazetteer) -> Iterator[Mention]:
    head = _HEAD.match(text, span.start, span.end)
    if head is None:
        return
    rows = tuple(names.candidates(head["name"]))
    whole = _whole(head["whole"] or "", names)
    at = Span(head.start("name"), head.end("name"))
    if not rows and whole is None:
        return
    holds = whole is not None and (whole.kind == "region" or any(whole.id in ancestors(r.id) for r in rows))
    yield Mention(at, head["name"], rows, within=whole.id if whole and holds else "", led=True)
    if whole is not None and head["whole"]:
        words = head["whole"].rstrip(" -\t")
        yield Mention(Span(head.start("whole"), head.start("whole") + len(words)), words, (whole,))


def _whole(words: str, names: Gazetteer) -> KnownPlace | None:
    """The region or country after the comma; None where it is a month or nothing known."""
    words = words.strip(" -\t")
    row = names.short_form(words) or names.short_form(words + ".")
    rows = [row] if row else [r for r in names.candidates(words) if r.kind in {"region", "country"}]
    return rows[0] if len(rows) == 1 else None
