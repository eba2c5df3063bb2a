"""Paragraphs of a text: lines, hard-wrapped ones joined, list markers told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["FINAL", "Paragraph", "paragraphs"]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_MARKER = re.compile(
    r"[ \t\xa0]{0,20}(?:[-\u2013*\u2022\u00b7\u25aa\u25b8\u25ba\u25cf\u25e6\u2023\u25a0\u2043][ \t\xa0]{1,9}|[\u2022\u25aa\u25b8\u25ba\u25cf\u25e6\u2023\u25a0](?=\w))"
)
_HASHES = re.compile(r" {0,3}#{1,6}[ \t]{1,9}")
FINAL = (".", "!", "?", "\u2026", "\u00bb", '"', "\u201d", ";", ":", ",", ")")
_WRAP = range(40, 111)  # columns at which plain text is wrapped by hand


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        start: Offset of its first word, list or heading marker skipped.
        bullet: Whether a list marker stood before it.
        heading: Whether a Markdown heading marker did.
        apart: Whether a blank line (or the text's start) stands before it.

    """

    start: int
    end: int
    text: str
    bullet: bool = False
    heading: bool = False
    apart: bool = False


def paragraphs(text: str, start: int = 0) -> tuple[Paragraph, ...]:
    """Split ``text[start:]`` into paragraphs, blank ones left out.

    A line is a paragraph, except in a block of hand-wrapped lines, which is one.
    """
    found: list[Paragraph] = []
    for block in _blocks(text, start):
        if _is_wrapped([text[a:b] for a, b in block]):
            found.append(_paragraph(text, block[0][0], block[-1][1], apart=True))
        else:
            for n, (a, b) in enumerate(block):
                found.append(_paragraph(text, a, b, apart=n == 0))
    return tuple(p for p in found if p.start < p.end)


def _blocks(text: str, start: int) -> list[list[tuple[int, int]]]:
    """Return the lines between blank lines, each as offsets."""
    blocks: list[list[tuple[int, int]]] = []
    at, apart = start, True
    while at < len(text):
        match = _LINE.match(text, at)
        end = match.end() if match else at
        if text[at:end].strip():
            if apart:
                blocks.append([])
            blocks[-1].append((at, end))
            apart = False
        else:
            apart = True
        brk = _BREAK.match(text, end)
        at = brk.end() if brk else end
    return blocks


def _is_wrapped(lines: list[str]) -> bool:
    """Whether a block's lines are one paragraph broken by hand: alike in length, most ending mid-sentence."""
    if len(lines) < 2 or any(_MARKER.match(line) or _HASHES.match(line) for line in lines[1:]):
        return False
    broken = [line.rstrip() for line in lines[:-1]]
    lengths = [len(line) for line in broken]
    if min(lengths) not in _WRAP or max(lengths) not in _WRAP or max(lengths) - min(lengths) > 25:
        return False
    if len(lines[-1].rstrip()) > max(lengths) + 25:
        return False
    midway = sum(1 for line in broken if not line.endswith((".", "!", "?", "\u2026")))
    return midway * 2 > len(broken) or (midway * 2 == len(broken) and lines[1][:1].islower())


def _paragraph(text: str, start: int, end: int, *, apart: bool) -> Paragraph:
    marker = _MARKER.match(text, start, end)
    hashes = None if marker else _HASHES.match(text, start, end)
    first = marker.end() if marker else hashes.end() if hashes else start
    while first < end and text[first].isspace():
        first += 1
    while first < end and text[end - 1].isspace():
        end -= 1
    return Paragraph(
        first, end, text[first:end], bullet=marker is not None, heading=hashes is not None, apart=apart
    )
