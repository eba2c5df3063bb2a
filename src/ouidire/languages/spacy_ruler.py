"""A spaCy attribute ruler whose rules for single words are looked up instead of matched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

__all__ = ["ask_once"]

_ASKED = frozenset({"TAG", "LOWER", "DEP", "POS", "IS_SPACE"})
"""Attributes of a word by which its entry in the table is found."""

_TESTS = frozenset({"IN", "NOT_IN", "REGEX"})


def ask_once(ruler: Any) -> None:
    """Give the ruler a table of what its rules for single words set, in place.

    A ruler whose rules ask more than the table can tell apart stays as it is.
    """
    rules = [(n, pattern) for n, rule in enumerate(ruler.patterns) for pattern in rule["patterns"]]
    single = [pattern[0] for _, pattern in rules if len(pattern) == 1]
    plain = all("_" not in attrs for attrs in ruler.attrs)
    if plain and all(_simple(test) for test in single):
        table = _Ruled(ruler, single, [(n, p) for n, p in rules if len(p) > 1])
        ruler.match, ruler.set_annotations = table.match, table.set_annotations


class _Ruled:
    """What an attribute ruler sets, by what its rules ask of a word.

    Most forms are named by no rule and are alike to the ruler. Rules over several words are matched
    in every document; they are few.

    Args:
        single: What the rules for single words ask: tests by attribute.
        longer: Number and pattern of the rules over several words.

    """

    def __init__(
        self, ruler: Any, single: Sequence[dict[str, Any]], longer: Sequence[tuple[int, Any]]
    ) -> None:
        self._ruler = ruler
        self._asked = ["LOWER", *sorted({name for test in single for name in test} - {"LOWER"})]
        tests = [test["LOWER"] for test in single if "LOWER" in test]
        self._named = frozenset(form for test in tests for form in _forms(test))
        shapes = [test["REGEX"] for test in tests if isinstance(test, dict) and "REGEX" in test]
        self._shapes = re.compile("|".join(f"(?:{shape})" for shape in shapes)) if shapes else None
        self._form: dict[int, int] = {}
        self._single: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._merged: dict[tuple[int, ...], dict[Any, Any]] = {}
        self._longer = Matcher(ruler.vocab, validate=False) if longer else None
        for number, pattern in longer:
            self._longer.add(f"{number}", [pattern])  # type: ignore[union-attr]

    def match(self, doc: Any) -> list[tuple[int, ...]]:
        """Return, for each word, the numbers of the rules that set something on it, in their order."""
        form = self._form
        rows = doc.to_array(self._asked).tolist()
        for row in rows:
            row[0] = form[row[0]] if row[0] in form else self._alike(row[0])
        keys = list(map(tuple, rows))
        single = self._single
        if any(key not in single for key in keys):
            self._learn(doc, keys)
        found = [single[key] for key in keys]
        for name, start, end in self._longer(doc, allow_missing=True) if self._longer else ():
            number = int(doc.vocab.strings[name])
            at = range(start, end)[self._ruler.indices[number]]
            found[at] = tuple(sorted({*found[at], number}))
        return found

    def set_annotations(self, doc: Any, found: Sequence[tuple[int, ...]]) -> None:
        """Set what the rules of each word set; a later rule wins."""
        for token, numbers in zip(doc, found, strict=True):
            if numbers:
                attrs = self._merged.get(numbers)
                if attrs is None:
                    attrs = self._merged[numbers] = {}
                    for number in numbers:
                        attrs.update(self._ruler.attrs[number])
                set_token_attrs(token, attrs)

    def _alike(self, lower: int) -> int:
        """Return the form where a rule names it or its shape, 0 for all others."""
        word = self._ruler.vocab.strings[lower]
        asked = word in self._named or (self._shapes is not None and self._shapes.search(word))
        kept = self._form[lower] = lower if asked else 0
        return kept

    def _learn(self, doc: Any, keys: Sequence[tuple[int, ...]]) -> None:
        """Ask the ruler's own matcher about the words not seen in this combination before."""
        new = {key: at for at, key in enumerate(keys) if key not in self._single}
        words = [doc[at] for at in new.values()]
        alone = Doc(
            doc.vocab,
            [word.text for word in words],
            tags=[word.tag_ for word in words],
            pos=[word.pos_ for word in words],
            deps=[word.dep_ for word in words],
            heads=[*range(len(words))],
        )
        numbers: dict[int, list[int]] = {}
        for name, start, end in self._ruler.matcher(alone, allow_missing=True, as_spans=False):
            if end - start == 1:
                numbers.setdefault(start, []).append(int(doc.vocab.strings[name]))
        self._single.update((key, tuple(sorted(set(numbers.get(n, ()))))) for n, key in enumerate(new))


def _forms(test: Any) -> Sequence[str]:
    """Return the forms a test names."""
    if isinstance(test, str):
        return (test,)
    return [form for kind in ("IN", "NOT_IN") for form in test.get(kind, ())]


def _simple(test: dict[str, Any]) -> bool:
    """Whether the table can tell the words apart that a test tells apart."""
    form = test.get("LOWER", "")
    return test.keys() <= _ASKED and (isinstance(form, str) or form.keys() <= _TESTS)
