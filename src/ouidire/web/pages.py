"""The pages: each gathers what its template shows from the snapshot; none works anything out."""

from __future__ import annotations

from collections import Counter

from starlette.responses import RedirectResponse, Response

from ouidire.errors import UnknownId
from ouidire.model import Contest, Label, Support
from ouidire.presentation import page_words
from ouidire.reading.language import supported
from ouidire.web import details
from ouidire.web.comparing import COMPARE
from ouidire.web.judging import shown
from ouidire.web.operations import Asked, Operation
from ouidire.web.parameters import DONE, NAME, PAGING, Page, page_of
from ouidire.web.problems import Problem
from ouidire.web.rendering import address, listing
from ouidire.web.searching import SEARCH
from ouidire.web.showing import by, page_with
from ouidire.web.storyline import STORYLINE

__all__ = ["PAGES"]

_NEWEST = 12
_SIZE = 25
_MANY = 100


def _home(asked: Asked) -> Response:
    return page_with(
        asked,
        "home.html.j2",
        survey=asked.view.survey,
        newest=asked.view.newest[:_NEWEST],
        moved=[(move, asked.view.views[move.claim.id]) for move in asked.view.moved[:_NEWEST]],
        as_of=asked.view.whole.as_of,
        waiting=asked.desk.waiting(asked.view),
        issues=asked.view.whole.issues,
        open=len(asked.view.open),
    )


def _review(asked: Asked) -> Response:
    page = page_of(
        asked.view.open, asked.values, lambda o: f"{o.kind} {' '.join(o.rests_on)} {o.asks}", size=_SIZE
    )
    ids = [id_ for one in page.items for id_ in one.rests_on]
    told = {id_: asked.view.occurrence(id_) for id_ in ids if id_ in asked.view.over}
    return page_with(
        asked,
        "review.html.j2",
        page=page,
        over=asked.view.over,
        quotes={id_: one.quote for id_, one in told.items()},
        places={id_: [f"{one.where}, {one.when}"] for id_, one in told.items()},
        onward_here="/review",
    )


def _decisions(asked: Asked) -> Response:
    page = page_of(asked.view.decisions, asked.values, lambda one: one.id, size=_SIZE)
    shown_ = Page(tuple(shown(asked.view, page.items, by(asked))), page.total, page.next)
    return page_with(asked, "decisions.html.j2", page=shown_)


def _add(asked: Asked) -> Response:
    if not by(asked):
        raise Problem(403, "this server only reads; start it with: ouidire serve --write")
    return page_with(asked, "add.html.j2", packs=supported())


def _work(asked: Asked) -> Response:
    errand = asked.errand(asked.id)
    if errand is None:
        raise UnknownId("nothing is known (any more) of what was asked so")
    return page_with(asked, "work.html.j2", errand=errand)


def _claim(asked: Asked) -> Response:
    claim = asked.view.claim(asked.id)
    if claim.id != asked.id:
        where = listing(address("claims", claim.id), dict(asked.request.query_params))
        return RedirectResponse(where, status_code=307)
    if claim.id not in asked.view.views:
        raise UnknownId("none of this claim's articles is here")
    values = details.of_claim(asked.view, claim)
    values["decisions"] = shown(asked.view, values["decisions"], by(asked))
    return page_with(asked, "claim.html.j2", **values)


def _articles(asked: Asked) -> Response:
    page = page_of(asked.view.whole.extractions[::-1], asked.values, lambda x: x.article.id, size=_SIZE)
    told = Counter(one.article for claim in asked.view.whole.claims for one in claim.assertions)
    return page_with(asked, "articles.html.j2", page=page, told=told)


def _article(asked: Asked) -> Response:
    item = asked.view.extraction(asked.id)
    if item.article.id != asked.id:
        return RedirectResponse(address("articles", item.article.id), status_code=307)
    return page_with(asked, "article.html.j2", **details.of_article(asked.view, item))


def _sources(asked: Asked) -> Response:
    found = asked.view.cited(str(asked.values.get("name", "")))
    page = page_of(found, asked.values, lambda c: f"{c.key}\n{c.kind}", size=_SIZE)
    return page_with(asked, "sources.html.j2", page=page, name=asked.request.query_params.get("name", ""))


def _source(asked: Asked) -> Response:
    found = [c for c in asked.view.sources if asked.id in {c.referent, c.name.casefold(), c.name}]
    if not found:
        raise UnknownId("nobody who is cited is called so")
    keys = dict.fromkeys(c.referent or c.name.casefold() for c in found)
    told = [one for key in keys for one in asked.view.told.get(key, ())]
    order = list(page_words.HOW)
    told.sort(key=lambda one: order.index(one.how))  # by day within each, as they come
    page = page_of(told, asked.values, lambda one: f"{one.how} {one.item.assertion.id}", size=_MANY)
    rows = {how: [one for one in page.items if one.how == how] for how in order}
    counts = Counter(one.how for one in told)
    values = {"citations": found, "name": found[0].name, "rows": rows, "counts": counts}
    return page_with(asked, "source.html.j2", page=page, path=address("sources", asked.id), **values)


def _about(asked: Asked) -> Response:
    return page_with(
        asked, "about.html.j2", labels=list(Label), supports=list(Support), contests=list(Contest)[1:]
    )


_HTML = "text/html"
PAGES = (
    Operation("/", "home", "What changed.", _home, media=_HTML),
    SEARCH,
    Operation("/claims/{id}", "claimPage", "One claim.", _claim, (DONE,), media=_HTML),
    Operation("/articles", "articlesPage", "Articles, newest first.", _articles, PAGING, media=_HTML),
    Operation("/articles/{id}", "articlePage", "One article.", _article, (DONE,), media=_HTML),
    COMPARE,
    STORYLINE,
    Operation("/sources", "sourcesPage", "Who is cited.", _sources, (NAME, *PAGING), media=_HTML),
    Operation("/sources/{id}", "source", "One source.", _source, (*PAGING, DONE), media=_HTML),
    Operation("/review", "review", "What a person should settle.", _review, (*PAGING, DONE), media=_HTML),
    Operation(
        "/decisions", "decisionsPage", "What people decided.", _decisions, (*PAGING, DONE), media=_HTML
    ),
    Operation("/add", "addForm", "Add articles.", _add, media=_HTML),
    Operation("/work/{id}", "workPage", "What came of something that was asked.", _work, media=_HTML),
    Operation("/about", "about", "What the words mean.", _about, media=_HTML),
)
"""Every page, in the order of the routes."""
