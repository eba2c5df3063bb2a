"""A search can be narrowed down, and the counts beside each way are those of what is found."""

import jsonschema
import pytest

from ouidire.presentation.schema import json_schema
from tests.presentation.dom import tree


def test_counts_are_those_of_the_claims(client):
    """Every claim stands under one label, one support, one contest, and at least one outlet and language."""
    found = client.get("/api/v1/facets").json()
    jsonschema.validate(found, json_schema("facets"))
    claims = [c for c in client.get("/api/v1/claims?limit=1000").json() if c["family"] != "speech"]
    for kind in ("label", "support", "contest"):
        assert sum(row["n"] for row in found[kind]) == len(claims)
    assert {row["value"] for row in found["language"]} == {"fr", "en"}
    assert sum(row["n"] for row in found["outlet"]) >= len(claims)


@pytest.mark.parametrize("kind", ["label", "outlet", "language", "actor", "place"])
def test_following_a_facet_finds_what_it_counts(client, kind):
    """Names are matched as written in a longer one too, so there may be more, never fewer."""
    rows = client.get("/api/v1/facets").json()[kind]
    assert rows
    for row in rows[:8]:
        narrowed = client.get("/api/v1/facets", params={kind: row["value"]}).json()
        known = {one["value"]: one["n"] for one in narrowed[kind]}
        assert known[row["value"]] == row["n"]


def test_facets_of_the_page_narrow(client):
    """Each link leads to a search in which the value is chosen, and can be taken away again."""
    page = tree(client.get("/search").text)
    (aside,) = [n for n in page.all("aside") if n.all("ul", class_="facet")]
    links = [a.attrs["href"] for a in aside.all("a") if a.attrs["href"].startswith("/search")]
    kinds = {link.partition("?")[2].partition("=")[0] for link in links}
    assert {"label", "status", "outlet", "language", "actor", "place", "since"} <= kinds
    for kind in ("outlet", "actor", "place", "language"):
        link = next(x for x in links if x.partition("?")[2].startswith(f"{kind}="))
        there = tree(client.get(link).text)
        assert there.all("p", class_="gloss"), link
        taken = [
            a
            for a in there.all("a")
            if a.attrs.get("aria-current") == "true" and a.attrs["href"].startswith("/search")
        ]
        assert taken, link


def test_pages_of_a_list_join_for_every_list(client):
    """Cursors lead through decisions, articles, sources, drifts and the storyline without a gap or a repeat."""
    for path in ("/articles", "/sources", "/drifts", "/storyline?clock=said"):
        address = f"/api/v1{path}{'&' if '?' in path else '?'}limit=7"
        total, seen = None, 0
        while address:
            answer = client.get(address)
            total = total or int(answer.headers["x-total-count"])
            seen += len(answer.json())
            address = answer.headers.get("link", "").partition(">")[0].lstrip("<")
        assert seen == total > 7, path
