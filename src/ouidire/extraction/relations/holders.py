"""Whose words an infinitive, a participle or a paper gives, where the tree names somebody else first."""

from __future__ import annotations

from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.tree import is_finite, is_infinitive
from ouidire.languages import Analysis, Token
from ouidire.model import Act, SourceKind

__all__ = ["can_act", "is_paper", "issuer", "made_to_speak", "outer_speech"]

_PAPERS = frozenset({SourceKind.DOCUMENT, SourceKind.DOCUMENT_TREATY})
_OWN_WORD = frozenset({Act.PROMISE, Act.THREATEN})
_BIDDING = frozenset({Act.REQUEST, Act.ORDER})


def can_act(cues: Cues, token: Token) -> bool:
    """Whether a noun or pronoun is somebody who can speak, and no paper."""
    if cues.has("relative", token):
        return False
    entry = cues.source(token)
    if entry is not None:
        return entry.kind not in _PAPERS
    return token.upos == "PROPN" or (token.upos == "PRON" and token.feats.get("PronType") == "Prs")


def is_paper(cues: Cues, token: Token) -> bool:
    """Whether a noun names a document."""
    entry = cues.source(token)
    return entry is not None and entry.kind in _PAPERS


def made_to_speak(analysis: Analysis, cues: Cues, token: Token) -> Token | None:
    """Return who is brought to say something, or blamed for it (*forced X to admit*, *blamed X for saying*).

    None where the subject of the verb above speaks: after a promise (*promised X to say*), or where
    that verb tells somebody something (*a dit à X craindre*).
    """
    above = analysis.tokens[token.head]
    if not above.is_verbal or above.i >= token.i:
        return None
    acts = {entry.act for _, entry in cues.verbs.get(above.lemma.lower(), ())}
    if token.deprel == "xcomp" and is_infinitive(analysis, token):
        if acts & _OWN_WORD:
            return None
    elif not _is_reproach(analysis, cues, token):
        return None
    for child in analysis.children(above.i, "obj", "iobj", "obl:arg", "obl"):
        if not above.i < child.i < token.i or not can_act(cues, child):
            continue
        cases = analysis.children(child.i, "case")
        bid = bool(acts & _BIDDING) or cues.has("causing", above)
        if not cases or (bid and any(cues.has("addressee", t) for t in cases)):
            return child
    return None


def _is_reproach(analysis: Analysis, cues: Cues, token: Token) -> bool:
    """Whether a clause gives what somebody is blamed or thanked for (*for saying*, *pour avoir dit*)."""
    marks = analysis.children(token.i, "mark", "case")
    return token.deprel == "advcl" and any(cues.has("reason", t) for t in marks)


def outer_speech(analysis: Analysis, cues: Cues, token: Token) -> Token | None:
    """Return the cue verb whose speaker goes on speaking in a later verb that hangs inside what is said.

    A participle of speech after a comma (*X said p, adding q*), or a finite verb that can not share
    the modal auxiliary of the verb it is coordinated with (*X said Y would p and warned that q*).
    """
    above = analysis.tokens[token.head]
    if token.deprel == "advcl":
        first = min(analysis.subtree(token.i))
        apart = first > above.i and analysis.tokens[first - 1].text == ","
        goes_on = apart and token.feats.get("VerbForm") in {"Part", "Ger"} and not is_finite(analysis, token)
    else:
        bare = token.feats.get("VerbForm") == "Fin" and bool(analysis.children(above.i, "aux"))
        goes_on = token.deprel == "conj" and bare and bool(analysis.children(token.i, "ccomp"))
    if not goes_on:
        return None
    for inner in (above, *analysis.ancestors(above.i)):
        outer = analysis.tokens[inner.head]
        if inner.deprel == "ccomp" and outer.i < inner.i:
            return outer if outer.lemma.lower() in cues.verbs else None
        if inner.deprel.partition(":")[0] not in {"conj", "xcomp", "advcl"}:
            return None
    return None


def issuer(analysis: Analysis, cues: Cues, paper: Token) -> Token | None:
    """Return who speaks through a paper that he or she makes known (*X issued a statement saying that p*).

    PolNeAR takes the person over the paper where the text names both.
    """
    if not is_paper(cues, paper) and paper.lemma.lower() not in cues.nouns:
        return None
    if any(can_act(cues, t) for t in analysis.children(paper.i, "nmod")):
        return None
    verb = analysis.tokens[paper.head]
    made = paper.deprel == "obj" and (cues.has("issuing", verb) or cues.has("light", verb))
    held = any(cues.has("holding", t) for t in analysis.children(paper.i, "case"))
    spoken = paper.deprel.startswith("obl") and held and verb.lemma.lower() in cues.verbs
    if not (made or spoken):
        return None
    return next((t for t in analysis.children(verb.i, "nsubj") if can_act(cues, t)), None)
