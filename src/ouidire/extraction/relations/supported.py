"""Verbs that carry a noun of saying: *made this announcement*, *a lancé un appel à la grève*, *les accusations portées par X*."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.extraction.relations.drafts import Draft
from ouidire.extraction.relations.entries import Cues, NounEntry, VerbEntry
from ouidire.extraction.relations.holders import can_act
from ouidire.extraction.relations.polarity import modality, negated
from ouidire.extraction.relations.subjects import agent_of, is_passive, subject_of
from ouidire.extraction.relations.tree import hull, phrase, trim
from ouidire.extraction.relations.verbs import Match, group_of
from ouidire.languages import Analysis, Token
from ouidire.model import Act

__all__ = ["is_author", "supported"]

_HELD = frozenset(
    {Act.ATTITUDE, Act.DOUBT, Act.ESTIMATE, Act.FEAR, Act.HOPE, Act.SHOW, Act.SUSPECT, Act.THINK, Act.HEARSAY}
)
"""Acts of nouns that name what somebody thinks or feels, or what goes round; to have it is not to say it."""
_LIGHT = VerbEntry(id="light", lemmas=(), act=Act.SAY)


@dataclass(frozen=True, slots=True)
class _Support:
    """A verb that carries a noun, its group, who makes the claim, and whether it stands before the noun."""

    match: Match
    cue: tuple[int, ...]
    subject: Token | None
    before: bool


def supported(analysis: Analysis, cues: Cues, entry: NounEntry, noun: Token) -> Draft | None:
    """Return the relation of a noun of saying under a verb that adds nothing but who says it, and when.

    What it is about is its content, where that is named (*lancer un appel à p*); else the noun's
    phrase is, where it stands for a claim (*faire cette annonce*, *les accusations portées par X*).
    """
    support = None if entry.act in _HELD else _support(analysis, cues, noun)
    if support is None:
        return None
    topic = _topic(analysis, cues, entry, noun, support)
    shown = any(cues.has("demonstrative", t) for t in analysis.children(noun.i, "det"))
    if not topic and not (entry.stands or shown):
        return None
    none = any(cues.has("nobody", t) for t in analysis.children(noun.i, "det"))
    word, refused = modality(analysis, cues, support.match)
    whole = hull((*support.cue, noun.i, topic[0] - 1)) if topic and support.before else support.cue
    return Draft(
        cue=whole,
        head=support.match.head,
        lemma=support.match.lemma.lower(),
        act=Act.DECLINE if refused else entry.act,
        construction="support",
        content=topic or _standing(analysis, noun, support),
        source=None if support.subject is None else support.subject.i,
        entry=entry.id,
        author=entry.author,
        presupposes=shown or entry.presupposes,
        polarity="-" if none or (not refused and negated(analysis, cues, support.cue)) else "+",
        modality=word,
    )


def is_author(analysis: Analysis, cues: Cues, entry: NounEntry, child: Token) -> bool:
    """Whether a phrase after a noun of saying names who speaks (*la réponse de la mairie*), not what about."""
    cases = analysis.children(child.i, "case")
    return any(t.lemma.lower() in entry.author_of for t in cases) and can_act(cues, child)


def _support(analysis: Analysis, cues: Cues, noun: Token) -> _Support | None:
    """Return the verb that carries a noun, as its object, its passive subject, or what it modifies."""
    above = analysis.tokens[noun.head]
    if not analysis.children(noun.i, "det", "nmod:poss") and noun.feats.get("Number") != "Plur":
        return None  # *faire appel*, *faire mention*: an idiom, and no noun of saying
    if noun.deprel == "obj" and above.i < noun.i and cues.has("support", above):
        return _active(analysis, cues, above, before=True)
    if noun.deprel.startswith("nsubj") and cues.has("support", above) and is_passive(analysis, above.i):
        return _passive(analysis, cues, above)
    for child in analysis.children(noun.i, "acl"):
        if child.i < noun.i or not cues.has("support", child):
            continue
        opening = analysis.children(child.i, "obj", "mark")
        if child.deprel == "acl:relcl" or any(cues.has("conjunction", t) for t in opening):
            carried = any(cues.has("relative", t) for t in opening)
            return _active(analysis, cues, child, before=False) if carried else None
        if is_passive(analysis, child.i) and agent_of(analysis, cues, child.i) is not None:
            return _passive(analysis, cues, child)
    return None


def _active(analysis: Analysis, cues: Cues, verb: Token, *, before: bool) -> _Support | None:
    cue = group_of(analysis, cues, verb.i, (verb.i,))
    match = Match(_LIGHT, verb.i, (verb.i,), verb.lemma)
    subject = subject_of(analysis, cues, match, cue)
    return None if subject is None else _Support(match, cue, subject, before)


def _passive(analysis: Analysis, cues: Cues, verb: Token) -> _Support:
    cue = group_of(analysis, cues, verb.i, (verb.i,))
    return _Support(
        Match(_LIGHT, verb.i, (verb.i,), verb.lemma), cue, agent_of(analysis, cues, verb.i), before=False
    )


def _topic(
    analysis: Analysis, cues: Cues, entry: NounEntry, noun: Token, support: _Support
) -> tuple[int, ...]:
    """Return what is asked, promised, or spoken about: a phrase or infinitive after the noun, wherever it hangs."""
    found = [*analysis.children(noun.i, "nmod", "obl", "acl")]
    if support.before:
        found += analysis.children(support.match.head, "obl", "xcomp", "advcl", "nmod")
    last = max((noun.i, *(t.i for t in analysis.children(noun.i, "amod", "flat") if t.i > noun.i)))
    for child in found:
        below = analysis.subtree(child.i)
        if child.i < noun.i or not last < below[0] <= last + 1 or is_author(analysis, cues, entry, child):
            continue
        cases = [t for t in analysis.children(child.i, "case", "mark") if t.i <= child.i]
        named = any(t.lemma.lower() in entry.prepositions or t.lower in entry.prepositions for t in cases)
        infinitive = child.feats.get("VerbForm") == "Inf" and "infinitive" in entry.takes
        if cases and (named or infinitive):
            return trim(analysis, (i for i in below if i > cases[0].i))
    return ()


def _standing(analysis: Analysis, noun: Token, support: _Support) -> tuple[int, ...]:
    """Return the noun's phrase without the verb that carries it and what only says when or where."""
    drop = {
        i
        for t in analysis.children(noun.i, "obl", "advmod", "advcl", "nmod")
        if t.i > noun.i and (not t.deprel.startswith("nmod") or not analysis.children(t.i, "case"))
        for i in analysis.subtree(t.i)
    }
    if not support.before and support.match.head > noun.i:
        drop.update(analysis.subtree(support.match.head))
        relative = [t.i for t in analysis.children(noun.i, "acl:relcl")]
        drop.update(i for k in relative for i in range(min(analysis.subtree(k)), k + 1))
    return phrase(analysis, noun.i, drop=frozenset(drop - {noun.i}))
