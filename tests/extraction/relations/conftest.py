"""Relations of a few sentences at a time, with the real packs (each model loads once)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ouidire.extraction.found import FoundRelation
from ouidire.extraction.relations import find_relations
from ouidire.languages import load
from ouidire.model import Passage, PassageRole, Span

Read = Callable[[str, str], list["Seen"]]


class Seen:
    """A relation with its words, so that tests read like sentences."""

    def __init__(self, relation: FoundRelation, text: str) -> None:
        self.relation = relation
        self.entry = relation.entry
        self.act = relation.act.value
        self.polarity = relation.polarity
        self.parent = relation.parent
        self.cue = relation.cue.of(text)
        self.content = " … ".join(span.of(text) for span in relation.content)
        self.chain = [" … ".join(span.of(text) for span in hop.spans) for hop in relation.chain]
        self.kinds = [hop.kind.value for hop in relation.chain]
        self.grades = [hop.anonymity for hop in relation.chain]
        self.start = relation.cue.start


def passages_of(text: str) -> tuple[Passage, ...]:
    """One passage per line."""
    found: list[Passage] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            role = PassageRole.BODY if found else PassageRole.LEDE
            found.append(Passage(role=role, span=Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(found)


@pytest.fixture(scope="session")
def read() -> Read:
    """Return a reader: language and text in, relations in text order out."""

    def run(language: str, text: str) -> list[Seen]:
        pack = load(language)
        passages = passages_of(text)
        analysis = pack.analyse(text, tuple(p.span for p in passages))
        return [Seen(r, text) for r in find_relations(passages, analysis, pack)]

    return run
