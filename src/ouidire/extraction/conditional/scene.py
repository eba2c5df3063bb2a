"""What the cascade of conditionals looks at, and whether a conditional is a perfect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ouidire.extraction.clauses import Clause, Clauses
from ouidire.extraction.conditional.words import Part, present, words_of
from ouidire.extraction.found import FoundRelation
from ouidire.extraction.subordination import Link
from ouidire.languages import Analysis, LanguagePack, Token

__all__ = ["Scene", "is_composed"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the cascade looks at.

    Attributes:
        conditioned: Indices of clauses that hang together with a condition.

    """

    analysis: Analysis
    clauses: Clauses
    relations: Sequence[FoundRelation]
    links: dict[int, tuple[Link, int, int]]
    conditioned: frozenset[int]
    pack: LanguagePack

    def has(self, part: Part, tokens: tuple[int, ...]) -> bool:
        """Whether a word that plays `part` is among `tokens`."""
        return present(self.analysis, tokens, words_of(self.pack, part)) is not None

    def sentence(self, clause: Clause) -> tuple[int, ...]:
        """Return the tokens of a clause's sentence."""
        sentence = self.analysis.sentence_of(clause.head)
        return tuple(range(sentence.first, sentence.last))


def is_composed(scene: Scene, verb: int) -> bool:
    """Whether the conditional is a perfect auxiliary; a passive or copular one is not.

    With *être* only a closed class of verbs of motion and change, and reflexives, are in the perfect;
    all others are passives, whatever the tree calls the auxiliary.
    """
    after = _participle_after(scene, verb)
    if scene.has(Part.HAVE, (verb,)):
        return after is not None
    if not scene.has(Part.BE, (verb,)):
        return False
    next_ = tuple(i for i in range(verb + 1, verb + 3) if i < len(scene.analysis.tokens))
    moved = any(scene.has(Part.MOVED, (i,)) for i in next_)
    return moved or (after is not None and _is_reflexive(scene, verb))


def _is_reflexive(scene: Scene, verb: int) -> bool:
    before = scene.analysis.tokens[verb - 1] if verb else None
    return before is not None and before.feats.get("Reflex") == "Yes"


def _participle_after(scene: Scene, verb: int) -> Token | None:
    """Return the past participle that follows within a few adverbs."""
    for token in scene.analysis.tokens[verb + 1 : verb + 5]:
        if token.sent != scene.analysis.tokens[verb].sent:
            return None
        if token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") != "Pres":
            return token
        if token.upos not in {"ADV", "PRON", "PART"}:
            return None
    return None
