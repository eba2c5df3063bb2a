"""Roles of paragraphs."""

import pytest

from ouidire.model import Article
from ouidire.segmentation import credits, passages  # noqa: A004

BODY_FR = (
    "Le bac de Velmont restera au port jusqu'à mardi, a déclaré lundi la capitainerie dans un communiqué."
)
MORE_FR = "Deux pontons ont été endommagés. Le nombre de blessés n'a pas été communiqué."
BODY_EN = "The Velmont ferry will stay in port until Tuesday, the harbour office said on Monday in a notice."
MORE_EN = "Two piers were damaged. The number of people hurt was not disclosed."


def roles(pairs):
    return [role for role, _ in pairs]


def test_headline_lede_body():
    """The title is the headline, the first paragraph the lede."""
    article = Article(id="x", ref="x", language="und", title="Storm", text="Storm\nOne two.\n\nThree four.")
    pack = type("Pack", (), {"resources": _Nowhere()})()

    found = passages(article, pack)

    assert [(p.role.value, p.span.of(article.text)) for p in found] == [
        ("headline", "Storm"),
        ("lede", "One two."),
        ("body", "Three four."),
    ]
    assert credits(article, found, pack) == ()


class _Nowhere:
    """A folder of a language without lexicons."""

    def __truediv__(self, name):
        return self

    def is_file(self):
        return False


@pytest.mark.parametrize(
    ("language", "heading", "body", "more"),
    [
        ("fr", heading, BODY_FR, MORE_FR)
        for heading in ("Principaux renseignements", "À retenir", "Points clés :", "L’essentiel", "EN BREF")
    ]
    + [
        ("en", heading, BODY_EN, MORE_EN)
        for heading in ("Key points", "Key takeaways:", "At a glance", "## In brief", "HIGHLIGHTS")
    ],
)
@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "– "])
def test_takeaways_below_their_heading(zones, language, heading, body, more, mark):
    """The heading is a subhead; each bullet a takeaway without its mark; then the lede."""
    text = f"{heading}\n{mark}One point stands here.\n{mark}Another follows it.\n{body}\n{more}"

    pairs, _ = zones(text, language)

    assert roles(pairs) == ["subhead", "takeaway", "takeaway", "lede", "body"]
    assert pairs[1][1] == "One point stands here."


def test_a_leading_list_is_takeaways_a_later_one_is_not(zones):
    """A list before any paragraph sums the article up; inside it is part of the article."""
    leading, _ = zones(
        f"- Un bac est au port.\n- Deux pontons sont hors d'usage.\n\n{BODY_FR}\n{MORE_FR}", title="Bac"
    )
    later, _ = zones(
        f"{BODY_FR}\n- Un bac est au port.\n- Deux pontons sont hors d'usage.\n{MORE_FR}", title="Bac"
    )

    assert roles(leading) == ["headline", "takeaway", "takeaway", "lede", "body"]
    assert roles(later) == ["headline", "lede", "body", "body", "body"]


def test_a_takeaway_behind_its_label(zones):
    """*En bref : …* on one line: the label is a subhead, the sentence a takeaway."""
    pairs, _ = zones(f"En bref : le bac reste au port.\n{BODY_FR}\n{MORE_FR}", title="Bac")

    assert pairs[1][0] == "subhead"
    assert pairs[2] == ("takeaway", "le bac reste au port.")


def test_unmarked_points_in_one_block_with_their_heading(zones):
    """Two or more short lines right below the heading, set apart from the body by a blank line."""
    pairs, _ = zones(
        f"Key points\nThe ferry is shut.\nTwo piers are damaged.\n\n{BODY_EN}\n\n{MORE_EN}", "en"
    )

    assert roles(pairs) == ["subhead", "takeaway", "takeaway", "lede", "body"]


