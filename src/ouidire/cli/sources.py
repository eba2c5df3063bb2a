"""``ouidire sources``."""

from __future__ import annotations

from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, Format, LedgerPath
from ouidire.cli.printing import records

__all__ = ["command"]


def command(
    name: Annotated[str, typer.Argument(help="Words of its name, or its id; without one, all.")] = "",
    ledger: LedgerPath = None,
    format_: AsText = Format.TEXT,
) -> None:
    """List who is cited, by whom and how.

    Counts are of assertions: said, echoed (said, but repeated from another article), relayed for
    others, confirmed, denied, retracted. They do not say how good a source is.

    Example: ouidire sources Hydrorle
    """
    from ouidire.codec import encode
    from ouidire.presentation.citations import lines
    from ouidire.presentation.lines import safe

    with ledger_at(ledger) as opened:
        found = opened.sources(name)
    if format_ is not Format.TEXT:
        records((encode(one) for one in found), format_)
        return
    for line in lines(found):
        typer.echo(safe(line))
