"""Short names of one speaker, inside an article and across a storyline."""

import pytest

from ouidire.model import Source, SourceKind
from tests.assessment.test_origins import claim, told
from tests.linking import building as b

TEXT = "In Ilsen 7 people were killed, {} said."


def spoken(outlet, words, name=None, *, day="2031-05-04"):
    """An article whose source is named by these words."""
    text = TEXT.format(words)
    who = Source(kind=SourceKind.PERSON, anonymity=0, name=name or words, spans=(b.words(text, words),))
    return told(outlet, who, text=text, day=day)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("Governor Ada Ruiz", "Ada Ruiz"), ("Governor Ruiz", "Ruiz"), [1, 1]),
        (("Governor Ada Ruiz", "Ada Ruiz"), ("Ruiz", "Ruiz"), [1, 2]),  # perhaps another: not surely two
        (("Governor Ada Ruiz", "Ada Ruiz"), ("Colonel Ruiz", "Ruiz"), [1, 2]),
        (("Governor Ada Ruiz", "Ada Ruiz"), ("Doctor Bo Lind", "Bo Lind"), [2, 2]),
        (("Governor Ada Ruiz", "Ada Ruiz"), ("Governor Ada Ruiz", "Ada Ruiz"), [1, 1]),
    ],
)
def test_a_surname_across_articles(first, second, expected):
    """One origin where the office is the same; else not surely another."""
    made = claim(spoken("A", *first), spoken("B", *second))

    assert [made.origins.lo, made.origins.hi] == expected


def test_two_bearers_of_a_surname_are_left_apart():
    """Which Ruiz is meant cannot be told."""
    made = claim(
        spoken("A", "Governor Ada Ruiz", "Ada Ruiz"),
        spoken("B", "Governor Eva Ruiz", "Eva Ruiz"),
        spoken("C", "Governor Ruiz", "Ruiz"),
    )

    assert [made.origins.lo, made.origins.hi] == [2, 3]


def test_a_short_name_inside_an_article():
    """*The ministry* after the defence ministry is the defence ministry."""
    long, short = (spoken("A", w, w) for w in ("the defence ministry", "the ministry"))
    text = f"{long.article.text} {short.article.text}"
    sources = [
        Source(kind=SourceKind.ORGANISATION, anonymity=1, name=w, spans=(b.words(text, w),))
        for w in ("the defence ministry", "the ministry")
    ]
    ones = [x for s in sources for x in told("A", s, text=text).assertions]
    made = claim(b.extraction(b.article(text, outlet="A"), *ones))

    assert [made.origins.lo, made.origins.hi] == [1, 1]
