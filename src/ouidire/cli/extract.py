"""``ouidire extract``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from ouidire.cli.add import Outlet, Sources, Url
from ouidire.cli.opening import world_of
from ouidire.cli.options import AsJson, Format, Language, Moment, WorldFiles
from ouidire.cli.printing import bar, complain, records

if TYPE_CHECKING:
    from ouidire.model import Extraction

__all__ = ["command"]


def command(  # noqa: PLR0913 (the options of the interface)
    sources: Sources,
    outlet: Outlet = None,
    url: Url = None,
    language: Language = None,
    published_at: Moment = None,
    world: WorldFiles = None,
    format_: AsJson = Format.JSONL,
) -> None:
    """Read articles without a ledger: one JSON line each on standard output.

    Example: ouidire extract article.txt --language fr --outlet "Le Large"
    """
    from ouidire.engine import extract_each
    from ouidire.presentation.lines import extraction_lines
    from ouidire.presentation.records import extraction
    from ouidire.reading import ReadSettings

    settings = ReadSettings(outlet=outlet, url=url, language=language, published_at=published_at)
    problems: list[bool] = []

    def found_in_each() -> Iterator[Extraction]:
        for issues, found in bar(extract_each(sources, settings, world_of(world)), "reading"):
            problems.append(complain(issues))
            if found is not None:
                yield found

    if format_ is Format.TEXT:
        for found in found_in_each():
            typer.echo("\n".join(extraction_lines(found)))
    else:
        records((extraction(found) for found in found_in_each()), format_)
    raise typer.Exit(1 if any(problems) else 0)
