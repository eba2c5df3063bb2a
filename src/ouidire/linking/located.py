"""An assertion together with the article it stands in: what linking compares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ouidire.gazetteer import World
from ouidire.linking.setting import Setting, setting_of
from ouidire.model import Article, Assertion, Extraction, PassageRole, Span

__all__ = ["Located", "day_number", "locate"]


@dataclass(frozen=True, slots=True)
class Located:
    """One assertion in its article.

    Attributes:
        contents: For a speech event, the assertions of the same article it is about.
        setting: Places in which the article's story is set.

    """

    assertion: Assertion
    article: Article
    contents: tuple[Located, ...] = field(default=(), repr=False)
    world: World = field(default_factory=World, repr=False, compare=False)
    setting: Setting = field(default_factory=Setting, repr=False)

    @property
    def id(self) -> str:
        """Id of the assertion."""
        return self.assertion.id

    @property
    def language(self) -> str:
        """BCP 47 tag of the article."""
        return self.article.language

    @property
    def published(self) -> int | None:
        """Day of publication as a proleptic ordinal; None for an undated article."""
        at = self.article.published_at
        return None if at is None else at.date().toordinal()

    def words(self, span: Span) -> str:
        """Return the words of a span; empty where it does not fit the text."""
        return self.article.text[span.start : span.end]


def locate(items: Sequence[Extraction], world: World | None = None) -> tuple[Located, ...]:
    """Return every assertion outside boilerplate with its article, sorted by id, each id once."""
    found: dict[str, Located] = {}
    known = world or World()
    for item in items:
        inside = {a.id: a for a in item.assertions if a.passage is not PassageRole.BOILERPLATE}
        setting = setting_of(item)
        for one in inside.values():
            plain = Located(one, item.article, (), known, setting)
            found[one.id] = replace(plain, contents=_contents(plain, inside))
    return tuple(found[key] for key in sorted(found))


def _contents(item: Located, inside: dict[str, Assertion]) -> tuple[Located, ...]:
    one = item.assertion
    if one.proposition.family != "speech":
        return ()
    about: Iterable[str] = sorted(set(one.refers_to) - {one.id})
    return tuple(replace(item, assertion=inside[key]) for key in about if key in inside)


def day_number(iso: str | None) -> int | None:
    """Return the ordinal of an ISO date or date-time; None where it is absent or no date."""
    if not iso:
        return None
    try:
        return date.fromisoformat(iso[:10]).toordinal()
    except ValueError:
        return None
