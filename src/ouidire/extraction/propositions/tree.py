"""Reading a Universal Dependencies tree: noun phrases, prepositions, voices, subjects.

Parsers err; nothing here assumes that a relation is right, only that indices are valid.
"""

from __future__ import annotations

from ouidire.languages import Analysis, Token
from ouidire.model import Span

__all__ = [
    "case_words",
    "conjuncts",
    "is_passive",
    "noun_phrase",
    "objects",
    "phrase_span",
    "relation",
    "subject_of",
]

# Relations that hang a clause or an aside on a noun: no part of the noun phrase that fills a role.
_ASIDE = frozenset({"acl", "appos", "parataxis", "cc", "conj", "punct", "dep", "advcl", "ccomp", "orphan"})
_LEADING = frozenset({"case", "mark", "cc", "punct"})


def relation(token: Token) -> str:
    """Return the relation of `token` without its subtype."""
    return token.deprel.partition(":")[0]


def noun_phrase(analysis: Analysis, head: int) -> tuple[int, ...]:
    """Return the tokens of a noun phrase: one run around its head, no relative clause, no preposition."""
    inside = {head}
    todo = [head]
    while todo:
        at = todo.pop()
        for child in analysis.children(at):
            if at == head and relation(child) in _LEADING:
                continue
            if (relation(child) in _ASIDE and not _joined_adjective(child)) or child.i in inside:
                continue
            inside.add(child.i)
            todo.append(child.i)
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return tuple(range(first, last + 1))


def _joined_adjective(token: Token) -> bool:
    """Whether an adjective or number only looks like an aside (*un soldat blessé*)."""
    return token.upos in {"ADJ", "NUM"} and relation(token) == "acl"


def phrase_span(analysis: Analysis, head: int) -> Span:
    """Return the span of the noun phrase of `head`."""
    tokens = noun_phrase(analysis, head)
    return analysis.span(tokens[0], tokens[-1] + 1)


def case_words(analysis: Analysis, head: int) -> tuple[Token, ...]:
    """Return the prepositions of a noun with what is fixed to them, in text order."""
    found: list[Token] = []
    for case in analysis.children(head, "case"):
        found.append(case)
        found.extend(analysis.children(case.i, "fixed", "advmod", "nmod"))
    return tuple(sorted((t for t in found if t.i < head), key=lambda t: t.i))


def is_passive(analysis: Analysis, head: int) -> bool:
    """Whether a verb undergoes: passive auxiliary or subject, or a bare past participle on a noun."""
    token = analysis.tokens[head]
    if any("Reflex" in c.feats for c in analysis.children(head, "expl", "obj", "iobj")):
        return False
    if any(c.deprel in {"nsubj:pass", "aux:pass", "obl:agent"} for c in analysis.children(head)):
        return True
    if token.feats.get("VerbForm") != "Part" or token.feats.get("Tense") == "Pres":
        return False
    if token.feats.get("Aspect") == "Prog":
        return False
    bare = not any(relation(c) in {"aux", "cop"} for c in analysis.children(head))
    return bare and relation(token) == "acl" and not analysis.children(head, "obj")


def conjuncts(analysis: Analysis, head: int) -> tuple[int, ...]:
    """Return `head` and the nouns coordinated with it."""
    found = [head]
    for child in analysis.children(head, "conj"):
        if child.upos not in {"VERB", "AUX"} or child.feats.get("VerbForm") == "Part":
            found.append(child.i)
    return tuple(found)


def objects(analysis: Analysis, head: int) -> tuple[Token, ...]:
    """Return the direct objects of a verb, relative pronouns replaced by their antecedent."""
    found = []
    for child in analysis.children(head, "obj"):
        if "Reflex" in child.feats:
            continue
        found.append(_antecedent(analysis, head, child))
    return tuple(found)


def subject_of(analysis: Analysis, head: int) -> Token | None:
    """Return the subject of a clause, inherited where the clause has none; None where unclear.

    A relative pronoun stands for the noun its clause hangs on; a participle or infinitive takes the
    noun it hangs on, or the subject of the clause it belongs to.
    """
    seen: set[int] = set()
    at = head
    while at not in seen:
        seen.add(at)
        own = analysis.children(at, "nsubj", "csubj")
        if own:
            return _antecedent(analysis, at, own[0])
        token = analysis.tokens[at]
        kind = relation(token)
        if kind == "acl" and not _detached(analysis, at):
            return analysis.tokens[token.head]
        if kind == "acl" or (kind == "fixed" and token.upos == "VERB"):
            at = _clause_above(analysis, at)
        elif kind in {"conj", "xcomp", "advcl", "aux", "cop"}:
            at = token.head
        else:
            return None
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


def _antecedent(analysis: Analysis, clause: int, argument: Token) -> Token:
    token = analysis.tokens[clause]
    relative = argument.feats.get("PronType") in {"Rel", "Int"} or (
        argument.upos == "PRON" and token.deprel == "acl:relcl" and "Person" not in argument.feats
    )
    if relative and relation(token) == "acl" and token.head != token.i:
        return analysis.tokens[token.head]
    return argument
