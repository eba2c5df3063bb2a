"""Print the figures: ``python -m eval [SET …]``.

Sets: labels, first, conditionals, pairs, asfalda, polnear (all of them by default).
``--update`` raises the floors and freezes the per-case results; it refuses to lower a floor
without ``--allow-regression``. Exit status 1 where a floor is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from eval import gate
from eval.attribution import asfalda, polnear
from eval.conditionals import wikinews
from eval.data import shared
from eval.first_case import first_case
from eval.labels import critical_figures, micro_suite
from eval.metrics import Row
from eval.pairs import claim_pairs

Result = tuple[dict[str, float], list[Row]]


def sets(root: Path) -> dict[str, Callable[[], Result]]:
    """Return the sets by name."""
    data = root / "data"
    return {
        "labels": lambda: micro_suite(data),
        "first": lambda: first_case(root / "cases" / "kursk"),
        "conditionals": lambda: wikinews(data),
        "pairs": lambda: claim_pairs(data),
        "asfalda": lambda: asfalda(data),
        "polnear": lambda: polnear(data),
    }


def main() -> int:
    """Run the sets that were asked for and print their figures."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    args = parser.parse_args()
    root = shared()
    if root is None:
        print("no development data @ ../shared; set OUIDIRE_SHARED to its folder")
        return 0
    known = sets(root)
    figures: dict[str, float] = {}
    critical: list[Row] = []
    for name in args.sets or known:
        started = time.process_time()
        found, rows = known[name]()
        critical += [r for r in rows if "critical" in r.extra]
        figures |= found
        _print(name, found, time.process_time() - started)
        if args.update:
            gained, lost = gate.freeze(name, rows)
            print(f"  gained {gained[:20]}, lost {lost[:20]}")
    if critical:
        figures |= critical_figures(critical)
        _print("critical errors", critical_figures(critical), 0.0)
    return _settle(figures, update=args.update, allow=args.allow_regression)


def _settle(figures: dict[str, float], *, update: bool, allow: bool) -> int:
    if update:
        for line in (missed := gate.raise_floors(figures, allow_regression=allow)):
            print("refused, would lower", line)
        return int(bool(missed))
    for line in (missed := gate.broken(figures)):
        print("below its floor:", line)
    return int(bool(missed))


def _print(name: str, figures: dict[str, float], seconds: float) -> None:
    print(f"{name} ({seconds:.1f} cpu-s)")
    for key, value in figures.items():
        print(f"  {key:32} {value:.3f}" if value % 1 else f"  {key:32} {value:.0f}")


if __name__ == "__main__":
    sys.exit(main())
