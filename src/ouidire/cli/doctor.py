"""``ouidire doctor``."""

from __future__ import annotations

import typer

from ouidire.cli.options import AsText, Format
from ouidire.cli.printing import records

__all__ = ["command"]


def command(format_: AsText = Format.TEXT) -> None:
    """Say what is installed, what is missing, and how to get it.

    Example: ouidire doctor
    """
    from ouidire.engine.inspection import checks

    found = checks()
    if format_ is Format.TEXT:
        for check in found:
            mark = "ok     " if check["ok"] else "missing" if check["needed"] else "absent "
            advice = "" if check["ok"] else f"; try: {check['advice']}"
            typer.echo(f"{mark} {check['name']}: {check['says']}{advice}")
    else:
        records(found, format_)
    raise typer.Exit(1 if any(check["needed"] and not check["ok"] for check in found) else 0)
