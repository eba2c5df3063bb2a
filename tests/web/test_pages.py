"""Every page of the sample story: well formed, linked, and with the words it rests on."""

import re

import pytest

from tests.presentation.dom import tree

ADDRESS = re.compile(r"^/(claims|articles|sources|search|about|api|assets)?")


def _page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.text[:300])
    return tree(answer.text)


def test_every_page_is_well_formed(client, addresses):
    """Tags close in order, ids are unique, there is one heading of the first rank, and one main."""
    for address in addresses:
        page = _page(client, address)
        ids = [n.attrs["id"] for n in page.walk() if "id" in n.attrs]
        assert len(ids) == len(set(ids)), address
        assert len(page.all("h1")) == len(page.all("main")) == 1, address
        assert page.all("html")[0].attrs["lang"] == "en"
        assert page.all("title")[0].text.strip(" ·") != "Ouï-dire"


def test_no_page_has_inline_script_or_style(client, addresses):
    """What the policy forbids is not there, and nothing is asked of another host."""
    for address in addresses:
        page = _page(client, address)
        assert not page.all("style")
        assert all(n.attrs.get("src") and not n.text for n in page.all("script"))
        for node in page.walk():
            assert not {name for name in node.attrs if name.startswith("on") or name == "style"}, address
            if node.tag in {"script", "link", "img"}:
                assert (node.attrs.get("src") or node.attrs["href"]).startswith(("/", "data:,"))


def test_links_between_pages_arrive(client, addresses):
    """Every link inside the workbench leads to a page, and its fragment to a place there."""
    targets = {}
    for address in addresses:
        for node in _page(client, address).all("a"):
            target = node.attrs["href"]
            if target.startswith(("/claims", "/articles", "/sources", "/about", "/search")):
                targets.setdefault(target.partition("#")[0], set()).add(target.partition("#")[2])
    for target, fragments in targets.items():
        answer = client.get(target, follow_redirects=True)
        assert answer.status_code == 200, target
        ids = {n.attrs.get("id") for n in tree(answer.text).walk()}
        if target.startswith(("/articles/", "/claims/c:")):
            assert fragments - {""} <= ids, (target, fragments - ids)


def test_forms_name_their_fields(client, addresses):
    """Every field has a label, and every form is asked with GET."""
    for address in addresses[:6]:
        page = _page(client, address)
        labelled = {n.attrs.get("for") for n in page.all("label")}
        for field in (*page.all("input"), *page.all("select")):
            inside = field.parent.tag == "label" or field.parent.parent.tag == "label"
            assert inside or field.attrs["id"] in labelled, (address, field.attrs)
        assert all(f.attrs.get("method", "get") == "get" for f in page.all("form"))


def test_claim_page_says_what_the_api_says(client):
    """Verdict, origins, every quote with its outlet and date, every step of the status, every reason."""
    for claim in client.get("/api/v1/claims?limit=40").json():
        text = " ".join(_page(client, f"/claims/{claim['id']}").text.split())
        assert f"[{claim['origins']['lo']}, {claim['origins']['hi']}]" in text
        for one in claim["assertions"]:
            assert " ".join(one["quote"].split()) in text
        for step in claim["timeline"]:
            assert f"R{step['rule']}" in text
        for reason in client.get(f"/api/v1/claims/{claim['id']}/why").json():
            name, _, rest = reason["says"].partition(": ")
            says = rest if reason["rule"].startswith("L") else reason["says"]  # labels have words here
            assert " ".join(says.split()) in text, name


def test_claim_page_folds_echoes(client):
    """Echoes stand folded under the origin they repeat."""
    echoed = [
        c
        for c in client.get("/api/v1/claims?limit=1000").json()
        if any(a["echo_of"] for a in c["assertions"])
    ]
    assert echoed
    for claim in echoed:
        page = _page(client, f"/claims/{claim['id']}")
        folded = {n.attrs.get("id") for d in page.all("details") for n in d.all("li", class_="echo")}
        assert {a["id"] for a in claim["assertions"] if a["echo_of"]} <= folded


def test_article_page_holds_the_text(client):
    """Every word of an article is on its page once, its spans coloured, sources and cues marked."""
    for article in client.get("/api/v1/articles").json():
        page = _page(client, f"/articles/{article['id']}")
        passages = client.get(f"/api/v1/articles/{article['id']}").json()["passages"]
        text = "".join(article["text"][p["start"] : p["end"]] for p in passages)
        (body,) = page.all("article")
        for reference in body.all("a", class_="ref"):
            reference.children.clear()
        assert "".join(body.text.split()) == "".join(text.split())
        assert body.all("mark")
        assert page.all("span", class_="cue")


def test_assertion_leads_to_its_claim(client):
    """The address of an assertion under claims goes to the claim."""
    claim = client.get("/api/v1/claims?limit=1").json()[0]
    answer = client.get(f"/claims/{claim['assertions'][0]['id']}")

    assert answer.status_code == 307
    assert answer.headers["location"] == f"/claims/{claim['id']}"


def test_search_filters_and_pages(client):
    """Facets are shareable addresses; following the pages shows every claim once."""
    seen, address = [], "/search?speech=1"
    while address:
        page = _page(client, address)
        seen += [n.all("a")[0].attrs["href"] for n in page.all("p", class_="gloss")]
        onward = page.all("a", rel="next")
        address = onward[0].attrs["href"] if onward else ""
    everything = [f"/claims/{c['id']}" for c in client.get("/api/v1/claims?limit=1000").json()]
    assert sorted(seen) == sorted(everything)
    for label in ("DENIED", "HEDGED_REPORTED"):
        shown = _page(client, f"/search?label={label}&speech=1").all("p", class_="gloss")
        assert len(shown) == len(client.get(f"/api/v1/claims?label={label}&limit=25").json())


@pytest.mark.parametrize(
    "address", ["/claims/c:nothing0", "/articles/sha256:0000000", "/sources/nobody", "/no"]
)
def test_what_is_not_there_is_said_calmly(client, address):
    """A page for people, not a dump."""
    answer = client.get(address)

    assert answer.status_code == 404
    assert "Not Found" in tree(answer.text).all("h1")[0].text
