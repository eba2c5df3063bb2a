"""The places of one article: a list for the reader, and a gazetteer for its propositions."""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.extraction.places.datelines import dateline_mentions
from ouidire.extraction.places.mentions import find_mentions
from ouidire.extraction.places.reader import Lists, Mention
from ouidire.extraction.places.senses import Senses
from ouidire.extraction.propositions.words import words_of
from ouidire.gazetteer.countries import origins
from ouidire.gazetteer.places import Gazetteer, ancestors, gazetteer, local_id, place_key, place_of
from ouidire.gazetteer.towns import KnownPlace
from ouidire.languages import Analysis, LanguagePack
from ouidire.model import Passage, Toponym

__all__ = ["Atlas", "atlas_of"]

# So many candidates of a name that stays open are told.
_TOLD = 5


class Atlas:
    """What the place names of an article stand for.

    Attributes:
        toponyms: Every place name, in text order.

    """

    def __init__(self, names: Gazetteer) -> None:
        """Begin without an article: only the table speaks."""
        self._names = names
        self._chosen: dict[str, KnownPlace | None] = {}
        self.toponyms: tuple[Toponym, ...] = ()

    @classmethod
    def of(cls, names: Gazetteer, mentions: Sequence[Mention]) -> Atlas:
        """Decide what the mentions of an article stand for."""
        made = cls(names)
        senses = Senses(mentions)
        listed: list[Toponym] = []
        for mention in mentions:
            row = senses.of(mention)
            shown = _toponym(mention, row)
            if shown is not None:
                listed.append(shown)
            if not mention.origin and not mention.kind and mention.candidates:
                made._remember(place_key(mention.name), row)
        made.toponyms = tuple(listed)
        return made

    def find(self, name: str, *, kind: str = "", within: str = "") -> KnownPlace | None:
        """Return the place `name` stands for in this article; arguments as of `Gazetteer.find`."""
        key = place_key(name)
        row = self._chosen.get(key)
        fits = row is not None and kind in {"", row.kind}
        if row is not None and fits and (not within or within in {row.id, *ancestors(row.id)}):
            return row
        if key in self._chosen and row is None and not kind and not within:
            return None
        return self._names.find(name, kind=kind, within=within)

    def _remember(self, key: str, row: KnownPlace | None) -> None:
        if key in self._chosen and self._chosen[key] != row:
            self._chosen[key] = None  # two of one name, each with its own region beside it
        else:
            self._chosen[key] = row


def atlas_of(passages: Sequence[Passage], analysis: Analysis, pack: LanguagePack) -> Atlas:
    """Return what the place names of an article stand for."""
    names = gazetteer(pack.resources)
    lists = Lists(words_of(pack.resources), names, origins(pack.resources))
    headed = dateline_mentions(analysis.text, passages, names)
    mentions = sorted([*headed, *find_mentions(analysis, lists)], key=lambda m: m.span.start)
    return Atlas.of(names, mentions)


def _toponym(mention: Mention, row: KnownPlace | None) -> Toponym | None:
    form = "origin" if mention.origin else "part" if mention.part else "name"
    if row is not None:
        return Toponym(span=mention.span, form=form, kind=row.kind, referent=row.id, lat=row.lat, lon=row.lon)
    listed = tuple(sorted(one.id for one in mention.candidates if not one.small))
    if listed and not mention.within:
        return Toponym(span=mention.span, form=form, candidates=listed[:_TOLD])
    if not (mention.tagged or mention.led or mention.within):
        return None  # nothing in the article speaks for a small town of this name
    whole = place_of(mention.within) if mention.within else None
    return Toponym(
        span=mention.span,
        form=form,
        referent=local_id(mention.name),
        lat=whole.lat if whole else None,
        lon=whole.lon if whole else None,
    )
