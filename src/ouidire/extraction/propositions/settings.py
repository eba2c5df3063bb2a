"""Where an event happened: the place a prepositional phrase names, and how it relates to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ouidire.extraction.propositions.events import Event
from ouidire.extraction.propositions.tree import noun_phrase, relation
from ouidire.extraction.propositions.words import Words
from ouidire.gazetteer.countries import Origins, alpha2_of
from ouidire.gazetteer.places import local_id, place_of
from ouidire.gazetteer.towns import KnownPlace
from ouidire.languages import Analysis, Token
from ouidire.model import Place

__all__ = ["Finder", "Where", "place_named", "places_in"]

_NAME = frozenset({"PROPN", "X"})
_MAX_NAME = 6


class Finder(Protocol):
    """**Protocol.** What a place name stands for: in the table, or in one article."""

    def find(self, name: str, *, kind: str = "", within: str = "") -> KnownPlace | None:
        """Return the place, None where there is none or several fit; arguments as of `Gazetteer.find`."""
        ...


@dataclass(frozen=True, slots=True)
class Where:
    """What is needed to read places in one language."""

    words: Words
    gazetteer: Finder
    origins: Origins


@dataclass(frozen=True, slots=True)
class Named:
    """A noun phrase that names a place: first and last token, id."""

    first: int
    last: int
    id: str


def place_named(analysis: Analysis, head: int, where: Where) -> Named | None:
    """Return the place a noun phrase names, None where it names none."""
    inside = noun_phrase(analysis, head)
    token = analysis.tokens[head]
    kind, value = where.words.place_nouns.get(token.lemma.lower(), ("", ""))
    country = _country(analysis, inside, where)
    if kind in {"soil", "feature"}:
        if not country:
            return None
        return Named(inside[0], inside[-1], country if kind == "soil" else f"{value}:{country}")
    if kind == "noun":
        return _under_noun(analysis, head, (value, country), where)
    if token.upos not in _NAME and not _is_located(analysis, head):
        return None
    return _by_name(analysis, inside, head, ("", ""), where)


def _under_noun(analysis: Analysis, head: int, hint: tuple[str, str], where: Where) -> Named | None:
    """*la région russe de Koursk*, *the city of Goma*, *Kursk region*."""
    inside = noun_phrase(analysis, head)
    whole = where.gazetteer.find(
        " ".join(analysis.tokens[k].text for k in _capitalised(analysis, inside, head))
    )
    if whole is not None and len(inside) > 1:
        run = _capitalised(analysis, inside, head)
        return Named(run[0], run[-1], whole.id)
    below = analysis.children(head, "nmod", "compound", "appos", "flat", "amod")
    for child in sorted(below, key=lambda t: (t.deprel == "nmod:poss", _is_origin(t, where), t.i)):
        if child.upos in _NAME or _is_located(analysis, child.i):
            part = tuple(k for k in noun_phrase(analysis, child.i) if k in inside) or (child.i,)
            found = _by_name(analysis, part, child.i, hint, where)
            if found:
                return Named(min(found.first, head), max(found.last, head), found.id)
    if hint[1] and hint[0] == "country":
        return Named(inside[0], inside[-1], hint[1])
    return None


def _by_name(
    analysis: Analysis, inside: tuple[int, ...], head: int, hint: tuple[str, str], where: Where
) -> Named | None:
    kind, country = hint
    if _is_person(analysis, head):
        return None
    whole = _tagged(analysis, head) or _capitalised(analysis, inside, head)
    for first, last in _stretches(whole, head):
        name = " ".join(analysis.tokens[k].text for k in range(first, last + 1))
        row = where.gazetteer.find(name, kind=kind, within=country) or where.gazetteer.find(name, kind=kind)
        if row:
            return Named(first, last, row.id)
    if hint != ("", "") or _is_located(analysis, head):
        first, last = whole[0], whole[-1]
        return Named(first, last, local_id(" ".join(analysis.tokens[k].text for k in whole)))
    return None


def _tagged(analysis: Analysis, head: int) -> tuple[int, ...]:
    """The tokens of a tagged place of two or more words, where the tree cut it apart (*Hong | Kong*)."""
    for entity in analysis.entities:
        if entity.first <= head < entity.last and entity.label in {"LOC", "GPE"}:
            whole = [
                k
                for k in range(entity.first, entity.last)
                if k >= head or analysis.tokens[k].text[:1].isupper()
            ]
            upper = all(analysis.tokens[k].text[:1].isupper() for k in whole)
            return tuple(whole) if upper and len(whole) > 1 and head in whole else ()
    return ()


def _capitalised(analysis: Analysis, inside: tuple[int, ...], head: int) -> tuple[int, ...]:
    """The run around `head` from its first capital letter on."""
    kept = [k for k in inside if k <= head or analysis.tokens[k].text[:1].isupper()]
    while len(kept) > 1 and kept[0] < head and not analysis.tokens[kept[0]].text[:1].isupper():
        kept.pop(0)
    run = [head]
    for k in reversed([k for k in kept if k < head]):
        if k != run[0] - 1:
            break
        run.insert(0, k)
    for k in [k for k in inside if k > head]:
        if k != run[-1] + 1:
            break
        run.append(k)
    while len(run) > 1 and run[-1] > head and not analysis.tokens[run[-1]].text[:1].isupper():
        run.pop()
    return tuple(run)


def _stretches(whole: tuple[int, ...], head: int) -> list[tuple[int, int]]:
    """Runs that hold the head, longest first."""
    found = [(a, b) for a in whole for b in whole if a <= head <= b and b - a < _MAX_NAME]
    return sorted(found, key=lambda run: (run[0] - run[1], run[0]))


def _is_located(analysis: Analysis, at: int) -> bool:
    return any(e.first <= at < e.last and e.label in {"LOC", "GPE"} for e in analysis.entities) and (
        analysis.tokens[at].text[:1].isupper()
    )


def _is_person(analysis: Analysis, at: int) -> bool:
    return any(e.first <= at < e.last and e.label == "PER" for e in analysis.entities)


def _is_origin(token: Token, where: Where) -> bool:
    return bool(where.origins.state(token.text) or where.origins.adjective(token.text))


def _country(analysis: Analysis, inside: tuple[int, ...], where: Where) -> str:
    for k in inside:
        token = analysis.tokens[k]
        pair = f"{analysis.tokens[k - 1].text} {token.text}" if k else token.text
        code = (
            where.origins.adjective(pair)
            or where.origins.adjective(token.text)
            or where.origins.state(token.text)
        )
        if code:
            return alpha2_of(code)
    return ""


def places_in(
    analysis: Analysis, event: Event, inside: tuple[int, ...], taken: frozenset[int], where: Where
) -> list[Place]:
    """Return the places of an event, the closest to its head first.

    Prepositions are read in text order, not from the tree: after *near* comes a place, whatever the
    parser made of it.

    Args:
        inside: Tokens of the unit; places outside it are not the event's.
        taken: Tokens of time expressions, which are no places (*on Friday*).

    """
    tokens = [analysis.tokens[k] for k in inside]
    found: list[tuple[int, int, Place]] = []
    n = 0
    while n < len(tokens):
        hit = where.words.relations.at(tokens, n)
        named = _named_after(analysis, tokens, n + hit[0], where) if hit else None
        if (
            hit is None
            or named is None
            or named.last in taken
            or not _leads(analysis, (tokens[n], hit[1]), event, named, where)
        ):
            n += 1
            continue
        found.append((_steps(analysis, named, event), n, _place(analysis, named, hit[1], event)))
        while n < len(tokens) and tokens[n].i <= named.last:
            n += 1
    return [place for *_, place in sorted(found, key=lambda row: row[:2])]


def _named_after(analysis: Analysis, tokens: list[Token], n: int, where: Where) -> Named | None:
    """Return the place named right after a preposition (articles and adjectives may stand between)."""
    for token in tokens[n : n + 4]:
        name = token.text[:1].isupper() and (token.upos in _NAME or _is_located(analysis, token.i))
        if token.lemma.lower() in where.words.place_nouns or name:
            head = _compound_head(analysis, token, where)
            if head < 0:
                return None
            found = place_named(analysis, head, where) or (_led(analysis, token, where) if name else None)
            if found:
                return found
            if token.upos not in {"ADJ", "PROPN"}:
                return None
        elif token.upos not in {"DET", "ADJ", "NUM", "PROPN"}:
            return None
    return None


def _compound_head(analysis: Analysis, token: Token, where: Where) -> int:
    """The last word of a name whose first word this is (*Kursk | region*, *Black | Sea*); -1 for a name that only
    modifies what is no place (*the Paris agreement*).
    """
    head = analysis.tokens[token.head]
    forward = 0 < head.i - token.i <= 4 and token.deprel in {"compound", "amod", "flat", "nmod:poss"}
    named = head.text[:1].isupper() or head.lemma.lower() in where.words.place_nouns
    if forward and not named and head.upos == "NOUN" and not where.origins.adjective(token.text):
        return -1
    return head.i if forward and named else token.i


def _led(analysis: Analysis, token: Token, where: Where) -> Named | None:
    """A name the tree did not show as a place: a known one, or a single word after *in*, *à*, *near*."""
    sentence = analysis.sentence_of(token.i)
    last = token.i
    while last + 1 < min(sentence.last, token.i + _MAX_NAME) and analysis.tokens[last + 1].text[:1].isupper():
        last += 1
    for end in range(last, token.i - 1, -1):
        row = where.gazetteer.find(" ".join(analysis.tokens[k].text for k in range(token.i, end + 1)))
        if row is not None:
            return Named(token.i, end, row.id)
    entity = next((e for e in analysis.entities if e.first <= token.i < e.last), None)
    located = entity is not None and entity.label in {"LOC", "GPE"}
    doubtful = entity is not None and entity.label in {"ORG", "MISC"}
    if (
        doubtful
        or (last > token.i and not located)
        or token.deprel in {"obl:arg", "iobj", "compound", "amod"}
    ):
        return None
    return Named(token.i, last, local_id(" ".join(analysis.tokens[k].text for k in range(token.i, last + 1))))


def _leads(analysis: Analysis, lead: tuple[Token, str], event: Event, named: Named, where: Where) -> bool:
    """Whether a preposition can place this event: *of* only where something moves, *on*, *to* and *from* only before a place that is known or tagged."""
    preposition, relation_word = lead
    if relation_word == "from?":
        head = analysis.tokens[preposition.head]
        return (
            event.row.moves and relation(head) in {"obl", "nmod"} and head.head in {event.clause, event.noun}
        )
    if not named.id.startswith("place:"):
        return True
    located = any(e.first <= named.last < e.last and e.label in {"LOC", "GPE"} for e in analysis.entities)
    loose = relation_word in {"in", "near"} or event.row.moves
    return located or (loose and preposition.lower not in where.words.surfaces)


def _steps(analysis: Analysis, named: Named, event: Event) -> int:
    """Steps from the place up to the event; 9 where it is not below it."""
    token = analysis.tokens[named.last]
    for steps in range(9):
        if token.i in {event.clause, event.noun}:
            return steps
        if token.head == token.i:
            break
        token = analysis.tokens[token.head]
    return 9


def _place(analysis: Analysis, named: Named, relation_word: str, event: Event) -> Place:
    row = place_of(named.id)
    to = event.row.moves and relation_word == "in"
    return Place(
        span=analysis.span(named.first, named.last + 1),
        referent=named.id,
        relation="to" if to else relation_word.rstrip("?"),
        lat=row.lat if row else None,
        lon=row.lon if row else None,
    )
