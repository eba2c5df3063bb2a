"""The text of a page's article: trafilatura's, with what it left out put back or counted."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from ouidire.errors import ReadError
from ouidire.reading.html.blocks import Block, blocks, flat, key
from ouidire.reading.html.metadata import Metadata
from ouidire.reading.html.standfirst import missing_head, missing_paragraphs
from ouidire.reading.limits import EXTRACTED_CHARS

__all__ = ["Body", "extract"]

_SAMPLED = 5_000  # words of a stated text that are looked for
_AHEAD = 50  # lines to look ahead for a block's text


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The text of an article.

    Attributes:
        recovered: Blocks put back: standfirst and key points before the text, paragraphs inside.
        fallback: Whether no article was found and all text of the page was taken.
        short: Whether the page repeats its text for machines and most of that is not in `text`.

    """

    text: str
    recovered: int = 0
    fallback: bool = False
    short: bool = False

    @property
    def lost(self) -> bool:
        """Whether text is, or may be, missing or out of place."""
        return self.fallback or self.short or not self.text


def extract(root: Any, found: Metadata, *, url: str | None = None) -> Body:
    """Take an article's text from a tree, one block per line, the title left out.

    Args:
        found: The page's metadata: its title, its descriptions, and its text for machines.

    Raises:
        ReadError: ``limit:text``, the page holds more text than any article.

    """
    title, descriptions = found.title or "", found.descriptions
    page = tuple(blocks(root))
    size = sum(len(block.text) for block in page)
    if size > EXTRACTED_CHARS:
        raise ReadError(f"it holds {size} characters of text", code="limit:text", where=url or "page")
    lines = _without_title(_trafilatura(root, url), title)
    if not lines:
        rest = _without_title([b.text for b in page if not b.outside] or [b.text for b in page], title)
        if found.body and not _covers(key("".join(rest)), found.body):
            rest = [flat(line) for line in found.body.splitlines() if line.strip()]
        return Body(text="\n".join(rest), fallback=bool(rest))
    kept = key("".join(lines))
    head = [line for block in missing_head(page, title, descriptions, kept) for line in _line(block)]
    missing = missing_paragraphs(page, kept + key("".join(head)))
    text = "\n".join([*head, *_put_back(lines, page, frozenset(missing))])
    short = found.body is not None and not _covers(key(text), found.body)
    return Body(text=text, recovered=len(head) + len(missing), short=short)


def _covers(kept: str, stated: str) -> bool:
    """Whether at least half of a stated text, sampled eight words in sixteen, is in a text's `key`."""
    words = stated.split()[:_SAMPLED]
    pieces = [key("".join(words[n : n + 8])) for n in range(0, len(words), 16)]
    return sum(piece in kept for piece in pieces) * 2 >= len(pieces)


def _put_back(lines: list[str], page: tuple[Block, ...], missing: frozenset[int]) -> list[str]:
    """Insert missing blocks after the line that holds the text right before them in the page."""
    if not missing:
        return lines
    keys = [key(line) for line in lines]
    after: dict[int, list[str]] = {}
    at = -1
    for n, block in enumerate(page):
        if n in missing:
            after.setdefault(at, []).extend(_line(block))
        elif wanted := key(block.text):
            at = next((i for i in range(max(at, 0), min(len(keys), at + _AHEAD)) if wanted in keys[i]), at)
    out = list(after.get(-1, ()))
    for i, line in enumerate(lines):
        out.append(line)
        out.extend(after.get(i, ()))
    return out


def _trafilatura(root: Any, url: str | None) -> list[str]:
    from trafilatura import bare_extraction

    found = bare_extraction(copy.deepcopy(root), url=url, include_comments=False, include_tables=True)
    text = getattr(found, "text", None) or ""
    return [line for raw in text.split("\n") if (line := raw.strip())]


def _without_title(lines: list[str], title: str) -> list[str]:
    wanted = key(title)
    return lines[1:] if lines and wanted and key(lines[0]) == wanted else lines


def _line(block: Block) -> list[str]:
    text = flat(block.text)
    return [f"- {text}" if block.tag == "li" else text] if text else []
