"""How fast the workbench answers, and how heavy its pages are: ``python -m eval.workbench [ARTICLES]``.

An invented ledger (10,000 articles by default) is served on loopback by the server of ``ouidire serve``;
a client in a process of its own asks it over one connection at a time, each request a new address unless
said otherwise. In the same run a bare ASGI reply is asked in the same way. Exit status 1 where a goal is missed.
"""

from __future__ import annotations

import gc
import multiprocessing
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any

from eval.workbench_ledger import invented
from ouidire.web import create_app

ARTICLES = 10_000
TIMES = 200
GOALS = {"claim": 100.0, "search": 150.0}
HEAVIEST = 300 * 1024
SHARE = 0.25
_KEEP = b"Host: 127.0.0.1\r\nAccept-Encoding: gzip\r\nAccept-Language: %s\r\nConnection: keep-alive\r\n\r\n"


def ask(port: int, paths: Sequence[str], tongue: str = "en") -> tuple[list[float], list[int]]:
    """Ask for each path in turn on one connection; return milliseconds and bytes of body for each."""
    spent, sizes = [], []
    with socket.create_connection(("127.0.0.1", port)) as line:
        stream = line.makefile("rb")
        for path in paths:
            began = time.perf_counter()
            line.sendall(f"GET {path} HTTP/1.1\r\n".encode() + _KEEP % tongue.encode())
            status = stream.readline()
            length = 0
            while (header := stream.readline()) not in {b"\r\n", b""}:
                if header.lower().startswith(b"content-length:"):
                    length = int(header.split(b":")[1])
            stream.read(length)
            spent.append((time.perf_counter() - began) * 1000)
            sizes.append(length)
            assert b" 200 " in status, (path, status)
    return spent, sizes


def hammer(port: int, path: str, seconds: float) -> float:
    """Return requests a second for one address, asked again and again on one connection."""
    done, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        ask(port, [path] * 50)
        done += 50
    return done / (time.perf_counter() - began)


def serve(app: Any) -> int:
    """Serve an application on a free port, as ``ouidire serve`` does; return the port."""
    import uvicorn

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning", server_header=False)
    server = uvicorn.Server(config)
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.01)
    return port


async def bare(_scope: Any, _receive: Any, send: Any) -> None:
    """Answer everything with two bytes."""
    headers = [(b"content-type", b"text/plain"), (b"content-length", b"2")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"ok"})


def share(values: Sequence[float], part: float) -> float:
    """Return the value below which `part` of `values` lie."""
    return sorted(values)[min(int(len(values) * part), len(values) - 1)]


def paths_of(view: Any) -> dict[str, list[str]]:
    """Return addresses by kind of page, spread over the ledger."""
    claims, articles = list(view.views), [a.id for a in view.articles]
    step = max(len(claims) // TIMES, 1)
    words = ("bridge", "dam", "flooded", "Brask", "Kursk", "mill", "tower no. 12", "drone", "closed", "Lyon")
    asked = [f"/search?q={w.replace(' ', '+')}" for w in words]
    asked += [f"/search?label=ATTRIBUTED&q={w.replace(' ', '+')}" for w in words]
    asked += [
        "/search?status=disputed",
        "/search?place=Lyon",
        "/search?actor=Brask",
        "/search?since=2031-06-01",
    ]
    asked += [f"/search?q=no.+{n}" for n in range(TIMES - len(asked))]
    near = [f"/compare?a={a}&b={b}" for a, b in zip(articles[:60:2], articles[1:60:2], strict=True)]
    return {
        "claim": [f"/claims/{id_}" for id_ in claims[::step][:TIMES]],
        "search": asked,
        "article": [f"/articles/{id_}" for id_ in articles[:: max(len(articles) // 60, 1)][:60]],
        "source": [f"/sources/{c.key.replace(' ', '%20')}" for c in view.sources[:30]],
        "storyline": [f"/storyline?q={w.replace(' ', '+')}&clock=said" for w in words],
        "compare": near,
        "others": ["/", "/articles", "/sources", "/review", "/decisions", "/about", "/storyline"],
    }


def run(articles: int, pool: Pool) -> list[str]:
    """Print the figures; return what missed its goal."""
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        ledger = invented(Path(folder), articles)
        view = ledger.view
        print(
            f"{len(view.articles):,} articles, {len(view.views):,} claims, made in {time.perf_counter() - began:.0f} s"
        )
        port, plain = serve(create_app(ledger)), serve(bare)  # type: ignore[arg-type]  (stands for a ledger)
        gc.collect()
        gc.freeze()  # as `serve` does
        pool.apply(ask, (port, ["/about"]))
        print(f"{'page':12} {'n':>4} {'p50 ms':>8} {'p95 ms':>8} {'gzip KB':>8}")
        for kind, paths in paths_of(view).items():
            spent, sizes = pool.apply(ask, (port, paths))
            late, heavy = share(spent, 0.95), max(sizes)
            print(f"{kind:12} {len(paths):4} {share(spent, 0.5):8.1f} {late:8.1f} {heavy / 1024:8.1f}")
            if late > GOALS.get(kind, float("inf")):
                missed.append(f"{kind}: p95 {late:.1f} ms")
            if heavy > HEAVIEST:
                missed.append(f"{kind}: {heavy:,} bytes")
        missed += _rates(pool, port, plain, f"/claims/{next(iter(view.views))}")
    return missed


def _rates(pool: Pool, port: int, plain: int, path: str) -> list[str]:
    once = pool.apply(hammer, (plain, "/", 3.0))
    again = pool.apply(hammer, (port, path, 3.0))
    once = max(once, pool.apply(hammer, (plain, "/", 3.0)))
    print(
        f"one claim page again and again: {again:,.0f} requests/s; a bare ASGI reply: {once:,.0f} ({again / once:.0%})"
    )
    return [f"requests/s: {again / once:.0%} of a bare reply"] if again < SHARE * once else []


def main() -> int:
    """Measure, and say what missed its goal."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        missed = run(articles, pool)
    print("missed: " + "; ".join(missed) if missed else "every goal is met")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
