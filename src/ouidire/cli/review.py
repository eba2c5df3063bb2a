"""``ouidire review``."""

from __future__ import annotations

from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, Format, LedgerPath
from ouidire.cli.printing import counted, records

__all__ = ["command"]

Limit = Annotated[int, typer.Option(min=1, help="So many in text; json and jsonl give all.")]


def command(limit: Limit = 20, ledger: LedgerPath = None, format_: AsText = Format.TEXT) -> None:
    """List what the program was unsure of, and how a person settles it.

    Pairs that are alike though nothing says they are one event, words that may stand for several
    claims, outlets whose owner no table knows, and judgements whose words no assertion bears any
    more. What most depends on comes first.

    Example: ouidire review --limit 5
    """
    from ouidire.codec import encode
    from ouidire.presentation.lines import safe

    with ledger_at(ledger) as opened:
        found = opened.review()
    if format_ is not Format.TEXT:
        records((encode(one) for one in found), format_)
        return
    for one in found[:limit]:
        typer.echo(f"{one.kind} ({counted(one.weight, 'assertion')}): {safe(one.asks)}")
        for words in one.words:
            typer.echo(f"  « {safe(words)} »")
        typer.echo(f"  {one.step}")
    if hidden := len(found) - limit if len(found) > limit else 0:
        typer.echo(f"({counted(hidden, 'more question')}; --limit shows them)", err=True)
