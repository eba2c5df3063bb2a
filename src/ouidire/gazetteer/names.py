"""Names made comparable: folding, whole-word search, and when two person names are one.

Folding strips case, diacritics, hyphens and apostrophes and writes other scripts in Latin letters
(anyascii's transliteration), so that *Kim Jong-un* and *KIM JONG UN* meet. It never drops a word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

__all__ = ["Surfaces", "acronym_of", "body_id", "fold", "person_key", "same_person", "state_of"]

_TWICE = re.compile(r"(.)\1")
_BREAK = re.compile(r"[^0-9a-z]+")
_ELISION = re.compile(r"\b(?:l|d|qu)['\N{RIGHT SINGLE QUOTATION MARK}]", re.IGNORECASE)


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Return `name` in lower-case ASCII words, one space between them; empty for no word at all."""
    text = _ELISION.sub(" ", name)
    return _BREAK.sub(" ", anyascii(text).lower().replace("'", "").replace("`", "")).strip()


def same_person(a: str, b: str) -> bool:
    """Whether two full person names are one name, spelt or transliterated differently.

    Same number of words, in order; each word equal or, from five letters on, the same word by
    transliteration (*Valeri*/*Valery*, *Guerassimov*/*Gerasimov*); short words (*un*, *il*) never
    differ.
    """
    left, right = fold(a).split(), fold(b).split()
    if left == right:
        return bool(left)
    if len(left) != len(right) or len(left) < 2:
        return False
    given = all(_same_sound(x, y) for x, y in zip(left[:-1], right[:-1], strict=True))
    return given and (_same_sound(left[-1], right[-1]) or _one_letter(left[-1], right[-1]))


def person_key(name: str) -> str:
    """Return a key that spellings of one full name share in most cases, and two names never.

    Words of five letters and more by their sound in common transliterations, shorter ones as folded.
    """
    return " ".join(_sound(word) if len(word) >= 5 else word for word in fold(name).split())


def body_id(country: str, body: str) -> str:
    """Return the identifier of a state's body (*Russian Defence Ministry*): the same in every language."""
    return f"ref:{country}/{body}"


def state_of(referent: str) -> str | None:
    """Return the state (ISO alpha-3) whose body `referent` is, None where it is none."""
    code, slash, _ = referent.removeprefix("ref:").partition("/")
    return code if slash and len(code) == 3 and code.isupper() else None


def acronym_of(name: str, short: str) -> bool:
    """Whether `short` (*OSCE*) is made of the initials of `name`, small words left out or not."""
    letters = fold(short).replace(" ", "")
    words = fold(name).split()
    if not (2 <= len(letters) <= 8 and short.isupper() and len(words) > 1):
        return False
    full = "".join(w[0] for w in words)
    content = "".join(w[0] for w in words if len(w) > 3)
    return letters in {full, content}


# Groups of letters that carry one sound in common transliterations; longest first.
_SOUND = (
    ("tch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("gu", "g"), ("kh", "h"), ("ph", "f"), ("ou", "u"),
    ("ks", "x"), ("y", "i"), ("j", "i"), ("w", "v"),
)  # fmt: skip


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    for letters, one in _SOUND:
        word = word.replace(letters, one)
    return _TWICE.sub(r"\1", word)


def _same_sound(a: str, b: str) -> bool:
    if a == b:
        return True
    return min(len(a), len(b)) >= 5 and a[0] == b[0] and _sound(a) == _sound(b)


def _one_letter(a: str, b: str) -> bool:
    """Long surnames that differ by one letter before their ending (an ending can mark a woman)."""
    return min(len(a), len(b)) >= 7 and a[:2] + a[-2:] == b[:2] + b[-2:] and Levenshtein.distance(a, b) == 1


class Surfaces:
    """Surface names of referents, searched by whole words.

    Longest surface first; where one surface belongs to two referents, it belongs to none.
    """

    def __init__(self, entries: dict[str, tuple[str, ...]]) -> None:
        owners: dict[str, set[str]] = {}
        for key, surfaces in entries.items():
            for surface in (*surfaces, key):
                if folded := fold(surface):
                    owners.setdefault(folded, set()).add(key)
        self._owners = {s: min(keys) for s, keys in owners.items() if len(keys) == 1}
        self._longest = max((len(s.split()) for s in self._owners), default=0)

    def exactly(self, name: str) -> str | None:
        """Return the referent `name` is a surface of, None where there is none or several."""
        return self._owners.get(fold(name))

    def inside(self, name: str) -> str | None:
        """Return the one referent whose surface stands in `name`; None where two differ."""
        words = fold(name).split()
        found: list[str] = []
        at = 0
        while at < len(words):
            size = next(
                (
                    n
                    for n in range(min(self._longest, len(words) - at), 0, -1)
                    if " ".join(words[at : at + n]) in self._owners
                ),
                0,
            )
            if size:
                found.append(self._owners[" ".join(words[at : at + size])])
            at += size or 1
        return found[0] if len(set(found)) == 1 else None
