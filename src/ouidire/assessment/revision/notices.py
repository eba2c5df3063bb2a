"""What a publisher says of its own page: that it is withdrawn, or that it was corrected."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ouidire import languages
from ouidire.errors import LanguageError
from ouidire.lexicon import load_entries
from ouidire.model import Extraction, Label, MarkerClass, Span

__all__ = ["NoticeEntry", "correction", "notices", "withdrawal"]


@dataclass(frozen=True, slots=True)
class NoticeEntry:
    """Words by which a page is withdrawn as a whole or said to be corrected; `kind` says which."""

    id: str
    kind: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@lru_cache(maxsize=None)
def _forms(language: str, kind: str) -> tuple[str, ...]:
    try:
        pack = languages.load(language.partition("-")[0])
    except LanguageError:
        return ()
    entries = load_entries(pack.resources / "lexicon" / "notices.toml", NoticeEntry)
    return tuple(sorted({form for e in entries if e.kind == kind for form in e.forms}))


def withdrawal(text: str, language: str) -> Span | None:
    """Return where a text says that it is withdrawn; None where it does not."""
    return _first(text, language, "withdrawn")


def correction(item: Extraction) -> bool:
    """Whether an article says that something in it was corrected."""
    marks = {m.class_ for a in item.assertions for c in a.commitments for m in c.markers}
    told = MarkerClass.CORRECTION in marks or any(a.label is Label.RETRACTED for a in item.assertions)
    return told or _first(item.article.text, item.article.language, "corrected") is not None


def notices(item: Extraction) -> str | None:
    """Return the assertion by which an article withdraws its page; None where it does not, or none can be cited."""
    at = withdrawal(item.article.text, item.article.language)
    if at is None:
        return None
    near = [a for a in item.assertions if a.sentence.start < at.end and at.start < a.sentence.end]
    return min(near or item.assertions, key=lambda a: (a.span, a.id)).id if item.assertions else None


def _first(text: str, language: str, kind: str) -> Span | None:
    plain = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if len(plain) != len(text):  # a letter that grows when it is made small: offsets would not hold
        return None
    found = [(at, len(form)) for form in _forms(language, kind) if (at := plain.find(form)) >= 0]
    return Span(min(found)[0], sum(min(found))) if found else None
