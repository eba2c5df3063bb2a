"""Finite verbs that the tagger takes for nouns, adjectives or adverbs (*La Suède dément la frappe*).

In short sentences the tagger misses the verb where its form is rare or is also a noun, and the
clause is lost. Such a sentence is shown to the parser once more, with a verb it knows well in the
place of the one it missed; the second tree counts where it has one clause more and lost none.
(Of 241 verbs of saying in eight short frames each, 135 were missed in at least one.)
"""

from __future__ import annotations

from collections.abc import Callable

from ouidire.languages.fr.verbs import Reading, readings, third_person
from ouidire.languages.words import Word

__all__ = ["better", "substitutes"]

_THIRD = {2: 0, 5: 1}
_PLAIN = ("confirme", "confirment")
_WITH_DE = ("dépend", "dépendent")
_DE = {"de", "d'", "du"}
_NOT_AFTER = {"DET", "ADP", "AUX", "SCONJ", "CCONJ"}
_CLITICS = frozenset(
    ["le", "la", "les", "l'", "lui", "leur", "en", "y", "se", "s'", "ne", "n'", "me", "nous", "vous"]
)
_OPENS = frozenset(
    [
        "que",
        "qu'",
        "qui",
        "dont",
        "où",
        "si",
        "s'",
        "lorsque",
        "lorsqu'",
        "quand",
        "comme",
        "puisque",
        "alors",
        "tandis",
    ]
)
_BREAKS = frozenset({",", ";", ":", "(", ")", "«", "»", "—", "–", '"', "“", "”", ".", "!", "?"})
_OF_FUNCTION_WORDS = {"case", "mark", "det", "cc", "fixed"}
_CLAUSES = {"root", "conj", "ccomp", "xcomp", "advcl", "acl:relcl", "csubj", "parataxis", "cop"}


def substitutes(words: list[Word], is_nominal: Callable[[str], bool]) -> list[tuple[int, str]]:
    """Return each word that is likely a missed verb, with the verb to show in its place.

    Forms that are no noun or adjective come first, then those an object follows.

    Args:
        is_nominal: Whether a form is also a noun or an adjective by the dictionary.

    """
    found: list[tuple[bool, bool, int, str]] = []
    for word in words:
        reading = _finite(word)
        if reading is None or _sound(words, word) or _is_function_word(words, word):
            continue
        nominal = is_nominal(_form(word)) or any(r.tense in "GKW" for r in readings(_form(word)))
        if _fits_left(words, word, nominal=nominal) and _fits_right(words, word, nominal=nominal):
            following = words[word.i + 1].upos if word.i + 1 < len(words) else ""
            shown = (_WITH_DE if _form_at(words, word.i + 1) in _DE else _PLAIN)[_THIRD[reading.slot]]
            found.append((nominal, following == "ADP", word.i, shown))
    return [(at, shown) for _, _, at, shown in sorted(found)]


def _is_function_word(words: list[Word], word: Word) -> bool:
    """Whether the tree has a word for part of a preposition, conjunction or determiner.

    A part of a fixed expression hangs on a small word (*à cause de*); on a pronoun or a noun it is a
    verb gone astray (*elle dément que…*).
    """
    astray = word.deprel == "fixed" and words[word.head].upos in {"PRON", "NOUN", "PROPN"}
    return word.deprel in _OF_FUNCTION_WORDS and not astray


def better(before: list[Word], after: list[Word], at: int) -> bool:
    """Whether the second tree makes the word a verb with a subject, and keeps all clauses there were."""
    verb = after[at]
    placed = verb.deprel.partition(":")[0] == "conj" or any(
        w.head == at and w.deprel.startswith(("nsubj", "expl:subj")) for w in after
    )
    if verb.upos != "VERB" or verb.deprel not in _CLAUSES or not placed:
        return False
    kept = {w.i for w in after if _sound(after, w)}
    return all(w.i in kept for w in before if _sound(before, w))


def _form(word: Word) -> str:
    return word.text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _form_at(words: list[Word], i: int) -> str:
    return _form(words[i]) if 0 <= i < len(words) else ""


