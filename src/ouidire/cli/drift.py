"""``ouidire drift``."""

from __future__ import annotations

from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, Format, LedgerPath
from ouidire.cli.printing import records

__all__ = ["command"]


def command(
    article: Annotated[str | None, typer.Argument(help="Id, path, URL or title of an article.")] = None,
    ledger: LedgerPath = None,
    format_: AsText = Format.TEXT,
) -> None:
    """Show where certainty, authority or numbers change on the way.

    Inside an article (headline or takeaway against body) and across articles.

    Example: ouidire drift examples/03-courrier-ingenieurs.md
    """
    from ouidire.presentation import lines
    from ouidire.presentation.records import drift as record

    with ledger_at(ledger) as opened:
        found = opened.drifts(article)
    if format_ is not Format.TEXT:
        records((record(one.drift, one.extraction.article.text) for one in found), format_)
        return
    for one in found:
        read = one.extraction.article
        typer.echo("\n".join(lines.drift_lines(one.drift, read, before=one.before, after=one.after)))
