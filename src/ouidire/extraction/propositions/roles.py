"""Who did what to whom: the participants of an event, from its dependents."""

from __future__ import annotations

from dataclasses import replace

from ouidire.extraction.propositions.events import Event, misread_object
from ouidire.extraction.propositions.participants import Argument, origin_of
from ouidire.extraction.propositions.settings import Where, place_named
from ouidire.extraction.propositions.subjects import subject_of
from ouidire.extraction.propositions.tree import (
    case_words,
    conjuncts,
    is_passive,
    objects,
    relation,
)
from ouidire.extraction.propositions.words import class_of
from ouidire.languages import Analysis, Token

__all__ = ["arguments"]

# Families in which *to* someone is a recipient; in the second, also where a country's name follows.
_TOLD = frozenset({"aid", "transfer", "cooperate", "economy", "speech", "other", "threat"})
_GIVING = frozenset({"aid", "transfer", "cooperate", "economy"})
# Families of what two sides do together.
_SHARED = frozenset({"agree", "consult", "cooperate", "ceasefire", "release"})


# Types whose subject changes by itself, or is changed by somebody who is then the subject.
_CHANGED = frozenset({"economy.rise", "economy.fall", "event.start", "event.end"})
_CLOSED = frozenset({"economy.close", "economy.open"})
# *use water cannon against the crowd*: the tree hangs the crowd on the cannon.
_USE = frozenset({"weapon.use", "other.use"})


def arguments(
    analysis: Analysis, event: Event, read: tuple[tuple[int, ...], frozenset[int]], where: Where
) -> tuple[Argument, ...]:
    """Return the participants of an event, in text order, coordinated ones apart.

    Args:
        read: Tokens of the unit, and tokens of time expressions, which take part in nothing.

    """
    found: list[Argument] = []
    clause = analysis.tokens[event.clause]
    if clause.upos in {"VERB", "AUX"} or analysis.children(event.clause, "cop", "nsubj"):
        found += _of_clause(analysis, event, read[0], where)
    if event.noun is not None:
        found += _of_noun(analysis, event.noun, event, where)
    elif clause.upos not in {"VERB", "AUX"} and not analysis.children(event.clause, "cop"):
        found += _of_noun(analysis, event.clause, event, where)
    spread = [
        replace(a, head=head, article=a.article and head == a.head)
        for a in found
        for head in conjuncts(analysis, a.head)
    ]
    barred = {event.clause, *event.carriers} | read[1]
    spread = [
        Argument("target", a.head) if a.role == "victims" else a
        for a in spread
        if a.role == "victims" or a.head != event.noun
    ]
    unique = {a.head: a for a in reversed(spread) if a.head not in barred}
    return tuple(sorted(unique.values(), key=lambda a: a.head))


def _of_clause(analysis: Analysis, event: Event, inside: tuple[int, ...], where: Where) -> list[Argument]:
    clause = analysis.tokens[event.clause]
    passive = is_passive(analysis, event.clause) and not where.words.is_kind(clause, "unaccusative")
    found = _subject(analysis, event, inside, where, passive=passive)
    found += _objects(analysis, event, where, passive=passive)
    found += [
        Argument("recipient", t.i) for t in analysis.children(event.clause, "iobj") if "Reflex" not in t.feats
    ]
    for child in analysis.children(event.clause, "obl"):
        fixed = child.lemma.lower() in event.predicate.split()  # *go on strike*
        if child.i not in {event.noun, *event.carriers} and not fixed and not _is_measure(child, where):
            found += [a for a in _oblique(analysis, child, event, where) if a.role != "of"]
    found += _beside_object(analysis, event, where)
    return found


def _subject(
    analysis: Analysis, event: Event, inside: tuple[int, ...], where: Where, *, passive: bool
) -> list[Argument]:
    subject = _gap_subject(analysis, event, where)
    subject = subject or subject_of(analysis, event.clause, where.words, inside=inside)
    if subject is not None and subject.i != event.noun and event.subject:
        role = event.row.object if passive and event.noun is None else _of_change(analysis, event)
        article = (
            relation(subject) == "nmod" and subject.i < event.clause and _is_of(analysis, subject, where)
        )
        return [Argument(role or "agent", subject.i, article)]
    if subject is None and passive and relation(analysis.tokens[event.clause]) == "acl":
        return [Argument(event.row.object, analysis.tokens[event.clause].head)]
    return []


