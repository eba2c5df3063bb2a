"""Names the tagger does not know for names (*rapporte Gull News*): it calls them foreign words.

Such words hang apart from each other, and a verb they follow stays without its subject. The
parser is shown a name it knows well in their place; the second tree counts where the words then
make one phrase.
"""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.languages.fr.verbs import third_person
from ouidire.languages.words import Word

__all__ = ["hyphenated_names", "known_names", "named_well"]

_CLOSING = {",", "»", "”", '"'}
_SHOWN = (("Jean", "Dupont", "Durand"), ("Marie", "Martin", "Bernard"))
_OF_NAMES = {"PROPN", "NOUN", "ADJ"}
_BEGINNING = {"PROPN", "X", "NOUN"}
_NEVER = {"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "PUNCT"}


def hyphenated_names(words: list[str], glued: list[bool]) -> list[tuple[int, int]]:
    """Return names whose second part is written small (*Kim Jong-un*), as words ``[start, end)``.

    Only after another name: at the beginning of a sentence any word has a capital (*Dit-on*).
    """
    found = []
    for i in range(1, len(words) - 2):
        first, hyphen, second = words[i : i + 3]
        tied = hyphen == "-" and glued[i] and glued[i + 1]
        names = _is_name(words[i - 1]) and _is_name(first) and not glued[i - 1]
        if tied and names and second.isalpha() and second.islower():
            found.append((i, i + 3))
    return found


def _is_name(text: str) -> bool:
    return len(text) > 1 and text.isalpha() and text[0].isupper() and text[1:].islower()


def known_names(words: list[Word]) -> list[list[tuple[int, str]]]:
    """Return, for each run of capitalised words that was not read as one name, what to show in its place."""
    found: list[list[tuple[int, str]]] = []
    for run in _runs(words):
        foreign = any(word.upos not in _OF_NAMES for word in run)
        apart = len(run) > 1 and len(_outside(run)) > 1
        if foreign or apart or _is_titled(words, run) or _follows_cue(words, run):
            names = _SHOWN[len(found) % 2]  # two in one sentence are not the same person
            shown = names[1:2] if len(run) == 1 else names
            found.append([(word.i, name) for word, name in zip(run, shown, strict=False)])
    return found


def named_well(words: list[Word], at: Sequence[int]) -> bool:
    """Whether the words at these indices make one phrase of a name."""
    run = [words[i] for i in at]
    return len(_outside(run)) == 1 and run[0].upos == "PROPN"


def _is_titled(words: list[Word], run: Sequence[Word]) -> bool:
    """Whether a name begins with a common noun and has no article (*rapporte Agence Sirius*)."""
    before = words[run[0].i - 1].upos if run[0].i else ""
    return len(run) > 1 and run[0].upos == "NOUN" and before not in {"DET", "ADJ", "NUM"}


def _follows_cue(words: list[Word], run: Sequence[Word]) -> bool:
    """Whether a name stands where a cue clause has its subject (*…, rapporte Radio Tormel*)."""
    at = run[0].i
    if len(run) < 2 or at < 2 or words[at - 2].text not in _CLOSING or not words[at - 1].text.islower():
        return False
    return third_person(words[at - 1].text) is not None


def _runs(words: list[Word]) -> list[list[Word]]:
    """Return runs of two or three capitalised words, and single ones within a sentence."""
    runs: list[list[Word]] = [[]]
    for word in words:
        begins = not word.i and word.upos not in _BEGINNING  # any first word has a capital
        if _is_capitalised(word) and word.upos not in _NEVER and not begins:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run and len(run) <= len(_SHOWN[0]) and (len(run) > 1 or run[0].i)]


def _is_capitalised(word: Word) -> bool:
    first, _, second = word.text.partition("-")
    return _is_name(first) and (not second or second.isalpha())


def _outside(run: Sequence[Word]) -> list[Word]:
    """Return the words of a run that hang on something else."""
    inside = {word.i for word in run}
    return [word for word in run if word.head not in inside or word.head == word.i]
