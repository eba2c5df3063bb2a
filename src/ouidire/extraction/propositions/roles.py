"""Who did what to whom: the participants of an event, from its dependents."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.extraction.propositions.events import Event
from ouidire.extraction.propositions.settings import Where, place_named
from ouidire.extraction.propositions.tree import (
    case_words,
    conjuncts,
    is_passive,
    noun_phrase,
    objects,
    phrase_span,
    relation,
    subject_of,
)
from ouidire.languages import Analysis, Token
from ouidire.model import Role, Span

__all__ = ["Argument", "arguments", "as_roles"]

_PERSONAL = frozenset({"soldiers", "troops", "civilians", "people", "children", "women", "men", "forces"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant: its role and the head of its noun phrase."""

    role: str
    head: int


def arguments(
    analysis: Analysis, event: Event, taken: frozenset[int], where: Where
) -> tuple[Argument, ...]:
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
    barred = {event.clause, event.noun, *event.carriers} | taken
    unique = {a.head: a for a in reversed(spread) if a.head not in barred}
    return tuple(sorted(unique.values(), key=lambda a: a.head))


def _of_clause(analysis: Analysis, event: Event, where: Where) -> list[Argument]:
    found: list[Argument] = []
    passive = is_passive(analysis, event.clause)
    subject = subject_of(analysis, event.clause)
    if subject is not None and subject.i != event.noun and event.subject:
        role = event.row.object if passive and event.noun is None else event.subject
        found.append(Argument(role or "agent", subject.i))
    elif subject is None and passive and relation(analysis.tokens[event.clause]) == "acl":
        found.append(Argument(event.row.object, analysis.tokens[event.clause].head))
    if event.noun is None:
        role = "theme" if passive else event.row.object
        found += [Argument(role, o.i) for o in objects(analysis, event.clause) if o.i != event.noun]
    found += [Argument("recipient", t.i) for t in analysis.children(event.clause, "iobj") if "Reflex" not in t.feats]
    for child in analysis.children(event.clause, "obl"):
        if child.i not in {event.noun, *event.carriers}:
            found += _oblique(analysis, child, event, where, passive=passive)
    return found


def _of_noun(analysis: Analysis, noun: int, event: Event, where: Where) -> list[Argument]:
    found: list[Argument] = []
    for child in analysis.children(noun, "nmod", "compound", "obl", "amod", "nummod"):
        kind = relation(child)
        if kind == "amod" or (kind == "compound" and child.upos in {"ADJ", "PROPN"}):
            if _origin(analysis, (child.i - 1, child.i), where) or _origin(analysis, (child.i,), where):
                found.append(Argument("agent", child.i))
        elif child.deprel == "nmod:poss" and child.upos != "PRON":
            found.append(Argument(event.row.subject if event.genitive == "agent" else event.genitive, child.i))
        elif kind in {"nmod", "obl"}:
            found += _oblique(analysis, child, event, where, passive=False)
    return found


def _oblique(
    analysis: Analysis, child: Token, event: Event, where: Where, *, passive: bool
) -> list[Argument]:
    role = _preposed(analysis, child, where)
    if role == "agent":
        lemma = child.lemma.lower()
        return [Argument("instrument" if lemma in where.words.nouns else "agent", child.i)]
    place = place_named(analysis, child.i, where) is not None
    if role == "of":
        if child.i in _equipment_like(analysis, child, where):
            return [Argument("instrument", child.i)]
        return [Argument(event.genitive or "theme", child.i)]
    if place and not (role == "target" and event.row.object == "target"):
        return []
    if role == "recipient" and event.row.object not in {"recipient", "theme"}:
        return []
    return [Argument(role, child.i)] if role else []


def _equipment_like(analysis: Analysis, child: Token, where: Where) -> tuple[int, ...]:
    hit = where.words.equipment.at(analysis.tokens, child.i)
    return (child.i,) if hit else ()


def _preposed(analysis: Analysis, child: Token, where: Where) -> str:
    before = case_words(analysis, child.i)
    for n in range(len(before)):
        hit = where.words.role_words.at(before, n)
        if hit:
            return hit[1]
    return "agent" if child.deprel == "obl:agent" else ""


def as_roles(analysis: Analysis, found: tuple[Argument, ...], where: Where) -> tuple[Role, ...]:
    """Return the participants as the model has them, with what their words already tell."""
    return tuple(_role(analysis, argument, where) for argument in found)


def _role(analysis: Analysis, argument: Argument, where: Where) -> Role:
    token = analysis.tokens[argument.head]
    inside = noun_phrase(analysis, argument.head)
    referent, reading = _identify(analysis, token, inside, where)
    lemma = token.lemma.lower()
    head = "" if token.upos == "PRON" else where.words.classes.get(lemma) or where.words.classes.get(token.lower, lemma)
    return Role(
        role=argument.role,
        span=phrase_span(analysis, argument.head),
        referent=referent,
        reading=reading,
        head=head,
    )


def _identify(
    analysis: Analysis, token: Token, inside: tuple[int, ...], where: Where
) -> tuple[str | None, str | None]:
    content = tuple(k for k in inside if analysis.tokens[k].upos not in {"DET", "ADP", "PUNCT"})
    name = " ".join(analysis.tokens[k].text for k in content)
    state = where.origins.state(name) or where.origins.state(_text(analysis, inside))
    if state:
        return state, "state"
    if any(e.first <= token.i < e.last and e.label == "PER" for e in analysis.entities):
        return None, "person"
    origin = _origin(analysis, inside, where)
    if token.upos in {"ADJ", "PROPN"} and origin and len(content) <= 2:
        return origin, "state"
    place = place_named(analysis, token.i, where)
    if place is not None:
        return place.id, "place"
    if origin:
        return origin, "group"
    if any(e.first <= token.i < e.last and e.label == "ORG" for e in analysis.entities):
        return None, "organisation"
    class_ = where.words.classes.get(token.lemma.lower())
    return None, "group" if class_ in _PERSONAL else "thing" if class_ else None


def _text(analysis: Analysis, inside: tuple[int, ...]) -> str:
    words = [analysis.tokens[k] for k in inside]
    while words and words[0].upos == "DET":
        words.pop(0)
    return Span(words[0].start, words[-1].end).of(analysis.text) if words else ""


def _origin(analysis: Analysis, inside: tuple[int, ...], where: Where) -> str | None:
    """Return the one state that an adjective or name inside a noun phrase points to."""
    codes: list[str] = []
    tokens = [analysis.tokens[k] for k in inside if k >= 0]
    n = 0
    while n < len(tokens):
        step = 1
        for length in (4, 3, 2, 1):
            text = " ".join(t.text for t in tokens[n : n + length])
            if n + length > len(tokens):
                continue
            code = where.origins.adjective(text) or where.origins.state(text)
            if code:
                codes.append(code)
                step = length
                break
        n += step
    return codes[0] if len(set(codes)) == 1 else None
