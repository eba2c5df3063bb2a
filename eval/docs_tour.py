"""Runs the commands shown in the documentation and writes what they print: ``python -m eval.docs_tour``.

A block is a comment ``<!-- run: COMMAND -->``, a console block, and ``<!-- /run -->``; the console
block is made anew. ``{claim:WORDS}`` and ``{assertion:WORDS}`` stand for the beginning of the id of the
first claim, or assertion, whose quoted words hold WORDS. ``| head -n N`` shortens what is shown.
``<!-- file: NAME -->`` before a fenced block
puts the block's words in that file. Each page runs in a fresh folder that holds ``examples``. With ``--check`` nothing is written.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/tutorial.md")
BLOCK = re.compile(r"<!-- run: (?P<command>[^\n]{1,400}?) -->\n.*?<!-- /run -->", re.DOTALL)
FILE = re.compile(
    r"<!-- file: (?P<name>[\w.-]{1,60}) -->\n```\w*\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE
)
_STAND_IN = re.compile(r"\{(claim|assertion):([^}]{1,80})\}")


def commands(page: str) -> list[str]:
    """Return the commands of a page's blocks, in order, stand-ins and all."""
    return [match["command"] for match in BLOCK.finditer((ROOT / page).read_text(encoding="utf-8"))]


def put_files(page: str, folder: Path) -> None:
    """Write the files that a page shows into `folder`, and link the examples there."""
    (folder / "examples").symlink_to(ROOT / "examples")
    for match in FILE.finditer((ROOT / page).read_text(encoding="utf-8")):
        (folder / match["name"]).write_text(match["body"], encoding="utf-8")


def named(command: str, claims: Callable[[], str]) -> str:
    """Put ids in the place of stand-ins.

    Args:
        claims: What ``ouidire claims --all -f json`` prints.

    Raises:
        LookupError: Nothing in the ledger holds the words.

    """

    def find(match: re.Match[str]) -> str:
        kind, words = match.groups()
        for claim in json.loads(claims()):
            for one in claim["assertions"]:
                if words in one["quote"]:
                    return str(claim["id"] if kind == "claim" else one["id"])[:10]
        raise LookupError(f"no {kind} holds {words!r}; choose other words for the tour")

    return _STAND_IN.sub(find, command)


def _shell(command: str, folder: Path) -> str:
    path = f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder, capture_output=True, text=True, check=False,
        env=os.environ | {"PATH": path, "OMP_NUM_THREADS": "1", "COLUMNS": "100"},
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{command}: status {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def refreshed(page: str) -> str:
    """Return a page with every block made anew."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        put_files(page, folder)

        def block(match: re.Match[str]) -> str:
            command = named(match["command"], lambda: _shell("ouidire claims --all -f json", folder))
            whole, _, count = command.partition(" | head -n ")
            lines = _shell(whole, folder).splitlines()[: int(count) if count else None]
            printed = "\n".join(line.rstrip() for line in lines)
            return f"<!-- run: {match['command']} -->\n```console\n$ {command}\n{printed}\n```\n<!-- /run -->"

        return BLOCK.sub(block, (ROOT / page).read_text(encoding="utf-8"))


def main() -> int:
    """Refresh every page, or with ``--check`` name those that would change."""
    changed = 0
    for page in PAGES:
        text = refreshed(page)
        if text != (ROOT / page).read_text(encoding="utf-8"):
            changed = 1
            if "--check" not in sys.argv:
                (ROOT / page).write_text(text, encoding="utf-8")
            print(f"{'stale' if '--check' in sys.argv else 'written'}: {page}")
    return changed if "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
