"""The page as a reader's program sees it: headings, ids, links, languages, pictures, colours, quotes."""

import itertools
import re
from dataclasses import replace

import pytest

from ouidire.engine import open_ledger
from ouidire.presentation import html
from ouidire.presentation.threads import lay_out

from .builders import dossier
from .dom import tree

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title><script>x</script>",
    "<!-- --!> <svg/onload=x>",
    "{{ 7*7 }}{% for %}",
    "javascript:alert(1)",
    "' onmouseover='x",
    "&lt;b&gt; &amp;",
    "a\u202eb\u2066c",
    "]]><x:y>",
]
PLACES = ("title", "outlet", "author", "url", "text", "query")


@pytest.fixture(scope="module")
def story(told):
    """The page of the bundled story, and its dossier."""
    return tree(html.render(told)), told


@pytest.fixture(scope="module")
def told(story_path):
    with open_ledger(story_path, create=False) as ledger:
        return ledger.dossier()


@pytest.fixture(params=["built", "story"])
def page(request, story):
    """The page of the small dossier, and that of the bundled story."""
    return tree(html.render(dossier())) if request.param == "built" else story[0]


def test_ids_are_unique_and_every_link_arrives(page):
    """Also the ids that name things for screen readers."""
    ids = [n.attrs["id"] for n in page.walk() if "id" in n.attrs]
    wanted = [n.attrs["href"][1:] for n in page.walk() if (n.attrs.get("href") or "").startswith("#")]
    wanted += [i for n in page.walk() for i in (n.attrs.get("aria-labelledby") or "").split()]

    assert len(ids) == len(set(ids))
    assert set(wanted) <= set(ids)


def test_nothing_is_fetched_or_run(page):
    """No element or attribute that asks for something or runs something; the policy forbids it too."""
    for node in page.walk():
        assert node.tag not in {"script", "img", "iframe", "link", "object", "embed", "base", "form", "use"}
        assert not {
            k for k in node.attrs if k.startswith("on") or k in {"src", "srcset", "style", "xlink:href"}
        }
        href = node.attrs.get("href") or "#"
        assert href.startswith(("#", "https://", "http://"))
    policy = page.all("meta", **{"http-equiv": "Content-Security-Policy"})[0].attrs["content"]
    assert "default-src 'none'" in policy
    assert "url(" not in page.all("style")[0].text
    assert "@import" not in page.all("style")[0].text


def test_headings_go_down_one_step_at_a_time(page):
    """One h1, and no level is skipped; headings of an article's own text stand apart in it."""
    own = {id(n) for article in page.all("article") if "lang" in article.attrs for n in article.walk()}
    levels = [int(n.tag[1]) for n in page.walk() if re.fullmatch("h[1-6]", n.tag) and id(n) not in own]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))


def test_pictures_say_what_they_show(page):
    """Each has a title and a description, and names both."""
    for picture in page.all("svg"):
        title, described = picture.all("title")[0], picture.all("desc")[0]
        assert title.text.strip()
        assert described.text.strip()
        assert picture.attrs["aria-labelledby"].split() == [title.attrs["id"], described.attrs["id"]]
        assert picture.attrs["role"] in {"img", "group"}


def test_tables_and_regions_have_names(page):
    """Columns have headers with a scope; what scrolls can be reached by keyboard and has a name."""
    for table in page.all("table"):
        assert table.all("th", scope="col")
        assert all(th.attrs.get("scope") in {"col", "row"} for th in table.all("th"))
    for region in page.all(class_="scroll"):
        assert region.attrs["tabindex"] == "0"
        assert region.attrs["aria-label"]
    for section in page.all("section"):
        assert section.attrs["aria-labelledby"]


def test_every_fold_has_a_summary(page):
    """Nothing is hidden without a word on what it is."""
    for fold in page.all("details"):
        first = next(c for c in fold.children if not isinstance(c, str))
        assert first.tag == "summary"
        assert first.text.strip()


def test_marked_words_are_the_articles_words(story):
    """What is marked in an article is `text[start:end]` of its assertion, and the article is all there."""
    page, told = story
    for item in told.extractions:
        for one in item.assertions:
            found = page.all(id=one.id)
            assert len(found) == 1
            if found[0].tag == "mark":
                for ref in found[0].all(class_="ref"):
                    ref.children.clear()
                assert one.span.of(item.article.text).startswith(found[0].text)
                assert found[0].text.strip()


