"""Complements that the parser hung elsewhere than on their cue, and cues it took for nouns."""

from __future__ import annotations

from collections.abc import Iterator

from ouidire.extraction.relations.contents import Found, after
from ouidire.extraction.relations.drafts import Draft
from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.tree import is_finite, phrase, trim
from ouidire.extraction.relations.verbs import Match, children, controllers, fits_object
from ouidire.languages import Analysis, Token

__all__ = ["astray", "mistaken_drafts"]

_MAX_INSERTION = 8


def mistaken_drafts(analysis: Analysis, cues: Cues) -> Iterator[Draft]:
    """Yield a draft for each verb between commas that the parser took for a noun (*The police, neighbours allege, were slow*)."""
    for token in analysis.tokens:
        if token.deprel != "appos" or token.upos != "NOUN" or cues.source(token) is not None:
            continue
        takes = [e for w, e in cues.verbs.get(token.lower, ()) if len(w) == 1 and "clause" in e.takes]
        sentence, who = analysis.sentence_of(token.i), token.i - 1
        if not takes or who - 2 < sentence.first or token.i + 2 >= sentence.last:
            continue
        speaker = analysis.tokens[who]
        plural = speaker.head == token.i and speaker.feats.get("Number") == "Plur"
        if not plural or {analysis.tokens[who - 1].text, analysis.tokens[token.i + 1].text} != {","}:
            continue
        left = trim(analysis, range(sentence.first, who - 1))
        right = trim(analysis, range(token.i + 2, sentence.last))
        yield Draft(
            cue=(token.i,),
            head=token.i,
            lemma=token.lower,
            act=takes[0].act,
            construction="inverted",
            content=(*left, *right),
            source=who,
            entry=takes[0].id,
            author=takes[0].author,
        )


def astray(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return a complement that stands apart from its cue; it counts where the verb has no other content.

    Either a clause that the parser made a relative of the noun right before it (*she said in an
    interview with X that p*), or an object after an insertion (*en confirmant, lundi, la fuite*).
    """
    return _as_relative(analysis, cues, match, cue) or _parted(analysis, cues, match, cue)


def _parted(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return an object that a few words between commas part from a verb with its subject before it."""
    verb = analysis.tokens[match.head]
    above = controllers(analysis, cues, match.head) or ((verb.head,) if verb.deprel == "xcomp" else ())
    subjects = [t for i in (match.head, *above) for t in analysis.children(i, "nsubj") if t.i < match.head]
    gerund = verb.deprel == "advcl" and verb.feats.get("VerbForm") in {"Part", "Ger"}
    if "object" not in match.entry.takes or match.entry.addressee or not (subjects or gerund):
        return None
    last = analysis.sentence_of(match.head).last
    if cue[-1] + 2 >= last or analysis.tokens[cue[-1] + 1].text != ",":
        return None
    for k in range(cue[-1] + 2, min(last - 1, cue[-1] + 2 + _MAX_INSERTION)):
        token = analysis.tokens[k]
        if token.is_verbal and not cues.has("as", analysis.tokens[cue[-1] + 2]):
            return None
        if token.text == ",":
            head = _noun_from(analysis, k + 1)
            fits = head is not None and fits_object(cues, match.entry, head)
            if head is None or not fits or (match.entry.claims and head.lemma.lower() not in cues.nouns):
                return None
            return Found(tuple(i for i in phrase(analysis, head.i) if i > k), "clausal")
    return None


def _noun_from(analysis: Analysis, i: int) -> Token | None:
    """Return the noun whose determiner stands at token `i`."""
    first = analysis.tokens[i]
    noun = analysis.tokens[first.head]
    return noun if first.upos == "DET" and noun.i > i and noun.upos in {"NOUN", "PROPN"} else None


def _as_relative(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return a complement clause that hangs as a relative on a noun after the cue."""
    verb = analysis.tokens[match.head]
    if "clause" not in match.entry.takes or verb.deprel.startswith("acl"):
        return None
    told = ("obj",) if match.entry.addressee else ()
    for child in children(analysis, match, "obl", "iobj", "obl:arg", "obl:mod", *told):
        for i in analysis.subtree(child.i) if child.i > cue[-1] else ():
            token = analysis.tokens[i]
            first = analysis.tokens[min(analysis.subtree(i))]
            if token.deprel != "acl:relcl" or not cues.has("conjunction", first):
                continue
            sure = is_finite(analysis, verb) and child.deprel != "obj"
            if is_finite(analysis, token) and (sure or _lacks_nothing(analysis, token, first)):
                return Found(after(analysis, i, cue), "clausal")
    return None


def _lacks_nothing(analysis: Analysis, verb: Token, opening: Token) -> bool:
    """Whether a clause has all its verb asks for, so that the word that opens it is no relative pronoun."""
    subject = any(t.i != opening.i for t in analysis.children(verb.i, "nsubj", "expl"))
    full = analysis.children(verb.i, "obj", "xcomp", "ccomp", "cop", "aux:pass", "obl:arg")
    return subject and any(t.i != opening.i for t in full)
