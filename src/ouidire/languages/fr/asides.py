"""Clauses of saying set into or after what is said (*…, a annoncé la mairie*; *« … », dit-elle*).

The parser takes their subject for an object and their verb for the head of what stands around
them. So they are found on the surface, and the parser reads host and aside apart: a comma, dash or
closing quotation mark; a verb that presents speech; a subject after it; the next comma or the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ouidire.languages.fr.verbs import Reading, features, readings
from ouidire.languages.second_look import Aside
from ouidire.languages.words import Word
from ouidire.lexicon import load_entries

__all__ = ["asides"]

_CLOSING = {"»", "”", '"'}
_OPENING = {"«", "“", '"'}
_BEFORE = {",", "—", "–", "!", "?", "…"} | _CLOSING
_STOPS = {",", ";", ":", "—", "–", "(", ")"} | _CLOSING | _OPENING
_CLITICS = {"se", "s'", "lui", "leur", "nous", "me", "m'", "en", "y", "l'", "le", "la"}
_AUXILIARIES = {"avoir", "être"}
_CARRIERS = {"faire", "tenir", "vouloir", "laisser", "devoir"}
_FINITE = frozenset("PIJFC")
_THIRD = {2, 5}
_RESUMES = {"et", "mais", "car", "alors", "tandis", "donc", "or", "ou", "puis"}
_RELATIVES = {"qui", "que", "qu'", "dont", "où", "lequel", "laquelle"}
_NEGATIONS = {"ne", "n'", "pas"}
_SUBJECT = {"DET", "PROPN", "PRON", "NUM"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """Verbs that present speech in a clause set beside it."""

    id: str
    lemmas: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    """A verb group at the head of an aside: its lexical verb, the index after it, a clitic subject."""

    verb: int
    end: int
    reading: Reading
    clitic: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noun:
    """Nouns for those who speak, as the stage of attribution describes them; only the lemmas count here."""

    id: str
    lemmas: tuple[str, ...] = ()
    kind: str = ""
    anonymity: int = 0
    definite: int | None = None
    plural: str | None = None
    plural_anonymity: int = 0
    names: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _speakers() -> frozenset[str]:
    rows = load_entries(files("ouidire.languages.fr").joinpath("lexicon", "source_nouns.toml"), _Noun)
    return frozenset(lemma for row in rows for lemma in row.lemmas)


@lru_cache(maxsize=1)
def _quotatives() -> frozenset[str]:
    folder = files("ouidire.languages.fr")
    rows = load_entries(folder.joinpath("lexicon", "quotatives.toml"), _Entry)
    return frozenset(lemma for row in rows for lemma in row.lemmas)


def asides(words: list[Word]) -> list[Aside]:
    """Return the clauses of saying set beside what is said, in text order."""
    found: list[Aside] = []
    for k in range(1, len(words)):
        if found and k < found[-1].end:
            continue
        if words[k - 1].text in _BEFORE:
            aside = _aside(words, k) or _relative(words, k)
            if aside is not None:
                found.append(aside)
    return found


def _aside(words: list[Word], start: int) -> Aside | None:
    group = _group(words, start)
    if group is None:
        return None
    quoted = _after_quotation(words, start)
    if group.reading.infinitive not in _quotatives() and not (quoted and group.clitic is not None):
        return None
    subject = group.clitic if group.clitic is not None else _subject(words, group.end)
    if subject is None:
        return None
    after = max(group.end, subject + 1)
    complete = quoted or _complete(words[:start])
    end = _end(words, after, complete=complete)
    clitic = group.clitic is not None
    if not quoted and not (
        (clitic or _can_speak(words[subject]))
        and _stands_apart(words, start, end, complete=complete, clitic=clitic)
    ):
        return None
    return Aside(start, end, group.verb, subject, group.reading.infinitive, features(group.reading))


def _relative(words: list[Word], start: int) -> Aside | None:
    """Return a relative clause between the subject and its verb (*Le préfet, qui dit que p, est parti*)."""
    if _form(words, start) != "qui" or words[start - 1].text != "," or start < 2 or _complete(words[:start]):
        return None
    for end in range(start + 2, len(words) - 1):
        if words[end].text in {";", ":", ".", "«"}:
            return None
        if words[end].text == "," and _is_finite(words, end + 1) and _complete([*words[start + 1 : end]]):
            return Aside(start, end, None, start - 2, relation="acl:relcl")
    return None


def _is_finite(words: list[Word], k: int) -> bool:
    """Whether a finite verb begins at `k`, past clitics and a negation."""
    while _form(words, k) in _CLITICS | _NEGATIONS and words[k].upos != "DET":
        k += 1
    return k < len(words) and words[k].upos in {"VERB", "AUX"} and words[k].feats.get("VerbForm") == "Fin"


def _form(words: list[Word], i: int) -> str:
    return words[i].text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") if i < len(words) else ""


def _group(words: list[Word], start: int) -> _Group | None:
    """Read clitics, a finite verb or auxiliary, a clitic subject, a participle, a carried infinitive."""
    k = start
    while _form(words, k) in _CLITICS | _NEGATIONS and k < start + 3:
        k += 1
    reading = _reading(words, k, _FINITE)
    if reading is None or words[k].text[:1].isupper():
        return None
    verb = k
    k, clitic = _past_clitic(words, k + 1)
    if reading.infinitive in _AUXILIARIES:
        while k < min(len(words), verb + 5) and (words[k].upos == "ADV" or _form(words, k) in _NEGATIONS):
            k += 1
        verb, reading = k, _reading(words, k, frozenset("K"))
        k += 1
    if reading is not None and reading.infinitive in _CARRIERS:
        verb = k + (_form(words, k) == "à")
        reading = _reading(words, verb, frozenset("W"))
        k = verb + 1
    return None if reading is None else _Group(verb, k, reading, clitic)


def _past_clitic(words: list[Word], k: int) -> tuple[int, int | None]:
    """Step over *-t-elle*, *-il*; return the index after it and the pronoun's."""
    clitic: int | None = None
    while k < len(words) and words[k].text[:1] in "-\N{NON-BREAKING HYPHEN}" and words[k].text[1:].isalpha():
        clitic, k = k, k + 1
    return k, clitic


