"""The command line: one file per command, without logic; each is imported when it is called."""

from __future__ import annotations

import gc
import sys

import typer

from ouidire.cli.group import Commands
from ouidire.errors import OuidireError

__all__ = ["main"]

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def root(version: bool = typer.Option(False, "--version", help="Print the version.")) -> None:
    """Ouï-dire: a provenance-first claim ledger for news. Who said it, through whom, how surely.

    Exit status: 0 done, 1 done but problems were found, 2 could not be done as asked.
    """
    if version:
        from ouidire import __version__

        typer.echo(f"ouidire {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; errors go to standard error as ``what @ where; next step``."""
    # lexicons and models are many small objects that stay: looking through them again and again is waste
    gc.set_threshold(100_000, 50, 50)
    try:
        app()
    except OuidireError as exc:
        typer.echo(f"ouidire: {exc}", err=True)
        sys.exit(2)
