"""``ouidire add``."""

from __future__ import annotations

from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, Format, Language, LedgerPath, Moment, WorldFiles
from ouidire.cli.printing import bar, complain, counted, passed_over, records, say_changes, say_outdated

__all__ = ["command"]

Sources = Annotated[list[str], typer.Argument(help="Files, folders, globs, or - for standard input.")]
Outlet = Annotated[str | None, typer.Option(help="Who published it, for bare text.", show_default=False)]
Url = Annotated[str | None, typer.Option(help="Where it was published.", show_default=False)]

_NOTES = 5
"""So many files that are passed over are named; -f json lists them all."""


def command(  # noqa: PLR0913 (the options of the interface)
    sources: Sources,
    outlet: Outlet = None,
    url: Url = None,
    language: Language = None,
    published_at: Moment = None,
    ledger: LedgerPath = None,
    world: WorldFiles = None,
    format_: AsText = Format.TEXT,
) -> None:
    """Read articles into the ledger.

    What is there already is left alone. A document that cannot be read is recorded with what
    was wrong with it, and the rest is read. Of a folder, files that are no articles are passed
    over: README and LICENSE files, world files, kinds that are not read. What it changed in a
    ledger that had claims is told: new echoes, claims now disputed.

    Example: ouidire add articles/ --world world.toml
    """
    from ouidire.codec import encode
    from ouidire.reading import ReadSettings

    settings = ReadSettings(outlet=outlet, url=url, language=language, published_at=published_at)
    counts: dict[str, int] = {}
    failed = False
    done = []
    with ledger_at(ledger, world=world, create=True) as opened:
        before = opened.many()
        for item in bar(opened.adding(sources, settings), "reading"):
            failed = complain(item.issues) or item.outcome == "failed" or failed
            skipped = passed_over(item.issues)
            key = "passed over" if skipped else item.outcome if item.new else "there already"
            counts[key] = counts.get(key, 0) + 1
            if skipped and format_ is Format.TEXT and counts[key] <= _NOTES:
                typer.echo(f"passed over: {item.issues[-1].message} @ {item.place}", err=True)
            done.append(item)
        found = opened.refresh()
        changed = found if before else ()
        total = opened.many()
        say_outdated(opened)
    if format_ is Format.TEXT:
        said = ", ".join(f"{count} {what}" for what, count in counts.items()) or "nothing found"
        typer.echo(f"{said}; {counted(total, 'claim')} in the ledger")
        say_changes(changed)
    else:
        records((encode(item) for item in done), format_)
    raise typer.Exit(1 if failed else 0)
