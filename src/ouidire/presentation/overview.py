"""What a dossier holds, on one screen: counts, and where to look first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ouidire.model import Label, PassageRole
from ouidire.presentation import words
from ouidire.presentation.occurrences import day, outlet_name
from ouidire.presentation.threads import Sheet
from ouidire.presentation.view import ClaimView

__all__ = ["Look", "Overview", "survey"]


_TITLES = frozenset({PassageRole.HEADLINE, PassageRole.TAKEAWAY, PassageRole.SUBHEAD, PassageRole.CAPTION})


@dataclass(frozen=True, slots=True)
class Look:
    """A reason to look at some claims first.

    Attributes:
        says: What they have in common, as a heading.
        claims: Each with a few words of its own.

    """

    says: str
    claims: tuple[tuple[ClaimView, str], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of a dossier.

    Attributes:
        facts: Sentences that open every rendering.
        labels: How many claims bear each label, most first; `statuses` the same for status in words.
        copies: Who took text from whom without saying so, in words.

    """

    facts: tuple[str, ...]
    labels: tuple[tuple[Label, int], ...]
    statuses: tuple[tuple[str, int], ...]
    first: tuple[Look, ...]
    copies: tuple[str, ...]


def survey(sheet: Sheet) -> Overview:
    """Count what a dossier holds, and say where to look first."""
    labels = Counter(v.claim.label for v in sheet.claims)
    statuses = Counter(v.status for v in sheet.claims)
    return Overview(
        _facts(sheet),
        tuple(sorted(labels.items(), key=lambda x: (-x[1], tuple(Label).index(x[0])))),
        tuple(sorted(statuses.items(), key=lambda x: (-x[1], x[0]))),
        tuple(look for look in _looks(sheet) if look.claims),
        _copies(sheet),
    )


def _facts(sheet: Sheet) -> tuple[str, ...]:
    dossier = sheet.dossier
    articles = [x.article for x in dossier.extractions]
    days = sorted(d for d in (day(a, otherwise="") for a in articles) if d)
    span = f", published {days[0]}" + (f" to {days[-1]}" if days[0] != days[-1] else "") if days else ""
    undated = sum(1 for a in articles if a.published_at is None)
    outlets = len({outlet_name(a) for a in articles})
    claims, threads = len(sheet.claims), len(sheet.major)
    single = sum(1 for v in sheet.claims if v.claim.origins.hi <= 1)
    unnamed = sum(1 for v in sheet.claims if v.claim.status.support.value in {"none", "vague"})
    facts = [
        f"{words.count(len(articles), 'article')} from {words.count(outlets, 'outlet')}{span}"
        + (f"; {undated} undated" if undated else ""),
        f"{words.count(claims, 'claim')}: {claims - len(sheet.single)} in {words.count(threads, 'thread')}, "
        f"{len(sheet.single)} told once",
        (f"{claims - single} with more than one origin, " if claims > single else "")
        + f"{single} with one origin at most; {unnamed} without an identifiable source",
    ]
    if dossier.world:
        facts.append(f"parties, sides and owners as given in {dossier.world}")
    return tuple(facts)


def _looks(sheet: Sheet) -> list[Look]:
    def those(says: str, chosen: Sequence[ClaimView]) -> Look:
        return Look(says, tuple((v, v.status) for v in chosen))

    return [
        those("Contested, withdrawn or overtaken", [v for v in sheet.claims if v.contested]),
        Look("Put more strongly than before", _stronger(sheet)),
        those(
            "Confirmed, admitted or corroborated",
            [v for v in sheet.claims if v.supported and not v.contested],
        ),
        Look("Stated flatly, with no source or hedge, outside headlines and key points", _flat(sheet)),
        _with(sheet, "Taken for granted, not reported", Label.PRESUPPOSED),
        _with(sheet, "Not made known", Label.UNDISCLOSED),
    ]


def _with(sheet: Sheet, says: str, label: Label) -> Look:
    return Look(says, tuple((v, v.best.where) for v in sheet.claims if v.claim.label is label))


def _flat(sheet: Sheet) -> tuple[tuple[ClaimView, str], ...]:
    told = [v for v in sheet.claims if v.claim.label is Label.ASSERTED and v.own_voice]
    return tuple((v, v.best.where) for v in told if v.best.assertion.passage not in _TITLES)


def _stronger(sheet: Sheet) -> tuple[tuple[ClaimView, str], ...]:
    """Return the claims under which a stronger wording stands, each once, with what differs and where."""
    under = {
        id_: view
        for view in reversed(sheet.claims)
        for id_ in (
            *(s.item.assertion.id for s in view.speech),
            *(o.assertion.id for o in view.occurrences),
        )
    }
    found: dict[int, tuple[ClaimView, dict[str, None], str]] = {}
    for drift in (d for thread in sheet.major for d in thread.drifts if d.stronger):
        if view := under.get(drift.after.assertion.id):
            _, says, _ = found.setdefault(view.number, (view, {}, drift.after.where))
            says.update(dict.fromkeys(drift.says))
    return tuple((view, f"{', '.join(says)}: {where}") for view, says, where in found.values())


def _copies(sheet: Sheet) -> tuple[str, ...]:
    articles = {x.article.id: x.article for x in sheet.dossier.extractions}
    found: dict[tuple[str, str], str] = {}
    for view in (*sheet.claims, *sheet.speech):
        for copy in view.claim.copies:
            older, newer = articles.get(copy.from_), articles.get(copy.to)
            if older and newer and not copy.declared:
                names = outlet_name(newer), outlet_name(older)
                says = "{0} ({2}) has text of {1} ({3}), {4}, without saying so"
                if not copy.ordered:
                    says = "{0} ({2}) and {1} ({3}) share text, {4}; which is older is not known"
                found[copy.from_, copy.to] = says.format(*names, day(newer), day(older), copy.kind.value)
    return tuple(found.values())
