"""Versions of one page: what counts once, what was removed, what the publisher withdrew."""

from dataclasses import replace

import pytest

from ouidire import languages
from ouidire.assessment import assess
from ouidire.assessment.revision import notices, page_of, revised
from ouidire.assessment.revision.notices import NoticeEntry, withdrawal
from ouidire.gazetteer import World
from ouidire.lexicon import load_entries
from ouidire.linking import cluster, copies, link
from ouidire.model import Contest, Label, RevisionKind, Support
from tests.linking import building as b

URL = "https://quay.example/dam"
MAYOR = b.source("mayor")


def page(n, *, day="2031-05-04", url=URL, outlet="The Quay", by=MAYOR, **more):
    """A version that gives a toll."""
    text = f"In Ilsen {n} people were killed. {more.pop('also', '')}".strip()
    told = b.assertion(
        text,
        "casualty.killed",
        quote=f"In Ilsen {n} people were killed",
        roles=[b.role(text, "target", f"{n} people", head="people")],
        place=b.place(text, "Ilsen", "x:ilsen"),
        quantity=b.many(text, f"{n} people", n, "people"),
        attribution=b.through(by) if by else None,
        **more,
    )
    return b.extraction(b.article(text, outlet=outlet, day=day, url=url), told)


def notice(*, day="2031-05-06", text="This article has been withdrawn by the editors."):
    """A version that says no more than that."""
    told = b.assertion(text, "other", predicate="withdraw")
    return b.extraction(b.article(text, outlet="The Quay", day=day, url=URL), told)


def claims(*items):
    """The claims about tolls."""
    links = link(items)
    ids = [a.id for x in items for a in x.assertions]
    made = assess(items, links, cluster(ids, links), copies(items), World())
    return [c for c in made if c.family == "casualty"]


def states(claim):
    return sorted(o.version.value for o in claim.assertions)


def test_two_versions_are_one_telling():
    """The newer counts, the older is neither a second origin nor an echo."""
    (claim,) = claims(page(7), page(7, day="2031-05-05", also="It rained."))

    assert (claim.origins.lo, claim.origins.hi, claim.channels) == (1, 1, 1)
    assert states(claim) == ["current", "replaced"]
    assert [o.echo_of for o in claim.assertions] == [None, None]


def test_another_source_in_the_newer_version_stands_alone():
    """Who the older version cited does not count beside whom the newer one cites."""
    older, newer = page(7), page(7, day="2031-05-05", by=b.source("prefect"), also="It rained.")
    (claim,) = claims(older, newer)

    assert claim.origins.roots == ("prefect",)


def test_of_two_outlets_nothing_changes():
    """Another page is another page."""
    (claim,) = claims(page(7), page(7, day="2031-05-05", url="https://gull.example/dam", outlet="Radio Gull"))

    assert states(claim) == ["current", "current"]


def test_what_a_newer_version_no_longer_tells_is_shown_and_not_retracted():
    """Silence takes nothing back."""
    quiet = notice(text="The harbour was calm on Tuesday.")
    (claim,) = claims(page(7), quiet)

    assert states(claim) == ["removed"]
    assert (claim.status.support, claim.status.contest) == (Support.ATTRIBUTED, Contest.NONE)


def test_a_withdrawn_page_supports_nothing_from_its_notice_on():
    """R9: what it told is cut on the day of the notice, with whoever copied it."""
    (claim,) = claims(page(7), notice())

    assert states(claim) == ["withdrawn"]
    assert (claim.origins.lo, claim.origins.hi) == (0, 0)
    assert [(s.date, s.support, s.contest, s.rule) for s in claim.timeline] == [
        ("2031-05-04", Support.ATTRIBUTED, Contest.NONE, 2),
        ("2031-05-06", Support.NONE, Contest.RETRACTED, 9),
    ]


def test_another_outlet_that_told_it_keeps_it():
    """A withdrawal cuts its own page only."""
    other = page(7, url="https://gull.example/dam", outlet="Radio Gull", by=b.source("prefect"))
    (claim,) = claims(page(7), other, notice())

    assert claim.status.support is Support.ATTRIBUTED
    assert claim.origins.roots == ("prefect",)


def test_undated_versions_are_in_no_order():
    """Where dates do not tell, neither is replaced, and the outlet still counts once."""
    (claim,) = claims(page(7, day=None), page(7, day=None, also="It rained."))

    assert states(claim) == ["current", "current"]
    assert (claim.origins.lo, claim.origins.hi) == (1, 1)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("https://www.quay.example/dam/", "http://quay.example/dam#top", True),
        ("https://quay.example/dam", "https://quay.example/dam?page=2", False),
        ("https://quay.example/dam", "https://gull.example/dam", False),
    ],
)
def test_urls_of_one_page(left, right, same):
    """Scheme, *www* and fragment do not matter; the query does."""
    one, other = (page_of(page(7, url=u).article) for u in (left, right))

    assert (one == other) is same


def test_a_file_is_a_page_where_its_outlet_is_known():
    """Bare text from standard input is none."""
    article = page(7, url=None).article

    assert page_of(replace(article, ref="news/dam.md")) is not None
    assert page_of(replace(article, ref="-")) is None
    assert page_of(replace(article, ref="news/dam.md", outlet=None)) is None


def changed(before, after):
    return [(r.kind, r.silent) for r in revised(before, after, link([before, after]))]


def test_a_number_changed_in_silence():
    """Another toll is an alteration; the version does not say so."""
    assert changed(page(7), page(9, day="2031-05-05")) == [(RevisionKind.ALTERED, True)]


def test_a_correction_is_not_silent():
    """A note anywhere in the newer version."""
    after = page(9, day="2031-05-05", also="An earlier version of this article gave another number.")

    assert changed(page(7), after) == [(RevisionKind.ALTERED, False)]


def test_a_hedge_is_softer():
    """The same toll, hedged; and the reverse."""
    plain, hedged = page(7, by=None), page(7, day="2031-05-05", by=None, label=Label.HEDGED_REPORTED)

    assert changed(plain, hedged) == [(RevisionKind.SOFTENED, True)]
    assert changed(hedged, plain) == [(RevisionKind.STRENGTHENED, True)]


def test_what_is_gone_and_what_is_new():
    """Order of the older text first, then what is new."""
    after = notice(text="The harbour was calm on Tuesday.")

    assert changed(page(7), after) == [(RevisionKind.REMOVED, True), (RevisionKind.ADDED, True)]


def test_nothing_changed():
    """The same words are no revision."""
    assert changed(page(7), page(7, day="2031-05-05", also="It rained.")) == []


def test_notices_are_found_in_both_languages():
    """Plain phrases; a page that tells of another's withdrawal withdraws nothing."""
    assert withdrawal("Cet article a été retiré par la rédaction.", "fr") is not None
    assert withdrawal("The minister has withdrawn his accusation.", "en") is None
    assert notices(notice()) is not None
    assert notices(page(7)) is None


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_notice_is_found_in_its_examples(code):
    """The entries of the lexicon."""
    entries = load_entries(languages.load(code).resources / "lexicon" / "notices.toml", NoticeEntry)

    assert {e.kind for e in entries} == {"withdrawn", "corrected"}
    for entry in entries:
        assert entry.examples
        for example in entry.examples:
            assert (withdrawal(example, code) is not None) == (entry.kind == "withdrawn")
            assert any(form in example.lower() for form in entry.forms)
