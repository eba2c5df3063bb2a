"""Whether a name that a table knows is a place where it stands: by its tag, its neighbours, its case."""

from __future__ import annotations

from dataclasses import replace

from ouidire.extraction.places.reader import LOCATED, Mention, Reader
from ouidire.languages import Entity

__all__ = ["as_place", "short_form"]

_NAMES = frozenset({"PROPN", "X"})


def short_form(reader: Reader, k: int, bounds: tuple[int, int]) -> Mention | None:
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
        tagged = reader.located(k)
        if after_comma or initials or tagged:
            return reader.mention(k, end, (row,), tagged=tagged)
    return None


def as_place(reader: Reader, mention: Mention, first: int, bounds: tuple[int, int]) -> Mention | None:
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


def _is_given_name(reader: Reader, mention: Mention, bounds: tuple[int, int]) -> bool:
    """Whether an untagged name without an article stands before what is no noun known (*Paris Holm*)."""
    tokens, words = reader.analysis.tokens, reader.lists.words
    follows, before = mention.last + 1, mention.first - 1
    if mention.tagged or mention.led or follows >= bounds[1] or tokens[follows].upos != "PROPN":
        return False
    article = before >= bounds[0] and tokens[before].upos == "DET"
    lemma = tokens[follows].lower
    return not article and lemma not in words.classes and lemma not in words.place_nouns


def _is_whole(reader: Reader, mention: Mention, entity: Entity) -> bool:
    """Whether only small words, words of direction, a noun such as *district*, or a second place behind a
    mark (*Russia-Turkey*) stand beside the name in what was tagged.
    """
    words = reader.lists.words
    tokens = reader.analysis.tokens
    rest = [k for k in range(entity.first, entity.last) if not mention.first <= k <= mention.last]
    beside = {mention.first - 1, mention.last + 1} & set(rest)
    if any(tokens[k].text in {"-", ",", "/"} for k in beside) and entity.label in LOCATED:
        return True
    small = (tokens[k] for k in rest)
    return all(
        not t.text[:1].isupper() or t.lower in words.place_nouns or t.lower in words.directions for t in small
    )


def _before_region(reader: Reader, mention: Mention, bounds: tuple[int, int]) -> bool:
    comma, after = mention.last + 1, mention.last + 2
    if after >= bounds[1] or reader.analysis.tokens[comma].text != ",":
        return False
    return short_form(reader, after, bounds) is not None or any(
        row.kind in {"region", "country"}
        for end in range(min(after + 3, bounds[1]) - 1, after - 1, -1)
        for row in reader.lists.gazetteer.candidates(reader.text(after, end))
    )
