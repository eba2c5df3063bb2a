"""Find place names: known ones where the words around allow a place, unknown ones that were tagged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ouidire.extraction.places.fitness import as_place, short_form
from ouidire.extraction.places.reader import Lists, Mention, Reader
from ouidire.gazetteer.countries import alpha2_of
from ouidire.gazetteer.places import ancestors, place_of
from ouidire.gazetteer.towns import KnownPlace
from ouidire.languages import Analysis, Entity, Token

__all__ = ["find_mentions"]

_LONGEST = 6
_INNER = frozenset({"-", ".", "'", "\N{RIGHT SINGLE QUOTATION MARK}", "\N{NON-BREAKING HYPHEN}"})


def find_mentions(analysis: Analysis, lists: Lists) -> tuple[Mention, ...]:
    """Return the place names of a text, in text order, none inside another."""
    over: dict[int, Entity] = {k: e for e in analysis.entities for k in range(e.first, e.last)}
    people = (e for e in analysis.entities if e.label == "PER" and e.last - e.first > 1)
    surnames = frozenset(analysis.tokens[k].lower for e in people for k in range(e.first, e.last))
    reader = Reader(analysis, lists, over, surnames)
    found: list[Mention] = []
    for sentence in analysis.sentences:
        own = list(_in_sentence(reader, sentence.first, sentence.last))
        found += _contained(analysis, own, lists)
    return tuple(found)


def _in_sentence(reader: Reader, first: int, last: int) -> Iterator[Mention]:
    k = first
    while k < last:
        bounds = (first, last)
        origin, known = _origin(reader, k, last), _known(reader, k, bounds)
        found = short_form(reader, k, bounds) or _longer(origin, known) or _tagged(reader, k, bounds)
        if found is not None:
            yield found
            k = found.last
        k += 1


def _longer(origin: Mention | None, known: Mention | None) -> Mention | None:
    """*British Columbia* is no *British*; of one length the adjective wins (*Lebanese*)."""
    if origin is None or known is None:
        return origin or known
    return known if known.last > origin.last else origin


def _origin(reader: Reader, k: int, last: int) -> Mention | None:
    """An adjective of origin, two words first (*South Korean*); part of no longer name of a body or person."""
    for end in (k + 1, k):
        if end >= last:
            continue
        name = reader.text(k, end)
        code = alpha2_of(reader.lists.origins.adjective(name) or "")
        row = place_of(code) if code else None
        if row is not None and reader.analysis.tokens[k].upos not in {"VERB", "ADV"}:
            return replace(reader.mention(k, end, (row,)), origin=True)
    return None


def _known(reader: Reader, k: int, bounds: tuple[int, int]) -> Mention | None:
    """The longest name from token `k` on that a table knows, where it can be a place.

    Words of direction before it belong to it (*North London*, *Far North Queensland*).
    """
    tokens = reader.analysis.tokens
    if not tokens[k].text[:1].isupper():  # *mer Noire*, *golfe Persique*
        generic = tokens[k].lower in reader.lists.words.place_nouns
        whole = _from(reader, k, k, bounds) if generic else None
        return whole if whole is not None and whole.last > k else None
    begin = k
    while begin + 1 < bounds[1] and tokens[begin].lower in reader.lists.words.directions:
        begin += 1
    if begin > k and (whole := _from(reader, k, k, bounds)):
        return whole
    return _from(reader, begin, k, bounds) if tokens[begin].text[:1].isupper() else None


def _from(reader: Reader, k: int, first: int, bounds: tuple[int, int]) -> Mention | None:
    tokens = reader.analysis.tokens
    if reader.lists.words.calendar.at(tokens, k):
        return None
    for end in range(_longest(tokens, k, bounds[1]), k - 1, -1):
        if not tokens[end].text[:1].isalnum():
            continue
        rows = tuple(reader.lists.gazetteer.candidates(reader.text(k, end)))
        if rows:
            mention = _mention(reader, (k, end), rows, bounds)
            allowed = as_place(reader, mention, first, bounds)
            if allowed is not None:
                return replace(
                    allowed, span=reader.analysis.span(first, end + 1), name=reader.text(k, end), first=first
                )
    return None


def _longest(tokens: tuple[Token, ...], k: int, last: int) -> int:
    """The last token a name that begins at `k` can have: capitals, small words of names, inner marks."""
    end = k
    for at in range(k + 1, min(last, k + _LONGEST)):
        token = tokens[at]
        if token.text in _INNER or (token.text[:1].isalnum() and not token.text[:1].isdigit()):
            end = at
        else:
            break
    return end


def _mention(
    reader: Reader, run: tuple[int, int], rows: tuple[KnownPlace, ...], bounds: tuple[int, int]
) -> Mention:
    found = reader.mention(*run, rows, led=reader.led(run[0], bounds[0]), tagged=reader.located(run[0]))
    return replace(found, kind=reader.kind(run, bounds))


def _tagged(reader: Reader, k: int, bounds: tuple[int, int]) -> Mention | None:
    """A name no table knows that the tagger took for a place."""
    entity = reader.over.get(k)
    tokens = reader.analysis.tokens
    if entity is None or not reader.located(k) or not tokens[k].text[:1].isupper():
        return None
    before = range(entity.first, k)
    if any(tokens[n].text[:1].isupper() for n in before if tokens[n].upos != "DET"):
        return None
    last = max(n for n in range(k, min(entity.last, bounds[1])) if n == k or tokens[n].text[:1].isalnum())
    return reader.mention(k, last, (), led=reader.led(k, bounds[0]), tagged=True)


def _contained(analysis: Analysis, own: list[Mention], lists: Lists) -> list[Mention]:
    """Give a name the region or country that stands right after it (*Ada, Oklahoma*, *Idlib (Syria)*)."""
    found: list[Mention] = []
    for n, mention in enumerate(own):
        after = own[n + 1] if n + 1 < len(own) else None
        between = analysis.tokens[mention.last + 1].text if after and after.first == mention.last + 2 else ""
        links = between in {",", "("} or (
            after is not None
            and after.led
            and lists.words.relations.at(analysis.tokens, mention.last + 1) == (1, "in")
        )
        whole = [r for r in after.candidates if r.kind in {"region", "country"}] if after and links else []
        if whole and not mention.origin and after and not after.origin:
            held = _holding(mention, whole, lone=len(after.candidates) == 1)
            found.append(replace(mention, within=held))
        else:
            found.append(mention)
    return found


def _holding(mention: Mention, whole: list[KnownPlace], *, lone: bool) -> str:
    """Return the region or country that one of the name's places lies in; empty for none.

    A region that can be nothing else holds the name also where no table knows the town in it.
    """
    for row in whole:
        if any(row.id in ancestors(other.id) for other in mention.candidates):
            return row.id
    other_kind = any(row.kind in {"country", "region"} for row in mention.candidates)
    return whole[0].id if lone and whole[0].kind == "region" and not other_kind else ""
