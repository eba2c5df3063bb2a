"""What it costs to link one article into a small ledger and into a large one: ``python -m eval.growth``.

Ledgers of invented stories (`growth_stories`) are filled with extractions, without a parser, and
made once. Then articles of a new story are added one by one, in both ledgers in turn, and the CPU
seconds of bringing the derived state up to date are taken, the median of several. ``--check`` also
compares the large ledger's state with the whole made anew.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from eval.growth_stories import PER_ARTICLE, stories, told
from ouidire import storage
from ouidire.engine import worlds
from ouidire.engine.rebuild import rebuild
from ouidire.engine.refreshing import refresh
from ouidire.engine.versions import made_by
from ouidire.model import Extraction
from ouidire.storage import Document, Store

__all__ = ["fill", "linking_cost"]

ARTICLES = 5
# The goal: so much dearer at most in the large ledger.
GOAL = 1.5


def put(store: Store, item: Extraction, world: str) -> None:
    """Add an article and what was found in it with a world (its digest), as reading it would."""
    document = Document(place=item.article.ref, outcome="ok", article=item.article)
    store.add(document)
    store.add_extraction(document.id, item, made_by=made_by(), world=world)


def _world(store: Store) -> str:
    return worlds.digest(worlds.stored(store)[0])


def fill(store: Store, many: int) -> None:
    """Fill a ledger with stories until it has `many` assertions, and make its derived state."""
    with store.engine.connect().execution_options(bare=True) as connection:
        connection.exec_driver_sql("PRAGMA synchronous=OFF")
    world = _world(store)
    for story in stories(many // (ARTICLES * PER_ARTICLE)):
        for item in told(story, articles=ARTICLES):
            put(store, item, world)
    rebuild(store)


def linking_cost(stores: Sequence[Store], sizes: Sequence[int], rounds: int) -> list[list[float]]:
    """Return the CPU seconds of each refresh by ledger; in each round every ledger gets one article."""
    queues = []
    for size in sizes:
        many = size // (ARTICLES * PER_ARTICLE)
        fresh = list(stories(many + rounds))[many:]
        queues.append([item for story in fresh for item in told(story, articles=ARTICLES)])
    spent: list[list[float]] = [[] for _ in stores]
    for n in range(rounds):
        for store, queue, times in zip(stores, queues, spent, strict=True):
            put(store, queue[n], _world(store))
            started = time.process_time()
            refresh(store)
            times.append(time.process_time() - started)
    return spent


def main() -> int:
    """Print the medians and their ratio; status 1 where the goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m eval.growth", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stores = [Store(Path(folder) / f"{size}.db") for size in args.sizes]
        for store, size in zip(stores, args.sizes, strict=True):
            started = time.process_time()
            fill(store, size)
            print(f"growth.filled.{size} {time.process_time() - started:.1f} cpu-s", flush=True)
        medians = []
        for size, times in zip(args.sizes, linking_cost(stores, args.sizes, args.rounds), strict=True):
            medians.append(statistics.median(times))
            print(
                f"growth.link.{size} {1000 * medians[-1]:.1f} ms (n {len(times)}, worst {1000 * max(times):.1f})"
            )
        ratio = medians[-1] / medians[0]
        print(f"growth.ratio {ratio:.2f}")
        if args.check:
            before = storage.export(stores[-1])
            rebuild(stores[-1])
            same = storage.export(stores[-1]) == before
            print(f"growth.same_as_rebuild {int(same)}")
            ratio = ratio if same else float("inf")
        for store in stores:
            store.close()
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main())
