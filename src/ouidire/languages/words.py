"""Words in the making: what a pack may still change before they become frozen tokens.

A pack fills a list of `Word` per sentence from its parser, repairs it, and hands it on. Whatever
it did, `settle` afterwards guarantees what the stages rely on: one root per sentence, no cycle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Word", "settle", "tree_children", "word_of"]


@dataclass(slots=True)
class Word:
    """One word, as `Token` but mutable.

    Attributes:
        i: Index in its sentence.
        start: Offset in the article's text.
        head: Index of the head; its own at a root.
        tag: The parser's own part-of-speech tag.

    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: dict[str, str]
    head: int
    deprel: str
    tag: str = ""


def word_of(token: Any, *, i: int, place: dict[int, int], start: int, text: str) -> Word:
    """Return the word for a parser's token.

    Args:
        place: The index in the stretch of each of the parser's tokens.
        start: Offset in the article's text.
        text: The word as it stands there, which may not be what the parser saw.

    """
    return Word(
        i,
        start,
        start + len(text),
        text,
        token.lemma_,
        token.pos_,
        token.morph.to_dict(),
        place.get(token.head.i, i),
        "root" if token.dep_ == "ROOT" else token.dep_,
        token.tag_,
    )


def tree_children(words: Sequence[Word]) -> list[list[Word]]:
    """Return the children of each word, in text order."""
    children: list[list[Word]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            children[word.head].append(word)
    return children


def settle(words: Sequence[Word]) -> None:
    """Make the words of one sentence one tree: one root, no cycle.

    The first root found stays; another becomes its ``parataxis``, a word on a cycle its ``dep``.
    A tree that is sound already stays as it is.
    """
    roots = [w.i for w in words if w.head == w.i]
    root = roots[0] if roots else 0
    for i in roots[1:]:
        words[i].head, words[i].deprel = root, "punct" if words[i].upos == "PUNCT" else "parataxis"
    words[root].head, words[root].deprel = root, "root"
    reaches = {root}
    for word in words:
        path: list[int] = []
        at = word.i
        while at not in reaches and at not in path:
            path.append(at)
            at = words[at].head
        if at not in reaches:
            words[at].head, words[at].deprel = root, "dep"
        reaches.update(path)
