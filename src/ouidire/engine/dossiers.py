"""Gathers what a dossier shows: claims, the articles their words stand in, links and issues."""

from __future__ import annotations

from collections.abc import Sequence

from ouidire import storage
from ouidire.engine.rebuild import Scope, articles
from ouidire.model import Claim, Dossier, Extraction, Issue
from ouidire.storage import Store

__all__ = ["dossier_of"]


def dossier_of(store: Store, claims: Sequence[Claim], *, title: str, world: str, everything: bool) -> Dossier:
    """Build the dossier of `claims`.

    Args:
        world: Names of the world files in force.
        everything: Whether to bring in articles without claims, and what could not be read.

    """
    wanted = {occurrence.article for claim in claims for occurrence in claim.assertions}
    found = articles(store, Scope.of(store), None if everything else wanted)
    ordered = tuple(sorted(found, key=_by_day))
    members = {occurrence.id for claim in claims for occurrence in claim.assertions}
    links = tuple(x for x in storage.links(store) if x.left in members and x.right in members)
    days = [item.article.published_at.date().isoformat() for item in ordered if item.article.published_at]
    return Dossier(
        title=title,
        as_of=max(days, default=""),
        claims=tuple(claims),
        extractions=ordered,
        links=links,
        issues=_issues(store, ordered, everything=everything),
        world=world,
    )


def _by_day(item: Extraction) -> tuple[str, str]:
    when = item.article.published_at
    return (when.isoformat() if when else "9999", item.article.id)


def _issues(store: Store, items: Sequence[Extraction], *, everything: bool) -> tuple[Issue, ...]:
    shown = {item.article.id for item in items}
    found = [
        issue
        for document in store.documents()
        if everything or (document.article and document.article.id in shown)
        for issue in document.issues
    ]
    found += [issue for item in items for issue in item.issues]
    return tuple(dict.fromkeys(found))
