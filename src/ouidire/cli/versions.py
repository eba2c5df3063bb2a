"""``ouidire versions``."""

from __future__ import annotations

from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, Format, LedgerPath
from ouidire.cli.printing import records

__all__ = ["command"]


def command(
    page: Annotated[str | None, typer.Argument(help="URL, or id, path or title of an article.")] = None,
    ledger: LedgerPath = None,
    format_: AsText = Format.TEXT,
) -> None:
    """Show what changed between versions of a page.

    Claims altered, softened or removed, in silence or not; what is gone without a word is no retraction.

    Example: ouidire versions https://quay.example/dam
    """
    from ouidire.presentation import lines
    from ouidire.presentation.records import comparison

    with ledger_at(ledger) as opened:
        found = opened.versions(page)
    if format_ is not Format.TEXT:
        records((comparison(one) for one in found), format_)
        return
    if not found:
        typer.echo("one version of each page")
    for one in found:
        typer.echo("\n".join(lines.version_lines(one)))
