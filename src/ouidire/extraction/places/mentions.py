"""Find place names: known ones where the words around allow a place, unknown ones that were tagged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ouidire.extraction.propositions.words import Words
from ouidire.gazetteer.countries import Origins, alpha2_of
from ouidire.gazetteer.places import Gazetteer, ancestors, place_of
from ouidire.gazetteer.towns import KnownPlace
from ouidire.languages import Analysis, Entity, Token

__all__ = ["Lists", "Mention", "find_mentions"]

_LONGEST = 6
_LOCATED = frozenset({"LOC", "GPE"})
_INNER = frozenset({"-", ".", "'", "\N{RIGHT SINGLE QUOTATION MARK}", "\N{NON-BREAKING HYPHEN}"})
_NAMES = frozenset({"PROPN", "X"})


@dataclass(frozen=True, slots=True)
class Lists:
    """The tables and word lists of one language that place names are read with."""

    words: Words
    gazetteer: Gazetteer
    origins: Origins


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of tokens that names a place.

    Attributes:
        first: Its first token.
        last: Its last token.
        name: Its words.
        candidates: What it may stand for; empty for a name no table knows.
        origin: Whether it is an adjective or noun of origin (*Turkish*).
        within: Id of the region or country named right after it (*Ada, Oklahoma*); empty for none.
        led: Whether a preposition of place stands before it.
        tagged: Whether the tagger took it for a place.

    """

    first: int
    last: int
    name: str
    candidates: tuple[KnownPlace, ...]
    origin: bool = False
    within: str = ""
    led: bool = False
    tagged: bool = False


def find_mentions(analysis: Analysis, lists: Lists) -> tuple[Mention, ...]:
    """Return the place names of a text, in text order, none inside another."""
    over: dict[int, Entity] = {k: e for e in analysis.entities for k in range(e.first, e.last)}
    found: list[Mention] = []
    for sentence in analysis.sentences:
        own = list(_in_sentence(_Reader(analysis, lists, over), sentence.first, sentence.last))
        found += _contained(analysis, own, lists)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reader:
    analysis: Analysis
    lists: Lists
    over: dict[int, Entity]

    def text(self, first: int, last: int) -> str:
        tokens = self.analysis.tokens
        return self.analysis.text[tokens[first].start : tokens[last].end]

    def led(self, k: int, first: int) -> bool:
        """Whether a preposition of place ends right before token `k`, an article between or not."""
        tokens = self.analysis.tokens
        at = k - 1
        while at >= first and tokens[at].upos in {"DET", "ADJ"} and k - at <= 2:
            at -= 1
        if at < first:
            return False
        window = tokens[max(first, at - 3) : at + 1]
        return self.lists.words.relations.ending(window, len(window) - 1) is not None


def _in_sentence(reader: _Reader, first: int, last: int) -> Iterator[Mention]:
    k = first
    while k < last:
        found = _short(reader, k, (first, last)) or _origin(reader, k, last) or _known(reader, k, (first, last))
        found = found or _tagged(reader, k, (first, last))
        if found is not None:
            yield found
            k = found.last
        k += 1


def _short(reader: _Reader, k: int, bounds: tuple[int, int]) -> Mention | None:
    """An abbreviated region: after a comma, in initials, or tagged as a place (*Ada, Okla.*, *N.C.*)."""
    tokens = reader.analysis.tokens
    if not tokens[k].text[:1].isupper():
        return None
    for end in range(min(k + 4, bounds[1]) - 1, k - 1, -1):
        text = reader.text(k, end)
        row = reader.lists.gazetteer.short_form(text) if len(text) < 8 else None
        if row is None:
            continue
        after_comma = k - 2 >= bounds[0] and tokens[k - 1].text == "," and tokens[k - 2].text[:1].isupper()
        before = tokens[k - 1] if k > bounds[0] else None
        initials = text.count(".") > 1 and (before is None or before.upos != "NUM")
        entity = reader.over.get(k)
        tagged = entity is not None and entity.label in _LOCATED
        if after_comma or initials or tagged:
            return Mention(k, end, text, (row,), tagged=tagged)
    return None


def _origin(reader: _Reader, k: int, last: int) -> Mention | None:
    """An adjective of origin, two words first (*South Korean*); part of no longer name of a body or person."""
    for end in (k + 1, k):
        if end >= last:
            continue
        name = reader.text(k, end)
        code = alpha2_of(reader.lists.origins.adjective(name) or "")
        row = place_of(code) if code else None
        if row is not None and reader.analysis.tokens[k].upos not in {"VERB", "ADV"}:
            return Mention(k, end, name, (row,), origin=True)
    return None


