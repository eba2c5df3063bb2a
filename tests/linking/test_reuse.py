"""Copied text, word for word and in translation."""

from ouidire.linking import copies
from ouidire.model import CopyKind, Span
from tests.linking import building as b

STORY = (
    "The ferry Alda ran aground off Cape Morrow on Tuesday evening with 214 passengers on board. "
    "Two tugs from Port Ilsen reached her before midnight and held her against the swell. "
    "The harbour master said that nobody had been hurt and that the hull had not been breached. "
    "An inquiry will look at the buoy that fishermen say has been dark since the winter storms."
)
OTHER = (
    "Council leaders in Port Ilsen met on Wednesday to discuss the budget for the coming year. "
    "They agreed to put off a decision on the new library until the autumn session begins."
)


def item(text, outlet, day="2031-05-04", **more):
    """An article with nothing found in it."""
    return b.extraction(b.article(text, outlet=outlet, day=day, **more))


def test_copied_sentences_are_found_and_aligned():
    """The older is the original; each pair of stretches says the same words."""
    first, second = item(STORY, "The Quay"), item("Ship aground. " + STORY, "Radio Gull", "2031-05-05")
    (made,) = copies([second, first])

    assert (made.from_, made.to) == (first.article.id, second.article.id)
    assert (made.kind, made.declared, made.ordered) == (CopyKind.VERBATIM, False, True)
    for pair in made.evidence:
        assert pair.from_.of(first.article.text) == pair.to.of(second.article.text)


def test_unlike_articles_are_no_copies():
    """Names in common are not text in common."""
    assert copies([item(STORY, "The Quay"), item(OTHER, "Radio Gull")]) == ()


def test_a_shared_quotation_is_no_copy():
    """Two reporters may quote one speech."""
    speech = "“We have counted every passenger twice, we have searched every deck, and we can say tonight that nobody is missing.”"
    left = item(f"The harbour master spoke to reporters at the pier. {speech}", "The Quay")
    right = item(f"{speech} Those words ended a long night for families in the town hall.", "Radio Gull")

    assert copies([left, right]) == ()


def test_direction_is_not_invented():
    """Without dates nobody is called the original."""
    (made,) = copies([item(STORY, "The Quay", None), item(STORY, "Radio Gull", None)])

    assert not made.ordered


def test_a_credit_declares_the_copy():
    """The taker names the outlet in its last line."""
    (made,) = copies([item(STORY, "The Quay"), item(STORY + "\n(The Quay)", "Radio Gull", "2031-05-05")])

    assert made.declared


def test_a_later_version_of_one_page_is_no_copy():
    """One outlet may repeat itself."""
    assert copies([item(STORY, "The Quay"), item(STORY, "The Quay", "2031-05-05")]) == ()


FRENCH = (
    "Le ferry Alda s'est échoué mardi soir près de Morrow avec 214 passagers à bord. "
    "À 23 heures, 2 remorqueurs venus d'Ilsen avaient atteint le Alda. "
    "Selon Piet Lammers, capitaine du port d'Ilsen, la coque n'a pas cédé. "
    "Le 12 mars, la bouée 7 de Morrow s'était éteinte. "
    "Une enquête du bureau Vesta dira en 2032 si la bouée 7 était en cause. "
    "Le Alda avait été construit en 1998 à Gdynia."
)
ENGLISH = (
    "The ferry Alda ran aground near Morrow on Tuesday evening with 214 passengers aboard. "
    "By 23:00, 2 tugs from Ilsen had reached the Alda. "
    "According to Piet Lammers, who runs the port of Ilsen, the hull held. "
    "Buoy 7 off Morrow had gone dark on 12 March. "
    "An inquiry by the Vesta bureau will say in 2032 whether buoy 7 was to blame. "
    "The Alda was built in Gdynia in 1998."
)
OWN_REPORT = (
    "Families waited in the town hall of Ilsen until morning. "
    "The 1998 ship Alda had already been towed twice this year, Piet Lammers said. "
    "The Vesta bureau opened an inquiry. "
    "Among the 214 passengers were two school classes from Gdynia on a trip to the islands. "
    "The mayor promised hot meals. "
    "Fishermen blame buoy 7."
)


def test_translation_is_found_by_its_details_in_order():
    """Numbers and names in the same order through most of the article."""
    first = b.extraction(b.article(FRENCH, outlet="Le Môle", language="fr"))
    second = b.extraction(b.article(ENGLISH, outlet="The Quay", day="2031-05-05"))
    (made,) = copies([first, second])

    assert (made.kind, made.from_) == (CopyKind.TRANSLATED, first.article.id)
    assert len(made.evidence) >= 5


def test_two_reports_of_one_event_are_no_translation():
    """The same facts in another order, by somebody who was there."""
    first = b.extraction(b.article(FRENCH, outlet="Le Môle", language="fr"))
    second = b.extraction(b.article(OWN_REPORT, outlet="The Quay", day="2031-05-05"))

    assert copies([first, second]) == ()


def test_odd_texts_do_no_harm():
    """Empty, NUL, an unclosed quotation mark, one endless line."""
    odd = ["x", "\0" * 50, "“ " + "word " * 5000, "«" * 3000, "…" * 3000]
    made = copies([item(t, f"outlet {n}") for n, t in enumerate(odd)])

    assert all(isinstance(p.to, Span) for c in made for p in c.evidence)
