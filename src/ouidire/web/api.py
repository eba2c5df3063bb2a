"""The HTTP API: the shapes that the command line prints, under ``/api/v1``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from starlette.responses import Response, StreamingResponse

from ouidire.codec import encode
from ouidire.errors import UnknownId
from ouidire.model import Claim, Dossier
from ouidire.presentation import bibliography, exports, html, markdown, records
from ouidire.web.api_deeds import recorded, told
from ouidire.web.comparing import COMPARE_API
from ouidire.web.feed import atom
from ouidire.web.operations import Asked, Operation
from ouidire.web.parameters import ARTICLE, FILTERS, NAME, PAGING, Page, page_of, wanted
from ouidire.web.rendering import listing
from ouidire.web.searching import FACETS
from ouidire.web.storyline import STORYLINE_API

__all__ = ["BASE", "OPERATIONS"]

BASE = "/api/v1"
_PART = 1 << 16


def _json(value: Any, headers: dict[str, str] | None = None) -> Response:
    return Response(orjson.dumps(value), media_type="application/json", headers=headers)


def _list(asked: Asked, page: Page, items: Iterable[Any]) -> Response:
    headers = {"X-Total-Count": str(page.total)}
    if page.next:
        where = listing(asked.request.url.path, dict(asked.request.query_params), cursor=page.next)
        headers["Link"] = f'<{where}>; rel="next"'
    return _json(list(items), headers)


def _claims(asked: Asked) -> Response:
    page = page_of(asked.view.claims(wanted(asked.values)), asked.values, lambda claim: claim.id)
    return _list(asked, page, (records.claim(claim) for claim in page.items))


def _claim(asked: Asked) -> Response:
    claim = asked.view.claim(asked.id)
    part = asked.view.dossier((claim,), claim.id)
    texts = {one.id: item.article.text for item in part.extractions for one in item.assertions}
    return _json(records.claim(claim, texts))


def _why(asked: Asked) -> Response:
    return _json(records.evidence(asked.view.why(asked.id)))


def _articles(asked: Asked) -> Response:
    page = page_of(asked.view.articles, asked.values, lambda article: article.id, size=20)
    return _list(asked, page, (records.article(article) for article in page.items))


def _article(asked: Asked) -> Response:
    return _json(records.extraction(asked.view.extraction(asked.id)))


def _sources(asked: Asked) -> Response:
    found = asked.view.cited(str(asked.values.get("name", "")))
    page = page_of(found, asked.values, lambda one: f"{one.key}\n{one.kind}")
    return _list(asked, page, (encode(one) for one in page.items))


def _drifts(asked: Asked) -> Response:
    found = asked.view.drifts
    if name := asked.values.get("article"):
        id_ = asked.view.extraction(name).article.id
        found = tuple(one for one in found if one.extraction.article.id == id_)
    page = page_of(found, asked.values, lambda x: f"{x.drift.from_} {x.drift.to} {x.drift.dimension}")
    return _list(asked, page, (records.drift(x.drift, x.extraction.article.text) for x in page.items))


def _dossier(asked: Asked) -> Dossier:
    if not any(parameter.name in asked.values for parameter in FILTERS):
        return asked.view.whole
    title = str(asked.values.get("q") or asked.view.whole.title)
    return asked.view.dossier(asked.view.claims(wanted(asked.values)), title)


def _decisions(asked: Asked) -> Response:
    page = page_of(asked.view.decisions, asked.values, lambda one: one.id)
    return _list(asked, page, (recorded(one) | {"holds": one.holds} for one in page.items))


def _work(asked: Asked) -> Response:
    errand = asked.errand(asked.id)
    if errand is None:
        raise UnknownId("nothing is known (any more) of what was asked so")
    return _json(told(errand))


def _file(body: str | bytes, media: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=media, headers=headers)


def _dossier_html(asked: Asked) -> Response:
    return _file(html.render(_dossier(asked)), "text/html", "dossier.html")


def _dossier_markdown(asked: Asked) -> Response:
    return _file(markdown.render(_dossier(asked)), "text/markdown", "dossier.md")


def _dossier_json(asked: Asked) -> Response:
    return _json(records.dossier(_dossier(asked)))


def _csl(asked: Asked) -> Response:
    part = _dossier(asked)
    body = bibliography.csl(part.extractions, part.claims, asked.view.captured)
    return _file(orjson.dumps(body), "application/vnd.citationstyles.csl+json", "citations.json")


def _bibtex(asked: Asked) -> Response:
    part = _dossier(asked)
    body = bibliography.bibtex(part.extractions, part.claims, asked.view.captured)
    return _file(body, "application/x-bibtex", "citations.bib")


def _export(asked: Asked) -> Response:
    headers = {"Content-Disposition": 'attachment; filename="ledger.jsonl"'}
    return StreamingResponse(
        _parts(exports.each_jsonl(asked.view.whole)), media_type="application/jsonl", headers=headers
    )


def _parts(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield lines together, in parts that are worth sending."""
    part = bytearray()
    for line in lines:
        part += line
        if len(part) >= _PART:
            yield bytes(part)
            part.clear()
    yield bytes(part)


