"""How long things take, on this machine: ``python -m eval.bench``.

CPU seconds of whole commands, the least of three runs each, on the bundled story; two figures are
ratios, which hold across machines: one article cold over loading its language pack, and adding
everything again over adding it first.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
RUNS = 3


def cpu(words: list[str], runs: int = RUNS) -> float:
    """Return the CPU seconds of a command, the least of `runs`."""
    best = float("inf")
    for _ in range(runs):
        before = os.times()
        subprocess.run([sys.executable, *words], check=True, capture_output=True)
        after = os.times()
        used = after.children_user + after.children_system - before.children_user - before.children_system
        best = min(best, used)
    return best


def figures(folder: Path) -> list[tuple[str, float, str]]:
    """Return name, value and unit of every figure."""
    ledger = str(folder / "story.db")
    articles = sorted(str(path) for path in EXAMPLES.glob("[0-9]*.md"))
    load = "from ouidire import languages; p = languages.load('fr'); p.analyse('Oui.', ())"
    load += "; from ouidire.model import Span; p.analyse('Oui.', (Span(0, 4),))"
    loaded = cpu(["-c", load])
    cold = cpu(["-m", "ouidire", "extract", articles[0]])
    first = cpu(["-m", "ouidire", "add", *articles, "--ledger", ledger], runs=1)
    again = cpu(["-m", "ouidire", "add", *articles, "--ledger", ledger])
    return [
        ("ouidire --help", cpu(["-m", "ouidire", "--help"]), "s"),
        ("import and load the French pack", loaded, "s"),
        ("extract one French article, cold", cold, "s"),
        ("  of that, over loading the pack", cold / loaded, "×"),
        (f"add {len(articles)} articles, two languages", first, "s"),
        ("add them again", again, "s"),
        ("list claims", cpu(["-m", "ouidire", "claims", "--ledger", ledger]), "s"),
        ("write the HTML dossier", cpu(_dossier(ledger, folder)), "s"),
        ("verify", cpu(["-m", "ouidire", "verify", "--ledger", ledger]), "s"),
    ]


def _dossier(ledger: str, folder: Path) -> list[str]:
    return ["-m", "ouidire", "dossier", "--ledger", ledger, "-o", str(folder / "story.html")]


def main() -> None:
    """Print the figures."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as folder:
        for name, value, unit in figures(Path(folder)):
            print(f"{name:38} {value:7.2f} {unit}")


if __name__ == "__main__":
    main()
