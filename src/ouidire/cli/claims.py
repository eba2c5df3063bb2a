"""``ouidire claims``."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, Format, LedgerPath
from ouidire.cli.printing import records

__all__ = ["Query", "command"]

Query = Annotated[str, typer.Argument(help="Words that stand in a claim, its speakers or places.")]
Status = Annotated[str, typer.Option(help="Support or contest, e.g. corroborated, disputed.")]
Label = Annotated[str, typer.Option(help="E.g. HEDGED_REPORTED.")]
Actor = Annotated[str, typer.Option(help="Who speaks or acts, as written or by id.")]
Place = Annotated[str, typer.Option(help="Where, as written or by id.")]
Language = Annotated[str, typer.Option(help="Of an article that says it, e.g. fr.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="By day of publication.")]
All = Annotated[bool, typer.Option("--all", help="Also claims that only say who spoke.")]


def command(  # noqa: PLR0913 (one parameter for each filter of the interface)
    query: Query = "",
    status: Status = "",
    label: Label = "",
    actor: Actor = "",
    place: Place = "",
    language: Language = "",
    since: Day = None,
    until: Day = None,
    every: All = False,
    ledger: LedgerPath = None,
    format_: AsText = Format.TEXT,
) -> None:
    """List claims: label, words, origins, status.

    Example: ouidire claims barrage --label HEDGED_REPORTED --since 2026-03-12
    """
    from ouidire.engine import Wanted
    from ouidire.presentation import lines
    from ouidire.presentation.records import claim as record

    wanted = Wanted(
        query=query,
        status=status,
        label=label,
        actor=actor,
        place=place,
        language=language,
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    with ledger_at(ledger) as opened:
        found = opened.claims(wanted)
    if format_ is not Format.TEXT:
        records((record(claim) for claim in found), format_)
        return
    shown = [claim for claim in found if every or claim.family != "speech"]
    for claim in shown:
        typer.echo(lines.claim_line(claim))
    if hidden := len(found) - len(shown):
        typer.echo(f"({hidden} claims only say who spoke; --all shows them)", err=True)
