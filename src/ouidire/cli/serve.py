"""``ouidire serve``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import LedgerPath, person

if TYPE_CHECKING:
    from ouidire.web import Writing

__all__ = ["command"]

_SHORTEST = 16
"""Characters of a token."""

Host = Annotated[str, typer.Option(help="Address to listen on; others than 127.0.0.1 open it to a network.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host", help="Another name it may be asked under; may be repeated.", show_default=False
    ),
]
Write = Annotated[bool, typer.Option("--write", help="Let pages judge and add, on this machine alone.")]
As = Annotated[
    str,
    typer.Option(
        "--as",
        envvar="OUIDIRE_BY",
        help="Whose decisions are recorded; else who is logged in.",
        show_default=False,
    ),
]
Token = Annotated[
    str,
    typer.Option(
        "--token",
        envvar="OUIDIRE_TOKEN",
        help="What programs show to write; better in the environment, where no list of commands shows it.",
        show_default=False,
    ),
]


def command(  # noqa: PLR0913 (the options of the interface)
    host: Host = "127.0.0.1",
    port: Port = 8017,
    allow_host: AllowHost = None,
    write: Write = False,
    as_: As = "",
    token: Token = "",
    ledger: LedgerPath = None,
) -> None:
    """Open the ledger in a browser: pages to read, and the HTTP API.

    It only reads, unless --write is given. There is no login: whoever can reach the address can
    read the whole ledger, and with --write whoever uses this machine can judge and add to it.

    Example: ouidire serve --ledger barrage.db
    """
    from ouidire.web import serve

    writing = _writing(host, write=write, by=as_, token=token)
    with ledger_at(ledger, create=write) as opened:
        opened.refresh()
        shown = f"[{host}]" if ":" in host else host
        typer.echo(f"http://{shown}:{port}/ shows {opened.size()} articles; stop with Ctrl-C", err=True)
        if writing:
            what = "pages and programs write" if writing.token and writing.pages else "programs write"
            what = "pages write" if not writing.token else what
            typer.echo(f"{what}, as {writing.by}", err=True)
        serve(opened, host=host, port=port, hosts=tuple(allow_host or ()), writing=writing)


def _writing(host: str, *, write: bool, by: str, token: str) -> Writing | None:
    """Return who writes; None where nobody may.

    Raises:
        BadParameter: What is asked for would let a network write without a token.

    """
    from ouidire.web import Writing, is_loopback

    if not write:
        return None
    if token and len(token) < _SHORTEST:
        raise typer.BadParameter(
            f"a token of fewer than {_SHORTEST} characters is guessed; give a longer one"
        )
    own = is_loopback(host)
    if not own and not token:
        raise typer.BadParameter(f"pages write only on this machine, not on {host}; give programs a --token")
    return Writing(by=person(by), pages=own, token=token)
