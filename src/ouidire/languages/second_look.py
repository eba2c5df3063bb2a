"""What a pack mends around a parser: words shown in place of others, trees rewritten, a second look.

A second look parses a stretch again where the parser missed a word (another is shown in its place)
and where a clause is set into another (each is then read apart).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc

from ouidire.languages.spacy_engine import is_nominal
from ouidire.languages.words import Word, word_of

__all__ = ["Aside", "Mending", "SecondLook"]

_IN_PHRASE = {"nmod", "flat", "flat:name", "flat:foreign", "appos", "amod", "case", "det", "nummod"}
_LOOKS = 4
"""Words of one stretch tried at most."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A clause set into another: the words ``[start, end)``.

    Attributes:
        verb: Index of the verb that heads it; None for a relative clause.
        subject: Index of the noun or pronoun after the verb that is its subject; for a relative
            clause, of the word it follows.
        lemma: Of the verb.
        feats: Of the verb.
        relation: How it hangs on what stands around it.

    """

    start: int
    end: int
    verb: int | None
    subject: int
    lemma: str = ""
    feats: dict[str, str] = field(default_factory=dict)
    relation: str = "parataxis"


def _none(_words: list[Word]) -> Sequence[Any]:
    """Find nothing."""
    return ()


def _never(_words: list[Word], _at: Sequence[int]) -> bool:
    """Accept nothing."""
    return False


@dataclass(frozen=True, slots=True)
class SecondLook:
    """How a pack has the parser look again.

    Attributes:
        substitutes: Returns (index, word to show there), the likeliest first, given the words and a
            test of whether a form is a noun or an adjective of the dictionary.
        better: Whether the second tree is better than the first; the third argument is the index.
        asides: Returns the clauses set into others, which the parser is to read apart.
        names: Returns phrases the parser did not read as one name, each as (index, word to show there).
        named_well: Whether the words at these indices are one name in the second tree.

    """

    substitutes: Callable[[list[Word], Callable[[str], bool]], Sequence[tuple[int, str]]]
    better: Callable[[list[Word], list[Word], int], bool]
    asides: Callable[[list[Word]], Sequence[Aside]] = _none
    names: Callable[[list[Word]], Sequence[Sequence[tuple[int, str]]]] = _none
    named_well: Callable[[list[Word], Sequence[int]], bool] = _never

    def apply(self, nlp: Any, words: list[Word], shown: Sequence[Any]) -> list[Word]:
        """Return the words of the best tree; `shown` are the parser's tokens, one per word."""
        texts = [t.text for t in shown]
        words = self._with_names(nlp, words, texts)
        words = self._with_missed(nlp, words, texts)
        apart = self.asides(words)
        return _read_apart(nlp, words, texts, apart) if apart else words

    def _with_names(self, nlp: Any, words: list[Word], texts: list[str]) -> list[Word]:
        """Show names the parser knows in place of all it missed; `texts` keeps what was shown."""
        phrases = self.names(words)
        if not phrases:
            return words
        shown = dict(pair for phrase in phrases for pair in phrase)
        changed = [shown.get(i, text) for i, text in enumerate(texts)]
        again = _again(nlp, words, changed, [range(len(words))])
        if not all(self.named_well(again, [i for i, _ in phrase]) for phrase in phrases):
            return words
        for i in shown:
            again[i].upos = "PROPN"
            again[i].lemma = words[i].lemma if words[i].upos == "NOUN" else words[i].text
        texts[:] = changed
        return again

    def _with_missed(self, nlp: Any, words: list[Word], texts: list[str]) -> list[Word]:
        """Try each word likely missed; `texts` keeps what was shown for the tree returned."""

        def nominal(form: str) -> bool:
            return is_nominal(nlp, form)

        tried: set[int] = set()
        while len(tried) < _LOOKS:
            offered = [(at, word) for at, word in self.substitutes(words, nominal) if at not in tried]
            if not offered:
                break
            at, substitute = offered[0]
            tried.add(at)
            changed = [substitute if i == at else text for i, text in enumerate(texts)]
            again = _again(nlp, words, changed, [range(len(words))])
            if self.better(words, again, at):
                words, texts[at] = again, substitute
        return words


