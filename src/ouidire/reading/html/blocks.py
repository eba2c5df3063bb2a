"""The blocks of text of a page: what a reader sees as a paragraph, a list item, a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["Block", "blocks", "flat", "key"]

_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_NOT_WORD = re.compile(r"\W+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TEXTUAL = _HEADINGS | {"p", "li", "blockquote", "dd", "dt", "pre", "td", "th"}
_CONTAINERS = frozenset(
    {"div", "section", "article", "main", "body", "span", "center", "font", "td", "aside"}
)
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "form", "button", "select", "iframe", "head"}
)
_OUTSIDE = frozenset({"nav", "footer", "aside", "figure", "figcaption", "header", "menu", "dialog"})
_BREAKING = _TEXTUAL | _CONTAINERS - {"span", "font"} | {"ul", "ol", "table", "tr", "dl", "figure"} | _OUTSIDE


@dataclass(frozen=True, slots=True)
class Block:
    """One block.

    Attributes:
        element: The element whose words these are.
        tag: Its tag.
        outside: Whether it stands in navigation, a figure, a footer and the like.
        links: Share of its characters that are link text, 0 to 1.

    """

    element: Any
    tag: str
    text: str
    outside: bool
    links: float

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading element."""
        return self.tag in _HEADINGS


def flat(text: str) -> str:
    """Collapse white space as a browser does."""
    return _SPACE.sub(" ", text).strip()


def key(text: str) -> str:
    """Return the letters and digits of a text, for comparing two renderings of the same words."""
    return _NOT_WORD.sub("", text).casefold()


def blocks(root: Any) -> Iterator[Block]:
    """Yield the blocks of a tree in document order, without recursion (trees can be 2,000 deep)."""
    stack: list[tuple[Any, bool, bool]] = [(root, False, False)]
    while stack:
        element, outside, tail = stack.pop()
        if tail:
            if text := flat(element.tail):
                yield Block(element.getparent(), "", text, outside, 0.0)
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _SILENT:
            continue
        outside = outside or tag in _OUTSIDE
        if (tag in _TEXTUAL or tag in _CONTAINERS) and not _has_blocks(element):
            if text := flat("".join(_words(element))):
                yield Block(element, tag, text, outside, _link_share(element, text))
            continue
        if own := flat(element.text or ""):
            yield Block(element, tag, own, outside, 0.0)
        for child in reversed(element):
            if child.tail:
                stack.append((child, outside, True))
            stack.append((child, outside, False))


def _has_blocks(element: Any) -> bool:
    return any(isinstance(d.tag, str) and d.tag in _BREAKING for d in element.iterdescendants())


def _words(element: Any) -> Iterator[str]:
    for item in element.iter():
        silent = item.tag in _SILENT
        if not silent and item.text:
            yield item.text
        if item.tag == "br":
            yield " "
        if item is not element and item.tail:
            yield item.tail


def _link_share(element: Any, text: str) -> float:
    linked = sum(len(flat("".join(a.itertext()))) for a in element.iter("a"))
    return min(1.0, linked / max(1, len(text)))
