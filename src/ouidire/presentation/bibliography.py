"""Articles as references: CSL-JSON (Citation Style Language 1.0.2) and BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ouidire.model import Article, Claim, Extraction

__all__ = ["bibtex", "csl"]

_QUOTES = 50
"""Quotes of one article that a reference carries."""

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}


def csl(
    items: Sequence[Extraction], claims: Iterable[Claim], captured: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return one CSL-JSON item for each article, with the quotes of `claims` that stand in it.

    Args:
        captured: ISO time of capture by the id of an article.

    """
    quotes = _quotes(claims)
    return [
        _item(item.article, quotes.get(item.article.id, []), captured.get(item.article.id, ""))
        for item in items
    ]


def bibtex(items: Sequence[Extraction], claims: Iterable[Claim], captured: Mapping[str, str]) -> str:
    """Return one BibTeX entry for each article; fields and values as for `csl`."""
    return "\n".join(_entry(one) for one in csl(items, claims, captured))


def _quotes(claims: Iterable[Claim]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim in claims:
        for one in claim.assertions:
            quotes = found.setdefault(one.article, [])
            if one.quote not in quotes and len(quotes) < _QUOTES:
                quotes.append(one.quote)
    return found


def _item(article: Article, quotes: Sequence[str], captured: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title or article.ref,
        "language": article.language,
    }
    if article.outlet:
        made["container-title"] = article.outlet
    if article.author:
        made["author"] = [{"literal": article.author}]
    if article.url:
        made["URL"] = article.url
    if article.published_at:
        made["issued"] = _days(article.published_at.date().isoformat())
    if captured:
        made["accessed"] = _days(captured[:10])
    if quotes:
        made["annote"] = "\n".join(f"« {quote} »" for quote in quotes)
    made["archive_location"] = article.id
    return made


def _days(iso: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in iso.split("-")]]}


def _entry(one: Mapping[str, Any]) -> str:
    fields = {
        "title": one["title"],
        "author": ", ".join(name["literal"] for name in one.get("author", ())),
        "journal": one.get("container-title", ""),
        "date": _iso(one.get("issued")),
        "url": one.get("URL", ""),
        "urldate": _iso(one.get("accessed")),
        "langid": one["language"],
        "annote": one.get("annote", ""),
        "note": one["archive_location"],
    }
    lines = [f"  {name} = {{{_tex(value, url=name == 'url')}}}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{_key(one)},", *lines, "}", ""])


def _key(one: Mapping[str, Any]) -> str:
    """Return the key of an entry: outlet, day and the beginning of the id, which alone tells it from others."""
    outlet = _UNSAFE.sub("", one.get("container-title", "")) or "article"
    return (
        f"{outlet}-{_iso(one.get('issued')) or 'undated'}-{_UNSAFE.sub('', one['id'].partition(':')[2])[:8]}"
    )


def _iso(days: Mapping[str, Sequence[Sequence[int]]] | None) -> str:
    return "-".join(f"{part:02}" for part in days["date-parts"][0]) if days else ""


def _tex(value: str, *, url: bool) -> str:
    """Return a value without what BibTeX would act on; of an address only what would break its braces."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in value).split())
    if url:
        return plain.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
    return "".join(_TEX.get(char, char) for char in plain)
