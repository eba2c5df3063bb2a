"""Where the wording of a claim changes on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ouidire.errors import UnknownId
from ouidire.model import Claim, Drift, Extraction

__all__ = ["Differing", "differing"]

_SHORTEST = 6
"""Digits of an article's id that are enough to name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A drift with the words on both sides.

    Attributes:
        before: Words of `Drift.from_`; `after` those of `Drift.to`.
        extraction: What `Drift.to` and `Drift.words` stand in.

    """

    drift: Drift
    before: str
    after: str
    extraction: Extraction


def differing(
    items: Sequence[Extraction],
    claims: Sequence[Claim],
    article: str | None = None,
    *,
    more: Iterable[Drift] = (),
) -> tuple[Differing, ...]:
    """Return the drifts inside `items` and across them, each once.

    Args:
        more: Drifts from elsewhere: between versions of a page.
        article: Only those to this article: its id or the beginning of it, ref, URL or title.

    Raises:
        UnknownId: No article is called so.

    """
    wanted = {item.article.id for item in items if article is None or _called(item, article)}
    if article is not None and not wanted:
        raise UnknownId(f"no article is called so @ {article}; give its id, path or URL")
    where = {one.id: (one, item) for item in items for one in item.assertions}
    found = [d for item in items for d in item.drifts] + [d for claim in claims for d in claim.drifts]
    found += more
    each = {(d.from_, d.to, d.dimension): d for d in found if d.to in where and d.from_ in where}
    out = []
    for drift in each.values():
        (one, item), (other, source) = where[drift.to], where[drift.from_]
        if item.article.id in wanted:
            before, after = other.span.of(source.article.text), one.span.of(item.article.text)
            out.append(Differing(drift=drift, before=before, after=after, extraction=item))
    return tuple(out)


def _called(item: Extraction, name: str) -> bool:
    article = item.article
    if name in {article.id, article.ref, article.url, article.title}:
        return True
    short = name.removeprefix("sha256:")
    return len(short) >= _SHORTEST and article.id.removeprefix("sha256:").startswith(short)
