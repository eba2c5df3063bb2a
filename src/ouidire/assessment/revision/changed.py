"""What changed between two versions of a page, claim by claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ouidire.assessment.drift.dimensions import differences
from ouidire.assessment.revision.notices import correction, withdrawal
from ouidire.model import Assertion, Drift, Extraction, Link, PassageRole, Relation, Revision, RevisionKind

__all__ = ["revised"]

# How two versions may put one claim, nearest first.
_KIN = (
    Relation.SAME,
    Relation.ENTAILS,
    Relation.ENTAILED_BY,
    Relation.UPDATES,
    Relation.UPDATED_BY,
    Relation.CONTRADICTS,
    Relation.FILLS_GAP,
)
_MOVED = frozenset({Relation.UPDATES, Relation.UPDATED_BY, Relation.CONTRADICTS})


def revised(before: Extraction, after: Extraction, links: Sequence[Link]) -> tuple[Revision, ...]:
    """Return what became of each claim of `before`, and what `after` says anew; unchanged ones left out.

    A claim is found again by its very words, else by the nearest link. `silent` where `after`
    neither says that it was corrected nor that it is withdrawn.
    """
    silent = not correction(after) and withdrawal(after.article.text, after.article.language) is None
    olds, news = _told(before), _told(after)
    pairs = _paired(before, after, links)
    out: list[Revision] = []

    def made(
        kind: RevisionKind, old: Assertion | None, new: Assertion | None, drifts: Sequence[Drift] = ()
    ) -> Revision:
        return Revision(
            kind=kind,
            before=old.id if old is not None else None,
            after=new.id if new is not None else None,
            was=old.span.of(before.article.text) if old is not None else None,
            now=new.span.of(after.article.text) if new is not None else None,
            silent=silent,
            drifts=tuple(drifts),
        )

    for one in olds:
        match = pairs.get(one.id)
        if match is None:
            out.append(made(RevisionKind.REMOVED, one, None))
        elif (found := _change(one, match[0], (before, after), match[1])) is not None:
            kind, drifts = found
            out.append(made(kind, one, match[0], drifts))
    kept = {new.id for new, _ in pairs.values()}
    out += [made(RevisionKind.ADDED, None, one) for one in news if one.id not in kept]
    return tuple(out)


def _told(item: Extraction) -> list[Assertion]:
    """The assertions outside boilerplate in text order; acts of speech are told by their contents."""
    found = [
        a
        for a in item.assertions
        if a.passage is not PassageRole.BOILERPLATE and not (a.proposition.family == "speech" and a.refers_to)
    ]
    return sorted(found, key=lambda a: (a.span, a.id))


def _paired(
    before: Extraction, after: Extraction, links: Sequence[Link]
) -> dict[str, tuple[Assertion, Relation]]:
    """Pair one to one: first equal words, then links, nearest relation first."""
    olds, news = _told(before), _told(after)
    out: dict[str, tuple[Assertion, Relation]] = {}
    by_words: dict[str, list[Assertion]] = defaultdict(list)
    for one in news:
        by_words[_words(one, after)].append(one)
    taken: set[str] = set()
    for one in olds:
        same = next((n for n in by_words[_words(one, before)] if n.id not in taken), None)
        if same is not None:
            out[one.id] = (same, Relation.SAME)
            taken.add(same.id)
    known: Mapping[str, Assertion] = {n.id: n for n in news}
    ids = {o.id for o in olds}
    near = sorted((_KIN.index(x.relation), x.left, x.right) for x in links if x.relation in _KIN)
    for rank, left, right in near:
        old, new = (left, right) if left in ids else (right, left)
        if old in ids and new in known and old not in out and new not in taken:
            out[old] = (known[new], _KIN[rank])
            taken.add(new)
    return out


def _words(one: Assertion, item: Extraction) -> str:
    return " ".join(one.span.of(item.article.text).casefold().split())


def _change(
    one: Assertion, new: Assertion, items: tuple[Extraction, Extraction], relation: Relation
) -> tuple[RevisionKind, tuple[Drift, ...]] | None:
    drifts = differences(one, new)
    if relation in _MOVED or any(d.dimension == "number_altered" for d in drifts):
        return RevisionKind.ALTERED, drifts
    if one.label is not new.label or drifts:
        weaker = any(d.direction.value == "weaker" for d in drifts)
        stronger = any(d.direction.value == "stronger" for d in drifts)
        if weaker != stronger:
            return (RevisionKind.SOFTENED if weaker else RevisionKind.STRENGTHENED), drifts
        return RevisionKind.RELABELLED, drifts
    return None if _words(one, items[0]) == _words(new, items[1]) else (RevisionKind.REWORDED, drifts)
