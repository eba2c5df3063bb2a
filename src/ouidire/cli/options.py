"""Options that several commands share."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["AsJson", "AsText", "Format", "LedgerPath", "Moment", "WorldFiles"]


def _moment(words: str) -> datetime:
    """Read an ISO 8601 date or time; one without an offset is UTC."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError as exc:
        raise typer.BadParameter(f"{words!r} is no date; write 2026-02-05 or 2026-02-05T10:00:00Z") from exc
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Format(StrEnum):
    """How records are printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


AsText = Annotated[
    Format, typer.Option("--format", "-f", help="How to print: text for people, json or jsonl.")
]
AsJson = Annotated[
    Format, typer.Option("--format", "-f", help="How to print: jsonl (a line each), json, text.")
]
LedgerPath = Annotated[
    str | None,
    typer.Option("--ledger", help="SQLite file; else OUIDIRE_LEDGER, else ouidire.db.", show_default=False),
]
WorldFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--world", help="World file, TOML or JSON; may be repeated, later ones win.", show_default=False
    ),
]
Moment = Annotated[
    datetime | None,
    typer.Option(parser=_moment, metavar="WHEN", help="When it was published, ISO 8601.", show_default=False),
]
