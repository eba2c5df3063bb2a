"""The segmentation lexicon: what lines of an article look like that are not its sentences.

Forms are words as they stand in a text; matching ignores case and the kind of apostrophe, space
and hyphen. ``...`` in a form stands for up to sixty characters within the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ouidire.languages import LanguagePack
from ouidire.lexicon import load_entries
from ouidire.text import fold

__all__ = ["KINDS", "PLACES", "RESTS", "LineEntry", "Vocabulary", "vocabulary"]

KINDS = (
    "takeaways",
    "boilerplate",
    "byline",
    "caption",
    "correction",
    "credit",
    "photo",
    "determiner",
    "joiner",
    "linker",
)
PLACES = ("start", "whole", "anywhere", "end")
RESTS = ("any", "names", "digits", "title")
_GAP = r"[^.!?\n]{0,60}?"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineEntry:
    """One construction of a line.

    Attributes:
        kind: ``takeaways`` (a heading of key points), ``boilerplate``, ``byline`` (authors and
            dates), ``caption``, ``correction`` (a claim, never boilerplate), ``credit`` (words
            before the name of a wire), ``photo`` (the same for a picture); ``determiner``, ``joiner`` and ``linker`` are words
            before, between and inside names.
        place: Where in the line a form must stand.
        rest: What must follow it: anything, names only, something with a digit, or a title (nothing,
            a colon or dash, or words without a full stop).
        words: The line has at most so many.
        opens: Whether lines without a full sentence after it belong to it (a list of links).

    """

    id: str
    kind: str
    forms: tuple[str, ...]
    place: str = "start"
    rest: str = "any"
    words: int = 30
    opens: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()

    def find(self, folded: str) -> re.Match[str] | None:
        """Return where a form stands in a folded line, its place checked, `rest` and `words` not."""
        return _pattern(self.forms, self.place).search(folded)


class Vocabulary:
    """The entries of a language by kind; empty for a language without the file."""

    def __init__(self, entries: tuple[LineEntry, ...]) -> None:
        self.entries = entries
        self._of = {kind: tuple(e for e in entries if e.kind == kind) for kind in KINDS}
        self._words = {
            kind: frozenset(fold(form) for e in self._of[kind] for form in e.forms) for kind in KINDS
        }

    def of(self, kind: str) -> tuple[LineEntry, ...]:
        """Return the entries of a kind, in file order."""
        return self._of[kind]

    def words(self, kind: str) -> frozenset[str]:
        """Return the folded forms of a kind of single words."""
        return self._words[kind]


def vocabulary(pack: LanguagePack) -> Vocabulary:
    """Load the lines lexicon of a language.

    Raises:
        ExceptionGroup: The file breaks its schema.

    """
    file = pack.resources / "lexicon" / "segmentation.toml"
    return _vocabulary(load_entries(file, LineEntry))


@lru_cache(maxsize=32)
def _vocabulary(entries: tuple[LineEntry, ...]) -> Vocabulary:
    return Vocabulary(entries)


@lru_cache(maxsize=None)
def _pattern(forms: tuple[str, ...], place: str) -> re.Pattern[str]:
    ways = "|".join(_form(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    core = rf"(?<!\w)(?:{ways})(?!\w)"
    lead = r"\A[\W_]{0,6}"
    tail = r"[\s:.!\u00bb\u2026)\]>-]{0,6}\Z"
    return re.compile(
        {"start": lead + core, "whole": lead + core + tail, "end": core + tail, "anywhere": core}[place]
    )


def _form(form: str) -> str:
    parts = (re.escape(part) for part in fold(form).split("..."))
    return _GAP.join(part.replace(r"\ ", " {1,3}") for part in parts)
