"""Time expressions: values and intervals, in both languages, from one rule set."""

from datetime import date

import pytest

from ouidire import languages
from ouidire.extraction.propositions.moments import Clock
from ouidire.extraction.propositions.times import find_times
from ouidire.extraction.propositions.words import words_of
from ouidire.model import Span

TODAY = date(2025, 5, 7)  # a Wednesday

CASES = (
    ("fr", "Il est parti le 26 avril 2025.", "2025-04-26", "2025-04-26", "2025-04-27"),
    ("en", "He left on April 26, 2025.", "2025-04-26", "2025-04-26", "2025-04-27"),
    ("en", "He left on 26 April 2025.", "2025-04-26", "2025-04-26", "2025-04-27"),
    ("fr", "Il est parti le 26 avril.", "2025-04-26", "2025-04-26", "2025-04-27"),
    ("fr", "Il est parti le 12 décembre.", "2024-12-12", "2024-12-12", "2024-12-13"),
    ("en", "It happened in November 2024.", "2024-11", "2024-11-01", "2024-12-01"),
    ("fr", "Cela date de novembre 2024.", "2024-11", "2024-11-01", "2024-12-01"),
    ("fr", "Il est parti mardi.", "2025-05-06", "2025-05-06", "2025-05-07"),
    ("en", "He left on Tuesday.", "2025-05-06", "2025-05-06", "2025-05-07"),
    ("fr", "Il est parti hier.", "2025-05-06", "2025-05-06", "2025-05-07"),
    ("en", "He left yesterday.", "2025-05-06", "2025-05-06", "2025-05-07"),
    ("fr", "Il partira vendredi prochain.", "2025-05-09", "2025-05-09", "2025-05-10"),
    ("en", "He will leave next Friday.", "2025-05-09", "2025-05-09", "2025-05-10"),
    ("fr", "Il est parti la semaine dernière.", "2025-W18", "2025-04-28", "2025-05-05"),
    ("en", "He left last week.", "2025-W18", "2025-04-28", "2025-05-05"),
    ("en", "He left last month.", "2025-04", "2025-04-01", "2025-05-01"),
    ("fr", "Il est parti l'an dernier.", "2024", "2024-01-01", "2025-01-01"),
    ("fr", "Il est parti il y a trois jours.", "2025-05-04", "2025-05-04", "2025-05-05"),
    ("en", "He left three days ago.", "2025-05-04", "2025-05-04", "2025-05-05"),
    ("fr", "Il est absent depuis plusieurs mois.", "PXM", None, "2025-05-07"),
    ("en", "He has been away for several months.", "PXM", None, None),
    ("fr", "Le marché a lieu du 3 au 5 mai.", "2025-05-03/2025-05-05", "2025-05-03", "2025-05-06"),
    ("en", "The fair lasts from 3 to 5 May.", "2025-05-03/2025-05-05", "2025-05-03", "2025-05-06"),
    ("en", "It lasted between 2014 and 2018.", "2014/2018", "2014-01-01", "2019-01-01"),
    ("fr", "Auparavant, il vivait ici.", "PAST_REF", None, None),
    ("en", "He previously lived here.", "PAST_REF", None, None),
    ("fr", "Il est parti en 2022.", "2022", "2022-01-01", "2023-01-01"),
    ("en", "He left before 2018.", "2018", None, "2018-01-01"),
    ("en", "He left after 2016.", "2016", "2017-01-01", None),
    ("fr", "Il est parti avant 2018.", "2018", None, "2018-01-01"),
    ("fr", "Il est parti début mai 2024.", "2024-05", "2024-05-01", "2024-05-11"),
    ("en", "He left in early May 2024.", "2024-05", "2024-05-01", "2024-05-11"),
    ("en", "They lived there in the 1990s.", "199", "1990-01-01", "2000-01-01"),
)  # fmt: skip


def read(code, text, today=TODAY, *, future=False):
    pack = languages.load(code)
    analysis = pack.analyse(text, (Span(0, len(text)),))
    return find_times(analysis.tokens, words_of(pack.resources), Clock(today, future))


@pytest.mark.parametrize(("code", "text", "value", "begin", "until"), CASES, ids=lambda c: str(c)[:36])
def test_values_and_intervals(code, text, value, begin, until):
    """One expression each, with its TIMEX3 value and half-open interval."""
    found = read(code, text, future="prochain" in text or "next" in text)

    assert [f.moment.value for f in found] == [value]
    moment = found[0].moment
    assert (moment.begin and moment.begin.isoformat(), moment.until and moment.until.isoformat()) == (
        begin,
        until,
    )


@pytest.mark.parametrize(("code", "text"), [("fr", "Il est parti mardi."), ("en", "He left in March.")])
def test_undated_articles_get_no_interval(code, text):
    """Without a day of publication a weekday or a month is a value without an interval."""
    found = read(code, text, None)

    assert [f.moment.begin for f in found] == [None]
    assert found[0].moment.value.startswith("XXXX")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Il a vendu 2018 chaises."),
        ("en", "They may leave."),
        ("fr", "Elle a 26 ans."),
        ("en", "He ran 5 km."),
    ],
)
def test_numbers_and_verbs_are_no_dates(code, text):
    """Counts, ages and the verb *may* name no time."""
    assert read(code, text) == []


def test_impossible_dates_are_not_guessed():
    """The 31st of February is no day."""
    assert all(len(f.moment.value) < 10 for f in read("en", "He left on February 31, 2025."))
