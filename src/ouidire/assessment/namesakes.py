"""Short names of one speaker: *Velk* for Aron Velk, *the ministry* for the defence ministry.

Inside an article a short name that fits exactly one longer one is that one. Across the articles of
one storyline a surname is the full name only where both are given the same office; otherwise it
stays apart, but is not surely somebody else, so that it does not raise the lower count of origins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ouidire.assessment.nodes import Node
from ouidire.assessment.tellings import Telling
from ouidire.gazetteer.names import fold
from ouidire.model import Link, Relation

__all__ = ["joined"]

_WORD = re.compile(r"\w+")
# Shorter words are articles and prepositions, unless written as names (*Ada*).
_SHORTEST = 4
_APART = frozenset({Relation.RELATED, Relation.UNRELATED})

Keys = dict[tuple[str, str], Node]


@dataclass(frozen=True, slots=True)
class _Named:
    """A speaker as one article names it.

    Attributes:
        words: Folded words of the name, in order.
        office: Folded words that stand beside the name.

    """

    node: Node
    words: tuple[str, ...]
    office: frozenset[str]


def joined(told: Mapping[str, Telling], links: Sequence[Link]) -> dict[str, Telling]:
    """Return the tellings with short names replaced by the full ones they surely stand for."""
    named = {article: _named(found) for article, found in _by_article(told.values()).items()}
    known: Keys = {}
    for article, people in named.items():
        known.update(
            {(article, n.node.key): full for n in people if (full := _inside(n, people)) is not None}
        )
    for story in _storylines(told, links):
        known.update(_across(story, named, known))
    return {key: _renamed(telling, known) for key, telling in told.items()}


def _by_article(told: Iterable[Telling]) -> dict[str, list[Telling]]:
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        found[telling.article.id].append(telling)
    return {key: found[key] for key in sorted(found)}


def _named(told: Iterable[Telling]) -> list[_Named]:
    """The identifiable speakers of an article, each once, with every office they are given."""
    nodes: dict[str, Node] = {}
    said: dict[str, set[str]] = defaultdict(set)
    for telling in told:
        attribution = telling.assertion.attribution
        spans = [
            s for hop in (attribution.chain if attribution is not None else ()) for s in hop.source.spans
        ]
        for node in telling.chain:
            if node.known and not node.outlet:
                nodes.setdefault(node.key, node)
                around = (w for s in spans for w in _words(s.of(telling.article.text)))
                said[node.key].update(around)
    return [
        _Named(n, _words(n.name), frozenset(said[k] - set(_words(n.name)))) for k, n in sorted(nodes.items())
    ]


def _words(text: str) -> tuple[str, ...]:
    found = _WORD.findall(text)
    return tuple(fold(w) for w in found if len(w) >= _SHORTEST or (w[0].isupper() and len(w) > 1)) or tuple(
        fold(w) for w in found[-1:]
    )


def _is_resolved(node: Node) -> bool:
    return node.referent is not None and not node.referent.startswith("ref:")


def _inside(short: _Named, people: Iterable[_Named]) -> Node | None:
    """The one longer name of the article that a short one fits; None where none or several do."""
    if _is_resolved(short.node):
        return None
    found = {
        p.node.key: p.node for p in people if p.node.key != short.node.key and _fits(short.words, p.words)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    ends = bool(short) and bool(full) and (short[-1] == full[-1] or short[0] == full[0])
    return ends and set(short) < set(full)


def _storylines(told: Mapping[str, Telling], links: Iterable[Link]) -> list[list[str]]:
    """Articles that tell of one course of events, by what their assertions have to do with each other."""
    group: dict[str, str] = {t.article.id: t.article.id for t in told.values()}

    def root(key: str) -> str:
        while group[key] != key:
            key = group[key]
        return key

    for link in links:
        if link.relation not in _APART and link.left in told and link.right in told:
            a, b = sorted((root(told[link.left].article.id), root(told[link.right].article.id)))
            group[b] = a
    out: dict[str, list[str]] = defaultdict(list)
    for key in sorted(group):
        out[root(key)].append(key)
    return [out[key] for key in sorted(out)]


def _across(story: Sequence[str], named: Mapping[str, Sequence[_Named]], known: Keys) -> Keys:
    """Surnames of one storyline that its other articles give in full."""
    out: Keys = {}
    full = [p for article in story for p in named[article] if len(p.words) > 1]
    for article in story:
        for one in named[article]:
            if len(one.words) != 1 or _is_resolved(one.node) or (article, one.node.key) in known:
                continue
            fits = {p.node.key: p for p in full if p.words[-1] == one.words[-1]}
            if not fits:
                continue
            office = {k for k, p in fits.items() if p.office & one.office}
            sure = len(fits) == 1 and office
            node = fits[min(office)].node if sure else replace(one.node, sure=False)
            out[article, one.node.key] = node
    return out


def _renamed(telling: Telling, known: Keys) -> Telling:
    chain = tuple(known.get((telling.article.id, node.key), node) for node in telling.chain)
    return telling if chain == telling.chain else replace(telling, chain=chain)
