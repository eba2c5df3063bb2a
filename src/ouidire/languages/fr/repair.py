"""What the French tagger gets wrong and a verb lexicon knows: conditionals, moods, infinitives.

The tagger marks only every tenth conditional of a verb it seldom saw (*utiliseraient*), and then
often calls it an adverb. So the parser is shown the imperfect instead, which it knows (on 45
press conditionals 44 are then parsed as verbs, against 41 as written and 42 with the future), and
the conditional is put back from the lexicon afterwards.
"""

from __future__ import annotations

from ouidire.languages.compounds import join_compounds
from ouidire.languages.fr.verbs import FEATS, Reading, conditional, features, imperfect, readings
from ouidire.languages.words import Word

__all__ = ["repair", "stand_in"]

_VERBAL = {"VERB", "AUX"}
_FINITE = frozenset("PIJFCSTY")
_DAYS = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "aujourd'hui"}
_CLAUSAL = {"root", "conj", "ccomp", "xcomp", "advcl", "acl:relcl", "csubj", "parataxis", "aux", "cop"}
_TAKES_OVER = {"root": "root", "conj": "conj", "parataxis": "parataxis", "nsubj": "ccomp"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
_WITH_ETRE = frozenset(
    [
        "aller",
        "venir",
        "revenir",
        "devenir",
        "redevenir",
        "parvenir",
        "intervenir",
        "survenir",
        "provenir",
        "advenir",
        "arriver",
        "partir",
        "repartir",
        "naître",
        "renaître",
        "mourir",
        "décéder",
        "tomber",
        "retomber",
        "rester",
        "accourir",
        "échoir",
        "éclore",
    ]
)
"""Verbs that make their perfect with *être* and have no passive."""


def stand_in(words: list[str]) -> list[str]:
    """Return the words with each conditional replaced by the imperfect of its verb."""
    return [_imperfect_of(w) if _is_conditional(w, first=not i) else w for i, w in enumerate(words)]


def repair(words: list[Word]) -> None:
    """Correct the words of one parsed stretch in place."""
    for word in words:
        if word.upos != "PROPN":
            word.lemma = word.lemma.lower()
        form = _form(word.text)
        if not any(c.isalnum() for c in form) and word.upos not in {"PUNCT", "SYM"}:
            word.upos = "PUNCT"
        if word.deprel == "obj" and form in _DAYS:
            word.deprel = "obl:mod"
        if _is_conditional(word.text, first=not word.i):
            _restore(words, word, form)
        elif word.upos in _VERBAL or _must_be_finite(words, word, form):
            _check(words, word, form)
        if word.lemma in _WITH_ETRE and word.upos == "VERB":
            _make_perfect(words, word)
        elif word.lemma == "mort" and word.upos == "ADJ":
            _free_adjuncts(words, word)
    for word in words:
        _take_root(words, word)
        _take_subject(words, word)
    join_compounds(words)


def _make_perfect(words: list[Word], verb: Word) -> None:
    """*Est revenu*, *sont morts*: a perfect and no passive."""
    verb.feats = {k: v for k, v in verb.feats.items() if k != "Voice"}
    for word in words:
        if word.head == verb.i and word.deprel in {"aux:pass", "nsubj:pass"}:
            word.deprel = "aux:tense" if word.deprel == "aux:pass" else "nsubj"


def _take_root(words: list[Word], verb: Word) -> None:
    """Make a finite verb head its sentence that hangs as ``acl`` in its own subject (*X, citant Y, rapporte que…*).

    Only a participle or an infinitive can be an ``acl``; a finite clause would be ``acl:relcl``.
    """
    if verb.deprel != "acl" or verb.feats.get("VerbForm") != "Fin":
        return
    below = [w for w in words if w.head == verb.i]
    if any(w.deprel.startswith("nsubj") or w.feats.get("PronType") == "Rel" for w in below):
        return
    subject = words[verb.head]
    while subject.head != subject.i:
        subject = words[subject.head]
    if subject.upos not in _NOMINAL or subject.i > verb.i or words[verb.i - 1].text != ",":
        return
    verb.head, verb.deprel = verb.i, "root"
    subject.head, subject.deprel = verb.i, "nsubj"
    for word in words:
        if word.head == subject.i and word.upos == "PUNCT" and word.i > verb.i:
            word.head = verb.i


def _take_subject(words: list[Word], verb: Word) -> None:
    """Make the noun before a relative clause the subject of the verb after it (*X, qui cite Y, annonce que…*)."""
    if (
        verb.upos != "VERB"
        or verb.feats.get("VerbForm") != "Fin"
        or not verb.i
        or words[verb.i - 1].text != ","
    ):
        return
    below = [w for w in words if w.head == verb.i and w.i < verb.i]
    if any(w.deprel.startswith(("nsubj", "expl")) for w in below):
        return
    for noun in below:
        relative = [w for w in words if w.head == noun.i and w.deprel == "acl:relcl" and w.i > noun.i]
        placed = any(w.head == noun.i and w.deprel == "case" for w in words)
        if (
            noun.upos in _NOMINAL
            and noun.deprel.startswith(("obl", "nmod", "dislocated"))
            and relative
            and not placed
        ):
            noun.deprel = "nsubj"
            return


def _free_adjuncts(words: list[Word], dead: Word) -> None:
    """*Mort à Lens*: where, and not to whom."""
    for word in words:
        if word.head == dead.i and word.deprel == "obl:arg":
            word.deprel = "obl:mod"


def _form(text: str) -> str:
    return text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _is_conditional(text: str, *, first: bool) -> bool:
    # *Beauvais*, *Marais*: a capital within a sentence is a name, unless all letters are capitals
    if not first and text[:1].isupper() and not text.isupper():
        return False
    return (
        text.lower().endswith(("rais", "rait", "rions", "riez", "raient"))
        and conditional(_form(text)) is not None
    )


def _imperfect_of(text: str) -> str:
    shown = imperfect(_form(text)) or text
    if text.isupper():
        return shown.upper()
    return shown[:1].upper() + shown[1:] if text[:1].isupper() else shown


def _restore(words: list[Word], word: Word, form: str) -> None:
    """Write the conditional back over the imperfect the parser saw."""
    reading = conditional(form)
    assert reading is not None
    known = word.upos in _VERBAL
    word.lemma = reading.infinitive
    word.upos = word.upos if known else "VERB"
    word.feats = features(reading)
    if not known or not {word.deprel, word.deprel.partition(":")[0]} & _CLAUSAL:
        _promote(words, word)


def _promote(words: list[Word], verb: Word) -> None:
    """Make a verb that hangs on its own subject (*experts* ← *superviseraient*) head its clause."""
    subject = words[verb.head]
    if subject.i >= verb.i or subject.upos not in _NOMINAL or subject.deprel not in _TAKES_OVER:
        return
    verb.deprel = _TAKES_OVER[subject.deprel]
    verb.head = subject.head if subject.head != subject.i else verb.i
    for other in words:
        if other.head == subject.i and other.i > verb.i:
            other.head = verb.i
    subject.head, subject.deprel = verb.i, "nsubj"


def _check(words: list[Word], word: Word, form: str) -> None:
    """Correct lemma and mood of a verb form by what it can be at all."""
    possible = readings(form)
    if not possible:
        return
    if word.lemma not in {r.infinitive for r in possible}:
        fitting = [r for r in possible if _agrees(word, r)]
        word.lemma = (fitting or list(possible))[0].infinitive
    of_lemma = [r for r in possible if r.infinitive == word.lemma]
    if _inverted(words, word):
        of_lemma = [r for r in of_lemma if r.tense in _FINITE and r.tense not in "SJTY"] or of_lemma
    if of_lemma and not any(_agrees(word, r) for r in of_lemma):
        kept = {k: v for k, v in word.feats.items() if k in {"Voice", "Reflex"}}
        word.feats = {**features(of_lemma[0]), **kept}


def _must_be_finite(words: list[Word], word: Word, form: str) -> bool:
    """Make a verb of a word the tagger missed, where a clitic subject or *-aient* leaves no doubt."""
    if not (_inverted(words, word) or (form.endswith("aient") and word.text.islower())):
        return False
    possible = readings(form)
    if not any(r.tense in _FINITE for r in possible):
        return False
    word.upos = "VERB"
    return True


def _agrees(word: Word, reading: Reading) -> bool:
    expected = FEATS[reading.tense]
    return all(word.feats.get(name) == value for name, value in expected.items())


def _inverted(words: list[Word], word: Word) -> bool:
    """Whether a clitic subject follows (*dit-on*), which only a finite form allows."""
    if word.i + 1 >= len(words):
        return False
    following = words[word.i + 1]
    return following.upos == "PRON" and following.text[:1] == "-" and "subj" in following.deprel
