"""``ouidire rebuild``."""

from __future__ import annotations

import sys

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import LedgerPath, WorldFiles
from ouidire.cli.printing import counted

__all__ = ["command"]


def command(ledger: LedgerPath = None, world: WorldFiles = None) -> None:
    """Make all claims anew from the evidence.

    Articles that another version of the program, or another world, went through are extracted
    again; what was found before stays recorded.

    Example: ouidire rebuild --world world.toml
    """

    def says(place: str) -> None:
        if sys.stderr.isatty():
            typer.echo(f"extracting {place}", err=True)

    with ledger_at(ledger, world=world) as opened:
        typer.echo(counted(opened.rebuild(says), "claim"))