def _reading(words: list[Word], i: int, tenses: frozenset[str]) -> Reading | None:
    """Return the reading of a form in one of some tenses, a quotative's first."""
    if i >= len(words):
        return None
    finite = tenses is _FINITE
    found = [r for r in readings(_form(words, i)) if r.tense in tenses and (not finite or r.slot in _THIRD)]
    known = [r for r in found if r.infinitive in _quotatives() | _AUXILIARIES | _CARRIERS]
    return (known or found)[0] if found else None


def _after_quotation(words: list[Word], start: int) -> bool:
    """Whether a closing quotation mark stands right before, a comma between or not."""
    at = start - 1
    if words[at].text in {",", "—", "–"} and at > 0:
        at -= 1
    if words[at].text == '"':
        return sum(w.text == '"' for w in words[: at + 1]) % 2 == 0
    return words[at].text in {"»", "”"}


def _subject(words: list[Word], k: int) -> int | None:
    """Return the head of the noun phrase after the verb, past adverbs, dates and phrases with a preposition."""
    inside = False
    while k < len(words):
        word = words[k]
        if word.upos in {"PUNCT", "CCONJ", "SCONJ"} or word.text in _STOPS:
            if word.text == "," and inside and k + 1 < len(words):
                k += 1
                continue
            return None
        if word.upos == "ADP":
            inside = True
            k = _past_phrase(words, k + 1)
            continue
        if word.upos in _SUBJECT and _form(words, k) not in _RELATIVES and not _is_number(word):
            return _head(words, k)
        if word.upos not in {"ADV", "NOUN", "NUM", "ADJ"}:
            return None
        k += 1
    return None


