"""``ouidire why``."""

from __future__ import annotations

from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, Format, LedgerPath
from ouidire.cli.printing import records

__all__ = ["command"]


def command(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="A claim or an assertion, or the beginning of it.")
    ],
    ledger: LedgerPath = None,
    format_: AsText = Format.TEXT,
) -> None:
    """Say why a claim or an assertion is labelled, linked and counted as it is.

    Example: ouidire why a:9c04
    """
    from ouidire.presentation import lines
    from ouidire.presentation.records import evidence

    with ledger_at(ledger) as opened:
        found = opened.why(id_)
    if format_ is not Format.TEXT:
        records(evidence(found), format_)
        return
    for item in found:
        typer.echo(lines.evidence_line(item))
