"""Who did what to whom: the participants of an event, from its dependents."""

from __future__ import annotations

from ouidire.extraction.propositions.events import Event, misread_object
from ouidire.extraction.propositions.participants import Argument, origin_of
from ouidire.extraction.propositions.settings import Where, place_named
from ouidire.extraction.propositions.tree import (
    case_words,
    conjuncts,
    is_passive,
    objects,
    relation,
    subject_of,
)
from ouidire.extraction.propositions.words import class_of
from ouidire.languages import Analysis, Token

__all__ = ["arguments"]

# Families in which *to* someone is a recipient; in the second, also where a country's name follows.
_TOLD = frozenset({"aid", "transfer", "cooperate", "economy", "speech", "other", "threat"})
_GIVING = frozenset({"aid", "transfer", "cooperate", "economy"})


def arguments(analysis: Analysis, event: Event, taken: frozenset[int], where: Where) -> tuple[Argument, ...]:
    """Return the participants of an event, in text order, coordinated ones apart.

    Args:
        taken: Tokens of time expressions, which take part in nothing.

    """
    found: list[Argument] = []
    clause = analysis.tokens[event.clause]
    if clause.upos in {"VERB", "AUX"} or analysis.children(event.clause, "cop", "nsubj"):
        found += _of_clause(analysis, event, where)
    if event.noun is not None:
        found += _of_noun(analysis, event.noun, event, where)
    elif clause.upos not in {"VERB", "AUX"} and not analysis.children(event.clause, "cop"):
        found += _of_noun(analysis, event.clause, event, where)
    spread = [Argument(a.role, head) for a in found for head in conjuncts(analysis, a.head)]
    barred = {event.clause, *event.carriers} | taken
    spread = [
        Argument("target", a.head) if a.role == "victims" else a
        for a in spread
        if a.role == "victims" or a.head != event.noun
    ]
    unique = {a.head: a for a in reversed(spread) if a.head not in barred}
    return tuple(sorted(unique.values(), key=lambda a: a.head))


def _of_clause(analysis: Analysis, event: Event, where: Where) -> list[Argument]:
    found: list[Argument] = []
    clause = analysis.tokens[event.clause]
    passive = is_passive(analysis, event.clause) and not where.words.is_kind(clause, "unaccusative")
    subject = _gap_subject(analysis, event, where) or subject_of(analysis, event.clause)
    if subject is not None and subject.i != event.noun and event.subject:
        role = event.row.object if passive and event.noun is None else event.subject
        found.append(Argument(role or "agent", subject.i))
    elif subject is None and passive and relation(analysis.tokens[event.clause]) == "acl":
        found.append(Argument(event.row.object, analysis.tokens[event.clause].head))
    if event.noun is None or not event.subject:
        role = "theme" if passive else event.row.object
        found += _bare_name(analysis, event, role) if event.row.at_place else []
        if not objects(analysis, event.clause) and not passive:
            found += [Argument(role, t.i) for t in misread_object(analysis, clause, where.words)]
        found += [
            Argument(role, o.i)
            for o in objects(analysis, event.clause)
            if not _is_fixed(analysis, clause, o, where)
        ]
    found += [
        Argument("recipient", t.i) for t in analysis.children(event.clause, "iobj") if "Reflex" not in t.feats
    ]
    for child in analysis.children(event.clause, "obl"):
        if child.i not in {event.noun, *event.carriers} and not _is_measure(child, where):
            found += [a for a in _oblique(analysis, child, event, where) if a.role != "of"]
    found += _given_to(analysis, event, where)
    return found


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


def _given_to(analysis: Analysis, event: Event, where: Where) -> list[Argument]:
    """A recipient that hangs on the thing given (*des missiles à l'Ukraine*)."""
    if event.row.family not in _GIVING:
        return []
    return [
        Argument("recipient", child.i)
        for thing in objects(analysis, event.clause)
        for child in analysis.children(thing.i, "nmod")
        if _preposed(analysis, child, where) == "recipient" and not where.words.keeps_number(child)
    ]


def _of_noun(analysis: Analysis, noun: int, event: Event, where: Where) -> list[Argument]:
    found: list[Argument] = []
    if event.noun is not None and event.type.startswith("casualty"):
        found.append(Argument("victims", noun))
    for child in analysis.children(noun, "nmod", "compound", "obl", "amod", "nummod"):
        kind = relation(child)
        if kind == "compound" and child.i in _equipment_like(analysis, child, where):
            found.append(Argument("instrument", child.i))
        elif kind == "compound" and child.upos == "NOUN" and class_of(analysis.tokens, child.i, where.words):
            found.append(Argument(event.genitive or "theme", child.i))
        elif kind == "amod" or (kind == "compound" and child.upos in {"ADJ", "PROPN"}):
            if origin_of(analysis, (child.i - 1, child.i), where) or origin_of(analysis, (child.i,), where):
                found.append(Argument("agent", child.i))
        elif child.deprel == "nmod:poss" and child.upos != "PRON":
            found.append(
                Argument(event.row.subject if event.genitive == "agent" else event.genitive, child.i)
            )
        elif kind in {"nmod", "obl"}:
            found += _oblique(analysis, child, event, where)
    return found


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
    if place and not (role == "target" and event.row.object == "target"):
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