def _as_written(words: list[str]) -> list[str]:
    """Show the parser the words there are."""
    return words


def _none_joined(_words: list[str], _glued: list[bool]) -> Sequence[tuple[int, int]]:
    """Leave the tokenizer's words."""
    return ()


@dataclass(frozen=True, slots=True)
class Mending:
    """What a pack changes around its parser.

    Attributes:
        repair: Rewrites the words of one parsed stretch in place; it may join words.
        stand_in: Returns the words to show the parser instead, one for one.
        joined: Returns the words ``[start, end)`` that are one, given the tokenizer's words and which
            of them touch the next.
        second_look: What to show the parser once more, if anything.

    """

    repair: Callable[[list[Word]], None]
    stand_in: Callable[[list[str]], list[str]] = _as_written
    second_look: SecondLook | None = None
    joined: Callable[[list[str], list[bool]], Sequence[tuple[int, int]]] = _none_joined


def _again(nlp: Any, words: list[Word], texts: Sequence[str], parts: Sequence[Sequence[int]]) -> list[Word]:
    """Parse the words anew, each part as a sentence of its own; a part is the indices of its words."""
    order = [i for part in parts for i in part]
    first = {part[0] for part in parts}
    doc = Doc(nlp.vocab, [texts[i] for i in order], [_spaced(words, i) for i in order])
    for token in doc:
        token.is_sent_start = order[token.i] in first
    place = dict(enumerate(order))
    again = [
        word_of(t, i=order[t.i], place=place, start=words[order[t.i]].start, text=words[order[t.i]].text)
        for t in nlp(doc)
    ]
    return sorted(again, key=lambda word: word.i)


def _spaced(words: list[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i].end < words[i + 1].start


def _read_apart(nlp: Any, words: list[Word], texts: Sequence[str], apart: Sequence[Aside]) -> list[Word]:
    """Parse host and asides apart; hang each aside's verb on the host as its ``parataxis``."""
    inside = {i for aside in apart for i in range(aside.start, aside.end)}
    host = [i for i in range(len(words)) if i not in inside]
    if all(words[i].upos == "PUNCT" for i in host):
        return words
    again = _again(nlp, words, texts, [host, *(range(a.start, a.end) for a in apart)])
    root = next((i for i in host if again[i].head == i), host[0])
    for aside in apart:
        if aside.relation == "acl:relcl":
            _hang_relative(again, aside)
        elif aside.verb is not None:
            _hang(again, aside, aside.verb, root)
    return again


def _hang_relative(words: list[Word], aside: Aside) -> None:
    """Hang a relative clause on the head of the phrase right before it."""
    at = aside.subject
    while words[at].deprel in _IN_PHRASE and words[at].head < aside.start:
        at = words[at].head
    for word in words[aside.start : aside.end]:
        if word.head == word.i:
            word.head, word.deprel = at, "punct" if word.upos == "PUNCT" else aside.relation


def _hang(words: list[Word], aside: Aside, at: int, root: int) -> None:
    """Make the verb head its aside, and the noun or pronoun after it its subject."""
    verb, subject = words[at], words[aside.subject]
    inside = words[aside.start : aside.end]
    verb.head, verb.deprel, verb.upos = root, "parataxis", "VERB"
    verb.lemma, verb.feats = aside.lemma, dict(aside.feats)
    if subject.upos not in {"NOUN", "PROPN", "PRON"}:
        subject.upos, subject.lemma = "NOUN", subject.text.lower()
    subject.head, subject.deprel = verb.i, "nsubj"
    for word in inside:
        if word is verb or word is subject:
            continue
        if word.head == word.i or _circles(words, word):
            word.head, word.deprel = verb.i, "punct" if word.upos == "PUNCT" else "dep"
            if word.upos == "PROPN" and word.i > subject.i and words[word.i - 1].head == subject.i:
                word.head, word.deprel = subject.i, "flat:name"
        elif word.head == verb.i and word.deprel.startswith("nsubj"):
            word.deprel = "dep"


def _circles(words: list[Word], word: Word) -> bool:
    """Whether following heads from a word comes back to it."""
    seen, at = {word.i}, word.head
    while words[at].head != at:
        if at in seen:
            return True
        seen.add(at)
        at = words[at].head
    return False
