"""Compare proper names that no table knows, by their written form."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import JaroWinkler

from ouidire.linking.fit import Fit

__all__ = ["STEM", "fold", "name_fit", "names_in"]

# Below this likeness two names are different; above it they may be two spellings of one
# (Koursk/Kursk .88, Kyiv/Kiev .70, Novska/Belka .58), which only a person can say.
UNLIKE = 0.70

# Letters by which a name is known in two languages (*Karvelia*, *Karvélie*).
STEM = 5

_WORD = re.compile(r"[^\W\d_]+")


def fold(text: str) -> str:
    """Lower-case, without diacritics."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def names_in(phrase: str) -> tuple[str, ...]:
    """Return the folded capitalised words of a phrase, in order."""
    return tuple(fold(w) for w in _WORD.findall(phrase) if w[0].isupper() and len(w) > 1)


def name_fit(left: tuple[str, ...], right: tuple[str, ...]) -> Fit:
    """Compare two names; spellings too alike to be called different are ``OPEN``."""
    if left == right:
        return Fit.EQUAL
    if set(left) & set(right):
        return Fit.OPEN
    alike = max(JaroWinkler.similarity(a, b) for a in left for b in right)
    return Fit.DISJOINT if alike < UNLIKE else Fit.OPEN