def test_subheads_stand_between_paragraphs(zones):
    """Short, without a full stop, something below; a quotation or a sentence is body."""
    text = f"{BODY_FR}\n\nDes dégâts limités\n\n{MORE_FR}\n\n« Rien vu »\n\n{MORE_FR}\n\nLe maire se tait.\n\n{MORE_FR}"

    pairs, _ = zones(text, title="Bac")

    assert [words for role, words in pairs if role == "subhead"] == ["Des dégâts limités"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Suivez également Le Large sur Google Actualités"),
        ("fr", "Si vous souhaitez lire tous nos articles, abonnez-vous ici !"),
        ("fr", "À lire aussi : Velmont, le port qui attend"),
        ("fr", "Partager cet article"),
        ("fr", "Inscrivez-vous à notre newsletter quotidienne."),
        ("fr", "Téléchargez notre application pour ne rien manquer"),
        ("fr", "© Le Large, tous droits réservés"),
        ("fr", "Par Jeanne Marel"),
        ("fr", "Par Jeanne Marel, envoyée spéciale à Velmont"),
        ("fr", "Publié le 5 février 2026 à 10 h 12"),
        ("fr", "5 février 2026"),
        ("en", "Follow us on Facebook and Bluesky"),
        ("en", "Read more: Velmont, the port that waits"),
        ("en", "Sign up for our morning newsletter."),
        ("en", "Download our app"),
        ("en", "© 2026 The Skerry Post. All rights reserved."),
        ("en", "By Jane Morrow and Paul Ostric"),
        ("en", "Last updated: 5 February 2026"),
        ("en", "Thursday, 5 February 2026"),
        ("en", "Reporting by Jane Morrow in Velmont; Editing by Paul Ostric"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_lines_that_are_not_the_article(zones, language, line, first):
    """Before the article or after it."""
    body, more = (BODY_FR, MORE_FR) if language == "fr" else (BODY_EN, MORE_EN)
    text = f"{line}\n{body}\n{more}" if first else f"{body}\n{more}\n{line}"

    pairs, _ = zones(text, language, "Bac")

    assert ("boilerplate", line) in pairs
    assert sorted(roles(pairs)) == ["body", "boilerplate", "headline", "lede"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "« Abonnez-vous à la prudence », a lancé le maire de Velmont à ses administrés."),
        ("fr", "Les enquêteurs suivent une piste sur les réseaux sociaux, selon le parquet."),
        ("fr", "Par ailleurs, le port de Velmont reste fermé, a indiqué la capitainerie."),
        ("fr", "Rectificatif : deux pontons ont été endommagés, et non trois."),
        ("fr", "Une version précédente de cet article indiquait trois blessés."),
        ("fr", "La publicité du parti a été retirée lundi, a annoncé la régie."),
        (
            "fr",
            "Partager le pouvoir n'est pas à l'ordre du jour, a prévenu lundi soir la présidente devant les députés.",
        ),
        ("en", "Critics subscribe to another theory, the mayor said."),
        ("en", "By Monday evening, the water had gone, officials said."),
        ("en", "Correction: two piers were damaged, not three."),
        ("en", "An earlier version of this article said three people were hurt."),
        ("en", "Follow the money, the prosecutor told reporters."),
        ("en", "“Sign up or leave,” the officer is said to have told them."),
        ("en", "Share prices of the shipyard fell by a fifth after the minister spoke in parliament."),
    ],
)
def test_sentences_that_only_look_like_boilerplate(zones, language, line):
    """A claim is never marked away; a correction least of all."""
    body = BODY_FR if language == "fr" else BODY_EN

    pairs, _ = zones(f"{body}\n\n{line}\n\n{body}", language, "Bac")

    assert ("body", line) in pairs


def test_links_below_their_heading_belong_to_it(zones):
    """*À lire aussi* and the titles under it, up to the next sentence."""
    text = f"{BODY_FR}\nÀ lire aussi\n- Velmont attend son bac\n- Le port en dix dates\n{MORE_FR}"

    pairs, _ = zones(text, title="Bac")

    assert roles(pairs) == ["headline", "lede", "boilerplate", "boilerplate", "boilerplate", "body"]


def test_captions(zones):
    """A photo line is a caption."""
    pairs, _ = zones(f"{BODY_EN}\nFILE PHOTO: The old pier in Velmont.\n{MORE_EN}", "en", "Ferry")

    assert roles(pairs) == ["headline", "lede", "caption", "body"]


def test_author_and_outlet_alone_on_a_line(zones):
    """A line that is just the author's name is a byline."""
    pairs, _ = zones(f"Jeanne Marel\n{BODY_FR}\n{MORE_FR}", title="Bac", author="Jeanne Marel")

    assert roles(pairs) == ["headline", "boilerplate", "lede", "body"]


@pytest.mark.parametrize(
    ("text", "language", "is_headline"),
    [
        (f"Le bac reste au port\n\n{BODY_FR}\n{MORE_FR}", "fr", True),
        (f"{BODY_FR}\n{MORE_FR}", "fr", False),
        (f"Ferry Stays in Port as Storm Nears.\n\n{BODY_EN}\n{MORE_EN}", "en", True),
        (f"The ferry stays in port.\n\nVELMONT (Agency X) - {BODY_EN}", "en", True),
        (f"The ferry stays in port.\n\n{BODY_EN}", "en", False),
        ("Le bac reste au port", "fr", False),
    ],
)
def test_a_headline_in_bare_text(zones, text, language, is_headline):
    """Without a title the first line may be one: no full stop, title case, or a dateline below."""
    pairs, _ = zones(text, language)

    assert (pairs[0][0] == "headline") is is_headline


def test_hand_wrapped_lines_are_one_paragraph(zones):
    """Plain text broken at a column is not a paragraph per line."""
    text = (
        "The Velmont ferry will stay in port until Tuesday, the harbour office\n"
        "said on Monday in a notice that was read aloud on the local radio and\n"
        "printed by hand.\n"
        "\n"
        "Two piers were damaged."
    )

    pairs, _ = zones(text, "en", "Ferry")

    assert roles(pairs) == ["headline", "lede", "body"]
    assert pairs[1][1].endswith("printed by hand.")
