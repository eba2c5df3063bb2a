"""The same words are the same claim: in copies, in translated copies, and in long sentences."""

import pytest

from ouidire.linking import copies, link
from ouidire.model import AlignedPair as Pair
from ouidire.model import Copy, CopyKind, Relation, Span
from tests.linking import building as b

LONG = "Rescue teams in Ilsen searched the flooded market hall for survivors until early evening."
FITS_ALL = "Investigators have opened an inquiry into the cause of the fire, which remains unknown."
SHORT = "He declined to answer."


def other(text, outlet, *, day="2031-05-04", predicate="search", **more):
    """An article of one sentence, of which extraction understood a verb only."""
    one = b.assertion(text, "other", predicate=predicate, **more)
    return b.extraction(b.article(text, outlet=outlet, day=day), one)


def relation(left, right, **more):
    """How the only assertions of two articles are linked."""
    found = link([left, right], **more)
    return found[0].relation if found else Relation.UNRELATED


@pytest.mark.parametrize(
    ("one", "another", "day", "expected"),
    [
        (LONG, LONG, "2031-05-05", True),
        (LONG, LONG, "2031-06-05", False),  # the like may happen again
        (LONG, LONG.replace("Ilsen", "Novska"), "2031-05-05", False),
        (FITS_ALL, FITS_ALL, "2031-05-05", False),  # names nothing: it fits every fire
        (SHORT, SHORT, "2031-05-05", False),
    ],
)
def test_a_long_sentence_word_for_word(one, another, day, expected):
    """Outside copies the wording must be long, name something, and be of one time."""
    assert (relation(other(one, "A"), other(another, "B", day=day)) is Relation.SAME) == expected


def test_numbers_tell_template_sentences_apart():
    """One form filled in twice is two claims."""
    form = "Air defence units in Ilsen province intercepted {} drones overnight, the regional governor wrote."
    assert relation(other(form.format(14), "A"), other(form.format(17), "B")) is not Relation.SAME


def taken(a, c, kind=CopyKind.VERBATIM):
    """A copy of which the whole texts are one aligned pair."""
    spans = [Span(0, len(x.article.text)) for x in (a, c)]
    return Copy(
        from_=a.article.id,
        to=c.article.id,
        declared=False,
        kind=kind,
        evidence=(Pair(from_=spans[0], to=spans[1]),),
    )


def test_short_sentences_are_one_in_a_copy():
    """What means nothing alone is the same words in a copy."""
    a, c = other(SHORT, "A"), other(SHORT, "B")

    assert relation(a, c) is not Relation.SAME
    assert relation(a, c, copied=[taken(a, c)]) is Relation.SAME


def test_a_copy_with_another_number_is_not_the_same():
    """Whoever changes the number says something else, copied or not."""
    texts = [f"In Ilsen {n} people were killed." for n in (7, 9)]
    a, c = (
        b.extraction(
            b.article(text, outlet=outlet),
            b.assertion(
                text,
                "casualty.killed",
                quantity=b.many(text, text[9:17], n, "people"),
                place=b.place(text, "Ilsen"),
            ),
        )
        for text, outlet, n in zip(texts, "AB", (7, 9), strict=True)
    )

    assert relation(a, c, copied=[taken(a, c)]) is not Relation.SAME


def test_what_no_lexicon_names_meets_in_a_translated_copy():
    """Predicates outside the known families have nothing else in common across languages."""
    a = other("The ferry drifted towards the weir.", "A", predicate="drift")
    text = "Le bac a dérivé vers le barrage."
    c = b.extraction(
        b.article(text, outlet="B", language="fr"), b.assertion(text, "other", predicate="dériver")
    )

    assert relation(a, c) is Relation.UNRELATED
    assert relation(a, c, copied=[taken(a, c, CopyKind.TRANSLATED)]) is Relation.SAME


def test_a_denial_is_no_translation_of_what_it_denies():
    """Polarity is told in every language."""
    a = other("The ferry drifted towards the weir.", "A", predicate="drift")
    text = "Le bac n'a pas dérivé vers le barrage."
    c = b.extraction(
        b.article(text, outlet="B", language="fr"),
        b.assertion(text, "other", predicate="dériver", polarity="-"),
    )

    assert relation(a, c, copied=[taken(a, c, CopyKind.TRANSLATED)]) is not Relation.SAME


def test_copies_found_in_text_are_used():
    """The detector's own alignment, from text to link."""
    body = f"{LONG} The mayor said the hall would stay shut until the insurers had been there. {SHORT}"
    spans = [LONG, SHORT]
    a, c = (
        b.extraction(
            b.article(body, outlet=outlet),
            *(b.assertion(body, "other", quote=q, predicate="x") for q in spans),
        )
        for outlet in "AB"
    )
    found = link([a, c], copied=copies([a, c]))

    assert sum(made.relation is Relation.SAME for made in found) == len(spans)
