"""Invented stories as extractions, without a parser: each in its own town, told by several outlets.

Story after story is shifted in time and renamed, so that a ledger of any size has stories of one
sort, and only neighbours in time and name have to do with each other.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from ouidire.model import (
    Act,
    Article,
    Assertion,
    Attribution,
    Commitment,
    Cue,
    Extraction,
    Factuality,
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
)

__all__ = ["PER_ARTICLE", "Story", "stories", "told"]

START = date(2031, 1, 1)
OUTLETS = ("The Quay", "Radio Gull", "Le Rivage", "Harbour Post", "La Digue", "Evening Tide")
# Assertions in an article.
PER_ARTICLE = 9
_CONSONANTS = "bdfgklmnprstvz"
_VOWELS = "aeiou"
# {p} the town, {s} who says so, {n} and {w} numbers, {q} the neighbour; family, type, predicate, what is counted.
_SENTENCES = {
    "en": (
        ("{s} said {n} people were killed in {p}.", "casualty.killed", "kill", "{n} people"),
        ("{s} said {w} people were wounded in {p}.", "casualty.wounded", "wound", "{w} people"),
        ("An explosion destroyed the {p} bridge.", "damage.destroy", "destroy", ""),
        ("Troops from {q} are stationed in {p}.", "military.presence", "station", ""),
        ("Police closed the road to {p} in the afternoon.", "other", "close", ""),
        ("Residents of {p} left their houses before midnight.", "other", "leave", ""),
        ("The hospital of {p} asked for blood from {q}.", "other", "ask", ""),
        ("Schools in {p} will stay shut for {w} days.", "other", "stay", ""),
        ("A ferry brought water to {p} from {q} in the morning.", "other", "bring", ""),
    ),
    "fr": (
        ("{s} a déclaré que {n} personnes avaient été tuées à {p}.", "casualty.killed", "tuer", "{n} personnes"),
        ("{s} a déclaré que {w} personnes avaient été blessées à {p}.", "casualty.wounded", "blesser", "{w} personnes"),
        ("Une explosion a détruit le pont de {p}.", "damage.destroy", "détruire", ""),
        ("Des soldats de {q} sont stationnés à {p}.", "military.presence", "stationner", ""),
        ("La police a fermé la route de {p} dans l’après-midi.", "other", "fermer", ""),
        ("Des habitants de {p} ont quitté leurs maisons avant minuit.", "other", "quitter", ""),
        ("L’hôpital de {p} a demandé du sang à {q}.", "other", "demander", ""),
        ("Les écoles de {p} resteront fermées pendant {w} jours.", "other", "rester", ""),
        ("Un ferry a apporté à {p} de l’eau de {q} dans la matinée.", "other", "apporter", ""),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Story:
    """A course of events in a town."""

    number: int
    day: date
    names: dict[str, str] = field(default_factory=dict)


def stories(many: int, *, each: int = 4, seed: int = 20261128) -> Iterator[Story]:
    """Yield `many` stories, `each` of them on a day."""
    for number in range(many):
        draw = random.Random(seed * 1_000_003 + number)
        names = {
            "p": _name(number),
            "q": _name(number + 7_000_000),
            "s": f"{_name(number + 3_000_000)} {_name(number + 5_000_000)}",
            "n": str(draw.randint(3, 90)),
            "w": str(draw.randint(3, 90)),
        }
        yield Story(number, START + timedelta(days=number // each), names)


def _name(number: int) -> str:
    mixed = int.from_bytes(hashlib.blake2b(str(number).encode(), digest_size=6).digest(), "big")
    letters = []
    for n in range(7):
        of = _VOWELS if n % 2 else _CONSONANTS
        mixed, digit = divmod(mixed, len(of))
        letters.append(of[digit])
    return "".join(letters).capitalize()


def told(story: Story, *, articles: int = 5) -> tuple[Extraction, ...]:
    """Return a story's articles: some tell it in their own order, one copies, one translates, one follows up."""
    draw = random.Random(story.number)
    out = []
    orders = [draw.sample(range(PER_ARTICLE), PER_ARTICLE) for _ in range(articles)]
    for n in range(articles):
        language = "fr" if n % 3 == 2 else "en"
        order = orders[0 if n in {1, 2} else n]  # the second copies the first, the third translates it
        numbers = story.names | ({"n": str(int(story.names["n"]) + 1)} if n == articles - 1 else {})
        day = story.day + timedelta(days=0 if n < 2 else n - 1)
        outlet = OUTLETS[(story.number + n) % len(OUTLETS)]
        out.append(_article(f"{story.number}-{n}", day, (language, outlet), order, numbers))
    return tuple(out)


