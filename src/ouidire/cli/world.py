"""``ouidire world``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import LedgerPath

__all__ = ["command"]


class Verb(StrEnum):
    """What to do with world files."""

    LOAD = "load"


def command(
    verb: Annotated[Verb, typer.Argument(help="load: check the files and put them in force.")],
    files: Annotated[list[Path], typer.Argument(help="World files, TOML or JSON; later ones win.")],
    ledger: LedgerPath = None,
) -> None:
    """Put a world file in force: names, sides, outlets.

    A file of the same name takes the place of the one before. Claims are assessed anew; articles
    and originals are not touched.

    Example: ouidire world load world.toml
    """
    with ledger_at(ledger, create=True) as opened:
        for file in files:
            new = opened.load_world(file)
            typer.echo(f"{file}: {'in force' if new else 'was in force already'} ({verb.value})")
        opened.refresh()
