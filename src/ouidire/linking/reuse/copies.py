"""From shared text to copies: who took from whom, and whether the text says so."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ouidire.linking.names import fold
from ouidire.linking.reuse.translated import translated
from ouidire.linking.reuse.verbatim import Reuse, verbatim
from ouidire.model import AlignedPair, Article, Copy, Extraction

__all__ = ["copies"]

# Credits stand in the first and last lines ("avec AFP"); names elsewhere are no credit.
EDGE = 120


def copies(items: Sequence[Extraction], fresh: Container[str] | None = None) -> tuple[Copy, ...]:
    """Return which article took text from which, sorted.

    The earlier published is the original. Where dates do not tell, `ordered` is False and the ids
    stand in their own order. Two versions of one page, or two articles of one outlet, are no copies,
    nor are articles further apart than the reach of a story.

    Args:
        fresh: Ids of articles; only copies from or to one of them.

    """
    unique = {item.article.id: item for item in items}
    ordered = [unique[key] for key in sorted(unique)]
    found = [*verbatim(ordered, fresh), *translated(ordered, fresh)]
    made = (_copy(reuse) for reuse in found if not _same_house(reuse.left.article, reuse.right.article))
    return tuple(sorted(made, key=lambda c: (c.from_, c.to, c.kind)))


def _same_house(a: Article, b: Article) -> bool:
    one_page = a.url is not None and a.url == b.url
    return one_page or (a.outlet is not None and a.outlet == b.outlet)


def _copy(reuse: Reuse) -> Copy:
    first, second, pairs = reuse.left, reuse.right, reuse.pairs
    a, b = first.article.published_at, second.article.published_at
    ordered = a is not None and b is not None and a != b
    if a is not None and b is not None and b < a:
        first, second = second, first
        pairs = tuple(AlignedPair(from_=p.to, to=p.from_) for p in pairs)
    return Copy(
        from_=first.article.id,
        to=second.article.id,
        declared=_declared(first.article, second),
        kind=reuse.kind,
        evidence=tuple(sorted(pairs, key=lambda p: (p.to, p.from_))),
        ordered=ordered,
    )


def _declared(original: Article, taker: Extraction) -> bool:
    """Whether a byline, a credit or a chain of the taker names the original's outlet."""
    if not original.outlet:
        return False
    name = f" {_plain(original.outlet)} "
    text = taker.article.text
    edges = [text[:EDGE], text[-EDGE:], taker.article.author or ""]
    named = [
        hop.source.name or " ".join(text[s.start : s.end] for s in hop.source.spans)
        for one in taker.assertions
        if one.attribution is not None
        for hop in one.attribution.chain
    ]
    return any(name in f" {_plain(words)} " for words in (*edges, *named))


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
