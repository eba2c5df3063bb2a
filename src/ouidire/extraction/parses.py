"""Where the small parsers go wrong in ways that can be told from the words themselves."""

from __future__ import annotations

from ouidire.languages import Analysis, Sentence, Token

__all__ = ["has_relative", "is_bare_participle", "is_detached", "is_lost_copula", "strays", "swallowing"]


def is_lost_copula(analysis: Analysis, token: Token, head: Token) -> bool:
    """Whether an auxiliary hangs by a wrong arc on the predicate that follows it."""
    if token.upos != "AUX" or token.deprel in {"root", "conj", "ccomp", "advcl", "parataxis", "acl:relcl"}:
        return False
    near = token.i < head.i <= token.i + 5 and head.sent == token.sent
    return near and head.upos in {"ADJ", "NOUN", "VERB"} and not analysis.children(token.i, "nsubj")


def strays(analysis: Analysis, sentence: Sentence, heads: dict[int, int | None]) -> dict[int, int]:
    """Map words the parser took for a predicate to the finite one that has lost its subject to them.

    *Le nombre de soldats déployés … n'a pas été divulgué*: the subject, and the *si* before it, hang on
    the participle; *les rats nourris … développeraient*: they hang on nothing but the root.
    """
    found: dict[int, int] = {}
    for head in sorted(heads):
        finite = heads[head]
        noun = swallowing(analysis, analysis.tokens[head]) if finite is None else None
        if noun is not None:
            found[noun] = head
        if (
            finite is None
            or _has_subject(analysis, head, finite)
            or has_relative(analysis, analysis.tokens[head])
        ):
            continue
        for i in range(head - 1, sentence.first - 1, -1):
            if i in heads and heads[i] is not None:
                break
            if _takes_subject(analysis, i, head, heads):
                found[i] = head
                break
    return found


def _has_subject(analysis: Analysis, head: int, finite: int) -> bool:
    imperative = analysis.tokens[finite].feats.get("Mood") == "Imp"
    conjoined = analysis.tokens[head].deprel == "conj"
    expletive = any(t.deprel.startswith("expl:subj") for t in analysis.children(head))
    mark = bool(analysis.children(head, "mark"))
    return imperative or conjoined or expletive or mark or bool(analysis.children(head, "nsubj", "csubj"))


def _takes_subject(analysis: Analysis, i: int, head: int, heads: dict[int, int | None]) -> bool:
    token = analysis.tokens[i]
    if any(t.lower in {",", ";", ":"} for t in analysis.tokens[i + 1 : head] if t.head in {i, head}):
        return False
    fragment = i in heads and heads[i] is None and token.head == i and token.upos in {"NOUN", "PROPN"}
    participle = token.upos in {"VERB", "ADJ"} and token.feats.get("VerbForm") == "Part"
    robbed = participle and bool(analysis.children(i, "nsubj")) and not analysis.children(i, "aux", "cop")
    adrift = token.upos in {"NOUN", "PROPN"} and token.deprel in {"appos", "dep", "parataxis"}
    if adrift and analysis.tokens[head].head == i:
        return True
    near = analysis.tokens[head].head in {i, token.head} or i in {a.i for a in analysis.ancestors(head)}
    return near and (robbed or fragment)


def swallowing(analysis: Analysis, token: Token) -> int | None:
    """Return the object that the parser has put above its own participle (*tout en effectuant des …*)."""
    at = token
    for _ in range(3):
        if at.deprel.partition(":")[0] not in {"fixed", "advmod", "case", "mark"}:
            break
        at = analysis.tokens[at.head]
    return at.i if at.i > token.i and at.upos in {"NOUN", "PROPN"} else None


def is_detached(analysis: Analysis, token: Token) -> bool:
    """Whether a comma stands before a word, with only adverbs and a preposition between (*, tout en*)."""
    for i in range(token.i - 1, max(-1, token.i - 4), -1):
        before = analysis.tokens[i]
        if before.sent != token.sent:
            return False
        if before.upos == "PUNCT":
            return before.text in {",", "—", "–", "-"}
        if before.upos not in {"ADV", "ADP", "SCONJ", "PRON"}:
            return False
    return False


def is_bare_participle(analysis: Analysis, token: Token) -> bool:
    """Whether a past form after a noun is a participle in disguise (*officials briefed on the matter*)."""
    if token.deprel != "acl" or token.feats.get("Tense") != "Past" or token.upos != "VERB":
        return False
    return not analysis.children(token.i, "nsubj", "mark", "aux")


def has_relative(analysis: Analysis, token: Token) -> bool:
    """Whether a relative pronoun before a predicate hangs on it."""
    return any(
        t.feats.get("PronType") == "Rel" and t.i < token.i for t in analysis.children(token.i)
    ) and token.deprel not in {"root", "ROOT"}
