"""``ouidire relate``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ouidire.cli.opening import world_of
from ouidire.cli.options import AsText, Format, Language, Moment, WorldFiles
from ouidire.cli.printing import complain, records

__all__ = ["command"]


def command(
    a: Annotated[str, typer.Argument(help="A statement; - to read pairs as JSON lines.")],
    b: Annotated[str | None, typer.Argument(help="The statement to compare it with.")] = None,
    language: Language = None,
    published_at: Moment = None,
    world: WorldFiles = None,
    format_: AsText = Format.TEXT,
) -> None:
    """Say how two statements relate.

    SAME, ENTAILS, ENTAILED_BY, CONTRADICTS, UPDATES, UPDATED_BY, FILLS_GAP, RELATED or UNRELATED,
    with the rows of the table that fired. With - one JSON object a line is read from standard
    input: {"id", "a": {"text", "language"}, "b": {…}}.

    Example: ouidire relate "Le pont a été détruit." "The bridge was not destroyed."
    """
    from ouidire.engine import Statement, relate_lines, relate_texts
    from ouidire.presentation.records import related

    known = world_of(world)
    if a == "-" and b is None:
        failed = False
        for issues, id_, link in relate_lines(sys.stdin.buffer, known):
            failed = complain(issues) or failed
            if link is not None:
                records([related(link, id_)], Format.JSONL)
        raise typer.Exit(1 if failed else 0)
    if b is None:
        raise typer.BadParameter("two statements are needed, or - for pairs on standard input")
    left, right = (Statement(text=text, language=language, published_at=published_at) for text in (a, b))
    link = relate_texts(left, right, known)
    if format_ is not Format.TEXT:
        records([related(link)], format_)
        return
    rows = ", ".join(str(row) for row in link.rows)
    typer.echo(f"{link.relation.value} (rows {rows}): {link.why}")
