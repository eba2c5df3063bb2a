"""``ouidire erase``."""

from __future__ import annotations

from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, By, Format, LedgerPath, person
from ouidire.cli.printing import counted, records, say_changes

__all__ = ["command"]

Why = Annotated[str, typer.Option(help="The reason; it stays on the tombstone.", show_default=False)]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def command(
    article: Annotated[str, typer.Argument(help="Id, path, URL or title of an article.")],
    because: Why,
    by: By = "",
    yes: Yes = False,
    ledger: LedgerPath = None,
    format_: AsText = Format.TEXT,
) -> None:
    """Erase an article for good: a takedown, a person's right.

    Its text, its original, all that was found in it and judgements that quote it are removed; a
    tombstone keeps the hashes, the reason and who asked. Everything that rested on it is made
    anew, and it is not read again. An original that holds several articles goes as a whole; what
    was read of the others stays.

    Example: ouidire erase "Crue à Velmar" --because "court order 12/26" --by "A. Moreau"
    """
    from ouidire.codec import encode

    with ledger_at(ledger) as opened:
        if not yes:
            typer.confirm(f"erase {article} for good?", abort=True, err=True)
        before = opened.claims()
        stone = opened.erase(article, by=person(by), because=because)
        if format_ is not Format.TEXT:
            records([encode(stone)], format_)
            return
        gone = counted(len(stone.rows), "row")
        typer.echo(f"erased {stone.article}: {gone}, {counted(len(stone.captures), 'original')}")
        say_changes(opened.changes(before))
