"""What a page says of itself: schema.org JSON-LD, then OpenGraph, then plain meta and link tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import orjson

from ouidire.reading.html.blocks import flat, key

__all__ = ["Metadata", "find"]

_ARTICLE = ("Article", "Report", "Posting", "Analysis", "Review")  # endings of schema.org's article types
_SCRIPT_CHARS = 2_000_000
_NODES = 5_000
_FIELD_CHARS = 2_000
_LD_TYPE = "application/ld+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Each field as the page states it, or None.

    Attributes:
        descriptions: Standfirsts and summaries, longest first; not part of the text by themselves.
        body: The whole text, where the page repeats it for machines; paragraphs run together.

    """

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    descriptions: tuple[str, ...] = ()
    body: str | None = None


def find(root: Any, base_url: str | None = None) -> Metadata:
    """Read a page's metadata."""
    linked = _linked_data(root)
    meta = _meta_tags(root)
    graph = _article_node(linked)
    url = _address(root, graph, meta, base_url)
    descriptions = {
        flat(text)
        for text in (
            _text(graph.get("description")),
            _text(graph.get("abstract")),
            _text(graph.get("alternativeHeadline")),
            meta.get("og:description"),
            meta.get("description"),
            meta.get("twitter:description"),
        )
        if text
    }
    outlet = _name(graph.get("publisher"), linked) or meta.get("og:site_name") or meta.get("application-name")
    body = graph.get("articleBody")
    return Metadata(
        title=_without_outlet(_title(root, graph, meta), outlet),
        outlet=outlet,
        author=_name(graph.get("author"), linked)
        or meta.get("author")
        or _person(meta.get("article:author")),
        published=_text(graph.get("datePublished"))
        or meta.get("article:published_time")
        or _date_tag(root, meta),
        url=url,
        language=_language(root, graph, meta),
        descriptions=tuple(sorted(descriptions, key=lambda text: (-len(text), text))),
        body=body if isinstance(body, str) and body.strip() else None,
    )


def _linked_data(root: Any) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != _LD_TYPE:
            continue
        source = (script.text or "").strip()
        if not source or len(source) > _SCRIPT_CHARS:
            continue
        try:
            data = orjson.loads(source)
        except orjson.JSONDecodeError:
            try:  # raw line breaks inside strings are the usual fault
                data = orjson.loads(" ".join(source.split()))
            except orjson.JSONDecodeError:
                continue
        nodes.extend(_objects(data))
    return nodes[:_NODES]


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    stack, count = [data], 0
    while stack and count < _NODES:
        item = stack.pop()
        count += 1
        if isinstance(item, dict):
            yield item
            stack.extend(reversed([v for v in item.values() if isinstance(v, dict | list)]))
        elif isinstance(item, list):
            stack.extend(reversed([v for v in item if isinstance(v, dict | list)]))


def _article_node(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the node of the page's article: the first of an article type with a headline or a date."""
    for node in nodes:
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.endswith(_ARTICLE) for kind in kinds) and (
            node.get("headline") or node.get("datePublished")
        ):
            return node
    return {}


def _meta_tags(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = flat(tag.get("content") or "")[:_FIELD_CHARS]
        if name and content:
            found.setdefault(name, content)
    return found


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return flat(value)[:_FIELD_CHARS] or None if isinstance(value, str) else None


def _name(value: Any, nodes: list[dict[str, Any]]) -> str | None:
    """Return the names of persons or organisations, references followed, joined by commas."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        found: Any = item
        if isinstance(item, dict):
            if "name" not in item and "@id" in item:
                item = next((n for n in nodes if n.get("@id") == item["@id"] and "name" in n), item)  # noqa: PLW2901
            found = item.get("name")
        text = _person(_text(found))
        if text and text not in names:
            names.append(text)
    return ", ".join(names)[:_FIELD_CHARS] or None


def _person(text: str | None) -> str | None:
    """Return a name, but not the profile address some sites give for one."""
    return None if not text or "://" in text else text


def _title(root: Any, graph: dict[str, Any], meta: dict[str, str]) -> str | None:
    """Return the headline a reader sees, where the page has one that its metadata bear out."""
    stated = [t for t in (_text(graph.get("headline")), meta.get("og:title"), meta.get("twitter:title")) if t]
    page = next((flat("".join(t.itertext())) for t in root.iter("title")), "")
    seen = [text for h in root.iter("h1") if (text := flat("".join(h.itertext())))]
    for text in seen:
        if any(_same_title(text, other) for other in (*stated, page) if other):
            return text
    if stated:
        return stated[0]
    return seen[0] if len(seen) == 1 else page or None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Cut the outlet's name off a title that ends with it (*Storm shuts Velmont | The Skerry Post*)."""
    if not title or not outlet:
        return title
    for mark in (" | ", " - ", " \u2013 ", " \u2014 ", " : ", " \u00b7 "):
        head, found, tail = title.rpartition(mark)
        if found and head and key(tail) == key(outlet):
            return head.strip()
    return title


def _same_title(seen: str, stated: str) -> bool:
    a, b = key(seen), key(stated)
    return bool(a and b) and (a in b or b in a)


def _address(root: Any, graph: dict[str, Any], meta: dict[str, str], base: str | None) -> str | None:
    links = [
        link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    main = graph.get("mainEntityOfPage")
    main = main.get("@id") if isinstance(main, dict) else main
    for candidate in (*links, meta.get("og:url"), _text(graph.get("url")), _text(main)):
        if candidate and (url := _absolute(candidate, base)):
            return url
    return None


def _absolute(url: str, base: str | None) -> str | None:
    try:
        full = urljoin(base or "", url.strip())
        parts = urlsplit(full)
    except ValueError:
        return None
    return full if parts.scheme in ("http", "https") and parts.netloc and len(full) < _FIELD_CHARS else None


def _language(root: Any, graph: dict[str, Any], meta: dict[str, str]) -> str | None:
    stated = _text(graph.get("inLanguage"))
    html = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    found = stated or html or meta.get("og:locale") or meta.get("content-language") or meta.get("language")
    return found.strip()[:20] if found and found.strip()[:2].isalpha() else None


def _date_tag(root: Any, meta: dict[str, str]) -> str | None:
    for name in (
        "datepublished",
        "date",
        "dc.date",
        "dcterms.created",
        "dc.date.issued",
        "parsely-pub-date",
        "pubdate",
    ):
        if name in meta:
            return meta[name]
    times = [t for t in root.iter("time") if t.get("datetime")]
    for time in times:
        if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None:
            return str(time.get("datetime"))
    return None
