"""The dossier as one self-contained HTML file: no script, no request to anywhere."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from importlib.resources import files
from typing import Any

from ouidire.model import Dossier, Evidence, Label
from ouidire.presentation import graph, graph_svg, timeline, words
from ouidire.presentation.chronology import chronology
from ouidire.presentation.occurrences import OccurrenceView, day, outlet_name
from ouidire.presentation.overview import survey
from ouidire.presentation.page import article_html, safe_link
from ouidire.presentation.reasons import of_label
from ouidire.presentation.speakers import speakers
from ouidire.presentation.threads import Sheet, Thread, lay_out
from ouidire.presentation.view import ClaimView

__all__ = ["render"]

_ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")
OPEN_ARTICLES = 3
"""As many articles are shown unfolded; of a longer dossier each is folded."""
OPEN_CLAIMS = 30
"""As many claims told once are shown unfolded; of a longer dossier those of each article are folded."""


def render(dossier: Dossier) -> str:
    """Return a dossier as HTML5. Everything that came from an article is escaped."""
    sheet = lay_out(dossier)
    numbers = {o.assertion.id: v.number for v in (*sheet.claims, *sheet.speech) for o in v.occurrences}
    anchors = [f"thread-{n}" for n in range(1, len(sheet.major) + 1)]
    return str(
        _template().render(
            dossier=dossier,
            sheet=sheet,
            overview=survey(sheet),
            threads=list(zip(sheet.major, anchors, strict=True)),
            groups=_groups(sheet),
            unfolded=len(sheet.single) <= OPEN_CLAIMS,
            timeline=_markup(timeline.draw(sheet.major, [f"#{anchor}" for anchor in anchors])),
            dates=chronology(sheet.claims),
            speakers=speakers(sheet.claims),
            articles=[(x, _markup(article_html(x, numbers))) for x in dossier.extractions],
            articles_open=len(dossier.extractions) <= OPEN_ARTICLES,
            style=_markup((files("ouidire.presentation") / "templates" / "dossier.css").read_text("utf-8")),
        )
    )


@lru_cache(maxsize=1)
def _template() -> Any:
    from jinja2 import Environment, PackageLoader

    env = Environment(
        loader=PackageLoader("ouidire.presentation"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    env.globals.update(words=words, outlet_name=outlet_name, reason=_reason, worth=_worth)
    env.filters.update(graph=_graph, link=safe_link, day=day, steps=_steps, days=_days)
    return env.get_template("dossier.html.j2")


def _markup(svg_or_html: str) -> Any:
    """Let markup through that one of our modules built from escaped words."""
    from markupsafe import Markup

    return Markup(svg_or_html)  # noqa: S704  (built by our own modules, every word of a text escaped)


def _days(text: str) -> Any:
    """Keep each ISO date of our own words on one line."""
    return _markup(_ISO.sub(r'<span class="day">\g<0></span>', escape(text)))


def _graph(thread: Thread, name: str) -> Any:
    return _markup(graph_svg.draw(graph.graph_of(thread.claims), f"graph-{name}"))


def _groups(sheet: Sheet) -> list[tuple[Any, list[ClaimView]]]:
    """Return the claims told once by the article that tells them, oldest article first."""
    found: dict[str, list[ClaimView]] = {}
    for view in sheet.single:
        found.setdefault(view.best.article.id, []).append(view)
    return [(x.article, found[x.article.id]) for x in sheet.dossier.extractions if x.article.id in found]


def _reason(item: OccurrenceView) -> str:
    """Return why an occurrence bears its label, without the label's name before it."""
    return of_label(item.assertion, item.article.text).says.partition(": ")[2]


def _worth(view: ClaimView) -> list[Evidence]:
    """Return the reasons that say more than the verdict does: those of a claim with a history."""
    if len(view.occurrences) < 2 and len(view.claim.timeline) < 2:
        return []
    return [e for e in view.claim.evidence if e.of not in {"echo", "label"}]


def _steps(view: ClaimView) -> list[Any]:
    """Return the steps of a claim's status where there is more than one."""
    timed = view.claim.label not in {Label.NORMATIVE, Label.UNDISCLOSED} and len(view.claim.timeline) > 1
    return list(view.claim.timeline) if timed else []
