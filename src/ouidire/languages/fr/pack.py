"""French: analysis by spaCy, words in the folder `lexicon`."""

from __future__ import annotations

from ouidire.languages.spacy_base import SpacyPack

__all__ = ["pack"]

pack = SpacyPack("fr", "fr_core_news_md", package="ouidire.languages.fr")
