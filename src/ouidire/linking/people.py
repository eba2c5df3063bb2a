"""Whether two written names of people are one: *Aron Velk*, *A. Velk* and, in one story, *Velk*.

A name in full is one with another that has its first and last words besides initials and middle
names. A surname alone is the full name of another article only where both stories are set in one
place and neither names a second bearer.
"""

from __future__ import annotations

from itertools import combinations

from ouidire.linking.setting import Setting, share_setting

__all__ = ["is_one_person"]

_PREFIX = "ref:"

Words = tuple[str, ...]


def is_one_person(left: str, right: str, settings: tuple[Setting, Setting]) -> bool:
    """Whether two identifiers made of written names are surely one person's.

    Args:
        settings: Of the two stories; they say which bearers of a surname there are.

    """
    if not (left.startswith(_PREFIX) and right.startswith(_PREFIX)):
        return False
    a, b = _words(left), _words(right)
    if not a or not b or a[-1] != b[-1]:
        return False
    if len(a) > 1 and len(b) > 1:
        return _agree(a, b)
    return share_setting(*settings) and _one_bearer(a[-1], settings)


def _words(referent: str) -> Words:
    """The words of a name without its initials."""
    return tuple(w for w in referent.removeprefix(_PREFIX).replace("-", " ").split() if len(w) > 1)


def _agree(a: Words, b: Words) -> bool:
    """Whether two names have one first and one last word; of more, one must have all of the other."""
    return a[0] == b[0] and a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a))


def _one_bearer(surname: str, settings: tuple[Setting, Setting]) -> bool:
    found = {key for setting in settings for key in setting.bearers.get(surname, ())}
    full = [words for words in map(_words, sorted(found)) if len(words) > 1]
    return all(_agree(x, y) for x, y in combinations(full, 2))
