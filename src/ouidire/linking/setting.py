"""Where the story of an article is set: the places and names of its headline and first sentences.

Later sentences seldom say again where they are (*eight people were killed*). Two such sentences
speak of one event only if the stories they stand in are set in one place, so settings pin events
down; they never make a difference where a sentence names its own place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ouidire.gazetteer.places import place_of
from ouidire.linking.names import STEM, fold
from ouidire.linking.words import head_class, proper
from ouidire.model import Assertion, Extraction, PassageRole

__all__ = ["Setting", "is_narrow", "is_set_in", "one_story", "setting_of", "share_setting"]

_OPENING = frozenset({PassageRole.HEADLINE, PassageRole.TAKEAWAY, PassageRole.LEDE})
# Names a country or a continent wears: too wide to pin an event down.
_WIDE = frozenset({"country", "area"})
# Names no table knows that two openings must share: one may be a country's.
SHARED = 2
# A capital after a word and a space begins no sentence.
_NAME = re.compile(r"(?<=[\w,] )[^\W\d_]{4,40}|(?<=['’])[^\W\d_]{4,40}")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a story is set.

    Attributes:
        places: Ids of known places, words of unknown ones.
        names: First letters of the names in the lede, folded.
        called: By class of noun, the names it bears where the article gives it any, if only one
            set: where nothing but *the Hestrel dam* is named, *the dam* is that one.
        bearers: By last word, the identifiers of the people and bodies known by written names only.

    """

    places: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    bearers: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)


def setting_of(item: Extraction) -> Setting:
    """Return the specific places and the names of an article's opening."""
    opening = [a for a in item.assertions if a.passage in _OPENING]
    places = frozenset(key for one in opening for key in _places(one))
    return Setting(places, frozenset(_names(item)), _called(item), _bearers(item))


def _bearers(item: Extraction) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in item.assertions:
        hops = one.attribution.chain if one.attribution is not None else ()
        for referent in (*(r.referent for r in one.proposition.roles), *(h.source.referent for h in hops)):
            if referent is not None and referent.startswith("ref:"):
                found[referent.removeprefix("ref:").replace("-", " ").rpartition(" ")[2]].add(referent)
    return {last: frozenset(keys) for last, keys in found.items()}


def _called(item: Extraction) -> dict[str, tuple[str, ...]]:
    text, language = item.article.text, item.article.language
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for one in item.assertions:
        for role in one.proposition.roles:
            names = proper(
                role.span.of(text), role.head, language, begins=role.span.start == one.sentence.start
            )
            if role.head and names:
                found[head_class(role.head, language)].add(names)
    return {head: min(names) for head, names in found.items() if len(names) == 1}


def _names(item: Extraction) -> Iterable[str]:
    text = item.article.text
    times = [a.proposition.time.span for a in item.assertions if a.proposition.time is not None]
    for passage in item.passages:
        if passage.role is not PassageRole.LEDE:
            continue
        for match in _NAME.finditer(text, passage.span.start, passage.span.end):
            timed = any(t.start <= match.start() < t.end for t in times)
            if match.group()[0].isupper() and not timed:
                yield fold(match.group())[:STEM]


def _places(one: Assertion) -> Iterable[str]:
    proposition = one.proposition
    if proposition.place is not None and proposition.place.referent is not None:
        yield from _key(proposition.place.referent)
    for role in proposition.roles:
        if role.referent is not None and role.referent.startswith(("place:", "gn:", "fips:")):
            yield from _key(role.referent)


def _key(referent: str) -> Iterable[str]:
    if referent.startswith("place:"):
        yield referent.removeprefix("place:").replace("-", " ")
        return
    row = place_of(referent)
    if row is not None and row.kind not in _WIDE:
        yield referent


def is_narrow(referent: str) -> bool:
    """Whether a place pins a story down: no country, no continent."""
    row = place_of(referent)
    return row is None or row.kind not in _WIDE


def share_setting(left: Setting, right: Setting) -> bool:
    """Whether two stories are set in one place (*Ilsen* and *Ilsen harbour* are one)."""
    if any(_one(a, b) for a in left.places for b in right.places):
        return True
    return len(left.names & right.names) >= SHARED


def one_story(left: Setting, right: Setting) -> bool:
    """Whether two openings are about one place, as far as letters tell: enough to show, not to merge."""
    if share_setting(left, right):
        return True
    sides = ((left, right), (right, left))
    return any(
        len(word) >= STEM and word[:STEM] in b.names
        for a, b in sides
        for key in a.places
        for word in key.split()
    )


def is_set_in(setting: Setting, referent: str) -> bool:
    """Whether a story is set in the place that a sentence of another names."""
    keys = tuple(_key(referent))
    named = referent.startswith("place:") and any(
        word[:STEM] in setting.names for key in keys for word in key.split() if len(word) >= STEM
    )
    return named or any(_one(a, b) for a in setting.places for b in keys)


def _one(a: str, b: str) -> bool:
    words = set(a.split()), set(b.split())
    return words[0] <= words[1] or words[1] <= words[0]