def _known(reader: _Reader, k: int, bounds: tuple[int, int]) -> Mention | None:
    """The longest name from token `k` on that a table knows, where it can be a place."""
    tokens = reader.analysis.tokens
    if not tokens[k].text[:1].isupper():
        return None
    for end in range(_longest(tokens, k, bounds[1]), k - 1, -1):
        if not tokens[end].text[:1].isalnum() and tokens[end].text[-1:] != ".":
            continue
        name = reader.text(k, end)
        rows = tuple(reader.lists.gazetteer.candidates(name))
        if rows:
            mention = _mention(reader, (k, end), rows, bounds)
            if _may_be_place(reader, mention, bounds):
                return mention
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
    reader: _Reader, run: tuple[int, int], rows: tuple[KnownPlace, ...], bounds: tuple[int, int]
) -> Mention:
    entity = reader.over.get(run[0])
    return Mention(
        *run,
        reader.text(*run),
        rows,
        led=reader.led(run[0], bounds[0]),
        tagged=entity is not None and entity.label in _LOCATED,
    )


def _may_be_place(reader: _Reader, mention: Mention, bounds: tuple[int, int]) -> bool:
    tokens = reader.analysis.tokens
    entity = reader.over.get(mention.first)
    inside = entity is not None and (entity.first < mention.first or entity.last > mention.last + 1)
    if entity is not None and entity.label == "PER":
        return not inside and (mention.led or not all(row.small for row in mention.candidates))
    if entity is not None and entity.label == "ORG" and inside:
        return False
    if inside and mention.tagged and entity is not None and not _is_whole(reader, mention, entity):
        return False
    follows = mention.last + 1
    bare_name = follows < bounds[1] and tokens[follows].upos == "PROPN" and not mention.tagged
    if all(row.small for row in mention.candidates):
        placed = mention.tagged or mention.led or _before_region(reader, mention, bounds)
        return placed and not (bare_name and not mention.tagged)
    named = any(tokens[k].upos in _NAMES for k in range(mention.first, mention.last + 1))
    return mention.tagged or named or mention.led


def _is_whole(reader: _Reader, mention: Mention, entity: Entity) -> bool:
    """Whether only small words, or a noun such as *district*, stand beside the name in what was tagged."""
    nouns = reader.lists.words.place_nouns
    rest = [
        reader.analysis.tokens[k]
        for k in range(entity.first, entity.last)
        if not mention.first <= k <= mention.last
    ]
    return all(not t.text[:1].isupper() or t.lower in nouns or t.text in _INNER for t in rest)


def _before_region(reader: _Reader, mention: Mention, bounds: tuple[int, int]) -> bool:
    comma, after = mention.last + 1, mention.last + 2
    if after >= bounds[1] or reader.analysis.tokens[comma].text != ",":
        return False
    return _short(reader, after, bounds) is not None or any(
        row.kind in {"region", "country"}
        for end in range(min(after + 3, bounds[1]) - 1, after - 1, -1)
        for row in reader.lists.gazetteer.candidates(reader.text(after, end))
    )


def _tagged(reader: _Reader, k: int, bounds: tuple[int, int]) -> Mention | None:
    """A name no table knows that the tagger took for a place."""
    entity = reader.over.get(k)
    tokens = reader.analysis.tokens
    if entity is None or entity.label not in _LOCATED or not tokens[k].text[:1].isupper():
        return None
    before = range(entity.first, k)
    if any(tokens[n].text[:1].isupper() for n in before if tokens[n].upos != "DET"):
        return None
    last = max(n for n in range(k, min(entity.last, bounds[1])) if n == k or tokens[n].text[:1].isalnum())
    return Mention(k, last, reader.text(k, last), (), led=reader.led(k, bounds[0]), tagged=True)


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
        whole = [r.id for r in after.candidates if r.kind in {"region", "country"}] if after and links else []
        if whole and not mention.origin and after and not after.origin:
            mention = replace(mention, within=_holding(mention, whole))
        found.append(mention)
    return found


def _holding(mention: Mention, whole: list[str]) -> str:
    """Return the region or country that one of the name's places lies in; empty for none."""
    return next((id_ for id_ in whole if any(id_ in ancestors(r.id) for r in mention.candidates)), "")
