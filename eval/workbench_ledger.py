"""An invented ledger of any size, put together without a parser: for timing the workbench, not for scoring.

Articles of invented outlets tell invented incidents; several tell each, some copy, some deny. The
claims are written down as they were invented, so the size of the ledger is all that is like a real one.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from ouidire import storage
from ouidire.engine.reading_order import Index, facets, in_reading_order, names
from ouidire.engine.snapshot import Snapshot
from ouidire.model import (
    Act,
    AlignedPair,
    Article,
    Assertion,
    Attribution,
    Claim,
    ClaimRelation,
    Contest,
    Copy,
    CopyKind,
    Cue,
    Dossier,
    Extraction,
    HopRole,
    Label,
    Link,
    Occurrence,
    OriginCount,
    Passage,
    PassageRole,
    Place,
    Proposition,
    Relation,
    Relay,
    Source,
    SourceKind,
    Span,
    Status,
    StatusChange,
    Support,
    TimeExpression,
)
from ouidire.storage import Derived, Store

__all__ = ["Invented", "invented"]

OUTLETS = [f"{a} {b}" for a in ("Daily", "Evening", "Radio", "Free", "New") for b in ("Tornby", "Ilsen", "Varsenne", "Novska", "Orle", "Hestrel", "Sarlin", "Brask")]  # fmt: skip
PEOPLE = [f"{a} {b}" for a in ("Ida", "Odo", "Mira", "Teo", "Aron", "Lys", "Piet", "Oda") for b in ("Brask", "Lantier", "Solvene", "Velk", "Ferrec", "Sanvar")]  # fmt: skip
WHAT = ("bridge", "dam", "depot", "station", "school", "harbour", "tunnel", "mill", "market", "tower")
DONE = ("was destroyed", "was closed", "was flooded", "was struck by a drone", "was evacuated", "caught fire")
TOWNS = [("Kursk", "gn:538560", 51.7, 36.2), ("Lyon", "gn:2996944", 45.7, 4.8), ("Tornby", None, None, None),
         ("Varsenne", None, None, None), ("Ilsen", None, None, None), ("Novska", None, None, None)]  # fmt: skip
TOLD = 4
START = date(2031, 1, 1)


@dataclass(frozen=True)
class Invented:
    """Stands for a ledger that holds one snapshot, as the workbench asks it."""

    view: Snapshot

    def state(self) -> str:
        return self.view.state

    def size(self) -> int:
        return len(self.view.articles)

    def refresh(self) -> None:
        """Nothing is ever stale here."""

    def snapshot(self) -> Snapshot:
        return self.view


def invented(folder: Path, articles: int, *, seed: int = 7) -> Invented:
    """Return a ledger of so many articles; its index for searches lies in `folder`."""
    rng = random.Random(seed)
    items = [_article(n, rng) for n in range(articles)]
    index = Index(items)
    claims = in_reading_order(tuple(_claims(items, rng)), index)
    links = tuple(sorted(_links(claims), key=lambda link: (link.left, link.right)))
    copies = tuple(copy for claim in claims for copy in claim.copies)
    store = Store(folder / "invented.db")
    storage.replace(
        store,
        Derived(
            claims=claims,
            names=tuple(names(claim, index) for claim in claims),
            facets=facets(claims, index),
            links=links,
            copies=copies,
            articles=tuple(items),
            fingerprint="invented",
        ),
    )
    items.sort(key=lambda x: (str(x.article.published_at), x.article.id))
    whole = Dossier(
        title="invented", as_of="2031-12-31", claims=claims, extractions=tuple(items), links=links
    )
    view = Snapshot(store, "invented", whole)
    view.prepare()
    return Invented(view)


def _article(n: int, rng: random.Random) -> Extraction:
    """Three sentences: an incident with its speaker, a second one, and one in the outlet's own voice."""
    story = n // TOLD
    town, referent, lat, lon = TOWNS[story % len(TOWNS)]
    lines = []
    for k in range(3):
        thing = f"{WHAT[(story + k) % len(WHAT)]} no. {story + k}"
        lines.append((f"the {thing} in {town} {DONE[(story + 3 * k) % len(DONE)]}", rng.choice(PEOPLE)))
    title = f"{town}: {lines[0][0][4:]}"
    text = title
    assertions = []
    for k, (says, who) in enumerate(lines):
        start = len(text) + 1
        sentence = (
            f"{says[0].upper()}{says[1:]} on {_day(story):%d %B}, {who} said."
            if k < 2
            else f"{says[0].upper()}{says[1:]}."
        )
        text += ("\n" if k == 0 else " ") + sentence
        where = (referent, lat, lon)
        assertions.append(
            _assertion((n, k), start, (sentence, says, who if k < 2 else ""), (town, where), _day(story))
        )
    item = Article(
        id=f"sha256:{n:064x}",
        ref=f"{n}.txt",
        url=f"https://news.example/{n}",
        outlet=OUTLETS[rng.randrange(len(OUTLETS))],
        language="en",
        title=title,
        published_at=datetime.combine(_day(story) + timedelta(n % TOLD), datetime.min.time(), UTC),
        text=text,
    )
    passages = (
        Passage(role=PassageRole.HEADLINE, span=Span(0, len(title))),
        Passage(role=PassageRole.BODY, span=Span(len(title) + 1, len(text))),
    )
    return Extraction(article=item, passages=passages, assertions=tuple(assertions))


