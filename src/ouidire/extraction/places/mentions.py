"""Find place names: known ones where the words around allow a place, unknown ones that were tagged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ouidire.extraction.propositions.words import Words
from ouidire.gazetteer.countries import Origins, alpha2_of
from ouidire.gazetteer.places import Gazetteer, ancestors, place_of
from ouidire.gazetteer.towns import KnownPlace
from ouidire.languages import Analysis, Entity, Token
from ouidire.model import Span

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
        span: Its words.
        name: The name in them.
        first: Its first token; -1 where it was not analysed (a dateline).
        last: Its last token.
        candidates: What it may stand for; empty for a name no table knows.
        origin: Whether it is an adjective or noun of origin (*Turkish*).
        part: Whether it stands in the longer name of a body (*the Texas Rangers*).
        kind: The kind the words beside it say it is (*the Kursk region*); empty for none.
        within: Id of the region or country named right after it (*Ada, Oklahoma*); empty for none.
        led: Whether a preposition of place stands before it.
        tagged: Whether the tagger took it for a place.

    """

    span: Span
    name: str
    candidates: tuple[KnownPlace, ...]
    first: int = -1
    last: int = -1
    origin: bool = False
    part: bool = False
    kind: str = ""
    within: str = ""
    led: bool = False
    tagged: bool = False


def find_mentions(analysis: Analysis, lists: Lists) -> tuple[Mention, ...]:
    """Return the place names of a text, in text order, none inside another."""
    over: dict[int, Entity] = {k: e for e in analysis.entities for k in range(e.first, e.last)}
    people = (e for e in analysis.entities if e.label == "PER" and e.last - e.first > 1)
    surnames = frozenset(analysis.tokens[k].lower for e in people for k in range(e.first, e.last))
    reader = _Reader(analysis, lists, over, surnames)
    found: list[Mention] = []
    for sentence in analysis.sentences:
        own = list(_in_sentence(reader, sentence.first, sentence.last))
        found += _contained(analysis, own, lists)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reader:
    analysis: Analysis
    lists: Lists
    over: dict[int, Entity]
    people: frozenset[str]

    def text(self, first: int, last: int) -> str:
        tokens = self.analysis.tokens
        return self.analysis.text[tokens[first].start : tokens[last].end]

    def mention(self, first: int, last: int, rows: tuple[KnownPlace, ...], **marks: bool) -> Mention:
        """Make the mention of tokens `first` to `last`."""
        span = self.analysis.span(first, last + 1)
        return Mention(span, self.text(first, last), rows, first, last, **marks)

    def kind(self, run: tuple[int, int], bounds: tuple[int, int]) -> str:
        """The kind a noun beside a name says it is of (*Kursk region*, *la région russe de Koursk*)."""
        tokens, nouns = self.analysis.tokens, self.lists.words.place_nouns
        after = tokens[run[1] + 1].lower if run[1] + 1 < bounds[1] else ""
        at = run[0] - 1
        if at > bounds[0] and tokens[at].upos == "ADP":
            at -= 1
            at -= tokens[at].upos == "ADJ" and tokens[at].lower not in nouns
        before = tokens[at].lemma.lower() if bounds[0] <= at < run[0] - 1 else ""
        for word in (after, before):
            sort, value = nouns.get(word, ("", ""))
            if sort == "noun" and value in {"region", "city"}:
                return value
        return ""

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
        bounds = (first, last)
        origin, known = _origin(reader, k, last), _known(reader, k, bounds)
        found = _short(reader, k, bounds) or _longer(origin, known) or _tagged(reader, k, bounds)
        if found is not None:
            yield found
            k = found.last
        k += 1


def _longer(origin: Mention | None, known: Mention | None) -> Mention | None:
    """*British Columbia* is no *British*; of one length the adjective wins (*Lebanese*)."""
    if origin is None or known is None:
        return origin or known
    return known if known.last > origin.last else origin


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
            return reader.mention(k, end, (row,), tagged=tagged)
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
            return reader.mention(k, end, (row,), origin=True)
    return None


