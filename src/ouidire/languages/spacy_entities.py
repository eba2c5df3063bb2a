"""A spaCy entity recogniser that decides for all words at once wherever one decision does not hang on another.

Outside an entity, what the recogniser does at a word depends on that word alone, so those scores are
computed for all words in one product; only inside an entity of several words is it asked step by
step. The moves, their conditions and the weights are spaCy's (begin, in, last, unit, out; Ratinov and
Roth 2009): the same entities come out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START
from spacy.tokens import Span
from spacy.util import minibatch

__all__ = ["EntityFinder"]

_FEATURES = 3
"""What a state is known by: the word, the first of the open entity, the last of it so far."""

Entities = list[tuple[int, int, str]]


class EntityFinder:
    """The component to put in the place of an entity recogniser.

    Args:
        recogniser: Of spaCy; greedy, as `fits` tells.

    """

    def __init__(self, recogniser: Any) -> None:
        self.model = recogniser.model
        names = [recogniser.moves.get_class_name(n) for n in range(recogniser.moves.n_moves)]
        self._moves = [(kind, label) for kind, _, label in (name.partition("-") for name in names)]
        unseen = self.model.attrs["unseen_classes"]
        allowed = [
            n not in unseen and (bool(label) or kind == "O") for n, (kind, label) in enumerate(self._moves)
        ]
        self._closed = np.array(
            [ok and kind in "BUO" for ok, (kind, _) in zip(allowed, self._moves, strict=True)]
        )
        self._unit = np.array([kind != "B" for kind, _ in self._moves])
        self._out = np.array([kind == "O" for kind, _ in self._moves])
        self._inside = {
            label: (n, names.index(f"L-{label}"))
            for n, (kind, label) in enumerate(self._moves)
            if kind == "I"
        }

    @staticmethod
    def fits(recogniser: Any) -> bool:
        """Whether a recogniser is one whose decisions this class makes: greedy, with spaCy's three features."""
        network = recogniser.model
        return (
            recogniser.cfg.get("beam_width", 1) == 1
            and network.attrs.get("has_upper", False)
            and network.layers[1].get_dim("nF") == _FEATURES
            and not network.attrs["unseen_classes"]
        )

    def __call__(self, doc: Any) -> Any:
        """Set the entities of a document."""
        self._annotate([doc])
        return doc

    def pipe(self, docs: Iterable[Any], *, batch_size: int = 256) -> Iterator[Any]:
        """Set the entities of documents, batch by batch."""
        for batch in minibatch(docs, size=batch_size):  # type: ignore[no-untyped-call]
            self._annotate(batch)
            yield from batch

    def _annotate(self, docs: Sequence[Any]) -> None:
        filled = [doc for doc in docs if len(doc)]
        for doc, found in zip(filled, self._find(filled) if filled else (), strict=True):
            doc.set_ents([Span(doc, first, last, label=label) for first, last, label in found])
        for doc in docs:
            if not len(doc):
                doc.set_ents([])

    def _find(self, docs: Sequence[Any]) -> Iterator[Entities]:
        """Yield the entities of each document, as token ranges with labels."""
        step = self.model.predict(docs)
        words = sum(len(doc) for doc in docs)
        states = np.full((words, _FEATURES), -1, dtype=np.int32)
        states[:, 0] = np.arange(words)
        scores = np.where(self._closed, self._scores(step, states), -np.inf)
        ends, spaces = _ends(docs), np.concatenate([doc.to_array(IS_SPACE) for doc in docs]).astype(bool)
        scores[ends] = np.where(self._unit, scores[ends], -np.inf)
        scores[spaces] = np.where(self._out, scores[spaces], -np.inf)
        best = scores.argmax(axis=1).tolist()
        offset = 0
        for doc in docs:
            yield self._walk(step, best, ends, range(offset, offset + len(doc)))
            offset += len(doc)

    def _walk(self, step: Any, best: Sequence[int], ends: Any, words: range) -> Entities:
        """Return the entities of one document, whose words are numbered `words` in the batch."""
        found: Entities = []
        at = words.start
        while at < words.stop:
            kind, label = self._moves[best[at]]
            last = at
            if kind == "B":
                goes_on, stops = self._inside[label]
                last += 1
                while not ends[last]:
                    scores = self._scores(step, np.array([[last, at, last - 1]], dtype=np.int32))[0]
                    # of two alike the first move wins, as in spaCy
                    if (scores[stops], -stops) > (scores[goes_on], -goes_on):
                        break
                    last += 1
            if kind != "O":
                found.append((at - words.start, last + 1 - words.start, label))
            at = last + 1
        return found

    @staticmethod
    def _scores(step: Any, states: Any) -> Any:
        """Return a row of scores per state, a column per move."""
        return step.vec2scores.predict(step.state2vec.predict(states))


def _ends(docs: Sequence[Any]) -> Any:
    """Whether each word is the last of its sentence or document: no entity goes beyond it."""
    ends = [np.append(doc.to_array(SENT_START).astype(np.int64)[1:] == 1, True) for doc in docs]
    return np.concatenate(ends)
