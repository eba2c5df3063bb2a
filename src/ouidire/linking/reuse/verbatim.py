"""Word-for-word reuse: shingles of eight words shared by two articles (Broder 1997)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from ouidire.linking.reuse.nearness import near_pairs
from ouidire.linking.reuse.sentences import Sentence, sentences
from ouidire.model import AlignedPair, CopyKind, Extraction

__all__ = ["Reuse", "shingles", "verbatim"]

SHINGLE = 8
# A sentence is taken over where shared shingles cover this share of its words.
COVERED = 0.5
# An article copies where this share of its sentences is taken over (LANGUAGE.md section 5).
TAKEN = 0.30
# … or this many of them, whatever its length.
MANY = 4
# Shorter lines are headlines and the like, which are not counted against a copy.
LINE = 5
# Sentences changed no further than this are verbatim.
VERBATIM = 0.85

Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reuse:
    """Two articles that share text; which took from which is not yet said."""

    left: Extraction
    right: Extraction
    kind: CopyKind
    pairs: tuple[AlignedPair, ...]


def verbatim(items: Sequence[Extraction], fresh: Container[str] | None = None) -> tuple[Reuse, ...]:
    """Return the pairs of articles that share sentences, in the order given; see `near_pairs`."""
    split = [sentences(item) for item in items]
    keys = [shingles(item) for item in items]
    made = (_reuse(items, split, a, b) for a, b in near_pairs(items, keys, fresh=fresh))
    return tuple(r for r in made if r is not None)


def shingles(item: Extraction) -> frozenset[Shingle]:
    """Return every eight words in a row of an article's sentences, what is quoted left out."""
    return frozenset(shingle for sentence in sentences(item) for shingle in _shingles(sentence))


def _shingles(sentence: Sentence) -> tuple[Shingle, ...]:
    words = sentence.words
    rows = (words[n : n + SHINGLE] for n in range(len(words) - SHINGLE + 1))
    return tuple(tuple(w for w in row if w is not None) for row in rows if None not in row)


def _reuse(
    items: Sequence[Extraction], split: Sequence[tuple[Sentence, ...]], a: int, b: int
) -> Reuse | None:
    where: dict[Shingle, list[int]] = defaultdict(list)
    for n, sentence in enumerate(split[a]):
        for shingle in _shingles(sentence):
            where[shingle].append(n)
    found = [(m, *_best(sentence, where)) for m, sentence in enumerate(split[b])]
    taken = [(m, n, share) for m, n, share in found if share >= COVERED]
    long_enough = min(sum(len(s.words) >= LINE for s in split[x]) for x in (a, b))
    if not taken or (len(taken) < MANY and len(taken) < TAKEN * long_enough):
        return None
    mean = sum(share for _, _, share in taken) / len(taken)
    kind = CopyKind.VERBATIM if mean >= VERBATIM else CopyKind.PARAPHRASE
    taken += _short(split[a], split[b], {m for m, _, _ in taken})
    pairs = tuple(AlignedPair(from_=split[a][n].span, to=split[b][m].span) for m, n, _ in taken)
    return Reuse(items[a], items[b], kind, pairs)


def _short(a: Sequence[Sentence], b: Sequence[Sentence], done: set[int]) -> list[tuple[int, int, float]]:
    """Sentences too short for a shingle that stand in both, word for word."""
    where = {s.words: n for n, s in reversed(list(enumerate(a))) if s.words}
    return [(m, where[s.words], 1.0) for m, s in enumerate(b) if m not in done and s.words in where]


def _best(sentence: Sentence, where: dict[Shingle, list[int]]) -> tuple[int, float]:
    """Return the other article's sentence that shares most, and the share of words covered."""
    hits: Counter[int] = Counter()
    covered: set[int] = set()
    words = sentence.words
    for n in range(len(words) - SHINGLE + 1):
        at = where.get(_plain(words[n : n + SHINGLE]), ())
        if at:
            covered.update(range(n, n + SHINGLE))
            hits.update(at)
    if not hits:
        return -1, 0.0
    best = min(hits, key=lambda n: (-hits[n], n))
    return best, len(covered) / max(1, sum(w is not None for w in words))


def _plain(row: Iterable[str | None]) -> Shingle:
    return tuple("" if w is None else w for w in row)
