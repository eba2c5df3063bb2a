"""What a cue verb is about where that is no clause: its object, a phrase, what somebody is accused of."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.holders import can_act
from ouidire.extraction.relations.nominal import which_clause
from ouidire.extraction.relations.tree import hull, phrase, trim
from ouidire.extraction.relations.verbs import Match, children, fits_object, has_preposition
from ouidire.languages import Analysis, Token

__all__ = [
    "Found",
    "accused",
    "after",
    "is_as",
    "is_likened",
    "named",
    "noun_object",
    "predicate",
    "prepositional",
    "relative_object",
]


@dataclass(frozen=True, slots=True)
class Found:
    """A content: its tokens, how it is built, and the preposition that belongs to the cue."""

    tokens: tuple[int, ...]
    construction: str
    link: tuple[int, ...] = ()


def after(analysis: Analysis, i: int, cue: tuple[int, ...]) -> tuple[int, ...]:
    """Return the part of a subtree that lies after the cue."""
    return trim(analysis, (k for k in analysis.subtree(i) if k > cue[-1]))


def named(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return an object and what it is likened to or called (*décrit la digue comme une passoire*)."""
    objects = [t for t in children(analysis, match, "obj") if t.i > cue[-1]]
    beside = (*children(analysis, match, "obl", "advcl", "xcomp", "acl", "nmod"),)
    below = analysis.children(objects[0].i, "nmod", "advcl", "obl", "acl", "conj") if objects else ()
    likened = [t for t in (*beside, *below) if t.i > cue[-1] and is_likened(analysis, cues, t)]
    if not objects or not likened:
        return None
    tokens = {*after(analysis, objects[0].i, cue), *after(analysis, likened[0].i, cue)}
    return Found(tuple(sorted(tokens)), "clausal")


def is_likened(analysis: Analysis, cues: Cues, token: Token) -> bool:
    """Whether a phrase is opened by the word for *as*."""
    return any(cues.has("likened", t) for t in analysis.children(token.i, "case", "mark"))


