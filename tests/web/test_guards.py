"""What a hostile text, a hostile page and a hostile request cannot do."""

import pytest

from ouidire import storage
from ouidire.model import Anchor, Grade, Judgement, Relation, Reliability, Ruling, RulingKind, Span
from ouidire.web.guards import HEADERS, hostname
from tests.presentation.builders import dossier
from tests.presentation.dom import tree

PAYLOADS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x></ScRiPt>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "</textarea></select></details><iframe src=javascript:alert(1)>",
    "</svg><script>alert(1)</script>",
    "--><b>x</b><!--",
    "<![CDATA[<script>x</script>]]>",
    "</style><style>*{display:none}</style>",
    "<a href=javascript:alert(1)>x</a>",
    "<base href=//evil.example>",
    '" autofocus onfocus=alert(1) x="',
    "` onmouseover=alert(1) `",
    "{{ 7*7 }}{% raw %}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#x3c;img src=x onerror=alert(1)&#x3e;",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "../../etc/passwd?x#y",
    "a\u202eb\u2066c",
    "\x00\x1b[31m\x7f\x85",
    "＜script＞alert(1)＜/script＞",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
]


def _shape(page):
    return [(node.tag, tuple(sorted(node.attrs))) for node in tree(page).walk()]


def _pages(client):
    found = ["/", "/search", "/articles", "/sources", "/about", "/review", "/decisions", "/add", "/compare"]
    found += [f"/storyline?clock={clock}" for clock in ("happened", "said", "published", "captured")]
    found += [f"/claims/{c['id']}" for c in client.get("/api/v1/claims").json()]
    articles = [a["id"] for a in client.get("/api/v1/articles").json()]
    found += [f"/articles/{id_}" for id_ in articles]
    found += [f"/compare?a={articles[0]}&b={articles[1]}"]
    found += [f"/sources/{s['name'].casefold()}" for s in client.get("/api/v1/sources").json()]
    return {path: client.get(path) for path in found}


def _decided(held, payload, *, tongue):
    """Serve hostile titles and outlets for writing, with decisions whose every word is hostile too."""
    part = (
        dossier(payload, (payload + "1", payload + "2"))
        if payload
        else dossier("Ponts", ("Le Nord", "Le Sud"))
    )
    words = payload or "plain"
    client = held(part, by=words)
    store = client.ledger.snapshot().store
    first, second = (x.article for x in part.extractions)
    ends = {"left": "a:11", "right": "a:99", "judge": words, "because": words}
    at = Anchor(article=first.id, span=Span(0, 5), words=words)
    stamps = (f"2031-01-0{n}T00:00:00.000000Z" for n in range(1, 5))
    storage.add_decision(
        store, Judgement(relation=Relation.SAME, made_at=next(stamps), left_at=at, right_at=at, **ends)
    )
    pair = {"judge": words, "because": words}
    storage.add_decision(
        store,
        Ruling(kind=RulingKind.NOT_A_COPY, left=first.id, right=second.id, made_at=next(stamps), **pair),
    )
    storage.add_decision(
        store,
        Ruling(
            kind=RulingKind.SAME_ORIGIN, left=f"{words} x", right=f"{words} y", made_at=next(stamps), **pair
        ),
    )
    storage.add_decision(
        store, Grade(source=f"{words} z", reliability=Reliability.B, made_at=next(stamps), **pair)
    )
    client.headers["accept-language"] = tongue
    return client


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_of_a_text_change_no_structure(held, payload, tongue):
    """Titles, outlets and decisions full of markup give every page the same elements as plain ones."""
    plain = _pages(_decided(held, "", tongue=tongue))
    hostile = _pages(_decided(held, payload, tongue=tongue))

    assert plain.keys() == hostile.keys()
    for path, answer in hostile.items():
        assert answer.status_code == 200, path
        assert _shape(answer.text) == _shape(plain[path].text), path


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_of_a_form_change_no_structure(writable_once, payload):
    """What is refused comes back as words or not at all."""
    client, _ = writable_once
    own = {"origin": "http://127.0.0.1:8017"}
    for path, values in (
        ("/judgements", {"a": "zz", "b": "yy", "relation": "SAME"}),
        ("/grades", {"source": "zz", "letter": "A"}),
        ("/withdrawals", {"decision": "zz"}),
    ):
        plain = client.post(path, data=values, headers=own)
        hostile = client.post(path, data=dict.fromkeys(values, f"zz{payload}"), headers=own)
        assert hostile.status_code in {400, 409}
        names = [tag for tag, _ in _shape(hostile.text) if tag != "code"]
        assert names == [tag for tag, _ in _shape(plain.text) if tag != "code"], path
        assert payload not in hostile.text or not set(payload) & set("<>\"'&")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_of_a_request_change_no_structure(client, payload):
    """What is searched for comes back as words in a field."""
    plain = client.get("/search", params={"q": "zzzzzz", "actor": "zzzzzz", "place": "zzzzzz"})
    hostile = client.get("/search", params={"q": f"zzzzzz {payload}", "actor": payload, "place": payload})

    assert hostile.status_code == 200
    assert _shape(hostile.text) == _shape(plain.text)


