"""Words written with a hyphen that the tokenizer takes apart (*état-major*, *Croix-Rouge*) made one again.

The parser was trained on the parts of compounds it does not list, so it sees the parts; the stages
see one word, whose source or role is not cut at the hyphen.
"""

from __future__ import annotations

from ouidire.languages.words import Word

__all__ = ["join_compounds"]

_HYPHENS = {"-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}"}
_NOMINAL = {"NOUN", "PROPN", "ADJ", "X"}
_CORE = {"root", "nsubj", "nsubj:pass", "obj", "conj", "obl:agent"}
_ASTRAY = {"obl", "obl:mod", "dep", "dislocated", "nmod", "obl:arg"}
_SHORTEST = 2


def join_compounds(words: list[Word]) -> None:
    """Join nouns and names with the hyphens between them, in place; heads and indices follow."""
    groups = _groups(words)
    if len(groups) == len(words):
        return
    number = {word.i: n for n, group in enumerate(groups) for word in group}
    joined = [_joined(group) for group in groups]
    for n, word in enumerate(joined):
        word.i, word.head = n, number[word.head]
    words[:] = joined
    for word, group in zip(joined, groups, strict=True):
        if len(group) > 1:
            _seat(words, word)


def _seat(words: list[Word], noun: Word) -> None:
    """Make a compound whose parts the parser hung apart the subject of the verb right after it."""
    verb = words[noun.head]
    astray = noun.deprel in _ASTRAY and noun.i < verb.i and verb.upos == "VERB"
    if not astray or any(w.head == noun.i and w.deprel == "case" for w in words):
        return
    between = words[noun.i + 1 : verb.i]
    if all(w.head in {verb.i, noun.i} and w.text != "," for w in between) and not any(
        w.head == verb.i and w.deprel.startswith(("nsubj", "expl")) for w in words
    ):
        noun.deprel = "nsubj:pass" if any(w.deprel == "aux:pass" for w in between) else "nsubj"


def _groups(words: list[Word]) -> list[list[Word]]:
    """Return the words in order, those of one compound together."""
    groups: list[list[Word]] = []
    k = 0
    while k < len(words):
        end = k + 1
        while end + 1 < len(words) and _ties(words[end - 1], words[end], words[end + 1]):
            end += 2
        groups.append(words[k:end])
        k = end
    return groups


def _ties(left: Word, hyphen: Word, right: Word) -> bool:
    """Whether two words and the hyphen between them are one: no blank, letters only, nominal."""
    if hyphen.text not in _HYPHENS or left.end != hyphen.start or hyphen.end != right.start:
        return False
    lettered = all(len(w.text) >= _SHORTEST and w.text.isalpha() for w in (left, right))
    return lettered and left.upos in _NOMINAL and right.upos in _NOMINAL


def _joined(group: list[Word]) -> Word:
    """Return one word for a compound, in the place of the part that heads it."""
    if len(group) == 1:
        return group[0]
    inside = {w.i for w in group}
    top = next(
        (w for w in group if w.text not in _HYPHENS and (w.head not in inside or w.head == w.i)), group[0]
    )
    parts = [w for w in group if w.text not in _HYPHENS]
    named = all(w.text[0].isupper() for w in parts)
    return Word(
        top.i,
        group[0].start,
        group[-1].end,
        "-".join(w.text for w in parts),
        "-".join(w.text if named else w.lemma for w in parts),
        "PROPN" if named else "NOUN" if top.upos == "X" else top.upos,
        dict(top.feats),
        top.i if top.head in inside else top.head,
        top.deprel,
        top.tag,
    )
