"""Occurrences of claims gathered for reading: by who said them first, and by who is cited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ouidire.model import Act, HopRole, Source
from ouidire.presentation.occurrences import OccurrenceView
from ouidire.presentation.view import ClaimView

__all__ = ["OriginGroup", "Told", "by_origin", "source_key", "told_by_source"]

_CONFIRMING = frozenset({Act.CONFIRM, Act.CORROBORATE, Act.VERIFY, Act.ADMIT})


@dataclass(slots=True)
class OriginGroup:
    """Occurrences that come from one first speaker; `echoes` repeat one of `told` and never count."""

    name: str
    language: str
    told: list[OccurrenceView] = field(default_factory=list)
    echoes: list[OccurrenceView] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Told:
    """What a source said or passed on, in one place.

    Attributes:
        how: confirmed, denied, retracted, declined, relayed, or said.

    """

    view: ClaimView
    item: OccurrenceView
    how: str


def by_origin(view: ClaimView) -> tuple[OriginGroup, ...]:
    """Return the occurrences of a claim by first speaker, in their order; echoes under what they repeat."""
    groups: dict[str, OriginGroup] = {}
    home: dict[str, OriginGroup] = {}
    for item in (o for o in view.occurrences if o.echo is None):
        hop = item.hops[0]
        group = groups.setdefault(hop.key, OriginGroup(hop.name, hop.language))
        group.told.append(item)
        home[item.assertion.id] = group
    for item in (o for o in view.occurrences if o.echo is not None):
        group = home.get(item.echo or "") or groups.setdefault(
            item.hops[0].key, OriginGroup(item.hops[0].name, item.hops[0].language)
        )
        group.echoes.append(item)
    return tuple(groups.values())


def source_key(source: Source, text: str) -> str:
    """Return what a source goes by: its referent, else its name or words on one line; empty without any."""
    called = source.name or " ".join(" ".join(span.of(text) for span in source.spans).split())
    return source.referent or called.casefold()


def told_by_source(views: Iterable[ClaimView]) -> dict[str, tuple[Told, ...]]:
    """Return what each source said or passed on, by its `source_key`, in the order of the days."""
    found: dict[str, list[Told]] = {}
    for view in views:
        for item in view.occurrences:
            roles: dict[str, HopRole] = {}
            for hop in item.assertion.attribution.chain if item.assertion.attribution else ():
                roles.setdefault(source_key(hop.source, item.article.text), hop.role)
            for key, role in roles.items():
                found.setdefault(key, []).append(Told(view, item, _how(item.assertion.act, role)))
    return {key: tuple(sorted(told, key=_by_day)) for key, told in found.items() if key}


def _by_day(told: Told) -> tuple[str, int, str]:
    return (told.item.said or "9999", told.view.number, told.item.assertion.id)


def _how(act: Act, role: HopRole) -> str:
    if role is not HopRole.ORIGIN:
        return "relayed"
    if act in _CONFIRMING:
        return "confirmed"
    return {Act.DENY: "denied", Act.RETRACT: "retracted", Act.DECLINE: "declined"}.get(act, "said")
