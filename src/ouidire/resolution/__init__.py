"""Mentions to groundings: who is meant by names, offices and pronouns, and which claim by *this claim*."""

from __future__ import annotations

from dataclasses import replace

from ouidire.gazetteer import World
from ouidire.languages import Analysis, LanguagePack
from ouidire.model import Extraction
from ouidire.resolution.anaphors import find_anaphors
from ouidire.resolution.contents import resolve_claims
from ouidire.resolution.participants import Participants
from ouidire.resolution.scene import Scene
from ouidire.resolution.speakers import resolve_sources

__all__ = ["resolve"]


def resolve(extraction: Extraction, analysis: Analysis, pack: LanguagePack, world: World) -> Extraction:
    """Fill in who and what is meant: sources, participants, and claims taken up again.

    Where two candidates remain nothing is filled in. Ids of assertions stay as they are; the same
    input gives the same output.
    """
    scene = Scene.of(extraction, analysis, pack, world)
    assertions = resolve_sources(scene, extraction.assertions)
    anaphors = find_anaphors(scene, assertions)
    claims = frozenset(anaphor.head.i for anaphor in anaphors)
    assertions = Participants(scene, assertions, claims=claims).resolve(assertions)
    assertions, back = resolve_claims(scene, assertions, anaphors)
    return replace(extraction, assertions=assertions, back_references=back)
