"""``ouidire demo``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ouidire.cli.printing import bar, complain, console

__all__ = ["command"]

Folder = Annotated[Path, typer.Option(help="Where the ledger and the dossier are put.")]

_SHOWN = 20
"""Claims printed in full: what is read in two minutes; the page holds the rest."""


def command(folder: Folder = Path("out")) -> None:
    """Read the bundled story into a fresh ledger and show its dossier.

    Example: ouidire demo
    """
    from ouidire.engine.demonstration import fresh, story
    from ouidire.presentation import html
    from ouidire.presentation.terminal import render
    from ouidire.reading import ReadSettings

    with fresh(folder / "demo.db") as ledger:
        ledger.load_world(story() / "world.toml")
        articles = sorted(str(path) for path in story().glob("[0-9]*.md"))
        for item in bar(ledger.adding(articles, ReadSettings()), "reading"):
            complain(item.issues)
        dossier = ledger.dossier()
    page = folder / "dossier.html"
    page.write_text(html.render(dossier), encoding="utf-8")
    render(dossier, console(), limit=_SHOWN)
    size = round(page.stat().st_size / 1000)
    typer.echo(
        f"\nThe whole dossier as a page ({size} kB): {page.resolve()}\nThe ledger: {folder / 'demo.db'}"
    )
    typer.echo(f"Ask it: ouidire claims --ledger {folder / 'demo.db'}")
