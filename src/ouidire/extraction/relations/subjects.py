"""Who a cue verb's subject is, through control, coordination, participles and relative clauses."""

from __future__ import annotations

from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.holders import is_paper, issuer, made_to_speak, outer_speech
from ouidire.extraction.relations.tree import NOMINAL, is_finite
from ouidire.extraction.relations.verbs import Match
from ouidire.languages import Analysis, Token

__all__ = [
    "adjacent_subject",
    "agent_of",
    "antecedent",
    "inverted_subject",
    "is_passive",
    "paper_of",
    "subject_of",
]

_MAX_SUBJECT = 15


def is_passive(analysis: Analysis, head: int) -> bool:
    """Whether a verb is in the passive: by its auxiliary, its subject, or as a bare past participle."""
    if analysis.children(head, "aux:pass"):
        return True
    if analysis.children(head, "nsubj:pass", "csubj:pass") and not analysis.children(head, "obj"):
        return True
    token = analysis.tokens[head]
    return (
        token.deprel in {"acl", "advcl"}
        and token.feats.get("VerbForm") == "Part"
        and token.feats.get("Tense") == "Past"
        and not analysis.children(head, "aux")
    )


def subject_of(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Token | None:
    """Return the head of the subject, the agent in a passive; None where the source is implicit."""
    if is_passive(analysis, match.head):
        if match.entry.experiencer:
            return _climb(analysis, cues, match.head, 0)
        return agent_of(analysis, cues, match.head) or paper_of(analysis, cues, match.head)
    found = _climb(analysis, cues, match.head, 0)
    if found is None and is_finite(analysis, analysis.tokens[match.head]):
        near = adjacent_subject(analysis, cue)
        found = near[0] if near else None
    return found or _before(analysis, cue) or _opening_name(analysis, cues, cue)


def agent_of(analysis: Analysis, cues: Cues, head: int) -> Token | None:
    """Return the agent of a passive (*par X*, *by X*)."""
    for token in analysis.children(head, "obl", "nmod"):
        if token.deprel == "obl:agent" or any(
            cues.has("agent", t) for t in analysis.children(token.i, "case")
        ):
            return token
    return None


def paper_of(analysis: Analysis, cues: Cues, head: int) -> Token | None:
    """Return the paper that something is said to stand in (*est mentionné dans le rapport*)."""
    for token in analysis.children(head, "obl", "nmod"):
        held = token.i > head and any(cues.has("holding", t) for t in analysis.children(token.i, "case"))
        if held and is_paper(cues, token):
            return token
    return None


def antecedent(analysis: Analysis, cues: Cues, token: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for."""
    if not cues.has("relative", token):
        return None
    for above in analysis.ancestors(token.i):
        if above.deprel == "acl:relcl" and above.head < token.i:
            return analysis.tokens[above.head]
        if above.deprel not in {"xcomp", "conj", "nsubj"}:
            return None
    return None


def _climb(analysis: Analysis, cues: Cues, head: int, depth: int) -> Token | None:
    """Find the subject at the verb, or where its clause hangs."""
    token = analysis.tokens[head]
    for deprels in (("nsubj", "csubj"), ("expl:subj",)):
        for child in analysis.children(head, *deprels):
            if child.upos != "PUNCT":
                return _pronoun(analysis, child)
    relation = token.deprel.partition(":")[0]
    above = analysis.tokens[token.head]
    if relation == "advcl" and (quoted := _quoted(analysis, cues, token, above)) is not None:
        return quoted
    if depth > 4 or token.deprel == "root" or above.i == head:
        return None
    if (bidden := made_to_speak(analysis, cues, token)) is not None:
        return bidden
    if (outer := outer_speech(analysis, cues, token)) is not None:
        return _climb(analysis, cues, outer.i, depth + 1)
    if relation == "acl":
        return _modified(analysis, cues, token, above, depth)
    if relation == "conj" and token.is_verbal and above.deprel in {"obj", "obl"}:
        return _climb(analysis, cues, above.head, depth + 1)  # *adopted an accent and joked*
    if relation in {"xcomp", "conj", "advcl", "dep", "parataxis", "ccomp"} and above.upos not in {
        "NOUN",
        "PROPN",
    }:
        if relation in {"ccomp", "parataxis"} and token.feats.get("VerbForm") not in {"Inf", "Part", "Ger"}:
            return None
        return _climb(analysis, cues, above.i, depth + 1)
    return None


def _modified(analysis: Analysis, cues: Cues, token: Token, above: Token, depth: int) -> Token | None:
    """Return the noun that a participle or relative clause is about, or who issued it where it is a paper."""
    if token.deprel != "acl:relcl" and token.feats.get("VerbForm") == "Fin":
        return None
    if above.upos not in NOMINAL:
        return _climb(analysis, cues, above.i, depth + 1)
    return issuer(analysis, cues, above) or above


def _quoted(analysis: Analysis, cues: Cues, token: Token, above: Token) -> Token | None:
    """Return who is quoted in *quoted the captain as saying that p*."""
    if not cues.has("citing", above) or not any(
        cues.has("as", t) for t in analysis.children(token.i, "mark", "case")
    ):
        return None
    return next((t for t in analysis.children(above.i, "obj", "nsubj:pass")), None)


def _pronoun(analysis: Analysis, token: Token) -> Token:
    """Return the pronoun of an inverted subject, past the euphonic *-t-*."""
    following = analysis.tokens[token.i + 1] if token.i + 1 < len(analysis.tokens) else token
    return following if token.lower == "-t" and following.lower.startswith("-") else token


def _before(analysis: Analysis, cue: tuple[int, ...]) -> Token | None:
    """Fall back on the first free noun of the sentence, where no other verb stands between."""
    token = analysis.tokens[cue[0]]
    if analysis.tokens[cue[-1]].feats.get("VerbForm") in {"Inf", "Ger"}:
        return None
    sentence = analysis.sentence_of(token.i)
    for k in range(sentence.first, token.i):
        other = analysis.tokens[k]
        if other.upos == "PUNCT" or other.upos in {"DET", "ADJ", "NUM", "ADV"}:
            continue
        if (
            other.upos in {"NOUN", "PROPN"}
            and not analysis.children(k, "case")
            and other.deprel in {"root", "dep", "nsubj"}
        ):
            return other
        return None
    return None


def _opening_name(analysis: Analysis, cues: Cues, cue: tuple[int, ...]) -> Token | None:
    """Return the word that opens a sentence and cites somebody, whatever the parser took it for (*Boreal, citing X, said*)."""
    sentence = analysis.sentence_of(cue[0])
    first, *rest = analysis.tokens[sentence.first : min(sentence.first + 3, sentence.last)]
    if len(rest) < 2 or cue[0] <= rest[1].i or rest[0].text != "," or not cues.has("citing", rest[1]):
        return None
    return first if first.text[0].isupper() else None


def inverted_subject(analysis: Analysis, head: int) -> Token | None:
    """Return the subject of *said X*, *a déclaré X*, which parsers at times call an object.

    A noun before a single comma and the verb is not its subject (*Le pont, disent-ils, tiendra*).
    """
    if not is_finite(analysis, analysis.tokens[head]):
        return None
    own = analysis.children(head, "nsubj")
    for token in own:
        if token.lower.startswith("-"):
            return _pronoun(analysis, token)
    if own and own[0].i > head:
        return _pronoun(analysis, own[0])
    if own and not _cut_off(analysis, own[0].i, head):
        return None
    for child in analysis.children(head, "obj", "dep", "obl", "xcomp", "appos", "nmod"):
        if (
            child.i > head
            and child.upos in {"NOUN", "PROPN", "PRON"}
            and not analysis.children(child.i, "case", "mark")
            and (child.upos != "NOUN" or child.deprel == "obj" or analysis.children(child.i, "det"))
        ):
            return child
    return None


def adjacent_subject(analysis: Analysis, cue: tuple[int, ...]) -> tuple[Token, int] | None:
    """Return the noun between the last comma and a cue at the end of its clause, and where its phrase begins.

    A fall-back for parses that hang it elsewhere (*…killed eight people, the governor said*).
    """
    sentence = analysis.sentence_of(cue[0])
    start = cue[0]
    while (
        start > sentence.first
        and cue[0] - start < _MAX_SUBJECT
        and analysis.tokens[start - 1].upos != "PUNCT"
    ):
        start -= 1
    closed = cue[-1] + 1 >= sentence.last or analysis.tokens[cue[-1] + 1].upos == "PUNCT"
    if start == cue[0] or start == sentence.first or not closed or analysis.tokens[start - 1].text != ",":
        return None
    inside = analysis.tokens[start : cue[0]]
    if any(t.is_verbal or t.upos in {"ADP", "CCONJ", "SCONJ"} for t in inside[:1]) or any(
        t.is_verbal for t in inside
    ):
        return None
    heads = [t for t in inside if not start <= t.head < cue[0] and t.upos in {"NOUN", "PROPN", "PRON"}]
    return (heads[0], start) if heads else None


def _cut_off(analysis: Analysis, subject: int, head: int) -> bool:
    """Whether one comma, and no insertion, parts a supposed subject from its verb."""
    start = min([head, *(t.i for t in analysis.children(head, "aux") if t.i > subject)])
    commas = [i for i in range(subject, start) if analysis.tokens[i].text == ","]
    return commas == [start - 1]
