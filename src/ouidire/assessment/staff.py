"""Whom an outlet calls its own (*our correspondent*): what they report, the outlet reports itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ouidire import languages
from ouidire.errors import LanguageError
from ouidire.lexicon import load_entries
from ouidire.model import Source

__all__ = ["StaffEntry", "is_own_staff"]


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """Words a noun phrase begins with that names an outlet's own people."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...] = ()


@lru_cache(maxsize=None)
def _forms(language: str) -> tuple[str, ...]:
    try:
        pack = languages.load(language.partition("-")[0])
    except LanguageError:
        return ()
    entries = load_entries(pack.resources / "lexicon" / "own_reporting.toml", StaffEntry)
    return tuple(sorted({form for entry in entries for form in entry.forms}))


def is_own_staff(source: Source, text: str, language: str) -> bool:
    """Whether a source is called the outlet's own in the words of the article."""
    words = " ".join(text[s.start : s.end] for s in source.spans).casefold()
    return any(words == form or words.startswith(form + " ") for form in _forms(language))
