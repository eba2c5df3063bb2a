"""Every message of the interface has words in every language, with the same gaps; dates and numbers follow."""

import re

import pytest
from tools import catalogues

from ouidire.assessment import evidence
from ouidire.model import Contest, Evidence, Label, Status, Support
from ouidire.presentation import reasons, words
from ouidire.presentation.messages import (
    LANGUAGES,
    SOURCE,
    catalogue,
    day_words,
    language_name,
    number,
    plural,
    read_in,
    say,
)
from ouidire.presentation.retelling import retold

OTHERS = [tag for tag in LANGUAGES if tag != SOURCE]
GAP = re.compile(r"%\(\w+\)s")


@pytest.fixture(scope="module")
def messages():
    """All there are: those with one form, and those with a plural."""
    return catalogues.messages()


def test_there_is_more_than_one_language():
    """English from the code, French from a catalogue."""
    assert LANGUAGES == (SOURCE, "fr")


@pytest.mark.parametrize("tag", OTHERS)
def test_every_message_has_words_in_every_language(tag, messages):
    """None is missing, none is left over; run ``python tools/catalogues.py`` where this fails."""
    single, pairs = messages
    known = catalogue(tag).words
    assert single | {one for one, _ in pairs} == known.keys()
    assert len(single) > 400
    for one, _ in pairs:
        assert isinstance(known[one], tuple), one
        assert all(known[one])


@pytest.mark.parametrize("tag", OTHERS)
def test_gaps_are_the_same(tag, messages):
    """A message and its words in another language take the same values."""
    single, pairs = messages
    known = catalogue(tag).words
    for message in single:
        assert sorted(GAP.findall(message)) == sorted(GAP.findall(known[message])), message
    for one, _ in pairs:
        assert all(GAP.findall(form) == ["%(n)s"] for form in known[one])


@pytest.mark.parametrize("tag", OTHERS)
def test_catalogue_is_as_the_tool_writes_it(tag):
    """Sorted, without dates, so that a change shows as one."""
    _, body = catalogues.renewed(tag)
    assert (catalogues.FOLDER / f"{tag}.po").read_bytes() == body


def test_words_follow_the_language_that_is_read():
    """Plain words for commands and files; a page has its own, and leaves nothing behind."""
    status = Status(support=Support.ADMITTED, contest=Contest.DISPUTED)
    plain = words.LABEL[Label.HEDGED_REPORTED], words.status(status)
    with read_in("fr"):
        assert words.LABEL[Label.HEDGED_REPORTED] == "ouï-dire"
        assert words.status(status) == "reconnu contre son intérêt ; contesté"
        with read_in(""):
            assert words.status(status) == plain[1]
    assert (words.LABEL[Label.HEDGED_REPORTED], words.status(status)) == plain


@pytest.mark.parametrize(
    ("tag", "n", "says"),
    [("fr", 0, "0 article"), ("fr", 1, "1 article"), ("fr", 2, "2 articles"), ("fr", 12345, "12\u202f345 articles"),
     ("en", 0, "0 articles"), ("en", 1, "1 article"), ("en", 12345, "12,345 articles"), ("", 12345, "12345 articles")],
)  # fmt: skip
def test_numbers_and_plurals(tag, n, says):
    """Nought is singular in French; digits are grouped as the language does."""
    with read_in(tag):
        assert words.count(n, "article") == says
        assert plural("%(n)s article", "%(n)s articles", n) == says
        assert number(n) in says


@pytest.mark.parametrize(
    ("iso", "en", "fr"),
    [
        ("2026-03-12", "12 Mar 2026", "12 mars 2026"),
        ("2026-03", "Mar 2026", "mars 2026"),
        ("2026", "2026", "2026"),
        ("", "", ""),
        ("PXM", "PXM", "PXM"),
        ("2026-02-31", "2026-02-31", "2026-02-31"),
    ],
)
def test_dates(iso, en, fr):
    """As the language writes them, no more exact than they are; what is none stays as it is."""
    assert day_words(iso) == iso
    for tag, says in (("en", en), ("fr", fr)):
        with read_in(tag):
            assert day_words(iso) == says


def test_languages_have_names():
    """In the language that is read; what nobody knows is shown as it is."""
    with read_in("fr"):
        assert language_name("en") == "anglais"
        assert language_name("zz-nothing") == "zz-nothing"


def test_reasons_are_told_in_the_language():
    """Every sentence of the rules of status, and of labels, has its words; what fits none is not guessed at."""
    says = [sentence.format(who="Ida Brask", day="2026-03-12") for sentence in evidence.RULES.values()]
    says += [evidence.WITHDRAWN, evidence.GIVEN_UP, "identifiable origins: A, B; every route passes C"]
    with read_in("fr"):
        for sentence in says:
            item = Evidence(of="status", rule="R1/1", says=f"2026-03-12: {sentence}", rests_on=())
            told = retold(item)
            assert told.startswith("12 mars 2026: "), sentence
            assert sentence not in told
            assert "Brask" in told or "Brask" not in sentence
        assert retold(Evidence(of="status", rule="R1/1", says="something else", rests_on=())) == ""
        assert say("no such message at all") == "no such message at all"
    plain = Evidence(of="status", rule="R1/1", says="undated: something else", rests_on=())
    assert retold(plain) == plain.says


def test_rows_of_the_label_table_are_told(story_ledger):
    """Why a label is what it is, with the words that decided it."""
    snapshot = story_ledger.snapshot()
    one, item = next(
        (a, x) for x in snapshot.whole.extractions for a in x.assertions if a.label is Label.DENIED
    )
    with read_in("fr"):
        assert "dément" in reasons.of_label(one, item.article.text).says
