"""Runs the workbench until it is stopped."""

from __future__ import annotations

import gc

from ouidire.engine import Ledger
from ouidire.web.app import create_app
from ouidire.web.writing import Writing

__all__ = ["serve"]

_AT_ONCE = 200
"""Connections beyond which a new one is told to come back later."""


def serve(
    ledger: Ledger, *, host: str, port: int, hosts: tuple[str, ...] = (), writing: Writing | None = None
) -> None:
    """Answer requests on `host` and `port`; returns when it is interrupted.

    Args:
        hosts: Further names under which it may be asked.
        writing: Who writes through it; nobody where it is None.

    """
    import uvicorn

    own = f"[{host}]" if ":" in host else host
    app = create_app(ledger, (own, *hosts), writing)
    gc.collect()
    gc.freeze()  # a large ledger in memory stays: looking through it again would hold up requests
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        limit_concurrency=_AT_ONCE,
        timeout_keep_alive=5,
        server_header=False,
        proxy_headers=False,
    )
