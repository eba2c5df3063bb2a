"""What resolution promises whatever the text: same ids, same output, no crash, nobody merged by accident."""

from dataclasses import replace

import pytest

from ouidire.extraction import extract
from ouidire.gazetteer import World, build_world
from ouidire.languages import load
from ouidire.model import Article, Extraction, PassageRole
from ouidire.resolution import resolve
from ouidire.segmentation import passages

from .conftest import read

STORY = (
    "Le ministère russe de la Défense affirme que le dépôt de Torvic a été détruit. "
    "Des experts estiment que trois soldats sont morts. Cette information n’a pas pu être vérifiée. "
    "Kiev dément. Ils ont souligné que le feu était éteint."
)
ODD = [
    "",
    " ",
    "« Cette annonce",
    "Cette cette cette information information.",
    "Ils ont dit qu’ils avaient dit qu’ils diraient cela, ce que dément, ce que nie, ce que",
    "\x00 Kiev dément \x00",
    "(((OPN))) " * 40,
    "This claim denied it denied this denied that claim.",
    "Kim Jong-un-un-un a dit -un-un",
]


def parts(text, language="fr"):
    """An extraction before resolution, with what resolution needs."""
    pack = load(language)
    article = Article(id="sha256:" + "1" * 64, ref="x", language=language, text=text)
    zones = passages(article, pack)
    analysis = pack.analyse(text, tuple(p.span for p in zones if p.role is not PassageRole.BOILERPLATE))
    found = extract(article, zones, analysis, pack)
    return Extraction(article=article, passages=zones, assertions=found.assertions), analysis, pack


def test_ids_stay_and_the_output_is_the_same_twice():
    """Resolution changes no id, drops nothing, and is a function of its input."""
    raw, analysis, pack = parts(STORY)
    before = replace(raw)

    once, twice = (resolve(raw, analysis, pack, World()) for _ in range(2))

    assert once == twice
    assert raw == before
    assert {a.id for a in raw.assertions} <= {a.id for a in once.assertions}
    ids = [a.id for a in once.assertions]
    assert len(ids) == len(set(ids))
    assert all(i in ids for a in once.assertions for i in a.refers_to)
    assert all(a.id not in a.refers_to for a in once.assertions)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_odd_texts_do_not_crash(text, language):
    """Unbalanced quotes, control characters and repetition are only text."""
    raw, analysis, pack = parts(text, language)

    done = resolve(raw, analysis, pack, World())

    assert {a.id for a in raw.assertions} <= {a.id for a in done.assertions}


def test_unnamed_experts_of_two_articles_are_never_one_origin():
    """A collective has no identifier; a ministry's holds everywhere."""
    first, second = (read(STORY, article_id="sha256:" + c * 64) for c in "ab")

    def referents(extraction):
        return {
            hop.source.spans[0].of(STORY): hop.source.referent
            for a in extraction.assertions
            if a.attribution
            for hop in a.attribution.chain
            if hop.source.spans
        }

    one, two = referents(first), referents(second)
    assert one["Des experts"] is None
    assert two["Des experts"] is None
    ministry = "Le ministère russe de la Défense"
    assert one[ministry] == two[ministry] == "ref:RUS/defence ministry"


def test_one_ministry_has_one_identifier_in_two_languages():
    """Bodies of a state are told apart by country and kind, not by language."""
    french = read("Le ministère norvégien de la Santé affirme que le port est fermé.")
    english = read("The Norwegian Health Ministry said the port was closed.", "en")

    found = [e.assertions[0].attribution.chain[0].source.referent for e in (french, english)]

    assert found == ["ref:NOR/health ministry"] * 2


WORLD = build_world(
    [
        (
            "-",
            {
                "names": {"HPOL": ["police de Harn", "Odile Marchais"], "HGOV": ["gouvernement de Harn"]},
                "outlets": {"La Vigie": {"kind": "newspaper"}},
                "wires": ["Agence Boréale"],
                "metonyms": {"Port-Harn": "HGOV"},
            },
        )
    ]
)


@pytest.mark.parametrize(
    ("text", "referent", "kind"),
    [
        ("La police de Harn affirme que la digue tient.", "HPOL", None),
        ("Un porte-parole de la police de Harn affirme que la digue tient.", "HPOL", None),
        ("Odile Marchais affirme que la digue tient.", "HPOL", "person"),
        ("Port-Harn affirme que la digue tient.", "HGOV", None),
        ("Selon l’Agence Boréale, la digue tient.", "ref:agence boreale", "wire_agency"),
        ("Selon La Vigie, la digue tient.", "ref:la vigie", "media_outlet"),
        ("Un voisin de la police de Harn affirme que la digue tient.", "not HPOL", None),
    ],
)
def test_the_world_names_sources(text, referent, kind):
    """Surfaces, spokesmen, seats and outlets of a world file; a bystander is nobody's voice."""
    source = read(text, world=WORLD).assertions[0].attribution.chain[0].source

    if referent.startswith("not "):
        assert source.referent != referent[4:]
    else:
        assert source.referent == referent
    assert kind is None or source.kind == kind


def test_a_participle_without_subject_has_the_speaker_of_its_clause():
    """*…, louant le travail* is said by who said the rest."""
    text = "Le préfet a salué la réouverture du port, louant le travail des dockers."
    extraction = read(text)
    speakers = {
        hop.source.spans[0].of(text)
        for a in extraction.assertions
        if a.attribution
        for hop in a.attribution.chain
        if hop.source.spans
    }

    assert speakers == {"Le préfet"}


def test_an_announcement_is_signed_by_who_makes_it_later():
    """A nominal speech act without a speaker gets the one who made the announcement."""
    text = (
        "La confirmation de la participation du régiment à l’assaut est intervenue mardi. "
        "Le général Ivo Lasnier a fait cette annonce à Port-Carn."
    )
    extraction = read(text)
    names = {
        hop.source.name
        for a in extraction.assertions
        if a.attribution and "participation" in a.span.of(text)
        for hop in a.attribution.chain
    }

    assert "Ivo Lasnier" in names
