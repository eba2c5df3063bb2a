"""What a language pack must offer, which packs are installed, and what they return.

A pack turns text into Universal Dependencies tokens; nothing above this layer sees the library
that did it. Packs are found by entry point (group ``ouidire.languages``).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import entry_points
from importlib.resources.abc import Traversable
from typing import Protocol

from ouidire.errors import LanguageError, LanguageNotInstalled
from ouidire.languages.analysis import Analysis, Entity, Sentence, Token
from ouidire.model import Span

__all__ = ["Analysis", "Entity", "LanguagePack", "Sentence", "Token", "installed", "load"]

GROUP = "ouidire.languages"


class LanguagePack(Protocol):
    """**Protocol.** One language, as the stages see it."""

    code: str
    """BCP 47 tag."""

    capabilities: frozenset[str]
    """Of ``tokens``, ``lemmas``, ``heads``, ``entities``, ``conditional``."""

    resources: Traversable
    """The pack's folder; ``resources / "lexicon" / NAME.toml`` are its word lists."""

    def __hash__(self) -> int:
        """Packs are keys: what is read from their files is kept."""
        ...

    def analyse(self, text: str, blocks: tuple[Span, ...]) -> Analysis:
        """Analyse stretches of `text`; no sentence crosses a block, nothing outside blocks is read.

        Args:
            blocks: Non-overlapping, in text order (paragraphs, headlines, list items).

        Returns:
            Tokens with offsets into the whole of `text`.

        """
        ...


def installed() -> tuple[str, ...]:
    """Return the BCP 47 tags of the installed packs, sorted."""
    return tuple(sorted({ep.name for ep in entry_points(group=GROUP)}))


@lru_cache(maxsize=None)
def load(code: str) -> LanguagePack:
    """Return the pack for `code` (its models load on first use).

    Raises:
        LanguageNotInstalled: No installed distribution declares `code`.
        LanguageError: The pack is declared but does not import.

    """
    for ep in entry_points(group=GROUP, name=code):
        try:
            pack: LanguagePack = ep.load()
        except ImportError as exc:
            raise LanguageError(f"{exc} @ language pack {code!r}; try: ouidire doctor") from exc
        return pack
    raise LanguageNotInstalled(code, installed=installed())
