"""Loading a spaCy pipeline so that it starts and runs fast, with the same output."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

__all__ = ["is_nominal", "is_verb_or_function_word", "load_pipeline"]

_HUGE = 200_000  # characters; only the French token pattern is as long


def load_pipeline(model: str) -> Any:
    """Load an installed spaCy pipeline.

    Its products run on numpy's BLAS (measured about twice as fast as spaCy's own), on one thread
    unless the environment says otherwise, and without the sentence recogniser nobody asks; see
    also `spacy_speed`.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    import spacy
    from thinc.api import NumpyOps

    from ouidire.languages.spacy_speed import faster

    with _patterns_factored():
        nlp = spacy.load(model, exclude=["senter"])
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        network: Any = getattr(component, "model", None)
        if hasattr(network, "walk"):
            for node in network.walk():
                node.ops = ops
    faster(nlp)
    return nlp


def is_verb_or_function_word(nlp: Any, word: str) -> bool:
    """Whether a lower-case word is a function word, or a verb or adverb of the lemmatizer's dictionary."""
    if word in nlp.Defaults.stop_words:
        return True
    return _in_dictionary(nlp, word, ("verb", "adv"))  # nouns would take in *China*, adjectives *European*


def is_nominal(nlp: Any, word: str) -> bool:
    """Whether a lower-case word is a form of a noun or adjective of the lemmatizer's dictionary."""
    return _in_dictionary(nlp, word, ("noun", "adj"))


def _in_dictionary(nlp: Any, word: str, kinds: tuple[str, ...]) -> bool:
    lookups = nlp.get_pipe("lemmatizer").lookups
    if not lookups.has_table("lemma_index"):
        return False
    index, rules = lookups.get_table("lemma_index"), lookups.get_table("lemma_rules")
    for kind in kinds:
        known = index.get(kind, {})
        if word in known or any(
            word.endswith(old) and word[: len(word) - len(old)] + new in known
            for old, new in rules.get(kind, ())
        ):
            return True
    return False


@contextmanager
def _patterns_factored() -> Iterator[None]:
    """While spaCy loads, compile its French token pattern in an equivalent, far smaller form.

    That pattern names the same letter class, 1,200 characters long, 1,100 times, and takes two
    thirds of the time a model needs to load. No other pattern is touched.
    """
    original = re.compile

    def compile_factored(pattern: Any, flags: Any = 0) -> Any:
        if isinstance(pattern, str) and len(pattern) > _HUGE:
            pattern = _factored(pattern)
        return original(pattern, flags)

    re.compile = compile_factored
    try:
        yield
    finally:
        re.compile = original


def _factored(pattern: str) -> str:
    """Return the pattern with alternatives of one tail joined: ``^aX$|^bX$`` as ``^(?:a|b)X$``.

    A pattern of another shape comes back as it is.
    """
    flags, bodies = pattern[:5], pattern[5:].split("|(?:^")
    if flags != "(?iu)" or not bodies[0].startswith("(?:^"):
        return pattern
    bodies[0] = bodies[0][len("(?:^") :]
    heads: dict[str, list[str]] = defaultdict(list)
    for body in bodies:
        if not body.endswith("$)"):
            return pattern
        begin, tail = _cut(body[:-2])
        heads[tail].append(begin)
    return flags + "|".join(f"(?:^(?:{'|'.join(begins)}){tail}$)" for tail, begins in heads.items())


def _cut(body: str) -> tuple[str, str]:
    """Cut an alternative before its first long letter class, or the short class before that."""
    at = 0
    previous = len(body)
    while (at := body.find("[", at)) != -1:
        close = body.find("]", at)
        if close - at > 400:
            # a hyphen or apostrophe class right before belongs to the tail
            begin = previous if previous < at and body[at - 1] == "]" else at
            return body[:begin], body[begin:]
        previous = at
        at = close + 1
    return body, ""
