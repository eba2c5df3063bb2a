"""Pages say what the dossier says, point at the words, and never run what a text smuggles in."""

import io
from html.parser import HTMLParser

import pytest
from rich.console import Console

from ouidire.presentation import graph, graph_svg, html, markdown, terminal
from ouidire.presentation.view import claim_views

from .builders import BODY, TAKEAWAY, dossier

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>x</script>",
    "{{ 7*7 }}",
    "javascript:alert(1)",
    "[bold]x[/bold]",
    "\x1b[31mred\x1b[0m",
    "a\u202eb",
    "& < > \" '",
]


class Shape(HTMLParser):
    """The elements of a page, their links and their ids; fails on a tag that is closed out of order."""

    VOID = frozenset({"meta", "br", "img", "path", "rect", "circle"})

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.links, self.ids = [], [], [], []

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.tags.append((tag, tuple(sorted(named))))
        self.links += [named["href"]] if "href" in named else []
        self.ids += [named["id"]] if "id" in named else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag


def shape(page):
    parser = Shape()
    parser.feed(page)
    assert parser.open == []
    return parser


def printed(item):
    console = Console(file=io.StringIO(), width=110, force_terminal=False)
    terminal.render(item, console, every=True)
    return console.file.getvalue()


def test_page_is_well_formed_and_its_links_arrive():
    """Every link inside the page has a target, and ids are unique."""
    page = shape(html.render(dossier()))

    assert [link for link in page.links if link.startswith("#") and link[1:] not in page.ids] == []
    assert len(page.ids) == len(set(page.ids))


def test_page_asks_nothing_of_the_network():
    """No script, no image, no style sheet, no font from anywhere."""
    page = html.render(dossier(url="https://lenord.example/1"))

    assert "<script" not in page
    assert "@import" not in page
    assert "src=" not in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads_change_no_structure(payload):
    """A title or outlet full of markup gives the same elements as a plain one."""
    plain = shape(html.render(dossier("Ponts", ("Le Nord", "Le Sud"))))
    hostile = shape(html.render(dossier(payload, (payload, payload + "2"))))

    assert plain.tags == hostile.tags


def test_only_web_links_are_links():
    """A script in an article's URL is shown by nobody."""
    assert "javascript:" not in html.render(dossier(url="javascript:alert(1)"))
    assert "https://lenord.example/1" in html.render(dossier(url="https://lenord.example/1"))


def test_article_keeps_every_word_and_marks_assertions():
    """The text of an article in the page is the article's text."""
    page = html.render(dossier())

    assert page.count('id="a:10"') == page.count('id="a:11"') == 1
    assert 'class="passage boilerplate">Suivez-nous' in page


def test_echo_is_greyed_and_copy_dashed():
    """The graph tells an echo from an origin."""
    drawn = graph_svg.draw(graph.graph_of(claim_views(dossier())), "g")

    assert 'class="node outlet echo"' in drawn
    assert 'class="edge copied"' in drawn
    assert 'class="node outlet narrow"' in drawn


def test_drift_shows_both_wordings_and_the_words_that_differ():
    """Side by side, with the differing words marked."""
    page = html.render(dossier())

    assert '<em class="differs">Trois ponts</em> ont été détruits' in page
    assert "the source is gone" in page


def test_terminal_names_source_label_origins_and_words():
    """What a journalist needs stands in the first lines of a claim."""
    out = printed(dossier())

    assert "ATTRIBUTED" in out
    assert "le maire → Le Nord" in out
    assert "[1, 1]" in out
    assert TAKEAWAY[:-1] in out
    assert "disputed" in out


def test_terminal_prints_brackets_and_escapes_as_text():
    """Words of a text do not style the terminal."""
    out = printed(dossier("[bold]x[/bold] \x1b[31m"))

    assert "[bold]x[/bold]" in out
    assert "\x1b" not in out


def test_markdown_quotes_the_words():
    """The same claim, as text."""
    out = markdown.render(dossier())

    assert f"« {BODY[16:-1]} »" in out
    assert "**attributed**, origins \\[1, 1\\]" in out


def test_an_empty_dossier_is_a_page():
    """No claims, no crash."""
    empty = dossier().__class__(title="Rien")

    assert "Rien" in html.render(empty)
    assert "0 claims" in printed(empty)
