"""Translated reuse: the same rare details in the same order, sentence by sentence.

Numbers, names, dates and kinds of event pass from one language to another unchanged, and so do the
beginnings of long words that languages share (*government*, *gouvernement*; cognates, as in
Simard, Foster and Isabelle 1992). Two articles whose sentences carry the same ones in the same order
are one text; two reporters who tell of one event share details, but not their order over most of
an article.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Container, Sequence

from ouidire.linking.names import STEM, fold
from ouidire.linking.referents import is_written
from ouidire.linking.reuse.nearness import near_pairs
from ouidire.linking.reuse.path import in_path
from ouidire.linking.reuse.sentences import Sentence, sentences
from ouidire.linking.reuse.verbatim import Reuse
from ouidire.model import AlignedPair, CopyKind, Extraction

__all__ = ["SHARED", "Details", "details", "details_of", "filled", "in_order", "translated"]

# Sentences that must align in order, at least; or most of the shorter article.
ENOUGH = 5
MOST = 0.5
FEWEST = 3
# Details of which two articles share fewer than this are not compared.
SHARED = 2
# Two sentences match where they share at least this much of their details' weight.
ALIKE = 0.4
# … at least this much where they share a single detail …
ALONE = 0.6
# … and this much where that is a name or a number which stands in no other sentence of either.
RARE = 0.3
# Cognates that stand in no other sentence tell as much where there are so many …
COGNATES = 2
# … and so large a share of the shorter side's long words.
COMMON = 0.15

# A translation is no longer than this many times its original.
LONGER = 2.0

_NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,6})?")
_LONG = re.compile(r"\b[^\W\d_]{7,40}\b")
_NAME = re.compile(r"(?<=[\s'’(«“\"-])[^\W\d_]{3,40}")

Details = frozenset[str]

_COGNATE = "c:"
# Cognates and kinds of event stand in any two articles.
_COMMON = ("c:", "e:")
_ANCHORS = ("w:", "n:")


def translated(items: Sequence[Extraction], fresh: Container[str] | None = None) -> tuple[Reuse, ...]:
    """Return the pairs of articles in two languages that are one text; see `near_pairs`."""
    split = [sentences(item) for item in items]
    told = [[details_of(item, s) for s in parts] for item, parts in zip(items, split, strict=True)]
    keys = [details(item) for item in items]
    out: list[Reuse] = []
    for a, b in near_pairs(items, keys, least=SHARED, fresh=fresh):
        if items[a].article.language == items[b].article.language:
            continue
        pairs = in_order(told[a], told[b])
        if _enough(pairs, told[a], told[b]):
            pairs = filled(pairs, split[a], split[b])
            spans = tuple(AlignedPair(from_=split[a][i].span, to=split[b][j].span) for i, j in pairs)
            out.append(Reuse(items[a], items[b], CopyKind.TRANSLATED, spans))
    return tuple(out)


def details(item: Extraction) -> Details:
    """Return the details that tell an article from others: names, numbers, days, and who or what is known."""
    found = frozenset().union(*(details_of(item, s) for s in sentences(item)))
    return frozenset(d for d in found if not d.startswith(_COMMON))


def details_of(item: Extraction, sentence: Sentence) -> Details:
    """Return what a sentence holds that passes from one language to another unchanged."""
    text = sentence.span.of(item.article.text)
    found = {f"n:{m.replace(',', '.')}" for m in _NUMBER.findall(text)}
    found |= {f"w:{name}" for name in _names(item, sentence)}
    found |= {f"{_COGNATE}{fold(word)[:STEM]}" for word in _LONG.findall(text)}
    for one in item.assertions:
        if not sentence.span.covers(one.span):
            continue
        proposition = one.proposition
        if proposition.family != "other":
            found.add(f"e:{proposition.type}")
        if proposition.time is not None:
            found.add(f"t:{proposition.time.value}")
        if proposition.quantity is not None and proposition.quantity.n is not None:
            found.add(f"n:{proposition.quantity.n:g}")
        place = proposition.place.referent if proposition.place is not None else None
        known = {place, *(r.referent for r in proposition.roles)}
        # What no table knows goes by its name, which is counted already.
        found |= {f"r:{x}" for x in known if x is not None and not is_written(x)}
    return frozenset(found)


def _names(item: Extraction, sentence: Sentence) -> set[str]:
    """First letters of the names; days and months, which one language writes large, are times.

    A sentence's first word has a capital anyway: it counts where another one follows it, and the
    article does not also write it small.
    """
    times = [a.proposition.time.span for a in item.assertions if a.proposition.time is not None]
    span = sentence.span
    text = item.article.text
    small = set(text.split())
    return {
        fold(m.group())[:STEM]
        for m in _NAME.finditer(text, span.start, span.end)
        if m.group()[0].isupper()
        and not any(t.start <= m.start() < t.end for t in times)
        and (
            m.start() > span.start
            or (text[m.end() + 1 : m.end() + 2].isupper() and m.group().lower() not in small)
        )
    }


def in_order(a: Sequence[Details], b: Sequence[Details]) -> list[tuple[int, int]]:
    """Align in order, by the weight of shared details."""
    seen = Counter(d for side in (a, b) for details in side for d in details)
    scores = {
        (i, j): score
        for i, x in enumerate(a)
        for j, y in enumerate(b)
        if (score := _alike(x, y, seen)) >= ALIKE
    }
    return in_path(scores, len(a), len(b))


def filled(
    pairs: Sequence[tuple[int, int]], a: Sequence[Sentence], b: Sequence[Sentence]
) -> list[tuple[int, int]]:
    """Align what stands between two aligned sentences where it is as many on both sides, of like length.

    Lengths tell a translation from an insertion (Gale and Church 1993); numbers must not differ.
    """
    out = list(pairs)
    for (i, j), (k, m) in itertools.pairwise([(-1, -1), *pairs, (len(a), len(b))]):
        if k - i == m - j:
            out += [(i + n, j + n) for n in range(1, k - i) if _like_length(a[i + n], b[j + n])]
    return sorted(out)


def _like_length(a: Sentence, b: Sentence) -> bool:
    lengths = len(a.span), len(b.span)
    digits = [sorted(w for w in s.words if w is not None and w.isdigit()) for s in (a, b)]
    return max(lengths) <= LONGER * min(lengths) and digits[0] == digits[1]


def _alike(a: Details, b: Details, seen: Counter[str]) -> float:
    """Share of the details' weight that is common; a detail is worth less the oftener it occurs.

    Details that stand in one sentence of each article and no other tie those two by themselves.
    """
    left, right = (frozenset(d for d in side if not d.startswith(_COGNATE)) for side in (a, b))
    shared = left & right
    share = sum(1 / seen[d] for d in sorted(shared)) / max(
        1e-9, sum(1 / seen[d] for d in sorted(left | right))
    )
    once = [d for d in sorted(a & b) if seen[d] == 2]
    anchors = sum(d.startswith(_ANCHORS) for d in once)
    cognates = sum(d.startswith(_COGNATE) for d in once)
    long = min(len(a) - len(left), len(b) - len(right))
    tied = (
        (anchors > 0 and (anchors + cognates > 1 or (share >= RARE and len(shared) == 1)))
        or (cognates >= COGNATES and cognates >= COMMON * long)
    )  # fmt: skip
    if len(shared) > 1 or share >= ALONE or tied:
        return max(share, ALIKE + (anchors + cognates) / 100) if tied else share
    return 0.0


def _enough(pairs: Sequence[tuple[int, int]], a: Sequence[Details], b: Sequence[Details]) -> bool:
    telling = min(sum(bool(d) for d in side) for side in (a, b))
    most = len(pairs) >= max(FEWEST, MOST * telling)
    return most or (len(pairs) >= ENOUGH and len(pairs) >= telling / 2)
