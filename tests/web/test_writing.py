"""What may be written through the workbench, by whom, and what comes of it."""

import re
import time

import pytest

from ouidire.engine import open_ledger
from ouidire.web.writing import is_own
from tests.presentation.dom import tree

from .conftest import BASE, TOKEN, writing_client

OWN = {"origin": BASE}
PROGRAM = {"authorization": f"Bearer {TOKEN}"}


def _post(client, path, values, **headers):
    return client.post(path, data=values, headers=OWN | headers)


def _question(client):
    """The fields of the first question of the review that a pair of statements can settle."""
    form = tree(client.get("/review").text).all("form", class_="verdicts")[0]
    fields = {n.attrs["name"]: n.attrs["value"] for n in form.all("input") if n.attrs.get("value")}
    return fields, [n.attrs["value"] for n in form.all("button") if "disabled" not in n.attrs]


def _done(client, errand):
    for _ in range(600):
        found = client.get(f"/api/v1/work/{errand}").json()
        if found["done"]:
            return found
        time.sleep(0.05)
    raise AssertionError(found)


def _told(client, answer):
    """Follow a page's answer to where it leads; return that page once all is drawn."""
    assert answer.status_code == 303, answer.text[:500]
    where = answer.headers["location"]
    errand = re.search(r"done=([\w-]+)|/work/([\w-]+)", where)
    _done(client, errand.group(1) or errand.group(2))
    page = client.get(where.partition("#")[0], follow_redirects=True)
    assert page.status_code == 200
    return tree(page.text)


def test_a_question_is_judged_and_taken_back(writable):
    """The page says who, when and what changed; the question is gone; taking it back brings it again."""
    client, path = writable
    fields, verdicts = _question(client)
    assert {"SAME", "RELATED", "CONTRADICTS", "UNRELATED", "ENTAILS", "UPDATES"} <= set(verdicts)

    page = _told(client, _post(client, "/judgements", fields | {"relation": "SAME", "because": "one day"}))
    notice = page.all("section", id="done")[0]
    assert "Ada" in notice.text
    assert notice.all("li"), "it says what changed"
    left = [f.all("input", name="a")[0].attrs["value"] for f in page.all("form", class_="verdicts")]
    assert fields["a"] not in left
    with open_ledger(path) as ledger:
        (decision,) = ledger.decisions()
        assert (decision.judge, decision.because, decision.relation.value) == ("Ada", "one day", "SAME")
        assert ledger.claim(fields["a"]).id == ledger.claim(fields["b"]).id

    undo = notice.all("form", action="/withdrawals")[0]
    values = {n.attrs["name"]: n.attrs["value"] for n in undo.all("input")}
    _told(client, _post(client, "/withdrawals", values))
    again = [
        f.all("input", name="a")[0].attrs["value"]
        for f in tree(client.get("/review").text).all("form", class_="verdicts")
    ]
    assert fields["a"] in again
    text = tree(client.get("/decisions").text).text
    assert "taken back" in text
    assert "no longer in force" in text


def test_a_claim_page_judges_its_neighbours(writable):
    """Both statements are chosen from lists; afterwards the page of the claim names the decision."""
    client, _ = writable
    claim = next(c for c in client.get("/api/v1/claims?q=drone").json() if c["relations"])
    form = tree(client.get(f"/claims/{claim['id']}").text).all("form", class_="judge")[0]
    a, b = (
        [o.attrs["value"] for o in s.all("option")]
        for s in (form.all("select", name="a")[0], form.all("select", name="b")[0])
    )
    back = form.all("input", name="back")[0].attrs["value"]
    page = _told(
        client, _post(client, "/judgements", {"a": a[0], "b": b[0], "relation": "RELATED", "back": back})
    )

    assert page.all("section", id="done")
    assert (
        "is related to, but not the same as" in page.all("section", **{"aria-labelledby": "judge-h"})[0].text
    )


def test_copies_origins_and_grades(writable):
    """NOT_A_COPY from the article, SAME_ORIGIN of two speakers, a letter for a source: all recorded as theirs."""
    client, path = writable
    copy = next(c["copies"][0] for c in client.get("/api/v1/claims?limit=1000").json() if c["copies"])
    article = tree(client.get(f"/articles/{copy['to']}").text)
    form = next(f for f in article.all("form", action="/judgements") if f.all("button", value="NOT_A_COPY"))
    values = {n.attrs["name"]: n.attrs["value"] for n in form.all("input")} | {"relation": "NOT_A_COPY"}
    _told(client, _post(client, "/judgements", values))
    assert all(
        copy["to"] not in (x["from"], x["to"]) or copy["from"] not in (x["from"], x["to"])
        for c in client.get("/api/v1/claims?limit=1000").json()
        for x in c["copies"]
    )

    roots = next(
        c["origins"]["roots"]
        for c in client.get("/api/v1/claims?limit=1000").json()
        if len(c["origins"]["roots"]) > 1
    )
    _told(client, _post(client, "/judgements", {"a": roots[0], "b": roots[1], "relation": "SAME_ORIGIN"}))
    source = next(s for s in client.get("/api/v1/sources").json() if s["referent"])
    page = tree(client.get(f"/sources/{source['referent']}").text)
    letters = [o.attrs["value"] for o in page.all("select", name="letter")[0].all("option")]
    assert letters == list("ABCDEF")
    page = _told(
        client,
        _post(
            client,
            "/grades",
            {"source": source["referent"], "letter": "B", "back": f"/sources/{source['referent']}"},
        ),
    )
    assert "usually reliable" in page.text
    with open_ledger(path) as ledger:
        assert {type(d).__name__ for d in ledger.decisions()} == {"Ruling", "Grade"}
        assert {d.judge for d in ledger.decisions()} == {"Ada"}


