"""``ouidire languages``."""

from __future__ import annotations

import typer

from ouidire.cli.options import AsText, Format
from ouidire.cli.printing import records

__all__ = ["command"]


def command(format_: AsText = Format.TEXT) -> None:
    """List language packs and what each can do.

    Example: ouidire languages
    """
    from ouidire.engine.inspection import packs

    found = packs()
    if format_ is not Format.TEXT:
        records(found, format_)
        return
    for pack in found:
        typer.echo(f"{pack['code']:4} {', '.join(pack['capabilities']) or pack['problem']}")
