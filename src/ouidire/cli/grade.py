"""``ouidire grade``."""

from __future__ import annotations

from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, Because, By, Format, LedgerPath, one_of, person
from ouidire.cli.printing import records
from ouidire.model import Reliability

__all__ = ["command"]


def command(
    name: Annotated[str, typer.Argument(help="A source, as `ouidire sources` lists it.")],
    letter: Annotated[
        str,
        typer.Argument(
            parser=one_of("letter", Reliability), metavar="LETTER", help="A (reliable) to E; F: cannot say."
        ),
    ],
    by: By = "",
    because: Because = "",
    ledger: LedgerPath = None,
    format_: AsText = Format.TEXT,
) -> None:
    """Set the Admiralty letter of a source: your own judgement, shown with your name.

    Nothing is computed from it, and it is never set by the program. F takes a letter back.

    Example: ouidire grade Hydrorle B --because "its gauges are public"
    """
    from ouidire.codec import encode
    from ouidire.presentation import lines

    with ledger_at(ledger) as opened:
        grade = opened.grade(name, letter, by=person(by), because=because)
    if format_ is Format.TEXT:
        typer.echo(lines.decision_line(grade))
    else:
        records([encode(grade)], format_)