def _of_change(analysis: Analysis, event: Event) -> str:
    """The subject's role where it depends on an object: *the bank cut its rate*, *the rate fell*."""
    acts = event.noun is None and bool(objects(analysis, event.clause))
    if event.type in _CHANGED and acts:
        return "agent"
    if event.type in _CLOSED and event.noun is None and not acts:
        return event.row.object
    return event.subject


def _objects(analysis: Analysis, event: Event, where: Where, *, passive: bool) -> list[Argument]:
    found: list[Argument] = []
    clause = analysis.tokens[event.clause]
    if event.noun is None or not event.subject:
        role = "theme" if passive else event.row.object
        found += _bare_name(analysis, event, role) if event.row.at_place else []
        if not objects(analysis, event.clause) and not passive:
            found += [
                Argument(role, t.i, article=True) for t in misread_object(analysis, clause, where.words)
            ]
        found += [
            Argument("theme" if _is_money(analysis, o, where) else role, o.i)
            for o in objects(analysis, event.clause)
            if not _is_fixed(analysis, clause, o, where)
        ]
    return found


def _is_of(analysis: Analysis, token: Token, where: Where) -> bool:
    """Whether a subject stands after what only looks like *of* (*des soldats gardent*)."""
    before = case_words(analysis, token.i)
    hit = where.words.role_words.at(before, 0) if len(before) == 1 else None
    return hit is not None and hit[1] == "of"


def _gap_subject(analysis: Analysis, event: Event, where: Where) -> Token | None:
    """What is not disclosed, where the clause has a second subject beside it (*il semble*)."""
    if event.type != "meta.undisclosed":
        return None
    sentence = analysis.sentence_of(event.clause)
    before = analysis.tokens[max(sentence.first, event.clause - 20) : event.clause]
    return next((t for t in before if where.words.is_kind(t, "counted") and t.upos == "NOUN"), None)


def _bare_name(analysis: Analysis, event: Event, role: str) -> list[Argument]:
    """A name right of the verb that the parser took for an adjunct (*a repris Novska mardi*)."""
    return [
        Argument(role, child.i)
        for child in analysis.children(event.clause, "obl")
        if child.upos == "PROPN" and child.i > event.clause and not case_words(analysis, child.i)
    ][:1]


def _is_fixed(analysis: Analysis, verb: Token, noun: Token, where: Where) -> bool:
    """Whether a noun is part of the verb (*avoir lieu*, *take part*)."""
    key = f"{verb.lemma.lower()} {noun.lemma.lower()}"
    words = where.words
    thing = words.classes.get(noun.lemma.lower()) or words.equipment.at(analysis.tokens, noun.i)
    return noun.upos == "NOUN" and not thing and (key in words.light or words.fixed.get(key, False))


def _is_measure(token: Token, where: Where) -> bool:
    """Whether a word measures or counts and takes no part itself (*de 5 %*)."""
    return token.upos in {"NUM", "SYM"} or where.words.units.at((token,), 0) is not None


def _is_money(analysis: Analysis, token: Token, where: Where) -> bool:
    """Whether what is paid is named by a sum: *two million euros* is never who gets it."""
    below = analysis.children(token.i, "nmod") if where.words.keeps_number(token) else ()
    return any(where.words.units.at((t,), 0) for t in (token, *below))


def _beside_object(analysis: Analysis, event: Event, where: Where) -> list[Argument]:
    """Those that the tree hung on the object: who gets a thing (*des missiles à l'Ukraine*), with whom
    an agreement is made, against whom a measure is.
    """
    found: list[Argument] = []
    for thing in objects(analysis, event.clause):
        for child in analysis.children(thing.i, "nmod"):
            role = _preposed(analysis, child, where)
            given = (
                role == "recipient" and event.row.family in _GIVING and not where.words.keeps_number(child)
            )
            beside = role == "with" and event.row.family in _SHARED
            beside = beside or (role == "target" and event.type in _USE)
            if given or (beside and child.i > thing.i):
                found.append(Argument(role, child.i))
    return found


