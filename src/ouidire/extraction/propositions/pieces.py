"""Tokens cut finer, as the time rules read them.

The tokens of a tagger join what a date keeps apart (*mi-novembre*, *15h30*, *mid-2011*, *3rd–5th*). So
the rules read pieces: tokens, cut between digits and letters and at hyphens between calendar words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ouidire.extraction.propositions.words import Words
from ouidire.languages import Token

__all__ = ["pieces"]

_PIECE = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['.][^\W\d_]+)*\.?|\S")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_JOINTS = re.compile(r"[-\N{EN DASH}/~]")


def pieces(tokens: Sequence[Token], words: Words) -> list[Token]:
    """Cut tokens where a time expression may begin or end inside them; `i` stays that of the token."""
    found: list[Token] = []
    for token in tokens:
        if token.text.isalpha() or _NUMBER.fullmatch(token.text) or not _is_cut(token, words):
            found.append(token)
        else:
            found += [_piece(token, m) for m in _PIECE.finditer(token.text)]
    return found


def _is_cut(token: Token, words: Words) -> bool:
    if any(c.isdigit() for c in token.text):
        return len(token.text) > 1 and not _is_known(token.lower, words)
    parts = _JOINTS.split(token.lower)
    return (
        len(parts) > 1
        and not _is_known(token.lower, words)
        and all(_is_known(part, words) or part in words.number_words for part in parts)
    )


def _is_known(text: str, words: Words) -> bool:
    return text in words.calendar_words


def _piece(token: Token, match: re.Match[str]) -> Token:
    text = match.group()
    upos = "NUM" if text[0].isdigit() else "NOUN" if text[0].isalpha() else "PUNCT"
    start = token.start + match.start()
    return replace(token, start=start, end=start + len(text), text=text, lemma=text.lower(), upos=upos)
