"""What a dossier holds, on one screen: counts, and where to look first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ouidire.model import Label, PassageRole
from ouidire.presentation import words
from ouidire.presentation.messages import day_words, number, say
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
    claims, threads = len(sheet.claims), len(sheet.major)
    single = sum(1 for v in sheet.claims if v.claim.origins.hi <= 1)
    unnamed = sum(1 for v in sheet.claims if v.claim.status.support.value in {"none", "vague"})
    more = say("%(n)s with more than one origin", n=number(claims - single)) + ", " if claims > single else ""
    facts = [
        _read(sheet),
        say(
            "%(claims)s: %(joined)s in %(threads)s, %(single)s told once",
            claims=words.count(claims, "claim"),
            joined=number(claims - len(sheet.single)),
            threads=words.count(threads, "thread"),
            single=number(len(sheet.single)),
        ),
        more
        + say(
            "%(single)s with one origin at most; %(unnamed)s without an identifiable source",
            single=number(single),
            unnamed=number(unnamed),
        ),
    ]
    if sheet.dossier.world:
        facts.append(say("parties, sides and owners as given in %(world)s", world=sheet.dossier.world))
    return tuple(facts)


def _read(sheet: Sheet) -> str:
    """Return how many articles there are, of whom, and of when."""
    articles = [x.article for x in sheet.dossier.extractions]
    days = sorted({a.published_at.date().isoformat() for a in articles if a.published_at})
    outlets = len({outlet_name(a) for a in articles})
    said = say(
        "%(articles)s from %(outlets)s",
        articles=words.count(len(articles), "article"),
        outlets=words.count(outlets, "outlet"),
    )
    if len(days) > 1:
        first, last = day_words(days[0]), day_words(days[-1])
        said += ", " + say("published %(first)s to %(last)s", first=first, last=last)
    elif days:
        said += ", " + say("published %(day)s", day=day_words(days[0]))
    undated = sum(1 for a in articles if a.published_at is None)
    return said + ("; " + say("%(n)s undated", n=number(undated)) if undated else "")


def _looks(sheet: Sheet) -> list[Look]:
    def those(says: str, chosen: Sequence[ClaimView]) -> Look:
        return Look(says, tuple((v, v.status) for v in chosen))

    return [
        those(say("Contested, withdrawn or overtaken"), [v for v in sheet.claims if v.contested]),
        Look(say("Put more strongly than before"), _stronger(sheet)),
        those(
            say("Confirmed, admitted or corroborated"),
            [v for v in sheet.claims if v.supported and not v.contested],
        ),
        Look(say("Stated flatly, with no source or hedge, outside headlines and key points"), _flat(sheet)),
        _with(sheet, say("Taken for granted, not reported"), Label.PRESUPPOSED),
        _with(sheet, say("Not made known"), Label.UNDISCLOSED),
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
                values = {"new": names[0], "since": day(newer), "old": names[1], "from_": day(older)}
                values["kind"] = words.COPY[copy.kind]
                if copy.ordered:
                    said = say(
                        "%(new)s (%(since)s) has text of %(old)s (%(from_)s), %(kind)s, without saying so",
                        **values,
                    )
                else:
                    said = say(
                        "%(new)s (%(since)s) and %(old)s (%(from_)s) share text, %(kind)s; which is older is not known",
                        **values,
                    )
                found[copy.from_, copy.to] = said
    return tuple(found.values())
