"""The text of a page's article: trafilatura's, with what it left out put back or counted."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from ouidire.reading.html.blocks import Block, blocks, flat, key
from ouidire.reading.html.standfirst import missing_head, missing_siblings

__all__ = ["Body", "extract"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The text of an article.

    Attributes:
        recovered: Blocks put back before the text.
        missing: Paragraphs of the article's own container that are not in the text.
        fallback: Whether no article was found and all text of the page was taken.

    """

    text: str
    recovered: int = 0
    missing: int = 0
    fallback: bool = False

    @property
    def lost(self) -> bool:
        """Whether text is, or may be, missing or out of place."""
        return self.fallback or self.missing > 0


def extract(root: Any, title: str, descriptions: tuple[str, ...], *, url: str | None = None) -> Body:
    """Take an article's text from a tree, one block per line, the title left out."""
    page = tuple(blocks(root))
    lines = _without_title(_trafilatura(root, url), title)
    if not lines:
        rest = _without_title([b.text for b in page if not b.outside] or [b.text for b in page], title)
        return Body(text="\n".join(rest), fallback=bool(rest))
    kept = key("".join(lines))
    head = missing_head(page, title, descriptions, kept)
    recovered = [line for block in head for line in _line(block)]
    missing = missing_siblings(page, kept + key("".join(recovered)))
    return Body(text="\n".join([*recovered, *lines]), recovered=len(recovered), missing=missing)


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
