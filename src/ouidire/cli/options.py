"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "AsJson",
    "AsText",
    "Because",
    "By",
    "Day",
    "Format",
    "Language",
    "LedgerPath",
    "Moment",
    "WorldFiles",
    "one_of",
    "person",
    "read_day",
    "read_language",
]


def _moment(words: str) -> datetime:
    """Read an ISO 8601 date or time; one without an offset is UTC."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError as exc:
        raise typer.BadParameter(f"{words!r} is no date; write 2026-02-05 or 2026-02-05T10:00:00Z") from exc
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def read_day(words: str) -> date:
    """Read an ISO 8601 day."""
    try:
        return date.fromisoformat(words)
    except ValueError as exc:
        raise typer.BadParameter(f"{words!r} is no day; write it as 2026-02-05") from exc


def one_of(kind: str, values: Iterable[str]) -> Callable[[str], str]:
    """Return a parser that takes a value of a closed set in any case, and refuses every other."""
    known = {value.casefold(): value for value in values}

    def parse(word: str) -> str:
        if word and word.casefold() not in known:
            raise typer.BadParameter(f"no such {kind}: {word!r}; there are: {', '.join(known.values())}")
        return known.get(word.casefold(), "")

    return parse


def person(name: str) -> str:
    """Return who decides: as given, else who is logged in."""
    import getpass

    return name.strip() or getpass.getuser()


def read_language(tag: str) -> str:
    """Check that a tag names a language."""
    from ouidire.reading.language import is_language, supported

    if tag and not is_language(tag):
        packs = ", ".join(supported())
        raise typer.BadParameter(f"no such language: {tag!r}; give a tag like fr (packs: {packs})")
    return tag


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
Language = Annotated[
    str | None,
    typer.Option(parser=read_language, metavar="TAG", help="Its language, e.g. fr.", show_default=False),
]
Day = Annotated[
    date | None,
    typer.Option(
        parser=read_day, metavar="DAY", help="By day of publication, e.g. 2026-02-05.", show_default=False
    ),
]
Moment = Annotated[
    datetime | None,
    typer.Option(parser=_moment, metavar="WHEN", help="When it was published, ISO 8601.", show_default=False),
]
By = Annotated[
    str,
    typer.Option("--by", envvar="OUIDIRE_BY", help="Who decides; else who is logged in.", show_default=False),
]
Because = Annotated[str, typer.Option("--because", help="The reason, in your words.", show_default=False)]
