"""What place names are read with: the lists of a language, an analysed article, and a name as found."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.extraction.propositions.words import Words
from ouidire.gazetteer.countries import Origins
from ouidire.gazetteer.places import Gazetteer
from ouidire.gazetteer.towns import KnownPlace
from ouidire.languages import Analysis, Entity
from ouidire.model import Span

__all__ = ["LOCATED", "Lists", "Mention", "Reader"]

LOCATED = frozenset({"LOC", "GPE"})
"""Labels of the tagger for places."""


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


@dataclass(frozen=True, slots=True)
class Reader:
    """One article as place names are read from it.

    Attributes:
        over: The tagged entity over each token.
        people: Words of the names of two and more words that were tagged as people.

    """

    analysis: Analysis
    lists: Lists
    over: dict[int, Entity]
    people: frozenset[str]

    def text(self, first: int, last: int) -> str:
        """Return the words of tokens `first` to `last`."""
        tokens = self.analysis.tokens
        return self.analysis.text[tokens[first].start : tokens[last].end]

    def mention(
        self, first: int, last: int, rows: tuple[KnownPlace, ...], *, tagged: bool = False, led: bool = False
    ) -> Mention:
        """Make the mention of tokens `first` to `last`."""
        span = self.analysis.span(first, last + 1)
        return Mention(span, self.text(first, last), rows, first, last, tagged=tagged, led=led)

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

    def located(self, k: int) -> bool:
        """Whether the tagger took token `k` for (a part of) a place."""
        entity = self.over.get(k)
        return entity is not None and entity.label in LOCATED

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
