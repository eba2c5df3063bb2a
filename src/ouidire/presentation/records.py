"""What programs see: the JSON shapes of the interface, one function for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ouidire.codec import encode
from ouidire.model import Article, Claim, Comparison, Dossier, Drift, Evidence, Extraction, Issue, Link

__all__ = ["article", "claim", "comparison", "dossier", "drift", "evidence", "extraction", "issue", "related"]

EXTRACTION = "ouidire.extraction/1"
DOSSIER = "ouidire.dossier/1"


def extraction(item: Extraction) -> dict[str, Any]:
    """Return the line ``ouidire extract`` prints for an article."""
    record: dict[str, Any] = {"schema": EXTRACTION, "article": article(item.article)}
    found = encode(item, item.article.text)
    del found["article"]
    for passage in found["passages"]:
        del passage["quote"]  # the text is there already, once
    for assertion in found["assertions"]:
        del assertion["sentence"]["quote"]
    record.update(found)
    return record


def claim(item: Claim, texts: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return one element of ``ouidire claims -f json``.

    Args:
        texts: Text of each article by the id of an assertion in it; gives drifts their words.

    """
    record: dict[str, Any] = encode(item)
    record["drifts"] = [drift(d, (texts or {}).get(d.to)) for d in item.drifts]
    return record


def drift(item: Drift, text: str | None = None) -> dict[str, Any]:
    """Return one drift; with the `text` of `to`'s article its words are quoted."""
    record: dict[str, Any] = encode(item, text)
    if text is None:
        del record["words"]  # spans without their text would point nowhere
    return record


def comparison(item: Comparison) -> dict[str, Any]:
    """Return two versions of a page as ``ouidire versions -f json`` prints them."""
    record: dict[str, Any] = encode(item)
    for change, made in zip(record["revisions"], item.revisions, strict=True):
        change["drifts"] = [drift(d) for d in made.drifts]
    return record


def evidence(items: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Return what ``ouidire why -f json`` prints."""
    return [encode(item) for item in items]


def issue(item: Issue) -> dict[str, Any]:
    """Return one issue."""
    record: dict[str, Any] = encode(item)
    return record


def related(link: Link, id_: str | None = None) -> dict[str, Any]:
    """Return what ``ouidire relate`` prints for one pair; `id_` as the batch gave it."""
    record: dict[str, Any] = {} if id_ is None else {"id": id_}
    return record | {"relation": link.relation.value, "rows": list(link.rows), "why": link.why}


def dossier(item: Dossier) -> dict[str, Any]:
    """Return a dossier with everything it rests on."""
    texts = {one.id: x.article.text for x in item.extractions for one in x.assertions}
    return {
        "schema": DOSSIER,
        "title": item.title,
        "as_of": item.as_of,
        "world": item.world,
        "claims": [claim(c, texts) for c in item.claims],
        "links": [encode(x) for x in item.links],
        "articles": [extraction(x) for x in item.extractions],
        "issues": [encode(x) for x in item.issues],
    }


def article(item: Article) -> dict[str, Any]:
    """Return one article with its text, as it stands in an extraction."""
    record: dict[str, Any] = encode(item)
    record["title"] = item.title or None
    return record