def _of_noun(analysis: Analysis, noun: int, event: Event, where: Where) -> list[Argument]:
    found: list[Argument] = []
    if event.noun is not None and event.type.startswith("casualty"):
        found.append(Argument("victims", noun))
    children = analysis.children(noun, "nmod", "compound", "obl", "amod", "nummod")
    outer = _outer(analysis, children, where)
    roles = [_preposed(analysis, t, where) for t in (*children, *outer) if relation(t) in {"nmod", "obl"}]
    by_owner = event.genitive == "agent"
    if "agent" in roles and event.genitive == "agent":
        event = replace(event, genitive=event.row.object)  # *l'attaque du convoi par les rebelles*
    for child in (*children, *outer):
        kind = relation(child)
        if kind == "compound" and child.i in _equipment_like(analysis, child, where):
            found.append(Argument("instrument", child.i))
        elif kind == "compound" and child.upos == "NOUN" and class_of(analysis.tokens, child.i, where.words):
            found.append(Argument(event.genitive or "theme", child.i))
        elif kind == "amod" or (kind == "compound" and child.upos in {"ADJ", "PROPN"}):
            if origin_of(analysis, (child.i - 1, child.i), where) or origin_of(analysis, (child.i,), where):
                found.append(Argument("agent", child.i))
        elif child.deprel == "nmod:poss" and child.upos != "PRON":
            owns = by_owner or "of" in roles  # *the rebels' release of hostages*
            found.append(Argument(event.row.subject if owns else event.genitive, child.i))
        elif kind in {"nmod", "obl"}:
            found += _oblique(analysis, child, event, where)
    return found


def _outer(analysis: Analysis, children: tuple[Token, ...], where: Where) -> tuple[Token, ...]:
    """Phrases with *by* or *against* that the tree hung one noun too low (*la frappe de X contre Y*)."""
    return tuple(
        below
        for child in children
        if relation(child) == "nmod" and child.lemma.lower() not in where.words.nouns
        for below in analysis.children(child.i, "nmod")
        if below.i > child.i and _preposed(analysis, below, where) in {"agent", "target"}
    )


def _oblique(analysis: Analysis, child: Token, event: Event, where: Where) -> list[Argument]:
    role = _preposed(analysis, child, where)
    if role == "agent":
        lemma = child.lemma.lower()
        if event.type == "legal.governed_by":
            return [Argument("legal_basis", child.i)]
        return [Argument("instrument" if lemma in where.words.nouns else "agent", child.i)]
    named = place_named(analysis, child.i, where)
    place = named is not None
    if role == "of":
        if child.i in _equipment_like(analysis, child, where):
            return [Argument("instrument", child.i)]
        if analysis.tokens[child.head].upos in {"VERB", "AUX"}:
            return []
        return [Argument(event.genitive or "theme", child.i)]
    state = named is not None and len(named.id) == 2
    if role == "recipient" and state and event.row.family in _GIVING:
        return [Argument(role, child.i)]
    if role == "recipient" and event.noun is not None and event.row.object == "target":
        role = "target"  # *imposer des sanctions à la Russie*, *infliger une défaite à*
    if place and not (role == "target" and event.row.object == "target") and not (state and role == "with"):
        return []
    if role == "recipient" and event.row.family not in _TOLD:
        return []
    return [Argument(role, child.i)] if role else []


def _equipment_like(analysis: Analysis, child: Token, where: Where) -> tuple[int, ...]:
    hit = where.words.equipment.at(analysis.tokens, child.i)
    return (child.i,) if hit else ()


def _preposed(analysis: Analysis, child: Token, where: Where) -> str:
    before = case_words(analysis, child.i)
    if before and _is_place_phrase(analysis, before[-1].i, where):
        return ""
    for n in range(len(before)):
        hit = where.words.role_words.at(before, n)
        if hit:
            return hit[1]
    return "agent" if child.deprel == "obl:agent" else ""


def _is_place_phrase(analysis: Analysis, last: int, where: Where) -> bool:
    """Whether a preposition ends a longer one of place (*près de*)."""
    first = max(0, last - 4)
    hit = where.words.relations.ending(analysis.tokens[first : last + 1], last - first)
    return hit is not None and hit[0] > 1