def test_characters_that_act_unseen_are_shown(held):
    """A direction override is written out, so that the order of words on screen is that of the text."""
    page = held(dossier("a\u202eb\x07")).get("/articles").text

    assert "\u202e" not in page
    assert "\x07" not in page
    assert "a[RIGHT-TO-LEFT OVERRIDE]b\N{REPLACEMENT CHARACTER}" in page


def test_only_web_links_leave(held):
    """An address of an article leads away only where it is one of the web."""
    for url, shown in (("javascript:alert(1)", False), ("https://lenord.example/1", True)):
        client = held(dossier(url=url))
        id_ = client.get("/api/v1/articles").json()[0]["id"]
        links = [n.attrs["href"] for n in tree(client.get(f"/articles/{id_}").text).all("a")]
        assert (url in links) is shown


@pytest.mark.parametrize("path", ["/", "/api/v1/claims", "/assets/workbench.css", "/no", "/api/v1/no"])
def test_every_answer_is_guarded(client, path):
    """The policy allows no inline script or style, no frame, no other host; nothing is sniffed."""
    answer = client.get(path)

    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "unsafe" not in HEADERS["Content-Security-Policy"]
    assert "server" not in answer.headers


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8017", "", "[::2]", "127.0.0.2"],
)
def test_foreign_hosts_are_refused(client, host):
    """A page of another site that rebinds its name to this machine gets nothing (DNS rebinding)."""
    for path in ("/", "/api/v1/claims", "/assets/workbench.css"):
        answer = client.get(path, headers={"host": host})
        assert answer.status_code == 421
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8017", "[::1]:8017"])
def test_own_hosts_are_served(client, host):
    """The machine's own names, on any port."""
    assert client.get("/about", headers={"host": host}).status_code == 200


def test_hostname_drops_the_port():
    """Brackets stay, case goes."""
    assert [hostname(h) for h in ("A.b:80", "[::1]:80", "x")] == ["a.b", "[::1]", "x"]


@pytest.mark.parametrize("path", ["/", "/api/v1/claims", "/api/v1/export.jsonl", "/assets/workbench.css"])
def test_head_is_get_without_body(client, path):
    """The same status and headers."""
    got, told = client.get(path), client.head(path)

    assert told.status_code == got.status_code == 200
    assert told.content == b""
    assert told.headers["content-type"] == got.headers["content-type"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_is_written(client, method):
    """Every other method is refused."""
    for path in ("/", "/search", "/api/v1/claims"):
        assert client.request(method, path).status_code == 405


def test_unchanged_answers_are_not_sent_again(client):
    """With the tag of the last answer the next is 304, empty; the tag moves with the ledger."""
    for path in ("/", "/api/v1/claims", "/api/v1/feed.atom"):
        tag = client.get(path).headers["etag"]
        again = client.get(path, headers={"if-none-match": f'"x", {tag}'})
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(path, headers={"if-none-match": '"x"'}).status_code == 200


def test_overlong_addresses_are_refused(client):
    """Every field may be filled to its limit; much more is not looked at."""
    full = "\U0001f30a" * 200
    asked = {"q": full, "actor": full, "place": full}
    assert client.get("/search", params=asked).status_code == 200
    assert client.get("/search?q=" + "x" * 17_000).status_code == 414


def test_what_breaks_is_said_without_details(held, monkeypatch):
    """A fault is a problem of type 500 that tells nothing of the inside, and is guarded as all answers are."""
    from starlette.testclient import TestClient

    from ouidire.web import api

    client = held(dossier())
    monkeypatch.setattr("ouidire.web.desk.Desk.now", lambda _self: 1 / 0)
    quiet = TestClient(client.app, base_url="http://127.0.0.1", raise_server_exceptions=False)
    answer = quiet.get(f"{api.BASE}/claims")

    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "ZeroDivision" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_ledger_that_moves_is_read_again(tmp_path):
    """An article added and rebuilt by another program shows with the next request, under another tag."""
    from ouidire.engine import open_ledger

    from .conftest import client_of

    path = tmp_path / "moving.db"
    with open_ledger(path) as ledger, open_ledger(path) as other:
        ledger.refresh()
        client = client_of(ledger)
        before = client.get("/api/v1/articles")
        other.add_text("The bridge is closed, police said.", title="Bridge", language="en")
        assert "1 article added since" in client.get("/").text
        other.refresh()
        after = client.get("/api/v1/articles")

        assert (len(before.json()), len(after.json())) == (0, 1)
        assert before.headers["etag"] != after.headers["etag"]
