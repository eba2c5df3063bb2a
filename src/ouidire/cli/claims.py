"""``ouidire claims``."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, Day, Format, LedgerPath, one_of, read_day, read_language
from ouidire.cli.printing import counted, records, say_outdated
from ouidire.model import Contest, Label, Support

__all__ = ["Query", "command"]

Query = Annotated[str, typer.Argument(help="Words that stand in a claim, its speakers or places.")]
_STATUSES = [value.value for value in dict.fromkeys((*Support, *Contest))]
Status = Annotated[
    str,
    typer.Option(
        parser=one_of("status", _STATUSES),
        metavar="STATUS",
        help="Support or contest, e.g. corroborated, disputed.",
    ),
]
LabelName = Annotated[
    str, typer.Option(parser=one_of("label", Label), metavar="LABEL", help="E.g. HEDGED_REPORTED.")
]
Actor = Annotated[str, typer.Option(help="Who speaks or acts, as written or by id.")]
Place = Annotated[str, typer.Option(help="Where, as written or by id.")]
Language = Annotated[
    str,
    typer.Option(parser=read_language, metavar="TAG", help="Of an article that says it, e.g. fr."),
]
Changed = Annotated[
    date | None,
    typer.Option(
        parser=read_day, metavar="DAY", help="Whose status changed on that day or later.", show_default=False
    ),
]
All = Annotated[bool, typer.Option("--all", help="Also claims that only say who spoke.")]


def command(  # noqa: PLR0913 (one parameter for each filter of the interface)
    query: Query = "",
    status: Status = "",
    label: LabelName = "",
    actor: Actor = "",
    place: Place = "",
    language: Language = "",
    since: Day = None,
    until: Day = None,
    changed_since: Changed = None,
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
        since=since,
        until=until,
        changed_since=changed_since,
    )
    with ledger_at(ledger) as opened:
        found = opened.claims(wanted)
        say_outdated(opened)
    if format_ is not Format.TEXT:
        records((record(claim) for claim in found), format_)
        return
    shown = [claim for claim in found if every or claim.family != "speech"]
    for claim in shown:
        typer.echo(lines.claim_line(claim))
    if hidden := len(found) - len(shown):
        typer.echo(f"({counted(hidden, 'claim')} only about who spoke; --all shows them)", err=True)
