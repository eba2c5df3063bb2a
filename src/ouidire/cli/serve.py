"""``ouidire serve``."""

from __future__ import annotations

from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import LedgerPath

__all__ = ["command"]

Host = Annotated[str, typer.Option(help="Address to listen on; others than 127.0.0.1 open it to a network.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host", help="Another name it may be asked under; may be repeated.", show_default=False
    ),
]


def command(
    host: Host = "127.0.0.1", port: Port = 8017, allow_host: AllowHost = None, ledger: LedgerPath = None
) -> None:
    """Open the ledger in a browser: pages to read, and the HTTP API.

    It only reads. There is no login: whoever can reach the address can read the whole ledger.

    Example: ouidire serve --ledger barrage.db
    """
    from ouidire.web import serve

    with ledger_at(ledger) as opened:
        opened.refresh()
        shown = f"[{host}]" if ":" in host else host
        typer.echo(f"http://{shown}:{port}/ shows {opened.size()} articles; stop with Ctrl-C", err=True)
        serve(opened, host=host, port=port, hosts=tuple(allow_host or ()))
