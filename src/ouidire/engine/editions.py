"""What changed between the versions of a page that a ledger holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ouidire import linking
from ouidire.assessment.revision import notices, page_of, pages, revised
from ouidire.assessment.revision.notices import correction
from ouidire.engine.naming import articles_called
from ouidire.errors import UnknownId
from ouidire.gazetteer import World
from ouidire.model import Article, Comparison, Extraction, Version
from ouidire.storage import Store

__all__ = ["comparisons"]

_LAST = "~"
"""Sorts after every ISO time."""


def comparisons(
    store: Store, items: Sequence[Extraction], world: World, name: str | None = None
) -> tuple[Comparison, ...]:
    """Return each two neighbouring versions, by page and then oldest first, with what changed.

    Args:
        items: What was found in the articles that count.
        name: Of one article or page (id, path, URL, title); all where it is None.

    Raises:
        UnknownId: No article is called so.

    """
    wanted = None if name is None else _pages_called(store, items, name)
    captured = _captured(store)
    out: list[Comparison] = []
    for page, held in pages(items).items():
        if wanted is None or page in wanted:
            ordered = sorted(held, key=lambda x: _moment(x.article, captured))
            out += _compared(page, ordered, captured, world)
    return tuple(out)


def _pages_called(store: Store, items: Sequence[Extraction], name: str) -> frozenset[str]:
    try:
        ids = articles_called(store, name)
    except UnknownId:
        found = _by_url(items, name)
        if not found:
            raise
        return found
    return frozenset(p for x in items if x.article.id in ids and (p := page_of(x.article)) is not None)


def _by_url(items: Sequence[Extraction], name: str) -> frozenset[str]:
    """The page at a URL that differs from the stored one in what does not matter (scheme, fragment)."""
    plain = page_of(Article(id="", ref="", language="", text="", url=name))
    return frozenset(p for x in items if (p := page_of(x.article)) is not None and p == plain)


def _captured(store: Store) -> dict[str, str]:
    """When each article was first read, ISO."""
    found: dict[str, str] = {}
    for document in store.documents():
        if document.article is not None and document.captured_at is not None:
            at = found.get(document.article.id, document.captured_at)
            found[document.article.id] = min(at, document.captured_at)
    return found


def _moment(article: Article, captured: dict[str, str]) -> tuple[str, str, str]:
    return _published(article) or _LAST, captured.get(article.id, _LAST), article.id


def _published(article: Article) -> str | None:
    return article.published_at.isoformat() if article.published_at is not None else None


def _compared(
    page: str, ordered: Sequence[Extraction], captured: dict[str, str], world: World
) -> Iterator[Comparison]:
    for before, after in pairwise(ordered):
        days = _published(before.article), _published(after.article)
        links = linking.link([before, after], world)
        yield Comparison(
            page=page.replace("\0", ": "),
            before=_version(before, captured),
            after=_version(after, captured),
            ordered_by="published" if None not in days and days[0] != days[1] else "captured",
            revisions=revised(before, after, links),
        )


def _version(item: Extraction, captured: dict[str, str]) -> Version:
    article = item.article
    return Version(
        article=article.id,
        ref=article.ref,
        title=article.title,
        published_at=_published(article),
        captured_at=captured.get(article.id),
        withdrawn=notices(item) is not None,
        corrected=correction(item),
    )
