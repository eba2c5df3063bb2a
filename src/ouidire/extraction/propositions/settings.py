"""Where an event happened: the place a prepositional phrase names, and how it relates to it."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.extraction.propositions.events import Event
from ouidire.extraction.propositions.tree import case_words, noun_phrase, relation
from ouidire.extraction.propositions.words import Words
from ouidire.gazetteer.countries import Origins, alpha2_of
from ouidire.gazetteer.places import Gazetteer, local_id, place_of
from ouidire.languages import Analysis, Token
from ouidire.model import Place

__all__ = ["Where", "place_named", "places_in"]

_NAME = frozenset({"PROPN", "X"})
_MAX_NAME = 6


@dataclass(frozen=True, slots=True)
class Where:
    """What is needed to read places in one language."""

    words: Words
    gazetteer: Gazetteer
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


def _under_noun(
    analysis: Analysis, head: int, hint: tuple[str, str], where: Where
) -> Named | None:
    """*la région russe de Koursk*, *the city of Goma*, *Kursk region*."""
    inside = noun_phrase(analysis, head)
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
    whole = _capitalised(analysis, inside, head)
    for first, last in _stretches(whole, head):
        name = " ".join(analysis.tokens[k].text for k in range(first, last + 1))
        row = where.gazetteer.find(name, kind=kind, within=country) or where.gazetteer.find(name, kind=kind)
        if row:
            return Named(first, last, row.id)
    if hint != ("", "") or _is_located(analysis, head):
        first, last = whole[0], whole[-1]
        return Named(first, last, local_id(" ".join(analysis.tokens[k].text for k in whole)))
    return None


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
    found = [
        (a, b)
        for a in whole
        for b in whole
        if a <= head <= b and b - a < _MAX_NAME
    ]
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
        code = where.origins.adjective(pair) or where.origins.adjective(token.text) or where.origins.state(token.text)
        if code:
            return alpha2_of(code)
    return ""


def places_in(analysis: Analysis, event: Event, inside: frozenset[int], where: Where) -> list[Place]:
    """Return the places of an event, the closest to its head first.

    Args:
        inside: Tokens of the unit; places outside it are not the event's.

    """
    heads = [event.clause] + ([event.noun] if event.noun is not None else [])
    found: list[tuple[int, Place]] = []
    for rank, at in enumerate(heads):
        found += _below(analysis, at, inside, where, depth=0, rank=rank * 2, moves=event.row.moves)
    seen: dict[int, tuple[int, Place]] = {}
    for rank, place in sorted(found, key=lambda row: (row[0], row[1].span)):
        seen.setdefault(place.span.start, (rank, place))
    return [place for _, place in sorted(seen.values(), key=lambda row: (row[0], row[1].span))]


def _below(  # noqa: PLR0913 (a walk carries its state)
    analysis: Analysis,
    at: int,
    inside: frozenset[int],
    where: Where,
    *,
    depth: int,
    rank: int,
    moves: bool,
) -> list[tuple[int, Place]]:
    if depth > 2:
        return []
    found: list[tuple[int, Place]] = []
    for child in analysis.children(at, "obl", "nmod", "advmod", "obj", "nsubj", "conj", "appos", "xcomp"):
        if child.i not in inside or child.upos in {"VERB", "AUX"}:
            continue
        relation_word = _relation_word(analysis, child, where)
        named = place_named(analysis, child.i, where) if relation_word else None
        if named:
            found.append((rank + depth, _place(analysis, named, relation_word, moves)))
        else:
            found += _below(analysis, child.i, inside, where, depth=depth + 1, rank=rank + 1, moves=moves)
    return found


def _relation_word(analysis: Analysis, child: Token, where: Where) -> str:
    """Return in, near, from or to; empty where no preposition of place leads the phrase."""
    before = case_words(analysis, child.i)
    for n in range(len(before)):
        hit = where.words.relations.at(before, n)
        if hit:
            return hit[1]
    tokens = analysis.tokens
    first = min(before[0].i if before else child.i, noun_phrase(analysis, child.i)[0])
    sentence = analysis.sentence_of(child.i)
    hit = where.words.relations.ending(tokens[sentence.first : sentence.last], first - sentence.first - 1) if (
        first > sentence.first and relation(child) in {"obl", "nmod"} and not before
    ) else None
    return hit[1] if hit else ""


def _place(analysis: Analysis, named: Named, relation_word: str, moves: bool) -> Place:
    row = place_of(named.id)
    return Place(
        span=analysis.span(named.first, named.last + 1),
        referent=named.id,
        relation="to" if moves and relation_word == "in" else relation_word,
        lat=row.lat if row else None,
        lon=row.lon if row else None,
    )