def _article(
    ref: str, day: date, printed: tuple[str, str], order: list[int], names: dict[str, str]
) -> Extraction:
    language, outlet = printed
    sentences = [_SENTENCES[language][k][0].format(**names) for k in order]
    title = f"{names['p']} {ref.partition('-')[2]}"
    text = "\n".join([title, " ".join(sentences)])
    body = hashlib.sha256(f"{outlet}|{ref}|{text}".encode()).hexdigest()
    article = Article(
        id=f"sha256:{body}",
        ref=ref,
        url=f"https://{outlet.replace(' ', '').lower()}.example/{ref}",
        outlet=outlet,
        language=language,
        title=title,
        published_at=datetime(day.year, day.month, day.day, tzinfo=UTC),
        text=text,
        capture=f"sha256:{body}",
    )
    at = len(title) + 1
    made = []
    for k, sentence in zip(order, sentences, strict=True):
        made.append(_assertion(article, Span(at, at + len(sentence)), _SENTENCES[language][k], names))
        at += len(sentence) + 1
    passages = (
        Passage(role=PassageRole.HEADLINE, span=Span(0, len(title))),
        Passage(role=PassageRole.LEDE, span=Span(len(title) + 1, len(text))),
    )
    return Extraction(article=article, passages=passages, assertions=tuple(made))


def _assertion(
    article: Article, sentence: Span, row: tuple[str, str, str, str], names: dict[str, str]
) -> Assertion:
    pattern, kind, predicate, counted = row
    text = article.text

    def where(words: str) -> Span:
        start = text.index(words, sentence.start)
        return Span(start, start + len(words))

    speaker = names["s"]
    attribution = _attribution(where(speaker), speaker, sentence) if "{s}" in pattern else None
    roles, quantity = [], None
    if counted:
        span = where(counted.format(**names))
        number = float(counted.format(**names).split()[0])
        quantity = Quantity(span=span, of="people", n=number, lo=number, hi=number, cumulative=True)
        roles.append(Role(role="target", span=span, reading="group", head="people"))
    elif "{q}" in pattern:
        roles.append(
            Role(
                role="agent",
                span=where(names["q"]),
                referent=f"ref:{names['q'].lower()}",
                reading="organisation",
            )
        )
    place = Place(span=where(names["p"]), referent=f"place:{names['p'].lower()}")
    key = f"{article.id}|{sentence.start}|{kind}"
    return Assertion(
        id="a:" + hashlib.sha256(key.encode()).hexdigest()[:24],
        span=Span(sentence.start, sentence.end - 1),
        passage=PassageRole.LEDE,
        sentence=sentence,
        label=Label.ATTRIBUTED if attribution is not None else Label.ASSERTED,
        label_rule=12 if attribution is not None else 14,
        attribution=attribution,
        commitments=(Commitment(holder="author", factuality=Factuality.CERTAIN),),
        proposition=Proposition(
            family=kind.partition(".")[0],
            type=kind,
            predicate=predicate,
            roles=tuple(roles),
            place=place,
            quantity=quantity,
        ),
    )


def _attribution(span: Span, name: str, content: Span) -> Attribution:
    source = Source(
        kind=SourceKind.PERSON, anonymity=0, name=name, referent=f"ref:{name.lower()}", spans=(span,)
    )
    cue = Cue(span=Span(span.end + 1, span.end + 5), lemma="say", act=Act.SAY, polarity="+")
    return Attribution(
        cue=cue, content=(content,), chain=(Relay(role=HopRole.ORIGIN, source=source, cue=cue),)
    )
