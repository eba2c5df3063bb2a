"""French: analysis by spaCy, verbs corrected by a lexicon; words in the folder `lexicon`."""

from __future__ import annotations

from ouidire.languages.fr.asides import asides
from ouidire.languages.fr.foreign import hyphenated_names, known_names, named_well
from ouidire.languages.fr.missed import better, substitutes
from ouidire.languages.fr.repair import repair, stand_in
from ouidire.languages.second_look import Mending, SecondLook
from ouidire.languages.spacy_base import SpacyPack

__all__ = ["pack"]

pack = SpacyPack(
    "fr",
    "fr_core_news_md",
    package="ouidire.languages.fr",
    mending=Mending(
        repair, stand_in, SecondLook(substitutes, better, asides, known_names, named_well), hyphenated_names
    ),
    capabilities=("conditional",),
)
