"""The sentences of an article as stretches of its text, and their words outside quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ouidire.model import Extraction, PassageRole, Span

__all__ = ["Sentence", "sentences"]

# A closing guillemet may stand off by a space.
_END = re.compile(r"[.!?…]{1,3}(?:\s?»|[\"”’')\]]){0,3}\s(?!»)|\n")
_WORD = re.compile(r"\w+")
# What is quoted is the speaker's and may be quoted by many independently.
_QUOTED = re.compile(r"«[^«»\n]{1,2000}»|“[^“”\n]{1,2000}”|\"[^\"\n]{1,2000}\"")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its folded words; None stands where something quoted was left out."""

    span: Span
    words: tuple[str | None, ...]


@lru_cache(maxsize=4096)
def _of_text(text: str, start: int, end: int) -> tuple[Sentence, ...]:
    out: list[Sentence] = []
    at = start
    for match in _END.finditer(text, start, end):
        out.extend(_sentence(text, at, match.end()))
        at = match.end()
    out.extend(_sentence(text, at, end))
    return tuple(out)


def _sentence(text: str, start: int, end: int) -> tuple[Sentence, ...]:
    raw = text[start:end]
    lead = len(raw) - len(raw.lstrip())
    body = raw.strip()
    if not body:
        return ()
    words: list[str | None] = []
    at = 0
    for quoted in _QUOTED.finditer(body):
        words.extend(w.casefold() for w in _WORD.findall(body[at : quoted.start()]))
        words.append(None)
        at = quoted.end()
    words.extend(w.casefold() for w in _WORD.findall(body[at:]))
    return (Sentence(Span(start + lead, start + lead + len(body)), tuple(words)),)


def sentences(item: Extraction) -> tuple[Sentence, ...]:
    """Return the sentences outside boilerplate in text order."""
    zones = [p.span for p in item.passages if p.role is not PassageRole.BOILERPLATE]
    if not item.passages:
        zones = [Span(0, len(item.article.text))] if item.article.text else []
    return tuple(s for z in zones for s in _of_text(item.article.text, z.start, z.end))
