"""What a pack mends around a parser: words shown in place of others, trees rewritten, a second look.

A second look parses a stretch again where the parser missed a word: another is shown in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ouidire.languages.spacy_engine import is_nominal
from ouidire.languages.words import Word, word_of

__all__ = ["Mending", "SecondLook"]

_LOOKS = 4
"""Words of one stretch tried at most."""


@dataclass(frozen=True, slots=True)
class SecondLook:
    """How a pack has the parser look again.

    Attributes:
        substitutes: Returns (index, word to show there), the likeliest first, given the words and a
            test of whether a form is a noun or an adjective of the dictionary.
        better: Whether the second tree is better than the first; the third argument is the index.

    """

    substitutes: Callable[[list[Word], Callable[[str], bool]], Sequence[tuple[int, str]]]
    better: Callable[[list[Word], list[Word], int], bool]

    def apply(self, nlp: Any, words: list[Word], shown: Sequence[Any]) -> list[Word]:
        """Return the words of the best tree; `shown` are the parser's tokens, one per word."""

        def nominal(form: str) -> bool:
            return is_nominal(nlp, form)

        tried: set[int] = set()
        while len(tried) < _LOOKS:
            offered = [(at, word) for at, word in self.substitutes(words, nominal) if at not in tried]
            if not offered:
                break
            at, substitute = offered[0]
            tried.add(at)
            doc = _parsed(nlp, shown, at, substitute)
            place = {i: i for i in range(len(words))}
            again = [
                word_of(t, i=i, place=place, start=w.start, text=w.text)
                for i, (t, w) in enumerate(zip(doc, words, strict=True))
            ]
            if self.better(words, again, at):
                words, shown = again, [*doc]
        return words


def _as_written(words: list[str]) -> list[str]:
    """Show the parser the words there are."""
    return words


@dataclass(frozen=True, slots=True)
class Mending:
    """What a pack changes around its parser.

    Attributes:
        repair: Rewrites the words of one parsed stretch in place; it may join words.
        stand_in: Returns the words to show the parser instead, one for one.
        second_look: What to show the parser once more, if anything.

    """

    repair: Callable[[list[Word]], None]
    stand_in: Callable[[list[str]], list[str]] = _as_written
    second_look: SecondLook | None = None


def _parsed(nlp: Any, shown: Sequence[Any], at: int, substitute: str) -> Any:
    texts = [t.text for t in shown]
    texts[at] = substitute
    doc = type(shown[0].doc)(nlp.vocab, texts, [bool(t.whitespace_) for t in shown])
    for token in doc:
        token.is_sent_start = token.i == 0
    return nlp(doc)
