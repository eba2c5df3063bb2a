"""A small dossier built by hand, so that pages can be tested without a language model."""

from __future__ import annotations

from datetime import UTC, datetime

from ouidire.model import (
    Act,
    AlignedPair,
    Article,
    Assertion,
    Attribution,
    Claim,
    ClaimRelation,
    Commitment,
    Contest,
    Copy,
    CopyKind,
    Cue,
    Direction,
    Dossier,
    Drift,
    Evidence,
    Extraction,
    Factuality,
    HopRole,
    Label,
    Occurrence,
    OriginCount,
    Passage,
    PassageRole,
    Proposition,
    Relation,
    Relay,
    Source,
    SourceKind,
    Span,
    Status,
    StatusChange,
    Support,
)

BODY = "Selon le maire, trois ponts ont été détruits."
TAKEAWAY = "Trois ponts ont été détruits."


def at(text: str, words: str) -> Span:
    """Return the span of words in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def article(ref: str, outlet: str, title: str = "Ponts", url: str | None = None) -> Article:
    """An article whose takeaway is stronger than its body."""
    text = f"{title}\n{TAKEAWAY}\n{BODY}\nSuivez-nous"
    return Article(
        id=f"sha256:{ref * 64}"[:71],
        ref=ref,
        url=url,
        outlet=outlet,
        language="fr",
        title=title,
        published_at=datetime(2026, 3, 12 + int(ref), tzinfo=UTC),
        text=text,
    )


def extraction(item: Article) -> Extraction:
    """Takeaway in the outlet's own voice, body under a frame."""
    text = item.text
    roles = (PassageRole.HEADLINE, PassageRole.TAKEAWAY, PassageRole.BODY, PassageRole.BOILERPLATE)
    passages, start = [], 0
    for role, line in zip(roles, text.split("\n"), strict=True):
        passages.append(Passage(role=role, span=Span(start, start + len(line))))
        start += len(line) + 1
    proposition = Proposition(family="damage", type="damage.destroy")
    flat = Assertion(
        id=f"a:{item.ref}0",
        span=at(text, TAKEAWAY[:-1]),
        passage=PassageRole.TAKEAWAY,
        sentence=at(text, TAKEAWAY),
        label=Label.ASSERTED,
        label_rule=14,
        proposition=proposition,
    )
    source = Source(kind=SourceKind.ROLE, anonymity=1, spans=(at(text, "le maire"),))
    told = Assertion(
        id=f"a:{item.ref}1",
        span=at(text, BODY[16:-1]),
        passage=PassageRole.BODY,
        sentence=at(text, BODY),
        label=Label.ATTRIBUTED,
        label_rule=12,
        proposition=proposition,
        attribution=Attribution(
            cue=Cue(span=at(text, "Selon"), lemma="selon", act=Act.SAY),
            content=(at(text, BODY[16:-1]),),
            chain=(Relay(role=HopRole.ORIGIN, source=source),),
        ),
        commitments=(Commitment(holder="author", factuality=Factuality.UNKNOWN),),
    )
    drift = Drift(
        from_=told.id,
        to=flat.id,
        dimension="source_dropped",
        direction=Direction.STRONGER,
        words=(at(text, "Trois ponts"),),
    )
    return Extraction(article=item, passages=tuple(passages), assertions=(flat, told), drifts=(drift,))


def occurrences(first: Extraction, second: Extraction) -> tuple[Occurrence, ...]:
    """Every assertion of both; those of the second are echoes."""
    return tuple(
        Occurrence(
            id=a.id,
            article=x.article.id,
            ref=x.article.ref,
            quote=a.span.of(x.article.text),
            label=a.label,
            echo_of=None if x is first else "a:11",
        )
        for x in (first, second)
        for a in x.assertions
    )


def claim_over(first: Extraction, second: Extraction) -> Claim:
    """One claim over both articles, the second an undeclared copy of the first."""
    copy = Copy(
        from_=first.article.id,
        to=second.article.id,
        declared=False,
        kind=CopyKind.VERBATIM,
        evidence=(AlignedPair(from_=Span(0, 4), to=Span(0, 4)),),
    )
    return Claim(
        id="c:1",
        gloss=BODY[16:-1],
        label=Label.ATTRIBUTED,
        family="damage",
        as_of="2026-03-14",
        origins=OriginCount(lo=1, hi=1, roots=("le maire",)),
        channels=1,
        sides=0,
        bottleneck=(first.article.outlet,),
        status=Status(support=Support.ATTRIBUTED, contest=Contest.DISPUTED),
        timeline=(
            StatusChange(
                date="2026-03-13", support=Support.ATTRIBUTED, contest=Contest.NONE, rule=2, assertion="a:11"
            ),
            StatusChange(
                date="2026-03-14",
                support=Support.ATTRIBUTED,
                contest=Contest.DISPUTED,
                rule=7,
                assertion="a:21",
            ),
        ),
        assertions=occurrences(first, second),
        relations=(ClaimRelation(claim="c:1", relation=Relation.CONTRADICTS, rows=(5,)),),
        drifts=first.drifts,
        copies=(copy,),
        evidence=(
            Evidence(
                of="status",
                rule="R2/1",
                says="At least one identifiable source says this.",
                rests_on=("a:11",),
            ),
        ),
    )


def dossier(
    title: str = "Ponts", outlets: tuple[str, str] = ("Le Nord", "Le Sud"), url: str | None = None
) -> Dossier:
    """Two articles, the second a copy of the first; one claim, one that contradicts it."""
    first, second = (extraction(article(str(n + 1), o, title, url)) for n, o in enumerate(outlets))
    return Dossier(
        title=title, as_of="2026-03-14", claims=(claim_over(first, second),), extractions=(first, second)
    )