def _is_number(word: Word) -> bool:
    return word.text.isdigit()


def _past_phrase(words: list[Word], k: int) -> int:
    """Return the index after a noun phrase that begins at `k`: determiners, one noun, adjectives."""
    while k < len(words) and words[k].upos in {"DET", "NUM", "ADJ"}:
        k += 1
    while k < len(words) and words[k].upos in {"NOUN", "PROPN", "PRON", "X"}:
        k += 1
        if k < len(words) and words[k].upos == "ADJ":
            k += 1
    return k


def _can_speak(noun: Word) -> bool:
    """Whether a noun is a name, a pronoun, or one for those who speak."""
    if noun.upos in {"PROPN", "PRON"} or noun.text[:1].isupper():
        return True
    forms = {noun.lemma.lower(), noun.text.lower(), noun.text.lower().removesuffix("s")}
    return bool(forms & _speakers())


def _head(words: list[Word], k: int) -> int | None:
    """Return the noun of the phrase that begins at `k`."""
    while k < len(words) and words[k].upos in {"DET", "NUM"}:
        k += 1
    if k + 1 < len(words) and words[k].upos == "ADJ" and words[k + 1].upos in {"NOUN", "PROPN"}:
        k += 1
    return k if k < len(words) and words[k].text[:1].isalnum() else None


def _complete(words: list[Word]) -> bool:
    """Whether what stands before is a clause of its own: more finite verbs than words that open a clause."""
    verbs = sum(w.upos in {"VERB", "AUX"} and w.feats.get("VerbForm") == "Fin" for w in words)
    opened = sum(_form([w], 0) in _RELATIVES or w.upos == "SCONJ" for w in words)
    return verbs > opened


def _end(words: list[Word], after: int, *, complete: bool) -> int:
    """Return where an aside ends: at a break, past a name or a relative clause that belongs to its subject."""
    k = after
    while k < len(words):
        text = words[k].text
        if text in _OPENING and not _closes(words, k):
            return _before_marks(words, k, after)
        if text in {";", ":", ")", ".", "!", "?"}:
            return k
        if text in {",", "—", "–"} and not _goes_on(words, k + 1, complete=complete):
            return k
        k += 1
    return k


def _closes(words: list[Word], k: int) -> bool:
    return words[k].text == '"' and sum(w.text == '"' for w in words[: k + 1]) % 2 == 0


def _before_marks(words: list[Word], k: int, after: int) -> int:
    while k > after and words[k - 1].text in {",", ":", "—", "–"}:
        k -= 1
    return k


def _goes_on(words: list[Word], k: int, *, complete: bool) -> bool:
    """Whether what follows a comma still belongs to the aside."""
    if k >= len(words) or words[k].text in _OPENING | {".", "—", "–", ","}:
        return False
    if words[k].upos == "PROPN" and any(w.text == "," for w in words[k : k + 5]):
        return True
    if not complete:
        return False
    finite = words[k].upos in {"VERB", "AUX"} and words[k].feats.get("VerbForm") == "Fin"
    return _form(words, k) not in _RESUMES and not finite


def _stands_apart(words: list[Word], start: int, end: int, *, complete: bool, clitic: bool) -> bool:
    """Whether words that no quotation precedes are an aside, and not one more predicate of their subject."""
    inside = words[start:end]
    finite = sum(w.upos in {"VERB", "AUX"} and w.feats.get("VerbForm") == "Fin" for w in inside)
    opened = sum(_form([w], 0) in _RELATIVES or w.upos == "SCONJ" for w in inside)
    if finite - opened > 1:
        return False
    closed = end < len(words) and words[end].text == "," and end + 1 < len(words)
    if complete:
        again = closed and words[end + 1].upos in {"VERB", "AUX"} and not clitic
        return not again
    return closed or clitic
