"""``ouidire export``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import LedgerPath, one_of
from ouidire.cli.printing import counted

__all__ = ["command"]

To = Annotated[
    str,
    typer.Option("--to", parser=one_of("format", ("jsonl", "csv")), metavar="FORMAT", help="jsonl or csv."),
]


def command(
    path: Annotated[Path, typer.Argument(help="The file to write; it is replaced.")],
    to: To = "jsonl",
    ledger: LedgerPath = None,
) -> None:
    """Write the whole ledger for other programs: claims, assertions, links.

    The same articles give the same bytes, in whatever order they were added. jsonl has one object
    a line (`record` is claim, assertion or link); csv has one row for each assertion under its claim.

    Example: ouidire export --to csv claims.csv
    """
    from ouidire.presentation.exports import FORMATS

    with ledger_at(ledger) as opened:
        dossier = opened.dossier()
    path.write_bytes(FORMATS[to](dossier))
    typer.echo(f"{counted(len(dossier.claims), 'claim')}: {path}")