def _finite(word: Word) -> Reading | None:
    """Return a reading in the third person of the indicative."""
    if not word.text.islower():
        return None
    return third_person(_form(word))


def _sound(words: list[Word], word: Word) -> bool:
    """Whether a word is a finite verb in a place for one."""
    if word.upos == "AUX":
        return True
    if word.upos != "VERB" or word.feats.get("VerbForm") != "Fin" or word.deprel not in _CLAUSES:
        return False
    return word.deprel != "xcomp" or any(w.head == word.i and w.deprel.startswith("nsubj") for w in words)


def _fits_left(words: list[Word], word: Word, *, nominal: bool) -> bool:
    """Whether a subject can end right before the word, in a stretch that still lacks its verb."""
    if word.i == 0:
        return False
    previous = words[word.i - 1]
    if _form(previous) in _CLITICS:
        last = word.i + 1 >= len(words) or words[word.i + 1].text in _BREAKS
        object_before = last and word.i > 1 and words[word.i - 2].upos in {"NOUN", "PROPN", "PRON"}
        return (previous.upos == "PRON" or object_before) and (not nominal or _form(word) in _RATHER_VERBS)
    if previous.upos in _NOT_AFTER or previous.upos == "VERB":
        return False
    if previous.text in _BREAKS:
        return not _has_verb(words) or _inverted(words, word)
    left = _stretch_left(words, word.i)
    named = any(w.upos in {"NOUN", "PROPN", "PRON", "X"} for w in left) or left[0].text[0].isupper()
    return named and not _lacks_none(words, word)


def _has_verb(words: list[Word]) -> bool:
    return any(_sound(words, w) and not w.deprel.startswith("acl") for w in words)


def _inverted(words: list[Word], word: Word) -> bool:
    """Whether a noun phrase alone follows up to the next break (*, annonce la mairie.*)."""
    right = _stretch_right(words, word.i)
    return bool(right) and right[0].upos in {"DET", "PROPN"} and not any(w.upos == "VERB" for w in right)


def _stretch_left(words: list[Word], i: int) -> list[Word]:
    start = i
    while start > 0 and words[start - 1].text not in _BREAKS:
        start -= 1
    return words[start:i]


def _stretch_right(words: list[Word], i: int) -> list[Word]:
    end = i + 1
    while end < len(words) and words[end].text not in _BREAKS:
        end += 1
    return words[i + 1 : end]


def _lacks_none(words: list[Word], word: Word) -> bool:
    """Whether every clause around the word has its verb: as many finite verbs as words that open one, and one."""
    around = [*_stretch_left(words, word.i), *_stretch_right(words, word.i)]
    verbs = sum(_is_finite(w) for w in around)
    opened = sum(_form(w) in _OPENS for w in around) + sum(w.upos == "CCONJ" for w in around)
    return verbs > opened


def _is_finite(word: Word) -> bool:
    return word.upos in {"VERB", "AUX"} and word.feats.get("VerbForm") == "Fin" and word.deprel != "cop"


def _fits_right(words: list[Word], word: Word, *, nominal: bool) -> bool:
    """Whether what follows can follow a verb; a noun's or adjective's homograph needs an object."""
    if word.i + 1 >= len(words):
        return not nominal or _form(word) in _RATHER_VERBS
    following = words[word.i + 1]
    form = _form(following)
    if following.upos in {"AUX", "VERB"} and following.feats.get("VerbForm") == "Fin":
        return False
    if form in {"que", "qu'"} or following.upos in {"DET", "NUM"}:
        return True
    if following.feats.get("VerbForm") == "Inf" or form in _CLITICS:
        return True
    if nominal and _form(word) not in _RATHER_VERBS:
        return (
            following.upos == "ADP" and not _has_verb(words) and words[word.i - 1].upos in {"NOUN", "PROPN"}
        )
    return following.upos in {"ADP", "ADV", "PUNCT", "PRON", "CCONJ", "NOUN", "PROPN", "ADJ", "SCONJ"}


_RATHER_VERBS = frozenset({"dément"})
"""Homographs that news uses as verbs."""
