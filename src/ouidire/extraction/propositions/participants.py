"""What a participant's own words tell: its class, the state or place it belongs to, its span."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ouidire.extraction.propositions.events import Event
from ouidire.extraction.propositions.settings import Where, place_named
from ouidire.extraction.propositions.tree import case_words, noun_phrase
from ouidire.extraction.propositions.words import class_of
from ouidire.gazetteer.places import local_id
from ouidire.languages import Analysis, Token
from ouidire.model import Role, Span

__all__ = ["Argument", "as_roles", "origin_of"]

_PERSONAL = frozenset({"soldiers", "troops", "civilians", "people", "children", "women", "men", "forces"})
# Classes that strike without being anybody: an instrument, also as the subject of *kill*.
_ARMS = frozenset({"drones", "missiles", "shells", "bombs", "mines", "weapons", "attacks", "explosion"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant: its role and the head of its noun phrase.

    Attributes:
        article: Whether the tree took its article for a preposition (*des soldats*).

    """

    role: str
    head: int
    article: bool = False


def as_roles(
    analysis: Analysis, event: Event, found: tuple[Argument, ...], where: Where, *, taken: frozenset[int]
) -> tuple[Role, ...]:
    """Return the participants as the model has them, with what their words already tell.

    Args:
        taken: Tokens of time expressions, which belong to nobody's name (*le port de Belka | mardi*).

    """
    heads = frozenset(a.head for a in found) | taken
    return tuple(_as_place(analysis, _role(analysis, a, heads, where), a, event) for a in found)


def _as_place(analysis: Analysis, role: Role, argument: Argument, event: Event) -> Role:
    """An unknown name that is taken or left is a place (*reprendre Novska*); arms are an instrument."""
    token = analysis.tokens[argument.head]
    if role.role == "agent" and role.head in _ARMS and event.row.family in {"attack", "casualty", "damage"}:
        return replace(role, role="instrument")
    if (
        role.referent
        or not event.row.at_place
        or role.role not in {"target", "theme"}
        or token.upos != "PROPN"
    ):
        return role
    words = [analysis.tokens[k] for k in noun_phrase(analysis, token.i)]
    if len([t for t in words if t.upos == "PROPN"]) > 1:
        return role
    return replace(role, referent=local_id(token.text), reading="place", head=token.lemma.lower())


def _head_class(analysis: Analysis, token: Token, where: Where) -> str | None:
    """Class of the noun, or of what a number noun counts (*une dizaine de soldats*)."""
    words = where.words
    found = class_of(analysis.tokens, token.i, words)
    if found is None and (words.keeps_number(token) or words.is_kind(token, "counted")):
        below = analysis.children(token.i, "nmod") or tuple(
            t for t in analysis.children(token.i, "amod") if t.upos == "NOUN"
        )
        return (class_of(analysis.tokens, below[0].i, words) or below[0].lemma.lower()) if below else None
    return found


def _trimmed(analysis: Analysis, head: int, heads: frozenset[int], where: Where) -> tuple[int, ...]:
    """The noun phrase without a place or another participant that follows it (*policiers | en Haïti*,
    *deux millions | au ministre*).
    """
    inside = noun_phrase(analysis, head)
    for other in sorted(heads):
        before = case_words(analysis, other)
        if (
            head < other
            and other in inside
            and not before
            and where.words.calendar.at(analysis.tokens, other)
        ):
            inside = tuple(k for k in inside if k < other)
            break
        if head < other and other in inside and before and before[0].i > head:
            inside = tuple(k for k in inside if k < before[0].i)
            break
    for child in analysis.children(head, "nmod", "obl"):
        before = case_words(analysis, child.i)
        found = {hit[1] for n in range(len(before)) if (hit := where.words.relations.at(before, n))}
        led = bool(found - {"from?"})
        unknown = child.upos == "PROPN" and found <= {"in", "near"}
        if led and child.i > head and (unknown or place_named(analysis, child.i, where)):
            inside = tuple(k for k in inside if k < before[0].i)
    return inside or (head,)


def _role(analysis: Analysis, argument: Argument, heads: frozenset[int], where: Where) -> Role:
    token = analysis.tokens[argument.head]
    inside = _trimmed(analysis, argument.head, heads, where)
    if argument.article:
        inside = (*(t.i for t in case_words(analysis, argument.head)), *inside)
    referent, reading = _identify(analysis, token, inside, where)
    lemma = token.lemma.lower()
    head = "" if token.upos == "PRON" else _head_class(analysis, token, where) or lemma
    return Role(
        role=argument.role,
        span=analysis.span(inside[0], inside[-1] + 1),
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
    origin = origin_of(analysis, inside, where)
    if token.upos in {"ADJ", "PROPN"} and origin and len(content) <= 2:
        return origin, "state"
    place = place_named(analysis, token.i, where)
    if place is not None:
        return place.id, "place"
    if origin:
        return origin, "group"
    if any(e.first <= token.i < e.last and e.label == "ORG" for e in analysis.entities):
        return None, "organisation"
    class_ = class_of(analysis.tokens, token.i, where.words)
    return None, "group" if class_ in _PERSONAL else "thing" if class_ else None


def _text(analysis: Analysis, inside: tuple[int, ...]) -> str:
    words = [analysis.tokens[k] for k in inside]
    while words and words[0].upos == "DET":
        words.pop(0)
    return Span(words[0].start, words[-1].end).of(analysis.text) if words else ""


def origin_of(analysis: Analysis, inside: tuple[int, ...], where: Where) -> str | None:
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
