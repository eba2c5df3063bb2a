"""Print the figures: ``python -m eval [SET …]``.

Sets: variants, held, labels, first, conditionals, pairs, nested, meantime,
uds, asfalda, french, polnear, translated, ecb (all of them by
default; the first two are invented and always there, the others need the development data).
Beside each set stands what reading its texts cost: cpu-seconds, ms for a text, words a second.
``--update`` raises the floors and freezes the per-case results; it refuses to lower a floor
without ``--allow-regression``. ``--errors`` prints the open variants that came out wrong, and the
variants by phenomenon. For asfalda, french and polnear ``--constructions`` counts by wording,
``--case ID`` (``--case worst`` for the ten worst) prints gold and found, ``--html FILE`` draws them. Exit status 1 where a floor is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from eval import gate
from eval.attribution import asfalda, polnear
from eval.cases import SETS, by_construction, chosen, page, printed
from eval.certainty import meantime, uds
from eval.conditionals import wikinews
from eval.data import shared
from eval.ecb import ecb
from eval.first_case import first_case
from eval.french import french
from eval.invented import breakdown, mistakes, variants
from eval.labels import critical_figures, micro_suite
from eval.metrics import Row
from eval.nested import nested_pairs
from eval.pairs import claim_pairs
from eval.product import SPENT, Spent
from eval.translations import translations

Result = tuple[dict[str, float], list[Row]]


def sets(root: Path | None) -> dict[str, Callable[[], Result]]:
    """Return the sets by name: the invented ones, and those of the development data where it lies."""
    invented: dict[str, Callable[[], Result]] = {
        "variants": lambda: variants("open"),
        "held": lambda: variants("held"),
    }
    if root is None:
        return invented
    data = root / "data"
    return invented | {
        "labels": lambda: micro_suite(data),
        "first": lambda: first_case(root / "cases" / "kursk"),
        "conditionals": lambda: wikinews(data),
        "pairs": lambda: claim_pairs(data),
        "nested": lambda: nested_pairs(data),
        "meantime": lambda: meantime(data),
        "uds": lambda: uds(data),
        "asfalda": lambda: asfalda(data),
        "french": lambda: french(data),
        "polnear": lambda: polnear(data),
        "translated": lambda: translations(data),
        "ecb": lambda: ecb(data),
    }


def main() -> int:
    """Run the sets that were asked for and print their figures."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--constructions", action="store_true")
    parser.add_argument("--case", action="append", default=[])
    parser.add_argument("--html", type=Path)
    args = parser.parse_args()
    root = shared()
    if root is None:
        print("no development data @ ../shared; set OUIDIRE_SHARED to its folder for the other sets")
    known = sets(root)
    figures: dict[str, float] = {}
    critical: list[Row] = []
    for name in args.sets or known:
        before, started = replace(SPENT), time.process_time()
        found, rows = known[name]()
        if name not in ("variants", "held"):  # those print their own
            critical += [r for r in rows if "critical" in r.extra]
        figures |= found
        _print(name, found, time.process_time() - started, _cost(before))
        if root is not None and name in SETS:
            _look(name, root / "data", args)
        if args.errors and name in ("variants", "held"):
            _errors("open" if name == "variants" else name)
        if args.update and rows:
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


def _errors(half: str) -> None:
    """Print what went wrong by phenomenon; the sentences only of the half that is there to be read."""
    for name, n, found, right, critical in breakdown(half):
        print(f"  {name:44} n {n:3} found {found:3} right {right:3} critical {critical}")
    if half == "open":
        print("\n".join(mistakes(half)))


def _look(name: str, data: Path, args: argparse.Namespace) -> None:
    """Count by construction and show the cases that were asked for."""
    if args.constructions:
        for kind, gold, found, matched in by_construction(SETS[name](data)):
            precision, recall = matched / max(1, found), matched / max(1, gold)
            print(f"  {kind:32} gold {gold:5} found {found:5} P {precision:.3f} R {recall:.3f}")
    if args.case:
        cases = chosen(SETS[name](data), args.case)
        print("\n".join(line for case in cases for line in printed(case)))
        if args.html:
            args.html.write_text(page(cases), encoding="utf-8")


def _cost(before: Spent) -> str:
    texts, words = SPENT.texts - before.texts, SPENT.words - before.words
    seconds = SPENT.seconds - before.seconds
    if not texts or not seconds:
        return ""
    return f"; {texts} texts, {1000 * seconds / texts:.0f} ms each, {words / seconds:.0f} words/s"


def _print(name: str, figures: dict[str, float], seconds: float, cost: str = "") -> None:
    print(f"{name} ({seconds:.1f} cpu-s{cost})")
    for key, value in figures.items():
        print(f"  {key:32} {value:.3f}" if value % 1 else f"  {key:32} {value:.0f}")


if __name__ == "__main__":
    sys.exit(main())
