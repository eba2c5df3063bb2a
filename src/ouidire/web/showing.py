"""What every page shows, whatever it is about."""

from __future__ import annotations

from typing import Any

from starlette.responses import HTMLResponse, Response

from ouidire.presentation.messages import LANGUAGES, own_name
from ouidire.web.operations import Asked
from ouidire.web.rendering import listing, render

__all__ = ["by", "page_with"]


def page_with(asked: Asked, template: str, **values: Any) -> Response:
    """Return the page that a template makes of `values` and of what every page shows."""
    here, query = asked.request.url.path, dict(asked.request.query_params)
    again = listing(here, {name: value for name, value in query.items() if name not in {"done", "lang"}})
    common = {
        "here": here,
        "back": again,
        "ledger": asked.view.whole.title,
        "writing": asked.writing if asked.writing and asked.writing.pages else None,
        "done": asked.errand(str(asked.values.get("done", ""))),
        "tongues": [(tag, own_name(tag), listing(here, query, lang=tag)) for tag in LANGUAGES],
    }
    return HTMLResponse(render(template, **common | values))


def by(asked: Asked) -> str:
    """Return who looks, where pages write; empty where they only show."""
    return asked.writing.by if asked.writing and asked.writing.pages else ""
