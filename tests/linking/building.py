"""Hand-built assertions and articles for the tests of linking and assessment."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from ouidire.model import (
    Act,
    Article,
    Assertion,
    Attribution,
    Bound,
    Cue,
    Extraction,
    HopRole,
    Label,
    Passage,
    PassageRole,
    Place,
    Proposition,
    Quantity,
    Relay,
    Role,
    Source,
    SourceKind,
    Span,
    Stance,
    TimeExpression,
)


def article(text, *, outlet="The Quay", day="2031-05-04", language="en", **more):
    """An article on a day; `day=None` for an undated one."""
    key = hashlib.sha256(f"{outlet}|{day}|{text}|{more}".encode()).hexdigest()
    at = None if day is None else datetime.fromisoformat(day).replace(tzinfo=UTC)
    return Article(
        id=f"sha256:{key}",
        ref=outlet or "x",
        outlet=outlet,
        language=language,
        text=text,
        published_at=at,
        **more,
    )


def words(text, quote):
    """The span of a quote in a text."""
    start = text.index(quote)
    return Span(start, start + len(quote))


def role(text, name, quote, *, head, referent=None, reading=None):
    """A participant."""
    return Role(role=name, span=words(text, quote), head=head, referent=referent, reading=reading)


def place(text, quote, referent=None, relation="in"):
    """A place."""
    return Place(span=words(text, quote), referent=referent, relation=relation)


def day(text, quote, begin, until):
    """A stated time."""
    return TimeExpression(span=words(text, quote), value=begin, begin=begin, until=until, anchor="calendar")


def many(text, quote, n, of, *, bound=Bound.EXACT, cumulative=False, lo=None, hi=None):
    """A count."""
    return Quantity(span=words(text, quote), of=of, n=n, lo=lo, hi=hi, bound=bound, cumulative=cumulative)


def source(name, *, kind=SourceKind.PERSON, anonymity=0, referent=None, spans=()):
    """A source; a referent of its own name unless given."""
    return Source(kind=kind, anonymity=anonymity, name=name, referent=referent or name, spans=spans)


VAGUE = Source(kind=SourceKind.UNSPECIFIED_REPORTS, anonymity=5)


def through(*sources, act=Act.SAY, span=None, polarity="+"):
    """An attribution: the origin first, then relays."""
    chain = tuple(
        Relay(role=HopRole.ORIGIN if n == 0 else HopRole.RELAY, source=s) for n, s in enumerate(sources)
    )
    at = span or Span(0, 1)
    return Attribution(
        cue=Cue(span=at, lemma=act.value, act=act, polarity=polarity), content=(at,), chain=chain
    )


def assertion(text, kind, *, roles=(), label=None, attribution=None, passage=PassageRole.BODY, **more):
    """An assertion over a whole text, or over `quote` in it."""
    span = words(text, more.pop("quote", text))
    act = attribution.cue.act if attribution is not None else Act.SAY
    stance = more.pop("stance", Stance.SUPPORT)
    refers_to = more.pop("refers_to", ())
    commitments = more.pop("commitments", ())
    proposition = Proposition(family=kind.partition(".")[0], type=kind, roles=tuple(roles), **more)
    seed = f"{text}|{span}|{proposition}|{attribution}|{passage}|{label}|{stance}"
    return Assertion(
        id="a:" + hashlib.sha256(seed.encode()).hexdigest()[:24],
        span=span,
        passage=passage,
        sentence=span,
        label=label or (Label.ATTRIBUTED if attribution is not None else Label.ASSERTED),
        label_rule=14,
        act=act,
        stance=stance,
        attribution=attribution,
        commitments=commitments,
        proposition=proposition,
        refers_to=refers_to,
    )


def extraction(at, *assertions, **more):
    """What was found in an article; ids are made of the article too, as real ones are."""
    fresh = {one.id: "a:" + hashlib.sha256((at.id + one.id).encode()).hexdigest()[:24] for one in assertions}
    made = tuple(_renamed(one, fresh) for one in assertions)
    passages = (Passage(role=PassageRole.BODY, span=Span(0, len(at.text))),)
    return Extraction(article=at, passages=passages, assertions=made, **more)


def _renamed(one, fresh):
    from dataclasses import replace

    return replace(one, id=fresh[one.id], refers_to=tuple(fresh.get(x, x) for x in one.refers_to))
