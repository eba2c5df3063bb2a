"""Print the figures: ``python -m eval [SET …]``.

The sets are listed in `eval.sets`; all that can be scored here by default. The invented ones
(variants, held, second, second-held) are always there; blind and articles need texts that lie outside
the repository, the others the development data. ``unread.critical`` is the rate of critical errors over
all invented items that were never read.
Beside each set stands what reading its texts cost: cpu-seconds, ms for a text, words a second.
``--update`` raises the floors and freezes the per-case results; it refuses to lower a floor
without ``--allow-regression``. ``--errors`` prints what came out wrong: invented items of sets there to
be read, and all of these sets by phenomenon; times and places missed; the confusion table of events.
For asfalda, french and polnear ``--constructions`` counts by wording, ``--case ID`` (``--case worst``
for the ten worst) prints gold and found, ``--html FILE`` draws them. Exit status 1 where a floor is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

from eval import gate
from eval.cases import SETS, by_construction, chosen, page, printed
from eval.data import shared
from eval.invented import READ, UNREAD, breakdown, mistakes
from eval.labels import critical_figures
from eval.metrics import Row
from eval.product import SPENT, Spent
from eval.sets import LISTED, sets


def main() -> int:
    """Run the sets that were asked for and print their figures."""
    args = _arguments()
    root = shared()
    if root is None:
        print("no development data @ ../shared; set OUIDIRE_SHARED to its folder for the other sets")
    known = sets(root)
    if unknown := [name for name in args.sets if name not in known]:
        print(f"no such set here @ {', '.join(unknown)}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    figures: dict[str, float] = {}
    critical: list[Row] = []
    unread: list[Row] = []
    for name in args.sets or known:
        before, started = replace(SPENT), time.process_time()
        found, rows = known[name]()
        if name in UNREAD:
            unread += rows
        if name not in READ | UNREAD:  # those print their own
            critical += [r for r in rows if "critical" in r.extra]
        figures |= found
        _print(name, found, time.process_time() - started, _cost(before))
        _look(name, root / "data" if root is not None else None, args)
        if args.update and rows:
            gained, lost = gate.freeze(name, rows)
            print(f"  gained {gained[:20]}, lost {lost[:20]}")
    if critical:
        figures |= critical_figures(critical)
        _print("critical errors", critical_figures(critical), 0.0)
    if unread:
        figures |= critical_figures(unread, "unread.critical")
        _print("critical errors, never read", critical_figures(unread, "unread.critical"), 0.0)
    return _settle(figures, update=args.update, allow=args.allow_regression)


def _settle(figures: dict[str, float], *, update: bool, allow: bool) -> int:
    if update:
        for line in (missed := gate.raise_floors(figures, allow_regression=allow)):
            print("refused, would lower", line)
        return int(bool(missed))
    for line in (missed := gate.broken(figures)):
        print("below its floor:", line)
    return int(bool(missed))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--constructions", action="store_true")
    parser.add_argument("--case", action="append", default=[])
    parser.add_argument("--html", type=Path)
    return parser.parse_args()


def _errors(name: str) -> None:
    """Print what went wrong by phenomenon; the sentences only of sets that are there to be read."""
    for phenomenon, n, found, right, critical in breakdown(name):
        print(f"  {phenomenon:44} n {n:3} found {found:3} right {right:3} critical {critical}")
    if name in READ:
        print("\n".join(mistakes(name)))


def _look(name: str, data: Path | None, args: argparse.Namespace) -> None:
    """List what came out wrong, count by construction, show the cases that were asked for."""
    if args.errors and name in READ | UNREAD:
        _errors(name)
    if args.errors and data is not None and name in LISTED:
        print("\n".join(f"  {line.strip()}" for line in LISTED[name](data)))
    if data is None or name not in SETS:
        return
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
