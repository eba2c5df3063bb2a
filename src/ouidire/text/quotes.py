"""Where a text stands in quotation marks."""

from __future__ import annotations

__all__ = ["quoted"]

_PAIRS = {
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{DOUBLE LOW-9 QUOTATION MARK}": "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}",
    '"': '"',
}


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Return the outermost stretches in quotation marks as half-open code-point offsets, marks included.

    A mark that is never closed opens nothing; single marks are apostrophes more often than not
    and are left out.
    """
    found: list[tuple[int, int]] = []
    start, closer = 0, ""
    for n, char in enumerate(text):
        if closer:
            if char in closer:
                found.append((start, n + 1))
                closer = ""
        elif char in _PAIRS:
            start, closer = n, _PAIRS[char]
    return tuple(found)