def _known(reader: _Reader, k: int, bounds: tuple[int, int]) -> Mention | None:
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


def _from(reader: _Reader, k: int, first: int, bounds: tuple[int, int]) -> Mention | None:
    tokens = reader.analysis.tokens
    if reader.lists.words.calendar.at(tokens, k):
        return None
    for end in range(_longest(tokens, k, bounds[1]), k - 1, -1):
        if not tokens[end].text[:1].isalnum():
            continue
        rows = tuple(reader.lists.gazetteer.candidates(reader.text(k, end)))
        if rows:
            mention = _mention(reader, (k, end), rows, bounds)
            allowed = _may_be_place(reader, mention, first, bounds)
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
    reader: _Reader, run: tuple[int, int], rows: tuple[KnownPlace, ...], bounds: tuple[int, int]
) -> Mention:
    entity = reader.over.get(run[0])
    found = reader.mention(
        *run, rows, led=reader.led(run[0], bounds[0]), tagged=entity is not None and entity.label in _LOCATED
    )
    return replace(found, kind=reader.kind(run, bounds))


def _may_be_place(reader: _Reader, mention: Mention, first: int, bounds: tuple[int, int]) -> Mention | None:
    """The mention, marked as part of a longer name where it is one; None where it names no place."""
    tokens = reader.analysis.tokens
    entity = reader.over.get(mention.first)
    inside = entity is not None and (entity.first < first or entity.last > mention.last + 1)
    small = all(row.small for row in mention.candidates)
    if entity is not None and entity.label == "PER":
        beside = {mention.first - 1, mention.last + 1} & set(range(*bounds))
        titled = any(tokens[k].upos == "PROPN" for k in beside) or tokens[mention.last].lower in reader.people
        return mention if not inside and (mention.led or not (small or titled)) else None
    if _is_given_name(reader, mention, bounds):
        return None
    named = any(tokens[k].upos in _NAMES for k in range(mention.first, mention.last + 1))
    if entity is not None and inside and not _is_whole(reader, mention, entity):
        starts = all(tokens[k].upos == "DET" for k in range(entity.first, first))
        if entity.label in {"ORG", "MISC"} and named and (not small or starts):
            return replace(mention, part=True)
        return None
    if small:
        follows = mention.last + 1
        compound = follows < bounds[1] and tokens[follows].upos == "PROPN" and not mention.tagged
        placed = mention.tagged or mention.led or _before_region(reader, mention, bounds)
        return mention if placed and not compound else None
    return mention if mention.tagged or named or mention.led else None


def _is_given_name(reader: _Reader, mention: Mention, bounds: tuple[int, int]) -> bool:
    """Whether an untagged name without an article stands before what is no noun known (*Paris Holm*)."""
    tokens, words = reader.analysis.tokens, reader.lists.words
    follows, before = mention.last + 1, mention.first - 1
    if mention.tagged or mention.led or follows >= bounds[1] or tokens[follows].upos != "PROPN":
        return False
    article = before >= bounds[0] and tokens[before].upos == "DET"
    lemma = tokens[follows].lower
    return not article and lemma not in words.classes and lemma not in words.place_nouns


def _is_whole(reader: _Reader, mention: Mention, entity: Entity) -> bool:
    """Whether only small words, words of direction, a noun such as *district*, or a second place behind a
    mark (*Russia-Turkey*) stand beside the name in what was tagged.
    """
    words = reader.lists.words
    tokens = reader.analysis.tokens
    rest = [k for k in range(entity.first, entity.last) if not mention.first <= k <= mention.last]
    beside = {mention.first - 1, mention.last + 1} & set(rest)
    if any(tokens[k].text in {"-", ",", "/"} for k in beside) and entity.label in _LOCATED:
        return True
    small = (tokens[k] for k in rest)
    return all(
        not t.text[:1].isupper() or t.lower in words.place_nouns or t.lower in words.directions for t in small
    )


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
            mention = replace(mention, within=_holding(mention, whole, lone=len(after.candidates) == 1))
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
