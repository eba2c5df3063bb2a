"""The workbench in a real Chromium: flows, keys, policies, accessibility. Skipped where there is no browser.

Wanted: the package ``playwright`` (its own browsers are never downloaded) and a ``chromium`` of the system.
"""

import os
import shutil
import socket
import threading
import time

import pytest

from ouidire.engine import open_ledger
from ouidire.web import Writing, create_app
from tests.presentation.builders import dossier

from .conftest import Held, copied
from .test_guards import PAYLOADS

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = os.environ.get("OUIDIRE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no chromium on this machine; apt-get install chromium")

WATCH = """
window.reports = [];
document.addEventListener("securitypolicyviolation", (e) => window.reports.push(e.violatedDirective));
"""


@pytest.fixture(scope="module")
def browser():
    """One browser for all tests."""
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def serve():
    """Serve an application on a free port; return its address."""
    import uvicorn

    servers = []

    def start(app):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        servers.append((server, thread))
        while not server.started:
            time.sleep(0.02)
        return f"http://127.0.0.1:{port}"

    yield start
    for server, thread in servers:
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def bench(story_path, tmp_path_factory, serve):
    """The sample story, served for writing."""
    with open_ledger(copied(story_path, tmp_path_factory.mktemp("bench"))) as ledger:
        yield serve(create_app(ledger, (), Writing(by="Ada")))


@pytest.fixture
def page(browser):
    """A page that keeps what went wrong in it: dialogs, errors, reports of the policy, other hosts."""
    context = browser.new_context(locale="en-GB")
    found = context.new_page()
    found.faults = []
    found.add_init_script(WATCH)
    found.on("dialog", lambda d: (found.faults.append(f"dialog {d.message}"), d.dismiss()))
    found.on("pageerror", lambda e: found.faults.append(f"error {e}"))
    found.on(
        "request",
        lambda r: (
            found.faults.append(r.url) if not r.url.startswith(("http://127.0.0.1:", "data:")) else None
        ),
    )
    yield found
    context.close()


def _calm(page):
    assert page.faults == []
    assert page.evaluate("window.reports") == []


def _addresses(page, bench):
    claims = page.request.get(f"{bench}/api/v1/claims?limit=3").json()
    articles = page.request.get(f"{bench}/api/v1/articles?limit=2").json()
    source = page.request.get(f"{bench}/api/v1/sources?limit=1").json()[0]
    found = [
        "/",
        "/search",
        "/articles",
        "/sources",
        "/storyline",
        "/storyline?clock=said",
        "/review",
        "/decisions",
    ]
    found += [
        "/add",
        "/about",
        "/compare",
        f"/compare?a={articles[0]['id']}&b={articles[1]['id']}",
        "/no-such-page",
    ]
    found += [f"/claims/{c['id']}" for c in claims] + [f"/articles/{a['id']}" for a in articles]
    return [*found, f"/sources/{source['referent'] or source['name'].lower()}"]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_pages_fit_and_ask_nobody_else(page, bench, width, tongue):
    """No sideways scrolling, no script error, no report of the policy, no other host, in both languages."""
    page.set_viewport_size({"width": width, "height": 800})
    for address in _addresses(page, bench):
        page.goto(f"{bench}{address}{'&' if '?' in address else '?'}lang={tongue}")
        assert page.locator("html").get_attribute("lang") == tongue
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        _calm(page)