def test_only_who_decided_takes_it_back(writable):
    """Another's decision has no button, and asking for it is refused."""
    client, path = writable
    fields, _ = _question(client)
    _told(client, _post(client, "/judgements", fields | {"relation": "UNRELATED"}))
    id_ = client.get("/api/v1/decisions").json()[0]["id"]
    with open_ledger(path) as ledger:
        other = writing_client(ledger, by="Bo")
        assert not tree(other.get("/decisions").text).all("form", action="/withdrawals")
        answer = _post(other, "/withdrawals", {"decision": id_})
    assert answer.status_code == 409
    assert "nly who decided" in answer.text


@pytest.mark.parametrize(
    "path", ["/judgements", "/grades", "/withdrawals", "/renewals", "/add", "/api/v1/judgements"]
)
def test_nothing_is_written_unless_asked_for(client, path):
    """Read only is the default: no form, no address that writes."""
    assert client.post(path, data={}, headers=OWN | PROGRAM).status_code in {404, 405}
    for page in ("/review", "/decisions", "/"):
        assert not [f for f in tree(client.get(page).text).all("form") if f.attrs.get("method")]
    assert client.get("/add").status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": BASE, "sec-fetch-site": "cross-site"},
        {"origin": BASE, "sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"referer": f"{BASE}/review"},
    ],
)
@pytest.mark.parametrize("path", ["/judgements", "/grades", "/withdrawals", "/renewals", "/add"])
def test_other_sites_cannot_write(writable_once, path, headers):
    """A page of another site, or of another port, is refused whatever it sends; nothing is recorded."""
    client, ledger = writable_once
    values = {"a": "a:1", "b": "a:2", "relation": "SAME", "source": "x", "letter": "A", "text": "x"}
    answer = client.post(path, data=values, headers=headers)

    assert answer.status_code == 403
    assert ledger.decisions() == ()


def test_pages_write_for_this_machine_only(writable_once):
    """Under another name that is allowed, or where the server listens on a network, forms are refused."""
    client, ledger = writable_once
    answer = client.post("/renewals", headers={"host": "ledger.example", "origin": "http://ledger.example"})
    assert answer.status_code == 403
    far = writing_client(ledger, pages=False)
    assert _post(far, "/renewals", {}).status_code == 403
    assert not tree(far.get("/review").text).all("form", method="post")


def test_own_pages_are_known():
    """As Go's CrossOriginProtection: the fetch metadata of a browser, else its Origin against the Host."""
    from starlette.datastructures import Headers

    assert is_own(Headers({"sec-fetch-site": "same-origin"}))
    assert is_own(Headers({"origin": "http://a.example:1", "host": "A.example:1"}))
    assert not is_own(Headers({"origin": "http://a.example", "host": "b.example"}))
    assert not is_own(Headers({"origin": "", "host": ""}))


@pytest.mark.parametrize(
    ("values", "status", "says"),
    [
        ({"a": "a:0", "b": "a:1", "relation": "SAME"}, 409, "id"),
        ({"a": "a:0", "b": "a:1", "relation": "MAYBE"}, 400, "relation"),
        ({"a": "a:0", "relation": "SAME"}, 400, "b"),
        ({"a": "x" * 301, "b": "a:1", "relation": "SAME"}, 400, "a"),
        ({"a": "a:0", "b": "a:1", "relation": "SAME", "back": "//evil.example"}, 400, "back"),
        ({"a": "a:0", "b": "a:1", "relation": "SAME", "back": "https://evil.example/review"}, 400, "back"),
        ({"a": "a:0", "b": "a:1", "relation": "SAME", "back": "/review\r\nx: y"}, 400, "back"),
    ],
)
def test_what_does_not_fit_is_named(writable_once, values, status, says):
    """A calm page that names the field; nothing is recorded and nobody is led elsewhere."""
    client, ledger = writable_once
    answer = _post(client, "/judgements", values)

    assert answer.status_code == status
    assert says in tree(answer.text).all("main")[0].text
    assert ledger.decisions() == ()


def test_bodies_are_limited(writable_once):
    """A form over its limit is refused before it is read; so is one that does not say how long it is."""
    client, _ = writable_once
    assert _post(client, "/judgements", {"because": "x" * 70_000}).status_code == 413
    answer = client.post("/judgements", content=iter([b"a=1"]), headers=OWN)
    assert answer.status_code == 411
