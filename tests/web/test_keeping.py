"""Answers that are kept: the same as the first, until the ledger moves, and nobody else's."""

import pytest

from .conftest import BASE

PATHS = ["/", "/search?q=barrage", "/api/v1/claims?limit=5", "/storyline", "/api/v1/export.jsonl"]


@pytest.mark.parametrize("path", PATHS)
def test_the_second_answer_is_the_first(client, path):
    """Body, status and headers."""
    first, second = client.get(path), client.get(path)
    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert first.headers == second.headers


def test_it_is_the_kept_one(client, monkeypatch):
    """Nothing is worked out for it."""
    first = client.get("/search?q=digue")
    monkeypatch.setattr("ouidire.web.pages.render", None, raising=False)
    monkeypatch.setattr("ouidire.web.showing.render", lambda *_a, **_k: 1 / 0)
    assert client.get("/search?q=digue").content == first.content


def test_languages_hosts_and_encodings_are_kept_apart(client):
    """Each asker gets what was made for such."""
    english = client.get("/about", headers={"accept-language": "en"})
    french = client.get("/about", headers={"accept-language": "fr"})
    assert english.headers["content-language"] == "en"
    assert french.headers["content-language"] == "fr"
    assert client.get("/about", headers={"accept-language": "en"}).text == english.text
    feed = client.get("/api/v1/feed.atom", headers={"host": "localhost:1"}).text
    assert "http://localhost:1/" in feed
    assert "http://localhost:1/" not in client.get("/api/v1/feed.atom").text
    plain = client.get("/search", headers={"accept-encoding": "identity"})
    zipped = client.get("/search", headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert zipped.headers["content-encoding"] == "gzip"
    assert plain.text == zipped.text
    assert client.head("/search").content == b""


def test_a_chosen_language_is_remembered_by_who_chose(client):
    """The cookie is set each time, for this browser alone."""
    client.cookies.clear()
    for _ in range(2):
        answer = client.get("/about?lang=fr")
        assert "lang=fr" in answer.headers["set-cookie"]
    assert client.get("/about").headers["content-language"] == "fr"
    client.cookies.clear()
    assert client.get("/about").headers["content-language"] == "en"
    assert (
        client.get("/about?lang=xx", headers={"accept-language": "de, fr;q=0.5, en;q=0.3"}).headers[
            "content-language"
        ]
        == "fr"
    )


def test_what_moved_is_not_answered_from_before(writable):
    """After a decision every page is made anew."""
    client, _ = writable
    before = client.get("/decisions").text
    source = next(s for s in client.get("/api/v1/sources").json() if s["referent"])
    fields = {"source": source["referent"], "letter": "B"}
    answer = client.post("/grades", data=fields, headers={"origin": BASE})
    assert answer.status_code == 303
    id_ = answer.headers["location"].partition("done=")[2].partition("#")[0]
    assert client.app._app._app.state.clerk.told(id_).finished.wait(60)
    assert client.get("/decisions").text != before
