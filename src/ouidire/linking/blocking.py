"""Which pairs are worth comparing: a symmetric, order-free choice that decides nothing.

Two assertions are candidates where they share a block (family, and a place or an actor) and their
articles lie within the reach of one story, or where one article holds both. Nothing is capped and
nothing is counted over the corpus, so adding an article never takes a pair away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from itertools import combinations

from ouidire.linking.classes import widest
from ouidire.linking.events import block_family, is_speech
from ouidire.linking.located import Located
from ouidire.linking.names import STEM, fold, names_in
from ouidire.linking.referents import line_of
from ouidire.linking.roles import called
from ouidire.linking.times import FAR
from ouidire.linking.wording import said
from ouidire.linking.words import head_class

__all__ = ["blocks", "candidates"]

Pair = tuple[str, str]


def candidates(
    located: Sequence[Located],
    fresh: Container[str] | None = None,
    inside: Container[str] = frozenset(),
) -> tuple[tuple[Located, Located], ...]:
    """Return the pairs to compare, each once, the smaller id first, sorted.

    Args:
        fresh: Ids of articles; only pairs with a side in one of them …
        inside: … and pairs inside these other articles.

    """
    by_id = {item.id: item for item in located}
    held: dict[tuple[str, ...], list[Located]] = defaultdict(list)
    for item in located:
        for key in _keys(item):
            held[key].append(item)
    pairs: set[Pair] = set()
    for block in held.values():
        pairs.update(
            p for p in _near(block) if fresh is None or _is_wanted(by_id[p[0]], by_id[p[1]], fresh, inside)
        )
    return tuple((by_id[a], by_id[b]) for a, b in sorted(pairs))


def _is_wanted(a: Located, b: Located, fresh: Container[str], inside: Container[str]) -> bool:
    one, other = a.article.id, b.article.id
    return one in fresh or other in fresh or (one == other and one in inside)


def blocks(located: Iterable[Located]) -> frozenset[tuple[str, ...]]:
    """Return the keys under which the assertions of an article meet those of others."""
    return frozenset(key for item in located for key in _keys(item) if key[0] != "article")


def _keys(item: Located) -> Iterable[tuple[str, ...]]:
    family = block_family(item)
    yield "article", item.article.id, family
    if words := said(item):
        yield "said", item.language, " ".join(words)
    for anchor in sorted(_anchors(item)):
        yield "anchor", family, anchor
        if counted := _counted(item):
            yield "gap", counted, anchor


def _counted(item: Located) -> str | None:
    """The class of what is counted: a gap and the number that fills it stand in different families."""
    quantity = item.assertion.proposition.quantity
    if quantity is None or quantity.of is None:
        return None
    return widest(head_class(quantity.of, item.language))


def _anchors(item: Located) -> set[str]:
    """Places and actors, with what contains them; names no table knows by their written form."""
    found: set[str] = set()
    proposition = item.assertion.proposition
    spans = [(r.referent, r.span) for r in proposition.roles]
    found.update(f"name:{word[:STEM]}" for r in proposition.roles for word in called((item, r)))
    if proposition.place is not None:
        spans.append((proposition.place.referent, proposition.place.span))
    for referent, span in spans:
        if referent is None:
            found.update(f"name:{word[:STEM]}" for word in names_in(item.words(span)))
        else:
            found.update(line_of(referent))
            if referent.startswith("place:"):
                found.update(f"set:{word[:STEM]}" for word in referent.removeprefix("place:").split("-"))
            found.update(item.world.principals(referent))
    for other in item.contents if is_speech(item) else ():
        found.update(_anchors(other))
    if proposition.place is None:
        found.update(f"set:{word[:STEM]}" for place in item.setting.places for word in place.split())
        found.update(f"set:{name}" for name in item.setting.names)
        found.update(
            f"set:{word[:STEM]}"
            for names in item.setting.called.values()
            for word in names
            if len(word) >= STEM
        )
    return found or {f"word:{fold(proposition.predicate)}"}


def _near(block: Sequence[Located]) -> Iterable[Pair]:
    """Pairs of a block within reach; undated articles are within reach of all."""
    dated = sorted(
        ((i.published, i.id) for i in block if i.published is not None), key=lambda p: (p[0], p[1])
    )
    undated = sorted(i.id for i in block if i.published is None)
    start = 0
    for n, (day, one) in enumerate(dated):
        while day - dated[start][0] > FAR:
            start += 1
        for _, other in dated[start:n]:
            yield _pair(one, other)
        for other in undated:
            yield _pair(one, other)
    for one, other in combinations(undated, 2):
        yield _pair(one, other)


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
