"""Says reasons that a ledger keeps in English in the language that is read.

The rules of assessment write their sentences when they fire. Here stand the same sentences with gaps,
as messages; what fits none of them is left to be shown as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ouidire.model import Evidence, Label
from ouidire.presentation import words
from ouidire.presentation.messages import SOURCE, Spoken, day_words, language, plain, say

__all__ = ["GAPS", "retold"]

GAPS: Spoken[int] = Spoken(
    dict(
        enumerate(
            (
                "only unnamed or implicit sources, or outlets that give no source, say this",
                "at least one identifiable source says this",
                "%(who)s, a party to the events, said it is so",
                "%(who)s said so, though it tells against the speaker's own side",
                "at least two separate origins, reaching us by at least two separate routes, say so",
                "sources of opposing sides say so",
                "an identifiable source outside the side accused says the opposite",
                "the only contradiction comes from the side accused",
                "the origin or publisher withdrew it, and every path through it was cut",
                "%(who)s confirmed a claim from which this one follows",
                "last reported %(day)s: it held as of its article, and nobody has reported it again in thirty days",
                "a later report has overtaken its number or its state",
                "what stood against it was withdrawn",
                "whoever said the opposite has come round",
                "the status changed",
                "it rests on what was already told, so it adds neither origins nor support",
                "%(who)s cite each other; the newest citation was cut",
                "no origin is left",
                "identifiable origins: %(who)s",
                "without an identifiable source: %(who)s",
                "every route passes %(who)s",
                "%(label)s is how the strongest telling by an identifiable source puts it, echoes and titles aside; "
                "without such a source, how the most cautious telling does",
            )
        )
    )
)
"""The sentences of the rules, by number; the names of the gaps are those of the rules."""

_GAP = re.compile(r"%\((\w+)\)s")
_DATED = re.compile(r"(\d{4}(?:-\d\d){0,2}|undated): ")


def retold(item: Evidence) -> str:
    """Return a reason in the language that is read; empty where nobody has its words in that language."""
    if plain() or language() == SOURCE or (item.of == "label" and item.rule.startswith("L")):
        return item.says
    dated = _DATED.match(item.says)
    rest = item.says[dated.end() :] if dated else item.says
    whole = _one(rest)
    parts = [whole] if whole else [_one(part) for part in rest.split("; ")]
    if not all(parts):
        return ""
    said = "; ".join(parts)
    if not dated:
        return said
    day = dated.group(1)
    return f"{say('undated') if day == 'undated' else day_words(day)}: {said}"


def _one(sentence: str) -> str:
    for number, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            return GAPS[number] % {name: _put(name, value) for name, value in found.groupdict().items()}
    return ""


def _put(name: str, value: str) -> str:
    if name == "day":
        return day_words(value)
    return words.LABEL[Label(value)] if name == "label" and value in set(Label) else value


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    made = []
    for number, message in GAPS.plain.items():
        pieces = _GAP.split(message)
        parts = [
            f"(?P<{piece}>.{{0,2000}}?)" if n % 2 else re.escape(piece) for n, piece in enumerate(pieces)
        ]
        made.append((number, re.compile("".join(parts), re.DOTALL)))
    return tuple(made)
