"""Standfirsts and key points that an extractor leaves out, found where they stand in the page.

Certainty drifts between the takeaways and the body of an article, so takeaways must not be lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ouidire.reading.html.blocks import Block, key

__all__ = ["missing_head", "missing_paragraphs"]

# Names that sites give the element in its class or id. Markup's vocabulary, not a language's.
_NAMED = re.compile(
    r"take-?away|key-?(?:point|fact|info|renseignement)|highlight|summar|standfirst|stand-first|chapo|chapeau"
    r"|dek\b|deck\b|sub-?(?:title|headline)|abstract|synopsis|bullet|teaser-?text|article-?intro|excerpt|essentiel",
    re.IGNORECASE,
)
_SENTENCE_END = (
    ".",
    "!",
    "?",
    "\N{HORIZONTAL ELLIPSIS}",
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}",
)
_MIN_CHARS = 40
_MAX_BLOCKS = 12
_MAX_LINKS = 0.3
_ANCESTORS = 6


def missing_head(page: Sequence[Block], title: str, descriptions: tuple[str, ...], kept: str) -> list[Block]:
    """Return blocks between the title and the text that belong to the article but are not in it.

    A block counts when the page's own description says the same, when its element or one near
    above is named for it, or when it is an item of a list of sentences. A heading right before
    such a block comes with it.

    Args:
        kept: `key` of the text that was extracted.

    """
    start, end = _head_range(page, title, kept)
    found: list[Block] = []
    heading: Block | None = None
    for block in page[start:end]:
        if block.is_heading or _looks_like_heading(block):
            heading = block
        elif _belongs(block, descriptions) and key(block.text) not in kept:
            if heading is not None and key(heading.text) not in kept and block.tag == "li":
                found.append(heading)
            heading = None
            found.append(block)
        elif block.tag != "li":
            heading = None
    return found[:_MAX_BLOCKS]


def missing_paragraphs(page: Sequence[Block], kept: str) -> list[int]:
    """Return the indices of paragraphs that stand among kept ones but are not in the text.

    Only full sentences count whose parent element holds two kept paragraphs: beside a text also
    stand teasers and captions, which an extractor rightly leaves out.
    """
    parents: dict[object, int] = {}
    lost: list[tuple[int, object]] = []
    for n, block in enumerate(page):
        if block.tag != "p" or block.outside or len(block.text) < _MIN_CHARS:
            continue
        parent = _container(block)
        if key(block.text) in kept:
            parents[parent] = parents.get(parent, 0) + 1
        elif block.text.endswith(_SENTENCE_END) and block.links < _MAX_LINKS:
            lost.append((n, parent))
    return [n for n, parent in lost if parents.get(parent, 0) >= 2]


def _container(block: Block) -> object:
    """Return the element that holds a paragraph and others, elements that wrap only it left out."""
    child = block.element
    element = child.getparent()
    while element is not None and child.getprevious() is None and child.getnext() is None:
        child, element = element, element.getparent()
    return element


def _head_range(page: Sequence[Block], title: str, kept: str) -> tuple[int, int]:
    """Return the index range of blocks after the title and before the first kept paragraph."""
    wanted = key(title)
    start = next((n + 1 for n, b in enumerate(page) if wanted and key(b.text) == wanted), None)
    if start is None:
        return 0, 0
    for n in range(start, len(page)):
        if page[n].tag != "li" and len(page[n].text) >= _MIN_CHARS and key(page[n].text) in kept:
            return start, n
    return start, start


def _looks_like_heading(block: Block) -> bool:
    return block.tag != "li" and 3 <= len(block.text) < _MIN_CHARS and not block.text.endswith(_SENTENCE_END)


def _belongs(block: Block, descriptions: tuple[str, ...]) -> bool:
    if len(block.text) < _MIN_CHARS or block.links >= _MAX_LINKS:
        return False
    if any(_says(block.text, description) for description in descriptions):
        return True
    if block.outside and block.element.tag not in ("li", "p"):
        return False
    if _is_named(block):
        return True
    return block.tag == "li" and block.text.endswith(_SENTENCE_END) and not block.outside


def _says(text: str, description: str) -> bool:
    """Whether a description is this block, or its beginning cut off with an ellipsis."""
    words, told = key(text), key(description)
    if len(told) < 30 or not words:
        return False
    return words == told or words.startswith(told) or (len(words) >= 30 and words in told)


def _is_named(block: Block) -> bool:
    element = block.element
    for _ in range(_ANCESTORS):
        if element is None or element.tag in ("body", "html", "article", "main"):
            return False
        if _NAMED.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return True
        element = element.getparent()
    return False