def test_pages_are_accessible(page, bench):
    """axe finds nothing serious or critical, light and dark."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for address in _addresses(page, bench):
            page.goto(bench + address)
            found = axe.Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
            bad = [
                (v["id"], v["nodes"][0]["html"][:200])
                for v in found
                if v["impact"] in {"serious", "critical"}
            ]
            assert bad == [], (scheme, address)


def test_first_paint_is_soon(page, bench):
    """Within a second on loopback."""
    page.goto(f"{bench}/about")
    page.goto(f"{bench}/")
    page.wait_for_function("performance.getEntriesByType('paint').length > 0")
    paint = page.evaluate("performance.getEntriesByType('paint').map((p) => p.startTime)")
    assert paint
    assert max(paint) < 1000


def test_review_from_the_keyboard(page, bench):
    """Go to a question with j, judge it with a key, take it back with z; the page says what happened."""
    page.goto(f"{bench}/review")
    before = page.locator(".question").count()
    page.keyboard.press("j")
    assert page.locator(".question:focus").count() == 1
    page.keyboard.press("u")
    page.wait_for_url("**/review?done=*")
    assert "Ada" in page.locator("#done").inner_text()
    assert page.locator(".question").count() == before - 1
    page.wait_for_function("document.activeElement.matches('.question')")
    page.keyboard.press("z")
    page.wait_for_function("(was) => !location.href.includes(was)", arg=page.url.partition("done=")[2])
    page.wait_for_selector("#done")
    assert page.locator(".question").count() == before
    page.goto(f"{bench}/decisions")
    assert "taken back" in page.locator("main").inner_text()
    _calm(page)


def test_enter_in_a_reason_decides_nothing(page, bench):
    """Only a button says which relation is meant."""
    decisions = f"{bench}/api/v1/decisions?limit=1"
    before = page.request.get(decisions).headers["x-total-count"]
    page.goto(f"{bench}/review")
    page.keyboard.press("j")
    page.keyboard.press("b")
    assert page.locator("input[name=because]:focus").count() == 1
    page.keyboard.type("one briefing")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert page.url == f"{bench}/review"
    assert page.request.get(decisions).headers["x-total-count"] == before


def test_review_without_script(browser, bench):
    """The same with the mouse and no JavaScript at all."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{bench}/review")
    page.locator(".verdicts button[value=RELATED]").first.click()
    page.wait_for_url("**/review?done=*")
    assert "Recorded" in page.locator("#done").inner_text()
    page.locator("#done button").click()
    page.wait_for_load_state()
    assert page.locator("#done").count() == 1
    context.close()


def test_an_article_is_added_and_found(page, bench):
    """Paste, see the outcome, follow it to the article and to a claim of it."""
    page.goto(f"{bench}/add")
    page.fill("#title", "Le quai de Marne est rouvert")
    page.fill("#text", "Le quai de Marne a rouvert lundi, a annoncé la préfète, Lise Ombrel.")
    page.fill("#outlet", "Le Phare")
    page.fill("#published_at", "2031-05-06")
    page.select_option("#language", "fr")
    page.locator("main form button").click()
    page.wait_for_selector("#done", timeout=120_000)
    assert "read" in page.locator("tbody tr").first.inner_text()
    page.locator("#done a").first.click()
    assert "quai de Marne" in page.locator("h1").inner_text()
    _calm(page)


def test_the_language_is_chosen_once(page, bench):
    """Following the link in the footer, the next pages stay in it."""
    page.goto(f"{bench}/")
    page.locator(".tongues a[lang=fr]").click()
    assert page.locator("html").get_attribute("lang") == "fr"
    page.goto(f"{bench}/search")
    assert page.locator("h1").inner_text() == "Affirmations"
    page.locator(".tongues a[lang=en]").click()
    assert page.locator("h1").inner_text() == "Claims"


def test_hostile_words_do_nothing(page, serve, tmp_path):
    """Titles and outlets full of markup: no dialog, no report, no request, on any page."""
    for n, payload in enumerate(PAYLOADS):
        folder = tmp_path / str(n)
        folder.mkdir()
        held = Held(dossier(payload, (payload + "1", payload + "2")), folder)
        address = serve(create_app(held, (), Writing(by=payload)))
        article = held.snapshot().articles[0].id
        for path in (
            "/",
            "/search",
            "/articles",
            f"/articles/{article}",
            "/claims/c:1",
            "/sources",
            "/storyline",
            "/review",
        ):
            page.goto(address + path)
        _calm(page)
