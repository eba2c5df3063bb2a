"""Where sentences begin, decided before the parser runs and binding for it.

A parser left alone splits after *gén.*, *cf. art.* and inside « … ». Here a boundary needs closing
punctuation that no abbreviation explains, and a word that can begin a sentence. The parser gets
every such boundary; the sentence a reader sees also holds together what a quotation ties together
(*« Partez ! Fuyez ! », a crié le maire.*).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from ouidire.lexicon import load_entries

__all__ = ["Abbreviations", "parts", "sentences"]

_STOPS = frozenset({".", "!", "?", "…", "...", "..", "?!", "!?", "!!", "!!!", "??", "???", "?…", "!…"})
_CLOSING = frozenset("»”’)]}'\"")
_OPENING = frozenset("«“‘([{\"'-–—*•_")
_QUOTES = {"«": "»", "“": "”", "„": "“"}
_SOFT_LIMIT, _HARD_LIMIT = 120, 240  # words; a parser is no use on more, and its time grows
_SHORT_QUOTE = 8  # words
_TIED_LIMIT = 140  # words a quotation may tie into one sentence


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of ``abbreviations.toml``.

    Attributes:
        forms: Lower-case, with their full stop.
        kind: ``inner`` never ends a sentence; ``number`` does not before a number; ``final``
            ends one before a word of the kind ``starter``, which has no full stop.
        examples: One sentence each.
        not_examples: Two sentences each.

    """

    id: str
    forms: tuple[str, ...]
    kind: str
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """A language's abbreviations by kind (see `_Entry`)."""

    inner: frozenset[str]
    number: frozenset[str]
    final: frozenset[str]
    starters: frozenset[str]

    @classmethod
    def load(cls, resources: Traversable) -> Abbreviations:
        """Read ``lexicon/abbreviations.toml`` of a pack; empty where there is none."""
        kinds: dict[str, set[str]] = {k: set() for k in ("inner", "number", "final", "starter")}
        for entry in load_entries(resources.joinpath("lexicon", "abbreviations.toml"), _Entry):
            kinds[entry.kind].update(entry.forms)
        return cls(*(frozenset(forms) for forms in kinds.values()))


def parts(words: Sequence[str], glued: Sequence[bool], known: Abbreviations) -> list[int]:
    """Return the indices of the words at which a stretch for the parser begins, the first included.

    Args:
        words: Without white space.
        glued: Whether no white space follows the word.

    """
    pairs = _quotations(words)
    short = {i for a, b in pairs if b - a - 1 <= _SHORT_QUOTE for i in range(a + 1, b)}
    starts = [0] if words else []
    i = 0
    while i < len(words) - 1:
        after = _after_stop(words, glued, i)
        if after is not None and _begins(words, i, after, known) and after not in short:
            starts.append(after)
            i = after - 1
        elif _too_long(words, starts[-1], i):
            starts.append(i + 1)
        i += 1
    return starts


def sentences(words: Sequence[str], starts: Sequence[int]) -> list[list[int]]:
    """Group parts into sentences: parts that one quotation spans belong together.

    A quotation that is all there is ties nothing: its sentences stand alone.

    Returns:
        For each sentence the starts of its parts; the one with words outside the quotation first.

    """
    groups = [[s] for s in starts]
    ends = [*starts[1:], len(words)]
    for a, b in _quotations(words):
        inside = [n for n, s in enumerate(starts) if s <= b and ends[n] > a]
        first, last = inside[0], inside[-1]
        if first == last or ends[last] - starts[first] > _TIED_LIMIT:
            continue
        before = any(w[:1].isalnum() for w in words[starts[first] : a])
        after = any(w[:1].isalnum() for w in words[b + 1 : ends[last]])
        tied = [s for n in inside for s in groups[n]]
        if (before or after) and len(tied) == len(inside):
            groups[first] = tied if before else [tied[-1], *tied[:-1]]
            for n in inside[1:]:
                groups[n] = []
    return [g for g in groups if g]


def _quotations(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of paired quotation marks; a mark without partner pairs with nothing."""
    pairs: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    straight: int | None = None
    for i, word in enumerate(words):
        if word == '"':
            if straight is not None:
                pairs.append((straight, i))
            straight = i if straight is None else None
        elif opened is not None and word == opened[1]:
            pairs.append((opened[0], i))
            opened = None
        elif word in _QUOTES:
            opened = (i, _QUOTES[word])
    return pairs


def _after_stop(words: Sequence[str], glued: Sequence[bool], i: int) -> int | None:
    """Return where the next sentence would begin if word `i` ends one, closing marks skipped."""
    word = words[i]
    if word not in _STOPS and not (word.endswith(".") and len(word) > 1):
        return None
    at = i
    while at + 1 < len(words) and (words[at + 1] in _STOPS or _closes(words, glued, at + 1)):
        at += 1
    if at + 1 >= len(words) or glued[at]:
        return None
    return at + 1


def _closes(words: Sequence[str], glued: Sequence[bool], i: int) -> bool:
    """Whether word `i` is a closing mark that belongs to what is before it."""
    if words[i] not in _CLOSING:
        return False
    return words[i] in "»”)]}" or (glued[i - 1] and not glued[i])


def _begins(words: Sequence[str], stop: int, after: int, known: Abbreviations) -> bool:
    """Whether the word at `after` begins a sentence, the stop being at `stop`."""
    at = after
    while at < len(words) - 1 and words[at] in _OPENING:
        at += 1
    first = words[at]
    if not first[:1].isalnum() or first[:1].islower():
        return first[:1] == "#"
    word = words[stop]
    if word not in _STOPS:
        return _ends(word.lower(), first, known)
    if word == "." and stop > 0:
        return _ends(words[stop - 1].lower() + ".", first, known)
    return True


def _ends(form: str, first: str, known: Abbreviations) -> bool:
    """Whether an abbreviated word (its full stop included) may end a sentence before `first`."""
    if form in known.inner or (form in known.number and first[0].isdigit()):
        return False
    if form in known.number:
        return True
    initial = form.count(".") > 1 or (len(form) == 2 and form[0].isalpha())
    if initial or form in known.final:
        return first.lower() in known.starters
    return True


def _too_long(words: Sequence[str], start: int, i: int) -> bool:
    length = i + 1 - start
    return length >= _HARD_LIMIT or (length >= _SOFT_LIMIT and words[i] in {";", ":"})
