"""Which articles are versions of one page, and which of their tellings count.

A page is known by its URL, else by its outlet and the file it was read from. Of two versions the later
published is the newer; where dates do not tell, neither is, and nothing is said of what became of
which. An older version never counts beside a newer one that tells the same; what the newer one
tells no more is shown as removed, and that is no retraction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from ouidire.assessment.revision.notices import notices
from ouidire.assessment.tellings import Telling
from ouidire.model import Article, Extraction, VersionState

__all__ = ["current", "in_versions", "page_of", "pages", "version_state", "versions_of"]

_HTTP = frozenset({"http", "https"})


def page_of(article: Article) -> str | None:
    """Return what names the page an article is a version of; None for one that has no lasting place."""
    if article.url:
        parts = urlsplit(article.url)
        if parts.scheme in _HTTP:
            host = parts.netloc.lower().removeprefix("www.")
            query = f"?{parts.query}" if parts.query else ""
            return f"{host}{parts.path.rstrip('/')}{query}"
        return article.url
    is_file = "/" in article.ref or "." in article.ref
    return (
        f"{article.outlet}\0{article.ref}" if article.outlet and is_file and "#" not in article.ref else None
    )


def pages(items: Iterable[Extraction]) -> dict[str, tuple[Extraction, ...]]:
    """Return the pages of which there are several versions: oldest first, undated ones last, then by id."""
    found: dict[str, dict[str, Extraction]] = defaultdict(dict)
    for item in items:
        if (page := page_of(item.article)) is not None:
            found[page][item.article.id] = item
    return {
        page: tuple(sorted(held.values(), key=lambda x: (_day(x.article) or "~", x.article.id)))
        for page, held in sorted(found.items())
        if len(held) > 1
    }


def versions_of(items: Sequence[Extraction]) -> dict[str, tuple[Extraction, ...]]:
    """Return, by article, the newer versions of its page."""
    out: dict[str, tuple[Extraction, ...]] = {}
    for held in pages(items).values():
        for item in held:
            day = _day(item.article)
            newer = tuple(x for x in held if day and _day(x.article) > day)
            if newer:
                out[item.article.id] = newer
    return out


def _day(article: Article) -> str:
    """The moment of publication, ISO; empty where it is not known."""
    return article.published_at.isoformat() if article.published_at is not None else ""


def in_versions(told: Mapping[str, Telling], items: Sequence[Extraction]) -> dict[str, Telling]:
    """Return the tellings with the newer versions of their pages, and the notice that withdraws them.

    A notice counts from the first newer version that bears it, and only where something is found in
    that version which can be cited.
    """
    newer = versions_of(items)
    out = dict(told)
    for key, telling in told.items():
        later = newer.get(telling.article.id, ())
        if later:
            notice = next((told[i] for x in later if (i := notices(x)) is not None and i in told), None)
            ids = tuple(x.article.id for x in later)
            out[key] = replace(telling, newer=ids, withdrawn_by=notice)
    return out


def current(told: Sequence[Telling]) -> list[Telling]:
    """Return the tellings that count: none whose page has a newer version among them."""
    here = {t.article.id for t in told}
    return [t for t in told if not here & set(t.newer)]


def version_state(telling: Telling, told: Sequence[Telling]) -> VersionState:
    """Return what became of a telling in the newer versions of its page.

    Args:
        told: All tellings of its claim.

    """
    if not telling.newer:
        return VersionState.CURRENT
    if any(t.article.id in telling.newer for t in told):
        return VersionState.REPLACED
    return VersionState.WITHDRAWN if telling.withdrawn_by is not None else VersionState.REMOVED
