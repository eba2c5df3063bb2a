"""What copied text says of the pairs in it: aligned sentences are told once, whoever prints them.

In a copy the same words are the same claim, however short, and a sentence that only reads alike
needs nothing else to pin it down. In a translated copy the one assertion of a kind in a sentence
is the one of that kind in its translation, unless numbers, scope or polarity differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from ouidire.linking.fit import Fit
from ouidire.linking.located import Located
from ouidire.linking.quantities import quantity_fit
from ouidire.linking.roles import roles_named, speaks_of_some
from ouidire.linking.wording import is_apart, spelled
from ouidire.model import AlignedPair, Copy, CopyKind, Link, Relation, Span

__all__ = ["Aligned", "aligned_pairs", "as_copied"]

_LOOSE = frozenset({Relation.RELATED, Relation.ENTAILS, Relation.ENTAILED_BY, Relation.SAME})


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two assertions in two sentences of which one was taken from the other.

    Attributes:
        alone: Whether each is the other's only match in its sentence: by kind, or by order.
        translated: Whether the sentences are in two languages.

    """

    left: Located
    right: Located
    alone: bool
    translated: bool

    @property
    def key(self) -> tuple[str, str]:
        """Ids, the smaller first."""
        return min(self.left.id, self.right.id), max(self.left.id, self.right.id)


def aligned_pairs(located: Sequence[Located], copied: Iterable[Copy]) -> Iterator[Aligned]:
    """Yield the pairs of assertions that stand in aligned sentences of a copy."""
    by_article: Mapping[str, list[Located]] = defaultdict(list)
    for item in located:
        by_article[item.article.id].append(item)
    for copy in copied:
        for pair in copy.evidence:
            yield from _in_pair(by_article[copy.from_], by_article[copy.to], pair, copy.kind)


def _in_pair(
    left: Iterable[Located], right: Iterable[Located], pair: AlignedPair, kind: CopyKind
) -> Iterator[Aligned]:
    a, b = _inside(left, pair.from_), _inside(right, pair.to)
    translated = kind is CopyKind.TRANSLATED
    name = _kind if translated else spelled
    in_order = [name(x) for x in a] == [name(x) for x in b]
    many = Counter(name(x) for x in a), Counter(name(x) for x in b)
    for (n, one), (m, other) in product(enumerate(a), enumerate(b)):
        if in_order:
            alone = n == m
        else:
            alone = name(one) == name(other) and many[0][name(one)] == many[1][name(other)] == 1
        yield Aligned(one, other, alone, translated)


def _inside(items: Iterable[Located], zone: Span) -> list[Located]:
    """The assertions of a sentence in the order of the text."""
    found = [item for item in items if zone.covers(item.assertion.span)]
    return sorted(found, key=lambda item: (item.assertion.span, _kind(item), item.id))


def _kind(item: Located) -> Hashable:
    return item.assertion.proposition.type


def as_copied(pair: Aligned, judge: Callable[[Located, Located], Link]) -> Link | None:
    """Judge a pair in aligned sentences; None where the copy adds nothing to what the table says.

    Args:
        judge: The table; of a pair in the order of its ids.

    """
    a, b = (pair.left, pair.right) if pair.left.id < pair.right.id else (pair.right, pair.left)
    made = judge(a, b)
    if not (made.relation in _LOOSE or _unknown_words(pair, made)) or is_apart(a, b):
        return None
    if pair.translated:
        same = pair.alone and _said_alike(a, b, made)
        why = "a sentence and its translation"
    else:
        same = pair.alone or (made.relation is Relation.SAME)
        why = "the same words in a copied sentence"
    return replace(made, relation=Relation.SAME, rows=(9,), why=why) if same else None


def _unknown_words(pair: Aligned, made: Link) -> bool:
    """Whether the table kept two events apart only since no lexicon names them in two languages."""
    families = {x.assertion.proposition.family for x in (pair.left, pair.right)}
    return pair.translated and made.rows == (2,) and families == {"other"}


def _said_alike(a: Located, b: Located, made: Link) -> bool:
    """Whether a translation says neither more nor less where that can be told: number, scope, time."""
    one, other = a.assertion.proposition, b.assertion.proposition
    if one.prospective != other.prospective or (made.rows and made.rows[-1] == 1):
        return False
    if one.quantity is not None and other.quantity is not None:
        if one.quantity.n != other.quantity.n or one.quantity.bound is not other.quantity.bound:
            return False
        if quantity_fit(one.quantity, other.quantity, (a.language, b.language)) is Fit.DISJOINT:
            return False
    names = {r.role for r in (*one.roles, *other.roles)}
    both = [n for n in sorted(names) if roles_named(a, n) and roles_named(b, n)]
    return all(speaks_of_some(a, n) == speaks_of_some(b, n) for n in both)
