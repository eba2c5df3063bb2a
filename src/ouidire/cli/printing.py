"""How commands print: records as JSON, issues on standard error, and a bar on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from ouidire.cli.options import Format
from ouidire.model import Issue, IssueLevel

if TYPE_CHECKING:
    from rich.console import Console

    from ouidire.engine import Change, Ledger

__all__ = ["bar", "complain", "console", "counted", "passed_over", "records", "say_changes", "say_outdated"]

T = TypeVar("T")

_SCREEN = 20
"""So many changes are printed at most."""


def records(items: Iterable[dict[str, Any]], format_: Format) -> None:
    """Print records as one JSON list, or one a line."""
    import orjson

    if format_ is Format.JSON:
        write(orjson.dumps(list(items), option=orjson.OPT_INDENT_2))
        return
    for item in items:
        write(orjson.dumps(item))


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 claim``, ``2 claims``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def write(line: bytes) -> None:
    """Print bytes and a line feed, at once: a reader of a pipe need not wait for the end."""
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def complain(issues: Iterable[Issue]) -> bool:
    """Print issues on standard error; return whether one is an error."""
    found = False
    for issue in issues:
        found = found or issue.level is IssueLevel.ERROR
        if issue.level is not IssueLevel.INFO:
            place = f" @ {issue.where}" if issue.where else ""
            typer.echo(f"{issue.level.value}: {issue.message}{place} [{issue.code}]", err=True)
    return found


def passed_over(issues: Iterable[Issue]) -> bool:
    """Whether a file of a folder was left out because it is no article."""
    return any(issue.code == "type:skipped" for issue in issues)


def say_changes(found: Sequence[Change]) -> None:
    """Print what changed in the ledger, a line each; not more than a screen."""
    from ouidire.presentation.lines import safe

    for one in found[:_SCREEN]:
        typer.echo(f"{one.claim[:10]}  {one.says}: {safe(one.gloss)}")
    if len(found) > _SCREEN:
        typer.echo(f"({counted(len(found) - _SCREEN, 'more change')})")


def say_outdated(ledger: Ledger) -> None:
    """Say on standard error that articles were extracted by another version of the program, where some were."""
    if number := ledger.outdated():
        typer.echo(
            f"note: {counted(number, 'article')} extracted by another version of ouidire; "
            "to extract again: ouidire rebuild",
            err=True,
        )


def console() -> Console:
    """Return a console for standard output; without colours where that is no terminal."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def bar(items: Iterable[T], says: str) -> Iterator[T]:
    """Pass `items` on, with a count on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=says, console=Console(stderr=True), transient=True)