def predicate(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return an object and what is said of it (*called p a success*)."""
    objects = [t for t in children(analysis, match, "obj") if t.i > cue[-1]]
    rest = [
        t
        for t in children(analysis, match, "xcomp", "obl", "advcl")
        if t.i > cue[-1] and is_as(analysis, cues, t)
    ]
    if rest and objects:
        return Found((*after(analysis, objects[0].i, cue), *after(analysis, rest[0].i, cue)), "clausal")
    if rest and rest[0].deprel == "xcomp":
        return Found(_to_the_end(analysis, match, after(analysis, rest[0].i, cue)), "clausal")
    return None


def _to_the_end(analysis: Analysis, match: Match, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Add what follows a predicate at once and completes it (*se déclare incompétent | pour instruire p*)."""
    for child in children(analysis, match, "obl", "advcl"):
        below = analysis.subtree(child.i)
        if tokens and below[0] == tokens[-1] + 1:
            tokens = (*tokens, *below)
    return trim(analysis, tokens)


def is_as(analysis: Analysis, cues: Cues, token: Token) -> bool:
    """Whether a phrase says what something is called (*as a success*, *comme un succès*, or a bare predicate)."""
    if token.deprel == "xcomp":
        return True
    return any(cues.has("as", t) for t in analysis.children(token.i, "case", "mark"))


def accused(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return an object and what it is accused of; of somebody told, only what he or she is told."""
    objects = [t for t in children(analysis, match, "obj", "iobj") if t.i > cue[-1]]
    rest = [
        t
        for t in children(analysis, match, "xcomp", "obl", "advcl", "ccomp")
        if t.i > cue[-1]
        and (t.deprel in {"xcomp", "ccomp"} or has_preposition(analysis, t, match.entry.prepositions))
    ]
    if not rest and objects and can_act(cues, objects[0]):  # hung on the one told or accused
        below = analysis.children(objects[0].i, "nmod", "acl")
        rest = [t for t in below if has_preposition(analysis, t, match.entry.prepositions)]
        if rest and not match.entry.addressee:
            return Found(after(analysis, objects[0].i, cue), "clausal")
    if not rest and ("object" not in match.entry.takes or match.entry.addressee):
        return None  # *attacked a checkpoint*, *informed the mayor*
    if objects and not fits_object(cues, match.entry, objects[0]):
        return None  # *accuse un recul*
    told = () if match.entry.addressee else objects[:1]
    if match.entry.addressee and rest:
        return _linked(analysis, after(analysis, rest[0].i, cue), cue)
    tokens = [k for t in (*told, *rest[:1]) for k in after(analysis, t.i, cue)]
    return Found(tuple(sorted(set(tokens))), "clausal") if tokens else None


def prepositional(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return the phrase with a preposition of the entry (*parle d'une catastrophe*)."""
    if not match.entry.prepositions:
        return None
    above = analysis.tokens[analysis.tokens[match.head].head]  # *se dit sceptique quant à p*
    beside = analysis.children(above.i, "obl", "nmod") if match.adjectival and above.is_verbal else ()
    for child in (*children(analysis, match, "obl", "nmod", "advcl", "ccomp", "xcomp", "acl"), *beside):
        if child.i <= cue[-1] or not has_preposition(analysis, child, match.entry.prepositions):
            continue
        if match.entry.claims and child.lemma.lower() not in cues.nouns:
            continue
        tokens = _with_infinitive(analysis, match, after(analysis, child.i, cue))
        objects = [t for t in children(analysis, match, "obj") if tokens and t.i > tokens[-1]]
        if objects and "object" in match.entry.takes:
            return Found(hull((*tokens, *after(analysis, objects[0].i, cue))), "clausal")
        return _linked(analysis, tokens, cue)
    return None


def _linked(analysis: Analysis, tokens: tuple[int, ...], cue: tuple[int, ...]) -> Found:
    """Give the preposition right after a cue to the cue."""
    link = (cue[-1] + 1,)
    opens = len(tokens) > 1 and tokens[0] == link[0]
    if opens and analysis.tokens[link[0]].upos in {"ADP", "SCONJ", "PART"}:
        return Found(tokens[1:], "clausal", link)
    return Found(tokens, "clausal")


def _with_infinitive(analysis: Analysis, match: Match, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Add an infinitive that follows at once (*called on X to resign*)."""
    for child in children(analysis, match, "xcomp", "advcl"):
        below = analysis.subtree(child.i)
        if tokens and below[0] == tokens[-1] + 1 and child.feats.get("VerbForm") == "Inf":
            return (*tokens, *below)
    return tokens


def relative_object(analysis: Analysis, cues: Cues, match: Match) -> Found | None:
    """Return what a relative pronoun before the cue stands for (*les objectifs que X a évoqués*)."""
    token = analysis.tokens[match.head]
    if token.deprel != "acl:relcl" or token.head > match.head:
        return None
    of = ("obl", "iobj", "nmod") if match.entry.prepositions else ()
    free = _is_free(analysis, cues, analysis.tokens[token.head])
    for child in children(analysis, match, "obj", *of):
        if (
            child.i < match.head
            and cues.has("relative", child)
            and (free or analysis.tokens[token.head].upos in {"NOUN", "PROPN"})
        ):
            words = phrase(analysis, token.head, drop=frozenset(analysis.subtree(match.head)))
            return Found((*words, child.i), "clausal")
    return None


def _is_free(analysis: Analysis, cues: Cues, token: Token) -> bool:
    """Whether a pronoun stands for what was said (*ce que X a dit*), and opens no clause like *selon ce que dit X*."""
    if token.upos != "PRON" or not cues.has("what", token):
        return False
    before = analysis.tokens[max(0, token.i - 2) : token.i]
    return not any(cues.has("per", t) or cues.has("contrary", t) for t in before)


def _after_time(analysis: Analysis, noun: Token, cue: tuple[int, ...]) -> Found | None:
    """Return the clause a parser hung on a noun that says when (*a annoncé ces derniers mois que p*).

    None where the noun may well be what is told (*promised better days*), empty where it only says when.
    """
    clauses = [t for t in analysis.children(noun.i, "acl", "ccomp") if analysis.children(t.i, "mark")]
    if clauses:
        return Found(trim(analysis, after(analysis, clauses[0].i, cue)), "clausal")
    determiners = analysis.children(noun.i, "det")
    pointed = all(t.feats.get("PronType") == "Dem" for t in determiners)
    return Found((), "clausal") if pointed else None


def noun_object(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return the noun phrase that is the object of a cue."""
    found = [t for t in children(analysis, match, "obj", "xcomp") if t.i > cue[-1]]
    # a bare noun of time is no object where another noun is (*annoncer lundi un bilan*)
    found.sort(key=lambda t: t.deprel != "obj" or (t.upos == "NOUN" and not analysis.children(t.i)))
    for child in found:
        if match.entry.claims and child.lemma.lower() not in cues.nouns:
            continue
        if not fits_object(cues, match.entry, child):
            continue
        if cues.has("time", child) and (dated := _after_time(analysis, child, cue)) is not None:
            if dated.tokens:
                return dated
            continue
        if child.i > cue[-1] and (child.deprel == "obj" or child.upos in {"NOUN", "PROPN"}):
            tokens = trim(analysis, hull(i for i in after(analysis, child.i, cue) if i not in match.apart))
            if not tokens:
                continue
            tokens = (*tokens, *which_clause(analysis, cues, tokens[-1] + 1, match.head))
            for rest in children(analysis, match, "obl", "advcl"):
                if (
                    rest.i > tokens[-1]
                    and min(analysis.subtree(rest.i)) == tokens[-1] + 1
                    and is_as(analysis, cues, rest)
                ):
                    tokens = (*tokens, *after(analysis, rest.i, cue))
            return Found(tokens, "clausal")
    return None
