"""The dossier as one self-contained HTML file: no script, no request to anywhere."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from ouidire.model import Article, Dossier
from ouidire.presentation import graph, timeline, words
from ouidire.presentation.page import article_html, safe_link
from ouidire.presentation.terminal import summary
from ouidire.presentation.view import ClaimView, DriftView, chain_text, claim_views, outlet_name

__all__ = ["render"]


def render(dossier: Dossier) -> str:
    """Return a dossier as HTML5. Everything that came from an article is escaped."""
    views = claim_views(dossier)
    numbers = {o.assertion.id: v.number for v in views for o in v.occurrences}
    articles = [(x, article_html(x, numbers)) for x in dossier.extractions]
    return str(
        _template().render(
            dossier=dossier,
            views=views,
            said=[v for v in views if v.claim.family != "speech"],
            speech=[v for v in views if v.claim.family == "speech"],
            summary=summary(dossier, views),
            timeline=timeline.draw(views),
            articles=articles,
            number_of={v.claim.id: v.number for v in views},
            style=(files("ouidire.presentation") / "templates" / "dossier.css").read_text(encoding="utf-8"),
        )
    )


@lru_cache(maxsize=1)
def _template() -> Any:
    from jinja2 import Environment, PackageLoader

    env = Environment(
        loader=PackageLoader("ouidire.presentation"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    env.globals.update(words=words, outlet_name=outlet_name)
    env.filters.update(
        chain=chain_text,
        graph=_graph,
        link=safe_link,
        day=_day,
        drift_groups=_drift_groups,
        safe_markup=_markup,
    )
    return env.get_template("dossier.html.j2")


def _markup(svg_or_html: str) -> Any:
    """Let markup through that `graph`, `timeline` or `page` built from escaped words."""
    from markupsafe import Markup

    return Markup(svg_or_html)  # noqa: S704  (built by our own modules, every word of a text escaped)


def _graph(view: ClaimView) -> Any:
    return _markup(graph.draw(view))


def _day(article: Article) -> str:
    return article.published_at.date().isoformat() if article.published_at else "undated"


def _drift_groups(view: ClaimView) -> list[tuple[DriftView, list[DriftView]]]:
    """Group a claim's drifts by their pair of wordings; the first of each stands for the pair."""
    groups: dict[tuple[str, str], list[DriftView]] = {}
    for item in view.drifts:
        groups.setdefault((item.drift.from_, item.drift.to), []).append(item)
    return [(items[0], items) for items in groups.values()]
