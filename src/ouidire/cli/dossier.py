"""``ouidire dossier``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ouidire.cli.claims import All, Query
from ouidire.cli.opening import ledger_at
from ouidire.cli.options import LedgerPath
from ouidire.cli.printing import console, counted
from ouidire.errors import ConfigError

if TYPE_CHECKING:
    from ouidire.model import Dossier

__all__ = ["command", "rendered"]

Output = Annotated[Path | None, typer.Option("--output", "-o", help="Where to: .html, .md or .json.")]
Limit = Annotated[int, typer.Option(min=0, help="How many claims to print in full here; 0 for all.")]


def command(
    query: Query = "",
    output: Output = None,
    limit: Limit = 24,
    every: All = False,
    ledger: LedgerPath = None,
) -> None:
    """Write a dossier: .html, .md or .json.

    Without -o it is printed here, what is contested and told most first; a file holds everything.

    Example: ouidire dossier barrage -o barrage.html
    """
    from ouidire.presentation.terminal import render

    with ledger_at(ledger) as opened:
        dossier = opened.dossier(query)
    if output is None:
        render(dossier, console(), limit=limit, every=every)
        return
    output.write_text(rendered(dossier, output.suffix.lower()), encoding="utf-8")
    typer.echo(
        f"{counted(len(dossier.claims), 'claim')} from {counted(len(dossier.extractions), 'article')}: {output}"
    )


def rendered(dossier: Dossier, suffix: str) -> str:
    """Return a dossier in the format of a file name's ending.

    Raises:
        ConfigError: There is no such format.

    """
    if suffix == ".html":
        from ouidire.presentation import html

        return html.render(dossier)
    if suffix == ".md":
        from ouidire.presentation import markdown

        return markdown.render(dossier)
    if suffix == ".json":
        import orjson

        from ouidire.presentation import records

        return orjson.dumps(records.dossier(dossier), option=orjson.OPT_INDENT_2).decode()
    raise ConfigError(f"no such format @ {suffix or 'a file without ending'}; use .html, .md or .json")
