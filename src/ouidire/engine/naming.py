"""Which articles a person means: by id, reference, URL, title, or the path they were read from."""

from __future__ import annotations

import os

from ouidire.errors import UnknownId
from ouidire.storage import Store, StoredDocument

__all__ = ["article_called", "articles_called"]

_SHORTEST = 6
"""Digits of an article's id that are enough to name it."""


def articles_called(store: Store, name: str) -> frozenset[str]:
    """Return ids of the articles that `name` names; several where a file holds several or was edited.

    Args:
        name: An id or the beginning of one, a reference, URL or exact title, or a path: as it was
            given when the article was read, or any other way to write it. Of a file of JSON lines
            ``FILE#3`` is the third, ``FILE`` all of them.

    Raises:
        UnknownId: No article is called so.

    """
    found = {d.article.id for d in store.documents() if d.article and _called(d, name)}
    if not found:
        raise UnknownId(f"no article is called so @ {name}; give its id, path, URL or whole title")
    return frozenset(found)


def article_called(store: Store, name: str) -> str:
    """Return the id of the one article that `name` names.

    Raises:
        UnknownId: No article is called so, or several are.

    """
    found = sorted(articles_called(store, name))
    if len(found) > 1:
        ids = ", ".join(id_[:15] for id_ in found)
        raise UnknownId(f"{len(found)} articles are called so @ {name}; give an id: {ids}")
    return found[0]


def _called(document: StoredDocument, name: str) -> bool:
    article = document.article
    assert article is not None
    if name in {article.id, article.ref, article.url, article.title, document.place}:
        return True
    short = name.removeprefix("sha256:")
    if len(short) >= _SHORTEST and article.id.removeprefix("sha256:").startswith(short):
        return True
    place = document.place
    return _path(name) in {_path(place), _path(place.rpartition("#")[0] or place)}


def _path(words: str) -> str:
    return os.path.abspath(words) if words and "\0" not in words and "://" not in words else words  # noqa: PTH100