def _feed(asked: Asked) -> Response:
    base = str(asked.request.base_url).rstrip("/")
    found: tuple[Claim, ...] = asked.view.claims(wanted(asked.values))
    said = ", ".join(str(value) for value in asked.values.values())
    title = f"Ouï-dire: status changes, {said or asked.view.whole.title}"
    body = atom(found, title=title, here=str(asked.request.url), base=base)
    return Response(body, media_type="application/atom+xml")


OPERATIONS = (
    Operation("/claims", "claims", "Claims, in reading order.", _claims, (*FILTERS, *PAGING), "claims", paged=True),
    Operation("/claims/{id}", "claim", "One claim, by its id or that of an assertion.", _claim, (), "claim"),
    Operation("/claims/{id}/why", "why", "Why a claim or an assertion is as it is.", _why, (), "why"),
    Operation("/articles", "articles", "Articles, oldest first.", _articles, PAGING, "article[]", paged=True),
    Operation("/articles/{id}", "article", "All that was found in one article.", _article, (), "extraction"),
    COMPARE_API,
    FACETS,
    STORYLINE_API,
    Operation("/sources", "sources", "Who is cited, most cited first.", _sources, (NAME, *PAGING), "sources", paged=True),
    Operation("/drifts", "drifts", "Where the wording changes on the way.", _drifts, (ARTICLE, *PAGING), "drifts", paged=True),
    Operation("/decisions", "decisions", "What people decided, newest first.", _decisions, PAGING, "recorded[]", paged=True),
    Operation("/work/{id}", "work", "What came of something that was asked.", _work, (), "work"),
    Operation("/dossier.html", "dossierHtml", "A dossier to read.", _dossier_html, FILTERS, media="text/html"),
    Operation("/dossier.md", "dossierMarkdown", "A dossier as text.", _dossier_markdown, FILTERS, media="text/markdown"),
    Operation("/dossier.json", "dossierJson", "A dossier for programs.", _dossier_json, FILTERS, "dossier"),
    Operation("/citations.json", "citations", "The articles of a search as references, CSL-JSON.", _csl, FILTERS, media="application/vnd.citationstyles.csl+json"),
    Operation("/citations.bib", "citationsBibtex", "The articles of a search as references, BibTeX.", _bibtex, FILTERS, media="application/x-bibtex"),
    Operation("/export.jsonl", "export", "The whole ledger, a record a line.", _export, media="application/jsonl"),
    Operation("/feed.atom", "feed", "Status changes of a search, newest first.", _feed, FILTERS, media="application/atom+xml"),
)  # fmt: skip
"""Every operation but the description of them all."""
