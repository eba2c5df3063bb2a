"""``ouidire schema``."""

from __future__ import annotations

from typing import Annotated

import typer

from ouidire.errors import ConfigError

__all__ = ["command"]


def command(
    name: Annotated[str, typer.Argument(help="Which; without one, all names are listed.")] = "",
) -> None:
    """Print the JSON Schema of an output or input.

    Example: ouidire schema extraction
    """
    import orjson

    from ouidire.presentation.schema import NAMES, json_schema

    if not name:
        for known, maker in NAMES.items():
            typer.echo(f"{known:12} {(maker.__doc__ or '').splitlines()[0]}")
        return
    if name not in NAMES:
        raise ConfigError(f"no such schema @ {name}; there are: {', '.join(NAMES)}")
    typer.echo(orjson.dumps(json_schema(name), option=orjson.OPT_INDENT_2))
