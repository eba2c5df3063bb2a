"""In which order a dossier is read, what is folded, and what the summary counts."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from ouidire.model import (
    ClaimRelation,
    Contest,
    Direction,
    OriginCount,
    PassageRole,
    Relation,
    Span,
    Status,
    Support,
    TimeExpression,
)
from ouidire.presentation import differences, markdown, occurrences, terminal, words
from ouidire.presentation.chronology import chronology
from ouidire.presentation.overview import survey
from ouidire.presentation.speakers import speakers
from ouidire.presentation.threads import lay_out

from .builders import BODY, TAKEAWAY, dossier


def apart():
    """The small dossier with its claim cut in four, one for each assertion, tied by nothing."""
    item = dossier()
    whole = item.claims[0]
    claims = tuple(
        replace(
            whole,
            id=f"c:{n}",
            gloss=one.quote,
            assertions=(replace(one, echo_of=None),),
            relations=(),
            drifts=(),
            copies=(),
            timeline=(),
            bottleneck=(),
            status=Status(support=Support.ATTRIBUTED, contest=Contest.NONE),
        )
        for n, one in enumerate(whole.assertions)
    )
    return replace(item, claims=claims, extractions=tuple(replace(x, drifts=()) for x in item.extractions))


def tied(item, *pairs):
    """Let the claims at these places be related."""
    claims = list(item.claims)
    for left, right, relation in pairs:
        related = ClaimRelation(claim=claims[right].id, relation=relation, rows=(1,))
        claims[left] = replace(claims[left], relations=(*claims[left].relations, related))
    return replace(item, claims=tuple(claims))


def printed(item, **options):
    console = Console(file=io.StringIO(), width=400, force_terminal=False)
    terminal.render(item, console, **options)
    return console.file.getvalue()


def test_what_nothing_ties_is_told_once():
    """No thread, four claims by themselves; relatedness ties nothing."""
    sheet = lay_out(tied(apart(), (0, 1, Relation.RELATED)))

    assert sheet.major == ()
    assert [v.claim.id for v in sheet.single] == ["c:0", "c:1", "c:2", "c:3"]
    assert [v.number for v in sheet.claims] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "relation",
    [Relation.CONTRADICTS, Relation.UPDATES, Relation.ENTAILS, Relation.ENTAILED_BY, Relation.FILLS_GAP],
)
def test_a_tie_makes_a_thread(relation):
    """Tied claims are numbered together, before those told once, and are not merged."""
    sheet = lay_out(tied(apart(), (1, 3, relation)))

    assert [[v.claim.id for v in t.claims] for t in sheet.major] == [["c:1", "c:3"]]
    assert sheet.numbers == {"c:1": 1, "c:3": 2, "c:0": 3, "c:2": 4}
    assert sheet.tied(sheet.claims[0]) == ((words.RELATION[relation], (2,)),)


def test_a_difference_of_wording_makes_a_thread():
    """A takeaway and the body it sharpens stand together, once."""
    item = apart()
    item = replace(item, extractions=dossier().extractions)
    sheet = lay_out(item)

    assert [v.claim.id for v in sheet.major[0].claims] == ["c:0", "c:1"]
    assert len(sheet.major[0].drifts) == 1


def test_the_contested_come_first():
    """Of two threads the one that somebody disputes is read first."""
    item = tied(apart(), (0, 1, Relation.ENTAILS), (2, 3, Relation.ENTAILS))
    claims = list(item.claims)
    claims[3] = replace(claims[3], status=Status(support=Support.ATTRIBUTED, contest=Contest.DISPUTED))
    sheet = lay_out(replace(item, claims=tuple(claims)))

    assert [v.claim.id for v in sheet.major[0].claims] == ["c:2", "c:3"]
    assert sheet.major[0].lead.claim.id == "c:2"
    looks = {look.says: [v.claim.id for v, _ in look.claims] for look in survey(sheet).first}
    assert looks["Contested, withdrawn or overtaken"] == ["c:3"]


def test_order_does_not_depend_on_the_order_of_links():
    """The same ties, given backwards, make the same threads."""
    pairs = [(0, 1, Relation.ENTAILS), (1, 2, Relation.CONTRADICTS)]
    one, other = (lay_out(tied(apart(), *order)) for order in (pairs, pairs[::-1]))

    assert one.numbers == other.numbers


def test_a_limit_says_how_many_are_left_and_how_to_see_them():
    """Nothing disappears without a word."""
    out = printed(apart(), limit=1)

    assert out.count("« ") == 1
    assert "… 3 more claims: ouidire claims, or ouidire dossier --limit 0" in out
    assert "more claim" not in printed(apart(), limit=0)


def test_a_thread_longer_than_the_limit_names_what_it_leaves_out():
    """By number."""
    out = printed(tied(apart(), (0, 1, Relation.ENTAILS), (1, 2, Relation.ENTAILS)), limit=2)

    assert "+ 1 more claim: " in out


def test_related_claims_are_not_listed():
    """They are many, and a person asks for them."""
    out = printed(tied(apart(), (0, 1, Relation.RELATED), (0, 2, Relation.CONTRADICTS)))

    assert "related" not in out
    assert "contradicts 2" in out


@pytest.mark.parametrize(
    ("n", "noun", "many", "says"),
    [(0, "claim", "", "0 claims"), (1, "claim", "", "1 claim"), (2, "echo", "echoes", "2 echoes")],
)
def test_plurals(n, noun, many, says):
    """One claim, two claims."""
    assert words.count(n, noun, many) == says


def test_summary_counts_add_up():
    """Labels and statuses are counted once for each claim."""
    found = survey(lay_out(apart()))

    assert sum(n for _, n in found.labels) == sum(n for _, n in found.statuses) == 4
    assert "4 claims" in found.facts[1]


def test_an_undeclared_copy_is_said():
    """Who took text from whom, with days."""
    found = survey(lay_out(dossier()))

    assert found.copies == (
        "Le Sud (2026-03-14) has text of Le Nord (2026-03-13), verbatim, without saying so",
    )


def test_words_that_differ_are_marked_on_both_sides():
    """Same words on both sides are not."""
    view = lay_out(dossier()).claims[0]
    drift = view.drifts[0]

    assert "".join(p.words for p in drift.left) == BODY[16:-1]
    assert "".join(p.words for p in drift.right) == TAKEAWAY[:-1]
    assert drift.stronger
    same = [p.words for p in drift.right if not p.part]
    assert all(word in BODY for piece in same for word in piece.split())


def test_wordings_in_two_languages_are_not_compared_word_by_word():
    """Every word of a translation differs, which tells a reader nothing."""
    item = dossier()
    first, second = item.extractions
    second = replace(second, article=replace(second.article, language="en"))
    drift = replace(first.drifts[0], from_="a:10", to="a:20", words=())
    known = {a.id: occurrences.occurrence(a, x) for x in (first, second) for a in x.assertions}

    (found,) = differences.drift_views([drift], known)
    assert [p.part for p in found.left] == [p.part for p in found.right] == [""]


def test_a_sentence_is_cut_without_losing_a_letter():
    """Whatever overlaps, the pieces are the words."""
    text = "Selon le maire, trois ponts seraient coupés."
    spans = [(Span(0, 5), "cue"), (Span(6, 14), "source"), (Span(10, 30), "claim"), (Span(28, 99), "marker")]

    pieces = occurrences.cut(text, Span(2, len(text)), spans)
    assert "".join(p.words for p in pieces) == text[2:]
    assert [p.part for p in pieces] == ["cue", "", "source", "claim", "marker"]


def test_an_ellipsis_shows_where_a_quote_breaks_off():
    """Words from the middle of a sentence look like it; a whole sentence stands plain."""
    first, _ = dossier().extractions
    flat, told = (occurrences.occurrence(a, first) for a in first.assertions)

    assert flat.context == TAKEAWAY[:-1]
    assert told.context == f"… {BODY[16:-1]}"


def test_speakers_are_counted_by_claim():
    """One speaker in two articles is one row, with both outlets."""
    (row,) = speakers(lay_out(dossier()).claims)

    assert row.name == "le maire"
    assert row.claims == [1]
    assert row.outlets == ["Le Nord", "Le Sud"]


def test_dates_of_the_texts_stand_in_order():
    """As exact as the text is; words that name no day are left out."""
    item = dossier()
    first = item.extractions[0]
    when = {"a:10": "2026-02", "a:11": "PAST_REF"}
    dated = tuple(
        replace(
            a,
            proposition=replace(
                a.proposition,
                time=TimeExpression(span=a.span, value=when[a.id], begin="2026-02-01", anchor="calendar"),
            ),
        )
        for a in first.assertions
    )
    item = replace(item, extractions=(replace(first, assertions=dated), item.extractions[1]))

    assert [(d.date, d.kind) for d in chronology(lay_out(item).claims)] == [("2026-02", "happened")]


def test_markdown_says_what_is_not_part_of_an_article():
    """Lines that ask to follow or to subscribe."""
    assert "  - not part of the article: « Suivez-nous »" in markdown.render(dossier())


@pytest.mark.parametrize("role", PassageRole)
def test_every_part_of_an_article_has_a_name(role):
    """For a reader who does not know our words."""
    assert words.PASSAGE[role]


def test_sides_that_are_not_known_are_said_so():
    """Two origins without a side are not called independent of each other's side."""
    claim = replace(dossier().claims[0], origins=OriginCount(lo=2, hi=2), sides=0)

    assert words.origins(claim) == "2 independent origins whose sides are not known, 2 echoes not counted"
    assert "on 1 side" in words.origins(replace(claim, sides=1))


def test_a_weaker_wording_is_not_called_stronger():
    """Direction decides, not that something differs."""
    item = dossier()
    weak = replace(item.claims[0].drifts[0], direction=Direction.WEAKER)
    item = replace(
        item,
        claims=(replace(item.claims[0], drifts=(weak,)),),
        extractions=tuple(
            replace(x, drifts=(weak,)) if x.drifts[0].to == weak.to else x for x in item.extractions
        ),
    )

    looks = {look.says for look in survey(lay_out(replace(item, extractions=item.extractions[:1]))).first}
    assert "Put more strongly than before" not in looks