def _day(story: int) -> date:
    return START + timedelta(story % 360)


def _assertion(
    which: tuple[int, int],
    start: int,
    words: tuple[str, str, str],
    place: tuple[str, tuple[str | None, float | None, float | None]],
    day: date,
) -> Assertion:
    sentence, says, who = words
    town, (referent, lat, lon) = place
    whole = Span(start, start + len(sentence))
    at = start + sentence.index(town)
    dated = sentence.find(" on ")
    time = None
    if who:
        span = Span(start + dated + 1, start + sentence.index(","))
        time = TimeExpression(
            span=span, value=day.isoformat(), begin=day.isoformat(), until=(day + timedelta(1)).isoformat()
        )
    attribution = None
    if who:
        name = start + sentence.index(who)
        source = Source(
            kind=SourceKind.PERSON, anonymity=0, name=who, referent=who, spans=(Span(name, name + len(who)),)
        )
        cue = Cue(span=Span(name + len(who) + 1, name + len(who) + 5), lemma="say", act=Act.SAY)
        attribution = Attribution(cue=cue, content=(), chain=(Relay(role=HopRole.ORIGIN, source=source),))
    labels = (Label.ATTRIBUTED, Label.HEDGED_REPORTED, Label.ASSERTED)
    return Assertion(
        id=f"a:{which[0]:08x}{which[1]}",
        span=Span(start, start + len(says)),
        passage=PassageRole.BODY,
        sentence=whole,
        label=labels[which[1]],
        label_rule=(12, 8, 14)[which[1]],
        proposition=Proposition(
            family="damage",
            type="damage.destroy",
            place=Place(span=Span(at, at + len(town)), referent=referent, lat=lat, lon=lon),
            time=time,
        ),
        attribution=attribution,
    )


def _claims(items: list[Extraction], rng: random.Random) -> Iterator[Claim]:
    for story in range(0, len(items), TOLD):
        group = items[story : story + TOLD]
        for k in range(3):
            yield _claim(story // TOLD, k, group, contested=rng.random() < 0.1)


def _claim(story: int, k: int, group: list[Extraction], *, contested: bool) -> Claim:
    first = group[0].assertions[k].id
    told = tuple(
        Occurrence(
            id=x.assertions[k].id,
            article=x.article.id,
            ref=x.article.ref,
            quote=x.assertions[k].span.of(x.article.text),
            label=x.assertions[k].label,
            echo_of=first if n == TOLD - 1 else None,
        )
        for n, x in enumerate(group)
    )
    contest = Contest.DISPUTED if contested else Contest.NONE
    day = _day(story).isoformat()
    steps = [
        StatusChange(date=day, support=Support.ATTRIBUTED, contest=Contest.NONE, rule=2, assertion=first)
    ]
    if contested:
        later = (_day(story) + timedelta(1)).isoformat()
        steps.append(
            StatusChange(
                date=later, support=Support.ATTRIBUTED, contest=contest, rule=7, assertion=told[-1].id
            )
        )
    copies = ()
    if k == 0 and len(group) == TOLD:
        a, b = group[0].article, group[-1].article
        pair = AlignedPair(from_=Span(len(a.title) + 1, len(a.text)), to=Span(len(b.title) + 1, len(b.text)))
        copies = (Copy(from_=a.id, to=b.id, declared=False, kind=CopyKind.PARAPHRASE, evidence=(pair,)),)
    label = group[0].assertions[k].label
    assert label is not None
    return Claim(
        id=f"c:{story:08x}{k}",
        gloss=told[0].quote,
        label=label,
        family="damage",
        as_of=day,
        origins=OriginCount(lo=1, hi=min(3, len(group)), roots=tuple(sorted({o.ref for o in told[:-1]}))),
        channels=1,
        sides=0,
        status=Status(support=Support.ATTRIBUTED, contest=contest),
        timeline=tuple(steps),
        assertions=told,
        relations=(ClaimRelation(claim=f"c:{story:08x}{(k + 1) % 3}", relation=Relation.RELATED, rows=(2,)),),
        copies=copies,
    )


def _links(claims: tuple[Claim, ...]) -> Iterator[Link]:
    for claim in claims:
        ids = sorted(one.id for one in claim.assertions)
        for left, right in itertools.pairwise(ids):
            yield Link(left=left, right=right, relation=Relation.SAME, rows=(9,), why="told alike")
