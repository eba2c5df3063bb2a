"""Articles come in by the page and by the API; what became of each is told."""

import time

import pytest

from tests.presentation.dom import tree

from .conftest import BASE, TOKEN

OWN = {"origin": BASE}


def _settled(client, answer):
    assert answer.status_code == 303, answer.text[:500]
    where = answer.headers["location"]
    for _ in range(1200):
        page = tree(client.get(where).text)
        if not page.all("meta", **{"http-equiv": "refresh"}):
            return page
        time.sleep(0.05)
    raise AssertionError(where)


def _rows(page):
    return [
        [cell.text for cell in row.children if not isinstance(cell, str)]
        for row in page.all("tbody")[0].all("tr")
    ]


def test_a_text_is_pasted(fresh):
    """It stands in the ledger with what was said of it, word for word, and the page leads on."""
    client = fresh
    text = "Le pont de Varsenne est fermé, a déclaré le maire, Odo Lantier.\r\n\r\nIl rouvrira lundi."
    values = {
        "text": text,
        "title": "Pont fermé",
        "outlet": "La Gazette de Varsenne",
        "url": "https://gazette.example/1",
    }
    values |= {"published_at": "2031-05-04", "language": "fr"}
    page = _settled(client, client.post("/add", data=values, headers=OWN))

    assert _rows(page)[0][1] == "read"
    (article,) = client.get("/api/v1/articles").json()
    assert article["text"] == "Pont fermé\n" + text.replace("\r\n", "\n")
    assert (article["outlet"], article["url"]) == ("La Gazette de Varsenne", "https://gazette.example/1")
    assert article["published_at"].startswith("2031-05-04")
    assert "the bridge" not in page.text
    again = _settled(client, client.post("/add", data=values, headers=OWN))
    assert _rows(again)[0][1] == "there already"


def test_files_are_taken_in_each_with_its_outcome(fresh):
    """Good and bad together: every one has a line, and the good ones are there."""
    client = fresh
    files = [
        ("files", ("one.txt", b"The bridge at Tornby is closed, police said.", "text/plain")),
        (
            "files",
            (
                "C:\\secret\\two.md",
                "# Pont\n\nLe pont est ferm\u00e9, a dit la police.".encode(),
                "text/markdown",
            ),
        ),
        (
            "files",
            (
                "lines.jsonl",
                b'{"id": "x", "text": "A dam broke, officials said.", "language": "en"}\nnot json\n',
                "",
            ),
        ),
        ("files", ("empty.txt", b"", "text/plain")),
        ("files", ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200), "image/png")),
    ]
    page = _settled(client, client.post("/add", data={"text": ""}, files=files, headers=OWN))
    rows = _rows(page)

    places = [row[0] for row in rows]
    assert {"one.txt", "two.md"} <= set(places)
    assert not any("secret" in place for place in places)
    outcomes = {row[0]: row[1] for row in rows}
    assert outcomes["one.txt"] == outcomes["two.md"] == "read"
    assert outcomes["picture.png"] in {"could not be read", "refused"}
    assert outcomes["empty.txt"] != "read"
    assert len(client.get("/api/v1/articles").json()) == 3


def test_a_file_is_what_it_is_on_disk(fresh, tmp_path):
    """An upload and the same file added by the command give one article with one id."""
    from ouidire.engine import open_ledger

    body = b"The bridge at Tornby is closed, police said on Monday."
    _settled(fresh, fresh.post("/add", files=[("files", ("note.txt", body, "text/plain"))], headers=OWN))
    (tmp_path / "note.txt").write_bytes(body)
    with open_ledger(tmp_path / "disk.db") as ledger:
        ledger.add(str(tmp_path / "note.txt"))
        ledger.refresh()
        (article,) = ledger.snapshot().articles
    assert [x["id"] for x in fresh.get("/api/v1/articles").json()] == [article.id]


@pytest.mark.parametrize(
    ("values", "at"),
    [
        ({}, "text"),
        ({"text": " \n "}, "text"),
        ({"text": "x", "url": "javascript:alert(1)"}, "url"),
        ({"text": "x", "published_at": "last week"}, "published_at"),
        ({"text": "x", "language": "klingon!"}, "language"),
    ],
)
def test_what_does_not_fit_is_refused(fresh, values, at):
    """Nothing given, an address that is none, a day that is none."""
    answer = fresh.post("/add", data=values, headers=OWN)
    assert answer.status_code == 400
    assert at in tree(answer.text).all("code")[0].text
    assert fresh.get("/api/v1/articles").json() == []


def test_programs_add_articles(fresh):
    """202, then the outcome under /work."""
    headers = {"authorization": f"Bearer {TOKEN}"}
    body = {"text": "The dam broke, the governor said.", "language": "en", "outlet": "Northern Wire"}
    answer = fresh.post("/api/v1/articles", json=body, headers=headers)
    assert answer.status_code == 202
    for _ in range(1200):
        found = fresh.get(answer.headers["location"]).json()
        if found["done"]:
            break
        time.sleep(0.05)
    assert found["added"][0]["outcome"] == "ok"
    assert found["added"][0]["assertions"] > 0
    assert fresh.get("/api/v1/articles").json()[0]["outlet"] == "Northern Wire"


def test_reading_goes_on_while_something_is_written(fresh):
    """While the clerk works, pages show what was there, and the page of the work says how far it is."""
    import threading

    clerk = fresh.app._app._app.state.clerk
    gate, began = threading.Event(), threading.Event()

    def slow(_errand):
        began.set()
        assert gate.wait(30)

    errand = clerk.give(slow, expected=3)
    assert began.wait(30)
    page = fresh.get(f"/work/{errand.id}")
    assert 'http-equiv="refresh"' in page.text
    assert fresh.get("/").status_code == 200
    gate.set()
    assert errand.finished.wait(30)
    assert 'http-equiv="refresh"' not in fresh.get(f"/work/{errand.id}").text


def test_what_fails_is_said_and_stops_nothing(fresh):
    """An errand that breaks says so without the inside; the next one is done."""
    clerk = fresh.app._app._app.state.clerk
    broken = clerk.give(lambda _errand: 1 / 0)
    good = clerk.give(lambda _errand: None)
    assert broken.finished.wait(30)
    assert good.finished.wait(30)
    assert "ZeroDivision" not in fresh.get(f"/work/{broken.id}").text
    assert broken.fault
    assert not good.fault
