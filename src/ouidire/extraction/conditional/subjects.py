"""Whether two clauses are about the same agent: enough to carry a reading over, not to corefer."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.languages import Analysis

__all__ = ["Agent", "agent_of", "same_agent"]


@dataclass(frozen=True, slots=True)
class Agent:
    """A subject as far as it shows.

    Attributes:
        head: Token index of its noun or pronoun; None where there is none.
        lemmas: Lemmas of its noun, adjectives and names.
        number: UD number, or empty.
        points_back: Whether it is a pronoun or a demonstrative phrase.

    """

    head: int | None
    lemmas: frozenset[str] = frozenset()
    number: str = ""
    points_back: bool = False


def agent_of(analysis: Analysis, predicate: int) -> Agent:
    """Return the subject of a predicate, looked for upwards through shared subjects."""
    at = predicate
    for _ in range(4):
        subjects = analysis.children(at, "nsubj")
        if subjects:
            return _agent(analysis, subjects[0].i)
        if analysis.tokens[at].head == at or analysis.tokens[at].deprel not in {"conj", "xcomp"}:
            break
        at = analysis.tokens[at].head
    return Agent(None)


def _agent(analysis: Analysis, head: int) -> Agent:
    token = analysis.tokens[head]
    below = analysis.children(head)
    words = [token, *(t for t in below if t.upos in {"ADJ", "PROPN", "NOUN"})]
    demonstrative = any(t.feats.get("PronType") == "Dem" for t in below if t.upos == "DET")
    return Agent(
        head,
        frozenset(t.lemma.lower() for t in words if t.upos in {"NOUN", "ADJ", "PROPN"}),
        token.feats.get("Number", ""),
        token.upos == "PRON" or demonstrative,
    )


def same_agent(here: Agent, before: Agent) -> bool:
    """Whether two subjects may well be the same: same words, or the later one points back and agrees."""
    if here.head is None:
        return False
    if before.head is None:
        return here.points_back
    if here.number and before.number and here.number != before.number:
        return False
    return here.points_back or bool(here.lemmas & before.lemmas)
