"""``ouidire show``."""

from __future__ import annotations

from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, Format, LedgerPath
from ouidire.cli.printing import console, records

__all__ = ["command"]


def command(
    claim: Annotated[str, typer.Argument(help="Id of a claim or assertion, or the beginning of one.")],
    ledger: LedgerPath = None,
    format_: AsText = Format.TEXT,
) -> None:
    """Show one claim with every word it rests on.

    Assertions, chains, origins, timeline, contradictions and drifts.

    Example: ouidire show c:1f3a
    """
    from ouidire.presentation.records import claim as record
    from ouidire.presentation.terminal import render_claim
    from ouidire.presentation.threads import lay_out

    with ledger_at(ledger) as opened:
        found = opened.claim(claim)
        dossier = opened.dossier(claims=opened.around(found))
    if format_ is not Format.TEXT:
        texts = {one.id: x.article.text for x in dossier.extractions for one in x.assertions}
        records([record(found, texts)], format_)
        return
    sheet = lay_out(dossier)
    for view in (*sheet.claims, *sheet.speech):
        if view.claim.id == found.id:
            render_claim(view, console())
