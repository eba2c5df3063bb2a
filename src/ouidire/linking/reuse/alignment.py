"""Two articles side by side: which sentence of one stands, changed or not, in the other.

In one language sentences are matched by the words they share, first in order (Needleman and Wunsch
1970, gaps free), then those that moved; across languages as translated copies are found. Nothing is
said of who took from whom, and two articles need not be copies to be laid side by side.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ouidire.linking.reuse.path import in_path
from ouidire.linking.reuse.sentences import Sentence, sentences
from ouidire.linking.reuse.translated import details_of, filled, in_order
from ouidire.model import Extraction, Span

__all__ = ["Likeness", "Pair", "align"]

# Two sentences of one language are matched where they share this much of their words (Dice 1945) …
ALIKE = 0.5
# … and this much where they do not stand in the same order as the rest.
MOVED = 0.7
# Beyond so many sentences of an article the rest is not looked at.
MOST = 600

_WORD = re.compile(r"\w+")


class Likeness(StrEnum):
    """How a sentence stands in another article."""

    VERBATIM = "verbatim"
    REWORDED = "reworded"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of the left article and the one of the right that it is matched with.

    Attributes:
        moved: Whether it stands elsewhere than the order of the others makes expect.

    """

    left: Span
    right: Span
    how: Likeness
    moved: bool = False


def align(left: Extraction, right: Extraction) -> tuple[Pair, ...]:
    """Return the matched sentences of two articles in the order of the left; each stands in one pair at most."""
    a, b = sentences(left)[:MOST], sentences(right)[:MOST]
    if left.article.language != right.article.language:
        details = [details_of(left, s) for s in a], [details_of(right, s) for s in b]
        found = filled(in_order(*details), a, b)
        return tuple(Pair(a[i].span, b[j].span, Likeness.TRANSLATED) for i, j in found)
    ours, theirs = _words(left, a), _words(right, b)
    scores = _scores(ours, theirs)
    pairs = in_path(scores, len(a), len(b))
    moved = _rest(scores, pairs)
    made = [
        Pair(a[i].span, b[j].span, _likeness(ours[i], theirs[j]), (i, j) in moved)
        for i, j in (*pairs, *moved)
    ]
    return tuple(sorted(made, key=lambda pair: (pair.left, pair.right)))


def _words(item: Extraction, parts: Sequence[Sentence]) -> list[tuple[str, ...]]:
    text = item.article.text
    return [tuple(w.casefold() for w in _WORD.findall(text, s.span.start, s.span.end)) for s in parts]


def _likeness(a: Sequence[str], b: Sequence[str]) -> Likeness:
    return Likeness.VERBATIM if a == b else Likeness.REWORDED


def _scores(a: Sequence[Sequence[str]], b: Sequence[Sequence[str]]) -> dict[tuple[int, int], float]:
    """Return how much of their words each two sentences share, where that is enough."""
    bags = [Counter(words) for words in b]
    holders: dict[str, list[int]] = defaultdict(list)
    for j, bag in enumerate(bags):
        for word in bag:
            holders[word].append(j)
    found: dict[tuple[int, int], float] = {}
    for i, words in enumerate(a):
        bag = Counter(words)
        shared: Counter[int] = Counter()
        for word, n in bag.items():
            for j in holders.get(word, ()):
                shared[j] += min(n, bags[j][word])
        for j, n in shared.items():
            share = 2 * n / (len(words) + len(b[j]))
            if share >= ALIKE:
                found[i, j] = share
    return found


def _rest(scores: Mapping[tuple[int, int], float], pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return pairs of sentences that are left over, the most alike first, each sentence once."""
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    found = []
    for (i, j), share in sorted(scores.items(), key=lambda x: (-x[1], x[0])):
        if share >= MOVED and i not in left and j not in right:
            found.append((i, j))
            left.add(i)
            right.add(j)
    return found
