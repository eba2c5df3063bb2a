"""``ouidire verify``."""

from __future__ import annotations

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, Format, LedgerPath
from ouidire.cli.printing import complain, records

__all__ = ["command"]


def command(ledger: LedgerPath = None, format_: AsText = Format.TEXT) -> None:
    """Check originals, quoted words and the log.

    Example: ouidire verify --ledger story.db
    """
    from ouidire.presentation.records import issue

    with ledger_at(ledger) as opened:
        found = list(opened.verify())
    if format_ is Format.TEXT:
        complain(found)
        typer.echo("something is wrong" if found else "all holds")
    else:
        records((issue(item) for item in found), format_)
    raise typer.Exit(1 if found else 0)
