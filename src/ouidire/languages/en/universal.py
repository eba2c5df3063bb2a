"""From the labels of the English parser (ClearNLP, as in spaCy) to Universal Dependencies 2.

Content words head: prepositions become ``case`` of their object, copulas ``cop`` of their
predicate, and all conjuncts hang on the first. Two departures, for the stages' sake: *be* with a
clause as its predicate (*the fact is that …*, *is to leave*) stays the head, and *be* in *there
is* stays the head as in UD.

See:
    de Marneffe and Manning, Stanford typed dependencies manual (2008, revised 2016);
    Universal Dependencies 2 guidelines; Choi and Palmer, Guidelines for the CLEAR style (2012).
"""

from __future__ import annotations

from ouidire.languages.compounds import join_compounds
from ouidire.languages.en.trailing import mend
from ouidire.languages.words import Word, tree_children

__all__ = ["to_universal"]

_RENAMED = {
    "ROOT": "root",
    "acomp": "xcomp",
    "agent": "obl:agent",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:npmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET", "X"}
_VERBAL = {"VERB", "AUX"}
_ADPOSITIONS = {"ADP", "SCONJ", "PART", "ADV", "VERB"}
_CONNECTING = {"cc", "conj", "preconj"}
_BETWEEN_COPULA_AND_PREDICATE = {"neg", "advmod", "npadvmod", "nsubj", "aux", "punct"}


def to_universal(words: list[Word]) -> None:
    """Rewrite heads, relations, lemmas and a few features in place.

    The result may hold no cycle the input had not; callers still run `words.settle`.
    """
    for word in words:
        _normalise(word)
    _invert_prepositions(words)
    _invert_copulas(words)
    _flatten_coordination(words)
    for word in words:
        word.deprel = _RENAMED.get(word.deprel, word.deprel)
    mend(words)
    join_compounds(words)


def _normalise(word: Word) -> None:
    """Settle what depends on one word alone: lemma, negation, infinitive marker, modifiers."""
    if word.upos == "NOUN" and word.feats.get("VerbForm") == "Fin":
        word.upos = "VERB"  # the tagger is right that it is finite (*Boreal, citing X, reported that p*)
    if word.upos != "PROPN":
        word.lemma = word.lemma.lower()
    if word.deprel == "neg":
        word.feats = {**word.feats, "Polarity": "Neg"}
    if word.tag == "MD":  # the tagger leaves *shall* without a verb form
        word.feats = {**word.feats, "VerbForm": "Fin"}
    if word.deprel == "aux" and word.tag == "TO":
        word.deprel = "mark"
    if word.deprel in {"prep", "agent"} and word.upos == "VERB":
        # *according*, *including*, *following*: cue tables name them by form.
        word.lemma = word.text.lower()
    if word.deprel == "nmod":
        word.deprel = "amod" if word.upos == "ADJ" else "compound"


def _is_preposition(word: Word) -> bool:
    # A preposition may also be the "conjunct" of a verb (*came, and in a hurry*).
    return word.deprel in {"prep", "agent"} or (word.deprel in {"dative", "conj"} and word.upos == "ADP")


def _invert_prepositions(words: list[Word]) -> None:
    """Hang the object of each preposition on the preposition's head, and the latter on it."""
    done: set[int] = set()
    for word in words:
        # *because of the war*, where the parser gives both *of* and *war* to *because*
        if word.deprel == "pcomp" and word.upos == "ADP" and word.head == word.i - 1:
            following = words[word.i + 1 :]
            if any(w.head == word.head and w.deprel == "pobj" for w in following):
                word.deprel = "fixed"
    for word in words:
        if _is_preposition(word) and word.i not in done:
            done.add(word.i)
            _invert_preposition(words, word, done)


def _invert_preposition(words: list[Word], prep: Word, done: set[int]) -> None:
    children = tree_children(words)
    governor = words[prep.head]
    target, chain, passed = _object(children, prep, done)
    if target is None or governor.i == prep.i:
        return
    done.update(w.i for w in chain + passed)
    marker = _marker(target)
    relation = _clause_relation(governor) if marker == "mark" else _object_relation(prep, governor)
    _mark_object(chain, target, marker)
    target.head, target.deprel = governor.i, relation
    below = [c for part in chain + passed for c in children[part.i]]
    _hand_over(below, target, governor, {*(w.i for w in chain + passed)})
    _invert_conjoined(words, target, below, done)


def _mark_object(chain: list[Word], target: Word, marker: str) -> None:
    """Hang a preposition on its object, and the rest of a compound one (*out of*) on its first word."""
    for n, part in enumerate(chain):
        adjacent = n > 0 and part.i == chain[n - 1].i + 1
        part.head = chain[0].i if adjacent else target.i
        part.deprel = "fixed" if adjacent else marker


def _object(
    children: list[list[Word]], prep: Word, done: set[int]
) -> tuple[Word | None, list[Word], list[Word]]:
    """Return a preposition's object, the prepositions it is made of, and those conjoined before the object."""
    chain, passed, at = [prep], list[Word](), prep
    while True:
        below = [c for c in children[at.i] if c.i not in done and c not in chain and c not in passed]
        found = [c for c in below if c.deprel in {"pobj", "pcomp"} and not _leads_on(c, children)]
        if found:
            return found[0], chain, passed
        # *out of the blue*; *because of it*, where the parser calls the second a ``pcomp``
        deeper = [c for c in below if c.deprel in {"prep", "agent", "pcomp"} and c.upos in _ADPOSITIONS]
        # *before and during the storm*: the object may hang on the second preposition
        conjoined = [c for c in below if c.deprel == "conj" and c.upos == "ADP"]
        if deeper and not passed:
            at = deeper[0]
            chain.append(at)
        elif conjoined:
            at = conjoined[0]
            passed.append(at)
        else:
            return None, chain, passed


def _leads_on(word: Word, children: list[list[Word]]) -> bool:
    return word.upos == "ADP" and any(c.deprel in {"pobj", "pcomp"} for c in children[word.i])


def _object_relation(prep: Word, governor: Word) -> str:
    if prep.deprel == "agent" and governor.upos in _VERBAL:
        return "obl:agent"
    return "nmod" if governor.upos in _NOMINAL else "obl"


def _marker(target: Word) -> str:
    return "mark" if target.deprel == "pcomp" and target.upos in _VERBAL else "case"


def _clause_relation(governor: Word) -> str:
    return "acl" if governor.upos in _NOMINAL else "advcl"


def _hand_over(below: list[Word], target: Word, governor: Word, kept: set[int]) -> None:
    """Give what hung on a preposition to its object, or to its governor (*from A to B*).

    Of *in and around A*, the second preposition and the conjunction stay with the first.
    """
    for child in below:
        joins = child.deprel == "cc" and any(child.i < i < target.i for i in kept)
        if child is target or child.i in kept or joins or child.deprel == "fixed":
            continue
        second = _is_preposition(child) or child.deprel in {"pobj", "pcomp"}
        beside = second and child.i > target.i and child.deprel != "conj"
        child.head = governor.i if beside else target.i


def _invert_conjoined(words: list[Word], target: Word, below: list[Word], done: set[int]) -> None:
    """Turn *in A and in B* into two conjoined objects, each with its case."""
    for prep in below:
        if prep.deprel != "conj" or prep.upos != "ADP" or prep.i in done:
            continue
        done.add(prep.i)
        children = tree_children(words)
        obj, chain, passed = _object(children, prep, done)
        if obj is None:
            continue
        done.update(w.i for w in chain + passed)
        _mark_object(chain, obj, _marker(obj))
        obj.head, obj.deprel = target.i, "conj"
        further = [c for part in chain + passed for c in children[part.i]]
        _hand_over(further, obj, target, {*(w.i for w in chain + passed)})
        _invert_conjoined(words, target, further, done)


def _invert_copulas(words: list[Word]) -> None:
    """Make the predicate of *be* the head of its clause; other verbs take it as ``xcomp``."""
    for verb in words:
        if verb.lemma != "be" or verb.upos not in _VERBAL or verb.deprel in {"aux", "auxpass", "cop"}:
            continue
        children = tree_children(words)[verb.i]
        predicate = _predicate(verb, children)
        if any(c.deprel == "expl" and c.lemma == "there" for c in children):
            verb.upos = "VERB"
            if predicate is not None:
                predicate.deprel = "nsubj"
        elif predicate is None:
            verb.upos = "VERB"
        else:
            _swap(verb, predicate, children)


def _predicate(verb: Word, children: list[Word]) -> Word | None:
    """Return the predicate of *be*: a complement, else the phrase right after (*is in Rome*)."""
    found = [c for c in children if c.deprel in {"attr", "acomp"}]
    if found:
        return next((c for c in found if c.i > verb.i), found[0])
    if any(c.deprel in {"ccomp", "xcomp", "oprd", "expl", "dobj"} for c in children):
        return None
    if not any(c.deprel in {"nsubj", "csubj"} for c in children):
        return None
    after = [c for c in children if c.i > verb.i]
    for child in after:
        if child.deprel == "obl":
            return child
        if child.deprel not in _BETWEEN_COPULA_AND_PREDICATE:
            return None
    return None


def _swap(verb: Word, predicate: Word, children: list[Word]) -> None:
    """Put the predicate in the copula's place."""
    predicate.deprel = verb.deprel
    predicate.head = verb.head if verb.head != verb.i else predicate.i
    for child in children:
        if child is not predicate:
            child.head = predicate.i
    verb.head, verb.deprel, verb.upos = predicate.i, "cop", "AUX"


def _flatten_coordination(words: list[Word]) -> None:
    """Hang conjuncts on the first, and conjunctions and commas on the conjunct they precede."""
    for word in words:
        if word.deprel == "conj":
            word.head = _first_conjunct(words, word)
    children = tree_children(words)
    for word in words:
        comma = word.deprel == "punct" and word.text == ","
        if word.deprel != "cc" and not comma:
            continue
        host = words[word.head]
        siblings = children[_first_conjunct(words, host) if host.deprel == "conj" else host.i]
        later = [c for c in siblings if c.deprel == "conj" and c.i > word.i]
        if not later:
            continue
        between = [
            c
            for c in children[host.i]
            if word.i < c.i < later[0].i and c.deprel not in _CONNECTING and c.deprel != "punct"
        ]
        if not comma or not between:
            word.head = later[0].i


def _first_conjunct(words: list[Word], word: Word) -> int:
    seen = {word.i}
    at = word.head
    while words[at].deprel == "conj" and at not in seen:
        seen.add(at)
        at = words[at].head
    return at if at != word.i else word.head
