"""Reading a Universal Dependencies tree: noun phrases, prepositions, voices, subjects.

Parsers err; nothing here assumes that a relation is right, only that indices are valid.
"""

from __future__ import annotations

from ouidire.languages import Analysis, Token
from ouidire.model import Span

__all__ = [
    "antecedent",
    "case_words",
    "conjuncts",
    "is_passive",
    "noun_phrase",
    "objects",
    "phrase_span",
    "relation",
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
        if "Reflex" in child.feats or child.upos == "SCONJ":
            continue
        found.append(antecedent(analysis, head, child))
    return tuple(found) or _left_out(analysis, head)


def _left_out(analysis: Analysis, head: int) -> tuple[Token, ...]:
    """What a relative clause is about where the tree shows no pronoun for it.

    *The bridge the soldiers destroyed* has none; *le pont, que les soldats ont détruit* is at times
    taken for an adverbial clause.
    """
    token = analysis.tokens[head]
    own = analysis.children(head, "nsubj")
    if not own or own[0].feats.get("PronType") in {"Rel", "Int"} or analysis.children(head, "ccomp", "xcomp"):
        return ()
    above = analysis.tokens[token.head]
    if token.deprel == "acl:relcl" and above.upos in {"NOUN", "PROPN"} and above.i < own[0].i:
        oblique = analysis.children(head, "advmod", "mark", "obl")
        return () if any(t.i < own[0].i or t.upos == "ADP" for t in oblique) else (above,)
    mark = [t for t in analysis.children(head, "mark", "obj") if t.upos == "SCONJ"]
    if relation(token) != "advcl" or len(mark) != 1 or mark[0].i < 2:
        return ()
    comma, noun = analysis.tokens[mark[0].i - 1], analysis.tokens[mark[0].i - 2]
    bare = mark[0].lemma.lower() == "que" and comma.text == "," and noun.upos in {"NOUN", "PROPN"}
    return (noun,) if bare else ()


def antecedent(analysis: Analysis, clause: int, argument: Token) -> Token:
    """Return the noun that a relative pronoun of a clause stands for, or else the argument itself."""
    token = analysis.tokens[clause]
    relative = argument.feats.get("PronType") in {"Rel", "Int"} or (
        argument.upos == "PRON" and token.deprel == "acl:relcl" and "Person" not in argument.feats
    )
    if relative and relation(token) == "acl" and token.head != token.i:
        return analysis.tokens[token.head]
    return argument
