"""Who stands in a provenance graph: outlets, speakers, and sources nobody can identify."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ouidire.assessment.staff import is_own_staff
from ouidire.gazetteer import World
from ouidire.gazetteer.names import fold
from ouidire.gazetteer.outlets import known_outlet
from ouidire.model import Article, Source, SourceKind

__all__ = ["Node", "publisher", "source_node"]

_OUTLETS = frozenset({SourceKind.MEDIA_OUTLET, SourceKind.WIRE_AGENCY})
# Above this grade a source is a crowd or a shadow; a collective that a table knows is still somebody.
_IDENTIFIABLE = 2
_SPACE = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Node:
    """A holder in a provenance graph.

    Attributes:
        key: What makes two mentions one: owner, principal, or the words where nothing is known.
        known: Whether a reader can tell who it is.
        sure: Whether two such nodes are surely two; False for "a spokesman" that no table resolves.
        outlet: Whether its trade is to pass things on.
        listed: For an outlet, whether a table knows whose it is; two others may be one house.
        reviewed: For an outlet, whether a person vouches for its own reporting.

    """

    key: str
    name: str
    known: bool
    sure: bool
    outlet: bool
    referent: str | None = None
    listed: bool = True
    reviewed: bool = False


def publisher(article: Article, world: World) -> Node:
    """Return the outlet of an article; articles of one owner share a node."""
    return _joined(_publisher(article, world), world)


def source_node(source: Source, article: Article, world: World) -> Node:
    """Return the node for a source as an article names it; sources judged one origin share a node."""
    return _joined(_source_node(source, article, world), world)


def _joined(node: Node, world: World) -> Node:
    key = world.origin_of(node.referent, node.name) if node.known else None
    return node if key is None else replace(node, key=f"one:{key}", sure=True)


def _publisher(article: Article, world: World) -> Node:
    if not article.outlet:
        return Node(f"article:{article.id}", article.ref, known=False, sure=False, outlet=True, listed=False)
    return _outlet(article.outlet, world, owner=article.owner)


def _source_node(source: Source, article: Article, world: World) -> Node:
    if is_own_staff(source, article.text, article.language):
        return _publisher(article, world)
    words = " ".join(article.text[s.start : s.end] for s in source.spans)
    name = source.name or words
    if source.anonymity <= _IDENTIFIABLE and name and _is_outlet(source, name, world):
        return _outlet(name, world)
    if source.referent is not None and _identifiable(source):
        principal = world.principal_of(source.referent)
        return Node(
            f"who:{_plain(fold(principal.removeprefix('ref:')))}"
            if principal.startswith("ref:")
            else f"who:{principal}",
            name or principal,
            known=True,
            sure=True,
            outlet=False,
            referent=source.referent,
        )
    if source.anonymity <= _IDENTIFIABLE and name and not _is_pronoun(source):
        named = source.anonymity <= 1
        return Node(f"who:{_plain(fold(name))}", name, known=True, sure=named, outlet=False)
    home = _publisher(article, world)
    key = f"vague:{home.key}:{_plain(words)}"
    return Node(key, words or home.name, known=False, sure=False, outlet=False, referent=source.referent)


def _is_outlet(source: Source, name: str, world: World) -> bool:
    """Whether a source is an outlet, by its kind or since a table knows the name as one."""
    if source.kind in _OUTLETS:
        return True
    if source.kind in {SourceKind.PERSON, SourceKind.STATE} or source.referent is not None:
        return False
    return world.is_wire(name) or world.outlet(name) is not None or known_outlet(name) is not None


def _is_pronoun(source: Source) -> bool:
    """Whether a person is meant by words that no name was found for (*elle*, *sa déclaration*)."""
    return source.kind is SourceKind.PERSON and source.name is None and source.referent is None


def _identifiable(source: Source) -> bool:
    return source.anonymity <= _IDENTIFIABLE or source.kind is SourceKind.ROLE_COLLECTIVE


def _outlet(name: str, world: World, *, owner: str | None = None) -> Node:
    told, table = world.outlet(name), known_outlet(name)
    proper = table.name if table is not None else name
    house = (told.owner if told is not None else None) or owner or (table.owner if table else None) or proper
    return Node(
        f"outlet:{_plain(house)}",
        name,
        known=True,
        sure=True,
        outlet=True,
        listed=bool(told or table or owner or world.is_wire(name)),
        reviewed=told is not None and told.reviewed,
    )


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text.casefold()).strip()