def test_every_quoted_sentence_stands_in_an_article(story):
    """Blockquotes hold words of an article, unchanged, in their own language."""
    page, told = story
    texts = {}
    for item in told.extractions:
        texts.setdefault(item.article.language, []).append(item.article.text)
    quotes = page.all("blockquote")
    assert quotes
    for quote in quotes:
        said = "".join(c if isinstance(c, str) else c.text for c in quote.children if not _ours(c))
        assert any(said.strip() in text for text in texts[quote.attrs["lang"]]), said


def _ours(child):
    return not isinstance(child, str) and child.attrs.get("lang") == "en" and "soft" in child.attrs["class"]


def test_claims_are_quoted_with_their_language(story):
    """Each claim's words carry the language of the article they stand in."""
    page, told = story
    for view in lay_out(told).claims:
        card = page.all(id=f"claim-{view.number}")[0]
        words = next(n for n in card.walk() if n.tag == "bdi")
        assert words.language == view.best.article.language
        assert view.best.quote in words.text


def test_every_claim_is_in_the_page_once_with_its_label(story):
    """Threads and claims told once together are all claims; those about who spoke stand apart."""
    page, told = story
    sheet = lay_out(told)
    assert {v.claim.id for v in (*sheet.claims, *sheet.speech)} == {c.id for c in told.claims}
    for view in sheet.claims:
        card = page.all(id=f"claim-{view.number}")[0]
        assert card.all(class_="label")[0].text == view.label
        assert view.origins in card.text


def test_a_long_dossier_is_folded_and_a_short_one_is_not(story):
    """Articles are open where there are few."""
    assert all("open" not in n.attrs for n in story[0].all("details", class_="source-text"))
    assert all("open" in n.attrs for n in tree(html.render(dossier())).all("details", class_="source-text"))


def test_the_page_of_the_story_is_light(told):
    """Fourteen articles and some two hundred claims in half a megabyte."""
    assert len(html.render(told).encode()) < 520_000


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("place", PLACES)
def test_what_a_text_smuggles_in_changes_no_structure(place, payload):
    """In any place, the elements are those of a harmless page."""
    assert _shape(_hostile(place, payload)) == _shape(_hostile(place, "harmless"))


def _shape(item):
    return [(n.tag, tuple(sorted(set(n.attrs) - {"title"}))) for n in tree(html.render(item)).walk()]


def _hostile(place, words):
    if place == "query":
        return dossier(words)
    item = dossier()
    changed = []
    for extraction in item.extractions:
        article = extraction.article
        fields = {
            "title": {"title": words},
            "outlet": {"outlet": words},
            "author": {"author": words},
            "url": {"url": f"https://x.example/{words}"},
            "text": {"text": article.text.replace("Suivez-nous", words)},
        }[place]
        passages = extraction.passages
        if place == "text":
            last = passages[-1]
            end = last.span.start + len(words)
            passages = (*passages[:-1], replace(last, span=type(last.span)(last.span.start, end)))
        changed.append(replace(extraction, article=replace(article, **fields), passages=passages))
    return replace(item, extractions=tuple(changed))


def _colours(style, scheme):
    dark = style.index("prefers-color-scheme: dark")
    part = style[dark : style.index("}", dark)] if scheme == "dark" else style[:dark]
    return {k: _rgb(v) for k, v in re.findall(r"--(\w+): (#\w+)", part)}


def _rgb(value):
    digits = value[1:] if len(value) == 7 else "".join(c * 2 for c in value[1:])
    return tuple(int(digits[n : n + 2], 16) for n in (0, 2, 4))


def _light(rgb):
    parts = [c / 255 for c in rgb]
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one, other):
    bright, dark = sorted((_light(one), _light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(scheme):
    """Words reach 4.5 : 1 on both grounds and on the tint of their own mark, lines of pictures 3 : 1 (WCAG 2.2 AA)."""
    style = tree(html.render(dossier())).all("style")[0].text
    colours = _colours(style, scheme)
    share = int(re.findall(r"--tint: (\d+)%", style)[scheme == "dark"]) / 100
    grounds = [colours["paper"], colours["panel"]]
    tones = ["attributed", "confirmed", "hedge", "against", "open", "rule", "gap"]
    for name in ("ink", "soft", "flat", *tones):
        assert all(_contrast(colours[name], ground) >= 4.5 for ground in grounds), name
    assert all(_contrast(colours["edge"], ground) >= 3 for ground in grounds)
    for name in (*tones, "edge"):
        for ground in grounds:
            tint = tuple(share * a + (1 - share) * b for a, b in zip(colours[name], ground, strict=True))
            assert _contrast(colours["ink"], tint) >= 4.5, name
