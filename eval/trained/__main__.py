"""Compare the grammar with trained ways: ``python -m eval.trained [--articles N] [--jobs N]``.

Needs ``pip install -c constraints.txt -e '.[trained]'`` and the development data. Cuts are chosen on
training documents, out of fold. What learns from PolNeAR's labels is an upper bound and never ships.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from eval.attribution import fits
from eval.data import shared
from eval.metrics import Counts, Row, bootstrap, match
from eval.trained.choosing import added, best_cut, chosen, labels, row
from eval.trained.learning import fit, out_of_fold, score
from eval.trained.reading import Document, read, sources

HALF = 0.5

Sets = dict[str, list[Document]]


def main() -> int:
    """Read everything once, train, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m eval.trained", description=__doc__)
    parser.add_argument("--articles", type=int, default=60, help="of PolNeAR train")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    root = shared()
    if root is None:
        print("no development data @ ../shared")
        return 1
    work = list(sources(root / "data", args.articles))
    sets: Sets = {}
    with ProcessPoolExecutor(args.jobs) as pool:
        names, raws = zip(*work, strict=True)
        for name, found in zip(names, pool.map(read, names, raws, chunksize=4), strict=True):
            sets.setdefault(name, []).append(found)
    _compare("PolNeAR dev", sets["polnear.dev"], sets["gum"], "GUM")
    _compare("French, reader a", sets["french"], sets["asfalda"], "ASFALDA")
    _across("ASFALDA, by subcorpus", sets["asfalda"])
    silver = [_silver(d) for d in sets["polnear.train"]]
    _line("PolNeAR dev: alone, self-trained", *_alone(silver, sets["polnear.dev"]))
    _line("PolNeAR dev: added, self-trained", *_adding(silver, sets["polnear.dev"]))
    _compare(
        "PolNeAR dev (upper bound, not for shipping)", sets["polnear.dev"], sets["polnear.train"], "PolNeAR"
    )
    _classes(sets["polnear.train"], sets["polnear.dev"])
    return 0


def _classes(train: list[Document], test: list[Document]) -> None:
    """Print, by how content hangs on the cue, what the added relations get right and wrong."""
    groups = [(d.fold, d.seen, labels(d.gold, d.offered)) for d in train]
    model = fit([x for g in groups for x in g[1]], [y for g in groups for y in g[2]])
    tally: Counter[str] = Counter()
    for d in test:
        both = added(d.grammar, chosen(d.offered, score(model, d.seen), HALF))
        right = {f for _, f in match(d.gold, both, fits)}
        for n in range(len(d.grammar), len(both)):
            tally[f"{both[n]['kind']} {'right' if n in right else 'wrong'}"] += 1
    print("added at .5:", ", ".join(f"{name} {n}" for name, n in sorted(tally.items())))


def _compare(title: str, test: list[Document], train: list[Document], name: str) -> None:
    _line(f"{title}: grammar", [row(d.doc, d.gold, d.grammar) for d in test], _rate(test, "grammar"))
    _line(f"{title}: alone, {name}", *_alone(train, test))
    _line(f"{title}: filter, {name}", *_filter(train, test))
    _line(f"{title}: added, {name}", *_adding(train, test))


def _alone(train: list[Document], test: list[Document]) -> tuple[list[Row], float]:
    cut, scores = _trained(train, test, lambda d, s, c: row(d.doc, d.gold, chosen(d.offered, s, c)))
    pairs = zip(test, scores, strict=True)
    return [row(d.doc, d.gold, chosen(d.offered, s, cut)) for d, s in pairs], _rate(test, "parse") + _rate(
        test, "trained"
    )


def _adding(train: list[Document], test: list[Document]) -> tuple[list[Row], float]:
    def of(d: Document, s: list[float], c: float) -> Row:
        return row(d.doc, d.gold, added(d.grammar, chosen(d.offered, s, c)))

    cut, scores = _trained(train, test, of)
    return [of(d, s, cut) for d, s in zip(test, scores, strict=True)], _rate(test, "grammar") + _rate(
        test, "trained"
    )


def _trained(train: list[Document], test: list[Document], of, seen="seen", offered="offered"):
    """Return the best cut and the scores of the test; `seen` and `offered` name fields of a document."""
    groups = [(d.fold, getattr(d, seen), labels(d.gold, getattr(d, offered))) for d in train]
    held = out_of_fold(groups)
    cut = best_cut(lambda c: [of(d, s, c) for d, s in zip(train, held, strict=True)])
    model = fit([x for g in groups for x in g[1]], [y for g in groups for y in g[2]])
    return cut, [score(model, getattr(d, seen)) for d in test]


def _filter(train: list[Document], test: list[Document]) -> tuple[list[Row], float]:
    def of(d: Document, s: list[float], c: float) -> Row:
        return row(d.doc, d.gold, [r for r, p in zip(d.grammar, s, strict=True) if p >= c])

    cut, scores = _trained(train, test, of, seen="grammar_seen", offered="grammar")
    return [of(d, s, cut) for d, s in zip(test, scores, strict=True)], _rate(test, "grammar")


def _across(title: str, docs: list[Document]) -> None:
    """Print recall of a set that is not exhaustive, trained across its own documents."""
    groups = [(d.fold, d.seen, labels(d.gold, d.offered)) for d in docs]
    held = out_of_fold(groups)
    cut = best_cut(
        lambda c: [row(d.doc, d.gold, chosen(d.offered, s, c)) for d, s in zip(docs, held, strict=True)]
    )
    alone = [chosen(d.offered, s, cut) for d, s in zip(docs, held, strict=True)]
    _line(f"{title}: grammar", [row(d.doc, d.gold, d.grammar) for d in docs], _rate(docs, "grammar"))
    _line(
        f"{title}: alone",
        [row(d.doc, d.gold, a) for d, a in zip(docs, alone, strict=True)],
        _rate(docs, "parse") + _rate(docs, "trained"),
    )
    both = [row(d.doc, d.gold, added(d.grammar, a)) for d, a in zip(docs, alone, strict=True)]
    _line(f"{title}: added", both, _rate(docs, "grammar") + _rate(docs, "trained"))


def _silver(document: Document) -> Document:
    """Put the grammar's relations in the place of the labels."""
    copy = Document(**{name: getattr(document, name) for name in Document.__slots__})
    copy.gold = document.grammar
    return copy


def _rate(docs: list[Document], name: str) -> float:
    """Seconds per 1,000 words."""
    return 1000 * sum(getattr(d, f"{name}_seconds") for d in docs) / max(1, sum(d.words for d in docs))


def _line(title: str, rows: list[Row], rate: float) -> None:
    counts = Counts.over(rows)
    low, high = bootstrap(rows, lambda sample: Counts.over(sample).f1)
    print(
        f"{title:62} P {counts.precision:.3f} R {counts.recall:.3f} F1 {counts.f1:.3f} "
        f"[{low:.3f}, {high:.3f}] n {counts.gold} {rate:.2f} s/1000 words",
        flush=True,
    )


if __name__ == "__main__":
    started = time.perf_counter()
    status = main()
    print(f"{time.perf_counter() - started:.0f} s")
    sys.exit(status)
