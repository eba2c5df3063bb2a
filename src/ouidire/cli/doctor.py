"""``ouidire doctor``."""

from __future__ import annotations

import typer

from ouidire.cli.options import AsText, Format, LedgerPath
from ouidire.cli.printing import records

__all__ = ["command"]


def command(ledger: LedgerPath = None, format_: AsText = Format.TEXT) -> None:
    """Say what is installed, what is missing, and how to get it.

    Versions of Python, SQLite, libraries and language models; and how the ledger fares, where there
    is one. Each line is ok, warn or fail; with one that fails the exit status is 1.

    Example: ouidire doctor
    """
    from ouidire.config import settings
    from ouidire.engine.inspection import Level, checks

    found = checks(settings(ledger=ledger).ledger)
    if format_ is Format.TEXT:
        for check in found:
            advice = f"; try: {check['advice']}" if check["advice"] else ""
            typer.echo(f"{check['level']:4} {check['name']}: {check['says']}{advice}")
    else:
        records(found, format_)
    raise typer.Exit(1 if any(check["level"] == Level.FAIL for check in found) else 0)
