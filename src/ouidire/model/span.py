"""Where in a text something is said."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text.

    Offsets count Unicode code points of `Article.text` (not bytes, not UTF-16 units),
    half-open, so ``text[span.start:span.end]`` is the stretch itself. Same convention as
    `TextPositionSelector` in the W3C Web Annotation Data Model, section 4.2.5.

    Raises:
        ValueError: The span is empty, reversed, or starts before the text.

    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words this span covers.

        Raises:
            IndexError: The span ends after `text` does.

        """
        if self.end > len(text):
            raise IndexError(f"[{self.start}, {self.end}) ends after the text ({len(text)})")
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
