"""Which language a text is in: given, declared, or identified."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ouidire import languages

__all__ = ["LanguageGuess", "decide", "is_language", "primary", "supported"]

_SAMPLE = 1_000  # code points
# Difference of log likelihoods per UTF-8 byte above which another language is taken to be right.
# Tried on single French and English sentences: the right language leads by .1 to 1.2.
_CLEAR = 0.15
_CLEAR_BYTES = 120
_UNDETERMINED = "und"


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """A decided language.

    Attributes:
        code: BCP 47 primary subtag; ``"und"`` where the text gives no hint.
        overruled: The declared tag, where the words are clearly another language's.

    """

    code: str
    overruled: str | None = None


def primary(tag: str) -> str:
    """Return the primary subtag of a BCP 47 tag or POSIX locale, lower-case (``fr_BE`` → ``fr``)."""
    return tag.strip().replace("_", "-").partition("-")[0].lower()


def is_language(tag: str) -> bool:
    """Whether a tag names a language: one with a pack, or one that CLDR has a name for."""
    from babel import Locale

    code = primary(tag)
    return code in supported() or code in Locale("en").languages


def decide(text: str, given: str | None, declared: str | None) -> LanguageGuess:
    """Decide a text's language: given, else identified, with the declared one when in doubt.

    Args:
        given: What the caller or the record says; never doubted.
        declared: What a page says of itself; a template's default is often wrong, so words that
            are clearly another language's overrule it.

    """
    if given and primary(given):
        return LanguageGuess(primary(given))
    claimed = primary(declared) if declared else ""
    sample = text[:_SAMPLE]
    ranked = _rank(sample)
    if not ranked:
        return LanguageGuess(claimed or _UNDETERMINED)
    best, lead = ranked[0]
    if not claimed:
        return LanguageGuess(_prefer_installed(ranked, len(sample.encode())))
    rival = dict(ranked).get(claimed)
    size = len(sample.encode())
    if best != claimed and rival is not None and size >= _CLEAR_BYTES and lead - rival > _CLEAR * size:
        return LanguageGuess(best, overruled=declared)
    return LanguageGuess(claimed)


def _prefer_installed(ranked: list[tuple[str, float]], size: int) -> str:
    """Take the best language, but an installed one that is not clearly worse."""
    best, lead = ranked[0]
    for code, score in ranked[:5]:
        if code in supported() and (code == best or lead - score < _CLEAR * min(size, _CLEAR_BYTES)):
            return code
    return best


def _rank(sample: str) -> list[tuple[str, float]]:
    """Rank languages by log likelihood; empty where the sample shows none."""
    ranked = _identifier().rank(sample)
    if not ranked or ranked[0][1] < -1e30 or not any(char.isalpha() for char in sample):
        return []
    return [(code, float(score)) for code, score in ranked]


@lru_cache(maxsize=1)
def supported() -> tuple[str, ...]:
    """Return the languages with an installed pack; asked once, since asking reads every distribution."""
    return languages.installed()


@lru_cache(maxsize=1)
def _identifier() -> Any:
    import py3langid

    return py3langid
