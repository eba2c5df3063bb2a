"""Claims in time and space: four clocks, uncertain dates as intervals, precision always told."""

from datetime import date

import jsonschema
import pytest

from ouidire.engine import open_ledger
from ouidire.presentation import map_svg, places, storyline
from ouidire.presentation.schema import json_schema
from tests.presentation.dom import tree

from .conftest import client_of

TEXTS = [
    ("fr", "2031-03-04", "Le 2 mars 2031, une explosion a tué trois personnes à Koursk, a déclaré le gouverneur. "
     "En février 2031, un drone aurait frappé un dépôt à Belgorod."),
    ("en", "2031-03-06", "A bridge in Kharkiv was destroyed in 1986, an engineer recalled. "
     "Two soldiers were wounded near Kyiv on March 1, the army said."),
]  # fmt: skip


@pytest.fixture(scope="module")
def placed(tmp_path_factory):
    """A ledger with days, a month, a year, and towns that have coordinates."""
    from datetime import UTC, datetime

    with open_ledger(tmp_path_factory.mktemp("placed") / "placed.db") as ledger:
        for language, day, text in TEXTS:
            ledger.add_text(
                text, language=language, published_at=datetime.fromisoformat(day).replace(tzinfo=UTC)
            )
        ledger.refresh()
        yield ledger


@pytest.mark.parametrize("clock", ["happened", "said", "published", "captured"])
def test_clocks(client, clock):
    """Each clock draws rows, lists what it draws, and answers programs in its shape."""
    page = tree(client.get("/storyline", params={"clock": clock}).text)
    picture = page.all("svg", class_="storyline")[0]
    (table,) = [t for t in page.all("table") if len(t.all("tr")) > 1 and t.all("td", class_="when")]
    assert picture.all("text", class_="row")
    assert len(table.all("tr")) - 1 >= len(picture.all("text", class_="row"))
    answer = client.get("/api/v1/storyline", params={"clock": clock, "limit": 1000})
    check = jsonschema.Draft202012Validator(json_schema("moment"))
    for one in answer.json():
        check.validate(one)
        assert one["clock"] == clock
        assert one["begin"] is None or one["until"] is None or one["begin"] < one["until"]
    days = [one["begin"] or one["until"] for one in answer.json()]
    assert days == sorted(days)


def test_a_period_narrows(client):
    """The bars above lead into a period; what lies outside is not listed."""
    whole = tree(client.get("/storyline?clock=said").text)
    bars = [a for a in whole.all("a") if a.all("rect", class_="bar")]
    assert bars
    told = sum(int(a.attrs["aria-label"].rpartition(": ")[2]) for a in bars)
    assert told == int(client.get("/api/v1/storyline?clock=said").headers["x-total-count"])
    inside = tree(client.get(bars[0].attrs["href"]).text)
    assert 0 < len(inside.all("text", class_="row")) <= len(whole.all("text", class_="row"))
    answer = client.get("/api/v1/storyline?clock=said&from=2026-03-12&to=2026-03-12").json()
    assert {one["begin"] for one in answer} == {"2026-03-12"}


def test_uncertain_dates_are_intervals(placed):
    """A day, a month and a year are told and drawn as what they are."""
    client = client_of(placed)
    found = {
        one["words"]: (one["begin"], one["until"])
        for one in client.get("/api/v1/storyline?from=1900-01-01").json()
    }
    assert found["Le 2 mars 2031"] == ("2031-03-02", "2031-03-03")
    assert next(v for k, v in found.items() if "février" in k) == ("2031-02-01", "2031-03-01")
    assert found["1986"] == ("1986-01-01", "1987-01-01")
    page = tree(client.get("/storyline?from=1900-01-01").text)
    when = [td.text for td in page.all("td", class_="when")]
    assert any(w.startswith("2 Mar 2031") for w in when)
    assert any(w.startswith("Feb 2031") for w in when)
    assert any(w.startswith("1986") for w in when)


def test_far_off_days_do_not_flatten_the_rest():
    """Where one date lies decades away the middle is shown, and how many lie outside is told."""
    entries = [_entry(date(2031, 3, d), date(2031, 3, d + 1)) for d in range(1, 11)]
    far = _entry(date(1986, 1, 1), date(1987, 1, 1))
    window = storyline.window_of([far, *entries], None, None)
    assert (window.before, window.after) == (1, 1) or window.before >= 1
    assert window.first.year == 2031
    asked = storyline.window_of([far, *entries], date(1980, 1, 1), None)
    assert asked.before == 0
    assert storyline.window_of([], None, None) is None


def _entry(begin, until):
    return storyline.Entry(view=None, item=None, begin=begin, until=until)


@pytest.mark.parametrize(
    ("begin", "until", "says"),
    [
        (date(2031, 3, 2), date(2031, 3, 3), "2031-03-02"),
        (date(2031, 2, 1), date(2031, 3, 1), "2031-02"),
        (date(2031, 12, 1), date(2032, 1, 1), "2031-12"),
        (date(1986, 1, 1), date(1987, 1, 1), "1986"),
        (date(2031, 3, 2), date(2031, 3, 5), "2031-03-02 to 2031-03-04"),
        (None, date(2031, 3, 5), "before 2031-03-05"),
        (date(2031, 3, 5), None, "since 2031-03-05"),
    ],
)
def test_times_in_words_are_no_more_exact_than_they_are(begin, until, says):
    """Plain words here; a page writes them in its language."""
    assert _entry(begin, until).when == says


def test_map_names_every_place_with_its_precision(placed):
    """Each point has its name and how exact it is; the table behind lists them all, with claims to follow."""
    client = client_of(placed)
    page = tree(client.get("/storyline").text)
    picture = page.all("svg", class_="map")[0]
    labels = {t.text.partition(" (")[0] for t in picture.all("text", class_="place")}
    assert {"Koursk", "Belgorod", "Kharkiv", "Kyiv"} <= labels
    for link in picture.all("a"):
        assert "drawn to" in link.attrs["aria-label"] or "approximate" in link.attrs["aria-label"]
        found = tree(client.get(link.attrs["href"]).text)
        assert found.all("p", class_="gloss"), link.attrs["href"]
    rows = [tr for tr in page.all("tr") if "drawn to a tenth" in tr.text]
    assert len(rows) >= 4


def test_map_frames_are_sound():
    """One point, the poles, both sides of the date line: a picture with all points inside it."""
    for points in ([(0.0, 0.0)], [(179.9, 89.0), (-179.9, -89.0)], [(10.0, 50.0), (10.1, 50.1)]):
        spots = [places.Spot(str(n), "city", lat, lon) for n, (lon, lat) in enumerate(points)]
        for spot in spots:
            spot.names["X"] += 1
        picture = tree(map_svg.draw(spots, ["/"] * len(spots)))
        (svg,) = picture.all("svg")
        _, _, width, height = (float(x) for x in svg.attrs["viewbox"].split())
        for circle in svg.all("circle"):
            assert 0 <= float(circle.attrs["cx"]) <= width
            assert 0 <= float(circle.attrs["cy"]) <= height
    assert map_svg.draw([], []) == ""


def test_shapes_are_drawn_below_where_they_are_at_hand():
    """A ring that can be seen becomes land; one elsewhere is left out."""
    spot = places.Spot("1", "city", 50.0, 10.0)
    spot.names["X"] += 1
    near, far = [(9, 49), (11, 49), (11, 51)], [(100, -20), (101, -20), (101, -21)]
    picture = tree(map_svg.draw([spot], ["/"], [near, far]))
    assert len(picture.all("path", class_="land")) == 1
