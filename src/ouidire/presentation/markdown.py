"""The dossier as Markdown, for notes and for systems that take text."""

from __future__ import annotations

from ouidire.model import Dossier
from ouidire.presentation.terminal import summary
from ouidire.presentation.view import ClaimView, OccurrenceView, chain_text, claim_views, outlet_name

__all__ = ["render"]


def render(dossier: Dossier) -> str:
    """Return a dossier as CommonMark; words from articles are escaped and stand in quotation marks."""
    views = claim_views(dossier)
    lines = [f"# {_plain(dossier.title)}", ""]
    lines += [f"- {_plain(line)}" for line in summary(dossier, views)]
    for view in views:
        lines += ["", *_claim(view)]
    lines += ["", "## Articles", ""]
    for item in dossier.extractions:
        article = item.article
        day = article.published_at.date().isoformat() if article.published_at else "undated"
        where = f", <{article.url}>" if article.url else ""
        lines.append(
            f"- {_plain(outlet_name(article))}, {day}: {_plain(article.title)}{where} `{article.id}`"
        )
    return "\n".join(lines) + "\n"


def _claim(view: ClaimView) -> list[str]:
    lines = [f"## {view.number}. {_plain(view.best.quote)}", ""]
    lines.append(
        f"**{view.label}**, origins {_plain(view.origins)}. {_plain(view.verdict)} `{view.claim.id}`"
    )
    lines.append("")
    lines += [_occurrence(item) for item in view.occurrences]
    for item in view.drifts:
        lines.append(
            f"- differs, {item.says}: « {_plain(item.before.quote)} » / « {_plain(item.after.quote)} »"
        )
    for relation, other in view.relations:
        lines.append(f"- {relation.lower().replace('_', ' ')}: {_plain(other.gloss)} `{other.id}`")
    return lines


def _occurrence(item: OccurrenceView) -> str:
    when = item.article.published_at
    day = when.date().isoformat() if when else "undated"
    echo = " (echo)" if item.echo else ""
    return f"- {day}, {_plain(chain_text(item.hops))}{echo}: « {_plain(item.quote)} »"


def _plain(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else " " if c in "\n\r" else c for c in text)
