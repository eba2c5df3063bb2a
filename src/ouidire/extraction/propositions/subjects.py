"""Who does it: the subject of a clause, its own or the one it takes from the clause above it."""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.extraction.propositions.tree import antecedent, case_words, is_passive, relation
from ouidire.extraction.propositions.words import Words, class_of
from ouidire.languages import Analysis, Token

__all__ = ["subject_of"]

_NAMES = frozenset({"NOUN", "PROPN"})


def subject_of(analysis: Analysis, head: int, words: Words, *, inside: Sequence[int] = ()) -> Token | None:
    """Return the subject of a clause, inherited where the clause has none; None where unclear.

    A relative pronoun stands for the noun its clause hangs on; a participle takes the noun it hangs
    on; an infinitive or gerund the object of a verb that makes or asks somebody do it (*accused X of
    doing*, *demande à X de faire*), or else the subject of the clause it belongs to.

    Args:
        inside: Tokens of the unit; a subject the tree put before them belongs to what introduces
            the unit (*d'après des médias*), not to its clause.

    """
    seen: set[int] = set()
    at = head
    while at not in seen:
        seen.add(at)
        own = analysis.children(at, "nsubj", "csubj")
        if own:
            return _first_noun(analysis, own[0], inside if at == head else ()) or antecedent(
                analysis, at, own[0]
            )
        token = analysis.tokens[at]
        kind = relation(token)
        if kind == "acl" and _is_infinitive(analysis, token):
            return _of_infinitive(analysis, token, words)
        if kind == "acl" and not _detached(analysis, at):
            return analysis.tokens[token.head]
        controller = _controller(analysis, token, words) if kind in {"xcomp", "advcl", "ccomp"} else None
        if controller is not None:
            return controller
        if kind == "acl" or (kind == "fixed" and token.upos == "VERB"):
            at = _clause_above(analysis, at)
        elif kind in {"conj", "xcomp", "advcl", "aux", "cop"}:
            at = token.head
        else:
            return None
    return None


def _first_noun(analysis: Analysis, own: Token, inside: Sequence[int]) -> Token | None:
    """The noun that begins a unit, where the tree made a noun before the unit the subject."""
    if not inside or own.i >= inside[0] or own.upos == "PRON":
        return None
    for k in inside:
        token = analysis.tokens[k]
        if token.upos in _NAMES and token.head < inside[0]:
            return token
        if token.upos in {"VERB", "AUX"}:
            break
    return None


def _is_infinitive(analysis: Analysis, token: Token) -> bool:
    if token.feats.get("VerbForm") == "Inf" and token.deprel != "acl:relcl":
        return bool(analysis.children(token.i, "mark"))
    return False


def _of_infinitive(analysis: Analysis, token: Token, words: Words) -> Token | None:
    """*Force the villagers to leave*: they leave. *The mayor's decision to leave*: the mayor does."""
    noun = analysis.tokens[token.head]
    above = analysis.tokens[noun.head]
    if noun.upos == "PROPN" or relation(noun) == "nmod" or words.is_kind(above, "object_control"):
        return noun
    for child in analysis.children(noun.i, "nmod"):
        before = case_words(analysis, child.i)
        hit = words.role_words.at(before, 0) if before else None
        if child.upos != "PRON" and (child.deprel == "nmod:poss" or (hit is not None and hit[1] == "of")):
            return child
    if above.upos == "VERB" and relation(noun) in {"obj", "obl"} and not is_passive(analysis, above.i):
        return subject_of(analysis, above.i, words)
    return noun if class_of(analysis.tokens, noun.i, words) in words.people else None


def _controller(analysis: Analysis, token: Token, words: Words) -> Token | None:
    """The object of a verb such as *accuse*, *ask*, *force*, *prevent*, whose doing the clause tells."""
    above = analysis.tokens[token.head]
    if not words.is_kind(above, "object_control") or token.i < above.i or is_passive(analysis, above.i):
        return None
    marks = analysis.children(token.i, "mark", "case")
    if relation(token) != "xcomp" and not any(words.is_kind(t, "control_mark") for t in marks):
        return None
    for child in analysis.children(above.i, "iobj", "obj", "obl"):
        if "Reflex" in child.feats or child.upos in {"NUM", "SYM"}:
            continue
        if relation(child) != "obl":
            return antecedent(analysis, above.i, child)
        before = case_words(analysis, child.i)
        if child.i < token.i and before and words.is_kind(before[0], "control_preposition"):
            return child
    return None


def _detached(analysis: Analysis, head: int) -> bool:
    """Whether a participle stands after a comma and has its subject from the clause above."""
    token = analysis.tokens[head]
    active = token.feats.get("VerbForm") == "Part" and (
        token.feats.get("Tense") == "Pres" or token.feats.get("Aspect") == "Prog"
    )
    if not active or token.deprel == "acl:relcl" or head == 0:
        return False
    before = [analysis.tokens[k] for k in range(max(0, head - 3), head)]
    return any(t.text == "," for t in before)


def _clause_above(analysis: Analysis, head: int) -> int:
    for token in analysis.ancestors(head):
        if token.upos in {"VERB", "AUX"} or relation(token) == "root":
            return token.i
    return head
