"""Where the development data lies, and how it is read. Nothing of it is part of the project."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["jsonl", "shared", "texts"]

ROOT = Path(__file__).resolve().parents[1]


def shared() -> Path | None:
    """Return the folder of development data, or None where this machine has none."""
    folder = Path(os.environ.get("OUIDIRE_SHARED", ROOT.parent / "shared"))
    return folder if (folder / "data" / "README.md").is_file() else None


def texts() -> Path | None:
    """Return the folder of third parties' texts that marks in the repository are about, or None."""
    folder = Path(os.environ.get("OUIDIRE_TEXTS", ROOT.parent / "texts"))
    return folder if folder.is_dir() else None


def jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
