"""Characters that need care, and a fold for comparing that never moves an offset."""

from __future__ import annotations

import re

__all__ = ["fold", "replace_surrogates", "untoward"]

_SURROGATE = re.compile("[\ud800-\udfff]")
# C0 but tab, line feed, carriage return; DEL; C1 but NEL. Form feed separates pages of plain text.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")

_PLAIN = {
    **dict.fromkeys(
        map(ord, "\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\u02bc\u2032"), "'"
    ),
    **dict.fromkeys(map(ord, "\xa0\u202f\u2009\u2007\u2008\u200a\u3000\t"), " "),
    **dict.fromkeys(map(ord, "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}"), "-"),
    **dict.fromkeys(map(ord, "\N{EM DASH}\N{HORIZONTAL BAR}\N{FIGURE DASH}"), "\N{EN DASH}"),
}


def fold(text: str) -> str:
    """Lower-case `text` and make apostrophes, spaces, hyphens and dashes plain.

    Returns:
        A text of the same length: offset n of one is offset n of the other. A character whose
        lower case is longer than itself (U+0130) is left as it is.

    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_PLAIN)


def replace_surrogates(text: str) -> tuple[str, int]:
    """Replace lone surrogates, which no encoding can hold, by U+FFFD, one for one.

    Returns:
        The text and how many were replaced.

    """
    return _SURROGATE.subn("\N{REPLACEMENT CHARACTER}", text)


def untoward(text: str) -> int:
    """Count control characters that no article needs (C0 but white space, DEL, C1)."""
    return sum(1 for _ in _CONTROL.finditer(text))
